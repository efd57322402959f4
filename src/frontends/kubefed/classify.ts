/** What each source object is to the KubeFed front end. */
import { foreignClusterKind } from '../../kube/cluster-kinds.ts';
import { type GroupVersionKind, isObject, type KubeObject } from '../../model/kube-object.ts';
import type { SourceObject } from '../../model/source.ts';
import {
  coreGroup,
  currentGroup,
  isKubefedGroup,
  isThreeObjectGroup,
  schedulingGroup,
  typeOf,
  typesGroup,
} from './groups.ts';

export type ObjectClass =
  | 'federated'
  | 'three-object'
  | 'type-config'
  | 'replica-preference'
  | 'kubefed-config'
  | 'cluster'
  | 'custom-resource-definition'
  | 'not-static'
  | 'no-such-kind'
  | 'bookkeeping'
  | 'foreign'
  | 'own'
  | 'incomplete'
  | 'plain';

/** The control kinds under every spelling they had, with the group they belong to. */
const controlKinds: Readonly<Record<string, { readonly as: ObjectClass; readonly group: string }>> =
  {
    FederatedTypeConfig: { as: 'type-config', group: coreGroup },
    KubeFedCluster: { as: 'cluster', group: coreGroup },
    KubefedCluster: { as: 'cluster', group: coreGroup },
    FederatedCluster: { as: 'cluster', group: coreGroup },
    KubeFedConfig: { as: 'kubefed-config', group: coreGroup },
    KubefedConfig: { as: 'kubefed-config', group: coreGroup },
    FederationConfig: { as: 'kubefed-config', group: coreGroup },
    PropagatedVersion: { as: 'bookkeeping', group: coreGroup },
    ClusterPropagatedVersion: { as: 'bookkeeping', group: coreGroup },
    FederatedServiceStatus: { as: 'bookkeeping', group: coreGroup },
    EnableTypeDirective: { as: 'bookkeeping', group: coreGroup },
    ReplicaSchedulingPreference: { as: 'replica-preference', group: schedulingGroup },
  };

const dnsKinds = new Set([
  'Domain',
  'ServiceDNSRecord',
  'IngressDNSRecord',
  'DNSEndpoint',
  'MultiClusterServiceDNSRecord',
  'MultiClusterIngressDNSRecord',
]);

const foreignGroups = /(^|\.)(karmada\.io|kubeadmiral\.io)$/;

/** `group/kind` with the present name of the group: how federated types are looked up. */
export function federatedTypeKey(type: { readonly group: string; readonly kind: string }): string {
  return `${currentGroup(type.group)}/${type.kind}`;
}

/** `declared` holds the federated types that type configs and `types:` name, by {@link federatedTypeKey}. */
export function classify(
  { object, role }: SourceObject,
  declared: ReadonlySet<string>,
): ObjectClass {
  const type = typeOf(object);
  if (type.kind === '' || typeof object['apiVersion'] !== 'string' || object['apiVersion'] === '')
    return isHalfNamed(type) ? 'incomplete' : 'plain';
  if (type.group === 'fedc') return type.kind === 'ClusterInventory' ? 'cluster' : 'own';
  if (type.group === 'apiextensions.k8s.io' && type.kind === 'CustomResourceDefinition')
    return 'custom-resource-definition';
  if (isThreeObjectForm(object, type)) return 'three-object';
  if (declared.has(federatedTypeKey(type))) return 'federated';
  if (isForeignCluster(object, role)) return 'cluster';
  if (isKubefedGroup(type.group)) return classifyKubefed(type);
  return type.kind.startsWith('Federated') || foreignGroups.test(type.group) ? 'foreign' : 'plain';
}

/** Other forms than Karmada's are plain objects of a management cluster where nobody names their file as inventory. */
function isForeignCluster(object: KubeObject, role: SourceObject['role']): boolean {
  const kind = foreignClusterKind(object);
  return kind === 'karmada' || (kind !== undefined && role === 'inventory');
}

/** One of apiVersion and kind is missing, and the other one is KubeFed's. */
function isHalfNamed(type: GroupVersionKind): boolean {
  return (
    type.kind.startsWith('Federated') ||
    controlOf(type) !== undefined ||
    (type.kind === '' && isKubefedGroup(type.group))
  );
}

function controlOf(type: GroupVersionKind) {
  if (!Object.hasOwn(controlKinds, type.kind)) return undefined;
  // Elsewhere it is the federated form of a kind Cluster: the cluster kind has another name since v0.1.0.
  if (type.kind === 'FederatedCluster' && type.group !== 'core.federation.k8s.io') return undefined;
  return controlKinds[type.kind];
}

/**
 * Template, placement and override apart, each an object of its own; and the type configs that name three kinds.
 * The same groups held the unified form for a while, with the placement beside the template.
 */
function isThreeObjectForm(object: KubeObject, { group, kind }: GroupVersionKind): boolean {
  if (!isThreeObjectGroup(group) || !kind.startsWith('Federated')) return false;
  const spec = isObject(object['spec']) ? object['spec'] : undefined;
  if (kind === 'FederatedTypeConfig')
    return spec?.['federatedType'] === undefined && isObject(spec?.['placement']);
  if (controlKinds[kind] !== undefined) return false;
  return /(Placement|Override)$/.test(kind) || !isObject(spec?.['placement']);
}

function classifyKubefed(type: GroupVersionKind): ObjectClass {
  const control = controlOf(type);
  if (control !== undefined) return control.as;
  if (dnsKinds.has(type.kind)) return 'not-static';
  if (type.kind.startsWith('Federated') && currentGroup(type.group) !== schedulingGroup)
    return 'federated';
  return 'no-such-kind';
}

/** The group that a control kind belongs to, if it is written in another one. */
export function rightGroup(type: GroupVersionKind): string | undefined {
  const control = controlOf(type);
  return control === undefined || control.group === currentGroup(type.group)
    ? undefined
    : control.group;
}

/** True in the group where federated resources live. */
export function isTypesGroup(group: string): boolean {
  return currentGroup(group) === typesGroup;
}
