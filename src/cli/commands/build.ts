/** `fedc build`: compiles a repository and writes its tree, or prints it. */
import type { CompileResult } from '../../compile.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { type Host, type TreeInspection, unlessRefused } from '../../io/host.ts';
import { watchReads } from '../../io/watch-reads.ts';
import type { Slice } from '../../tree/slice.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { type BuildRequest, buildTree, changedSources } from '../build-tree.ts';
import { compileLoaded, reportAll } from '../compile-slice.ts';
import { createEarlyFiles } from '../early-files.ts';
import type { BuildFlags } from '../flags.ts';
import { type Loaded, load } from '../load.ts';
import { printNames, printObjectsAsJson, printStream } from '../print-product.ts';
import { textReporter } from '../reporters.ts';
import { isWholeFleet } from '../slice.ts';
import { isFresh } from '../tree-snapshot.ts';

/** They make thousands of outputs nearly everywhere. */
const manySources = 150;

/** Gives the exit code. Nothing is written or printed if there is an error, or under --strict a warning. */
export function build(host: Host, flags: BuildFlags): number {
  const watch = watchReads(host);
  let inspection: TreeInspection | undefined;
  let isFirst = false;
  const loaded = load(watch.host, flags, {
    located(folder) {
      // Whether the folder can be used is asked when it is.
      isFirst = !isPrinted(flags) && unlessRefused(() => isFresh(host, folder)) === true;
      if (isWholeTree(flags)) inspection = host.inspectTree(folder);
    },
    listed(files) {
      isFirst &&= files >= manySources;
      if (isFirst) host.expectFiles();
    },
  });
  const isEarly = isFirst && isWholeTree(flags) && flags.durability !== 'full';
  const early = isEarly ? createEarlyFiles(host, loaded) : undefined;
  try {
    const checkSources = () => changedSources(loaded.root, watch.firstChanged());
    return buildLoaded(host, flags, { loaded, inspection, early, checkSources });
  } finally {
    early?.end();
  }
}

function buildLoaded(
  host: Host,
  flags: BuildFlags,
  {
    loaded,
    ...work
  }: Pick<BuildRequest, 'inspection' | 'early' | 'checkSources'> & {
    readonly loaded: Loaded;
  },
): number {
  const { compiled, diagnostics } = compileLoaded(host, flags, loaded, work.early?.begin);
  const { root, out, input, textOf } = loaded;
  if (compiled === undefined || input === undefined) {
    const failure = reportAll(host, flags, diagnostics, textOf);
    if (isReadByPeople(flags)) host.writeError('Nothing was written.\n');
    return failure;
  }
  const product = isPrinted(flags)
    ? print(host, flags, compiled.result, compiled.slice)
    : buildTree(host, flags, { root, out, input, ...compiled, ...work });
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

function isWholeTree(flags: BuildFlags): boolean {
  return !isPrinted(flags) && isWholeFleet(flags);
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
