/** Outputs, locks and what stands on disk in; out: what has to be written and deleted, or why nothing may be. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile, WritePlan } from '../model/output.ts';
import {
  type BrokenLock,
  entriesByLock,
  isLockPath,
  type LockEntries,
  lockPathOf,
  parseLock,
  printLock,
  treeLockPath,
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
  readonly outputs: Iterable<OutputFile>;
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly standing: (path: string) => Standing;
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
  readonly locks: readonly OutputFile[];
  /** Locks of clusters that own nothing any more. */
  readonly staleLocks: readonly string[];
  /** What the locks of this run list, and what an interrupted run left, before anything is done. */
  readonly owned: LockEntries;
  /** Those of them that no lock lists: an interrupted run made them, or was about to delete them. */
  readonly left: ReadonlySet<string>;
  /** What the locks list, nobody wants and somebody has removed already. */
  readonly gone: readonly string[];
  /** What the locks of this run list once it is done. */
  readonly listed: LockEntries;
  /** Path to hash of what stands where a file is to be written or deleted; a path without one stands empty. */
  readonly before: LockEntries;
}

/**
 * Plans the way from what stands there to the outputs. A file is overwritten or deleted only if a lock lists it with the
 * hash it has (tree/edited-file), and nothing is done through links (tree/path-escape). A file that no lock lists but that
 * holds exactly the right bytes is claimed: nobody loses anything by it. With an error the plan is not to be applied.
 */
export function planWrites(input: PlanInput): Outcome<TreePlan> {
  const diagnostics: Diagnostic[] = [];
  const locks = ownLocks(input, diagnostics);
  const known = new Map([...locks.values()].flatMap((entries) => [...entries]));
  const owned = new Map([...known, ...recoveredPaths(input)]);
  const left = new Set([...owned.keys()].filter((path) => !known.has(path)));
  const broken = new Set(diagnostics.flatMap(({ at }) => ('file' in at ? at.file : [])));
  const before = new Map<string, string>();
  const work = { input, owned, broken, before, diagnostics };
  const { writes, wanted, unchanged } = planOutputs(work);
  const stale = [...owned.keys()].filter((path) => !wanted.has(path)).sort();
  const isKept = input.stale === 'keep';
  const deletions = isKept ? [] : stale.filter((path) => isToDelete(path, work));
  const listed = new Map([...wanted, ...(isKept ? keptEntries(stale, work) : [])]);
  const gone = stale.filter((path) => input.standing(path).kind === 'absent');
  const files = { writes, deletions, unchanged, owned, left, gone, listed, before };
  const value = { ...files, ...planLocks(input, locks, listed) };
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

/** The locks that this run may rewrite. A slice leaves the tree's own lock alone once there is one. */
function ownLocks(
  { locks, slice, recovered }: PlanInput,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, LockEntries> {
  const own = new Map<string, LockEntries>();
  for (const [path, text] of locks) {
    if (!isLockWithin(path, slice)) continue;
    const parsed = parseLock(text, path);
    if (parsed.ok) own.set(path, parsed.entries);
    // Torn by a run that was interrupted; what that run knew is recovered.
    else if (recovered?.has(path) === true) own.set(path, new Map());
    else diagnostics.push(brokenLock(path, parsed));
  }
  return own;
}

function recoveredPaths({ recovered = new Map(), slice }: PlanInput): LockEntries {
  return new Map(
    [...recovered].filter(([path]) => !isLockPath(path) && isLockWithin(lockPathOf(path), slice)),
  );
}

function planOutputs(work: Work): {
  readonly writes: readonly OutputFile[];
  readonly wanted: LockEntries;
  readonly unchanged: number;
} {
  const writes: OutputFile[] = [];
  const wanted = new Map<string, string>();
  const hashOf = rememberedHash();
  let unchanged = 0;
  for (const output of work.input.outputs) {
    if (isLeftAlone(output.path, work.input)) continue;
    const hash = hashOf(output.text);
    wanted.set(output.path, hash);
    const action = actionFor(output.path, hash, work);
    if (action === 'write') writes.push(output);
    if (action === 'keep') unchanged += 1;
  }
  return { writes, wanted, unchanged };
}

function isLeftAlone(path: string, { slice, locks }: PlanInput): boolean {
  return slice !== undefined && lockPathOf(path) === treeLockPath && locks.has(treeLockPath);
}

/** Equal contents share one text, so that most texts were seen a moment ago. */
function rememberedHash(): (text: string) => string {
  const hashes = new Map<string, string>();
  return (text) => {
    let hash = hashes.get(text);
    if (hash === undefined) {
      hash = sha256Hex(text);
      if (hashes.size >= mostRemembered) hashes.clear();
      hashes.set(text, hash);
    }
    return hash;
  };
}

const mostRemembered = 10_000;

function actionFor(path: string, hash: string, work: Work): 'write' | 'keep' | 'refuse' {
  const standing = work.input.standing(path);
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

function planLocks(
  { locks: present }: PlanInput,
  own: ReadonlyMap<string, LockEntries>,
  listed: LockEntries,
): Pick<TreePlan, 'locks' | 'staleLocks'> {
  const entries = entriesByLock(listed);
  const locks = Array.from(entries, ([path, lock]) => ({ path, text: printLock(lock) }));
  return {
    locks: locks.filter(({ path, text }) => present.get(path) !== text),
    staleLocks: [...own.keys()].filter((path) => !entries.has(path)).sort(),
  };
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
