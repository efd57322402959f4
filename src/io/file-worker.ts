/** The thread that writes and compares files: pages of jobs in, files and answers out, until no page follows. */
import { workerData } from 'node:worker_threads';
import { holdsBytes, type TextBytes, writeBytesAnew } from './file-text.ts';
import type { Refusal } from './file-thread.ts';
import { codeOf, isAbsence } from './system-error.ts';
import {
  head,
  jobNumbers,
  jobsAt,
  layout,
  mostRefusal,
  pageAt,
  refusalAt,
  toWrite,
  type WorkMemory,
} from './work-pages.ts';

const { memory, answers, layout: expected } = workerData as WorkMemory;
const counters = new Int32Array(memory, 0, 8);
const bytes = Buffer.from(memory);
const answerBytes = new Uint8Array(answers);

/** In UTF-16 units, of which one is six bytes at most as JSON, so that both texts of a refusal have room; no system knows longer paths. */
const longestTold = 4096;

if (layout === expected) workThroughPages();

function workThroughPages(): void {
  Atomics.store(counters, head.begun, 1);
  for (let page = 0; waitForPage(page); page += 1) {
    // After a refusal whoever waits for room must not wait for ever.
    if (Atomics.load(counters, head.refusal) === 0) workThroughPage(pageAt(page));
    Atomics.store(counters, head.jobs, 0);
    Atomics.store(counters, head.done, page + 1);
    Atomics.notify(counters, head.done);
  }
}

/** False if no page will follow. */
function waitForPage(page: number): boolean {
  for (;;) {
    const given = Atomics.load(counters, head.given);
    if (given > page) return true;
    if (Atomics.load(counters, head.closed) === 1) return Atomics.load(counters, head.given) > page;
    Atomics.wait(counters, head.given, given);
  }
}

function workThroughPage(start: number): void {
  const count = new Int32Array(memory, start, 1)[0] ?? 0;
  const numbers = new Int32Array(memory, start + jobsAt, count * jobNumbers);
  for (let at = 0; at < numbers.length; at += jobNumbers) {
    const [pathAt = 0, pathSize = 0, textAt = 0, textSize = 0, answer = 0] = numbers.subarray(
      at,
      at + jobNumbers,
    );
    const text = { bytes, start: textAt, size: textSize };
    const path = bytes.toString('utf8', pathAt, pathAt + pathSize);
    try {
      if (answer === toWrite) writeBytesAnew(path, text);
      else answerBytes[answer] = isSame(path, text) ? 1 : 0;
    } catch (error) {
      refuse(answer === toWrite ? 'write' : 'read', path, error);
      return;
    }
    Atomics.add(counters, head.jobs, 1);
  }
}

/** Where nothing stands, nothing holds the text. */
function isSame(path: string, text: TextBytes): boolean {
  try {
    return holdsBytes(path, text);
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

/** The first refusal is the one that is told: what follows may be a consequence of it. */
function refuse(operation: Refusal['operation'], path: string, error: unknown): void {
  const told = JSON.stringify({
    operation,
    path: path.slice(0, longestTold),
    code: codeOf(error),
    message: (error instanceof Error ? error.message : String(error)).slice(0, longestTold),
  });
  const size = bytes.write(told, refusalAt, mostRefusal, 'utf8');
  Atomics.store(counters, head.refusal, size);
}
