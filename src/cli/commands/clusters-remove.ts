/** `fedc clusters remove`: takes clusters out of the inventory, keeping its comments, and says what goes with them. */
import { type Command, Option } from 'commander';
import { type CompileResult, compile } from '../../compile.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import type { Host } from '../../io/host.ts';
import { groupBy } from '../../model/group-by.ts';
import { originText } from '../../model/source.ts';
import { placesText } from '../../reports/cluster-view.ts';
import {
  type RemovedCluster,
  type RemoveReport,
  renderRemoveJson,
  renderRemoveText,
} from '../../reports/render-inventory-edit.ts';
import type { StructureEdit } from '../../yaml/structure-edit.ts';
import { createMentionFinder } from '../cluster-mentions.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { ClustersEditFlags } from '../flags.ts';
import { newErrorCodes } from '../inventory-effect.ts';
import type { NativeCluster } from '../native-inventory.ts';
import {
  findClusters,
  isNative,
  type OpenInventory,
  openInventory,
  refuseEdit,
  type TriedEdits,
  tryEdits,
  writeInventory,
} from '../open-inventory.ts';
import { planRemoval } from '../plan-removal.ts';
import type { DescribedCluster } from '../read-inventory.ts';
import { addReadingOptions } from '../reading-options.ts';

/** Gives the exit code. With any error nothing is written. */
export function clustersRemove(
  host: Host,
  names: readonly string[],
  flags: ClustersEditFlags,
): number {
  const inventory = openInventory(host, flags);
  const { loaded } = inventory;
  if (exitCodeOf(inventory.diagnostics, flags) !== exitCodes.done)
    return reportAll(host, flags, inventory.diagnostics, loaded.textOf);
  const { value: targets, diagnostics: unknown } = findClusters(inventory.clusters, names);
  const foreign = targets.filter((each) => inventory.nativeOf(each) === undefined);
  const problems = [...unknown, ...foreign.map((each) => describeForeign(each, inventory))];
  if (problems.length > 0) return refuseEdit(host, flags, problems, inventory);
  const natives = targets.flatMap((each) => inventory.nativeOf(each) ?? []);
  const tried = tryEdits(host, flags, inventory, editsOf(natives));
  if (typeof tried === 'number') return tried;
  const before = compile(tried.input);
  const report = reportOf(host, flags, { inventory, targets, before, ...tried });
  const changed = report.isWritten ? writeInventory(host, inventory, tried.texts) : [];
  if (changed.length > 0) return refuseEdit(host, flags, changed, inventory);
  const code = reportAll(host, flags, inventory.diagnostics, loaded.textOf);
  host.writeOutput(flags.output === 'json' ? renderRemoveJson(report) : renderRemoveText(report));
  if (flags.quiet !== true && !report.isWritten) host.writeError('nothing was written\n');
  return code;
}

/** One edit for each list, because what one removes is counted by the places before. */
function editsOf(natives: readonly NativeCluster[]): readonly StructureEdit[] {
  const lists = groupBy(natives, ({ list }) => originText(list));
  return Array.from(lists.values(), (group) => ({
    kind: 'change-items',
    at: group[0].list,
    add: [],
    remove: group.map(({ index }) => index),
  }));
}

function describeForeign(
  { cluster, entries }: DescribedCluster,
  { placeOf }: OpenInventory,
): Diagnostic {
  const places = placesText(entries.map((entry) => placeOf(entry.cluster.origin)));
  const kinds = entries.map(({ kind }) => kind).join(' and ');
  const problem = `Cluster ${quote(cluster.name)} is not described by a ClusterInventory, but by ${kinds} in ${places}.`;
  const hint = 'Delete that document; fedc what-if --remove-cluster shows what goes with it.';
  return diagnose('cli/usage', { flag: cluster.name }, { problem, hint });
}

interface Removal extends TriedEdits {
  readonly inventory: OpenInventory;
  readonly targets: readonly DescribedCluster[];
  readonly before: CompileResult;
}

function reportOf(host: Host, flags: ClustersEditFlags, removal: Removal): RemoveReport {
  const { inventory, input, targets, texts, before, after } = removal;
  const { loaded, placeOf } = inventory;
  const mentionsOf = createMentionFinder(input);
  const clusters = targets.map((described): RemovedCluster => {
    const { name } = described.cluster;
    const given = givenTo(name, before);
    return {
      name,
      place: placeOf(described.cluster.origin),
      ...(given === undefined ? {} : { given }),
      mentions: mentionsOf(name).map(placeOf),
      others: described.entries
        .filter((entry) => !isNative(entry))
        .map((entry) => ({ kind: entry.kind, ...placeOf(entry.cluster.origin) })),
    };
  });
  return {
    clusters,
    plan: planRemoval(host, { input, loaded, texts }),
    newErrors: newErrorCodes(before, after),
    build: buildCommand(flags),
    isWritten: flags.dryRun !== true,
  };
}

function givenTo(name: string, { manifests, diagnostics }: CompileResult): RemovedCluster['given'] {
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const keys = manifests.filter(({ clusters }) => clusters.includes(name)).map(({ key }) => key);
  const namespaces = new Set(keys.map(({ namespace }) => namespace).filter((each) => each !== ''));
  return { objects: keys.length, namespaces: namespaces.size };
}

/** With the flags that decide what is compiled, and where the tree stands. */
function buildCommand(flags: ClustersEditFlags): string {
  const named: readonly (readonly [flag: string, values: readonly (string | undefined)[]])[] = [
    ['--out', [flags.out]],
    ['--inventory', flags.inventory ?? []],
    ['--config', [flags.config]],
    ['-f', flags.file ?? []],
    ['--mode', [flags.mode]],
    ['--layout', [flags.layout]],
    ['--default-namespace', [flags.defaultNamespace]],
    ['--emit', [flags.emit?.join(',')]],
    ['--repository', [flags.repository]],
  ];
  const words = named.flatMap(([flag, values]) =>
    values.flatMap((value) => (value === undefined ? [] : [flag, shellWord(value)])),
  );
  return ['fedc', 'build', ...words].join(' ');
}

const examples = `Examples:
  fedc clusters remove eu-1 --dry-run         what goes with it, and what names it
  fedc clusters remove eu-1 eu-2              take them out of the inventory; the next build deletes their folders
`;

/** Adds the command to `clusters`. */
export function addClustersRemove(
  clusters: Command,
  choose: (names: readonly string[], flags: ClustersEditFlags) => void,
): void {
  const command = clusters
    .command('remove')
    .description('take clusters out of their inventory, and show what goes with them')
    .argument('<NAME...>', 'the clusters')
    .addHelpText('before', examples)
    .option('--dry-run', 'show what would go, and write nothing')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((names: readonly string[], flags: ClustersEditFlags) => choose(names, flags));
}
