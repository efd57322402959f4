/** The thread that writes and compares files: pages of jobs in, files and answers out, until no page follows. */
import { hash as digest } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { holdsBytes, type TextBytes, writeBytesAnew } from './file-text.ts';
import type { Refusal } from './file-thread.ts';
import { codeOf, isAbsence } from './system-error.ts';
import {
  hashSize,
  head,
  type Job,
  jobNumbers,
  layout,
  mostRefusal,
  noHash,
  pageAt,
  readPage,
  refusalAt,
  toWrite,
  type WorkMemory,
} from './work-pages.ts';

const { memory, answers, hashes, layout: expected } = workerData as WorkMemory;
const counters = new Int32Array(memory, 0, 8);
const bytes = Buffer.from(memory);
const answerBytes = new Uint8Array(answers);
const hashBytes = new Uint8Array(hashes);

/** In UTF-16 units, of which one is six bytes at most as JSON, so that both texts of a refusal have room; no system knows longer paths. */
const longestTold = 4096;

if (layout === expected) workThroughPages();

function workThroughPages(): void {
  Atomics.store(counters, head.begun, 1);
  for (let page = 0; waitForPage(page); page += 1) {
    // After a refusal whoever waits for room must not wait for ever.
    if (Atomics.load(counters, head.refusal) === 0) attemptPage(pageAt(page));
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

/** Whatever goes wrong is told: who waits for a thread that has died waits for minutes. */
function attemptPage(start: number): void {
  try {
    workThroughPage(start);
  } catch (error) {
    refuse('write', '', error);
  }
}

function workThroughPage(start: number): void {
  const { numbers, paths } = readPage(memory, bytes, start);
  for (let at = 0; at < numbers.length; at += jobNumbers) {
    const { pathAt, pathEnd, textAt, textSize, answer, hash } = jobAt(numbers, at);
    const path = paths.slice(pathAt, pathEnd);
    const text = { bytes, start: textAt, size: textSize };
    try {
      if (answer === toWrite) writeBytesAnew(path, text);
      else answerBytes[answer] = isSame(path, text) ? 1 : 0;
      if (hash !== noHash) hashBytes.set(hashOf(text), hash * hashSize);
    } catch (error) {
      refuse(answer === toWrite ? 'write' : 'read', path, error);
      return;
    }
    Atomics.add(counters, head.jobs, 1);
  }
}

/** Number by number: an engine that has not optimised it yet is slow to take rows apart. */
function jobAt(numbers: Int32Array, at: number): Job {
  return {
    pathAt: numbers[at] ?? 0,
    pathEnd: numbers[at + 1] ?? 0,
    textAt: numbers[at + 2] ?? 0,
    textSize: numbers[at + 3] ?? 0,
    answer: numbers[at + 4] ?? toWrite,
    hash: numbers[at + 5] ?? noHash,
  };
}

function hashOf({ bytes, start, size }: TextBytes): Uint8Array {
  return digest('sha256', bytes.subarray(start, start + size), 'buffer');
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
