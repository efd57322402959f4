/**
 * The file that names what a run is about to do, written before it does any of it: a plan in, its text out, and back.
 * What an interrupted run left half-done is recognised by it.
 */
import { sha256Hex } from '../kube/digest.ts';
import type { FileSequence } from '../model/output.ts';
import { canBeListed, isLockPath, lockPathOf, parseLock, treeLockPath } from './lock.ts';
import type { Standing } from './plan.ts';
import { isLockWithin, type Slice } from './slice.ts';

const firstLine = 'fedc-pending 1';

/** SHA-256 in hex of what a path holds before and after a run; undefined for nothing. */
export interface PendingChange {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a run changes, by path relative to the output folder; locks are among them. */
export type PendingChanges = ReadonlyMap<string, PendingChange>;

/** What of a plan is needed to name its changes. */
export interface PlannedChanges {
  readonly writes: FileSequence;
  readonly deletions: readonly string[];
  readonly locks: FileSequence;
  readonly staleLocks: readonly string[];
  /** Path to hash of what stands where a file is written or deleted. */
  readonly before: ReadonlyMap<string, string>;
  /** Path to hash of what locks list when all is done: every file that is written is among them. */
  readonly listed: ReadonlyMap<string, string>;
}

/** The changes of a plan; `locks` holds the texts of the locks that stand there. */
export function changesOf(
  plan: PlannedChanges,
  locks: ReadonlyMap<string, string>,
): PendingChanges {
  const changes = new Map<string, PendingChange>();
  // Some plans make it anew each time.
  const { listed } = plan;
  const lockHash = (path: string) => {
    const text = locks.get(path);
    return text === undefined ? undefined : sha256Hex(text);
  };
  for (const { path, text } of plan.writes) {
    const after = listed.get(path) ?? sha256Hex(text);
    changes.set(path, { before: plan.before.get(path), after });
  }
  for (const path of plan.deletions)
    changes.set(path, { before: plan.before.get(path), after: undefined });
  for (const { path, text } of plan.locks)
    changes.set(path, { before: lockHash(path), after: sha256Hex(text) });
  for (const path of plan.staleLocks)
    changes.set(path, { before: lockHash(path), after: undefined });
  return changes;
}

/** `fedc-pending 1`, then the hash before, the hash after and the path per line, sorted by path; `-` for no hash. */
export function printPending(changes: PendingChanges): string {
  const lines = [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { before, after }]) => `${before ?? '-'} ${after ?? '-'}  ${path}`);
  return `${[firstLine, ...lines].join('\n')}\n`;
}

/**
 * The changes that a text names, or the number of the first line that fedc never writes. Whoever can write into the tree
 * can write this file too, so it may name only what a lock may list, and locks.
 */
export function parsePending(
  text: string,
):
  | { readonly ok: true; readonly changes: PendingChanges }
  | { readonly ok: false; readonly line: number } {
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines[0] !== firstLine) return { ok: false, line: 1 };
  const changes = new Map<string, PendingChange>();
  for (const [index, line] of lines.slice(1).entries()) {
    const [, before, after, path = ''] =
      /^([0-9a-f]{64}|-) ([0-9a-f]{64}|-) {2}(.+)$/.exec(line) ?? [];
    const isAllowed = isPlainLock(path) || canBeListed(path);
    if (!isAllowed || changes.has(path)) return { ok: false, line: index + 2 };
    changes.set(path, { before: hashIn(before), after: hashIn(after) });
  }
  return { ok: true, changes };
}

function hashIn(word: string | undefined): string | undefined {
  return word === '-' ? undefined : word;
}

/** The tree's lock, or that of a cluster whose name leads nowhere else. */
function isPlainLock(path: string): boolean {
  if (path === treeLockPath) return true;
  return isLockPath(path) && canBeListed(path.replace(/\.lock$/, '.json'));
}

/**
 * What an interrupted run left, as ownership: path to the hash that the path has if it is the one from before or from
 * after that run. A path that holds anything else is given the hash it should have, so that a plan refuses it, unless a lock
 * lists what it holds. What belongs to clusters outside of the slice is left out.
 */
export function recoveredOwnership(
  changes: PendingChanges,
  { locks, standing, slice }: RecoveryInput,
): ReadonlyMap<string, string> {
  const owned = new Map<string, string>();
  const listed = rememberedLocks(locks);
  const isInSlice = scopeOf(slice);
  for (const [path, { before, after }] of changes) {
    if (isLockPath(path) || !isInSlice(path)) continue;
    const found = standing(path);
    if (found.kind !== 'file') continue;
    const isOurs = found.hash === before || found.hash === after;
    const expected = isOurs ? found.hash : (after ?? before);
    const isListed = !isOurs && listed(path) === found.hash;
    if (expected !== undefined && !isListed) owned.set(path, expected);
  }
  return owned;
}

export interface RecoveryInput {
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly standing: (path: string) => Standing;
  /** Absent: the whole tree. */
  readonly slice?: Slice | undefined;
}

/**
 * Whether what an interrupted run left written tells of these changes as well: a disk that is full has no room for another
 * list, and deletions may be what makes room.
 */
export function tellsOf(left: PendingChanges, changes: PendingChanges): boolean {
  return [...changes].every(([path, { before, after }]) => {
    const known = left.get(path);
    const hashes = known === undefined ? [] : [known.before, known.after, undefined];
    return hashes.includes(before) && hashes.includes(after);
  });
}

/**
 * The changes of an interrupted run that a slice leaves to a later run, since they belong to other clusters; not those
 * under a lock that this run has rewritten.
 */
export function changesOutside(
  changes: PendingChanges,
  {
    slice,
    rewritten,
  }: {
    readonly slice: Slice | undefined;
    readonly rewritten: ReadonlySet<string>;
  },
): PendingChanges {
  const isInSlice = scopeOf(slice);
  const isSettled = (path: string) =>
    isInSlice(path) || rewritten.has(isLockPath(path) ? path : lockPathOf(path));
  return new Map([...changes].filter(([path]) => !isSettled(path)));
}

function scopeOf(slice: Slice | undefined): (path: string) => boolean {
  return (path) => isLockWithin(isLockPath(path) ? path : lockPathOf(path), slice);
}

/** Reads each lock once, and only if it is asked for. */
function rememberedLocks(locks: ReadonlyMap<string, string>): (path: string) => string | undefined {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (path) => {
    const lockPath = lockPathOf(path);
    let entries = known.get(lockPath);
    if (entries === undefined) {
      const parsed = parseLock(locks.get(lockPath) ?? '', lockPath);
      entries = parsed.ok ? parsed.entries : new Map();
      known.set(lockPath, entries);
    }
    return entries.get(path);
  };
}
