/** Outputs in; the tree on disk out, or why it may not be written. */
import { posix } from 'node:path';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import { applyPlan } from '../io/apply.ts';
import type { Host } from '../io/host.ts';
import { createTreeFolder } from '../io/tree-folder.ts';
import type { OutputFile } from '../model/output.ts';
import { planWrites, type TreePlan } from '../tree/plan.ts';
import { isBelow } from './list-sources.ts';

export interface TreeTarget {
  /** The root of the sources, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  readonly slice: ReadonlySet<string> | undefined;
}

/** Writes what differs and deletes what fedc wrote and nobody needs; with an error nothing is touched. */
export function writeTree(
  host: Host,
  outputs: Iterable<OutputFile>,
  { root, out, slice }: TreeTarget,
): Outcome<TreePlan | undefined> {
  const refusals = refuseFolder(host, root, out);
  if (refusals.length > 0) return { value: undefined, diagnostics: refusals };
  const tree = createTreeFolder(host, out);
  const decoder = new TextDecoder();
  const locks = new Map(
    [...tree.readLocks()].map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
  const plan = planWrites({
    outputs,
    locks,
    standing: (path) => tree.standing(path),
    ...(slice === undefined ? {} : { slice }),
  });
  const shown = shownFolder(host, out);
  const diagnostics = plan.diagnostics.map((diagnostic) => withFolder(diagnostic, shown));
  if (hasError(diagnostics)) return { value: undefined, diagnostics };
  applyPlan(host, out, plan.value);
  return { value: plan.value, diagnostics };
}

/** The output folder as seen from the working folder. */
export function shownFolder(host: Host, out: string): string {
  const relative = posix.relative(host.workingFolder, out);
  return relative === ''
    ? '.'
    : /^\.\.\/\.\.(?:\/|$)/.test(relative) || out === '/'
      ? out
      : relative;
}

/** The tree names files from its own root; people look for them from where they are. */
function withFolder(diagnostic: Diagnostic, folder: string): Diagnostic {
  const { at } = diagnostic;
  return 'file' in at ? { ...diagnostic, at: { file: `${folder}/${at.file}` } } : diagnostic;
}

function refuseFolder(host: Host, root: string, out: string): Diagnostic[] {
  const reason = reasonAgainst(host, root, out);
  const path = shownFolder(host, out);
  if (reason !== undefined)
    return [diagnose('tree/path-escape', { flag: '--out' }, { path, reason })];
  if (createTreeFolder(host, out).isForeign())
    return [diagnose('tree/not-a-tree', { file: path }, { path })];
  return [];
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
function realOrNearest(host: Host, path: string): string {
  const real = host.realPath(path);
  const parent = posix.dirname(path);
  if (real !== undefined || parent === path) return real ?? path;
  return posix.join(realOrNearest(host, parent), posix.basename(path));
}
