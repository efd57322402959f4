/** The text of an inventory in, its clusters with what is written of each, and the edits that change it, out. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unpackLists } from '../frontends/unpack-lists.ts';
import type { ClusterEntry } from '../inventory/cluster-entry.ts';
import { isClusterInventory, readClusterInventory } from '../inventory/cluster-inventory.ts';
import { isArray, isObject, type JsonObject, newObject } from '../model/kube-object.ts';
import { below, type Origin, pointerTokens } from '../model/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { StructureEdit } from '../yaml/structure-edit.ts';

export interface NativeCluster {
  readonly entry: ClusterEntry;
  /** As it is written. */
  readonly item: JsonObject;
  /** The list that it is in, and where. */
  readonly list: Origin;
  readonly index: number;
}

export interface NativeInventory {
  /** In the order in which they are written. */
  readonly clusters: readonly NativeCluster[];
  /** The first list; undefined if no document of the text is a ClusterInventory. */
  readonly list: Origin | undefined;
  /** Also of the other documents, as far as they do not parse. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every ClusterInventory of a text; `path` names it in places. */
export function readNativeInventory(text: string, path: string): NativeInventory {
  const parsed = parseYaml(text, { path });
  const sources = unpackLists(parsed.documents).value.filter(({ object }) =>
    isClusterInventory(object),
  );
  const read = sources.map((source) => ({ source, outcome: readClusterInventory(source) }));
  const clusters = read.flatMap(({ source, outcome }) =>
    outcome.value.flatMap((entry) => nativeCluster(entry, source.object, source.origin)),
  );
  const [first] = sources;
  return {
    clusters,
    list: first && below(first.origin, 'clusters'),
    diagnostics: [...parsed.diagnostics, ...read.flatMap(({ outcome }) => outcome.diagnostics)],
  };
}

function nativeCluster(
  entry: ClusterEntry,
  object: JsonObject,
  origin: Origin,
): readonly NativeCluster[] {
  const index = Number(pointerTokens(entry.cluster.origin.pointer).at(-1));
  const items = object['clusters'];
  const item = isArray(items) ? items[index] : undefined;
  return isObject(item) ? [{ entry, item, list: below(origin, 'clusters'), index }] : [];
}

/** What is to be other in a cluster: texts in the maps of its entry, and members of the entry itself. */
export interface ClusterChange {
  readonly set: JsonObject;
  /** Keys of labels. */
  readonly removedLabels?: readonly string[];
}

/**
 * The edits of one cluster. A member of `set` that is a map is merged into the one that is there. Edits come in the order in
 * which what they add is to stand.
 */
export function changeCluster(
  { entry, item }: NativeCluster,
  { set, removedLabels = [] }: ClusterChange,
): readonly StructureEdit[] {
  const { origin } = entry.cluster;
  const whole = newObject();
  const inner: StructureEdit[] = [];
  for (const [member, value] of Object.entries(set)) {
    if (!isObject(value) || !Object.hasOwn(item, member)) whole[member] = value;
    else inner.push({ kind: 'change-members', at: below(origin, member), set: value, remove: [] });
  }
  const edits = removedLabels.length === 0 ? inner : withRemoved(inner, origin, removedLabels);
  if (Object.keys(whole).length === 0) return edits;
  return [...edits, { kind: 'change-members', at: origin, set: whole, remove: [] }];
}

function withRemoved(
  edits: readonly StructureEdit[],
  origin: Origin,
  remove: readonly string[],
): readonly StructureEdit[] {
  const at = below(origin, 'labels');
  const isOfLabels = (edit: StructureEdit) => edit.at.pointer === at.pointer;
  const known = edits.find(isOfLabels);
  const set = known?.kind === 'change-members' ? known.set : newObject();
  const others = edits.filter((edit) => !isOfLabels(edit));
  return [...others, { kind: 'change-members', at, set, remove }];
}
