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

/** The folder of a variant inside its cluster: `<namespace>` or `_cluster`, and in the layout by-app `<app>/` before it. */
export function folderOf({ key, app }: Pick<Variant, 'key' | 'app'>, layout: Layout): string {
  const namespace = key.namespace === '' ? clusterScopedFolder : folderName(key.namespace);
  switch (layout) {
    case 'by-namespace':
      return namespace;
    case 'by-app':
      return `${app === rootApp ? rootApp : folderName(app)}/${namespace}`;
  }
}
