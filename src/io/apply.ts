/**
 * A plan in, a changed disk out. What may be written was decided before; here it is only done, in an order that leaves a
 * tree which the next run can finish, wherever this one is stopped.
 */
import type { FileSequence, WritePlan } from '../model/output.ts';
import { counted } from '../model/progress.ts';
import { type Host, HostError, quietly } from './host.ts';
import { removePending, temporaryEnding, writePending } from './state-folder.ts';
import { TreeChanged } from './tree-changed.ts';
import { createTreeFolder, type TreeFolder } from './tree-folder.ts';

/** A plan together with the locks that say what it leaves behind. */
export interface LockedPlan extends WritePlan {
  readonly locks: FileSequence;
  readonly staleLocks: readonly string[];
}

/** `fast`: safe when the process dies at any point. `full`: when the machine does, too. */
export type Durability = 'fast' | 'full';

export interface Commit {
  readonly plan: LockedPlan;
  /** SHA-256 of what a path of the plan holds before and after; undefined for nothing. Locks are among them. */
  readonly changes: ReadonlyMap<string, Change>;
  /** The text of `.fedc/pending` while the plan is carried out; absent if the one that stands there will do. */
  readonly pending?: string;
  /** The text of `.fedc/pending` afterwards; absent if nothing is left to do. */
  readonly remaining?: string;
  /** What an interrupted run was about to change: its temporary files and empty folders are removed. */
  readonly leftovers: readonly string[];
  readonly durability: Durability;
}

interface Change {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * A second look at every folder that a plan touches: what was put in the way since it was planned. The files themselves are
 * looked at when they are replaced.
 * @throws TreeChanged if there is something, HostError if a name cannot be on this disk.
 */
export function lookAgain(host: Host, folder: string, { plan, changes }: Commit): void {
  const tree = createTreeFolder(host, folder);
  const paths = [...changes.keys()];
  const onePerFolder = new Map(paths.map((path) => [parentOf(path), path]));
  for (const path of onePerFolder.values()) {
    const obstacle = tree.obstacleAt(path);
    if (obstacle !== undefined) throw new TreeChanged(path, obstacle);
  }
  const longest = paths.reduce((a, b) => (b.length > a.length ? b : a), '');
  tree.obstacleAt(longest + temporaryEnding);
  for (const path of plan.deletions) refuseCaseClash(host, folder, path);
}

/** Where case does not count, deleting the one would delete the other. fedc itself writes lower case only. */
function refuseCaseClash(host: Host, folder: string, path: string): void {
  const folded = path.toLowerCase();
  if (folded === path || host.kindOf(`${folder}/${folded}`) === undefined) return;
  throw new HostError('remove', `${folder}/${path}`, `only case tells it from ${folded}`);
}

/**
 * Changes a tree that stands there. First `pending` says what will be changed; then come new and changed files, locks,
 * deletions, and the end of `pending`. Each file is looked at once more at the moment it is replaced or deleted.
 * @throws HostError where the machine refuses, TreeChanged if a file is no longer what was planned with.
 */
export function updateTree(host: Host, folder: string, commit: Commit): void {
  const { plan, changes, leftovers } = commit;
  const look = createLook(host, folder);
  removeTemporaries(host, folder, leftovers);
  if (commit.pending !== undefined) writePending(host, folder, commit.pending);
  host.progress.begin('writing', () => plan.writes.length + plan.locks.length);
  replaceAll(host, { folder, look, commit }, plan.writes);
  replaceAll(host, { folder, look, commit }, plan.locks);
  const deleted = [...plan.deletions, ...plan.staleLocks];
  for (const path of deleted) {
    if (isThere(look, changes, path)) host.removeFile(`${folder}/${path}`);
  }
  removeEmptyParents(host, folder, [...deleted, ...leftovers]);
  if (commit.durability === 'full') syncFolders(host, folder, deleted);
  if (commit.remaining === undefined) removePending(host, folder);
  else writePending(host, folder, commit.remaining);
}

interface Target {
  readonly folder: string;
  readonly look: Look;
  readonly commit: Commit;
}

/** A rename replaces what stands there, so nothing is ever written through a link or into half a file. */
function replaceAll(host: Host, { folder, look, commit }: Target, files: FileSequence): void {
  const isFull = commit.durability === 'full';
  const synced: string[] = [];
  const makeFolder = createFolderMaker(host);
  for (const { path, text } of counted(files, host.progress)) {
    const target = `${folder}/${path}`;
    if (!isThere(look, commit.changes, path)) makeFolder(parentOf(target));
    try {
      host.writeFile(target + temporaryEnding, text);
      if (isFull) host.sync(target + temporaryEnding);
      host.rename(target + temporaryEnding, target);
    } catch (error) {
      quietly(() => removeIfThere(host, target + temporaryEnding));
      throw error;
    }
    if (isFull) synced.push(path);
  }
  syncFolders(host, folder, synced);
}

type Look = (path: string) => ReturnType<TreeFolder['standing']>;

/** What stands at a path right now; the folders above it are looked at again whenever they change. */
function createLook(host: Host, folder: string): Look {
  let parent: string | undefined;
  let tree = createTreeFolder(host, folder);
  return (path) => {
    if (parentOf(path) !== parent) {
      parent = parentOf(path);
      tree = createTreeFolder(host, folder);
    }
    return tree.standing(path);
  };
}

/** False if nothing stands there; throws unless it is what was planned with, or what is to be there. */
function isThere(look: Look, changes: Commit['changes'], path: string): boolean {
  const standing = look(path);
  switch (standing.kind) {
    case 'absent':
      return false;
    case 'obstacle':
      throw new TreeChanged(path, standing.reason);
    case 'file': {
      const change = changes.get(path);
      if (standing.hash !== change?.before && standing.hash !== change?.after)
        throw new TreeChanged(path);
      return true;
    }
  }
}

/** Makes each folder once: they are few beside the files. */
export function createFolderMaker(host: Host): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (made.has(folder)) return;
    host.makeFolder(folder);
    made.add(folder);
  };
}

