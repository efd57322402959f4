import { describe, expect, it } from 'vitest';
import {
  classify,
  federatedTypeKey,
  isTypesGroup,
  type ObjectClass,
  rightGroup,
} from '../../../src/frontends/kubefed/classify.ts';
import { source } from '../sources.ts';

interface Row {
  readonly name: string;
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly spec?: object;
  readonly is: ObjectClass;
}

const rows: readonly Row[] = [
  {
    name: 'a federated kind of the default group',
    apiVersion: 'types.kubefed.io/v1beta1',
    kind: 'FederatedConfigMap',
    is: 'federated',
  },
  {
    name: 'a federated kind of an old group',
    apiVersion: 'types.federation.k8s.io/v1alpha1',
    kind: 'FederatedConfigMap',
    is: 'federated',
  },
  {
    name: 'a federated kind of a declared group',
    apiVersion: 'fed.example.io/v1',
    kind: 'WidgetShare',
    is: 'federated',
  },
  {
    name: 'a federated kind of a group that nobody declared',
    apiVersion: 'fed.other.io/v1',
    kind: 'FederatedWidget',
    is: 'foreign',
  },
  {
    name: 'a kind of Karmada',
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    is: 'foreign',
  },
  {
    name: 'a FederatedCluster of KubeAdmiral',
    apiVersion: 'core.kubeadmiral.io/v1alpha1',
    kind: 'FederatedCluster',
    is: 'foreign',
  },
  {
    name: 'the template of the three-object form',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'FederatedSecret',
    spec: { template: {} },
    is: 'three-object',
  },
  {
    name: 'the placement of the three-object form',
    apiVersion: 'primitives.federation.k8s.io/v1alpha1',
    kind: 'FederatedSecretPlacement',
    spec: { clusterNames: [] },
    is: 'three-object',
  },
  {
    name: 'the override of the three-object form',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'FederatedSecretOverride',
    spec: {},
    is: 'three-object',
  },
  {
    name: 'a unified object of the first groups',
    apiVersion: 'primitives.federation.k8s.io/v1alpha1',
    kind: 'FederatedSecret',
    spec: { template: {}, placement: {} },
    is: 'federated',
  },
  {
    name: 'a type config',
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'FederatedTypeConfig',
    is: 'type-config',
  },
  {
    name: 'a type config in the types group',
    apiVersion: 'types.kubefed.io/v1beta1',
    kind: 'FederatedTypeConfig',
    is: 'type-config',
  },
  {
    name: 'a type config of three objects',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'FederatedTypeConfig',
    spec: { target: {}, template: {}, placement: {} },
    is: 'three-object',
  },
  {
    name: 'a preference',
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    is: 'replica-preference',
  },
  {
    name: 'a KubeFedConfig',
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'KubeFedConfig',
    is: 'kubefed-config',
  },
  {
    name: 'its forerunner',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'FederationConfig',
    is: 'kubefed-config',
  },
  {
    name: 'a KubeFedCluster',
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'KubeFedCluster',
    is: 'cluster',
  },
  {
    name: 'a KubefedCluster, as early texts spell it',
    apiVersion: 'core.kubefed.k8s.io/v1alpha1',
    kind: 'KubefedCluster',
    is: 'cluster',
  },
  {
    name: 'a FederatedCluster of the first groups',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'FederatedCluster',
    is: 'cluster',
  },
  {
    name: 'a FederatedCluster of the types group: the federated form of a kind Cluster',
    apiVersion: 'types.kubefed.io/v1beta1',
    kind: 'FederatedCluster',
    is: 'federated',
  },
  {
    name: 'an inventory of our own',
    apiVersion: 'fedc/v1alpha1',
    kind: 'ClusterInventory',
    is: 'cluster',
  },
  {
    name: 'a Cluster of Karmada, which is inventory wherever it stands',
    apiVersion: 'cluster.karmada.io/v1alpha1',
    kind: 'Cluster',
    is: 'cluster',
  },
  {
    name: 'a Cluster of Cluster API, which is only inventory in a file that is named',
    apiVersion: 'cluster.x-k8s.io/v1beta1',
    kind: 'Cluster',
    is: 'plain',
  },
  { name: 'a config of our own', apiVersion: 'fedc/v1alpha1', kind: 'Config', is: 'own' },
  {
    name: 'a definition of a kind',
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    is: 'custom-resource-definition',
  },
  {
    name: 'a DNS kind',
    apiVersion: 'multiclusterdns.kubefed.io/v1alpha1',
    kind: 'ServiceDNSRecord',
    is: 'not-static',
  },
  {
    name: 'a DNS kind under its first name',
    apiVersion: 'core.federation.k8s.io/v1alpha1',
    kind: 'MultiClusterServiceDNSRecord',
    is: 'not-static',
  },
  {
    name: 'a kind that never existed',
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingStrategy',
    is: 'no-such-kind',
  },
  {
    name: 'a federated kind in the scheduling group',
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'FederatedSecret',
    is: 'no-such-kind',
  },
  {
    name: 'bookkeeping of the controller',
    apiVersion: 'core.kubefed.io/v1alpha1',
    kind: 'PropagatedVersion',
    is: 'bookkeeping',
  },
  {
    name: 'a file of kubefedctl',
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'EnableTypeDirective',
    is: 'bookkeeping',
  },
  { name: 'a plain object', apiVersion: 'v1', kind: 'ConfigMap', is: 'plain' },
  {
    name: 'a control kind of somebody else',
    apiVersion: 'example.io/v1',
    kind: 'KubeFedCluster',
    is: 'plain',
  },
  {
    name: 'a kind that is called like a member of every object',
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'constructor',
    is: 'no-such-kind',
  },
  { name: 'a federated kind without apiVersion', kind: 'FederatedConfigMap', is: 'incomplete' },
  {
    name: 'a federated kind with an empty apiVersion',
    apiVersion: null,
    kind: 'FederatedConfigMap',
    is: 'incomplete',
  },
  {
    name: 'a control kind without apiVersion',
    kind: 'ReplicaSchedulingPreference',
    is: 'incomplete',
  },
  {
    name: 'an object of the types group without kind',
    apiVersion: 'types.kubefed.io/v1beta1',
    is: 'incomplete',
  },
  { name: 'a document without apiVersion and kind', is: 'plain' },
  { name: 'a kind without apiVersion', kind: 'ConfigMap', is: 'plain' },
];

