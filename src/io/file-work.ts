/** Many files to write or to compare: with another thread where that pays, else one after the other. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { WantedHash } from '../model/output.ts';
import { type FileThread, type Refusal, startFileThread } from './file-thread.ts';
import type { FileWork } from './host.ts';
import { createOwnWork, type OwnWork } from './own-work.ts';

interface Own extends OwnWork {
  /** What the thread was refused, as an error. */
  readonly refused: (refusal: Refusal) => unknown;
}

/** With fewer files the thread has hardly begun when they are done. */
const fewestFiles = 2000;
const script = new URL('./file-worker.js', import.meta.url);

/** How many files an expected work may have. */
const mostExpected = 1_000_000;

export interface FileWorks {
  /** Begins a thread for the work that is opened next, which will probably be large. */
  expect(): void;
  /** `files`: how many there will be at most. */
  open(files: number): FileWork;
}

export function createFileWorks(own: Own): FileWorks {
  let expected: FileThread | undefined;
  return {
    expect() {
      expected ??= start(mostExpected);
    },
    open(files) {
      const isExpected = files <= mostExpected && expected !== undefined;
      const thread = isExpected ? expected : files < fewestFiles ? undefined : start(files);
      if (isExpected) expected = undefined;
      if (thread === undefined) return createOwnWork(own);
      return sharedWork(thread, own, isExpected ? mostExpected : files);
    },
  };
}

/** Undefined where there is no processor or no room for a thread. */
function start(files: number): FileThread | undefined {
  // Where fedc runs from its sources there is no script.
  if (availableParallelism() === 1 || !existsSync(script)) return undefined;
  return startFileThread(script, files);
}

/** Whatever the thread has no room for is done here meanwhile, so that both are busy. */
function sharedWork(thread: FileThread, own: Own, mostHashes: number): FileWork {
  const answers = new Map<number, boolean>();
  const promised: WantedHash[] = [];
  let comparisons = 0;
  return {
    write(path, text, { shared, wanted } = {}) {
      const isWanted = wanted !== undefined && promised.length < mostHashes;
      const hash = isWanted ? { hash: promised.length } : {};
      if (!thread.take(path, text, { shared, ...hash })) {
        own.write(path, text);
      } else if (isWanted) {
        wanted.isPromised = true;
        promised.push(wanted);
      }
    },
    compare(path, text, shared) {
      const answer = comparisons;
      comparisons += 1;
      if (!thread.take(path, text, { shared, answer })) answers.set(answer, own.holds(path, text));
    },
    finish() {
      const done = thread.finish();
      if (done.refusal !== undefined) throw own.refused(done.refusal);
      for (const [index, wanted] of promised.entries()) wanted.hash = thread.hashOf(index);
      return (index) => answers.get(index) ?? done.answers[index] === 1;
    },
  };
}
