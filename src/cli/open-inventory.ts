/** Flags in; out: the inventory in a form in which it can be changed, and the writing of what it is to be. */
import { posix } from 'node:path';
import { type CompileInput, type CompileResult, compile } from '../compile.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { quote } from '../diagnostics/quote.ts';
import { shellWord } from '../diagnostics/shell-word.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { ClusterEntry } from '../inventory/cluster-entry.ts';
import type { Host } from '../io/host.ts';
import { type ReadWatch, watchReads } from '../io/watch-reads.ts';
import { groupBy } from '../model/group-by.ts';
import { type Origin, originText } from '../model/source.ts';
import type { SourcePlace } from '../reports/cluster-view.ts';
import { editText } from '../yaml/edit-text.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import type { StructureEdit } from '../yaml/structure-edit.ts';
import { changedSources } from './build-tree.ts';
import { reportAll } from './compile-slice.ts';
import type { ReadingFlags } from './flags.ts';
import { inventoryErrors } from './inventory-effect.ts';
import { isBelow } from './list-sources.ts';
import type { Loaded } from './load.ts';
import { type NativeCluster, readNativeInventory } from './native-inventory.ts';
import { type DescribedCluster, readInventory } from './read-inventory.ts';
import { rewriteSources } from './rewrite-sources.ts';
import { createPlaceFinder } from './source-places.ts';

export interface OpenInventory {
  readonly loaded: Loaded;
  /** Absent if a file or a setting could not be read. */
  readonly input: CompileInput | undefined;
  readonly clusters: readonly DescribedCluster[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly placeOf: (origin: Origin) => SourcePlace;
  /** What is written of a cluster in a ClusterInventory; undefined if only other documents describe it. */
  readonly nativeOf: (cluster: DescribedCluster) => NativeCluster | undefined;
  /** A file of the repository as it is typed where the user stands. */
  readonly typed: (file: string) => string;
  readonly watch: ReadWatch;
}

/** Reads the inventory as a build would. */
export function openInventory(host: Host, flags: ReadingFlags): OpenInventory {
  const watch = watchReads(host);
  const { loaded, clusters, diagnostics } = readInventory(watch.host, flags);
  return {
    loaded,
    input: loaded.input,
    clusters,
    diagnostics,
    placeOf: createPlaceFinder(loaded.textOf),
    nativeOf: createNativeFinder(loaded.textOf),
    typed: (file) => shellWord(posix.relative(host.workingFolder, host.resolve(loaded.root, file))),
    watch,
  };
}

function createNativeFinder(
  textOf: Loaded['textOf'],
): (cluster: DescribedCluster) => NativeCluster | undefined {
  const files = new Map<string, ReadonlyMap<string, NativeCluster>>();
  return ({ entries }) => {
    const origin = entries.find(isNative)?.cluster.origin;
    if (origin === undefined) return undefined;
    const known = files.get(origin.file) ?? nativesIn(textOf(origin.file) ?? '', origin.file);
    files.set(origin.file, known);
    return known.get(originText(origin));
  };
}

function nativesIn(text: string, file: string): ReadonlyMap<string, NativeCluster> {
  const { clusters } = readNativeInventory(text, file);
  return new Map(clusters.map((each) => [originText(each.entry.cluster.origin), each]));
}

/** Whether an entry stands in a ClusterInventory. */
export function isNative({ kind }: ClusterEntry): boolean {
  return kind === 'ClusterInventory';
}

/** The clusters of these names in their order, each once; cli/unknown-cluster for each name that none has. */
export function findClusters(
  clusters: readonly DescribedCluster[],
  names: readonly string[],
): Outcome<readonly DescribedCluster[]> {
  const known = new Map(clusters.map((each) => [each.cluster.name, each]));
  const unique = [...new Set(names)];
  const value = unique.flatMap((name) => known.get(name) ?? []);
  const diagnostics = unique
    .filter((name) => !known.has(name))
    .map((name) =>
      diagnose(
        'cli/unknown-cluster',
        { flag: name },
        {
          cluster: name,
          by: 'name',
          nearest: nearest(name, [...known.keys()], 2),
          known: known.size,
        },
      ),
    );
  return { value, diagnostics };
}

export interface TriedEdits {
  readonly input: CompileInput;
  /** The next texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the sources then compile to. */
  readonly after: CompileResult;
}

/** The edits as far as the disk; the exit code where the inventory does not take them, and it has been reported why. */
export function tryEdits(
  host: Host,
  flags: ReadingFlags,
  inventory: OpenInventory,
  edits: readonly StructureEdit[],
): TriedEdits | number {
  const { input, loaded } = inventory;
  const { value: texts, diagnostics } = editInventory(host, inventory, edits);
  if (input === undefined || hasError(diagnostics))
    return refuseEdit(host, flags, diagnostics, inventory);
  const after = compileWith(input, texts);
  const wrong = inventoryErrors(after);
  if (wrong.length === 0) return { input, texts, after };
  return reportAll(host, flags, wrong, (file) => texts.get(file) ?? loaded.textOf(file));
}

/** Reports why nothing is changed; gives the exit code. */
export function refuseEdit(
  host: Host,
  flags: ReadingFlags,
  diagnostics: readonly Diagnostic[],
  inventory: OpenInventory | undefined,
): number {
  const textOf = inventory?.loaded.textOf ?? (() => undefined);
  return reportAll(host, flags, locateDiagnostics(diagnostics, textOf), textOf);
}

/** The next texts of the files that edits are for; cli/usage where one cannot be written or does not take them. */
function editInventory(
  host: Host,
  { loaded }: OpenInventory,
  edits: readonly StructureEdit[],
): Outcome<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [file, group] of groupBy(edits, ({ at }) => at.file)) {
    const reason = reasonAgainst(host, loaded, file);
    const old = loaded.textOf(file) ?? '';
    const edited = reason === undefined ? editText(old, group) : { refusal: reason };
    if ('refusal' in edited) diagnostics.push(refuse(file, edited.refusal));
    else if (edited.text !== old) texts.set(file, edited.text);
  }
  return { value: texts, diagnostics };
}

/** An inventory may stand outside of the repository, if a flag says so. */
function reasonAgainst(host: Host, { root, out }: Loaded, file: string): string | undefined {
  const path = host.resolve(root, file);
  if (host.kindOf(path) !== 'file') return 'it is no regular file';
  const real = host.realPath(path) ?? path;
  return isBelow(real, host.realPath(out) ?? out) ? 'it is in the output tree' : undefined;
}

function refuse(file: string, reason: string): Diagnostic {
  const problem = `${quote(file)} cannot be changed: ${reason}.`;
  const hint = 'Change it by hand; nothing was written.';
  return diagnose('cli/usage', { flag: file }, { problem, hint });
}

/** The sources with other texts, compiled. */
export function compileWith(
  input: CompileInput,
  texts: ReadonlyMap<string, string>,
): CompileResult {
  const files = input.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return compile({ ...input, files });
}

/** Writes unless a file has changed since it was read; then it says which. */
export function writeInventory(
  host: Host,
  { loaded, watch }: OpenInventory,
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const changed = changedSources(loaded.root, watch.firstChanged());
  if (changed.length === 0) rewriteSources(host, loaded.root, texts);
  return changed;
}
