/** Locks: what fedc owns of the output tree, one file per cluster and one for the rest. */

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

/** The text of a lock: `fedc-lock 1`, then hash and path per line, sorted by path. */
export function printLock(entries: LockEntries): string {
  const lines = [...entries.keys()].sort().map((path) => `${entries.get(path)}  ${path}`);
  return `${[firstLine, ...lines].join('\n')}\n`;
}

/**
 * The entries of a lock, or the number of the first line that no lock of this path can have: merge conflict markers,
 * paths of another lock, paths that lead out of the tree. Windows line ends are accepted.
 */
export function parseLock(
  text: string,
  lockPath: string,
):
  | { readonly ok: true; readonly entries: LockEntries }
  | { readonly ok: false; readonly line: number } {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines[0] !== firstLine) return { ok: false, line: 1 };
  const entries = new Map<string, string>();
  for (const [index, line] of lines.slice(1).entries()) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const isOwn = path !== undefined && isInside(path) && lockPathOf(path) === lockPath;
    if (hash === undefined || !isOwn || entries.has(path)) return { ok: false, line: index + 2 };
    entries.set(path, hash);
  }
  return { ok: true, entries };
}

/** A lock can be edited by anybody, and what it lists may be deleted. */
function isInside(path: string): boolean {
  const isPlain = path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
  return isPlain && !/[\\:\p{Cc}]/u.test(path) && !path.endsWith('.lock') && path !== treeLockPath;
}
