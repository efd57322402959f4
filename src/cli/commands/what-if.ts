/** `fedc what-if`: what would change in the tree if the inventory were another one. Writes nothing, and edits nothing. */
import { type Command, Option } from 'commander';
import { type CompileInput, type CompileResult, compile } from '../../compile.ts';
import { hasError } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { changeInventory, type InventoryChange } from '../../inventory/change-inventory.ts';
import type { Host } from '../../io/host.ts';
import { sha256Hex } from '../../kube/digest.ts';
import { groupBy } from '../../model/group-by.ts';
import {
  compareDiagnostics,
  type DiagnosticDifference,
} from '../../reports/compare-diagnostics.ts';
import { compareFleets, type FleetDifference } from '../../reports/compare-fleets.ts';
import { renderDiff } from '../../reports/render-diff.ts';
import { clusterIndexPath, clusterIndexText } from '../../tree/cluster-index.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { type AddedClusters, addClusters } from '../add-clusters.ts';
import { compileSlice, reportAll } from '../compile-slice.ts';
import { changedEngineFiles, engineNotes } from '../engine-notes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { WhatIfFlags } from '../flags.ts';
import { compiledObjects } from '../fleet-states.ts';
import { addReadingOptions, collect, withPath } from '../reading-options.ts';
import { describeSupposition, readSupposition, unknownClusters } from '../supposition.ts';

/** Gives the exit code: 1 if an object would change, 2 if the sources do not compile, as they are or as it is supposed. */
export function whatIf(host: Host, flags: WhatIfFlags): number {
  const { value: change, diagnostics: refused } = readSupposition(flags);
  if (refused.length > 0) return reportAll(host, flags, locateDiagnostics(refused, noText), noText);
  const { loaded, compiled, diagnostics } = compileSlice(host, flags);
  const { input, root } = loaded;
  if (compiled === undefined || input === undefined)
    return reportAll(host, flags, diagnostics, loaded.textOf);
  const { result: before } = compiled;
  const named = flags.addCluster ?? [];
  const { value: added, diagnostics: unusable } = addClusters(host, input, {
    root,
    named,
    result: before,
  });
  const textOf = createTextFinder(added, loaded.textOf);
  const after = compileSupposed(input, added, change);
  const known = new Set([...namesOf(before), ...namesOf(after)]);
  const wrong = [...unusable, ...unknownClusters(change, known)];
  if (hasError(wrong)) return reportAll(host, flags, locateDiagnostics(wrong, textOf), textOf);
  return answer(host, flags, { before, after, change, added, textOf });
}

function noText(): undefined {
  return undefined;
}

function createTextFinder(
  { files, added }: AddedClusters,
  textOf: (file: string) => string | undefined,
): (file: string) => string | undefined {
  const texts = new Map(
    files.filter(({ path }) => added.includes(path)).map(({ path, text }) => [path, text]),
  );
  return (file) => texts.get(file) ?? textOf(file);
}

function compileSupposed(
  input: CompileInput,
  { files }: AddedClusters,
  change: InventoryChange,
): CompileResult {
  return compile({
    ...input,
    files,
    changeInventory: (inventory) => changeInventory(inventory, change),
  });
}

function namesOf({ inventory }: CompileResult): readonly string[] {
  return inventory.clusters.map(({ name }) => name);
}

interface Compared {
  readonly before: CompileResult;
  readonly after: CompileResult;
  readonly change: InventoryChange;
  readonly added: AddedClusters;
  readonly textOf: (file: string) => string | undefined;
}

function answer(host: Host, flags: WhatIfFlags, compared: Compared): number {
  const { before, after, textOf } = compared;
  const difference = compareFleets(
    compiledObjects(before, undefined),
    compiledObjects(after, undefined),
    { digest: sha256Hex },
  );
  const problems = compareDiagnostics(before.diagnostics, after.diagnostics);
  const notes = [
    ...supposed(compared),
    ...indexNotes(compared, difference),
    ...notesOfEngines(compared),
    ...problemNotes(problems, flags),
  ];
  const report = { difference, against: 'the sources as they are', notes, command: 'fedc what-if' };
  host.writeOutput(renderDiff(report, flags.output));
  const code = reportAll(host, flags, problems.added, textOf);
  // These two forms have no place for sentences.
  const isSilent = flags.output === 'unified' || flags.output === 'patch';
  if (isSilent && flags.quiet !== true)
    for (const note of problemNotes(problems, flags)) host.writeError(`${note}\n`);
  if (code !== exitCodes.done) return code;
  return difference.differences.length === 0 ? exitCodes.done : exitCodes.negative;
}

