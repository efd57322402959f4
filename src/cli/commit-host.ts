/** A host in; out: the same machine as it would look with another commit checked out. Only for reading. */
import { posix } from 'node:path';
import { sha256OfBytes } from '../io/digest.ts';
import { type EntryKind, type FoundFile, type Host, HostError } from '../io/host.ts';
import type { Commit, CommitEntry } from './git-commit.ts';
import { isBelow } from './list-sources.ts';

/** Bytes that are asked of git in one go. */
const batchBytes = 64 * 1024 * 1024;
const mostLinks = 20;

/**
 * Paths inside the repository show the commit, all others the machine. `seen` is the folder, as the caller calls it, whose
 * real path the commit was read for.
 */
export function createCommitHost(host: Host, commit: Commit, seen: string): Host {
  const view = createView(host, commit, seen);
  const blobs = createBlobs(commit);
  const readFile = (path: string) => {
    const inner = view.follow(path);
    if (inner === undefined) return host.readFile(path);
    const entry = commit.entries.get(inner);
    if (entry?.kind !== 'file') throw new HostError('read', path, 'the commit has no such file');
    const bytes = blobs.read(inner, entry);
    if (bytes === undefined)
      throw new HostError('read', path, 'git does not have its contents here');
    return bytes;
  };
  return {
    ...host,
    readFile,
    hashFile: (path) => sha256OfBytes(readFile(path)),
    holds(path, text) {
      const inner = view.follow(path);
      if (inner === undefined) return host.holds(path, text);
      const isFile = view.kindAt(inner) === 'file';
      return isFile && Buffer.compare(readFile(path), Buffer.from(text)) === 0;
    },
    inspectTree: () => undefined,
    kindOf: (path) => view.kindOf(path),
    realPath(path) {
      const inner = view.follow(path);
      if (inner === undefined) return host.realPath(path);
      return view.kindAt(inner) === undefined ? undefined : view.outer(inner);
    },
    listFiles(folder, options) {
      const inner = view.follow(folder);
      if (inner === undefined) return host.listFiles(folder, options);
      const found = listFiles(commit, { inner, folder, except: options.except });
      blobs.expect(found.map(({ path }) => posix.join(inner, path)));
      return found;
    },
    kindsIn(path) {
      const inner = view.follow(path);
      if (inner === undefined) return host.kindsIn(path);
      const names = namesIn(commit, inner);
      return new Map(
        names.flatMap((name) => {
          const kind = view.kindAt(posix.join(inner, name));
          return kind === undefined ? [] : [[name, kind] as const];
        }),
      );
    },
    listFolder(path) {
      const inner = view.follow(path);
      return inner === undefined ? host.listFolder(path) : namesIn(commit, inner);
    },
  };
}

interface View {
  /** The path inside the repository that a path leads to; undefined if it is not inside. */
  follow(path: string): string | undefined;
  kindOf(path: string): EntryKind | undefined;
  kindAt(inner: string): EntryKind | undefined;
  outer(inner: string): string;
}

function createView(host: Host, commit: Commit, seen: string): View {
  const folders = foldersOf(commit);
  const bases = basesOf(commit, seen);
  const outer = (inner: string) => posix.join(commit.folder, inner);
  const innerOf = (path: string): string | undefined => {
    const base = bases.find(({ folder }) => isBelow(path, folder));
    if (base === undefined) return undefined;
    const inner = posix.join(base.inner, posix.relative(base.folder, path));
    return /^\.git(?:\/|$)/.test(inner) ? undefined : inner === '.' ? '' : inner;
  };
  const kindAt = (inner: string): EntryKind | undefined =>
    commit.entries.get(inner)?.kind ?? (folders.has(inner) ? 'folder' : undefined);
  const follow = (path: string, links = mostLinks): string | undefined => {
    const inner = innerOf(path);
    const link = inner === undefined ? undefined : firstLink(commit, inner);
    if (inner === undefined || link === undefined || links === 0) return inner;
    const target = new TextDecoder().decode(commit.readBlobs([link.entry]).get(link.entry.id));
    const from = outer(posix.dirname(link.path));
    const rest = inner.slice(link.path.length + 1);
    return follow(host.resolve(from, posix.join(target, rest)), links - 1);
  };
  return {
    follow,
    kindAt,
    outer,
    kindOf(path) {
      const parent = follow(posix.dirname(path));
      const own = innerOf(path);
      if (own === '') return 'folder';
      if (own === undefined || parent === undefined) return host.kindOf(path);
      return kindAt(posix.join(parent, posix.basename(path)));
    },
  };
}

