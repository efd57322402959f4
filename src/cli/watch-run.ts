/** What a run before this one left in; out: one run of `fedc watch`, compiled, written and told. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../io/host.ts';
import { type InputWatch, watchInputs } from '../io/watch-inputs.ts';
import { watchReads } from '../io/watch-reads.ts';
import { sha256Hex } from '../kube/digest.ts';
import { printJson } from '../model/print-json.ts';
import { compareFleets, type FleetDifference } from '../reports/compare-fleets.ts';
import { renderChanges } from '../reports/render-changes.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { type BuiltTree, buildTree, changedSources, fleetSummary } from './build-tree.ts';
import { compareTree } from './compare-tree.ts';
import { type CompiledSlice, compileLoaded, reportAll } from './compile-slice.ts';
import { exitCodes } from './exit-codes.ts';
import type { WatchFlags } from './flags.ts';
import { compiledObjects } from './fleet-states.ts';
import { isBelow } from './list-sources.ts';
import { type Loaded, load } from './load.ts';
import { createObjectReader } from './read-objects.ts';

export interface WatchRun {
  readonly code: number;
  /** What it rests on. */
  readonly inputs: InputWatch;
  readonly loaded: Loaded;
  /** What the tree holds, under --dry-run what was shown last; absent if that has to be looked up. */
  readonly standing?: Compiled;
  /** A source changed meanwhile: nothing was written or said, and it has to be done again. */
  readonly isOutrun: boolean;
}

type Compiled = NonNullable<CompiledSlice['compiled']>;

/** Compiles, writes like a build unless it is a dry run, and tells what changed. Says nothing if its input is the same as before. */
export function runOnce(host: Host, flags: WatchFlags, previous?: WatchRun): WatchRun {
  const inputs = watchInputs(host);
  const reads = watchReads(inputs.host);
  const loaded = load(reads.host, flags);
  forgetTree(inputs, loaded);
  const before = previous?.standing;
  if (previous !== undefined && before !== undefined && isSameInput(previous.loaded, loaded))
    return { ...previous, inputs };
  const unchanged = { inputs, loaded, ...(before === undefined ? {} : { standing: before }) };
  const { compiled, diagnostics } = compileLoaded(host, flags, loaded);
  if (compiled === undefined) {
    const code = reportAll(host, flags, diagnostics, loaded.textOf);
    if (flags.quiet !== true) host.writeError('Nothing was written.\n');
    return { ...unchanged, code, isOutrun: false };
  }
  const isKnown = before !== undefined && isSameSlice(before, compiled);
  // What nobody remembers has to be looked at before it is overwritten.
  const found = isKnown ? undefined : changesOfTree(host, loaded.out, compiled);
  const checkSources = () => changedSources(loaded.root, reads.firstChanged());
  const built = write(host, flags, { loaded, compiled, checkSources });
  if (built.diagnostics.some(({ code }) => code === 'repo/changed-underneath'))
    return { ...unchanged, code: exitCodes.machine, isOutrun: true };
  const all = [...diagnostics, ...locateDiagnostics(built.diagnostics, loaded.textOf)];
  const code = reportAll(host, flags, all, loaded.textOf);
  const difference = isKnown ? changesBetween(before, compiled, built.touched) : found;
  if (built.isWritten && difference !== undefined) host.writeOutput(renderChanges(difference));
  if (built.summary !== undefined && flags.quiet !== true) host.writeError(built.summary);
  const standing = built.isWritten ? { standing: compiled } : {};
  return { inputs, loaded, code, isOutrun: false, ...standing };
}

/** What is written is no reason to write it again. An output folder that holds the sources is refused anyway. */
function forgetTree(inputs: InputWatch, { input, root, out }: Loaded): void {
  if (input !== undefined && !isBelow(root, out)) inputs.forget((path) => isBelow(path, out));
}

function isSameInput(one: Loaded, other: Loaded): boolean {
  const texts = [one, other].map(({ input, diagnostics, out }) =>
    printJson([input?.files ?? null, input?.config ?? null, diagnostics, out]),
  );
  return texts[0] === texts[1];
}

interface WriteRequest {
  readonly loaded: Loaded;
  readonly compiled: Compiled;
  readonly checkSources: () => readonly Diagnostic[];
}

function write(
  host: Host,
  flags: WatchFlags,
  { loaded, compiled, checkSources }: WriteRequest,
): BuiltTree {
  const { input, root, out } = loaded;
  if (input !== undefined && flags.dryRun !== true)
    return buildTree(host, flags, { root, out, input, ...compiled, checkSources });
  const summary = `${fleetSummary(compiled.result, compiled.slice)}; nothing was written\n`;
  return { diagnostics: [], summary, isWritten: true };
}

/** Undefined if the tree holds a file that cannot be read; a build then says what is wrong with it. */
function changesOfTree(
  host: Host,
  out: string,
  { result, slice }: Compiled,
): FleetDifference | undefined {
  const reader = createObjectReader(host);
  return compareTree(host, out, { result, slice, reader }).value?.difference;
}

/** Only what was touched need be compared. */
function changesBetween(
  before: Compiled,
  { result, slice }: Compiled,
  touched: ReadonlySet<string> | undefined,
): FleetDifference {
  const objects = (of: Compiled) => compiledObjects(of.result, slice, touched);
  return compareFleets(objects(before), objects({ result, slice }), { digest: sha256Hex });
}

/** Labels may have moved a cluster into the slice or out of it. */
function isSameSlice(one: Compiled, other: Compiled): boolean {
  const clusters = [one, other].flatMap(({ result }) => result.inventory.clusters);
  return clusters.every(
    ({ name }) => (one.slice?.has(name) ?? true) === (other.slice?.has(name) ?? true),
  );
}
