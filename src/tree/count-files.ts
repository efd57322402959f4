/** A compilation in; out: how many files its tree has, as `createTreeFiles` lays them out, without laying out any. */
import type { Compilation } from '../model/variant.ts';
import { clusterOfPath } from './lock.ts';
import { ownsCommon, type Slice } from './slice.ts';

/** How many files there are of each cluster that gets a manifest. */
export interface FileCounts {
  /** Manifests and files of engines, by cluster; the index is not among them. */
  readonly byCluster: ReadonlyMap<string, { readonly files: number }>;
  /** True without a manifest, when nothing is written at all. */
  readonly isEmpty: boolean;
}

/** Counts the files of a tree; `slice` limits it to some clusters. */
export function countFiles({ variants, engineFiles = [] }: Compilation, slice?: Slice): FileCounts {
  const byCluster = new Map<string, { files: number }>();
  for (const { clusters } of variants) {
    for (const cluster of clusters) {
      const count = byCluster.get(cluster);
      if (count !== undefined) count.files += 1;
      else if (slice?.has(cluster) !== false) byCluster.set(cluster, { files: 1 });
    }
  }
  for (const { path } of engineFiles) {
    const count = byCluster.get(clusterOfPath(path) ?? '');
    if (count !== undefined) count.files += 1;
  }
  const isEmpty = byCluster.size === 0 && !(ownsCommon(slice) && variants.length > 0);
  return { byCluster, isEmpty };
}