const declared = new Set([federatedTypeKey({ group: 'fed.example.io', kind: 'WidgetShare' })]);

describe('classify', () => {
  it.each(rows)('$name is $is', ({ apiVersion, kind, spec, is }) => {
    expect(classify(source({ apiVersion, kind, spec }), declared)).toBe(is);
  });

  it('takes a declared type before a control kind of the same name', () => {
    const own = new Set(['types.kubefed.io/FederatedCluster']);
    const apiVersion = 'types.kubefed.io/v1beta1';
    expect(classify(source({ apiVersion, kind: 'FederatedCluster' }), own)).toBe('federated');
  });
});

describe('rightGroup', () => {
  it.each([
    ['types.kubefed.io', 'KubeFedCluster', 'core.kubefed.io'],
    ['core.kubefed.io', 'ReplicaSchedulingPreference', 'scheduling.kubefed.io'],
    ['core.kubefed.k8s.io', 'KubeFedCluster', undefined],
    ['types.kubefed.io', 'FederatedCluster', undefined],
    ['types.kubefed.io', 'FederatedSecret', undefined],
  ])('of a %s %s is %j', (group, kind, right) => {
    expect(rightGroup({ group, version: 'v1', kind })).toBe(right);
  });
});

describe('isTypesGroup', () => {
  it('is true of the group of federated resources under all of its names', () => {
    const groups = [
      'types.kubefed.io',
      'types.kubefed.k8s.io',
      'primitives.federation.k8s.io',
      'apps',
    ];
    expect(groups.map(isTypesGroup)).toEqual([true, true, true, false]);
  });
});