function removeTemporaries(host: Host, folder: string, paths: readonly string[]): void {
  const tree = createTreeFolder(host, folder);
  for (const path of paths) {
    const temporary = path + temporaryEnding;
    if (tree.standing(temporary).kind === 'file') host.removeFile(`${folder}/${temporary}`);
  }
}

function removeIfThere(host: Host, path: string): void {
  if (host.kindOf(path) !== undefined) host.removeFile(path);
}

function removeEmptyParents(host: Host, folder: string, paths: readonly string[]): void {
  const parents = new Set(paths.map(parentOf));
  const tree = createTreeFolder(host, folder);
  for (const parent of parents) {
    if (parent === '' || tree.obstacleAt(`${parent}/x`) !== undefined) continue;
    removeIfEmpty(host, folder, parent.split('/'));
  }
}

/** Upwards as far as folders are empty; one that is already gone says nothing about those above it. */
function removeIfEmpty(host: Host, folder: string, steps: string[]): void {
  for (; steps.length > 0; steps.pop()) {
    const path = `${folder}/${steps.join('/')}`;
    if (host.kindOf(path) !== undefined && !host.removeEmptyFolder(path)) return;
  }
}

/** The folders of these paths and those above them, up to the output folder; those that are gone need nothing. */
export function syncFolders(host: Host, folder: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let parent = parentOf(path); !folders.has(parent); parent = parentOf(parent))
      folders.add(parent);
  }
  for (const each of folders) {
    const absolute = each === '' ? folder : `${folder}/${each}`;
    if (host.kindOf(absolute) === 'folder') host.sync(absolute);
  }
}

/** '' for an entry of the output folder itself. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
