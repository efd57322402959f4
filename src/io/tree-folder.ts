/** The output folder as it stands on disk: what may be touched there, and what is in the way. */
import { type EntryKind, type FileWork, type Host, HostError, unlessRefused } from './host.ts';
import { pendingPath } from './state-folder.ts';

export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly hash: string }
  | { readonly kind: 'obstacle'; readonly reason: string };

export interface TreeFolder {
  /** What stands at a path relative to the folder; every step of the path is looked at, no link is followed. */
  standing(path: string): Standing;
  /** The bytes of a plain file; undefined for whatever else stands at a path, or behind a link. */
  readFile(path: string): Uint8Array | undefined;
  /** Whether a plain file of exactly this text stands at a path; folders are looked at as a whole, once. The text is asked for only where a file stands. */
  holds(path: string, text: () => string): boolean;
  /** As `holds`, for many files, `count` at most: asked first, answered at the end by their numbers. */
  openComparison(count: number): FileComparison;
  /** The entries of a folder by name, as they stood when it was first asked about; no link in it is followed. */
  kindsIn(folder: string): ReadonlyMap<string, EntryKind>;
  /** Why nothing may be written or deleted at a path; like `standing`, but no file is read. */
  obstacleAt(path: string): string | undefined;
  /** The locks that are there: path relative to the folder, and bytes. */
  readLocks(): ReadonlyMap<string, Uint8Array>;
  /** It holds folders of the names that a tree uses, but was not written by fedc. */
  isForeign(): boolean;
}

/** Questions about files of the folder, and their answers by number, from zero. */
export interface FileComparison {
  ask(path: string, text: () => string, shared?: object): void;
  finish(): (index: number) => boolean;
}

/** Looks at a folder that need not exist. */
export function createTreeFolder(host: Host, folder: string): TreeFolder {
  const parents = new Map<string, Parent>();
  const parentOf = (path: string): Parent => {
    const slash = path.lastIndexOf('/');
    if (slash < 0) return { kind: 'folder' };
    const parent = path.slice(0, slash);
    let known = parents.get(parent);
    if (known === undefined) {
      const above = parentOf(parent);
      known = above.kind === 'folder' ? parentAt(host, `${folder}/${parent}`, parent) : above;
      parents.set(parent, known);
    }
    return known;
  };
  const listed = new Map<string, ReadonlyMap<string, EntryKind>>();
  const kindsIn = (parent: string): ReadonlyMap<string, EntryKind> => {
    let known = listed.get(parent);
    if (known === undefined) {
      known = host.kindsIn(parent === '' ? folder : `${folder}/${parent}`);
      listed.set(parent, known);
    }
    return known;
  };
  const isFile = (path: string): boolean => {
    if (parentOf(path).kind !== 'folder') return false;
    const slash = path.lastIndexOf('/');
    // A folder that must not be listed may still let its files be looked at, one by one.
    const kinds = unlessRefused(() => kindsIn(path.slice(0, Math.max(0, slash))));
    return kinds?.get(path.slice(slash + 1)) === 'file';
  };
  const entryAt = (path: string): Entry => {
    const parent = parentOf(path);
    switch (parent.kind) {
      case 'absent':
      case 'obstacle':
        return parent;
      case 'folder':
        return entryOf(kindOf(host, `${folder}/${path}`));
    }
  };
  return {
    standing(path) {
      const entry = entryAt(path);
      return entry.kind === 'file'
        ? { kind: 'file', hash: host.hashFile(`${folder}/${path}`) }
        : entry;
    },
    readFile: (path) =>
      entryAt(path).kind === 'file' ? host.readFile(`${folder}/${path}`) : undefined,
    holds: (path, text) => isFile(path) && host.holds(`${folder}/${path}`, text()),
    openComparison: (count) => createComparison(() => host.openFileWork(count), { folder, isFile }),
    kindsIn,
    obstacleAt(path) {
      const entry = entryAt(path);
      return entry.kind === 'obstacle' ? entry.reason : undefined;
    },
    readLocks: () => readLocks(host, folder),
    isForeign() {
      const names = host.listFolder(folder);
      const isTreeLike = ['clusters', 'index', 'engine'].some((name) => names.includes(name));
      const marks = ['index/lock', pendingPath];
      return isTreeLike && marks.every((mark) => host.kindOf(`${folder}/${mark}`) === undefined);
    },
  };
}

/** The work is opened for the first file that stands there. */
function createComparison(
  open: () => FileWork,
  { folder, isFile }: { readonly folder: string; readonly isFile: (path: string) => boolean },
): FileComparison {
  // The number of each question's comparison; undefined where no file stands.
  const numbers: (number | undefined)[] = [];
  let comparisons = 0;
  let work: FileWork | undefined;
  return {
    ask(path, text, shared) {
      const isThere = isFile(path);
      numbers.push(isThere ? comparisons : undefined);
      if (!isThere) return;
      comparisons += 1;
      work ??= open();
      work.compare(`${folder}/${path}`, text(), shared);
    },
    finish() {
      const answerOf = work?.finish();
      return (index) => {
        const number = numbers[index];
        return number !== undefined && answerOf?.(number) === true;
      };
    },
  };
}

type Parent =
  | { readonly kind: 'folder' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'obstacle'; readonly reason: string };

type Entry =
  | { readonly kind: 'file' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'obstacle'; readonly reason: string };

function parentAt(host: Host, absolute: string, shown: string): Parent {
  switch (kindOf(host, absolute)) {
    case undefined:
      return { kind: 'absent' };
    case 'folder':
      return { kind: 'folder' };
    case 'link':
      return { kind: 'obstacle', reason: `${shown} is a symbolic link` };
    case 'file':
    case 'other':
      return { kind: 'obstacle', reason: `${shown} is not a folder` };
  }
}

function entryOf(kind: EntryKind | undefined): Entry {
  switch (kind) {
    case undefined:
      return { kind: 'absent' };
    case 'file':
      return { kind: 'file' };
    case 'link':
      return { kind: 'obstacle', reason: 'a symbolic link stands there' };
    case 'folder':
      return { kind: 'obstacle', reason: 'a folder stands there' };
    case 'other':
      return { kind: 'obstacle', reason: 'a device, pipe or socket stands there' };
  }
}

/** A path at which nothing can be looked up (too long, for instance) cannot be written either. */
function kindOf(host: Host, absolute: string): EntryKind | undefined {
  try {
    return host.kindOf(absolute);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new HostError('write', error.path, error.reason);
  }
}

/** Links are passed over here; whoever wants to write a lock finds them in the way. */
function readLocks(host: Host, folder: string): ReadonlyMap<string, Uint8Array> {
  const locks = new Map<string, Uint8Array>();
  const isPlainFolder = ['index', 'index/clusters'].map(
    (path) => host.kindOf(`${folder}/${path}`) === 'folder',
  );
  const paths = [
    ...(isPlainFolder[0] === true ? ['index/lock'] : []),
    ...(isPlainFolder.every(Boolean)
      ? host
          .listFolder(`${folder}/index/clusters`)
          .filter((name) => name.endsWith('.lock'))
          .map((name) => `index/clusters/${name}`)
      : []),
  ];
  for (const path of paths) {
    if (host.kindOf(`${folder}/${path}`) === 'file')
      locks.set(path, host.readFile(`${folder}/${path}`));
  }
  return locks;
}
