/** Files to write or to compare in, one by one; another thread does it meanwhile, and both do it when that one lags behind. */
import { type TransferListItem, Worker } from 'node:worker_threads';
import {
  bytesAt,
  hashSize,
  head,
  type Job,
  jobNumbers,
  jobsAt,
  jobsPerPage,
  keptAt,
  layout,
  longestWait,
  memorySize,
  noHash,
  pageAt,
  pageEnd,
  pages,
  readPage,
  refusalAt,
  toWrite,
  type WorkMemory,
} from './work-pages.ts';

/** What the machine refused the thread. */
export interface Refusal {
  readonly operation: 'read' | 'write';
  readonly path: string;
  /** `ENOSPC`; '' if it was not the system. */
  readonly code: string;
  readonly message: string;
}

/** The first refusal, or which comparisons found the text. */
export interface FinishedWork {
  readonly refusal?: Refusal;
  readonly answers: Uint8Array;
}

export interface FileThread {
  /**
   * False if the thread has not begun, or has no room for it now, and it is better done here. `shared`: the same for files of the same text.
   * `answer`: absent to write the file, else the number of the comparison. `hash`: the number of the hash, if one is wanted of the text.
   */
  take(
    path: string,
    text: string,
    job?: {
      readonly shared?: object | undefined;
      readonly answer?: number;
      readonly hash?: number;
    },
  ): boolean;
  /** Waits until everything that was taken is done, and gives the same each time. The thread ends. */
  finish(): FinishedWork;
  /** A hash that was wanted, in hex, once it is finished. */
  hashOf(hash: number): string;
}

const mostBytesPerUnit = 3;

/**
 * Starts the thread; undefined where the machine refuses one, as those do that limit memory, threads or what Node may do.
 * `texts`: how many comparisons there are at most, and how many hashes.
 */
export function startFileThread(script: URL, texts: number): FileThread | undefined {
  const memory = sharedMemory(texts);
  return memory !== undefined && startThread(script, memory) ? createFileThread(memory) : undefined;
}

function sharedMemory(texts: number): WorkMemory | undefined {
  try {
    return {
      layout,
      memory: new SharedArrayBuffer(memorySize),
      answers: new SharedArrayBuffer(texts),
      hashes: new SharedArrayBuffer(texts * hashSize),
    };
  } catch {
    return undefined;
  }
}

/** Of the room for compiled code, usually 128 MiB, whose refusal would end the process. */
const resourceLimits = { codeRangeSizeMb: 16 };

/** Runs a script; false where the machine refuses one, as those do that limit memory, threads or what Node may do. */
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

type Place = readonly [at: number, size: number];

/** The giving side; the thread works through the pages. */
function createFileThread({ memory, answers, hashes }: WorkMemory): FileThread {
  const counters = new Int32Array(memory, 0, 8);
  const bytes = Buffer.from(memory);
  const keep = createKeeper(bytes);
  const page = createPage(memory, bytes);
  const hasRoom = () => page.number - Atomics.load(counters, head.done) < pages;
  const handOver = () => {
    page.close();
    Atomics.store(counters, head.given, page.number);
    Atomics.notify(counters, head.given);
  };
  const waitForAll = (): FinishedWork => {
    if (!page.isEmpty()) handOver();
    Atomics.store(counters, head.closed, 1);
    Atomics.notify(counters, head.given);
    if (!waitUntilDone(counters, page.number))
      return { answers: new Uint8Array(answers), refusal: silenceOf(memory, bytes) };
    const size = Atomics.load(counters, head.refusal);
    const told = size === 0 ? undefined : bytes.toString('utf8', refusalAt, refusalAt + size);
    return {
      answers: new Uint8Array(answers),
      ...(told === undefined ? {} : { refusal: JSON.parse(told) as Refusal }),
    };
  };
  let done: FinishedWork | undefined;
  return {
    take(path, text, { shared, answer = toWrite, hash = noHash } = {}) {
      if (Atomics.load(counters, head.begun) === 0) return false;
      const known = shared && keep(text, shared);
      const units = path.length + (known === undefined ? text.length : 0);
      if (!page.isEmpty() && !page.fits(units)) handOver();
      if (page.isEmpty() && !(hasRoom() && page.fits(units))) return false;
      page.add(path, known ?? page.put(text), { answer, hash });
      return true;
    },
    finish() {
      // Whoever is told of a silence does not wait for its end once more.
      done ??= waitForAll();
      return done;
    },
    hashOf: (hash) => Buffer.from(hashes, hash * hashSize, hashSize).toString('hex'),
  };
}

