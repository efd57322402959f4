/** Patterns and flags in, the files to read out. */
import { posix } from 'node:path';
import { isExcluded, matchesAny } from '../config/match-path.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { FoundFile, Host } from '../io/host.ts';
import type { Options } from '../model/config.ts';
import type { SourceFile } from '../model/source.ts';
import { inside, type Root } from './find-root.ts';

/** A file to read. */
export interface ListedFile {
  /** Relative to the root, separated by '/'. */
  readonly path: string;
  readonly absolute: string;
  readonly role?: SourceFile['role'];
}

export interface ListRequest {
  readonly root: Root;
  readonly options: Options;
  /** Files named by -f, relative to the working folder; then `sources:` does not count. */
  readonly named: readonly string[];
  /** Absolute paths of folders that hold trees. */
  readonly except: readonly string[];
  /** True if a flag or a variable named the inventory: it may then stand outside the root. */
  readonly isInventoryTrusted: boolean;
}

/** The default of `sources:`, for a folder named by -f. */
const manifests = ['**/*.{yaml,yml,json}'];

/** The files in the order of their paths, each once; what is named but not there is repo/unreadable. */
export function listSources(host: Host, request: ListRequest): Outcome<readonly ListedFile[]> {
  const { root, options, named } = request;
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, ListedFile>();
  const add = (outcome: Outcome<readonly ListedFile[]>) => {
    diagnostics.push(...outcome.diagnostics);
    for (const file of outcome.value) if (file.absolute !== root.config) files.set(file.path, file);
  };
  const found = host.listFiles(root.folder, {
    except: request.except,
    mayMiss: (path) => path !== '' && isExcludedWhole(path, options.exclude),
  });
  const plain = options.plainObjects.flatMap((rule) => rule.files);
  if (named.length === 0) {
    const wanted = found.filter(
      ({ path }) =>
        matchesAny(path, [...options.sources, ...plain]) && !isExcluded(path, options.exclude),
    );
    add(resolveLinks(host, root.folder, wanted));
    add(literalFiles(host, request, options.sources, 'source'));
  } else {
    add(namedFiles(host, request));
  }
  const inventory = options.inventory ?? [];
  const clusters = found.filter(({ path }) => matchesAny(path, inventory));
  const resolved = resolveLinks(host, root.folder, clusters);
  add({ ...resolved, value: resolved.value.map((file) => ({ ...file, role: 'inventory' })) });
  add(literalFiles(host, request, inventory, 'inventory'));
  diagnostics.push(...idlePatterns(host, root, inventory, found));
  return { value: [...files.values()].sort(byPath), diagnostics };
}

/** Whatever the files and folders in it are called. */
function isExcludedWhole(folder: string, patterns: readonly string[]): boolean {
  return ['x', 'x/x'].every((inner) => isExcluded(`${folder}/${inner}`, patterns));
}

function byPath(a: ListedFile, b: ListedFile): number {
  return a.path < b.path ? -1 : 1;
}

/** A link to a file inside the root is read; one that leads out could make anything of the machine part of the tree. */
function resolveLinks(
  host: Host,
  folder: string,
  found: readonly FoundFile[],
): Outcome<readonly ListedFile[]> {
  const realRoot = host.realPath(folder) ?? folder;
  const diagnostics: Diagnostic[] = [];
  const value = found.flatMap(({ path, kind }) => {
    const file = { path, absolute: inside(folder, path) };
    if (kind === 'file') return [file];
    const real = host.realPath(file.absolute);
    if (real === undefined) diagnostics.push(unreadable(path, 'the link leads nowhere'));
    else if (!isBelow(real, realRoot))
      diagnostics.push(unreadable(path, 'the link leads out of the repository'));
    else return host.kindOf(real) === 'file' ? [file] : [];
    return [];
  });
  return { value, diagnostics };
}

/** Patterns without wildcards name a file, which has to be there and is read whatever it holds. */
function literalFiles(
  host: Host,
  { root, isInventoryTrusted }: ListRequest,
  patterns: readonly string[],
  role: 'source' | 'inventory',
): Outcome<readonly ListedFile[]> {
  const isTrusted = role === 'inventory' && isInventoryTrusted;
  const outcomes = patterns
    .filter((pattern) => isLiteral(host, root.folder, pattern))
    .map((pattern) =>
      namedFile(host, host.resolve(root.folder, pattern), { root, role, isTrusted }),
    );
  return flatten(outcomes);
}

/** An inventory that is not there must not turn into another one that is found among the sources. */
function idlePatterns(
  host: Host,
  root: Root,
  inventory: readonly string[],
  found: readonly FoundFile[],
): Diagnostic[] {
  return inventory
    .filter((pattern) => !isLiteral(host, root.folder, pattern))
    .filter((pattern) => !found.some(({ path }) => matchesAny(path, [pattern])))
    .map((pattern) => unreadable(pattern, 'no file in the repository matches'));
}

function isLiteral(host: Host, folder: string, pattern: string): boolean {
  return !/[*?[\]{}()!]/.test(pattern) || host.kindOf(host.resolve(folder, pattern)) === 'file';
}

interface NamedFileOptions {
  readonly root: Root;
  readonly role: 'source' | 'inventory';
  /** Named by a flag: it may stand anywhere. */
  readonly isTrusted: boolean;
}

/** A file that has to be there; one that is no file, or stands outside of the root though not trusted, is repo/unreadable. */
export function namedFile(
  host: Host,
  absolute: string,
  { root, role, isTrusted }: NamedFileOptions,
): Outcome<readonly ListedFile[]> {
  const path = posix.relative(root.folder, absolute);
  const real = host.realPath(absolute);
  const refuse = (reason: string) => ({ value: [], diagnostics: [unreadable(path, reason)] });
  if (real === undefined) return refuse('there is no such file');
  const realRoot = host.realPath(root.folder) ?? root.folder;
  if (!isTrusted && !isBelow(real, realRoot)) return refuse('it stands outside of the repository');
  if (host.kindOf(real) === 'folder') return refuse(`it is a folder; write ${path}/**/*.yaml`);
  return { value: [{ path, absolute, role }], diagnostics: [] };
}

function namedFiles(host: Host, { root, named }: ListRequest): Outcome<readonly ListedFile[]> {
  const outcomes = named
    .filter((name) => name !== '-')
    .map((name) => {
      const absolute = host.resolve(host.workingFolder, name);
      if (host.kindOf(host.realPath(absolute) ?? absolute) === 'folder')
        return folderFiles(host, absolute, root);
      return namedFile(host, absolute, { root, role: 'source', isTrusted: true });
    });
  return flatten(outcomes);
}

function folderFiles(host: Host, folder: string, root: Root): Outcome<readonly ListedFile[]> {
  const found = host
    .listFiles(folder, { except: [] })
    .filter(({ path }) => matchesAny(path, manifests));
  const { value, diagnostics } = resolveLinks(host, folder, found);
  const fromRoot = value.map(({ absolute }) => ({
    path: posix.relative(root.folder, absolute),
    absolute,
  }));
  return { value: fromRoot, diagnostics };
}

function flatten(
  outcomes: readonly Outcome<readonly ListedFile[]>[],
): Outcome<readonly ListedFile[]> {
  return {
    value: outcomes.flatMap((outcome) => outcome.value),
    diagnostics: outcomes.flatMap((outcome) => outcome.diagnostics),
  };
}

/** Whether a path is a folder or stands below it; both absolute. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function unreadable(path: string, reason: string): Diagnostic {
  return diagnose('repo/unreadable', { file: path }, { path, reason });
}
