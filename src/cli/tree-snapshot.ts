/** What an output folder held at a moment, as far as a plan rests on it. */
import { isStaged } from '../io/first-build.ts';
import type { Host } from '../io/host.ts';
import { pendingPath, stateFolder } from '../io/state-folder.ts';
import { createTreeFolder } from '../io/tree-folder.ts';
import { parsePending, recoveredOwnership } from '../tree/pending.ts';
import type { Slice } from '../tree/slice.ts';
import { readLocks } from './output-folder.ts';

export interface TreeSnapshot {
  /** Where the folder really is; undefined if it does not exist. */
  readonly real: string | undefined;
  /** It does not exist, or is an empty folder. */
  readonly isFresh: boolean;
  /** Another run writes, or was stopped while it did. */
  readonly isInUse: boolean;
  /** What an interrupted run left to do. */
  readonly pending: string | undefined;
  /** Texts of the locks, by path. */
  readonly locks: ReadonlyMap<string, string>;
}

/** Looks at a folder that need not exist. */
export function takeSnapshot(host: Host, out: string): TreeSnapshot {
  return {
    real: host.realPath(out),
    isFresh: isFresh(host, out),
    isInUse: host.kindOf(`${out}/${stateFolder}`) !== undefined || isStaged(host, out),
    pending: readPending(host, out),
    locks: readLocks(createTreeFolder(host, out)),
  };
}

/** Whether a plan made with the one holds with the other. Every run that changes a tree changes a lock of it. */
export function isSameTree(one: TreeSnapshot, other: TreeSnapshot): boolean {
  return (
    one.real === other.real &&
    one.isFresh === other.isFresh &&
    one.pending === other.pending &&
    one.locks.size === other.locks.size &&
    [...one.locks].every(([path, text]) => other.locks.get(path) === text)
  );
}

/** Path to hash of what a stopped run left and is fedc's although no lock says so, for those who only look at the tree. */
export function recoveredPaths(
  host: Host,
  out: string,
  slice?: Slice,
): ReadonlyMap<string, string> {
  const pending = readPending(host, out);
  const left = pending === undefined ? undefined : parsePending(pending);
  if (left?.ok !== true) return new Map();
  const tree = createTreeFolder(host, out);
  const locks = readLocks(tree);
  return recoveredOwnership(left.changes, { locks, standing: tree.standing, slice });
}

/** Whether nothing stands in the folder, which need not exist. */
export function isFresh(host: Host, out: string): boolean {
  const kind = host.kindOf(out);
  return kind === undefined || (kind === 'folder' && host.listFolder(out).length === 0);
}

function readPending(host: Host, out: string): string | undefined {
  const isPlain = host.kindOf(`${out}/${stateFolder}`) === 'folder';
  const path = `${out}/${pendingPath}`;
  if (!isPlain || host.kindOf(path) !== 'file') return undefined;
  return new TextDecoder().decode(host.readFile(path));
}
