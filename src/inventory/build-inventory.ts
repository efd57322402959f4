/** Documents that describe clusters in, the inventory out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { isDns1123Subdomain, isWindowsReserved } from '../kube/names.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { Options } from '../model/config.ts';
import { groupBy } from '../model/group-by.ts';
import type { KubeObject } from '../model/kube-object.ts';
import type { Origin, SourceFile, SourceObject } from '../model/source.ts';
import {
  byRank,
  clusterKindOf,
  countsAmongSources,
  readClusterDocument,
} from './cluster-documents.ts';
import { type ClusterEntry, type ClusterKind, memberOf } from './cluster-entry.ts';
import { credentialFiles } from './credentials.ts';
import { idleFiles } from './idle-files.ts';
import { mergeEntries } from './merge-entries.ts';
import { passedOverIn } from './passed-over.ts';
import { resolveNames } from './resolve-names.ts';
import { withFieldsOfLabels } from './well-known-labels.ts';

/** Whether a document describes clusters, in any of the forms that a file named as inventory may hold. */
export function isClusterDocument(object: KubeObject): boolean {
  return clusterKindOf(object) !== undefined;
}

/**
 * The inventory of all cluster documents among the objects; other objects are passed over. If some documents come from
 * files named as inventory, the others do not count. Reports inventory/invalid, inventory/duplicate-cluster,
 * inventory/conflict, inventory/unsafe-name and inventory/credentials; the result holds every cluster that has a name, also
 * then. `files` are those that the objects are from: of them a file named as inventory without a cluster is
 * inventory/invalid, and if there is no cluster at all, the result says which of them describe some.
 */
export function buildInventory(
  objects: readonly SourceObject[],
  options: Options,
  files: readonly SourceFile[] = [],
): Outcome<Inventory> {
  const unique = clusterEntries(objects, options);
  const merged = mergeByName(unique.value);
  const clusters = [...merged.value].sort((a, b) => (a.cluster.name < b.cluster.name ? -1 : 1));
  const passedOver = clusters.length > 0 ? [] : passedOverIn(files);
  return {
    value: {
      clusters: clusters.map(({ cluster }) => cluster),
      ...(passedOver.length === 0 ? {} : { passedOver }),
    },
    diagnostics: [
      ...idleFiles(files, objects),
      ...credentialFiles(objects),
      ...unique.diagnostics,
      ...merged.diagnostics,
      ...clusters.flatMap(unsafeName),
    ],
  };
}

/**
 * What the documents say of each cluster before they are merged, one entry per kind of document and cluster, also of clusters
 * whose names are not safe; an entry has the name that `names:` of a ClusterInventory gives to what it describes. Reports
 * inventory/invalid and inventory/duplicate-cluster.
 */
export function clusterEntries(
  objects: readonly SourceObject[],
  options: Options,
): Outcome<readonly ClusterEntry[]> {
  const read = countingDocuments(objects, options).map(readClusterDocument);
  const named = resolveNames(read.flatMap(({ value }) => value));
  const unique = uniqueOfKind(named.value);
  const diagnostics = [...read, named, unique].flatMap((outcome) => outcome.diagnostics);
  return { value: unique.value, diagnostics };
}

/** In the order of their places, so that the order in which files are read decides nothing. */
function countingDocuments(
  objects: readonly SourceObject[],
  options: Options,
): readonly SourceObject[] {
  const documents = objects.filter((source) => isCounting(source, options));
  const named = documents.filter(({ role }) => role === 'inventory');
  return [...(named.length > 0 ? named : documents)].sort((a, b) => byPlace(a.origin, b.origin));
}

function isCounting({ object, role }: SourceObject, options: Options): boolean {
  const kind = clusterKindOf(object);
  if (kind === 'KubeFedCluster') return isCountingKubefedCluster(object, options);
  return kind !== undefined && (role === 'inventory' || countsAmongSources(kind));
}

/** KubeFed only knows the clusters of its own namespace. */
function isCountingKubefedCluster(object: KubeObject, options: Options): boolean {
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
    { cluster: entry.cluster.name, ...(isForeign(entry) ? { isForeign: true } : {}) },
    { related: [{ at: known.nameAt, label: 'first described here' }] },
  );
}

interface NamedCluster {
  readonly cluster: Cluster;
  readonly nameAt: Origin;
  readonly kind: ClusterKind;
}

/** The native form wins where kinds disagree, because it was written for this purpose. */
function mergeByName(entries: readonly ClusterEntry[]): Outcome<readonly NamedCluster[]> {
  const groups = groupBy([...entries].sort(byRank), ({ cluster }) => cluster.name);
  const merged = Array.from(groups.values(), (group) => {
    const { value, diagnostics } = mergeEntries(group);
    const [{ nameAt, kind }] = group;
    return { cluster: withFieldsOfLabels(value), nameAt, kind, diagnostics };
  });
  return { value: merged, diagnostics: merged.flatMap(({ diagnostics }) => diagnostics) };
}

function unsafeName({ cluster, nameAt, kind }: NamedCluster): readonly Diagnostic[] {
  const { name } = cluster;
  const reason = unsafeReason(name);
  if (reason === undefined) return [];
  // What was written for another purpose keeps its name, and gets ours elsewhere.
  const importFrom = isForeign({ kind }) ? { importFrom: nameAt.file } : {};
  return [diagnose('inventory/unsafe-name', nameAt, { cluster: name, reason, ...importFrom })];
}

function isForeign({ kind }: Pick<ClusterEntry, 'kind'>): boolean {
  return !['ClusterInventory', 'KubeFedCluster'].includes(kind);
}

function unsafeReason(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (!isDns1123Subdomain(name))
    return 'it must be a DNS-1123 subdomain (at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends)';
  return isWindowsReserved(name) ? 'Windows keeps that name for a device' : undefined;
}
