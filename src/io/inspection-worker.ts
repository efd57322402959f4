/** The thread that inspects locks: an order in, what it found out. */
import { workerData } from 'node:worker_threads';
import { counter, type InspectionOrder, inspectNext, layout } from './inspection.ts';
import { treeDisk } from './tree-disk.ts';

const order = workerData as InspectionOrder;

if (order.layout === layout) {
  const numbers = new Int32Array(order.counters);
  Atomics.store(numbers, counter.begun, 1);
  order.port.postMessage(inspectNext(treeDisk, order));
  Atomics.store(numbers, counter.done, 1);
  Atomics.notify(numbers, counter.done);
}
