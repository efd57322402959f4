/** Repositories on which the compiler and the model once disagreed, and the compiler was wrong. */

import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type CompileInput, type CompileResult, type Config, compile } from '../../src/index.ts';
import type { JsonMap } from './model/values.ts';

const clusters = inventory('east', 'west');

function inventory(...names: string[]): JsonMap {
  const listed = names.map((name) => ({ name }));
  return { apiVersion: 'fedc/v1alpha1', kind: 'ClusterInventory', clusters: listed };
}

function federated(kind: string, metadata: JsonMap, spec: JsonMap): JsonMap {
  return { apiVersion: 'types.kubefed.io/v1beta1', kind: `Federated${kind}`, metadata, spec };
}

function build(
  documents: readonly JsonMap[],
  config: Config = {},
  previous?: CompileInput['previous'],
): CompileResult {
  const text = documents.map((document) => `---\n${stringify(document)}`).join('');
  const files = [{ path: 'all.yaml', text }];
  return compile({ files, config, ...(previous === undefined ? {} : { previous }) });
}

function errorsOf({ diagnostics }: CompileResult): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const everywhere = { clusterSelector: {} };

test('a namespace narrows whatever apiVersion its template says', () => {
  const { manifests } = build([
    clusters,
    federated(
      'Namespace',
      { name: 'shop' },
      { template: { apiVersion: 'example.io/v2' }, placement: everywhere },
    ),
    federated('ConfigMap', { name: 'web', namespace: 'shop' }, { placement: everywhere }),
  ]);
  const configMap = manifests.find(({ key }) => key.kind === 'ConfigMap');
  expect(configMap?.clusters).toEqual(['east', 'west']);
});

test('of a namespace that only narrows, the overrides are not checked', () => {
  const result = build(
    [
      clusters,
      {
        apiVersion: 'core.kubefed.io/v1beta1',
        kind: 'KubeFedConfig',
        metadata: { name: 'kubefed' },
        spec: { scope: 'Namespaced' },
      },
      federated(
        'Namespace',
        { name: 'kube-federation-system' },
        {
          placement: everywhere,
          overrides: [{ clusterName: 'east', clusterOverrides: [{ path: '/kind', value: 'x' }] }],
        },
      ),
    ],
    { mode: 'kubefed' },
  );
  expect(errorsOf(result)).toEqual([]);
});

test('an object that goes nowhere on purpose needs no federated namespace', () => {
  const result = build(
    [
      clusters,
      federated('ConfigMap', { name: 'web', namespace: 'shop' }, { placement: { clusters: [] } }),
    ],
    { mode: 'kubefed', compatibility: { noCluster: 'error' } },
  );
  expect(errorsOf(result)).toEqual([]);
});

test('an object without placement is reported even where there is no inventory', () => {
  const result = build([federated('ClusterRole', { name: 'web' }, { template: {} })]);
  expect(errorsOf(result)).toEqual(['placement/none']);
});

test('the scope that `types:` teaches holds for plain objects too', () => {
  const config: Config = {
    types: [
      {
        federated: 'types.kubefed.io/v1beta1 FederatedGadget',
        target: 'example.io/v1 Gadget',
        scope: 'Cluster',
      },
    ],
    plainObjects: [{ files: ['all.yaml'], placement: everywhere }],
  };
  const metadata = { name: 'web', namespace: 'shop' };
  const { manifests } = build(
    [clusters, { apiVersion: 'example.io/v1', kind: 'Gadget', metadata }],
    config,
  );
  expect(manifests.map(({ key }) => key.namespace)).toEqual(['']);
});

test('a type config that is wrong about a built-in kind does not move plain objects', () => {
  const targetType = {
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    pluralName: 'deployments',
  };
  const federatedType = { group: 'types.kubefed.io', version: 'v1beta1', kind: 'FederatedApp' };
  const { manifests } = build(
    [
      clusters,
      {
        apiVersion: 'core.kubefed.io/v1beta1',
        kind: 'FederatedTypeConfig',
        metadata: { name: 'deployments.apps' },
        spec: {
          targetType: { ...targetType, scope: 'Cluster' },
          federatedType: { ...federatedType, pluralName: 'federatedapps', scope: 'Namespaced' },
          propagation: 'Enabled',
        },
      },
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } },
    ],
    { plainObjects: [{ files: ['all.yaml'], placement: everywhere }] },
  );
  expect(manifests.map(({ key }) => key.namespace)).toEqual(['shop']);
});

test('replicas written last are found although an override says another API group', () => {
  const preference = (weight: number): JsonMap => ({
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      targetKind: 'FederatedDeployment',
      totalReplicas: 6,
      clusters: { east: { weight: 1 }, west: { weight } },
    },
  });
  const deployment = federated(
    'Deployment',
    { name: 'web', namespace: 'shop' },
    {
      template: { spec: {} },
      placement: everywhere,
      overrides: [
        {
          clusterName: 'west',
          clusterOverrides: [{ path: '/apiVersion', value: 'extensions/v1beta1' }],
        },
      ],
    },
  );
  const before = build([clusters, deployment, preference(5)]);
  const after = build([clusters, deployment, preference(0)], {}, before.outputs);
  expect(before.outputs).not.toEqual([]);
  expect(after.outputs).toEqual(before.outputs);
});
