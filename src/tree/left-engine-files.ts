/** A slice and the files of engines in; out: which of them it leaves out of date, since they belong to the whole fleet. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type TreeFile, textOf } from './content.ts';
import { clusterOfEngineFile, parseLock, treeLockPath } from './lock.ts';
import { ownsCommon, type Slice } from './slice.ts';

export interface LeftFilesInput {
  /** What belongs to no cluster's folder. */
  readonly common: readonly TreeFile[];
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly slice: Slice | undefined;
  /** Whether a plain file of exactly this text stands at the path. */
  readonly holds: (path: string, text: () => string) => boolean;
}

/**
 * `tree/engine-file-left`, one report: the files about clusters of the slice, and about none. Those of other clusters wait for
 * their turn, as their manifests do.
 */
export function reportLeftEngineFiles(input: LeftFilesInput): readonly Diagnostic[] {
  const { common, locks, slice, holds } = input;
  const lock = locks.get(treeLockPath);
  // The first run writes them all; of shards, one does.
  if (lock === undefined || ownsCommon(slice) || slice?.isPartOfWhole === true) return [];
  const wanted = common.filter(({ path }) => path.startsWith('engine/'));
  const isWanted = new Set(wanted.map(({ path }) => path));
  const listed = parseLock(lock, treeLockPath);
  const extra = listed.ok
    ? [...listed.entries.keys()].filter((path) => path.startsWith('engine/') && !isWanted.has(path))
    : [];
  const changed = wanted
    .filter(({ path, content }) => !holds(path, () => textOf(content)))
    .map(({ path }) => path);
  const files = [...changed, ...extra].filter((path) => concerns(path, input)).sort();
  const [first] = files;
  return first === undefined ? [] : [diagnose('tree/engine-file-left', { file: first }, { files })];
}

function concerns(path: string, { slice }: LeftFilesInput): boolean {
  const cluster = clusterOfEngineFile(path);
  return cluster === undefined || slice?.has(cluster) === true;
}
