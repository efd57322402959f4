import { describe, expect, it } from 'vitest';
import { compileObjects, configMap, federated, namespace, said } from '../repository.ts';

const old = (apiVersion: string, kind = 'FederatedConfigMap', name = 'web') =>
  federated(kind, undefined, { name, namespace: 'shop' }, apiVersion);

interface Row {
  readonly name: string;
  readonly objects: readonly object[];
  readonly said: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'objects of one old group are one warning',
    objects: [
      old('types.kubefed.k8s.io/v1beta1'),
      old('types.kubefed.k8s.io/v1beta1', undefined, 'b'),
    ],
    said: ['warning[kubefed/old-group] 0/apiVersion'],
  },
  {
    name: 'two old groups are two warnings',
    objects: [
      old('types.kubefed.k8s.io/v1beta1'),
      old('types.federation.k8s.io/v1alpha1', undefined, 'b'),
    ],
    said: ['warning[kubefed/old-group] 0/apiVersion', 'warning[kubefed/old-group] 1/apiVersion'],
  },
  {
    name: 'an old group in a version that never existed is one report, of the version',
    objects: [old('types.federation.k8s.io/v1beta1')],
    said: ['warning[kubefed/old-shape] 0/apiVersion'],
  },
  ...['v1', 'apps/v1', 'types.kubefed.oi/v1beta1', 'types.kubefde.io/v1beta1'].map(
    (apiVersion) => ({
      name: `a federated kind in ${apiVersion} is a slip`,
      objects: [old(apiVersion), old('types.kubeadmiral.io/v1alpha1', undefined, 'b')],
      said: ['error[kubefed/invalid-object] 0/apiVersion', 'note[repo/foreign-kind] 1/kind'],
    }),
  ),
  {
    name: 'a control kind in the types group is read as meant',
    objects: [
      {
        apiVersion: 'types.kubefed.io/v1beta1',
        kind: 'KubeFedCluster',
        metadata: { name: 'asia' },
      },
    ],
    said: ['warning[kubefed/wrong-group] 0/apiVersion'],
  },
  {
    name: 'DNS kinds are named, and nothing is done with them',
    objects: ['Domain', 'ServiceDNSRecord', 'IngressDNSRecord', 'DNSEndpoint'].map((kind) => ({
      apiVersion: 'multiclusterdns.kubefed.io/v1alpha1',
      kind,
      metadata: { name: 'a' },
    })),
    said: [0, 1, 2, 3].map((index) => `warning[kubefed/not-static] ${index}/kind`),
  },
  {
    name: 'a kind that never existed is named',
    objects: [
      { apiVersion: 'core.kubefed.io/v1beta1', kind: 'KubeFedClutser', metadata: { name: 'a' } },
    ],
    said: ['warning[kubefed/no-such-kind] 0/kind'],
  },
  {
    name: 'each object of the three-object form is an error',
    objects: ['FederatedSecret', 'FederatedSecretPlacement', 'FederatedSecretOverride'].map(
      (kind) => ({
        apiVersion: 'core.federation.k8s.io/v1alpha1',
        kind,
        metadata: { name: 'a', namespace: 'shop' },
        spec: {},
      }),
    ),
    said: [0, 1, 2].map((index) => `error[kubefed/old-shape] ${index}/apiVersion`),
  },
  {
    name: 'bookkeeping of the controller is left alone in silence',
    objects: [
      {
        apiVersion: 'core.kubefed.io/v1alpha1',
        kind: 'PropagatedVersion',
        metadata: { name: 'a' },
      },
      {
        apiVersion: 'core.kubefed.io/v1beta1',
        kind: 'EnableTypeDirective',
        metadata: { name: 'a' },
      },
    ],
    said: [],
  },
  {
    name: 'kinds of other federation systems are one note',
    objects: [
      {
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name: 'kubefed' },
      },
      { apiVersion: 'types.kubeadmiral.io/v1', kind: 'FederatedSecret', metadata: { name: 'a' } },
    ],
    said: ['note[repo/foreign-kind] 0/kind'],
  },
  {
    name: 'an object without apiVersion is an error at its kind',
    objects: [{ ...configMap(), apiVersion: undefined }],
    said: ['error[kubefed/invalid-object] 0/kind'],
  },
  {
    name: 'an object of KubeFed without kind is an error at its apiVersion',
    objects: [{ ...configMap(), kind: undefined }],
    said: ['error[kubefed/invalid-object] 0/apiVersion'],
  },
];

describe('notices', () => {
  it.each(rows)('$name', ({ objects, said: expected }) => {
    expect(said(compileObjects([...objects, namespace()]))).toEqual(expected);
  });

  it('knows a federated kind in another case', () => {
    const { diagnostics } = compileObjects([
      old('types.kubefed.io/v1beta1', 'federatedConfigMap'),
      namespace(),
    ]);
    expect(diagnostics.map(({ help }) => help)).toEqual(['Did you mean FederatedConfigMap?']);
  });

  it('says in which group and version an object without apiVersion belongs', () => {
    const kinds = ['FederatedConfigMap', 'FederatedTypeConfig', 'ReplicaSchedulingPreference'];
    const result = compileObjects(kinds.map((kind) => ({ kind, metadata: { name: 'a' } })));
    expect(result.diagnostics.map(({ help }) => help)).toEqual([
      'Write apiVersion: types.kubefed.io/v1beta1',
      'Write apiVersion: core.kubefed.io/v1beta1',
      'Write apiVersion: scheduling.kubefed.io/v1alpha1',
    ]);
  });
});
