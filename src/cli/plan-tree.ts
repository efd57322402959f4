/** A compilation in; out: what writing its tree would do to the folder, and why it may not. Nothing is touched. */
import type { CompileResult } from '../compile.ts';
import { adjustLevels } from '../diagnostics/adjust-levels.ts';
import { type Diagnostic, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import { engines } from '../engines/engines.ts';
import type { Host, TreeInspection } from '../io/host.ts';
import { createTreeFolder, type TreeFolder } from '../io/tree-folder.ts';
import type { ObjectKey } from '../model/kube-object.ts';
import { below, type Place } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';
import type { Content } from '../tree/content.ts';
import { type Absence, findCauses } from '../tree/deletion-causes.ts';
import { type Deletions, findDeletions } from '../tree/deletions.ts';
import { reportForeignFiles } from '../tree/foreign-files.ts';
import { checkGuards } from '../tree/guards.ts';
import { reportLeftEngineFiles } from '../tree/left-engine-files.ts';
import { clusterOfLock } from '../tree/lock.ts';
import { planWrites, type TreePlan } from '../tree/plan.ts';
import { planFresh } from '../tree/plan-fresh.ts';
import { type SettleInput, type Settlement, settle } from '../tree/settle.ts';
import type { Slice } from '../tree/slice.ts';
import { remainingOutputs, treeFilesOf } from './counted-outputs.ts';
import { listForeignFiles } from './foreign-files.ts';
import { readLocks, refuseFolder, withFolder } from './output-folder.ts';
import { isFresh } from './tree-snapshot.ts';

export interface TreeRequest {
  readonly result: CompileResult;
  /** The root of the sources, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  readonly slice: Slice | undefined;
  /** Names of plans given by flags; those of the config are added. */
  readonly accept?: readonly string[];
  /** Clusters given by flags; those of the config are added. */
  readonly allowEmptyClusters?: readonly string[];
  /** Paths of the tree. */
  readonly overwrite?: ReadonlySet<string>;
  readonly stale?: 'delete' | 'keep';
  /** The content of a variant whose files are written already. Only asked where nothing stands. */
  readonly written?: ((variant: Variant) => Content | undefined) | undefined;
  /** The texts of the locks that are there, by path, where they were read already. */
  readonly locks?: ReadonlyMap<string, string>;
  /** Of the tree as it stands, begun before; without it every file is looked at now. */
  readonly inspection?: TreeInspection | undefined;
  /** Path to standing hash of what an interrupted run left. */
  readonly recovered?: ReadonlyMap<string, string>;
  /** Why an object that a source still makes does not go to a cluster; only asked if a guard stops. */
  readonly explain?: (key: ObjectKey, cluster: string) => Absence | undefined;
}

export interface PlannedTree {
  readonly plan: TreePlan;
  readonly deletions: Deletions;
}

/**
 * The plan and what it deletes; undefined if a file or the folder itself stops it. With any error among the diagnostics
 * (a guard's leaves the value in place, so that it can be shown) nothing may be written.
 */
export function planTree(host: Host, request: TreeRequest): Outcome<PlannedTree | undefined> {
  const { result, root, out, slice, overwrite, stale, recovered } = request;
  const refusals = refuseFolder(host, { root, out });
  if (refusals.length > 0) return { value: undefined, diagnostics: refusals };
  if (isFresh(host, out)) return planFirst(host, request);
  const tree = createTreeFolder(host, out);
  const files = treeFilesOf(result, slice);
  const locks = request.locks ?? readLocks(tree);
  const { settled, rest, intact, others } = divide(host, request, { files, locks });
  const { value: plan, diagnostics } = planWrites({
    outputs: remainingOutputs(rest.files, settled, host.progress),
    locks,
    standing: (path) => tree.standing(path),
    comparison: tree.openComparison(rest.files.size),
    intact,
    ...(rest.slice === undefined ? {} : { slice: rest.slice }),
    ...(overwrite === undefined ? {} : { overwrite }),
    ...(stale === undefined ? {} : { stale }),
    ...(recovered === undefined ? {} : { recovered }),
  });
  const shown = (found: readonly Diagnostic[]) => shownDiagnostics(host, request, found);
  if (hasError(diagnostics)) return { value: undefined, diagnostics: shown(diagnostics) };
  const readText = createReader(tree);
  const { manifests } = result;
  const deletions = findDeletions({ plan, manifests, settled: settled.objects, readText });
  const stops = guard({ ...request, locks }, deletions, readText);
  const foreign = reportForeignFiles(listForeignFiles(tree, { plan, slice, intact, others }));
  const left = reportLeftEngineFiles({
    common: files.common,
    locks,
    slice,
    holds: (path, text) => tree.holds(path, text),
  });
  const whole = { ...plan, unchanged: plan.unchanged + settled.files };
  return { value: { plan: whole, deletions }, diagnostics: shown([...stops, ...foreign, ...left]) };
}

/** What a stopped run left may be anywhere: then every file is looked at now. */
function divide(
  { progress }: Host,
  { slice, recovered, inspection }: TreeRequest,
  { files, locks }: Pick<SettleInput, 'files' | 'locks'>,
): Settlement {
  const isUsed = inspection !== undefined && (recovered?.size ?? 0) === 0;
  const findIntact = isUsed ? () => inspection.finish() : undefined;
  return settle({ files, locks, slice, progress, findIntact });
}

/** Nothing there can be lost or in the way. */
function planFirst(host: Host, request: TreeRequest): Outcome<PlannedTree> {
  const { result, slice, written } = request;
  const plan = planFresh(treeFilesOf(result, slice, written));
  const readText = () => undefined;
  const deletions = findDeletions({ plan, manifests: result.manifests, readText });
  const diagnostics = shownDiagnostics(
    host,
    request,
    guard({ ...request, locks: new Map() }, deletions, readText),
  );
  return { value: { plan, deletions }, diagnostics };
}

function shownDiagnostics(
  host: Host,
  { result, out }: TreeRequest,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  return adjustLevels(found, result.options.levels).map((each) => withFolder(host, each, out));
}

/** Texts of files of the tree; undefined for what is no file, or stands behind a link. */
function createReader(tree: TreeFolder): (path: string) => string | undefined {
  const decoder = new TextDecoder();
  return (path) => {
    const bytes = tree.readFile(path);
    return bytes && decoder.decode(bytes);
  };
}

function guard(
  request: TreeRequest & { readonly locks: ReadonlyMap<string, string> },
  deletions: Deletions,
  readText: (path: string) => string | undefined,
): readonly Diagnostic[] {
  const { result, slice, locks, allowEmptyClusters = [], explain } = request;
  const { guards } = result.options;
  const { clusters } = result.inventory;
  return checkGuards({
    deletions,
    guards: {
      maxDelete: guards.maxDelete,
      allowEmptyClusters: [...guards.allowEmptyClusters, ...allowEmptyClusters],
    },
    accepted: acceptedNames(request),
    known: new Set(clusters.map(({ name }) => name)),
    placed: () => placedClusters(result),
    idleEngines: idleEngines(result),
    listed: new Set([...locks.keys()].flatMap((path) => clusterOfLock(path) ?? [])),
    scope: slice === undefined ? 'whole' : 'part',
    ...(explain === undefined
      ? {}
      : { causesOf: (objects) => findCauses(objects, { clusters, explain, readText }) }),
  });
}

function idleEngines({ options }: CompileResult): readonly string[] {
  return engines.map(({ name }) => name).filter((name) => !options.engines.chosen.includes(name));
}

function placedClusters({ manifests }: CompileResult): ReadonlySet<string> {
  const placed = new Set<string>();
  for (const { clusters } of manifests) for (const cluster of clusters) placed.add(cluster);
  return placed;
}

function acceptedNames({
  result,
  accept = [],
}: TreeRequest): readonly { readonly name: string; readonly at: Place }[] {
  const { guards, origin } = result.options;
  const byFlag = accept.map((name) => ({ name, at: { flag: '--accept' } }));
  const byConfig = guards.accept.map((name, index) => ({
    name,
    at: origin === undefined ? { flag: 'guards.accept' } : below(origin, 'guards', 'accept', index),
  }));
  return [...byFlag, ...byConfig];
}
