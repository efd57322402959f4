/** A tree where none stands: written beside its place with plain writes, and moved there at once. */
import { counted } from '../model/progress.ts';
import { createFolderMaker, type Durability, type LockedPlan, syncFolders } from './apply.ts';
import { type FileWork, type Host, HostError, quietly } from './host.ts';
import { stateFolder } from './state-folder.ts';
import { TreeChanged } from './tree-changed.ts';
import { leaveWriter, type Taken, takeWriter } from './writer.ts';

export type Staging =
  | (Taken & { readonly kind: 'taken' })
  | (Taken & { readonly kind: 'busy' })
  /** Something that is not fedc's stands where the folder would. */
  | { readonly kind: 'foreign' }
  /** The machine refuses a folder there: the tree has to be written in its place. */
  | { readonly kind: 'impossible' };

/** The folder in which the tree of an output folder is prepared. */
export function stagingFolder(out: string): string {
  return `${out}.fedc-new`;
}

/** Makes the folder, or takes over the one of a run that has ended, and empties it. */
export function openStaging(host: Host, out: string): Staging {
  const folder = stagingFolder(out);
  if (!isFreeOrOurs(host, folder)) return { kind: 'foreign' };
  try {
    const taken = takeWriter(host, folder);
    if (taken.kind === 'taken') emptyFolder(host, folder, [stateFolder]);
    return taken;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    quietly(() => leaveWriter(host, folder));
    quietly(() => host.removeEmptyFolder(folder));
    return { kind: 'impossible' };
  }
}

/** Removes the folder and everything in it; its mark goes last, so that it is recognised wherever this is stopped. */
export function removeStaging(host: Host, out: string): void {
  const folder = stagingFolder(out);
  emptyFolder(host, folder, [stateFolder]);
  leaveWriter(host, folder);
  host.removeEmptyFolder(folder);
}

/** Whether a run that was interrupted, or still goes on, has left the folder. */
export function isStaged(host: Host, out: string): boolean {
  const folder = stagingFolder(out);
  return host.kindOf(folder) !== undefined && isFreeOrOurs(host, folder);
}

/** Takes away the empty folder that may stand in place of the tree; false if it has to stay, as a mounted disk does. */
export function makeRoom(host: Host, out: string): boolean {
  try {
    return host.kindOf(out) === undefined || host.removeEmptyFolder(out);
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

/** A staging folder into which files are written before it is known what else belongs there, or whether any of it does. */
export interface BegunStaging {
  readonly staging: Taken & { readonly kind: 'taken' };
  readonly work: FileWork;
  /** How many files were given to the work. */
  readonly files: number;
}

/**
 * Opens the folder; undefined where it cannot be, or where that would leave another folder behind or take one away: what stands
 * there, of whomever, is not touched before it is known that something will be written. `files`: probably so many.
 */
export function beginStaging(host: Host, out: string, files: number): BegunStaging | undefined {
  const parent = out.slice(0, out.lastIndexOf('/')) || '/';
  if (host.kindOf(parent) !== 'folder') return undefined;
  if (host.kindOf(stagingFolder(out)) !== undefined) return undefined;
  const staging = unlessChanged(() => openStaging(host, out));
  if (staging?.kind !== 'taken') return undefined;
  return { staging, work: host.openFileWork(files), files: 0 };
}

/** Undefined where somebody puts something in the way at this very moment. */
function unlessChanged<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof TreeChanged)) throw error;
    return undefined;
  }
}

/** Removes the folder once nobody writes there any more. `begun`: what was begun there, whatever came of that. */
export function abandonStaging(host: Host, out: string, begun?: BegunStaging): void {
  try {
    begun?.work.finish();
  } catch {
    // What could not be written is not wanted any more.
  }
  removeStaging(host, out);
}

/** Writes everything, or what is left of it where it was begun; nobody looks at it yet. */
export function fillStaging(
  host: Host,
  out: string,
  {
    plan,
    durability,
    begun,
  }: {
    readonly plan: LockedPlan;
    readonly durability: Durability;
    readonly begun?: BegunStaging | undefined;
  },
): void {
  const folder = stagingFolder(out);
  const { writes, locks } = plan;
  const written: string[] = [];
  const makeFolder = createFolderMaker(host);
  const count = writes.length + locks.length;
  const work = begun?.work ?? host.openFileWork(count);
  let files = begun?.files ?? 0;
  const rest = count - files;
  host.progress.begin('writing', () => rest);
  const write = (path: string, put: (target: string) => void) => {
    const target = `${folder}/${path}`;
    makeFolder(target.slice(0, target.lastIndexOf('/')));
    put(target);
    if (durability === 'full') written.push(path);
  };
  try {
    // One after the other, so that a text need not be there before it is written, nor after.
    for (const { path, text, shared, wanted } of counted(writes, host.progress)) {
      write(path, (target) => work.write(target, text, { shared, wanted }));
      files += 1;
    }
  } finally {
    // Nobody may write there any more when it is taken away.
    work.finish();
  }
  if (files !== writes.length)
    throw new Error(`${files} files were written where ${writes.length} belong`);
  // What they hold is known only when everything is written.
  for (const { path, text } of counted(locks, host.progress))
    write(path, (target) => host.writeFile(target, text));
  for (const path of written) host.sync(`${folder}/${path}`);
  syncFolders(host, folder, written);
}

/** The moment at which the tree is there. */
export function publishStaging(host: Host, out: string, durability: Durability): void {
  host.rename(stagingFolder(out), out);
  if (durability === 'full') host.sync(out.slice(0, out.lastIndexOf('/')) || '/');
}

/** A folder of ours holds a state folder; one in which that was not made yet, or is gone already, is empty. */
function isFreeOrOurs(host: Host, folder: string): boolean {
  const kind = host.kindOf(folder);
  if (kind === undefined) return true;
  if (kind !== 'folder') return false;
  const state = host.kindOf(`${folder}/${stateFolder}`);
  if (state !== undefined && state !== 'folder') return false;
  if (host.listFolder(folder).every((name) => name === stateFolder)) return true;
  const marks = host.listFolder(`${folder}/${stateFolder}`);
  return marks.some((name) => name.startsWith('writer'));
}

/** Links are removed, never followed. */
function emptyFolder(host: Host, folder: string, except: readonly string[]): void {
  for (const name of host.listFolder(folder)) {
    if (except.includes(name)) continue;
    const path = `${folder}/${name}`;
    if (host.kindOf(path) !== 'folder') {
      host.removeFile(path);
      continue;
    }
    emptyFolder(host, path, []);
    host.removeEmptyFolder(path);
  }
}
