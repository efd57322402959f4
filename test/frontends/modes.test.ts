/** The table of the two modes: each row, each setting, by itself and by its mode; then what is decided beside it. */
import { describe, expect, it } from 'vitest';
import type { CompileResult } from '../../src/compile.ts';
import type { Compatibility, Mode } from '../../src/model/config.ts';
import {
  compileInShop,
  compileObjects,
  configMap,
  deployment,
  everywhere,
  federated,
  kubefedConfig,
  memberOf,
  namespace,
  objectIn,
  only,
  overridden,
  placedIn,
  preference,
  said,
  severities,
  typeConfig,
} from './repository.ts';

interface Row<Name extends keyof Compatibility = keyof Compatibility> {
  readonly name: string;
  readonly row: Name;
  readonly setting: string;
  /** The mode in which it is the default; absent: it must be asked for. */
  readonly mode?: Mode;
  readonly objects: readonly object[];
  /** Without the FederatedNamespace that other rows bring along. */
  readonly isBare?: boolean;
  readonly see: (result: CompileResult) => unknown;
  readonly expected: unknown;
}

const replicas = (result: CompileResult) =>
  ['eu', 'lab', 'us'].map((cluster) =>
    memberOf(objectIn(result, cluster, 'Deployment'), 'spec', 'replicas'),
  );
const metadata = (result: CompileResult, member: string) =>
  memberOf(objectIn(result), 'metadata', member);

const exported = configMap({
  template: {
    status: { phase: 'Active' },
    metadata: {
      uid: '1',
      resourceVersion: '2',
      generation: 3,
      creationTimestamp: null,
      managedFields: [],
      selfLink: '/api',
      ownerReferences: [],
    },
  },
});

const disabled = typeConfig('Widget', { propagation: 'Disabled' });
const widget = federated('FederatedWidget');
const dotted = federated(
  'FederatedDeployment',
  {
    template: { spec: { replicas: 1 } },
    placement: everywhere,
    ...overridden('eu', { path: 'spec.replicas', value: 5 }),
  },
  { name: 'web', namespace: 'shop' },
  'types.federation.k8s.io/v1alpha1',
);

