/** What stands at a path, or in a folder: the entries themselves, never what a link leads to. */
import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import type { EntryKind } from './host.ts';

/** Undefined if nothing stands there. @throws what the system refuses. */
export function kindOf(path: string): EntryKind | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : kindFrom(stats);
}

/** The entries of a folder by name, with one look at it. @throws what the system refuses. */
export function kindsIn(folder: string): ReadonlyMap<string, EntryKind> {
  const entries = readdirSync(folder, { withFileTypes: true });
  return new Map(entries.map((entry) => [entry.name, kindFrom(entry)]));
}

function kindFrom(entry: Stats | Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}
