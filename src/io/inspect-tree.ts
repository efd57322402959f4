/** The folder of a tree in; out: what is found of it while the caller does something else. */
import { existsSync, lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { TreeInspection } from './host.ts';
import { clustersWithLock } from './inspect-lock.ts';
import { unlessThrown } from './inspection.ts';
import { startInspection } from './inspection-thread.ts';
import { treeDisk } from './tree-disk.ts';

/** What locks of two thousand files hold at least: with fewer the thread has hardly begun when they are read. */
const fewestBytes = 200_000;
const script = new URL('./inspection-worker.js', import.meta.url);

/** Undefined where it does not pay, or the machine has no other thread for it. */
export function inspectTree(folder: string): TreeInspection | undefined {
  // Where fedc runs from its sources there is no script.
  if (availableParallelism() === 1 || !existsSync(script)) return undefined;
  const clusters = unlessThrown(() => clustersToInspect(folder));
  return clusters && startInspection(script, folder, clusters);
}

function clustersToInspect(folder: string): readonly string[] | undefined {
  const clusters = clustersWithLock(treeDisk, folder);
  let bytes = 0;
  const isWorthIt = clusters.some((cluster) => {
    bytes += lstatSync(`${folder}/index/clusters/${cluster}.lock`).size;
    return bytes >= fewestBytes;
  });
  return isWorthIt ? clusters : undefined;
}