const rows: readonly Row[] = [
  {
    name: 'namespaces narrow: without a FederatedNamespace the object is placed as written, with a note',
    row: 'namespaces',
    setting: 'narrow',
    mode: 'gitops',
    isBare: true,
    objects: [configMap()],
    see: (result) => [placedIn(result), severities(result, 'placement/namespace-not-federated')],
    expected: [['eu', 'lab', 'us'], ['note']],
  },
  {
    name: 'namespaces require: without a FederatedNamespace the object goes nowhere',
    row: 'namespaces',
    setting: 'require',
    mode: 'kubefed',
    isBare: true,
    objects: [configMap()],
    see: (result) => [
      placedIn(result),
      severities(result, 'placement/namespace-not-federated').length,
      severities(result, 'placement/none'),
    ],
    expected: [[], 1, []],
  },
  ...(['narrow', 'require'] as const).map(
    (setting): Row => ({
      name: `namespaces ${setting}: a FederatedNamespace narrows the placement`,
      row: 'namespaces',
      setting,
      mode: setting === 'narrow' ? 'gitops' : 'kubefed',
      isBare: true,
      objects: [namespace(only('eu')), configMap()],
      see: placedIn,
      expected: ['eu'],
    }),
  ),
  {
    name: 'kubefedConfig ignore: scope and gates have no influence',
    row: 'kubefedConfig',
    setting: 'ignore',
    mode: 'gitops',
    objects: [
      kubefedConfig({
        scope: 'Namespaced',
        featureGates: [{ name: 'PushReconciler', configuration: 'Disabled' }],
      }),
      configMap(),
    ],
    see: placedIn,
    expected: ['eu', 'lab', 'us'],
  },
  {
    name: 'kubefedConfig obey: a namespace-scoped control plane only looks at its own namespace',
    row: 'kubefedConfig',
    setting: 'obey',
    mode: 'kubefed',
    objects: [
      kubefedConfig({ scope: 'Namespaced' }),
      configMap({}, { name: 'inside', namespace: 'kube-federation-system' }),
      configMap(),
      federated('FederatedClusterRole'),
    ],
    see: (result) => [
      result.manifests.map(({ key }) => key.name),
      severities(result, 'kubefed/out-of-scope'),
    ],
    expected: [['inside'], ['note']],
  },
  {
    name: 'replicaCandidates placed: the total is divided over the placed clusters',
    row: 'replicaCandidates',
    setting: 'placed',
    mode: 'gitops',
    objects: [deployment({ placement: only('eu', 'us') }), preference()],
    see: replicas,
    expected: [3, undefined, 3],
  },
  {
    name: 'replicaCandidates placed: a placed cluster that gets none is written with zero',
    row: 'replicaCandidates',
    setting: 'placed',
    mode: 'gitops',
    objects: [
      deployment({ placement: only('eu', 'us') }),
      preference({ clusters: { eu: { weight: 1 } } }),
    ],
    see: replicas,
    expected: [6, undefined, 0],
  },
  {
    name: 'replicaCandidates all: the result replaces the placement',
    row: 'replicaCandidates',
    setting: 'all',
    mode: 'kubefed',
    objects: [
      deployment({ placement: only('eu', 'us') }),
      preference({ clusters: { eu: { weight: 1 }, lab: { weight: 1 } } }),
    ],
    see: (result) => [replicas(result), severities(result, 'replicas/widens-placement')],
    expected: [[3, 3, 0], ['warning']],
  },
  {
    name: 'templateAnnotations keep: the annotations of a template stay',
    row: 'templateAnnotations',
    setting: 'keep',
    mode: 'gitops',
    objects: [configMap({ template: { metadata: { annotations: { a: 'b' } } } })],
    see: (result) => [
      metadata(result, 'annotations'),
      severities(result, 'kubefed/template-annotations'),
    ],
    expected: [{ a: 'b' }, []],
  },
  {
    name: 'templateAnnotations drop: they go, with a warning',
    row: 'templateAnnotations',
    setting: 'drop',
    mode: 'kubefed',
    objects: [configMap({ template: { metadata: { annotations: { a: 'b' } } } })],
    see: (result) => [
      metadata(result, 'annotations'),
      severities(result, 'kubefed/template-annotations'),
    ],
    expected: [undefined, ['warning']],
  },
  ...(['gitops', 'kubefed'] as const).map(
    (mode): Row => ({
      name: `templateFinalizers drop: they go in mode ${mode}, with a warning`,
      row: 'templateFinalizers',
      setting: 'drop',
      mode,
      objects: [configMap({ template: { metadata: { finalizers: ['a/b'] } } })],
      see: (result) => [
        metadata(result, 'finalizers'),
        severities(result, 'kubefed/template-finalizers'),
      ],
      expected: [undefined, ['warning']],
    }),
  ),
  {
    name: 'templateFinalizers keep: they stay',
    row: 'templateFinalizers',
    setting: 'keep',
    objects: [configMap({ template: { metadata: { finalizers: ['a/b'] } } })],
    see: (result) => [
      metadata(result, 'finalizers'),
      severities(result, 'kubefed/template-finalizers'),
    ],
    expected: [['a/b'], []],
  },
  {
    name: 'managedLabel omit: no label is added',
    row: 'managedLabel',
    setting: 'omit',
    mode: 'gitops',
    objects: [configMap()],
    see: (result) => metadata(result, 'labels'),
    expected: undefined,
  },
  {
    name: 'managedLabel add: the label is set after the overrides, which cannot take it away',
    row: 'managedLabel',
    setting: 'add',
    mode: 'kubefed',
    objects: [
      configMap({
        template: { metadata: { labels: { tier: 'web' } } },
        ...overridden('eu', {
          path: '/metadata/labels',
          value: { 'kubefed.io/managed': 'false' },
        }),
      }),
    ],
    see: (result) =>
      ['eu', 'us'].map((cluster) => memberOf(objectIn(result, cluster), 'metadata', 'labels')),
    expected: [{ 'kubefed.io/managed': 'true' }, { tier: 'web', 'kubefed.io/managed': 'true' }],
  },
  {
    name: 'serverFields drop: what one API server wrote goes, in one note',
    row: 'serverFields',
    setting: 'drop',
    mode: 'gitops',
    objects: [exported],
    see: (result) => [
      memberOf(objectIn(result), 'status'),
      Object.keys(memberOf(objectIn(result), 'metadata') ?? {}).filter((name) => name !== 'labels'),
      severities(result, 'kubefed/server-field'),
    ],
    expected: [undefined, ['name', 'namespace'], ['note']],
  },
  {
    name: 'serverFields keep: everything stays',
    row: 'serverFields',
    setting: 'keep',
    mode: 'kubefed',
    objects: [exported],
    see: (result) => [
      memberOf(objectIn(result), 'status', 'phase'),
      metadata(result, 'uid'),
      metadata(result, 'creationTimestamp'),
      severities(result, 'kubefed/server-field'),
    ],
    expected: ['Active', '1', null, []],
  },
  {
    name: 'serverFields drop: the last-applied annotation goes, and the map that this empties',
    row: 'serverFields',
    setting: 'drop',
    mode: 'gitops',
    objects: [
      configMap({
        template: {
          metadata: {
            annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
          },
        },
      }),
    ],
    see: (result) => metadata(result, 'annotations'),
    expected: undefined,
  },
  ...(
    [
      ['error', 'gitops', 'error'],
      ['warn', 'kubefed', 'warning'],
    ] as const
  ).flatMap(([setting, mode, severity]): Row[] => [
    {
      name: `unknownCluster ${setting}: a placed name that nobody knows is a ${severity}, and dropped`,
      row: 'unknownCluster',
      setting,
      mode,
      objects: [configMap({ placement: only('eu', 'moon') })],
      see: (result) => [severities(result, 'placement/unknown-cluster'), placedIn(result)],
      expected: [[severity], ['eu']],
    },
    {
      name: `unknownCluster ${setting}: an override for a name that nobody knows is a ${severity}`,
      row: 'unknownCluster',
      setting,
      mode,
      objects: [configMap(overridden('moon', { path: '/data/greeting', value: 'hi' }))],
      see: (result) => severities(result, 'override/unknown-cluster'),
      expected: [severity],
    },
    {
      name: `noCluster ${setting === 'error' ? 'error' : 'warn'}: no placement is a ${severity}`,
      row: 'noCluster',
      setting,
      mode,
      objects: [configMap({ placement: {} })],
      see: (result) => severities(result, 'placement/none'),
      expected: [severity],
    },
    {
      name: `noCluster ${setting}: a selector that matches nothing is a ${severity}`,
      row: 'noCluster',
      setting,
      mode,
      objects: [configMap({ placement: { clusterSelector: { matchLabels: { env: 'none' } } } })],
      see: (result) => severities(result, 'placement/selector-matches-nothing'),
      expected: [severity],
    },
    {
      name: `noCluster ${setting}: an object outside the clusters of its namespace is a ${severity}`,
      row: 'noCluster',
      setting,
      mode,
      isBare: true,
      objects: [namespace(only('us')), configMap({ placement: only('eu') })],
      see: (result) => severities(result, 'placement/none'),
      expected: [severity],
    },
    {
      name: `noCluster ${setting}: an empty list says it on purpose`,
      row: 'noCluster',
      setting,
      mode,
      objects: [configMap({ placement: { clusters: [] } })],
      see: (result) => said(result).filter((line) => line.includes(' 0')),
      expected: [],
    },
  ]),
  {
    name: 'overrideNumbers exact: integers of 64 bits survive',
    row: 'overrideNumbers',
    setting: 'exact',
    mode: 'gitops',
    objects: [configMap(overridden('eu', { path: '/data/greeting', value: 1234567890123456789n }))],
    see: (result) => memberOf(objectIn(result), 'data', 'greeting'),
    expected: 1234567890123456789n,
  },
  {
    name: 'overrideNumbers float64: they lose precision, also inside collections',
    row: 'overrideNumbers',
    setting: 'float64',
    mode: 'kubefed',
    objects: [
      configMap(overridden('eu', { path: '/data/greeting', value: [{ a: 1234567890123456789n }] })),
    ],
    see: (result) => memberOf(objectIn(result), 'data', 'greeting'),
    expected: [{ a: 1234567890123456800 }],
  },
  {
    name: 'misplacedPlacement error: a placement beside spec is an error, and the only one',
    row: 'misplacedPlacement',
    setting: 'error',
    mode: 'gitops',
    objects: [{ ...configMap({ placement: undefined }), placement: everywhere }],
    see: (result) => [
      severities(result, 'kubefed/misplaced-field'),
      severities(result, 'placement/none'),
    ],
    expected: [['error'], []],
  },
  {
    name: 'misplacedPlacement ignore: a placement beside spec is a warning',
    row: 'misplacedPlacement',
    setting: 'ignore',
    mode: 'kubefed',
    objects: [{ ...configMap({ placement: only('eu') }), placement: everywhere, overrides: [] }],
    see: (result) => [severities(result, 'kubefed/misplaced-field'), placedIn(result)],
    expected: [['warning', 'warning'], ['eu']],
  },
  {
    name: 'oldShapes accept: clusterNames is read as the list it was',
    row: 'oldShapes',
    setting: 'accept',
    mode: 'gitops',
    objects: [configMap({ placement: { clusterNames: ['eu'] } })],
    see: (result) => [severities(result, 'kubefed/old-shape'), placedIn(result)],
    expected: [['warning'], ['eu']],
  },
  {
    name: 'oldShapes refuse: clusterNames is an error, and the only one',
    row: 'oldShapes',
    setting: 'refuse',
    mode: 'kubefed',
    objects: [configMap({ placement: { clusterNames: ['eu'] } })],
    see: (result) => [
      severities(result, 'kubefed/old-shape'),
      severities(result, 'placement/none'),
    ],
    expected: [['error'], []],
  },
  {
    name: 'oldShapes accept: dotted paths of v1alpha1 files are read as meant',
    row: 'oldShapes',
    setting: 'accept',
    mode: 'gitops',
    objects: [dotted],
    see: (result) => [severities(result, 'kubefed/old-shape'), replicas(result)],
    expected: [['warning'], [5, 1, 1]],
  },
  {
    name: 'oldShapes refuse: dotted paths of v1alpha1 files are errors',
    row: 'oldShapes',
    setting: 'refuse',
    mode: 'kubefed',
    objects: [dotted],
    see: (result) => severities(result, 'kubefed/old-shape'),
    expected: ['error'],
  },
  ...(
    [
      ['accept', 'gitops', 'warning'],
      ['refuse', 'kubefed', 'error'],
    ] as const
  ).map(
    ([setting, mode, severity]): Row => ({
      name: `oldShapes ${setting}: a version that never existed is a ${severity}`,
      row: 'oldShapes',
      setting,
      mode,
      objects: [federated('FederatedConfigMap', undefined, undefined, 'types.kubefed.io/v1beta2')],
      see: (result) => severities(result, 'kubefed/old-shape'),
      expected: [severity],
    }),
  ),
  {
    name: 'disabledType error: objects of a disabled type are an error',
    row: 'disabledType',
    setting: 'error',
    mode: 'gitops',
    objects: [disabled, widget],
    see: (result) => [
      severities(result, 'kubefed/propagation-disabled'),
      placedIn(result, 'Widget'),
    ],
    expected: [['error'], []],
  },
  {
    name: 'disabledType omit: they are left out, with a warning',
    row: 'disabledType',
    setting: 'omit',
    mode: 'kubefed',
    objects: [disabled, widget],
    see: (result) => [
      severities(result, 'kubefed/propagation-disabled'),
      placedIn(result, 'Widget'),
    ],
    expected: [['warning'], []],
  },
  {
    name: 'disabledType write: they are written as if the type were enabled',
    row: 'disabledType',
    setting: 'write',
    objects: [disabled, widget],
    see: (result) => [
      severities(result, 'kubefed/propagation-disabled'),
      placedIn(result, 'Widget'),
    ],
    expected: [[], ['eu', 'lab', 'us']],
  },
];

