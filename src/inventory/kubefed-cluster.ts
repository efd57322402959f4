/**
 * A KubeFedCluster in, what it says about a cluster out.
 * KubeFed v0.10, pkg/apis/core/v1beta1/kubefedcluster_types.go: selectors see metadata.labels; region and zones are
 * status, never labels. Nothing else of the object has influence, so nothing else is checked.
 */
import { diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { ClusterFields } from '../model/cluster.ts';
import { isArray, type JsonValue, type KubeObject, splitApiVersion } from '../model/kube-object.ts';
import { below, type Origin, type SourceObject } from '../model/source.ts';
import {
  type ClusterEntry,
  hasText,
  labelProblems,
  memberOf,
  quoteHint,
  textMembers,
} from './cluster-entry.ts';

/** Every group that KubeFed had: the current ones, and those before the two renamings. */
const KUBEFED_GROUP = /\.(?:kubefed\.io|kubefed\.k8s\.io|federation\.k8s\.io)$/;

/** Early texts spell the kind KubefedCluster. */
const kinds: readonly JsonValue[] = ['KubeFedCluster', 'KubefedCluster'];

/**
 * True for a KubeFedCluster in any group of KubeFed, also one where it does not belong, and for its forerunner
 * FederatedCluster, which only means a cluster in core.federation.k8s.io.
 */
export function isKubefedCluster(object: KubeObject): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string') return false;
  const { group } = splitApiVersion(apiVersion);
  if (kind === 'FederatedCluster') return group === 'core.federation.k8s.io';
  return kind !== undefined && kinds.includes(kind) && KUBEFED_GROUP.test(group);
}

/** The cluster of a KubeFedCluster, or inventory/invalid: no name, or a label that is not text (which is left out). */
export function readKubefedCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  const { object, origin } = source;
  const metadata = object['metadata'];
  const name = memberOf(metadata, 'name');
  const nameAt = below(origin, 'metadata', 'name');
  if (!hasText(name)) return { value: [], diagnostics: [nameProblem(source, nameAt)] };
  const labels = memberOf(metadata, 'labels');
  const labelsAt = below(origin, 'metadata', 'labels');
  const entry: ClusterEntry = {
    kind: 'KubeFedCluster',
    cluster: {
      name,
      names: {},
      labels: textMembers(labels),
      annotations: textMembers(undefined),
      fields: fieldsOf(object),
      taints: [],
      origin,
    },
    nameAt,
    labelAt: (key) => below(labelsAt, key),
    fieldAt: (field) => fieldAt(origin, field),
  };
  const title = `KubeFedCluster ${name}`;
  return { value: [entry], diagnostics: labelProblems(labels, labelsAt, title) };
}

function nameProblem(source: SourceObject, nameAt: Origin) {
  const name = memberOf(source.object['metadata'], 'name');
  const isMissing = name === undefined || name === null || name === '';
  return diagnose('inventory/invalid', isMissing ? source.origin : nameAt, {
    problem: `A ${String(source.object['kind'])} ${isMissing ? 'has no metadata.name' : 'has a metadata.name that is not text'}.`,
    ...quoteHint(name),
  });
}

function fieldsOf(object: KubeObject): ClusterFields {
  const region = memberOf(object['status'], 'region');
  const kubeVersion = memberOf(object['status'], 'kubernetesVersion');
  const zones = memberOf(object['status'], 'zones');
  const zoneNames = isArray(zones) ? zones.filter(hasText) : [];
  return {
    ...(hasText(region) ? { region } : {}),
    ...(zoneNames.length > 0 ? { zones: zoneNames } : {}),
    ...(hasText(kubeVersion) ? { kubeVersion } : {}),
  };
}

function fieldAt(origin: Origin, field: keyof ClusterFields): Origin {
  switch (field) {
    case 'kubeVersion':
      return below(origin, 'status', 'kubernetesVersion');
    case 'region':
    case 'zones':
      return below(origin, 'status', field);
    case 'server':
    case 'provider':
      // The endpoint of a KubeFedCluster speaks to its controller alone, and it has no place for a provider.
      return origin;
  }
}
