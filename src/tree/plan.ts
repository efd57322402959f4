/** Outputs, locks and what stands on disk in; out: what has to be written and deleted, or why nothing may be. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { FileSequence, OutputFile, WritePlan } from '../model/output.ts';
import { type Comparison, compareOutputs, type Other } from './compare-outputs.ts';
import type { TreeFile } from './content.ts';
import {
  type BrokenLock,
  createLockReader,
  entriesByLock,
  isLockPath,
  type LockEntries,
  type LockReader,
  lockPathOf,
  printLock,
} from './lock.ts';
import { isLockWithin, type Slice } from './slice.ts';

/** What stands at a path of the tree now. */
export type Standing =
  | { readonly kind: 'absent' }
  /** `hash`: the SHA-256 of its bytes in hex. */
  | { readonly kind: 'file'; readonly hash: string }
  /** `reason`: why nothing may be written or deleted there. */
  | { readonly kind: 'obstacle'; readonly reason: string };

export interface PlanInput {
  /** Everything that belongs in the tree, or in the clusters of the slice. */
  readonly outputs: Iterable<TreeFile>;
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly standing: (path: string) => Standing;
  /** Quicker than `standing` where a file is as it should be. Where it says no, `standing` is asked; absent, always. */
  readonly comparison?: Comparison;
  /** Locks whose files were found to stand as they say, so that none of them is looked at again before it is replaced. */
  readonly intact?: ReadonlySet<string>;
  /** What belongs to other clusters is left alone. Absent: the whole tree. */
  readonly slice?: Slice;
  /** Path to standing hash of what an interrupted run left; as good as a line of a lock. */
  readonly recovered?: LockEntries;
  /** Paths that may be overwritten or deleted whatever they hold. */
  readonly overwrite?: ReadonlySet<string>;
  /** `keep`: nothing is deleted, and what is no longer wanted stays in its lock. `delete` if absent. */
  readonly stale?: 'delete' | 'keep';
}

/** A plan, and the locks to write once it is done. */
export interface TreePlan extends WritePlan {
  readonly locks: FileSequence;
  /** Locks of clusters that own nothing any more. */
  readonly staleLocks: readonly string[];
  /** What the locks of this run list, and what an interrupted run left, before anything is done. */
  readonly owned: LockEntries;
  /** Those of them that no lock lists: an interrupted run made them, or was about to delete them. */
  readonly left: ReadonlySet<string>;
  /** What the locks list, nobody wants and somebody has removed already. */
  readonly gone: readonly string[];
  /** How many files stay listed that nobody wants any more. */
  readonly kept: number;
  /** What the locks of this run list once it is done. */
  readonly listed: LockEntries;
  /** Path to hash of what stands where a file is to be written or deleted; a path without one stands empty. */
  readonly before: LockEntries;
}

/** A plan that holds every text it writes. */
export interface PreparedPlan extends TreePlan {
  readonly writes: readonly OutputFile[];
  readonly locks: readonly OutputFile[];
}

/**
 * Plans the way from what stands there to the outputs. A file is overwritten or deleted only if a lock lists it with the
 * hash it has (tree/edited-file), and nothing is done through links (tree/path-escape). A file that no lock lists but that
 * holds exactly the right bytes is claimed: nobody loses anything by it. With an error the plan is not to be applied.
 */
export function planWrites(input: PlanInput): Outcome<PreparedPlan> {
  const read = createLockReader(input.locks);
  const { wanted, unchanged, others } = compareOutputs(input, read);
  const expected = printLocks(wanted);
  const { owned, left, own, broken, diagnostics } = readOwnership(input, { expected, read });
  const work = { input, owned, broken, before: new Map<string, string>(), diagnostics };
  const actions = others.map((other) => actionFor(other, work));
  const writes = others.filter((_, index) => actions[index] === 'write').map(({ file }) => file);
  const stale = [...owned.keys()].filter((path) => !wanted.has(path)).sort();
  const isKept = input.stale === 'keep';
  const deletions = isKept ? [] : stale.filter((path) => isToDelete(path, work));
  const kept = isKept ? keptEntries(stale, work) : [];
  const listed = kept.length === 0 ? wanted : new Map([...wanted, ...kept]);
  const locks = kept.length === 0 ? expected : printLocks(listed);
  const value = {
    writes,
    deletions,
    unchanged: unchanged + actions.filter((action) => action === 'keep').length,
    owned,
    left,
    gone: stale.filter((path) => input.standing(path).kind === 'absent'),
    kept: kept.length,
    listed,
    before: work.before,
    locks: [...locks].flatMap(([path, { text }]) =>
      input.locks.get(path) === text ? [] : [{ path, text }],
    ),
    staleLocks: [...own].filter((path) => !locks.has(path)).sort(),
  };
  for (const path of [...value.locks.map((lock) => lock.path), ...value.staleLocks]) {
    const standing = input.standing(path);
    if (standing.kind === 'obstacle') diagnostics.push(obstruction(path, standing.reason));
  }
  return { value, diagnostics };
}

