/** `fedc clusters label`: sets labels in the inventory, keeping its comments, and says what that moves. */
import { type Command, Option } from 'commander';
import { compile } from '../../compile.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Host } from '../../io/host.ts';
import { requirementMatches } from '../../kube/label-selector.ts';
import { parseSelectorText } from '../../kube/parse-selector-text.ts';
import { isObject, newObject } from '../../model/kube-object.ts';
import { below } from '../../model/source.ts';
import { placesText } from '../../reports/cluster-view.ts';
import {
  type LabelledCluster,
  renderLabelJson,
  renderLabelText,
} from '../../reports/render-inventory-edit.ts';
import type { StructureEdit } from '../../yaml/structure-edit.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { ClustersEditFlags } from '../flags.ts';
import { effectOf } from '../inventory-effect.ts';
import { type LabelWords, readLabelWords } from '../label-words.ts';
import { changeCluster, type NativeCluster } from '../native-inventory.ts';
import {
  findClusters,
  isNative,
  type OpenInventory,
  openInventory,
  refuseEdit,
  tryEdits,
  writeInventory,
} from '../open-inventory.ts';
import type { DescribedCluster } from '../read-inventory.ts';
import { addReadingOptions } from '../reading-options.ts';
import { selectorProblem } from '../selector-problem.ts';

/** Gives the exit code. With any error nothing is written. */
export function clustersLabel(
  host: Host,
  words: readonly string[],
  flags: ClustersEditFlags,
): number {
  const { value: wanted, diagnostics: misread } = readLabelWords(words);
  const early = [...misread, ...targetProblems(wanted, flags)];
  if (early.length > 0) return refuseEdit(host, flags, early, undefined);
  const inventory = openInventory(host, flags);
  if (exitCodeOf(inventory.diagnostics, flags) !== exitCodes.done)
    return reportAll(host, flags, inventory.diagnostics, inventory.loaded.textOf);
  const targets = chooseTargets(inventory, wanted, flags);
  const planned = targets.value.map((cluster) => planLabels(cluster, inventory, { wanted, flags }));
  const problems = [...targets.diagnostics, ...planned.flatMap(({ diagnostics }) => diagnostics)];
  if (hasError(problems)) return refuseEdit(host, flags, problems, inventory);
  return finish(host, flags, { inventory, labelled: planned.map(({ value }) => value) });
}

interface Labelled {
  readonly shown: LabelledCluster;
  readonly edits: readonly StructureEdit[];
}

function finish(
  host: Host,
  flags: ClustersEditFlags,
  {
    inventory,
    labelled,
  }: { readonly inventory: OpenInventory; readonly labelled: readonly Labelled[] },
): number {
  const edits = labelled.flatMap((each) => each.edits);
  const tried = tryEdits(host, flags, inventory, edits);
  if (typeof tried === 'number') return tried;
  const { input, texts, after } = tried;
  const isWritten = flags.dryRun !== true && texts.size > 0;
  const changed = isWritten ? writeInventory(host, inventory, texts) : [];
  if (changed.length > 0) return refuseEdit(host, flags, changed, inventory);
  const code = reportAll(host, flags, inventory.diagnostics, inventory.loaded.textOf);
  const clusters = labelled.map(({ shown }) => shown);
  const report = { clusters, effect: effectOf(compile(input), after), isWritten };
  host.writeOutput(flags.output === 'json' ? renderLabelJson(report) : renderLabelText(report));
  if (flags.quiet !== true && flags.dryRun === true) host.writeError('nothing was written\n');
  return code;
}

function targetProblems(
  { names }: LabelWords,
  { selector }: ClustersEditFlags,
): readonly Diagnostic[] {
  if (names.length > 0 !== (selector !== undefined)) return [];
  const problem =
    names.length > 0
      ? 'Clusters are named, and a selector is given, too.'
      : 'label needs clusters.';
  const hint = 'Name clusters, or take several with -l SELECTOR.';
  return [diagnose('cli/usage', { flag: 'label' }, { problem, hint })];
}

function chooseTargets(
  { clusters }: OpenInventory,
  { names }: LabelWords,
  { selector }: ClustersEditFlags,
): Outcome<readonly DescribedCluster[]> {
  if (selector === undefined) return findClusters(clusters, names);
  const parsed = parseSelectorText(selector);
  if (!parsed.ok)
    return { value: [], diagnostics: [selectorProblem('--selector', selector, parsed)] };
  const value = clusters.filter(({ cluster }) =>
    parsed.requirements.every((each) => requirementMatches(each, cluster.labels)),
  );
  const args = { cluster: selector, by: 'selector', nearest: [], known: clusters.length } as const;
  const unknown = diagnose('cli/unknown-cluster', { flag: '--selector' }, args);
  return { value, diagnostics: value.length === 0 ? [unknown] : [] };
}

interface Asked {
  readonly wanted: LabelWords;
  readonly flags: ClustersEditFlags;
}

