/** Files that stand in the folders of clusters in; a warning for each that an engine would deploy and fedc did not write out. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';

/** Whether a GitOps engine takes a file for a manifest. */
export function looksLikeManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

/** `tree/foreign-file`, one for all clusters that hold a file of the same path; `paths` are relative to the tree. */
export function reportForeignFiles(paths: readonly string[]): readonly Diagnostic[] {
  const found = paths.flatMap((path) => {
    const [, cluster, inside] = /^clusters\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (cluster === undefined || inside === undefined || !looksLikeManifest(path)) return [];
    return [{ path, cluster, inside }];
  });
  return Array.from(groupBy(found, ({ inside }) => inside).values(), (group) => {
    const [{ path }] = group;
    const clusters = group.map(({ cluster }) => cluster);
    return diagnose('tree/foreign-file', { file: path }, { path, clusters });
  });
}
