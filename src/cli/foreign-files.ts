/** The folders of clusters in; the files there that no lock lists out. */
import type { TreeFolder } from '../io/tree-folder.ts';
import { looksLikeManifest } from '../tree/foreign-files.ts';
import type { TreePlan } from '../tree/plan.ts';
import type { Slice } from '../tree/slice.ts';

/** Paths relative to the tree, sorted; only in the clusters of a slice, if there is one. No link is followed. */
export function listForeignFiles(
  tree: TreeFolder,
  { plan, slice }: { readonly plan: TreePlan; readonly slice: Slice | undefined },
): readonly string[] {
  const isKnown = (path: string) => plan.listed.has(path) || plan.owned.has(path);
  const found: string[] = [];
  const visit = (folder: string, isMeant: (name: string) => boolean) => {
    for (const [name, kind] of tree.kindsIn(folder)) {
      if (!isMeant(name)) continue;
      const path = `${folder}/${name}`;
      if (kind === 'folder') visit(path, () => true);
      else if (looksLikeManifest(name) && !isKnown(path)) found.push(path);
    }
  };
  visit('clusters', (cluster) => slice?.has(cluster) ?? true);
  return found.sort();
}
