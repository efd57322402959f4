/** The pipeline: files in, manifests and diagnostics out. Read this first; every line is a pure function. */
import { matchesAny } from './config/match-path.ts';
import { emptyRules, plainRole } from './config/plain-files.ts';
import { type InputConfig, isConfigFile, readSettings } from './config/read-settings.ts';
import { adjustLevels, sortDiagnostics } from './diagnostics/adjust-levels.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from './diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from './diagnostics/located.ts';
import { checkProtection } from './engines/check-protection.ts';
import { emitEngines } from './engines/emit-engines.ts';
import { protectionOf } from './engines/protection.ts';
import { leftAloneNote, lowerKubefed } from './frontends/kubefed/lower.ts';
import type { PlainObjects } from './frontends/kubefed/plain-objects.ts';
import { previousReplicas } from './frontends/previous-replicas.ts';
import { readObjects } from './frontends/read-objects.ts';
import { buildInventory } from './inventory/build-inventory.ts';
import type { Inventory } from './model/cluster.ts';
import type { Config, Options } from './model/config.ts';
import { type Decisions, silent } from './model/decisions.ts';
import type { PlacedResource } from './model/federated-resource.ts';
import type { ObjectKey } from './model/kube-object.ts';
import type { OutputFile } from './model/output.ts';
import { type Progress, silentProgress } from './model/progress.ts';
import { below, type SourceFile, type SourceObject } from './model/source.ts';
import type { Compilation, EngineFile, Variant } from './model/variant.ts';
import { checkVariants } from './stages/check-variants.ts';
import { choose } from './stages/choose.ts';
import { diagnosticsAbout } from './stages/diagnostics-about.ts';
import { createFinish, type FinishOne, inOrder } from './stages/finish.ts';
import { narrow } from './stages/narrow.ts';
import { createOverride, type OverrideOne } from './stages/override.ts';
import { scheduleReplicas } from './stages/schedule-replicas.ts';
import { checkOutput } from './tree/check-output.ts';
import { checkPaths } from './tree/check-paths.ts';
import { folderOf, outputPath } from './tree/layout.ts';
import { outputFiles as printFiles } from './tree/output-files.ts';
import type { Slice } from './tree/slice.ts';
import { locateDiagnostics } from './yaml/locate-diagnostics.ts';
import { parseYaml } from './yaml/parse.ts';
import type { Reader } from './yaml/read-stream.ts';

export interface CompileInput {
  readonly files: readonly SourceFile[];
  /** Settings as an object, or fedc.yaml itself, whose mistakes then have lines. */
  readonly config?: InputConfig;
  /** Flags and environment: over the config. */
  readonly settings?: Config;
  /** What if the inventory were another one: gives the one that counts. */
  readonly changeInventory?: (inventory: Inventory) => Inventory;
  /** A tree written earlier; only replica counts are read from it. */
  readonly previous?: readonly { readonly path: string; readonly text: string }[];
  /** Hears why; silent by default. */
  readonly decisions?: Decisions;
  /**
   * A question about some objects need not pay for all: others are read, but neither compiled nor checked, their namespaces
   * excepted. Asked with the key that its type gives an object. Only errors are reported of what was not asked about.
   */
  readonly only?: (key: ObjectKey) => boolean;
  /** The folder of the tree in its git repository, '' for the repository itself: what engines are told unless the config says it. */
  readonly repositoryPath?: string;
  /** `full` reads without the fast path, which gives the same; for who doubts it. `fast` if absent. */
  readonly reader?: Reader;
  /** Hears how far it is. */
  readonly progress?: Progress;
  /**
   * Asked for a listener once it is known where objects go, unless something is wrong already. `files`: how many manifests
   * there will be.
   */
  readonly finished?: (options: Options, files: () => number) => FinishedListener | undefined;
}

/** Hears the variants of one object after the other; what is wrong may still be found later. */
export type FinishedListener = (variants: readonly Variant[]) => void;

