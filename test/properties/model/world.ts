/** What stands around the federated objects: clusters, type configs, control plane scope and gates. */
import {
  currentGroup,
  nameOf,
  namespaceOf,
  type Sorted,
  type SourceObject,
  splitVersion,
} from './documents.ts';
import type { Problems } from './problems.ts';
import type { ModelConfig, Rows } from './rows.ts';
import type { Labels } from './selector.ts';
import { isMap, type JsonMap, member, textOr } from './values.ts';

export interface FederatedType {
  /** Of the federated kind. */
  group: string;
  kind: string;
  target: { group: string; version: string; kind: string };
  isNamespaced: boolean;
  isEnabled: boolean;
}

export interface World {
  config: ModelConfig;
  rows: Rows;
  /** Labels by cluster name, in order of name. */
  clusters: Map<string, Labels>;
  /** By `group/kind` of the federated kind. */
  types: Map<string, FederatedType>;
  /** Those that the configuration teaches. */
  mappings: Map<string, FederatedType>;
  isNamespacedControlPlane: boolean;
  isPushing: boolean;
  isScheduling: boolean;
}

export function readWorld(
  config: ModelConfig,
  rows: Rows,
  sorted: Sorted,
  problems: Problems,
): World {
  const counts = (source: SourceObject): boolean => {
    if (rows.kubefedConfig === 'ignore') return true;
    const namespace = namespaceOf(source.object);
    return namespace === '' || namespace === config.kubefedNamespace;
  };
  const control = sorted.kubefedConfigs.find(
    (source) => counts(source) && nameOf(source.object) === 'kubefed',
  )?.object;
  const mappings = readMappings(config);
  const obeyed = rows.kubefedConfig === 'obey' ? control : undefined;
  return {
    config,
    rows,
    clusters: readClusters(sorted, counts),
    types: new Map([
      ...mappings,
      ...readDefinitions(sorted.others),
      ...readTypes(sorted.typeConfigs.filter(counts), problems),
    ]),
    mappings,
    isNamespacedControlPlane: member(obeyed, 'spec', 'scope') === 'Namespaced',
    isPushing: isGateOpen(obeyed, 'PushReconciler'),
    isScheduling: isGateOpen(obeyed, 'SchedulerPreferences'),
  };
}

function isGateOpen(control: JsonMap | undefined, gate: string): boolean {
  const gates = member(control, 'spec', 'featureGates');
  const found = Array.isArray(gates)
    ? gates.find((item) => member(item, 'name') === gate)
    : undefined;
  return member(found, 'configuration') !== 'Disabled';
}

