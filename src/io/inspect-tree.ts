/** The folder of a tree in; out: what is found of it while the caller does something else. */
import { existsSync, lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { IntactLock, TreeInspection } from './host.ts';
import { clustersWithLock } from './inspect-lock.ts';
import {
  counter,
  countersSize,
  type Found,
  type InspectionOrder,
  inspectNext,
  layout,
  unlessRefused,
} from './inspection.ts';
import { startThread } from './start-thread.ts';
import { treeDisk } from './tree-disk.ts';

/** What locks of two thousand files hold at least: with fewer the thread has hardly begun when they are read. */
const fewestBytes = 200_000;
const script = new URL('./inspection-worker.js', import.meta.url);
/** In milliseconds for the files of a single lock, perhaps on a slow network. */
const longestWait = 120_000;

/** Undefined where it does not pay, or the machine has no other thread for it. */
export function inspectTree(folder: string): TreeInspection | undefined {
  // Where fedc runs from its sources there is no script.
  if (availableParallelism() === 1 || !existsSync(script)) return undefined;
  const clusters = unlessRefused(() => clustersToInspect(folder));
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

/** Gives the work to another thread; undefined where the machine refuses one. */
export function startInspection(
  script: URL,
  folder: string,
  clusters: readonly string[],
): TreeInspection | undefined {
  const { port1: own, port2: port } = new MessageChannel();
  const counters = new SharedArrayBuffer(countersSize);
  const order: InspectionOrder = { layout, folder, clusters, counters, port };
  own.unref();
  if (!startThread(script, order, [port])) return undefined;
  return { finish: () => join(own, order) };
}

/** What nobody has taken yet is done here. */
function join(own: MessagePort, order: InspectionOrder): ReadonlyMap<string, IntactLock> {
  const numbers = new Int32Array(order.counters);
  if (Atomics.load(numbers, counter.begun) === 0) {
    // Should it begin later, nothing is left for it.
    Atomics.store(numbers, counter.next, order.clusters.length);
    return new Map();
  }
  const found = inspectNext(treeDisk, order);
  const how = Atomics.wait(numbers, counter.done, 0, longestWait);
  const message: { readonly message: Found } | undefined =
    how === 'timed-out' ? undefined : receiveMessageOnPort(own);
  return new Map([...found, ...(message?.message ?? [])]);
}
