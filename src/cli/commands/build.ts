/** `fedc build`: compiles a repository and writes its tree, or prints it. */
import { posix } from 'node:path';
import type { CompileInput, CompileResult } from '../../compile.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { Host } from '../../io/host.ts';
import { watchReads } from '../../io/watch-reads.ts';
import { guardCodes } from '../../tree/guards.ts';
import type { TreePlan } from '../../tree/plan.ts';
import type { Slice } from '../../tree/slice.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { compileSlice, reportAll } from '../compile-slice.ts';
import { renderDeletions } from '../deletion-report.ts';
import { createAbsenceExplainer } from '../explain-absence.ts';
import type { BuildFlags } from '../flags.ts';
import { shownFolder, treePaths } from '../output-folder.ts';
import { printNames, printObjectsAsJson, printStream } from '../print-product.ts';
import { textReporter } from '../reporters.ts';
import { writeTree } from '../write-tree.ts';

/** Gives the exit code. Nothing is written or printed if there is an error, or under --strict a warning. */
export function build(host: Host, flags: BuildFlags): number {
  const watch = watchReads(host);
  const { loaded, compiled, diagnostics } = compileSlice(watch.host, flags);
  const { root, out, input, textOf } = loaded;
  if (compiled === undefined || input === undefined) {
    const failure = reportAll(host, flags, diagnostics, textOf);
    if (isReadByPeople(flags)) host.writeError('Nothing was written.\n');
    return failure;
  }
  const product = isPrinted(flags)
    ? print(host, flags, compiled.result, compiled.slice)
    : write(host, flags, {
        root,
        out,
        input,
        ...compiled,
        checkSources: () => changedSources(root, watch.firstChanged()),
      });
  const all = [...diagnostics, ...locateDiagnostics(product.diagnostics, textOf)];
  const code = reportAll(host, flags, all, textOf);
  if (product.summary !== undefined && flags.quiet !== true) host.writeError(product.summary);
  return code;
}

interface Product {
  readonly diagnostics: readonly Diagnostic[];
  /** For stderr. */
  readonly summary?: string;
}

/** A line of text would spoil the report of another reporter on stderr. */
function isReadByPeople(flags: BuildFlags): boolean {
  const { reporter = [textReporter], quiet } = flags;
  const isText = reporter.some(({ name, path }) => name === 'text' && path === undefined);
  return isText && quiet !== true && !isPrinted(flags);
}

function isPrinted({ stdout, output }: BuildFlags): boolean {
  return stdout === true || output !== 'yaml';
}

function print(
  host: Host,
  flags: BuildFlags,
  result: CompileResult,
  slice: Slice | undefined,
): Product {
  const clusters = result.inventory.clusters
    .map(({ name }) => name)
    .filter((name) => slice?.has(name) ?? true);
  switch (flags.output) {
    case 'json':
      host.writeOutput(printObjectsAsJson(result, clusters));
      return { diagnostics: [] };
    case 'name':
      host.writeOutput(printNames(result, clusters));
      return { diagnostics: [] };
    case 'yaml':
      return printCluster(host, flags, result, clusters);
  }
}

function printCluster(
  host: Host,
  { allowEmptyCluster = [] }: BuildFlags,
  result: CompileResult,
  clusters: readonly string[],
): Product {
  const [cluster, ...others] = clusters;
  if (cluster === undefined || others.length > 0)
    return { diagnostics: [diagnose('cli/one-cluster', { flag: '--stdout' }, { clusters })] };
  const stream = printStream(result, cluster);
  const allowed = [...allowEmptyCluster, ...result.options.guards.allowEmptyClusters];
  if (stream === '' && !allowed.includes(cluster))
    return {
      diagnostics: [
        diagnose('tree/cluster-emptied', { flag: '--stdout' }, { by: 'print', cluster }),
      ],
    };
  host.writeOutput(stream);
  return { diagnostics: [] };
}

interface WriteRequest {
  readonly root: string;
  readonly out: string;
  readonly input: CompileInput;
  readonly result: CompileResult;
  readonly slice: Slice | undefined;
  readonly checkSources: () => readonly Diagnostic[];
}

function changedSources(root: string, changed: string | undefined): readonly Diagnostic[] {
  if (changed === undefined) return [];
  const path = posix.relative(root, changed);
  return [diagnose('repo/changed-underneath', { file: path }, { path })];
}

function write(host: Host, flags: BuildFlags, request: WriteRequest): Product {
  const { out, input, result, slice } = request;
  const { forceOverwrite = [], accept = [], allowEmptyCluster = [], prune, strict } = flags;
  const { durability = 'fast' } = flags;
  const forced = treePaths(host, out, { paths: forceOverwrite, flag: '--force-overwrite' });
  if (forced.diagnostics.length > 0) return forced;
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
  if (value === undefined) return { diagnostics };
  if (value.isWritten) {
    const summary = `${fleetSummary(result, slice)}: ${changesOf(value.plan)} in ${shownFolder(host, out)}\n`;
    return { diagnostics, summary };
  }
  if (!diagnostics.some(({ code }) => guardCodes.includes(code))) return { diagnostics };
  const known = new Set(result.inventory.clusters.map(({ name }) => name));
  return { diagnostics, summary: `\n${renderDeletions(value.deletions, { known, explain })}` };
}

function changesOf({ writes, deletions, unchanged, locks, staleLocks, listed }: TreePlan): string {
  const isIdle = writes.length + deletions.length + locks.length + staleLocks.length === 0;
  const changes = isIdle
    ? 'nothing to do'
    : `${count(writes.length, 'file')} written, ${unchanged} unchanged, ${deletions.length} deleted`;
  // Only --no-prune lists more than what belongs in the tree.
  const kept = listed.size - writes.length - unchanged;
  return kept > 0 ? `${changes}, ${kept} kept that no source makes any more` : changes;
}

/** `3 clusters, 18 objects`: clusters that get at least one, and objects counted once per cluster. */
function fleetSummary({ manifests }: CompileResult, slice: Slice | undefined): string {
  const placed = manifests.flatMap(({ clusters }) =>
    clusters.filter((cluster) => slice?.has(cluster) ?? true),
  );
  return `${count(new Set(placed).size, 'cluster')}, ${count(placed.length, 'object')}`;
}
