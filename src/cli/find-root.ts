/** Where the repository begins, and which fedc.yaml it has. */

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { type Host, quietly } from '../io/host.ts';
import type { ReadingFlags } from './flags.ts';

const configName = 'fedc.yaml';

export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** Absolute; absent if there is none. */
  readonly config?: string;
}

/**
 * With PATH that folder is the root, and its fedc.yaml is used. Without it the search for a fedc.yaml goes up from the
 * working folder, at most to the folder with `.git`; the root is where it was found, else the working folder. `--config`
 * names the file itself, whose folder is the root if no PATH is given.
 */
export function findRoot(
  host: Host,
  { path, config }: ReadingFlags,
): { readonly root: Root } | { readonly diagnostic: Diagnostic } {
  const named = config === undefined ? undefined : host.resolve(host.workingFolder, config);
  if (path === undefined) {
    if (named === undefined) return { root: searchUpwards(host) };
    return { root: { folder: parentOf(named), config: named } };
  }
  // A folder that is a link is meant; links inside it are not followed.
  const resolved = host.resolve(host.workingFolder, path);
  const folder = host.realPath(resolved) ?? resolved;
  const kind = host.kindOf(folder);
  if (kind !== 'folder') return { diagnostic: noFolder(path, kind === undefined) };
  return { root: named === undefined ? withConfig(host, folder) : { folder, config: named } };
}

function noFolder(path: string, isMissing: boolean): Diagnostic {
  if (isMissing)
    return diagnose('repo/unreadable', { file: path }, { path, reason: 'there is no such folder' });
  const problem = `PATH is the folder of a repository, and ${quote(path)} is none.`;
  return diagnose(
    'cli/usage',
    { flag: path },
    { problem, hint: `Use -f ${path} to read one file.` },
  );
}

function searchUpwards(host: Host): Root {
  const folders = foldersUpTo(host.workingFolder);
  const last = folders.findIndex((folder) => host.kindOf(inside(folder, '.git')) !== undefined);
  // Outside of every repository a fedc.yaml further up is somebody else's.
  const candidates = folders.slice(0, last < 0 ? 1 : last + 1);
  const found = candidates.find((folder) => withConfig(host, folder).config !== undefined);
  return withConfig(host, found ?? host.workingFolder);
}

function withConfig(host: Host, folder: string): Root {
  const config = inside(folder, configName);
  return host.kindOf(config) === undefined ? { folder } : { folder, config };
}

/** The folder itself or the nearest one above it that git calls a repository; what the machine refuses to look at is none. */
export function nearestRepository(host: Host, folder: string): string | undefined {
  let found: string | undefined;
  for (const each of foldersUpTo(folder)) {
    quietly(() => {
      if (host.kindOf(inside(each, '.git')) !== undefined) found = each;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folder, then those above it. */
function foldersUpTo(start: string): readonly string[] {
  const folders = [start];
  for (let folder = start; parentOf(folder) !== folder; folder = parentOf(folder))
    folders.push(parentOf(folder));
  return folders;
}

/** The path of an entry of a folder, both absolute. */
export function inside(folder: string, path: string): string {
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** The folder that an absolute path is in; the root of the file system is its own. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  return slash === 0 ? '/' : path.slice(0, slash);
}
