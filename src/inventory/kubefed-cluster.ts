/**
 * A KubeFedCluster in, what it says about a cluster out.
 * KubeFed v0.10, pkg/apis/core/v1beta1/kubefedcluster_types.go: selectors see metadata.labels; region and zones are
 * status, never labels. Nothing else of the object has influence, so nothing else is checked.
 */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { type JsonValue, type KubeObject, splitApiVersion } from '../model/kube-object.ts';
import type { SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { firstText, textList } from './read-facts.ts';

/** Every group that KubeFed had: the current ones, and those before the two renamings. */
const KUBEFED_GROUP = /\.(?:kubefed\.io|kubefed\.k8s\.io|federation\.k8s\.io)$/;

/** Early texts spell the kind KubefedCluster. */
const kinds: readonly JsonValue[] = ['KubeFedCluster', 'KubefedCluster', 'FederatedCluster'];

/**
 * True for a KubeFedCluster in any group of KubeFed, also one where it does not belong, and for its forerunner
 * FederatedCluster, which only means a cluster in core.federation.k8s.io.
 */
export function isKubefedCluster(object: KubeObject): boolean {
  const { apiVersion, kind } = object;
  if (kind === undefined || !kinds.includes(kind) || typeof apiVersion !== 'string') return false;
  const { group } = splitApiVersion(apiVersion);
  return kind === 'FederatedCluster'
    ? group === 'core.federation.k8s.io'
    : KUBEFED_GROUP.test(group);
}

/**
 * The cluster of a KubeFedCluster, or inventory/invalid: no name, or a label that is not text (which is left out).
 * Its endpoint speaks to its controller alone, and it has no place for a provider.
 */
export function readKubefedCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, String(source.object['kind']), (name) => ({
    kind: 'KubeFedCluster',
    name,
    fields: {
      region: firstText(source, ['status', 'region']),
      zones: textList(source, ['status', 'zones']),
      kubeVersion: firstText(source, ['status', 'kubernetesVersion']),
    },
  }));
}