const otherMode: Readonly<Record<Mode, Mode>> = { gitops: 'kubefed', kubefed: 'gitops' };
const modes = ['gitops', 'kubefed'] as const;

describe('the rows of the modes', () => {
  it.each(rows)('$name', ({ row, setting, mode, objects, isBare, see, expected }) => {
    const compile = isBare === true ? compileObjects : compileInShop;
    const byRow = compile(objects, {
      mode: mode === undefined ? 'gitops' : otherMode[mode],
      compatibility: { [row]: setting },
    });
    expect(see(byRow), 'by its row').toEqual(expected);
    if (mode === undefined) return;
    expect(see(compile(objects, { mode })), 'by its mode').toEqual(expected);
  });

  it('has both settings of every row', () => {
    const settings = new Set(rows.map(({ row, setting }) => `${row} ${setting}`));
    expect([...settings].sort()).toEqual(
      [
        'disabledType error',
        'disabledType omit',
        'disabledType write',
        'kubefedConfig ignore',
        'kubefedConfig obey',
        'managedLabel add',
        'managedLabel omit',
        'misplacedPlacement error',
        'misplacedPlacement ignore',
        'namespaces narrow',
        'namespaces require',
        'noCluster error',
        'noCluster warn',
        'oldShapes accept',
        'oldShapes refuse',
        'overrideNumbers exact',
        'overrideNumbers float64',
        'replicaCandidates all',
        'replicaCandidates placed',
        'serverFields drop',
        'serverFields keep',
        'templateAnnotations drop',
        'templateAnnotations keep',
        'templateFinalizers drop',
        'templateFinalizers keep',
        'unknownCluster error',
        'unknownCluster warn',
      ].sort(),
    );
  });
});

