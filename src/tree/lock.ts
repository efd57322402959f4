/** Locks: what fedc owns of the output tree, one file per cluster and one for the rest. */
import { type LockLine, lockLine, lockPathAt, splitLockLine } from '../model/lock-line.ts';

const firstLine = 'fedc-lock 1';

/** The lock of what belongs to no cluster; a folder is fedc's if it holds this file. */
export const treeLockPath = 'index/lock';

/** Path to SHA-256 in hex of the files a lock lists. */
export type LockEntries = ReadonlyMap<string, string>;

/** The path of a cluster's lock. */
export function clusterLockPath(cluster: string): string {
  return `index/clusters/${cluster}.lock`;
}

/** The lock that lists an output: that of the cluster whose folder or index file it is, else the tree's. */
export function lockPathOf(path: string): string {
  const cluster = /^clusters\/([^/]+)\/|^index\/clusters\/([^/]+)\.json$/.exec(path);
  const name = cluster?.[1] ?? cluster?.[2];
  return name === undefined ? treeLockPath : clusterLockPath(name);
}

/** The cluster in whose folder a path of the tree lies. */
export function clusterOfPath(path: string): string | undefined {
  return /^clusters\/([^/]+)\//.exec(path)?.[1];
}

/** The cluster that a file of an engine is about: `engine/ENGINE/WORD/CLUSTER/...` or `engine/ENGINE/WORD/CLUSTER.yaml`. */
export function clusterOfEngineFile(path: string): string | undefined {
  return /^engine\/[^/]+\/[^/]+\/([^/]+?)(?:\.yaml$|\/)/.exec(path)?.[1];
}

/** The cluster whose lock this is; undefined if it is the tree's, or no lock. */
export function clusterOfLock(path: string): string | undefined {
  return /^index\/clusters\/([^/]+)\.lock$/.exec(path)?.[1];
}

export function isLockPath(path: string): boolean {
  return path === treeLockPath || clusterOfLock(path) !== undefined;
}

/** What many locks say of paths in one map in, the same by the path of the lock that lists them out. */
export function entriesByLock<T>(
  entries: ReadonlyMap<string, T>,
): ReadonlyMap<string, ReadonlyMap<string, T>> {
  const locks = new Map<string, Map<string, T>>();
  const lockOf = (path: string): Map<string, T> => {
    const lockPath = lockPathOf(path);
    const lock = locks.get(lockPath) ?? new Map<string, T>();
    locks.set(lockPath, lock);
    return lock;
  };
  let folder = '';
  let lock: Map<string, T> | undefined;
  for (const [path, hash] of entries) {
    // The files of a cluster stand one after the other.
    if (lock === undefined || folder === '' || !path.startsWith(folder)) {
      lock = lockOf(path);
      folder = folderOfCluster(path);
    }
    lock.set(path, hash);
  }
  return locks;
}

/** `clusters/CLUSTER/` of a path below it, else ''. */
function folderOfCluster(path: string): string {
  const end = path.startsWith('clusters/') ? path.indexOf('/', 'clusters/'.length) : -1;
  return path.slice(0, end + 1);
}

/** The text of a lock: `fedc-lock 1`, then hash and path per line, sorted by path. */
export function printLock(entries: LockEntries): string {
  let text = lockHead;
  for (const path of [...entries.keys()].sort()) text += lockLine(path, entries.get(path) ?? '');
  return text;
}

/** What every lock begins with. */
export const lockHead = `${firstLine}\n`;

/** Why a text is no lock. */
export interface BrokenLock {
  /** The first line that is wrong, from one. */
  readonly line: number;
  /** `conflict`: git left the marks of a merge; `version`: another version of the format. */
  readonly reason: 'conflict' | 'version' | 'edited';
}

export type ParsedLock =
  | { readonly ok: true; readonly entries: LockEntries }
  | ({ readonly ok: false } & BrokenLock);

/** The lock of a path; one that is not there is broken. */
export type LockReader = (path: string) => ParsedLock;

/** Reads each lock once, when it is first asked for. `locks`: their texts by path. */
export function createLockReader(locks: ReadonlyMap<string, string>): LockReader {
  const read = new Map<string, ParsedLock>();
  return (path) => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const parsed = parseLock(locks.get(path) ?? '', path);
    read.set(path, parsed);
    return parsed;
  };
}

/**
 * The entries of a lock, or the number of the first line that no lock of this path can have: merge conflict markers,
 * paths of another lock, paths that lead out of the tree. Windows line ends are accepted.
 */
export function parseLock(text: string, lockPath: string): ParsedLock {
  const lines = linesOf(text);
  const broken = (line: number) => ({ ok: false, line, reason: reasonOf(lines) }) as const;
  if (lines[0] !== firstLine) return broken(1);
  const entries = new Map<string, string>();
  const folder = `clusters/${clusterOfLock(lockPath) ?? ''}/`;
  for (const [index, line] of lines.slice(1).entries()) {
    const entry = readPlainLine(line, folder) ?? readLine(line, lockPath);
    if (entry === undefined || entries.has(entry.path)) return broken(index + 2);
    entries.set(entry.path, entry.hash);
  }
  return { ok: true, entries };
}

/** What can still be read of a lock that is broken: a path may have several hashes, one from each side of a merge. */
export function salvageLock(text: string, lockPath: string): readonly LockLine[] {
  return linesOf(text).flatMap((line) => readLine(line, lockPath) ?? []);
}

/** Whether a lock can list this path: plain steps below the folders of a tree (never `.git` or `.fedc`), and no lock. */
export function canBeListed(path: string): boolean {
  if (!/^(?:clusters|index|engine)\/|^\.gitattributes$/.test(path)) return false;
  const isPlain = path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
  return isPlain && !/[\\:\p{Cc}]/u.test(path) && !path.endsWith('.lock') && path !== treeLockPath;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** Steps that begin with a letter or digit, the last of them with an ending that no lock has. */
const plainLine = /^[0-9a-f]{64} {2}clusters(?:\/[A-Za-z0-9][\w.~-]*)+\.yaml$/;

/** What nearly all lines are: a manifest in the folder of the cluster. Undefined for others, of which it says nothing. */
function readPlainLine(line: string, folder: string): LockLine | undefined {
  if (!line.startsWith(folder, lockPathAt) || !plainLine.test(line)) return undefined;
  return splitLockLine(line);
}

/** A lock can be edited by anybody, and what it lists may be deleted. */
function readLine(line: string, lockPath: string): LockLine | undefined {
  const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
  if (hash === undefined || path === undefined) return undefined;
  return canBeListed(path) && lockPathOf(path) === lockPath ? { path, hash } : undefined;
}

function reasonOf(lines: readonly string[]): BrokenLock['reason'] {
  if (lines.some((line) => /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line))) return 'conflict';
  return /^fedc-lock \d+$/.test(lines[0] ?? '') && lines[0] !== firstLine ? 'version' : 'edited';
}