function planLabels(
  described: DescribedCluster,
  inventory: OpenInventory,
  { wanted, flags }: Asked,
): Outcome<Labelled> {
  const { cluster } = described;
  const native = inventory.nativeOf(described);
  const place = inventory.placeOf(native?.entry.cluster.origin ?? cluster.origin);
  const decided = new Set(flags.overwrite === true ? contested(described, wanted) : []);
  const labels = [
    ...Array.from(wanted.set, ([key, value]) => ({
      key,
      value,
      old: cluster.labels[key],
      ...(decided.has(key) ? { decided: true as const } : {}),
    })),
    ...wanted.removed.map((key) => ({ key, old: cluster.labels[key] })),
  ].map(({ old, ...label }) => (old === undefined ? label : { ...label, old }));
  const shown: LabelledCluster = { name: cluster.name, place, labels };
  if (native === undefined)
    return { value: { shown, edits: [] }, diagnostics: [foreign(described, inventory)] };
  const diagnostics = [
    ...(flags.overwrite === true ? [] : overwritten(shown)),
    ...heldElsewhere(described, inventory, wanted.removed),
  ];
  return { value: { shown, edits: editsOf(native, shown) }, diagnostics };
}

/** Keys of labels of which another document says something else. */
function contested({ entries }: DescribedCluster, { set }: LabelWords): readonly string[] {
  const others = entries.filter((entry) => !isNative(entry)).map(({ cluster }) => cluster.labels);
  return [...set.keys()].filter((key) =>
    others.some((labels) => (labels[key] ?? set.get(key)) !== set.get(key)),
  );
}

function editsOf(native: NativeCluster, { labels }: LabelledCluster): readonly StructureEdit[] {
  const written = native.item['labels'];
  const set = newObject();
  const removedLabels: string[] = [];
  for (const { key, value, old } of labels) {
    if (value !== undefined && value !== old) set[key] = value;
    if (value === undefined && isObject(written) && Object.hasOwn(written, key))
      removedLabels.push(key);
  }
  const members = newObject();
  if (Object.keys(set).length > 0) members['labels'] = set;
  const { decides = [], cluster } = native.entry;
  const add = labels
    .filter(({ decided }) => decided === true)
    .map(({ key }) => `labels.${key}`)
    .filter((key) => !decides.includes(key));
  const isNew = native.item['decides'] === undefined;
  if (isNew && add.length > 0) members['decides'] = add;
  const edits = changeCluster(native, { set: members, removedLabels });
  if (isNew || add.length === 0) return edits;
  const at = below(cluster.origin, 'decides');
  return [...edits, { kind: 'change-items', at, add, remove: [] }];
}

/** Whoever maintains the other document would take the label away again, so it is not copied into an inventory of ours. */
function foreign(
  { cluster, entries }: DescribedCluster,
  { placeOf, typed }: OpenInventory,
): Diagnostic {
  const [entry] = entries;
  const place = placeOf(entry?.cluster.origin ?? cluster.origin);
  const problem = `Cluster ${quote(cluster.name)} is not described by a ClusterInventory, but by ${entry?.kind ?? 'another document'} in ${placesText([place])}.`;
  const hint = `Label it there, or make an inventory of your own by \`fedc clusters import --from ${typed(place.file)} --write inventory.yaml\`, and name that file under \`inventory:\` instead.`;
  return diagnose('cli/usage', { flag: cluster.name }, { problem, hint });
}

/** kubectl, pkg/cmd/label: a value that is there only changes under --overwrite. */
function overwritten({ name, labels }: LabelledCluster): readonly Diagnostic[] {
  return labels.flatMap(({ key, value, old }) => {
    if (value === undefined || old === undefined || value === old) return [];
    const problem = `Cluster ${quote(name)} has ${quote(`${key}=${old}`)} already.`;
    return [
      diagnose(
        'cli/usage',
        { flag: `${key}=${value}` },
        { problem, hint: 'Use --overwrite to change it.' },
      ),
    ];
  });
}

function heldElsewhere(
  { cluster, entries }: DescribedCluster,
  { placeOf }: OpenInventory,
  removed: readonly string[],
): readonly Diagnostic[] {
  return entries
    .filter((entry) => !isNative(entry))
    .flatMap((entry) =>
      removed
        .filter((key) => Object.hasOwn(entry.cluster.labels, key))
        .map((key) => {
          const place = placesText([placeOf(entry.labelAt(key))]);
          const problem = `The label ${quote(key)} of cluster ${quote(cluster.name)} also stands in ${place}.`;
          const hint = 'Take it away there.';
          return diagnose('cli/usage', { flag: `${key}-` }, { problem, hint });
        }),
    );
}

const examples = `Examples:
  fedc clusters label eu-1 tier=gold          one label; what it moves is shown
  fedc clusters label eu-1 eu-2 wave=2 old-   several clusters; old- takes the label away
  fedc clusters label -l region=eu env=prod   all that a selector takes
  fedc clusters label eu-1 tier=silver --overwrite --dry-run
`;

/** Adds the command to `clusters`. */
export function addClustersLabel(
  clusters: Command,
  choose: (words: readonly string[], flags: ClustersEditFlags) => void,
): void {
  const command = clusters
    .command('label')
    .description('give clusters labels in their inventory, and show what that moves')
    .argument('<WORD...>', 'names of clusters, and KEY=VALUE or KEY- for each label')
    .addHelpText('before', examples)
    .option('-l, --selector <SELECTOR>', 'the clusters with these labels, instead of names')
    .option('--overwrite', 'change values that are there')
    .option('--dry-run', 'show what would be written and what it moves')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((words: readonly string[], flags: ClustersEditFlags) => choose(words, flags));
}
