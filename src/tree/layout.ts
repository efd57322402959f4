/** Where the file of an object stands in the output tree. */
import type { Layout } from '../model/config.ts';
import type { ObjectKey } from '../model/kube-object.ts';
import type { Variant } from '../model/variant.ts';
import { fileName, folderName } from './file-name.ts';

/** No escaped name holds an underscore, so these two never meet a namespace or an app. */
const clusterScopedFolder = '_cluster';
const rootApp = '_root';

/** The path of an object's file, relative to the output folder; `folder` is what {@link folderOf} gives. */
export function outputPath(key: ObjectKey, cluster: string, folder: string): string {
  return `clusters/${cluster}/${folder}/${fileName(key)}`;
}

/** The folder of a variant inside its cluster: `<namespace>` or `_cluster`, or in the layout by-app `<app>`. */
export function folderOf({ key, app }: Pick<Variant, 'key' | 'app'>, layout: Layout): string {
  switch (layout) {
    case 'by-namespace':
      return key.namespace === '' ? clusterScopedFolder : folderName(key.namespace);
    case 'by-app':
      // No folder below it, so that an engine can take one app per folder without recursion.
      return app === rootApp ? rootApp : folderName(app);
  }
}
