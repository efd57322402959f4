/** Files in; out: the plan for a folder in which nothing stands. */
import type { OutputFile } from '../model/output.ts';
import { clusterLock } from './cluster-lock.ts';
import { hashOf, outputOf, type TreeFile } from './content.ts';
import { clusterLockPath, type LockEntries, printLock, treeLockPath } from './lock.ts';
import type { TreePlan } from './plan.ts';
import { filesOfCluster, type TreeFiles } from './tree-files.ts';

/**
 * Writes everything; what is written already is counted, but not given. Nothing there can be in the way, so that no text is needed
 * to plan it: files are printed while they are written, and of those that were written only the hashes are kept.
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
      return listedBy(files);
    },
  };
}

function* writesOf(files: TreeFiles): Generator<OutputFile> {
  for (const file of files.files()) {
    if (file.content.isWritten) continue;
    yield outputOf(file);
    // While the text is at hand: locks come when it is forgotten.
    if (!file.content.isPromised) hashOf(file.content);
  }
}

function* locksOf({ size, clusters, common }: TreeFiles): Generator<OutputFile> {
  if (size === 0) return;
  yield { path: treeLockPath, text: printLock(entriesOfTree(common)) };
  for (const cluster of clusters)
    yield { path: clusterLockPath(cluster.name), text: clusterLock(cluster) };
}

function entriesOfTree(common: readonly TreeFile[]): LockEntries {
  return new Map(common.map(({ path, content }) => [path, hashOf(content)]));
}

function listedBy({ size, clusters, common }: TreeFiles): LockEntries {
  const listed = new Map(size === 0 ? [] : entriesOfTree(common));
  for (const cluster of clusters)
    for (const { path, content } of filesOfCluster(cluster)) listed.set(path, hashOf(content));
  return listed;
}
