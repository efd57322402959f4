/** A compilation and the tree on disk in; out: the files that are not what the sources give, by content. */
import { type CompileResult, outputFiles } from '../compile.ts';
import type { Host } from '../io/host.ts';
import { createTreeFolder, type TreeFolder } from '../io/tree-folder.ts';
import { sha256Hex } from '../kube/digest.ts';
import type { OutputFile } from '../model/output.ts';
import { entriesByLock, lockPathOf, parseLock, printLock, treeLockPath } from '../tree/lock.ts';
import { isLockWithin, type Slice } from '../tree/slice.ts';
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

/** Looks at what a build of the slice would write or delete, and at nothing else; writes nothing. */
export function compareFiles(
  host: Host,
  out: string,
  { result, slice }: { readonly result: CompileResult; readonly slice: Slice | undefined },
): ComparedFiles {
  const tree = createTreeFolder(host, out);
  const locks = readLocks(tree);
  const { differences, wanted } = compareOutputs(
    tree,
    wantedFiles(outputFiles(result, slice), locks, slice),
  );
  const same = wanted.size - differences.length;
  const own = [...locks].filter(([path]) => isLockWithin(path, slice));
  const extra = own
    .flatMap(([path, text]) => listedPaths(path, text))
    .filter((path) => !wanted.has(path) && tree.standing(path).kind !== 'absent')
    .map((path): FileDifference => ({ path, state: 'extra' }));
  const all = [...differences, ...extra, ...compareLocks(new Map(own), wanted)];
  return { differences: all.sort((a, b) => (a.path < b.path ? -1 : 1)), same };
}

/** A slice leaves what belongs to no cluster alone once it is there. */
function* wantedFiles(
  files: Iterable<OutputFile>,
  locks: ReadonlyMap<string, string>,
  slice: Slice | undefined,
): Generator<OutputFile> {
  for (const file of files) {
    const isOfTree = lockPathOf(file.path) === treeLockPath;
    if (!(isOfTree && slice !== undefined && locks.has(treeLockPath))) yield file;
  }
}

function compareOutputs(
  tree: TreeFolder,
  files: Iterable<OutputFile>,
): { readonly differences: FileDifference[]; readonly wanted: ReadonlyMap<string, string> } {
  const differences: FileDifference[] = [];
  const wanted = new Map<string, string>();
  const hashOf = rememberedHash();
  for (const { path, text } of files) {
    const hash = hashOf(text);
    wanted.set(path, hash);
    const standing = tree.standing(path);
    if (standing.kind === 'absent') differences.push({ path, state: 'missing' });
    else if (standing.kind === 'obstacle' || standing.hash !== hash)
      differences.push({ path, state: 'different' });
  }
  return { differences, wanted };
}

const mostRemembered = 10_000;

/** Clusters share most texts; those of long ago are given up. */
function rememberedHash(): (text: string) => string {
  const hashes = new Map<string, string>();
  return (text) => {
    const hash = hashes.get(text) ?? sha256Hex(text);
    if (hashes.size >= mostRemembered) hashes.clear();
    hashes.set(text, hash);
    return hash;
  };
}

/** A lock that cannot be read lists nothing; that it differs is said. */
function listedPaths(lockPath: string, text: string): readonly string[] {
  const parsed = parseLock(text, lockPath);
  return parsed.ok ? [...parsed.entries.keys()] : [];
}

function compareLocks(
  present: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): FileDifference[] {
  const expected = entriesByLock(wanted);
  const found = [...expected].flatMap(([path, entries]): FileDifference[] => {
    const text = present.get(path);
    if (text === printLock(entries)) return [];
    return [{ path, state: text === undefined ? 'missing' : 'different' }];
  });
  const extra = [...present.keys()].filter((path) => !expected.has(path));
  return [...found, ...extra.map((path): FileDifference => ({ path, state: 'extra' }))];
}
