/** A compilation in; its tree written out, with a line that says what was done, or why nothing was. */
import { posix } from 'node:path';
import type { CompileInput, CompileResult } from '../compile.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { count } from '../diagnostics/entry.ts';
import type { Host, TreeInspection } from '../io/host.ts';
import { guardCodes } from '../tree/guards.ts';
import type { TreePlan } from '../tree/plan.ts';
import type { Slice } from '../tree/slice.ts';
import { renderDeletions } from './deletion-report.ts';
import type { EarlyFiles } from './early-files.ts';
import { createAbsenceExplainer } from './explain-absence.ts';
import type { BuildFlags } from './flags.ts';
import { shownFolder, treePaths } from './output-folder.ts';
import { writeTree } from './write-tree.ts';

export interface BuildRequest {
  readonly root: string;
  readonly out: string;
  readonly input: CompileInput;
  readonly result: CompileResult;
  readonly slice: Slice | undefined;
  /** Of the tree as it stands, if it was begun. */
  readonly inspection?: TreeInspection | undefined;
  /** What was written beside the folder while it was compiled. */
  readonly early?: EarlyFiles | undefined;
  readonly checkSources: () => readonly Diagnostic[];
}

/** `repo/changed-underneath` for the absolute path of a file that changed since it was read. */
export function changedSources(root: string, changed: string | undefined): readonly Diagnostic[] {
  if (changed === undefined) return [];
  const path = posix.relative(root, changed);
  return [diagnose('repo/changed-underneath', { file: path }, { path })];
}

export interface BuiltTree {
  readonly diagnostics: readonly Diagnostic[];
  /** For stderr. */
  readonly summary?: string;
  /** The tree is what was compiled. */
  readonly isWritten: boolean;
  /** Paths that were written or deleted; absent if that is not known. */
  readonly touched?: ReadonlySet<string>;
}

/** Everything of the flags that says how a tree is written. */
type WritingFlags = Omit<BuildFlags, 'output' | 'stdout'>;

/** Writes the tree, or says why not; with what a guard stopped as the summary. */
export function buildTree(host: Host, flags: WritingFlags, request: BuildRequest): BuiltTree {
  const { out, input, result, slice } = request;
  const { forceOverwrite = [], accept = [], allowEmptyCluster = [], prune, strict } = flags;
  const { durability = 'fast' } = flags;
  const forced = treePaths(host, out, { paths: forceOverwrite, flag: '--force-overwrite' });
  if (forced.diagnostics.length > 0) return { diagnostics: forced.diagnostics, isWritten: false };
  const explain = createAbsenceExplainer(input);
  const { value, diagnostics } = writeTree(host, {
    ...request,
    accept,
    allowEmptyClusters: allowEmptyCluster,
    overwrite: new Set(forced.value),
    stale: prune === false ? 'keep' : 'delete',
    explain,
    strict: strict === true,
    durability,
  });
  if (value === undefined) return { diagnostics, isWritten: false };
  if (value.isWritten) {
    const summary = `${fleetSummary(result, slice)}: ${changesOf(value.plan)} in ${shownFolder(host, out)}\n`;
    const { plan } = value;
    return {
      diagnostics,
      summary,
      isWritten: true,
      get touched() {
        return touchedPaths(plan);
      },
    };
  }
  if (!diagnostics.some(({ code }) => guardCodes.includes(code)))
    return { diagnostics, isWritten: false };
  const known = new Set(result.inventory.clusters.map(({ name }) => name));
  const summary = `\n${renderDeletions(value.deletions, { known, explain })}`;
  return { diagnostics, summary, isWritten: false };
}

function touchedPaths({ writes, deletions }: TreePlan): ReadonlySet<string> {
  return new Set([...Array.from(writes, ({ path }) => path), ...deletions]);
}

function changesOf({ writes, deletions, unchanged, locks, staleLocks, kept }: TreePlan): string {
  const isIdle = writes.length + deletions.length + locks.length + staleLocks.length === 0;
  const changes = isIdle
    ? 'nothing to do'
    : `${count(writes.length, 'file')} written, ${unchanged} unchanged, ${deletions.length} deleted`;
  return kept > 0 ? `${changes}, ${kept} kept that no source makes any more` : changes;
}

/** `3 clusters, 18 objects`: clusters that get at least one, and objects counted once per cluster. */
export function fleetSummary({ manifests }: CompileResult, slice: Slice | undefined): string {
  const placed = new Set<string>();
  let objects = 0;
  for (const { clusters } of manifests) {
    for (const cluster of clusters) {
      if (slice?.has(cluster) === false) continue;
      placed.add(cluster);
      objects += 1;
    }
  }
  return `${count(placed.size, 'cluster')}, ${count(objects, 'object')}`;
}
