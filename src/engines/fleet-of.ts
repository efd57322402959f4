/** A compilation in; out: the same by cluster and folder, which is how engines look at a tree. */
import type { Cluster } from '../model/cluster.ts';
import type { Layout } from '../model/config.ts';
import type { Compilation } from '../model/variant.ts';
import { fileName } from '../tree/file-name.ts';
import { folderOf } from '../tree/layout.ts';
import type { FleetCluster, FleetFile } from './engine.ts';

/** The clusters that get at least one manifest, sorted by name, with their folders and files. */
export function fleetClusters(
  { inventory, variants }: Compilation,
  layout: Layout,
): readonly FleetCluster[] {
  const known = new Map(inventory.clusters.map((cluster) => [cluster.name, cluster]));
  const byCluster = new Map<string, Map<string, FleetFile[]>>();
  for (const variant of variants) {
    const folder = folderOf(variant, layout);
    const file = { path: fileName(variant.key), variant };
    for (const cluster of variant.clusters) addFile(byCluster, { cluster, folder, file });
  }
  return [...byCluster].sort(byFirst).flatMap(([name, folders]) => {
    const cluster = known.get(name);
    return cluster === undefined ? [] : [fleetCluster(cluster, folders)];
  });
}

function addFile(
  byCluster: Map<string, Map<string, FleetFile[]>>,
  {
    cluster,
    folder,
    file,
  }: { readonly cluster: string; readonly folder: string; readonly file: FleetFile },
): void {
  const folders = byCluster.get(cluster) ?? new Map<string, FleetFile[]>();
  byCluster.set(cluster, folders);
  const files = folders.get(folder);
  if (files === undefined) folders.set(folder, [file]);
  else files.push(file);
}

function fleetCluster(
  cluster: Cluster,
  folders: ReadonlyMap<string, readonly FleetFile[]>,
): FleetCluster {
  return {
    cluster,
    folders: [...folders].sort(byFirst).map(([name, files]) => ({
      name,
      files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    })),
  };
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