function readClusters(
  sorted: Sorted,
  counts: (source: SourceObject) => boolean,
): Map<string, Labels> {
  const found: [string, Labels][] = [];
  for (const { object } of sorted.inventories) {
    const listed = object['clusters'];
    for (const cluster of Array.isArray(listed) ? listed : [])
      found.push([textOr(member(cluster, 'name'), ''), labelsIn(member(cluster, 'labels'))]);
  }
  for (const { object } of sorted.clusters.filter(counts))
    found.push([nameOf(object), labelsIn(member(object, 'metadata', 'labels'))]);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function labelsIn(value: unknown): Labels {
  return isMap(value) ? (value as Record<string, string>) : {};
}

const chartTypes: readonly [kind: string, apiVersion: string, scope: 'Namespaced' | 'Cluster'][] = [
  ['ClusterRole', 'rbac.authorization.k8s.io/v1', 'Cluster'],
  ['ConfigMap', 'v1', 'Namespaced'],
  ['Deployment', 'apps/v1', 'Namespaced'],
  ['Ingress', 'networking.k8s.io/v1', 'Namespaced'],
  ['Job', 'batch/v1', 'Namespaced'],
  ['Namespace', 'v1', 'Cluster'],
  ['ReplicaSet', 'apps/v1', 'Namespaced'],
  ['Secret', 'v1', 'Namespaced'],
  ['ServiceAccount', 'v1', 'Namespaced'],
  ['Service', 'v1', 'Namespaced'],
];

/** Built-in kinds outside the chart that any table of kinds has to know. */
const otherKnownTypes: typeof chartTypes = [
  ['StatefulSet', 'apps/v1', 'Namespaced'],
  ['DaemonSet', 'apps/v1', 'Namespaced'],
  ['ClusterRoleBinding', 'rbac.authorization.k8s.io/v1', 'Cluster'],
  ['RoleBinding', 'rbac.authorization.k8s.io/v1', 'Namespaced'],
  ['StorageClass', 'storage.k8s.io/v1', 'Cluster'],
];

function readMappings(config: ModelConfig): Map<string, FederatedType> {
  const mappings = new Map<string, FederatedType>();
  for (const { federated, target, scope } of config.types)
    addType(mappings, federated, target, scope);
  return mappings;
}

/** Custom resources of the repository, in the version that is stored. */
function readDefinitions(others: readonly SourceObject[]): Map<string, FederatedType> {
  const defined = new Map<string, FederatedType>();
  for (const { kind, object } of others) {
    if (kind !== 'CustomResourceDefinition') continue;
    const target = textOr(member(object, 'spec', 'names', 'kind'), '');
    const versions = member(object, 'spec', 'versions') as JsonMap[];
    const stored = versions.find((version) => version['storage'] === true);
    addType(
      defined,
      `types.kubefed.io/v1beta1 Federated${target}`,
      `${member(object, 'spec', 'group')}/${stored?.['name']} ${target}`,
      String(member(object, 'spec', 'scope')),
    );
  }
  return defined;
}

function readTypes(
  typeConfigs: readonly SourceObject[],
  problems: Problems,
): Map<string, FederatedType> {
  const known = new Map<string, FederatedType>();
  for (const [kind, apiVersion, scope] of [...chartTypes, ...otherKnownTypes])
    addType(known, `types.kubefed.io/v1beta1 Federated${kind}`, `${apiVersion} ${kind}`, scope);
  const declared = new Map<string, FederatedType>();
  for (const { object } of typeConfigs) {
    const type = readTypeConfig(object);
    if (type === undefined) {
      problems.error('kubefed/type-config-invalid');
      continue;
    }
    const key = `${type.group}/${type.kind}`;
    const earlier = declared.get(key);
    if (
      earlier !== undefined &&
      !(sameTarget(earlier, type) && earlier.isEnabled === type.isEnabled)
    )
      problems.error('kubefed/type-config-conflict');
    declared.set(key, type);
  }
  return new Map([...known, ...declared]);
}

function sameTarget(first: FederatedType, second: FederatedType): boolean {
  const text = ({ target, isNamespaced }: FederatedType) =>
    `${target.group}/${target.version}/${target.kind}/${isNamespaced}`;
  return text(first) === text(second);
}

function addType(
  types: Map<string, FederatedType>,
  federated: string,
  target: string,
  scope: string,
): void {
  const [federatedVersion, federatedKind] = federated.split(' ');
  const [targetVersion, targetKind] = target.split(' ');
  const group = currentGroup(splitVersion(federatedVersion!)[0]);
  const [targetGroup, version] = splitVersion(targetVersion!);
  types.set(`${group}/${federatedKind}`, {
    group,
    kind: federatedKind!,
    target: { group: targetGroup, version, kind: targetKind! },
    isNamespaced: scope === 'Namespaced',
    isEnabled: true,
  });
}

/** Undefined when the type config is invalid. */
function readTypeConfig(object: JsonMap): FederatedType | undefined {
  const name = nameOf(object);
  const dot = name.indexOf('.');
  const target = member(object, 'spec', 'targetType');
  const federated = member(object, 'spec', 'federatedType');
  const plural = textOr(member(target, 'pluralName'), dot < 0 ? name : name.slice(0, dot));
  const group = textOr(member(target, 'group'), dot < 0 ? '' : name.slice(dot + 1));
  if (name !== (group === '' ? plural : `${plural}.${group}`)) return undefined;
  const propagation = member(object, 'spec', 'propagation');
  const scope = member(target, 'scope');
  if (propagation !== 'Enabled' && propagation !== 'Disabled') return undefined;
  if (scope !== 'Namespaced' && scope !== 'Cluster') return undefined;
  return {
    group: currentGroup(textOr(member(federated, 'group'), '')),
    kind: textOr(member(federated, 'kind'), ''),
    target: {
      group,
      version: textOr(member(target, 'version'), ''),
      kind: textOr(member(target, 'kind'), ''),
    },
    isNamespaced: scope === 'Namespaced',
    isEnabled: propagation === 'Enabled',
  };
}

/** A namespaced control plane looks at its own namespace only. */
export function isInScope(namespace: string, world: World): boolean {
  return !world.isNamespacedControlPlane || namespace === world.config.kubefedNamespace;
}
