/** Clusters that are imported and the inventory that they come into in; what is new of them, and the edits that add it, out. */
import { visible } from '../diagnostics/visible-text.ts';
import { type ImportedCluster, nativeEntry } from '../inventory/import-clusters.ts';
import type { Cluster } from '../model/cluster.ts';
import {
  copyObject,
  isObject,
  type JsonObject,
  type JsonValue,
  newObject,
} from '../model/kube-object.ts';
import { canonicalJson, printJson } from '../model/print-json.ts';
import { blockItem } from '../yaml/print-entry.ts';
import type { StructureEdit } from '../yaml/structure-edit.ts';
import { changeCluster, type NativeCluster, type NativeInventory } from './native-inventory.ts';

export interface PlannedImport {
  readonly imported: ImportedCluster;
  /** As the inventory describes it afterwards. */
  readonly cluster: Cluster;
  readonly state: 'new' | 'completed' | 'known';
  /** What it gets: `label env`, `region`. */
  readonly added: readonly string[];
  /** What it has otherwise than the documents say, and keeps: the same words. */
  readonly kept: readonly string[];
}

export interface ImportPlan {
  readonly clusters: readonly PlannedImport[];
  /** Names of clusters of the inventory that no imported document describes. */
  readonly others: readonly string[];
  readonly edits: readonly StructureEdit[];
}

/** What people wrote wins: a cluster that is there gets what it lacks and nothing else, and nothing is taken away. */
export function planImport(
  imported: readonly ImportedCluster[],
  { clusters, list }: NativeInventory,
): ImportPlan {
  const known = new Map(clusters.map((each) => [each.entry.cluster.name, each]));
  const names = new Set(imported.map(({ cluster }) => cluster.name));
  const planned = imported.map((each) => planCluster(each, known.get(each.cluster.name)));
  const news = planned.filter(({ state }) => state === 'new');
  const add = news.map((each) => nativeEntry(each.imported.cluster));
  const inner = planned.flatMap(({ edits }) => edits);
  return {
    clusters: planned,
    others: [...known.keys()].filter((name) => !names.has(name)),
    edits:
      list === undefined || add.length === 0
        ? inner
        : [...inner, { kind: 'change-items', at: list, add, remove: [] }],
  };
}

function planCluster(
  imported: ImportedCluster,
  known: NativeCluster | undefined,
): PlannedImport & { readonly edits: readonly StructureEdit[] } {
  if (known === undefined)
    return { imported, cluster: imported.cluster, state: 'new', added: [], kept: [], edits: [] };
  const { lacking, added, kept } = compare(nativeEntry(imported.cluster), known.item);
  const edits = changeCluster(known, { set: lacking });
  const state = added.length === 0 ? 'known' : 'completed';
  const cluster = completed(imported.cluster, known.entry.cluster);
  return { imported, cluster, state, added, kept, edits };
}

function completed(imported: Cluster, known: Cluster): Cluster {
  const labels: Record<string, string> = Object.create(null);
  return {
    ...known,
    labels: Object.assign(labels, imported.labels, known.labels),
    fields: { ...imported.fields, ...known.fields },
  };
}

interface Comparison {
  readonly lacking: JsonObject;
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

/** A member that is there counts as written on purpose, whatever it holds; of a map each key by itself. */
function compare(wanted: JsonObject, item: JsonObject): Comparison {
  const lacking = newObject();
  const added: string[] = [];
  const kept: string[] = [];
  for (const { member, key, word, value } of statementsOf(wanted)) {
    const written = writtenValue(item, member, key);
    if (written === undefined) {
      added.push(word);
      lacking[member] = key === undefined ? value : withKey(lacking[member], key, value);
    } else if (canonicalJson(written) !== canonicalJson(value)) kept.push(word);
  }
  return { lacking, added, kept };
}

interface Statement {
  readonly member: string;
  /** Of a map. */
  readonly key?: string;
  /** `label env`, `region`. */
  readonly word: string;
  readonly value: JsonValue;
}

const words: Readonly<Record<string, string>> = { labels: 'label', annotations: 'annotation' };

function statementsOf(wanted: JsonObject): readonly Statement[] {
  return Object.entries(wanted).flatMap(([member, value]): readonly Statement[] =>
    isObject(value)
      ? Object.entries(value).map(([key, text]) => ({
          member,
          key,
          word: `${words[member] ?? member} ${key}`,
          value: text,
        }))
      : [{ member, word: member, value }],
  );
}

function writtenValue(
  item: JsonObject,
  member: string,
  key: string | undefined,
): JsonValue | undefined {
  const written = Object.hasOwn(item, member) ? item[member] : undefined;
  if (key === undefined) return written;
  return isObject(written) && Object.hasOwn(written, key) ? written[key] : undefined;
}

function withKey(map: JsonValue | undefined, key: string, value: JsonValue): JsonObject {
  const changed = isObject(map) ? copyObject(map) : newObject();
  changed[key] = value;
  return changed;
}

/** A ClusterInventory of its own, as YAML or, for a file of that name, as JSON. */
export function printInventory(imported: readonly ImportedCluster[], file = ''): string {
  const entries = imported.map(({ cluster }) => nativeEntry(cluster));
  if (/\.json$/i.test(file)) return printInventoryAsJson(entries);
  const head = 'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\n';
  const items = entries.map((entry) => blockItem(entry, { column: 2, style: 'flow' }));
  return items.length === 0 ? `${head}clusters: []\n` : `${head}clusters:\n${items.join('')}`;
}

function printInventoryAsJson(clusters: readonly JsonObject[]): string {
  const inventory = { apiVersion: 'fedc/v1alpha1', kind: 'ClusterInventory', clusters };
  const lines = printJson(inventory, { indent: 2 }).split('\n');
  return lines.map((line) => `${visible(line)}\n`).join('');
}
