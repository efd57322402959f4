/** An object in; out: the form in which it describes clusters, if it does, and the entries that it holds. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { foreignClusterKind } from '../kube/cluster-kinds.ts';
import type { KubeObject } from '../model/kube-object.ts';
import type { SourceObject } from '../model/source.ts';
import { readArgocdSecret } from './argocd-secret.ts';
import { readClusterApiCluster } from './cluster-api-cluster.ts';
import type { ClusterEntry, ClusterKind } from './cluster-entry.ts';
import { isClusterInventory, readClusterInventory } from './cluster-inventory.ts';
import { readClusterProfile } from './cluster-profile.ts';
import { readConfigSyncCluster } from './config-sync-cluster.ts';
import { readFleetCluster } from './fleet-cluster.ts';
import { readKarmadaCluster } from './karmada-cluster.ts';
import { readKubeconfig } from './kubeconfig.ts';
import { isKubefedCluster, readKubefedCluster } from './kubefed-cluster.ts';
import { readManagedCluster } from './managed-cluster.ts';

const readers: Readonly<
  Record<ClusterKind, (source: SourceObject) => Outcome<readonly ClusterEntry[]>>
> = {
  ClusterInventory: readClusterInventory,
  KubeFedCluster: readKubefedCluster,
  karmada: readKarmadaCluster,
  ocm: readManagedCluster,
  'cluster-api': readClusterApiCluster,
  'cluster-profile': readClusterProfile,
  fleet: readFleetCluster,
  'config-sync': readConfigSyncCluster,
  argocd: readArgocdSecret,
  kubeconfig: readKubeconfig,
};

/** What was written for this purpose comes first, what only says how a cluster is reached last. */
const ranks = new Map(Object.keys(readers).map((kind, index) => [kind, index]));

/** For messages: every form that a file named as inventory may hold. */
export const inventoryForms =
  'a ClusterInventory, KubeFedCluster, Karmada Cluster, ManagedCluster, Argo CD cluster Secret, Cluster API Cluster, ClusterProfile, Fleet Cluster, Config Sync Cluster or a kubeconfig';

/** The form of a document that describes clusters, in any version; undefined for every other object. */
export function clusterKindOf(object: KubeObject): ClusterKind | undefined {
  if (isClusterInventory(object)) return 'ClusterInventory';
  return isKubefedCluster(object) ? 'KubeFedCluster' : foreignClusterKind(object);
}

/**
 * Whether documents of a form count as inventory wherever they stand. The other forms are objects of a management cluster first, so a
 * file of them has to be named.
 */
export function countsAmongSources(kind: ClusterKind): boolean {
  return kind === 'ClusterInventory' || kind === 'KubeFedCluster' || kind === 'karmada';
}

/** The entries of a document, none for an object that describes no cluster; reports inventory/invalid. */
export function readClusterDocument(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const kind = clusterKindOf(source.object);
  return kind === undefined ? { value: [], diagnostics: [] } : readers[kind](source);
}

/** For sorting: the entry that decides where several disagree stands first. */
export function byRank(a: ClusterEntry, b: ClusterEntry): number {
  return (ranks.get(a.kind) ?? 0) - (ranks.get(b.kind) ?? 0);
}