/** What does not compile gives engines nothing. */
function notesOfEngines({ before, after }: Compared): readonly string[] {
  if (after.diagnostics.some(({ severity }) => severity === 'error')) return [];
  return engineNotes(changedEngineFiles(before, after), undefined);
}

/** `supposed: us-2 has tier=gold; ap-1 is there (new.yaml)`. */
function supposed({ before, after, change, added }: Compared): readonly string[] {
  const known = new Set(namesOf(before));
  const newcomers = namesOf(after).filter((name) => !known.has(name));
  const from = added.added.join(', ');
  const parts = [
    ...describeSupposition(change, before.inventory.clusters),
    ...(newcomers.length === 0 ? [] : [`${listed(newcomers)} there (${from})`]),
  ];
  return [
    ...(parts.length === 0 ? [] : [`supposed: ${parts.join('; ')}`]),
    ...added.idle.map(
      (path) => `${path} is read already: its clusters are in the inventory as it is`,
    ),
  ];
}

function listed(names: readonly string[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`;
}

/** Labels stand in the index of the tree, whether an object depends on them or not. */
function indexNotes(
  { before, after }: Compared,
  { differences }: FleetDifference,
): readonly string[] {
  if (differences.length > 0) return [];
  const placed = new Set(after.manifests.flatMap(({ clusters }) => clusters));
  const texts = new Map(
    before.inventory.clusters.map((cluster) => [cluster.name, clusterIndexText(cluster)]),
  );
  return after.inventory.clusters
    .filter((cluster) => placed.has(cluster.name))
    .filter((cluster) => texts.get(cluster.name) !== clusterIndexText(cluster))
    .map(({ name }) => `${clusterIndexPath(name)} would be written anew all the same`);
}

function problemNotes(
  { added, changed, gone }: DiagnosticDifference,
  { strict = false }: WhatIfFlags,
): readonly string[] {
  const errors = added.filter(({ severity }) => severity === 'error');
  const stopping = strict ? added : errors;
  const noun = strict ? 'finding' : 'error';
  const verb = stopping.length === 1 ? 'is' : 'are';
  const stop = `the sources would not compile until ${count(stopping.length, noun)} ${verb} resolved: ${codeCounts(stopping)}`;
  const warnings = (diagnostics: readonly LocatedDiagnostic[], what: string) =>
    diagnostics.length === 0
      ? []
      : [
          `${count(diagnostics.length, 'warning')} of now would ${what}: ${codeCounts(diagnostics)}`,
        ];
  return [
    ...(stopping.length === 0 ? [] : [stop]),
    ...(errors.length === 0 ? [] : ['what is shown here is incomplete, since there are errors']),
    ...warnings(changed, 'have other facts'),
    ...warnings(gone, 'be gone'),
  ];
}

/** `placement/none, override/dead (3)`. */
function codeCounts(diagnostics: readonly LocatedDiagnostic[]): string {
  const groups = groupBy(diagnostics, ({ code }) => code);
  return Array.from(groups, ([code, group]) =>
    group.length === 1 ? code : `${code} (${group.length})`,
  ).join(', ');
}

const examples = `Examples:
  fedc what-if --label us-2:tier=gold         what moves if a cluster gets a label
  fedc what-if --label us-2:tier-             and if it loses one
  fedc what-if --add-cluster new.yaml         what a new cluster would get
  fedc what-if --remove-cluster eu-1 -o markdown
`;

/** Adds the command to the program. */
export function addWhatIf(program: Command, choose: (flags: WhatIfFlags) => void): void {
  const command = program
    .command('what-if')
    .description('show what would change if the inventory were another one; write nothing')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .option('--label <CLUSTER:KEY=VALUE>', 'a label, or CLUSTER:KEY- for none; repeatable', collect)
    .option('--add-cluster <FILE>', 'a file with further clusters; repeatable', collect)
    .option('--remove-cluster <NAME>', 'a cluster that is gone; repeatable', collect)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'markdown', 'json', 'unified', 'patch'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((path: string | undefined, flags: WhatIfFlags) => choose(withPath(path, flags)));
}
