/** The output folder: whether it may be one, how it is shown, and what its locks say. */
import { posix } from 'node:path';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Host } from '../io/host.ts';
import { createTreeFolder, type TreeFolder } from '../io/tree-folder.ts';
import { isObject } from '../model/kube-object.ts';
import { canBeListed } from '../tree/lock.ts';
import { isBelow } from './list-sources.ts';

/** The output folder as seen from the working folder. */
export function shownFolder(host: Host, out: string): string {
  const relative = posix.relative(host.workingFolder, out);
  return relative === ''
    ? '.'
    : /^\.\.\/\.\.(?:\/|$)/.test(relative) || out === '/'
      ? out
      : relative;
}

/** A path of the tree as seen from the working folder; '' is the tree itself. */
export function shownPath(host: Host, out: string, path: string): string {
  const folder = shownFolder(host, out);
  if (path === '') return folder;
  return folder === '.' ? path : `${folder}/${path}`;
}

/** The tree names files from its own root; people look for them, and type them, from where they are. */
export function withFolder(host: Host, diagnostic: Diagnostic, out: string): Diagnostic {
  const { at, args, code, severity, related } = diagnostic;
  if (!('file' in at) || 'pointer' in at || 'line' in at) return diagnostic;
  const place = { file: shownPath(host, out, at.file) };
  if (!isObject(args) || typeof args['path'] !== 'string') return { ...diagnostic, at: place };
  const shown = { ...args, path: shownPath(host, out, args['path']) };
  // The same code with the same facts, one of them seen from elsewhere.
  return diagnose<Code>(code, place, shown as never, { severity, related });
}

/** Texts of the locks that are there, by path. */
export function readLocks(tree: TreeFolder): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map([...tree.readLocks()].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

/**
 * `tree/path-escape` for a folder that cannot be an output, `tree/not-a-tree` for one that somebody else uses. `different` are
 * files there that an adoption could not claim, in the folder.
 */
export function refuseFolder(
  host: Host,
  { root, out, different }: FolderQuestion,
): readonly Diagnostic[] {
  const refusals = refuseLocation(host, root, out);
  if (refusals.length > 0 || !createTreeFolder(host, out).isForeign()) return refusals;
  const path = shownFolder(host, out);
  const shown = different?.map((each) => shownPath(host, out, each));
  const args = { path, ...(shown === undefined ? {} : { different: shown }) };
  return [diagnose('tree/not-a-tree', { file: path }, args)];
}

interface FolderQuestion {
  readonly root: string;
  readonly out: string;
  readonly different?: readonly string[];
}

/** `tree/path-escape` for a folder that cannot be an output, whatever is in it. */
export function refuseLocation(host: Host, root: string, out: string): readonly Diagnostic[] {
  const reason = reasonAgainst(host, root, out);
  const path = shownFolder(host, out);
  return reason === undefined
    ? []
    : [diagnose('tree/path-escape', { flag: '--out' }, { path, reason })];
}

/** Paths relative to the working folder in, the same relative to the tree out; cli/usage for what no tree can own. */
export function treePaths(
  host: Host,
  out: string,
  { paths, flag }: { readonly paths: readonly string[]; readonly flag: string },
): Outcome<readonly string[]> {
  const value: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const absolute = host.resolve(host.workingFolder, path);
    const relative = isBelow(absolute, out) ? posix.relative(out, absolute) : '';
    if (canBeListed(relative) && !relative.startsWith('.fedc/')) value.push(relative);
    else diagnostics.push(noTreePath(path, flag, shownFolder(host, out)));
  }
  return { value, diagnostics };
}

function noTreePath(path: string, flag: string, folder: string): Diagnostic {
  const problem = `${quote(path)} is not a file that fedc could own in ${folder}.`;
  const hint = 'Paths are relative to the working folder, and locks cannot be named.';
  return diagnose('cli/usage', { flag }, { problem, hint });
}

/** Both as written and with links followed, so that no link makes one folder out of two. */
function reasonAgainst(host: Host, root: string, out: string): string | undefined {
  const kind = host.kindOf(host.realPath(out) ?? out);
  if (kind !== undefined && kind !== 'folder') return 'it is not a folder';
  const outs = [out, realOrNearest(host, out)];
  if (outs.some((each) => /^(?:[A-Za-z]:)?\/$/.test(each)))
    return 'it is the root of the file system';
  const home = host.homeFolder;
  if (home !== '' && outs.includes(host.realPath(home) ?? home)) return 'it is the home folder';
  const roots = [root, host.realPath(root) ?? root];
  const holdsSources = outs.some((each) => roots.some((source) => isBelow(source, each)));
  return holdsSources ? 'it holds the sources' : undefined;
}

/** The real path of a folder that perhaps does not exist yet. */
export function realOrNearest(host: Host, path: string): string {
  const real = host.realPath(path);
  const parent = posix.dirname(path);
  if (real !== undefined || parent === path) return real ?? path;
  return posix.join(realOrNearest(host, parent), posix.basename(path));
}
