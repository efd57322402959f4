/** `fedc build`: compiles a repository and writes its tree, or prints it. */
import { type CompileInput, type CompileResult, compile, outputFiles } from '../../compile.ts';
import { type Diagnostic, diagnose, hasError } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import type { Host } from '../../io/host.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { BuildFlags } from '../flags.ts';
import { type Loaded, load } from '../load.ts';
import { printNames, printObjectsAsJson, printStream } from '../print-product.ts';
import { report, textReporter } from '../report.ts';
import { chooseSlice } from '../slice.ts';
import { shownFolder, writeTree } from '../write-tree.ts';

/** Gives the exit code. Nothing is written or printed if there is an error, or under --strict a warning. */
export function build(host: Host, flags: BuildFlags): number {
  const loaded = load(host, flags);
  if (loaded.input === undefined) return finish(host, flags, loaded, toLocated(loaded));
  const result = compile(loaded.input);
  const slice = chooseSlice(result.inventory, flags);
  const found = [...toLocated(loaded), ...result.diagnostics, ...sliceProblems(slice, result)];
  if (exitCodeOf(found, flags) !== exitCodes.done) return finish(host, flags, loaded, found);
  const product = isPrinted(flags)
    ? print(host, flags, result, slice.value)
    : write(host, flags, { loaded, result, slice: slice.value });
  const all = [...found, ...locateDiagnostics(product.diagnostics, loaded.textOf)];
  const code = finish(host, flags, loaded, all);
  if (product.summary !== undefined && flags.quiet !== true) host.writeError(product.summary);
  return code;
}

interface Product {
  readonly diagnostics: readonly Diagnostic[];
  /** For stderr. */
  readonly summary?: string;
}

function toLocated({ diagnostics, textOf }: Loaded): LocatedDiagnostic[] {
  return locateDiagnostics(diagnostics, textOf);
}

function finish(
  host: Host,
  flags: BuildFlags,
  { textOf }: Loaded,
  diagnostics: readonly LocatedDiagnostic[],
): number {
  const { strict = false, quiet = false } = flags;
  const reporters = flags.reporter ?? [textReporter];
  return report(host, diagnostics, { reporters, textOf, strict, quiet });
}

/** Without an inventory every name is unknown, which has been said. */
function sliceProblems(
  { diagnostics }: ReturnType<typeof chooseSlice>,
  { inventory, diagnostics: found }: CompileResult,
): LocatedDiagnostic[] {
  const isSaid = inventory.clusters.length === 0 && exitCodeOf(found) !== exitCodes.done;
  return isSaid ? [] : locateDiagnostics(diagnostics, () => undefined);
}

function isPrinted({ stdout, output }: BuildFlags): boolean {
  return stdout === true || output !== 'yaml';
}

function print(
  host: Host,
  flags: BuildFlags,
  result: CompileResult,
  slice: ReadonlySet<string> | undefined,
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
  if (stream === '' && !allowEmptyCluster.includes(cluster))
    return { diagnostics: [diagnose('tree/cluster-emptied', { flag: '--stdout' }, { cluster })] };
  host.writeOutput(stream);
  return { diagnostics: [] };
}

interface WriteRequest {
  readonly loaded: Loaded & { readonly input?: CompileInput };
  readonly result: CompileResult;
  readonly slice: ReadonlySet<string> | undefined;
}

function write(host: Host, flags: BuildFlags, { loaded, result, slice }: WriteRequest): Product {
  const { root, out } = loaded;
  const { value: plan, diagnostics } = writeTree(host, outputFiles(result, slice), {
    root,
    out,
    slice,
  });
  if (plan === undefined || hasError(diagnostics) || flags.quiet === true) return { diagnostics };
  const { writes, deletions, unchanged } = plan;
  const isIdle =
    writes.length + deletions.length + plan.locks.length + plan.staleLocks.length === 0;
  const changes = isIdle
    ? 'nothing to do'
    : `${count(writes.length, 'file')} written, ${unchanged} unchanged, ${deletions.length} deleted`;
  const summary = `${fleetSummary(result, slice)}: ${changes} in ${shownFolder(host, out)}\n`;
  return { diagnostics, summary };
}

/** `3 clusters, 18 objects`: clusters that get at least one, and objects counted once per cluster. */
function fleetSummary(
  { manifests }: CompileResult,
  slice: ReadonlySet<string> | undefined,
): string {
  const placed = manifests.flatMap(({ clusters }) =>
    clusters.filter((cluster) => slice?.has(cluster) ?? true),
  );
  return `${count(new Set(placed).size, 'cluster')}, ${count(placed.length, 'object')}`;
}
