/** A script in; out: a thread that runs it, or none. */
import { type TransferListItem, Worker } from 'node:worker_threads';

/** Of the room for compiled code, usually 128 MiB, whose refusal would end the process. */
const resourceLimits = { codeRangeSizeMb: 16 };

/** False where the machine refuses one, as those do that limit memory, threads or what Node may do. */
export function startThread(
  script: URL,
  workerData: unknown,
  transferList: readonly TransferListItem[] = [],
): boolean {
  try {
    const worker = new Worker(script, {
      workerData,
      transferList: [...transferList],
      execArgv: [],
      resourceLimits,
    });
    // Who stops half-way must not be kept alive by it.
    worker.unref();
    // One that cannot begin takes nothing, so that nothing is missing either.
    worker.on('error', () => {});
    return true;
  } catch {
    return false;
  }
}
