/** The output folder as it stands on disk: what may be touched there, and what is in the way. */
import type { Host } from './host.ts';

export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly hash: string }
  | { readonly kind: 'obstacle'; readonly reason: string };

export interface TreeFolder {
  /** What stands at a path relative to the folder; every step of the path is looked at, no link is followed. */
  standing(path: string): Standing;
  /** The locks that are there: path relative to the folder, and bytes. */
  readLocks(): ReadonlyMap<string, Uint8Array>;
  /** It holds folders of the names that a tree uses, but was not written by fedc. */
  isForeign(): boolean;
}

/** Looks at a folder that need not exist. */
export function createTreeFolder(host: Host, folder: string): TreeFolder {
  const folders = new Map<string, string | undefined>();
  const obstacleAbove = (path: string): string | undefined => {
    const slash = path.lastIndexOf('/');
    if (slash < 0) return undefined;
    const parent = path.slice(0, slash);
    if (!folders.has(parent)) {
      folders.set(
        parent,
        obstacleAbove(parent) ?? folderObstacle(host, `${folder}/${parent}`, parent),
      );
    }
    return folders.get(parent);
  };
  return {
    standing(path) {
      const obstacle = obstacleAbove(path);
      if (obstacle !== undefined) return { kind: 'obstacle', reason: obstacle };
      return standingAt(host, `${folder}/${path}`);
    },
    readLocks: () => readLocks(host, folder),
    isForeign() {
      const names = host.listFolder(folder);
      const isTreeLike = ['clusters', 'index', 'engine'].some((name) => names.includes(name));
      return isTreeLike && host.kindOf(`${folder}/index/lock`) === undefined;
    },
  };
}

function folderObstacle(host: Host, absolute: string, shown: string): string | undefined {
  switch (host.kindOf(absolute)) {
    case undefined:
    case 'folder':
      return undefined;
    case 'link':
      return `${shown} is a symbolic link`;
    case 'file':
    case 'other':
      return `${shown} is not a folder`;
  }
}

function standingAt(host: Host, absolute: string): Standing {
  switch (host.kindOf(absolute)) {
    case undefined:
      return { kind: 'absent' };
    case 'file':
      return { kind: 'file', hash: host.hashFile(absolute) };
    case 'link':
      return { kind: 'obstacle', reason: 'a symbolic link stands there' };
    case 'folder':
      return { kind: 'obstacle', reason: 'a folder stands there' };
    case 'other':
      return { kind: 'obstacle', reason: 'a device, pipe or socket stands there' };
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
