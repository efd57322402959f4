/** `fedc clusters import`: descriptions of clusters in any form become an inventory of one's own. */
import { posix } from 'node:path';
import { type Command, Option } from 'commander';
import { readRepository } from '../../compile.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import { clusterEntries } from '../../inventory/build-inventory.ts';
import { inventoryForms } from '../../inventory/cluster-documents.ts';
import type { ClusterEntry } from '../../inventory/cluster-entry.ts';
import { type ImportedCluster, importClusters } from '../../inventory/import-clusters.ts';
import { nameEntries } from '../../inventory/import-names.ts';
import type { Host } from '../../io/host.ts';
import type { SourceFile } from '../../model/source.ts';
import {
  type ImportReport,
  type ImportRow,
  importNotes,
  renderImportJson,
  renderImportTable,
} from '../../reports/render-import.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ClustersImportFlags } from '../flags.ts';
import { readImportFiles } from '../import-files.ts';
import { type ImportPlan, planImport, printInventory } from '../import-inventory.ts';
import { type ImportTarget, openTarget, writeTarget } from '../import-target.ts';
import { describeNaming, readChosenNames, unknownOriginals } from '../naming-problems.ts';
import { collect } from '../reading-options.ts';
import { report } from '../report.ts';
import { textReporter } from '../reporters.ts';
import { createPlaceFinder } from '../source-places.ts';

/** Gives the exit code. With any error nothing is written and nothing printed. */
export function clustersImport(host: Host, flags: ClustersImportFlags): number {
  const chosen = readChosenNames(flags.name ?? []);
  const early = [...chosen.diagnostics, ...missingFrom(flags)];
  if (early.length > 0) return reportImport(host, flags, early, []);
  const files = readImportFiles(host, flags.from ?? []);
  const target = openTarget(host, flags.write);
  const texts = [...files.value, ...target.files];
  const read = readEntries(files.value);
  const found = [...files.diagnostics, ...target.diagnostics, ...read.diagnostics];
  if (hasError(found)) return reportImport(host, flags, found, texts);
  const entries = read.value;
  const known = target.native.clusters.map(({ entry }) => entry);
  const naming = nameEntries(entries, { chosen: chosen.names, known });
  const isNamed = naming.problems.length === 0;
  const imported = importClusters(isNamed ? naming.named : [], known);
  const refused = [
    ...unknownOriginals(
      chosen.names,
      entries.map(({ cluster }) => cluster.name),
    ),
    ...nothingFound(entries, flags),
    ...describeNaming(naming.problems, createPlaceFinder(textFinder(texts))),
    ...imported.diagnostics,
  ];
  if (hasError(refused)) return reportImport(host, flags, [...found, ...refused], texts);
  const idle = filesWithout(entries, files.value);
  return finish(host, flags, { imported: imported.value, idle, target, texts, warnings: found });
}

interface Gathered {
  readonly imported: readonly ImportedCluster[];
  /** Files that describe no cluster. */
  readonly idle: readonly string[];
  readonly target: ImportTarget;
  readonly texts: readonly SourceFile[];
  readonly warnings: readonly Diagnostic[];
}

function finish(
  host: Host,
  flags: ClustersImportFlags,
  { imported, idle, target, texts, warnings }: Gathered,
): number {
  const plan = planImport(imported, target.native);
  const product = printInventory(imported, flags.write);
  const written = writeTarget(host, target, {
    product,
    edits: plan.edits,
    effect: flags.dryRun === true ? 'none' : 'write',
  });
  const code = reportImport(host, flags, [...warnings, ...written.diagnostics], texts);
  if (hasError(written.diagnostics)) return code;
  const placeOf = createPlaceFinder(textFinder(texts));
  const answer: ImportReport = {
    rows: plan.clusters.map((each) => rowOf(each, placeOf)),
    others: plan.others,
    idle,
    ...(flags.write === undefined
      ? {}
      : {
          target: {
            file: flags.write,
            isMerged: target.state === 'merged',
            isWritten: written.value,
          },
        }),
  };
  say(host, flags, answer, product);
  return code;
}

