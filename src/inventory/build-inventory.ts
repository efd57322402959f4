/** Documents that describe clusters in, the inventory out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { isDns1123Subdomain, isWindowsReserved } from '../kube/names.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { Options } from '../model/config.ts';
import type { KubeObject } from '../model/kube-object.ts';
import type { Origin, SourceObject } from '../model/source.ts';
import { type ClusterEntry, memberOf } from './cluster-entry.ts';
import { isClusterInventory, readClusterInventory } from './cluster-inventory.ts';
import { isKubefedCluster, readKubefedCluster } from './kubefed-cluster.ts';
import { mergeEntries } from './merge-entries.ts';

/** Whether a document describes clusters: a ClusterInventory, or a KubeFedCluster of any release and KubeFed group. */
export function isClusterDocument(object: KubeObject): boolean {
  return isClusterInventory(object) || isKubefedCluster(object);
}

/**
 * The inventory of all cluster documents among the objects; other objects are passed over. If some documents come from
 * files named as inventory, the others do not count. Reports inventory/invalid, inventory/duplicate-cluster,
 * inventory/conflict and inventory/unsafe-name; the result holds every cluster that has a name, also then.
 */
export function buildInventory(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<Inventory> {
  const unique = clusterEntries(objects, options);
  const merged = mergeByName(unique.value);
  const clusters = [...merged.value].sort((a, b) => (a.cluster.name < b.cluster.name ? -1 : 1));
  return {
    value: { clusters: clusters.map(({ cluster }) => cluster) },
    diagnostics: [...unique.diagnostics, ...merged.diagnostics, ...clusters.flatMap(unsafeName)],
  };
}

/**
 * What the documents say of each cluster before they are merged, one entry per kind of document and cluster; reports
 * inventory/invalid and inventory/duplicate-cluster.
 */
export function clusterEntries(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<readonly ClusterEntry[]> {
  const read = countingDocuments(objects, options).map((source) =>
    isClusterInventory(source.object) ? readClusterInventory(source) : readKubefedCluster(source),
  );
  const unique = uniqueOfKind(read.flatMap(({ value }) => value));
  const diagnostics = [...read.flatMap((outcome) => outcome.diagnostics), ...unique.diagnostics];
  return { value: unique.value, diagnostics };
}

/** In the order of their places, so that the order in which files are read decides nothing. */
function countingDocuments(
  objects: readonly SourceObject[],
  options: Options,
): readonly SourceObject[] {
  const documents = objects.filter(
    ({ object }) => isClusterInventory(object) || isCountingKubefedCluster(object, options),
  );
  const named = documents.filter(({ role }) => role === 'inventory');
  return [...(named.length > 0 ? named : documents)].sort((a, b) => byPlace(a.origin, b.origin));
}

/** KubeFed only knows the clusters of its own namespace. */
function isCountingKubefedCluster(object: KubeObject, options: Options): boolean {
  if (!isKubefedCluster(object)) return false;
  if (options.compatibility.kubefedConfig === 'ignore') return true;
  const namespace = memberOf(object['metadata'], 'namespace') ?? options.kubefedNamespace;
  return namespace === options.kubefedNamespace;
}

/** Items of one list keep their order, because a sort is stable. */
function byPlace(a: Origin, b: Origin): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.document - b.document;
}

function uniqueOfKind(entries: readonly ClusterEntry[]): Outcome<readonly ClusterEntry[]> {
  const first = new Map<string, ClusterEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.cluster.name}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, entry);
    else diagnostics.push(duplicateCluster(entry, known));
  }
  return { value: [...first.values()], diagnostics };
}

function duplicateCluster(entry: ClusterEntry, known: ClusterEntry): Diagnostic {
  return diagnose(
    'inventory/duplicate-cluster',
    entry.nameAt,
    { cluster: entry.cluster.name },
    { related: [{ at: known.nameAt, label: 'first described here' }] },
  );
}

interface NamedCluster {
  readonly cluster: Cluster;
  readonly nameAt: Origin;
}

/** The native form wins where two kinds disagree, because it was written for this purpose. */
function mergeByName(entries: readonly ClusterEntry[]): Outcome<readonly NamedCluster[]> {
  const kubefed = new Map(
    entries.filter(({ kind }) => kind === 'KubeFedCluster').map((it) => [it.cluster.name, it]),
  );
  const value: NamedCluster[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries.filter(({ kind }) => kind === 'ClusterInventory')) {
    const other = kubefed.get(entry.cluster.name);
    kubefed.delete(entry.cluster.name);
    if (other === undefined) {
      value.push(entry);
      continue;
    }
    const merged = mergeEntries(entry, other);
    value.push({ cluster: merged.value, nameAt: entry.nameAt });
    diagnostics.push(...merged.diagnostics);
  }
  return { value: [...value, ...kubefed.values()], diagnostics };
}

function unsafeName({ cluster, nameAt }: NamedCluster): readonly Diagnostic[] {
  const { name } = cluster;
  const reason = unsafeReason(name);
  return reason === undefined
    ? []
    : [diagnose('inventory/unsafe-name', nameAt, { cluster: name, reason })];
}

function unsafeReason(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (!isDns1123Subdomain(name))
    return 'it must be a DNS-1123 subdomain (at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends)';
  return isWindowsReserved(name) ? 'Windows keeps that name for a device' : undefined;
}
