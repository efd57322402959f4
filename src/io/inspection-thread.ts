/** Clusters in; out: which of their locks are intact, by another thread, and by this one when it asks before that one is done. */
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { startThread } from './file-thread.ts';
import type { IntactLock, TreeInspection } from './host.ts';
import {
  counter,
  countersSize,
  type Found,
  type InspectionOrder,
  inspectNext,
  layout,
} from './inspection.ts';
import { treeDisk } from './tree-disk.ts';
import { longestWait } from './work-pages.ts';

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
  let found: ReadonlyMap<string, IntactLock> | undefined;
  return {
    finish() {
      found ??= join(own, order);
      return found;
    },
  };
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