function say(host: Host, flags: ClustersImportFlags, answer: ImportReport, product: string): void {
  const isSilent = flags.quiet === true;
  const table = renderImportTable(answer);
  if (flags.output === 'json') host.writeOutput(renderImportJson(answer));
  else if (flags.write !== undefined) host.writeOutput(table);
  else host.writeOutput(product);
  if (isSilent) return;
  if (flags.output !== 'json' && flags.write === undefined) host.writeError(table);
  for (const note of importNotes(answer)) host.writeError(`${note}\n`);
}

function rowOf(
  { imported, cluster, state, added, kept }: ImportPlan['clusters'][number],
  placeOf: ReturnType<typeof createPlaceFinder>,
): ImportRow {
  const { entries } = imported;
  return {
    cluster,
    sources: entries.map((entry) => placeOf(entry.cluster.origin)),
    kinds: [...new Set(entries.map(({ kind }) => kind))],
    called: [...new Set(entries.flatMap(callings))],
    state,
    added,
    kept,
  };
}

/** Fleet has a name of its own beside the one that people see. */
function callings({ cluster }: ClusterEntry): readonly string[] {
  return [cluster.name, ...Object.values<string>({ ...cluster.names })];
}

function missingFrom({ from = [] }: ClustersImportFlags): readonly Diagnostic[] {
  if (from.length > 0) return [];
  const problem = 'import needs files that describe clusters.';
  const hint = 'Name them with --from FILE; - is standard input.';
  return [diagnose('cli/usage', { flag: '--from' }, { problem, hint })];
}

/** Every KubeFedCluster counts, in whatever namespace: who names a file means what is in it. */
function readEntries(files: readonly SourceFile[]): Outcome<readonly ClusterEntry[]> {
  const { settings, sources } = readRepository({
    files,
    settings: { compatibility: { kubefedConfig: 'ignore' } },
  });
  const entries = clusterEntries(sources.value, settings.value);
  return { value: entries.value, diagnostics: [...sources.diagnostics, ...entries.diagnostics] };
}

/** A folder or a pattern may hold other things as well, so they are told and no error. */
function filesWithout(
  entries: readonly ClusterEntry[],
  files: readonly SourceFile[],
): readonly string[] {
  const describing = new Set(entries.map(({ cluster }) => cluster.origin.file));
  return files.map(({ path }) => path).filter((path) => !describing.has(path));
}

function nothingFound(
  entries: readonly ClusterEntry[],
  { from = [] }: ClustersImportFlags,
): readonly Diagnostic[] {
  if (entries.length > 0) return [];
  const problem = `${from.join(', ')} ${from.length === 1 ? 'describes' : 'describe'} no cluster.`;
  const hint = `Clusters are described by ${inventoryForms}.`;
  return [diagnose('cli/usage', { flag: '--from' }, { problem, hint })];
}

function textFinder(files: readonly SourceFile[]): (file: string) => string | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return (file) => texts.get(file);
}

function reportImport(
  host: Host,
  { quiet = false }: ClustersImportFlags,
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
): number {
  const textOf = textFinder(files);
  const shown = diagnostics.filter(({ severity }) => severity !== 'note');
  if (shown.length === 0) return exitCodes.done;
  return report(host, locateDiagnostics(shown, textOf), {
    reporters: [textReporter],
    textOf,
    root: { folder: posix.normalize(host.workingFolder) },
    quiet,
  });
}

const examples = `Examples:
  fedc clusters import --from ~/.kube/config --write inventory.yaml
  fedc clusters import --from argocd/clusters/*.yaml       print what it would be
  kubectl config view | fedc clusters import --from -      what kubectl knows; it leaves credentials out
  fedc clusters import --from contexts.yaml --name arn:aws:eks:eu-west-1:1:cluster/Prod=prod-eu
`;

/** Adds the command to `clusters`. */
export function addClustersImport(
  clusters: Command,
  choose: (flags: ClustersImportFlags) => void,
): void {
  clusters
    .command('import')
    .description('make an inventory of other descriptions of clusters, or add them to one')
    .addHelpText('before', examples)
    .allowExcessArguments(false)
    .option('--from <FILE...>', 'files, folders or patterns with clusters in any form, - for stdin')
    .option('--write <FILE>', 'the inventory to make, or to add to; its comments and labels stay')
    .option('--name <ORIGINAL=NAME>', 'what a cluster is to be called; repeatable', collect)
    .option('--dry-run', 'show what would be written')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('-q, --quiet', 'only errors, no table and no notes on stderr')
    .action((flags: ClustersImportFlags) => choose(flags));
}
