/** The thread that writes and compares files: pages of jobs in, files and answers out, until no page follows. */
import { closeSync, constants, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import {
  head,
  type Job,
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

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
const usualMode = 0o666;
/** In UTF-16 units, of which one is six bytes at most as JSON, so that both texts of a refusal have room; no system knows longer paths. */
const longestTold = 4096;
let room = Buffer.allocUnsafe(64 * 1024);

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
    const job = { pathAt, pathSize, textAt, textSize, answer };
    const path = bytes.toString('utf8', pathAt, pathAt + pathSize);
    try {
      if (answer === toWrite) write(path, job);
      else answerBytes[answer] = isSame(path, job) ? 1 : 0;
    } catch (error) {
      refuse(path, job, error);
      return;
    }
    Atomics.add(counters, head.jobs, 1);
  }
}

/** Opening a link would write to where it leads. */
function write(path: string, job: Job): void {
  try {
    writeNew(path, job);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    unlinkSync(path);
    writeNew(path, job);
  }
}

function writeNew(path: string, { textAt, textSize }: Job): void {
  const handle = openSync(path, newFile, usualMode);
  try {
    for (let written = 0; written < textSize; )
      written += writeSync(handle, bytes, textAt + written, textSize - written);
  } finally {
    closeSync(handle);
  }
}

function isSame(path: string, { textAt, textSize }: Job): boolean {
  // A file that is longer shows by one byte more.
  if (room.length <= textSize) room = Buffer.allocUnsafe(2 * textSize);
  const handle = openIfThere(path);
  if (handle === undefined) return false;
  try {
    const found = readSync(handle, room, 0, textSize + 1, null);
    return found === textSize && room.compare(bytes, textAt, textAt + textSize, 0, textSize) === 0;
  } finally {
    closeSync(handle);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** The first refusal is the one that is told: what follows may be a consequence of it. */
function refuse(path: string, { answer }: Job, error: unknown): void {
  const told = JSON.stringify({
    operation: answer === toWrite ? 'write' : 'read',
    path: path.slice(0, longestTold),
    code: codeOf(error),
    message: (error instanceof Error ? error.message : String(error)).slice(0, longestTold),
  });
  const size = bytes.write(told, refusalAt, mostRefusal, 'utf8');
  Atomics.store(counters, head.refusal, size);
}

function codeOf(error: unknown): string {
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystemError ? String(error.code) : '';
}
