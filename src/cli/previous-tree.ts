/** The tree that was written last, as far as replica counts are read from it. */
import type { Host } from '../io/host.ts';
import { createTreeFolder } from '../io/tree-folder.ts';
import { parseLock } from '../tree/lock.ts';
import { inside } from './find-root.ts';
import { recoveredPaths } from './tree-snapshot.ts';

/** Only these kinds have replica preferences. */
const scalable = /^clusters\/.*\/(?:deployment|replicaset)\.[^/]*\.yaml$/;

/**
 * Files that a lock lists, or that a build left which was stopped, and that still have the hash they should; what was edited
 * since does not count. Undefined if no tree was written yet.
 */
export function readPreviousTree(
  host: Host,
  folder: string,
): readonly { readonly path: string; readonly text: string }[] | undefined {
  const tree = createTreeFolder(host, folder);
  const locks = tree.readLocks();
  if (locks.size === 0) return undefined;
  const decoder = new TextDecoder();
  const listed = [...locks].flatMap(([lockPath, bytes]) => {
    const lock = parseLock(decoder.decode(bytes), lockPath);
    return lock.ok ? [...lock.entries] : [];
  });
  const owned = new Map([...listed, ...recoveredPaths(host, folder)]);
  return [...owned].flatMap(([path, hash]) => {
    if (!scalable.test(path)) return [];
    const standing = tree.standing(path);
    if (standing.kind !== 'file' || standing.hash !== hash) return [];
    return [{ path, text: decoder.decode(host.readFile(inside(folder, path))) }];
  });
}
