/** An object in; out: which system's description of a cluster it is, if it is one. Kinds of fedc and KubeFed are not among them. */
import { isArray, isObject, type KubeObject, splitApiVersion } from '../model/kube-object.ts';

export type ForeignClusterKind =
  | 'argocd'
  | 'cluster-api'
  | 'cluster-profile'
  | 'config-sync'
  | 'fleet'
  | 'karmada'
  | 'kubeconfig'
  | 'ocm';

/** Several systems have a kind Cluster, so the group decides. */
const kindsByType: Readonly<Record<string, ForeignClusterKind>> = {
  'cluster.karmada.io/Cluster': 'karmada',
  'cluster.open-cluster-management.io/ManagedCluster': 'ocm',
  'cluster.x-k8s.io/Cluster': 'cluster-api',
  'clusterregistry.k8s.io/Cluster': 'config-sync',
  'fleet.cattle.io/Cluster': 'fleet',
  'multicluster.x-k8s.io/ClusterProfile': 'cluster-profile',
};

/** Most objects are none of these, and there may be very many of them. */
const kinds = new Set(['Cluster', 'ManagedCluster', 'ClusterProfile', 'Secret', 'Config']);

/** The label by which Argo CD knows its Secrets; argo-cd, docs/operator-manual/declarative-setup.md. */
const secretType = 'argocd.argoproj.io/secret-type';

/** In any version of its group. */
export function foreignClusterKind(object: KubeObject): ForeignClusterKind | undefined {
  const { apiVersion, kind } = object;
  if (typeof kind !== 'string' || !kinds.has(kind) || typeof apiVersion !== 'string')
    return undefined;
  if (apiVersion === 'v1') return coreClusterKind(kind, object);
  const type = `${splitApiVersion(apiVersion).group}/${kind}`;
  return Object.hasOwn(kindsByType, type) ? kindsByType[type] : undefined;
}

function coreClusterKind(kind: string, object: KubeObject): ForeignClusterKind | undefined {
  if (kind === 'Secret') return isClusterSecret(object) ? 'argocd' : undefined;
  const isKubeconfig = kind === 'Config' && (isArray(object['contexts']) || hasClusters(object));
  return isKubeconfig ? 'kubeconfig' : undefined;
}

function isClusterSecret({ metadata }: KubeObject): boolean {
  const labels = isObject(metadata) ? metadata['labels'] : undefined;
  return isObject(labels) && labels[secretType] === 'cluster';
}

function hasClusters(object: KubeObject): boolean {
  return isArray(object['clusters']) || isArray(object['users']);
}