interface Work {
  readonly input: PlanInput;
  /** Path to hash of what this run may touch. */
  readonly owned: LockEntries;
  /** Locks that say nothing any more; whose the files are that they listed cannot be told. */
  readonly broken: ReadonlySet<string>;
  /** Filled while planning. */
  readonly before: Map<string, string>;
  readonly diagnostics: Diagnostic[];
}

interface PrintedLock {
  readonly entries: LockEntries;
  readonly text: string;
}

function printLocks(listed: LockEntries): ReadonlyMap<string, PrintedLock> {
  return new Map(
    Array.from(entriesByLock(listed), ([path, entries]) => [
      path,
      { entries, text: printLock(entries) },
    ]),
  );
}

interface Ownership extends Pick<Work, 'owned' | 'broken' | 'diagnostics'> {
  /** Those of the owned files that no lock lists. */
  readonly left: ReadonlySet<string>;
  /** Paths of the locks that this run may rewrite. */
  readonly own: readonly string[];
}

interface KnownLocks {
  /** As they will be. */
  readonly expected: ReadonlyMap<string, PrintedLock>;
  /** As they are. */
  readonly read: LockReader;
}

/** A slice leaves the tree's own lock alone once there is one. */
function readOwnership(input: PlanInput, known: KnownLocks): Ownership {
  const { locks, slice } = input;
  const owned = new Map<string, string>();
  const own: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, text] of locks) {
    if (!isLockWithin(path, slice)) continue;
    const read = readLock(path, text, { input, known });
    if ('entries' in read) {
      own.push(path);
      for (const [listed, hash] of read.entries) owned.set(listed, hash);
    } else {
      diagnostics.push(read);
    }
  }
  const left = new Set<string>();
  for (const [path, hash] of recoveredPaths(input)) {
    if (!owned.has(path)) left.add(path);
    owned.set(path, hash);
  }
  const broken = new Set(diagnostics.flatMap(({ at }) => ('file' in at ? at.file : [])));
  return { owned, left, own, broken, diagnostics };
}

function readLock(
  path: string,
  text: string,
  { input, known }: { readonly input: PlanInput; readonly known: KnownLocks },
): { readonly entries: LockEntries } | Diagnostic {
  const printed = known.expected.get(path);
  // What stays as it is need not be read.
  if (printed?.text === text) return printed;
  const parsed = known.read(path);
  if (parsed.ok) return parsed;
  // Torn by a run that was interrupted; what that run knew is recovered.
  return input.recovered?.has(path) === true ? { entries: new Map() } : brokenLock(path, parsed);
}

function recoveredPaths({ recovered = new Map(), slice }: PlanInput): LockEntries {
  return new Map(
    [...recovered].filter(([path]) => !isLockPath(path) && isLockWithin(lockPathOf(path), slice)),
  );
}

function actionFor({ file, hash, found }: Other, work: Work): 'write' | 'keep' | 'refuse' {
  const { path } = file;
  const standing: Standing =
    found === undefined ? work.input.standing(path) : { kind: 'file', hash: found };
  switch (standing.kind) {
    case 'absent':
      return 'write';
    case 'obstacle':
      work.diagnostics.push(obstruction(path, standing.reason));
      return 'refuse';
    case 'file': {
      if (standing.hash === hash) return 'keep';
      const listed = work.owned.get(path);
      if (listed === standing.hash || work.input.overwrite?.has(path) === true) {
        work.before.set(path, standing.hash);
        return 'write';
      }
      if (!work.broken.has(lockPathOf(path)))
        work.diagnostics.push(
          refusal(path, { state: listed === undefined ? 'foreign' : 'changed' }),
        );
      return 'refuse';
    }
  }
}

function isToDelete(path: string, { input, owned, before, diagnostics }: Work): boolean {
  const standing = input.standing(path);
  switch (standing.kind) {
    case 'absent':
      return false;
    case 'obstacle':
      diagnostics.push(obstruction(path, standing.reason));
      return false;
    case 'file':
      if (standing.hash === owned.get(path) || input.overwrite?.has(path) === true) {
        before.set(path, standing.hash);
        return true;
      }
      diagnostics.push(refusal(path, { state: 'changed' }));
      return false;
  }
}

/** The lines of what is no longer wanted but still stands there. */
function keptEntries(
  stale: readonly string[],
  { input, owned }: Work,
): readonly (readonly [string, string])[] {
  return stale.flatMap((path) => {
    const hash = owned.get(path);
    const isThere = input.standing(path).kind !== 'absent';
    return hash !== undefined && isThere ? [[path, hash] as const] : [];
  });
}

function refusal(path: string, found: { readonly state: 'changed' | 'foreign' }): Diagnostic {
  return diagnose('tree/edited-file', { file: path }, { path, ...found });
}

/** `tree/broken-lock`, at the lock. */
export function brokenLock(path: string, { line, reason }: BrokenLock): Diagnostic {
  return diagnose('tree/broken-lock', { file: path }, { path, line, reason });
}

function obstruction(path: string, reason: string): Diagnostic {
  return diagnose('tree/path-escape', { file: path }, { path, reason });
}
