/** Named entries in; out: the clusters of an inventory of one's own, each described once. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Cluster, EngineNames } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { type JsonObject, type MutableJsonObject, newObject } from '../model/kube-object.ts';
import { byRank } from './cluster-documents.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import type { NamedEntry } from './import-names.ts';
import { mergeEntries, subjectsOf } from './merge-entries.ts';

export interface ImportedCluster {
  readonly cluster: Cluster;
  /** The documents that describe it, the one that wins first. */
  readonly entries: readonly ClusterEntry[];
}

/**
 * Sorted by name. Two documents that disagree are inventory/conflict, as they would be for a build, unless `known`, the entries of
 * the inventory that they are added to, says it already: what stands there stays.
 */
export function importClusters(
  named: readonly NamedEntry[],
  known: readonly ClusterEntry[] = [],
): Outcome<readonly ImportedCluster[]> {
  const diagnostics: Diagnostic[] = [];
  const settled = new Map(known.map((entry) => [entry.cluster.name, subjectsOf(entry)]));
  const clusters = [...groupBy(named, ({ name }) => name)].map(([name, group]) => {
    const sorted = group.toSorted((a, b) => byRank(a.entry, b.entry));
    const entries = sorted.map(({ entry }) => entry);
    const merged = mergeEntries(entries as [ClusterEntry, ...ClusterEntry[]], [
      ...(settled.get(name) ?? []),
      ...namesTwice(entries),
    ]);
    diagnostics.push(...merged.diagnostics);
    const facts = Object.assign({}, ...sorted.map((each) => each.facts).reverse());
    const cluster: Cluster = {
      ...merged.value,
      name,
      names: otherNames(name, sorted),
      fields: { ...facts, ...merged.value.fields },
    };
    return { cluster, entries };
  });
  return {
    value: clusters.sort((a, b) => (a.cluster.name < b.cluster.name ? -1 : 1)),
    diagnostics,
  };
}

/** Where a system has several names for one cluster, the first is as good as the others. */
function namesTwice(entries: readonly ClusterEntry[]): readonly string[] {
  const kinds = [...groupBy(entries, ({ kind }) => kind).values()];
  return kinds
    .filter(({ length }) => length > 1)
    .flat()
    .flatMap(({ cluster }) => Object.keys(cluster.names).map((system) => `names.${system}`));
}

/** What systems call it where that is not its name; an original of a system without a place for names is that of a context. */
function otherNames(name: string, group: readonly NamedEntry[]): EngineNames {
  const names: Record<string, string> = Object.create(null);
  for (const { entry } of group.toReversed()) Object.assign(names, entry.cluster.names);
  for (const { entry } of group) {
    const original = entry.cluster.name;
    if (!Object.values(names).includes(original)) names['context'] ??= original;
  }
  for (const [system, each] of Object.entries(names)) if (each === name) delete names[system];
  return names;
}

/** The entry of a ClusterInventory that says all of this; members that would say nothing are left out. */
export function nativeEntry(cluster: Cluster): JsonObject {
  const { fields } = cluster;
  const { server, provider, region, zones, kubeVersion } = fields;
  const entry = newObject();
  entry['name'] = cluster.name;
  addTexts(entry, 'labels', cluster.labels);
  addTexts(entry, 'names', { ...cluster.names });
  for (const [key, value] of Object.entries({ server, provider, region, zones, kubeVersion }))
    if (value !== undefined) entry[key] = value;
  if (cluster.taints.length > 0) entry['taints'] = cluster.taints.map(taintEntry);
  addTexts(entry, 'annotations', cluster.annotations);
  return entry;
}

function addTexts(
  entry: MutableJsonObject,
  key: string,
  texts: Readonly<Record<string, string>>,
): void {
  const sorted = Object.keys(texts).sort();
  if (sorted.length === 0) return;
  const member = newObject();
  for (const each of sorted) member[each] = texts[each] ?? '';
  entry[key] = member;
}

function taintEntry({ key, value, effect }: Cluster['taints'][number]): JsonObject {
  const entry = newObject();
  entry['key'] = key;
  if (value !== undefined) entry['value'] = value;
  entry['effect'] = effect;
  return entry;
}