/** Puts the text of a key where it stays; undefined once there is no room for more. */
function createKeeper(bytes: Buffer): (text: string, key: object) => Place | undefined {
  const kept = new WeakMap<object, Place>();
  let end = keptAt;
  return (text, key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (end + text.length * mostBytesPerUnit > memorySize) return undefined;
    const place = [end, bytes.write(text, end, 'utf8')] as const;
    end += place[1];
    kept.set(key, place);
    return place;
  };
}

/** The page that is being filled; `number` counts them all. */
function createPage(memory: SharedArrayBuffer, bytes: Buffer) {
  const numbers = new Int32Array(memory);
  const at = () => pageAt(page.number);
  const page = {
    number: 0,
    jobs: 0,
    end: pageAt(0) + bytesAt,
    /** Put there as one text when the page is full: to encode them one by one would cost more than the rest. */
    paths: '',
    isEmpty: () => page.jobs === 0,
    fits(units: number) {
      const most = (page.paths.length + units) * mostBytesPerUnit;
      return page.jobs < jobsPerPage && page.end + most <= pageEnd(page.number);
    },
    put(text: string): Place {
      const place = [page.end, bytes.write(text, page.end, 'utf8')] as const;
      page.end += place[1];
      return place;
    },
    add(path: string, [textAt, textSize]: Place, { answer, hash }: Pick<Job, 'answer' | 'hash'>) {
      const start = (at() + jobsAt) / Int32Array.BYTES_PER_ELEMENT + page.jobs * jobNumbers;
      numbers[start] = page.paths.length;
      page.paths += path;
      numbers[start + 1] = page.paths.length;
      numbers[start + 2] = textAt;
      numbers[start + 3] = textSize;
      numbers[start + 4] = answer;
      numbers[start + 5] = hash;
      page.jobs += 1;
    },
    close() {
      const [pathsAt, pathsSize] = page.put(page.paths);
      numbers.set([page.jobs, pathsAt, pathsSize], at() / Int32Array.BYTES_PER_ELEMENT);
      page.number += 1;
      page.paths = '';
      page.jobs = 0;
      page.end = at() + bytesAt;
    },
  };
  return page;
}

/** False if the thread is at one file for minutes: it must have died. */
function waitUntilDone(counters: Int32Array, given: number): boolean {
  for (;;) {
    const done = Atomics.load(counters, head.done);
    if (done === given) return true;
    const jobs = Atomics.load(counters, head.jobs);
    const how = Atomics.wait(counters, head.done, done, longestWait);
    if (how === 'timed-out' && Atomics.load(counters, head.jobs) === jobs) return false;
  }
}

/** The file at which the thread stays. */
function silenceOf(memory: SharedArrayBuffer, bytes: Buffer): Refusal {
  const counters = new Int32Array(memory, 0, 8);
  const { numbers, paths } = readPage(memory, bytes, pageAt(Atomics.load(counters, head.done)));
  const at = Atomics.load(counters, head.jobs) * jobNumbers;
  const [pathAt = 0, pathEnd = 0, , , answer = toWrite] = numbers.subarray(at, at + jobNumbers);
  return {
    operation: answer === toWrite ? 'write' : 'read',
    path: paths.slice(pathAt, pathEnd),
    code: 'ETIMEDOUT',
    message: 'the thread that writes files does not answer',
  };
}
