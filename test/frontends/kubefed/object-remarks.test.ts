import { describe, expect, it } from 'vitest';
import {
  misplacedFields,
  oldVersion,
  remarks,
} from '../../../src/frontends/kubefed/object-remarks.ts';
import { isObject } from '../../../src/model/kube-object.ts';
import { said } from '../../stages/resources.ts';
import { configMap, federated } from '../repository.ts';
import { gitops, identified, kubefed, source } from '../sources.ts';

describe('misplacedFields', () => {
  const [misplaced] = identified([{ ...configMap(), placement: {}, overrides: [] }]);

  it.each([
    ['gitops', gitops, 'error'],
    ['kubefed', kubefed, 'warning'],
  ] as const)('are reported by name in %s', (_, options, severity) => {
    expect(misplaced && said(misplacedFields(misplaced, options))).toEqual([
      `${severity}[kubefed/misplaced-field] /placement`,
      `${severity}[kubefed/misplaced-field] /overrides`,
    ]);
  });
});

describe('oldVersion', () => {
  it.each([
    ['types.kubefed.io/v1beta1', []],
    ['types.kubefed.k8s.io/v1beta1', []],
    ['types.kubefed.io/v1alpha1', ['warning[kubefed/old-shape] /apiVersion']],
  ])('of %s is said', (apiVersion, expected) => {
    const own = source(federated('FederatedConfigMap', undefined, undefined, apiVersion));
    expect(said(oldVersion(own, gitops))).toEqual(expected);
  });
});

describe('remarks', () => {
  const rows: { name: string; object: object; said: string[] }[] = [
    { name: 'nothing is remarked of an ordinary object', object: configMap(), said: [] },
    {
      name: 'retainReplicas: true has no meaning in files',
      object: federated('FederatedDeployment', { retainReplicas: true }),
      said: ['warning[replicas/retained] /spec/retainReplicas'],
    },
    {
      name: 'retainReplicas: false has none either',
      object: federated('FederatedDeployment', { retainReplicas: false }),
      said: [],
    },
    {
      name: 'a kind without replicas has no such field',
      object: configMap({ retainReplicas: true }),
      said: ['error[kubefed/unknown-field] /spec/retainReplicas'],
    },
    {
      name: 'annotations for the controller have no effect',
      object: configMap(
        {},
        {
          annotations: { 'kubefed.io/orphan': 'true', 'kubefed.io/deleteoption': '{}', other: 'a' },
        },
      ),
      said: ['orphan', 'deleteoption'].map(
        (name) => `note[kubefed/deletion-annotation] /metadata/annotations/kubefed.io~1${name}`,
      ),
    },
    {
      name: 'the namespace of a cluster-scoped object has no influence',
      object: federated('FederatedClusterRole'),
      said: ['warning[kubefed/template-name] /metadata/namespace'],
    },
    { name: 'that of a FederatedNamespace has', object: federated('FederatedNamespace'), said: [] },
  ];
  it.each(rows)('$name', ({ object, said: expected }) => {
    const [own] = identified([object]);
    const spec = own?.source.object['spec'];
    expect(own && isObject(spec) && said(remarks(own, spec, gitops))).toEqual(expected);
  });
});
