/** `fedc plan`: how many objects and files a build would create, change and delete, by cluster. Writes nothing. */
import { type Command, Option } from 'commander';
import type { CompileResult } from '../../compile.ts';
import type { Outcome } from '../../diagnostics/diagnostic.ts';
import type { Host, TreeInspection } from '../../io/host.ts';
import {
  type Counts,
  increased,
  isIdle,
  objectCounts,
  type PlanReport,
  type PlanRow,
  renderPlanJson,
  renderPlanText,
  renderPlanWide,
} from '../../reports/render-plan.ts';
import { isLockPath } from '../../tree/lock.ts';
import type { Slice } from '../../tree/slice.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import type { FileDifference } from '../compare-files.ts';
import { type ComparedTree, compareTree } from '../compare-tree.ts';
import { compileBesideTree, reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import { firstRows } from '../first-plan.ts';
import type { PlanFlags } from '../flags.ts';
import { clusterOfPath } from '../fleet-states.ts';
import { guardNotes } from '../guard-notes.ts';
import { shownFolder } from '../output-folder.ts';
import { createObjectReader, type ObjectReader } from '../read-objects.ts';
import { addReadingOptions, addSliceOptions, withPath } from '../reading-options.ts';
import { isFresh } from '../tree-snapshot.ts';

/** Gives the exit code: under --exit-code 1 if there is anything to do. */
export function plan(host: Host, flags: PlanFlags): number {
  const { loaded, compiled, diagnostics, inspection } = compileBesideTree(host, flags);
  if (compiled === undefined) return reportAll(host, flags, diagnostics, loaded.textOf);
  const reader = createObjectReader(host);
  const work = workOf(host, { ...loaded, ...compiled, inspection }, reader);
  const textOf = (file: string) => loaded.textOf(file) ?? reader.textOf(file);
  const all = [...diagnostics, ...locateDiagnostics(work.diagnostics, textOf)];
  const code = reportAll(host, flags, all, textOf);
  if (work.value === undefined) return code;
  const { rows } = work.value;
  const report = { ...work.value, out: shownFolder(host, loaded.out) };
  host.writeOutput(print(report, flags.output));
  const isDifferent = flags.exitCode === true && !rows.every(isIdle);
  return isDifferent ? exitCodes.negative : exitCodes.done;
}

type Work = Omit<PlanReport, 'out'>;

interface PlanRequest {
  readonly root: string;
  readonly out: string;
  readonly result: CompileResult;
  readonly slice: Slice | undefined;
  readonly inspection: TreeInspection | undefined;
}

function workOf(host: Host, request: PlanRequest, reader: ObjectReader): Outcome<Work | undefined> {
  const { out, result, slice, inspection } = request;
  if (isFresh(host, out))
    return { value: { rows: firstRows(result, slice), unchanged: 0, notes: [] }, diagnostics: [] };
  const { value, diagnostics } = compareTree(host, out, { result, slice, inspection, reader });
  if (value === undefined) return { value, diagnostics };
  const clusters = result.inventory.clusters
    .map(({ name }) => name)
    .filter((name) => slice?.has(name) ?? true);
  const notes = guardNotes(host, request, value.files.differences);
  const { unchanged } = value.difference;
  return { value: { rows: rowsOf(value, clusters), unchanged, notes }, diagnostics };
}

function print(report: PlanReport, form: PlanFlags['output']): string {
  switch (form) {
    case 'text':
      return renderPlanText(report);
    case 'wide':
      return renderPlanWide(report);
    case 'json':
      return renderPlanJson(report);
  }
}

const zero: Counts = { created: 0, changed: 0, deleted: 0 };
const kinds = { missing: 'created', different: 'changed', extra: 'deleted' } as const;

/** One row per cluster of the inventory or the tree; what belongs to none only if it differs. */
function rowsOf({ difference, files }: ComparedTree, clusters: readonly string[]): PlanRow[] {
  const objects = objectCounts(difference);
  const locks = fileCounts(files.differences.filter(({ path }) => isLockPath(path)));
  const others = fileCounts(files.differences.filter(({ path }) => !isLockPath(path)));
  const names = new Set([...clusters, ...objects.keys(), ...locks.keys(), ...others.keys()]);
  return [...names].sort().map((cluster) => ({
    cluster,
    objects: objects.get(cluster) ?? zero,
    files: others.get(cluster) ?? zero,
    locks: locks.get(cluster) ?? zero,
  }));
}

function fileCounts(files: readonly FileDifference[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { path, state } of files) {
    const cluster = clusterOfPath(path) ?? '';
    counts.set(cluster, increased(counts.get(cluster), kinds[state]));
  }
  return counts;
}

const examples = `Examples:
  fedc plan                                   clusters, and how many objects change in each
  fedc plan -o wide                           all clusters, with their files
  fedc plan -o json --exit-code               for a pipeline: 1 if there is anything to do
`;

/** Adds the command to the program. */
export function addPlan(program: Command, choose: (flags: PlanFlags) => void): void {
  const command = program
    .command('plan')
    .description('count what a build would create, change and delete; write nothing')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'wide', 'json'])
        .default('text'),
    )
    .option('--exit-code', 'exit with 1 if there is anything to do');
  addSliceOptions(command);
  addReadingOptions(command);
  command.action((path: string | undefined, flags: PlanFlags) => choose(withPath(path, flags)));
}
