/** What a tree should hold and what was found of it in; out: the clusters of which nothing has to be looked at any more. */
import { sha256Hex } from '../kube/digest.ts';
import type { Progress } from '../model/progress.ts';
import { clusterLock } from './cluster-lock.ts';
import { clusterLockPath } from './lock.ts';
import { ownsCommon, type Slice } from './slice.ts';
import { type ClusterFiles, type TreeFiles, withoutClusters } from './tree-files.ts';

/** What was found of a lock whose files stand as it says. */
interface IntactLock {
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
  /** Paths of what else stands in the folder of its cluster. */
  readonly others: readonly string[];
}

export interface SettleInput {
  readonly files: TreeFiles;
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly slice: Slice | undefined;
  readonly progress: Progress;
  /** The intact locks by path. Asked for as late as can be: they may be found meanwhile. Undefined where nobody looked. */
  readonly findIntact: (() => ReadonlyMap<string, IntactLock>) | undefined;
}

/** A tree, divided into what is as it should be and what a plan is made for. */
export interface Settlement {
  /** How many files and objects the clusters have that are as they should be. */
  readonly settled: { readonly files: number; readonly objects: number };
  /** What stands in the folders of clusters whose locks are intact and is not listed there. */
  readonly others: readonly string[];
  /** The files, and the slice, of everything else. */
  readonly rest: { readonly files: TreeFiles; readonly slice: Slice | undefined };
  /** The locks whose files stand as they say, those of settled clusters among them. */
  readonly intact: ReadonlySet<string>;
}

/** Nothing was found. */
function settleNothing({ files, slice }: Pick<SettleInput, 'files' | 'slice'>): Settlement {
  const settled = { files: 0, objects: 0 };
  return { settled, others: [], rest: { files, slice }, intact: new Set() };
}

/** A cluster is settled if its lock is the one that would be written, and was found intact with exactly the text it has. */
export function settle({ files, locks, slice, progress, findIntact }: SettleInput): Settlement {
  if (findIntact === undefined) return settleNothing({ files, slice });
  progress.begin('comparing', () => files.size);
  const asPlanned = files.clusters.filter((cluster) => {
    const text = locks.get(clusterLockPath(cluster.name));
    const isSame = text !== undefined && text === clusterLock(cluster);
    advance(progress, cluster);
    return isSame;
  });
  const intact = new Map(
    [...findIntact()].filter(([path, { hash }]) => sha256Hex(locks.get(path) ?? '') === hash),
  );
  const settled = asPlanned.filter(({ name }) => intact.has(clusterLockPath(name)));
  const others = [...intact.values()].flatMap((lock) => lock.others);
  const found = { others, intact: new Set(intact.keys()) };
  if (settled.length === 0) return { ...settleNothing({ files, slice }), ...found };
  const names = new Set(settled.map(({ name }) => name));
  const rest = withoutClusters(files, names);
  return {
    ...found,
    settled: { files: files.size - rest.size, objects: objectsIn(settled) },
    rest: { files: rest, slice: outside(names, slice) },
  };
}

function advance(progress: Progress, { sheets, index }: ClusterFiles): void {
  const files = sheets.length + (index === undefined ? 0 : 1);
  for (let file = 0; file < files; file += 1) progress.advance();
}

/** Files of manifests; an engine's own stands in the folder of the cluster itself. */
function objectsIn(clusters: readonly ClusterFiles[]): number {
  return clusters.reduce(
    (sum, { sheets }) => sum + sheets.filter(({ path }) => path.includes('/')).length,
    0,
  );
}

function outside(names: ReadonlySet<string>, slice: Slice | undefined): Slice {
  return {
    has: (cluster) => !names.has(cluster) && (slice?.has(cluster) ?? true),
    ownsCommon: ownsCommon(slice),
  };
}
