/** The API groups of KubeFed, which were renamed twice. */
import {
  type GroupVersionKind,
  isObject,
  type KubeObject,
  splitApiVersion,
} from '../../model/kube-object.ts';

export const typesGroup = 'types.kubefed.io';
export const coreGroup = 'core.kubefed.io';
export const schedulingGroup = 'scheduling.kubefed.io';

const oldSuffixes = ['.kubefed.k8s.io', '.federation.k8s.io'];

/** The present name of a group: `types.kubefed.k8s.io` and `types.federation.k8s.io` are `types.kubefed.io`. */
export function currentGroup(group: string): string {
  if (!group.endsWith('.k8s.io')) return group;
  const suffix = oldSuffixes.find((candidate) => group.endsWith(candidate));
  if (suffix === undefined) return group;
  const area = group.slice(0, -suffix.length);
  return `${area === 'primitives' ? 'types' : area}.kubefed.io`;
}

export function isKubefedGroup(group: string): boolean {
  return currentGroup(group).endsWith('.kubefed.io');
}

/** The groups in which every resource was three objects: template, placement and override apart. */
export function isThreeObjectGroup(group: string): boolean {
  return group === 'core.federation.k8s.io' || group === 'primitives.federation.k8s.io';
}

/** Group and version pairs of federated types that some release had (KubeFed CHANGELOG.md). */
const existing = new Set([
  'types.kubefed.io/v1beta1',
  'types.kubefed.k8s.io/v1beta1',
  'types.federation.k8s.io/v1alpha1',
  'primitives.federation.k8s.io/v1alpha1',
]);

/** True for a pair of a types group that no release had, such as types.kubefed.io/v1alpha1. */
export function neverExisted(group: string, version: string): boolean {
  return currentGroup(group) === typesGroup && !existing.has(`${group}/${version}`);
}

/** Group, version and kind of an object; texts that are missing are ''. */
export function typeOf(object: KubeObject): GroupVersionKind {
  const apiVersion = object['apiVersion'];
  const kind = object['kind'];
  const { group, version } = splitApiVersion(typeof apiVersion === 'string' ? apiVersion : '');
  return { group, version, kind: typeof kind === 'string' ? kind : '' };
}

/** A text member of metadata, or undefined. */
export function metadataText(object: KubeObject, member: 'name' | 'namespace'): string | undefined {
  const metadata = object['metadata'];
  const value = isObject(metadata) ? metadata[member] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `FederatedDeployment shop/web`, as messages name a source object. */
export function titleOf(object: KubeObject): string {
  const namespace = metadataText(object, 'namespace');
  const name = metadataText(object, 'name') ?? '(without name)';
  return `${typeOf(object).kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