export interface CompileResult {
  readonly inventory: Inventory;
  /** Each distinct content once, with its clusters. */
  readonly manifests: readonly Variant[];
  /** What the chosen engines are given, sorted by path. */
  readonly engineFiles: readonly EngineFile[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Everything that belongs in the tree but the locks; empty if a diagnostic is an error. Computed on first access. */
  readonly outputs: readonly OutputFile[];
  readonly options: Options;
}

/** Compiles a repository. Never throws on bad input: problems are diagnostics. */
export function compile(input: CompileInput): CompileResult {
  const decisions = input.decisions ?? silent;
  const { settings, sources } = readRepository(input);
  const options = settings.value;
  const objects = sources.value;
  input.progress?.begin('compiling', () => objects.length);
  const inventory = suppose(buildInventory(objects, options, input.files), input);
  const lowered = lowerKubefed({
    objects,
    plain: plainObjects(objects, options),
    options,
    decisions,
    only: input.only,
  });
  const chosen = choose(lowered.value.resources, inventory.value, decisions);
  const scheduled = scheduleReplicas(chosen.value, inventory.value, previousOf(input), decisions);
  const narrowed = narrow(scheduled.value, decisions);
  const before = [settings, sources, inventory, lowered, chosen, scheduled, narrowed];
  const isClean = !before.some((outcome) => hasError(outcome.diagnostics));
  const listener = isClean
    ? input.finished?.(options, () => countPlaced(narrowed.value))
    : undefined;
  const finished = finishEach(
    narrowed.value,
    createOverride(narrowed.value, inventory.value, decisions),
    createFinish(decisions, protectionOf(options)),
    listener,
  );
  const manifests = { inventory: inventory.value, variants: finished.value };
  // Of a config with errors not every setting is known.
  const isEmitting = input.only === undefined && !hasError(settings.diagnostics);
  const engines = isEmitting ? emitEngines(manifests, options, input) : nothing;
  const compilation = { ...manifests, engineFiles: engines.value };
  const found: readonly Diagnostic[] = [
    ...[...before, finished, engines].flatMap((outcome) => outcome.diagnostics),
    ...checkVariants(finished.value, (variant, cluster) =>
      outputPath(variant.key, cluster, folderOf(variant, options.layout)),
    ),
    ...checkPaths(compilation, options.layout),
    ...checkOutput(compilation, options.engines.chosen),
    ...checkProtection(finished.value, options),
    ...leftAloneNote(lowered.value.leftAlone),
    ...(hasError(sources.diagnostics) ? [] : noSources(input, options, lowered.value.federated)),
    ...emptyRules(input.files, options),
  ];
  const isConfigRead = !settings.diagnostics.some(isUnreadable);
  const all = isConfigRead
    ? withoutEchoes(found, inventory.diagnostics)
    : causesOf(settings, sources);
  // Before levels are raised: what only the config calls an error may be an echo of the files that were left out.
  const about = input.only === undefined ? all : diagnosticsAbout(lowered.value.resources, all);
  const diagnostics = adjustLevels(about, options.levels);
  return resultOf(compilation, options, diagnostics, textsOf(input));
}

/** Object by object, so that who writes files can begin with the first while others are being made. */
function finishEach(
  placed: readonly PlacedResource[],
  override: OverrideOne,
  finish: FinishOne,
  hear: FinishedListener | undefined,
): Outcome<readonly Variant[]> {
  const found = { overriding: [] as Diagnostic[], finishing: [] as Diagnostic[] };
  let isClean = true;
  const lists = placed.map((item) => {
    const overridden = override(item);
    const finished = finish(item.resource, overridden.value);
    found.overriding.push(...overridden.diagnostics);
    found.finishing.push(...finished.diagnostics);
    isClean &&= !hasError(overridden.diagnostics) && !hasError(finished.diagnostics);
    if (isClean) hear?.(finished.value);
    return finished.value;
  });
  return { value: inOrder(lists), diagnostics: [...found.overriding, ...found.finishing] };
}

function countPlaced(placed: readonly PlacedResource[]): number {
  return placed.reduce((sum, { clusters }) => sum + clusters.length, 0);
}

/** The first step alone: the settings, and the objects of all files that can matter. */
export function readRepository(input: CompileInput): {
  readonly settings: Outcome<Options>;
  readonly sources: Outcome<readonly SourceObject[]>;
} {
  const parse = parserOf(input);
  const settings = readSettings(input.config, input.settings, parse);
  const options = settings.value;
  const files = input.files.map((file) => ({ ...file, ...plainRole(file, options) }));
  const { progress = silentProgress } = input;
  progress.begin('parsing', () => files.length);
  const sources = readObjects(files, options, (text, path) => {
    const parsed = parse(text, { path });
    progress.advance();
    return parsed;
  });
  return { settings, sources };
}

function parserOf({ reader = 'fast' }: CompileInput) {
  return (text: string, { path }: { readonly path: string }) => parseYaml(text, { path, reader });
}

function suppose(
  { value, diagnostics }: Outcome<Inventory>,
  { changeInventory }: CompileInput,
): Outcome<Inventory> {
  return { value: changeInventory?.(value) ?? value, diagnostics };
}

/** Prints the tree one file at a time, in path order, optionally of some clusters only. */
export function* outputFiles(result: CompileResult, clusters?: Slice): Generator<OutputFile> {
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return;
  yield* printFiles(compilationOf(result), result.options.layout, clusters);
}

/** The result without what was said about it. */
export function compilationOf({ inventory, manifests, engineFiles }: CompileResult): Compilation {
  return { inventory, variants: manifests, engineFiles };
}

const nothing: Outcome<readonly never[]> = { value: [], diagnostics: [] };

function resultOf(
  compilation: Required<Compilation>,
  options: Options,
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
): CompileResult {
  let outputs: readonly OutputFile[] | undefined;
  return {
    options,
    inventory: compilation.inventory,
    manifests: compilation.variants,
    engineFiles: compilation.engineFiles,
    diagnostics: sortDiagnostics(locateDiagnostics(diagnostics, textOf)),
    get outputs() {
      outputs ??= hasError(diagnostics) ? [] : [...printFiles(compilation, options.layout)];
      return outputs;
    },
  };
}

/** The text itself is wrong, so that no setting of it is known. */
function isUnreadable({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && code.startsWith('yaml/');
}

/** Of a config that cannot be read: whatever else is found may come from settings that are missing, such as `types:`. */
function causesOf(...outcomes: readonly Outcome<unknown>[]): readonly Diagnostic[] {
  return outcomes
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity }) => severity === 'error');
}

