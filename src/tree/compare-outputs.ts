/** Outputs and what stands on disk in; out: which of them do not stand there as they should. */
import type { OutputFile } from '../model/output.ts';
import { hashOf, sharedOf, type TreeFile, textOf } from './content.ts';
import { type LockEntries, type LockReader, lockPathOf, treeLockPath } from './lock.ts';
import type { PlanInput } from './plan.ts';
import { isLockWithin, ownsCommon, type Slice } from './slice.ts';

/** Tells of many files whether they hold what they should; asked first, answered at the end. */
export interface Comparison {
  /** Whether a plain file of exactly this text stands at the path. The text is asked for only where a file stands. */
  ask(path: string, text: () => string, shared?: object): void;
  /** The answer of each question by its number, from zero. */
  finish(): (index: number) => boolean;
}

/** A file that does not stand there as it should. */
export interface Other {
  readonly file: OutputFile;
  readonly hash: string;
  /** The hash of what stands there, if an intact lock tells. */
  readonly found: string | undefined;
}

export interface ComparedOutputs {
  /** What belongs in the tree: path to hash. */
  readonly wanted: LockEntries;
  readonly unchanged: number;
  readonly others: readonly Other[];
}

interface Candidate extends TreeFile {
  /** The number of the question whether it stands there; undefined where `found` tells. */
  readonly question: number | undefined;
  readonly found: string | undefined;
}

/** Texts are given up at once; those that have to be written are made once more. */
export function compareOutputs(input: PlanInput, readLock: LockReader): ComparedOutputs {
  const wanted = new Map<string, string>();
  const candidates: Candidate[] = [];
  const { comparison } = input;
  const listed = listedIntact(input, readLock);
  let unchanged = 0;
  let questions = 0;
  let isThere: ((index: number) => boolean) | undefined;
  try {
    for (const { path, content } of input.outputs) {
      if (isLeftAlone(path, input)) continue;
      const found = listed.get(path);
      const isAsked = found === undefined;
      if (isAsked) comparison?.ask(path, () => textOf(content), sharedOf(content));
      const hash = hashOf(content);
      wanted.set(path, hash);
      if (found === hash) unchanged += 1;
      else candidates.push({ path, content, question: isAsked ? questions : undefined, found });
      if (isAsked) questions += 1;
    }
  } finally {
    // Whoever compares is not to wait for more.
    isThere = comparison?.finish();
  }
  const others = candidates.filter(
    ({ question }) => question === undefined || isThere?.(question) !== true,
  );
  unchanged += candidates.length - others.length;
  return { wanted, unchanged, others: others.map(withText) };
}

/** What stands at the paths that intact locks list. */
export function listedIntact(
  { intact = new Set(), slice }: Pick<PlanInput, 'intact'> & { readonly slice?: Slice | undefined },
  readLock: LockReader,
): LockEntries {
  const listed = new Map<string, string>();
  for (const lockPath of intact) {
    const parsed = isLockWithin(lockPath, slice) ? readLock(lockPath) : undefined;
    if (parsed?.ok !== true) continue;
    for (const [path, hash] of parsed.entries) listed.set(path, hash);
  }
  return listed;
}

function isLeftAlone(path: string, { slice, locks }: PlanInput): boolean {
  return !ownsCommon(slice) && lockPathOf(path) === treeLockPath && locks.has(treeLockPath);
}

function withText({ path, content, found }: Candidate): Other {
  return { file: { path, text: textOf(content) }, hash: hashOf(content), found };
}