describe.each(modes)('in mode %s', (mode) => {
  it('keeps spec.replicas for retainReplicas, with a warning', () => {
    const result = compileInShop([deployment({ retainReplicas: true })], { mode });
    expect(replicas(result)).toEqual([1, 1, 1]);
    expect(said(result)).toEqual(['warning[replicas/retained] 0/spec/retainReplicas']);
  });

  it('makes no warning of retainReplicas: false', () => {
    expect(said(compileInShop([deployment({ retainReplicas: false })], { mode }))).toEqual([]);
  });

  it('gives orphan and deleteoption annotations no effect', () => {
    const annotations = { 'kubefed.io/orphan': 'true', 'kubefed.io/deleteoption': '{}' };
    const result = compileInShop([configMap({}, { annotations })], { mode });
    expect(said(result)).toEqual([
      'note[kubefed/deletion-annotation] 0/metadata/annotations/kubefed.io~1orphan',
      'note[kubefed/deletion-annotation] 0/metadata/annotations/kubefed.io~1deleteoption',
    ]);
    expect(metadata(result, 'annotations')).toBeUndefined();
  });

  it.each(['default', 'kube-system', 'kube-public', 'kube-federation-system'])(
    'writes no Namespace %s, but its placement counts',
    (name) => {
      const result = compileObjects(
        [namespace(only('eu'), name), configMap({}, { namespace: name })],
        { mode },
      );
      expect(placedIn(result, 'Namespace')).toEqual([]);
      expect(placedIn(result)).toEqual(['eu']);
    },
  );

  it('writes a Namespace kube-node-lease, which is not in the fixed list', () => {
    const result = compileObjects([namespace(everywhere, 'kube-node-lease')], { mode });
    expect(placedIn(result, 'Namespace')).toEqual(['eu', 'lab', 'us']);
  });

  it('puts an object without namespace into the default namespace, which then narrows it', () => {
    const objects = [namespace(only('us')), configMap({}, { namespace: undefined })];
    const result = compileObjects(objects, { mode, defaultNamespace: 'shop' });
    expect(placedIn(result)).toEqual(['us']);
    expect(metadata(result, 'namespace')).toBeUndefined();
    expect(memberOf(objectIn(result, 'us'), 'metadata', 'namespace')).toBe('shop');
  });

  it('makes an error of an object without namespace where there is no default', () => {
    const result = compileInShop([configMap({}, { namespace: undefined })], { mode });
    expect(said(result)).toEqual(['error[kubefed/missing-namespace] 0/metadata']);
  });

  it('reports an edit that fails in some clusters once, and writes nothing', () => {
    const overrides = ['eu', 'us'].map((clusterName) => ({
      clusterName,
      clusterOverrides: [{ path: '/spec/paused', value: true }],
    }));
    const result = compileInShop([configMap({ overrides })], { mode });
    expect(said(result)).toEqual([
      'error[override/path-not-found] 0/spec/overrides/0/clusterOverrides/0/path',
    ]);
    expect(result.diagnostics[0]?.args).toMatchObject({ clusters: ['eu', 'us'] });
    expect(result.outputs).toEqual([]);
  });

  it('gives objects of the core group apiVersion v1, not /v1', () => {
    expect(memberOf(objectIn(compileInShop([configMap()], { mode })), 'apiVersion')).toBe('v1');
  });

  it('never looks at the members of a KubeFedCluster that do not affect the output', () => {
    const cluster = {
      apiVersion: 'core.kubefed.io/v1beta1',
      kind: 'KubeFedCluster',
      metadata: { name: 'asia', namespace: 'kube-federation-system' },
      spec: { apiEndpoint: 7, caBundle: {}, disabledTLSValidations: 'maybe' },
    };
    const result = compileInShop([cluster, configMap({ placement: only('asia') })], { mode });
    expect(said(result)).toEqual([]);
    expect(placedIn(result)).toEqual(['asia']);
  });
});