/** The repository by its real path, and by the path under which the caller sees it. */
function basesOf({ folder, prefix }: Commit, seen: string) {
  const inner = prefix.replace(/\/$/, '');
  const bases = [{ folder, inner: '' }];
  if (inner !== '' && seen.endsWith(`/${inner}`))
    bases.push({ folder: seen.slice(0, -inner.length - 1), inner: '' });
  bases.push({ folder: seen, inner });
  return bases;
}

function foldersOf({ entries }: Commit): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const path of entries.keys()) {
    for (
      let slash = path.lastIndexOf('/');
      slash > 0 && !folders.has(path.slice(0, slash));
      slash = path.lastIndexOf('/', slash - 1)
    )
      folders.add(path.slice(0, slash));
  }
  return folders;
}

function firstLink(
  { entries }: Commit,
  inner: string,
): { readonly path: string; readonly entry: CommitEntry } | undefined {
  const steps = inner.split('/');
  for (let length = 1; length <= steps.length; length += 1) {
    const path = steps.slice(0, length).join('/');
    const entry = entries.get(path);
    if (entry?.kind === 'link') return { path, entry };
  }
  return undefined;
}

function listFiles(
  { entries }: Commit,
  {
    inner,
    folder,
    except,
  }: { readonly inner: string; readonly folder: string; readonly except: readonly string[] },
): readonly FoundFile[] {
  const start = inner === '' ? '' : `${inner}/`;
  const found: FoundFile[] = [];
  for (const [whole, { kind }] of entries) {
    if (kind === 'folder' || !whole.startsWith(start)) continue;
    const path = whole.slice(start.length);
    const isHidden = path
      .split('/')
      .slice(0, -1)
      .some((step) => /^\.|^node_modules$/.test(step));
    const isLeftOut = except.some((each) => isBelow(posix.join(folder, path), each));
    if (!isHidden && !isLeftOut) found.push({ path, kind });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function namesIn({ entries }: Commit, inner: string): readonly string[] {
  const start = inner === '' ? '' : `${inner}/`;
  const names = new Set<string>();
  for (const path of entries.keys())
    if (path.startsWith(start)) names.add(path.slice(start.length).split('/')[0] ?? '');
  return [...names].sort();
}

interface Blobs {
  /** Tells which files are probably read soon. */
  expect(paths: readonly string[]): void;
  read(path: string, entry: CommitEntry): Uint8Array | undefined;
}

/** One question to git is slow and a thousand files are many: with a file its likes are fetched as well. */
function createBlobs(commit: Commit): Blobs {
  const known = new Map<string, Uint8Array>();
  let expected: readonly string[] = [];
  const likesOf = (path: string): CommitEntry[] => {
    const ending = posix.extname(path);
    return expected
      .slice(Math.max(0, expected.indexOf(path)))
      .filter((each) => posix.extname(each) === ending)
      .flatMap((each) => commit.entries.get(each) ?? [])
      .filter(({ id }) => !known.has(id));
  };
  return {
    expect(paths) {
      expected = paths;
    },
    read(path, entry) {
      if (known.has(entry.id)) return known.get(entry.id);
      const batch = [entry];
      let bytes = entry.size;
      for (const like of likesOf(path)) {
        bytes += like.size;
        if (bytes > batchBytes) break;
        batch.push(like);
      }
      for (const [id, content] of commit.readBlobs(batch)) known.set(id, content);
      return known.get(entry.id);
    },
  };
}
