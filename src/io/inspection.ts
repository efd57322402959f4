/** Locks to inspect in; out: those that are intact. Two threads share the work: each takes the next lock until there is none. */
import type { MessagePort } from 'node:worker_threads';
import type { IntactLock } from './host.ts';
import { type InspectedDisk, inspectLock } from './inspect-lock.ts';

/** Where each counter stands, in units of 32 bits. */
export const counter = {
  /** The next lock that nobody has taken. */
  next: 0,
  /** 1: the thread has begun; before that nobody knows whether it ever will. */
  begun: 1,
  /** 1: what the thread found can be fetched. */
  done: 2,
} as const;

export const countersSize = 12;

/** Another version may have been installed since the command was started. */
export const layout = 'inspection 1';

/** What the threads share. */
export interface InspectionOrder {
  readonly layout: string;
  /** The folder of the tree. */
  readonly folder: string;
  /** The clusters whose locks are inspected. */
  readonly clusters: readonly string[];
  readonly counters: SharedArrayBuffer;
  /** Where the thread puts what it found. */
  readonly port: MessagePort;
}

/** The path of a lock, and that it is intact. */
export type Found = readonly (readonly [lock: string, intact: IntactLock])[];

/** Takes locks until nobody has any left to take. */
export function inspectNext(
  disk: InspectedDisk,
  { folder, clusters, counters }: Pick<InspectionOrder, 'folder' | 'clusters' | 'counters'>,
): Found {
  const numbers = new Int32Array(counters);
  const found: [string, IntactLock][] = [];
  for (;;) {
    const cluster = clusters[Atomics.add(numbers, counter.next, 1)];
    if (cluster === undefined) return found;
    const intact = unlessThrown(() => inspectLock(disk, folder, cluster));
    if (intact !== undefined) found.push([`index/clusters/${cluster}.lock`, intact]);
  }
}

/** Undefined where something goes wrong: whoever looks again, one file at a time, says what it is. */
export function unlessThrown<T>(inspect: () => T): T | undefined {
  try {
    return inspect();
  } catch {
    return undefined;
  }
}
