/** A compilation and the tree on disk in; out: the files that are not what the sources give, by content. */
import type { CompileResult } from '../compile.ts';
import type { Host, TreeInspection } from '../io/host.ts';
import { createTreeFolder, type TreeFolder } from '../io/tree-folder.ts';
import { listedIntact } from '../tree/compare-outputs.ts';
import { type Content, hashOf, type TreeFile, textOf } from '../tree/content.ts';
import {
  createLockReader,
  entriesByLock,
  type LockEntries,
  lockPathOf,
  type ParsedLock,
  printLock,
  treeLockPath,
} from '../tree/lock.ts';
import { settle } from '../tree/settle.ts';
import { isLockWithin, ownsCommon, type Slice } from '../tree/slice.ts';
import { remainingOutputs, treeFilesOf } from './counted-outputs.ts';
import { readLocks } from './output-folder.ts';

export interface FileDifference {
  /** Relative to the output folder. */
  readonly path: string;
  /** `extra`: a lock lists it, and nothing asks for it any more. */
  readonly state: 'missing' | 'different' | 'extra';
}

export interface ComparedFiles {
  /** Sorted by path; locks are among them. */
  readonly differences: readonly FileDifference[];
  /** Files that are as they should be, locks not counted. */
  readonly same: number;
}

export interface FileComparison {
  readonly result: CompileResult;
  readonly slice: Slice | undefined;
  /** Of the tree as it stands, if it was begun; without it every file is looked at now. */
  readonly inspection?: TreeInspection | undefined;
}

/** Looks at what a build of the slice would write or delete, and at nothing else; writes nothing. */
export function compareFiles(host: Host, out: string, comparison: FileComparison): ComparedFiles {
  const tree = createTreeFolder(host, out);
  const locks = readLocks(tree);
  const { result, slice, inspection } = comparison;
  const { settled, rest, intact } = settle({
    files: treeFilesOf(result, slice),
    locks,
    slice,
    progress: host.progress,
    findIntact: inspection && (() => inspection.finish()),
  });
  const outputs = remainingOutputs(rest.files, settled, host.progress);
  const readLock = createLockReader(locks);
  const listed = listedIntact({ intact, slice: rest.slice }, readLock);
  const wantedHere = wantedFiles(outputs, locks, rest.slice);
  const { differences, wanted } = compareOutputs(tree, wantedHere, listed);
  const same = settled.files + wanted.size - differences.length;
  const own = new Map([...locks].filter(([path]) => isLockWithin(path, rest.slice)));
  const changedLocks = compareLocks(own, wanted);
  const extra = changedLocks
    .flatMap(({ path }) => (own.has(path) ? listedPaths(readLock(path)) : []))
    .filter((path) => !wanted.has(path) && tree.standing(path).kind !== 'absent')
    .map((path): FileDifference => ({ path, state: 'extra' }));
  const all = [...differences, ...extra, ...changedLocks];
  return { differences: all.sort((a, b) => (a.path < b.path ? -1 : 1)), same };
}

/** A slice leaves what belongs to no cluster alone once it is there. */
function* wantedFiles(
  files: Iterable<TreeFile>,
  locks: ReadonlyMap<string, string>,
  slice: Slice | undefined,
): Generator<TreeFile> {
  for (const file of files) {
    const isOfTree = lockPathOf(file.path) === treeLockPath;
    if (!isOfTree || ownsCommon(slice) || !locks.has(treeLockPath)) yield file;
  }
}

interface ComparedOutputs {
  readonly differences: FileDifference[];
  readonly wanted: ReadonlyMap<string, Content>;
}

/** Where nothing stands, no text is made. `listed`: the hashes of files that were found to stand as intact locks say. */
function compareOutputs(
  tree: TreeFolder,
  files: Iterable<TreeFile>,
  listed: LockEntries,
): ComparedOutputs {
  const differences: FileDifference[] = [];
  const wanted = new Map<string, Content>();
  for (const { path, content } of files) {
    wanted.set(path, content);
    const found = listed.get(path);
    const state = found === undefined ? stateOf(tree, path, content) : stateFrom(found, content);
    if (state !== 'same') differences.push({ path, state });
    // While the text is at hand: the lock is compared when it is forgotten.
    if (state !== 'missing') hashOf(content);
  }
  return { differences, wanted };
}

function stateOf(
  tree: TreeFolder,
  path: string,
  content: Content,
): 'same' | 'missing' | 'different' {
  if (tree.holds(path, () => textOf(content))) return 'same';
  const standing = tree.standing(path);
  if (standing.kind === 'absent') return 'missing';
  return standing.kind === 'file' && standing.hash === hashOf(content) ? 'same' : 'different';
}

function stateFrom(hash: string, content: Content): 'same' | 'different' {
  return hash === hashOf(content) ? 'same' : 'different';
}

/** A lock that cannot be read lists nothing; that it differs is said. */
function listedPaths(parsed: ParsedLock): readonly string[] {
  return parsed.ok ? [...parsed.entries.keys()] : [];
}

function compareLocks(
  present: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, Content>,
): FileDifference[] {
  const expected = entriesByLock(wanted);
  const found = [...expected].flatMap(([path, entries]): FileDifference[] => {
    const text = present.get(path);
    if (text === undefined) return [{ path, state: 'missing' }];
    return text === printLock(hashesOf(entries)) ? [] : [{ path, state: 'different' }];
  });
  const extra = [...present.keys()].filter((path) => !expected.has(path));
  return [...found, ...extra.map((path): FileDifference => ({ path, state: 'extra' }))];
}

function hashesOf(entries: ReadonlyMap<string, Content>): LockEntries {
  return new Map(Array.from(entries, ([path, content]) => [path, hashOf(content)]));
}
