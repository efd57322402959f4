/** Outputs, locks and what stands on disk in; out: what has to be written and deleted, or why nothing may be. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile, WritePlan } from '../model/output.ts';
import {
  clusterLockPath,
  type LockEntries,
  lockPathOf,
  parseLock,
  printLock,
  treeLockPath,
} from './lock.ts';

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
  /** Names of clusters; what belongs to others is left alone. Absent: the whole tree. */
  readonly slice?: ReadonlySet<string>;
}

/** A plan, and the locks to write once it is done. */
export interface TreePlan extends WritePlan {
  readonly locks: readonly OutputFile[];
  /** Locks of clusters that own nothing any more. */
  readonly staleLocks: readonly string[];
}

/**
 * Plans the way from what stands there to the outputs. A file is overwritten or deleted only if a lock lists it with the
 * hash it has (tree/edited-file), and nothing is done through links (tree/path-escape). With an error the plan is not to
 * be applied.
 */
export function planWrites(input: PlanInput): Outcome<TreePlan> {
  const diagnostics: Diagnostic[] = [];
  const locks = ownLocks(input, diagnostics);
  const owned = new Map([...locks.values()].flatMap((entries) => [...entries]));
  const work = { input, owned, diagnostics };
  const { writes, wanted, unchanged } = planOutputs(work);
  const deletions = [...owned.keys()]
    .filter((path) => !wanted.has(path) && isToDelete(path, work))
    .sort();
  const value = { writes, deletions, unchanged, ...planLocks(input, locks, wanted) };
  for (const path of [...value.locks.map((lock) => lock.path), ...value.staleLocks]) {
    const standing = input.standing(path);
    if (standing.kind === 'obstacle') diagnostics.push(obstruction(path, standing.reason));
  }
  return { value, diagnostics };
}

interface Work {
  readonly input: PlanInput;
  /** Path to hash of what the locks of this run list. */
  readonly owned: LockEntries;
  readonly diagnostics: Diagnostic[];
}

/** The locks that this run may rewrite. A slice leaves the tree's own lock alone once there is one. */
function ownLocks(
  { locks, slice }: PlanInput,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, LockEntries> {
  const inSlice = slice && new Set(Array.from(slice, clusterLockPath));
  const own = new Map<string, LockEntries>();
  for (const [path, text] of locks) {
    if (inSlice !== undefined && !inSlice.has(path)) continue;
    const parsed = parseLock(text, path);
    if (parsed.ok) own.set(path, parsed.entries);
    else diagnostics.push(refusal(path, { state: 'broken-lock', line: parsed.line }));
  }
  return own;
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
      if (listed === standing.hash) return 'write';
      work.diagnostics.push(refusal(path, { state: listed === undefined ? 'foreign' : 'changed' }));
      return 'refuse';
    }
  }
}

function isToDelete(path: string, { input, owned, diagnostics }: Work): boolean {
  const standing = input.standing(path);
  switch (standing.kind) {
    case 'absent':
      return false;
    case 'obstacle':
      diagnostics.push(obstruction(path, standing.reason));
      return false;
    case 'file':
      if (standing.hash === owned.get(path)) return true;
      diagnostics.push(refusal(path, { state: 'changed' }));
      return false;
  }
}

function planLocks(
  { locks: present }: PlanInput,
  own: ReadonlyMap<string, LockEntries>,
  wanted: LockEntries,
): Pick<TreePlan, 'locks' | 'staleLocks'> {
  const entries = new Map<string, Map<string, string>>();
  for (const [path, hash] of wanted) {
    const lockPath = lockPathOf(path);
    const lock = entries.get(lockPath);
    if (lock === undefined) entries.set(lockPath, new Map([[path, hash]]));
    else lock.set(path, hash);
  }
  const locks = Array.from(entries, ([path, lock]) => ({ path, text: printLock(lock) }));
  return {
    locks: locks.filter(({ path, text }) => present.get(path) !== text),
    staleLocks: [...own.keys()].filter((path) => !entries.has(path)).sort(),
  };
}

function refusal(
  path: string,
  found: { readonly state: 'changed' | 'foreign' | 'broken-lock'; readonly line?: number },
): Diagnostic {
  return diagnose('tree/edited-file', { file: path }, { path, ...found });
}

function obstruction(path: string, reason: string): Diagnostic {
  return diagnose('tree/path-escape', { file: path }, { path, reason });
}
