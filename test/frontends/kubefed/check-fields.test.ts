import { describe, expect, it } from 'vitest';
import {
  checkFederatedFields,
  checkPreferenceFields,
} from '../../../src/frontends/kubefed/check-fields.ts';
import { said } from '../../stages/resources.ts';
import { configMap, overridden, preference } from '../repository.ts';
import { gitops, kubefed, source } from '../sources.ts';

interface Row {
  readonly name: string;
  readonly object: object;
  readonly said: readonly string[];
}

const invalid = (pointer: string) => `error[kubefed/invalid-object] ${pointer}`;
const unknown = (pointer: string) => `error[kubefed/unknown-field] ${pointer}`;

const rows: readonly Row[] = [
  { name: 'a sound object is sound', object: configMap(), said: [] },
  { name: 'an empty spec is sound', object: { ...configMap(), spec: {} }, said: [] },
  {
    name: 'there must be a spec',
    object: { ...configMap(), spec: undefined },
    said: [invalid('')],
  },
  {
    name: 'a spec with nothing under it is none',
    object: { ...configMap(), spec: null },
    said: [invalid('/spec')],
  },
  {
    name: 'the contents of a template are not looked at',
    object: configMap({ template: { a: { b: 1 } } }),
    said: [],
  },
  {
    name: 'a template is a map',
    object: configMap({ template: null }),
    said: [invalid('/spec/template')],
  },
  {
    name: 'clusters is a list',
    object: configMap({ placement: { clusters: 'eu' } }),
    said: [invalid('/spec/placement/clusters')],
  },
  {
    name: 'clusters is a list of maps',
    object: configMap({ placement: { clusters: ['eu'] } }),
    said: [invalid('/spec/placement/clusters/0')],
  },
  {
    name: 'a cluster has a name',
    object: configMap({ placement: { clusters: [{}] } }),
    said: [invalid('/spec/placement/clusters/0')],
  },
  {
    name: 'a name is a text',
    object: configMap({ placement: { clusters: [{ name: 1 }] } }),
    said: [invalid('/spec/placement/clusters/0/name')],
  },
  {
    name: 'null stands for absent in a placement',
    object: configMap({ placement: { clusters: null, clusterSelector: null } }),
    said: [],
  },
  {
    name: 'wrong values in a selector are its own errors',
    object: configMap({ placement: { clusterSelector: { matchLabels: { a: 1 } } } }),
    said: [],
  },
  {
    name: 'unknown fields of a selector are not',
    object: configMap({ placement: { clusterSelector: { matchLabel: {} } } }),
    said: [unknown('/spec/placement/clusterSelector/matchLabel')],
  },
  { name: 'a clusterName may be absent', object: configMap({ overrides: [{}] }), said: [] },
  {
    name: 'an edit has a path',
    object: configMap(overridden('eu', { value: 1 })),
    said: [invalid('/spec/overrides/0/clusterOverrides/0')],
  },
  {
    name: 'an op may be empty',
    object: configMap(overridden('eu', { path: '/a', op: '' })),
    said: [],
  },
  {
    name: 'an op is one of three',
    object: configMap(overridden('eu', { path: '/a', op: 'move' })),
    said: [invalid('/spec/overrides/0/clusterOverrides/0/op')],
  },
  {
    name: 'retainReplicas is true or false',
    object: configMap({ retainReplicas: 'yes' }),
    said: [invalid('/spec/retainReplicas')],
  },
  { name: 'status is ignored', object: { ...configMap(), status: { clusters: 'x' } }, said: [] },
  { name: 'metadata is looked at elsewhere', object: configMap({}, { anything: 1 }), said: [] },
  {
    name: 'misplaced placement and overrides, and sops, are spoken of elsewhere',
    object: { ...configMap(), placement: {}, overrides: [], sops: {} },
    said: [],
  },
  {
    name: 'other fields beside spec are unknown',
    object: { ...configMap(), template: {} },
    said: [unknown('/template')],
  },
  {
    name: 'a misspelt placement is an unknown field',
    object: configMap({ placment: {} }),
    said: [unknown('/spec/placment')],
  },
  {
    name: 'clusterNames is an old shape, and spoken of elsewhere',
    object: configMap({ placement: { clusterNames: ['eu'] } }),
    said: [],
  },
  {
    name: 'a weight beside a cluster name was never harmful, and is said once',
    object: configMap({
      placement: {
        clusters: [
          { name: 'eu', weight: 1 },
          { name: 'us', weight: 2 },
        ],
      },
    }),
    said: ['warning[kubefed/unknown-field] /spec/placement/clusters/0/weight'],
  },
];

describe('checkFederatedFields', () => {
  it.each(rows)('$name', ({ object, said: expected }) => {
    expect(said(checkFederatedFields(source(object), gitops))).toEqual(expected);
  });

  it('takes unknown fields for warnings in kubefed mode, as they are pruned there', () => {
    expect(said(checkFederatedFields(source(configMap({ placment: {} })), kubefed))).toEqual([
      'warning[kubefed/unknown-field] /spec/placment',
    ]);
  });

  it('points into the item of a List, at the name of an unknown field', () => {
    const [problem] = checkFederatedFields(source(configMap({ placment: {} }), '/items/3'), gitops);
    expect(problem?.at).toMatchObject({ pointer: '/items/3/spec/placment', on: 'key' });
    expect(problem?.args).toMatchObject({ field: 'placment', nearest: ['placement'] });
  });

  it.each([
    ['patches', { overrides: [{ clusterName: 'eu', patches: [] }] }, 'clusterOverrides'],
    ['spec.spec', { spec: {} }, 'spec.template'],
    ['spec.replicas', { replicas: 2 }, 'spec.template.spec'],
    [
      'weight',
      { placement: { clusters: [{ name: 'eu', weight: 1 }] } },
      'ReplicaSchedulingPreference',
    ],
    ['cluster', { overrides: [{ cluster: 'eu' }] }, 'called clusterName'],
    ['overrides', { overrides: [{ clusterName: 'eu', overrides: [] }] }, 'called clusterOverrides'],
    ['selector', { placement: { selector: {} } }, 'called clusterSelector'],
    ['a label', { placement: { clusterSelector: { region: 'eu' } } }, 'matchLabels: {region: ...}'],
    ['data', { data: {} }, 'into spec.template'],
  ])('knows what is meant by %s', (_, spec, hint) => {
    const [problem] = checkFederatedFields(source(configMap(spec)), gitops);
    expect(problem?.help).toContain(hint);
  });
});

describe('checkPreferenceFields', () => {
  it.each([
    [
      'a wrong type',
      { totalReplicas: 'x' },
      'error[replicas/invalid-preference] /spec/totalReplicas',
    ],
    ['an unknown field', { replicas: 1 }, 'error[kubefed/unknown-field] /spec/replicas'],
  ])('finds %s', (_, spec, expected) => {
    expect(said(checkPreferenceFields(source(preference(spec)), gitops))).toEqual([expected]);
  });

  it('finds nothing wrong with a sound one', () => {
    expect(checkPreferenceFields(source(preference()), gitops)).toEqual([]);
  });
});
