/** The folders of clusters in; the files there that no lock lists out. */
import type { TreeFolder } from '../io/tree-folder.ts';
import { looksLikeManifest } from '../tree/foreign-files.ts';
import { clusterLockPath, clusterOfPath } from '../tree/lock.ts';
import type { TreePlan } from '../tree/plan.ts';
import type { Slice } from '../tree/slice.ts';

export interface ForeignRequest {
  readonly plan: TreePlan;
  readonly slice: Slice | undefined;
  /** Locks whose clusters need not be looked at. */
  readonly intact: ReadonlySet<string>;
  /** What was found of those clusters that their locks do not list. */
  readonly others: readonly string[];
}

/** Paths relative to the tree, sorted; only in the clusters of a slice, if there is one. No link is followed. */
export function listForeignFiles(
  tree: TreeFolder,
  { plan, slice, intact, others }: ForeignRequest,
): readonly string[] {
  const isKnown = (path: string) => plan.listed.has(path) || plan.owned.has(path);
  const isWithin = (cluster: string) => slice?.has(cluster) ?? true;
  const found = others.filter(
    (path) => looksLikeManifest(path) && !isKnown(path) && isWithin(clusterOfPath(path) ?? ''),
  );
  const visit = (folder: string, isMeant: (name: string) => boolean) => {
    for (const [name, kind] of tree.kindsIn(folder)) {
      if (!isMeant(name)) continue;
      const path = `${folder}/${name}`;
      if (kind === 'folder') visit(path, () => true);
      else if (looksLikeManifest(name) && !isKnown(path)) found.push(path);
    }
  };
  visit('clusters', (cluster) => isWithin(cluster) && !intact.has(clusterLockPath(cluster)));
  return found.sort();
}