/** Clusters that could not be read are the cause of there being none. */
function withoutEchoes(
  found: readonly Diagnostic[],
  inventory: readonly Diagnostic[],
): readonly Diagnostic[] {
  return hasError(inventory) ? found.filter(({ code }) => code !== 'repo/no-inventory') : found;
}

type TextOf = (file: string) => string | undefined;

function textsOf({ files, config }: CompileInput): TextOf {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  if (config && isConfigFile(config)) texts.set(config.path, config.text);
  return (file) => texts.get(file);
}

function plainObjects(
  objects: readonly SourceObject[],
  { plainObjects: rules, origin }: Options,
): readonly PlainObjects[] {
  const config = origin ?? { file: 'fedc.yaml', document: 0, pointer: '' };
  return rules.map(({ files, placement }, index) => ({
    objects: objects.filter((source) => matchesAny(source.origin.file, files)),
    placement,
    origin: below(config, 'plainObjects', index, 'placement'),
  }));
}

function previousOf(input: CompileInput) {
  const parse = parserOf(input);
  return previousReplicas(
    input.previous?.flatMap(({ path, text }) => parse(text, { path }).documents),
  );
}

/** An empty result would tell the engine to delete everything. */
function noSources(
  { files }: CompileInput,
  { sources: patterns }: Options,
  federated: number,
): Diagnostic[] {
  if (federated > 0) return [];
  const sources = files.filter(({ role }) => role !== 'inventory');
  const place = { file: sources[0]?.path ?? files[0]?.path ?? '.' };
  return [diagnose('repo/no-sources', place, { patterns, files: sources.length })];
}
