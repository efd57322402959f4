/** Files in; out: the plan for a folder in which nothing stands. */
import type { OutputFile } from '../model/output.ts';
import { hashOf, sharedOf, textOf } from './content.ts';
import { clusterLockPath, type LockEntries, printLock, treeLockPath } from './lock.ts';
import type { TreePlan } from './plan.ts';
import { filesOfCluster, type TreeFiles } from './tree-files.ts';

/**
 * Writes everything. Nothing there can be in the way, so that no text is needed to plan it: files are printed while they are
 * written, and of those that were written only the hashes are kept.
 */
export function planFresh(files: TreeFiles): TreePlan {
  const { size, clusters } = files;
  return {
    writes: { length: size, [Symbol.iterator]: () => writesOf(files) },
    locks: {
      length: size === 0 ? 0 : clusters.length + 1,
      [Symbol.iterator]: () => locksOf(files),
    },
    deletions: [],
    staleLocks: [],
    unchanged: 0,
    kept: 0,
    owned: new Map(),
    left: new Set(),
    gone: [],
    before: new Map(),
    get listed() {
      return new Map([...entriesOf(files)].flatMap(([, entries]) => [...entries]));
    },
  };
}

function* writesOf(files: TreeFiles): Generator<OutputFile> {
  for (const { path, content } of files.files()) {
    // While the text is at hand: the locks come when it is forgotten.
    const text = textOf(content);
    hashOf(content);
    yield { path, text, ...sharedOf(content) };
  }
}

function* locksOf(files: TreeFiles): Generator<OutputFile> {
  for (const [path, entries] of entriesOf(files)) yield { path, text: printLock(entries) };
}

/** By lock, in the order in which locks are written. */
function* entriesOf({
  size,
  clusters,
  common,
}: TreeFiles): Generator<readonly [string, LockEntries]> {
  if (size === 0) return;
  yield [treeLockPath, new Map(common.map(({ path, content }) => [path, hashOf(content)]))];
  for (const cluster of clusters) {
    const entries = new Map<string, string>();
    for (const file of filesOfCluster(cluster)) entries.set(file.path, hashOf(file.content));
    yield [clusterLockPath(cluster.name), entries];
  }
}
