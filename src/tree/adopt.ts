/** Outputs, locks, and what stands on disk in; out: the locks that claim more of it. Manifests are never touched. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile } from '../model/output.ts';
import {
  entriesByLock,
  type LockEntries,
  lockPathOf,
  parseLock,
  printLock,
  salvageLock,
  treeLockPath,
} from './lock.ts';
import { brokenLock, type PreparedPlan, type Standing } from './plan.ts';

export interface AdoptionInput {
  /** Everything that belongs in the tree. */
  readonly outputs: Iterable<OutputFile>;
  /** The texts of the locks that are there, by path. */
  readonly locks: ReadonlyMap<string, string>;
  readonly standing: (path: string) => Standing;
  /** Paths of the tree to claim whatever they hold; absent: every file that is exactly what would be written. */
  readonly named?: readonly string[];
}

/** What is claimed, and the locks that say so. */
export interface Adoption {
  /** Not listed before, or with another hash; sorted. */
  readonly claimed: readonly string[];
  /** Broken locks that are made anew. */
  readonly rebuilt: readonly string[];
  /** Outputs at whose path something stands that a build would not overwrite; sorted. */
  readonly different: readonly string[];
  /** Writes locks and nothing else. */
  readonly plan: PreparedPlan;
}

/**
 * Lines of whole locks stay. A broken lock (but not one of another version, which is tree/broken-lock) is made anew from
 * the outputs that stand there as they would be written, and from what is still readable in it and has the hash it says.
 * Named paths where no file stands are passed over.
 */
export function planAdoption(input: AdoptionInput): Outcome<Adoption> {
  const { whole, broken, diagnostics } = readLocks(input.locks);
  const before = new Map([...whole, ...salvaged(broken, input)]);
  const listed = new Map(before);
  const { exact, different } = compareOutputs(input);
  for (const [path, hash] of exact) {
    const isMeant = input.named === undefined || broken.has(lockPathOf(path));
    if (isMeant) listed.set(path, hash);
  }
  for (const path of input.named ?? []) {
    const standing = input.standing(path);
    if (standing.kind === 'file') listed.set(path, standing.hash);
  }
  const value = {
    claimed: [...listed.keys()].filter((path) => before.get(path) !== listed.get(path)).sort(),
    rebuilt: [...broken.keys()].sort(),
    different: [...different.keys()]
      .filter((path) => listed.get(path) !== different.get(path))
      .sort(),
    plan: planLocksAlone(input.locks, broken, listed),
  };
  return { value, diagnostics };
}

interface ReadLocks {
  readonly whole: LockEntries;
  /** Path to text. */
  readonly broken: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

function readLocks(locks: AdoptionInput['locks']): ReadLocks {
  const whole = new Map<string, string>();
  const broken = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, text] of locks) {
    const parsed = parseLock(text, path);
    if (parsed.ok) for (const [listed, hash] of parsed.entries) whole.set(listed, hash);
    else if (parsed.reason === 'version') diagnostics.push(brokenLock(path, parsed));
    else broken.set(path, text);
  }
  return { whole, broken, diagnostics };
}

/** Each side of a merge was written by fedc, so a file that is as one of them says is ours. */
function salvaged(
  broken: ReadonlyMap<string, string>,
  { standing }: AdoptionInput,
): readonly (readonly [string, string])[] {
  return [...broken].flatMap(([lockPath, text]) =>
    salvageLock(text, lockPath).flatMap(({ path, hash }) => {
      const found = standing(path);
      return found.kind === 'file' && found.hash === hash ? [[path, hash] as const] : [];
    }),
  );
}

function compareOutputs({ outputs, standing }: AdoptionInput): {
  readonly exact: LockEntries;
  /** Path to hash of what stands there; '' if it is no file. */
  readonly different: LockEntries;
} {
  const exact = new Map<string, string>();
  const different = new Map<string, string>();
  for (const { path, text } of outputs) {
    const found = standing(path);
    if (found.kind === 'absent') continue;
    const hash = found.kind === 'file' ? found.hash : '';
    const isExact = hash === sha256Hex(text);
    (isExact ? exact : different).set(path, hash);
  }
  return { exact, different };
}

/** The lock of the tree is written in any case: it is what makes a folder a tree. */
function planLocksAlone(
  present: AdoptionInput['locks'],
  broken: ReadonlyMap<string, string>,
  listed: LockEntries,
): PreparedPlan {
  const entries = new Map(entriesByLock(listed));
  if (!entries.has(treeLockPath)) entries.set(treeLockPath, new Map());
  const locks = Array.from(entries, ([path, lock]) => ({ path, text: printLock(lock) }));
  return {
    writes: [],
    deletions: [],
    unchanged: 0,
    owned: listed,
    gone: [],
    kept: 0,
    left: new Set(),
    listed,
    before: new Map(),
    locks: locks.filter(({ path, text }) => present.get(path) !== text),
    staleLocks: [...broken.keys()].filter((path) => !entries.has(path)).sort(),
  };
}
