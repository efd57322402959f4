/** What is decided where the behaviour of the controller leaves a choice, or where we differ in both modes. */
import { describe, expect, it } from 'vitest';
import { type CompileResult, compile } from '../../src/compile.ts';
import type { Compatibility, Config } from '../../src/model/config.ts';
import {
  clusters,
  compileInShop,
  compileObjects,
  configMap,
  deployment,
  everywhere,
  federated,
  inventoryFile,
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

const modes = ['gitops', 'kubefed'] as const;
const shopOf = (placement: object) => namespace(placement);
const editPath = '0/spec/overrides/0/clusterOverrides/0/path';

function replicas(result: CompileResult) {
  return ['eu', 'lab', 'us'].map((cluster) =>
    memberOf(objectIn(result, cluster, 'Deployment'), 'spec', 'replicas'),
  );
}

describe.each(modes)('in mode %s', (mode) => {
  const identity: { name: string; edit: object }[] = [
    { name: 'the name', edit: { path: '/metadata/name', value: 'other' } },
    { name: 'the name it has already', edit: { path: '/metadata/name', value: 'web' } },
    { name: 'the name, removed', edit: { path: '/metadata/name', op: 'remove' } },
    { name: 'a generated name', edit: { path: '/metadata/generateName', value: 'web-' } },
    { name: 'the namespace', edit: { path: '/metadata/namespace', value: 'other' } },
    { name: 'the kind', edit: { path: '/kind', value: 'Secret' } },
    { name: 'all metadata, with another name', edit: { path: '/metadata', value: { name: 'x' } } },
    { name: 'all metadata, with null', edit: { path: '/metadata' } },
    { name: 'the whole document', edit: { path: '', value: { kind: 'ConfigMap' } } },
  ];
  it.each(identity)('1, 17: an override may not change $name', ({ edit }) => {
    const result = compileInShop([configMap(overridden('eu', edit))], { mode });
    expect(said(result)).toEqual([`error[override/protected-path] ${editPath}`]);
  });

  it('1: an override may replace all metadata if name and namespace stay', () => {
    const value = { name: 'web', namespace: 'shop', labels: { tier: 'web' } };
    const result = compileInShop([configMap(overridden('eu', { path: '/metadata', value }))], {
      mode,
    });
    expect(severities(result, 'override/protected-path')).toEqual([]);
    expect(memberOf(objectIn(result), 'metadata', 'labels', 'tier')).toBe('web');
  });

  it.each([2, true, null])('1: a label of the template that is %s is an error', (label) => {
    const template = { metadata: { labels: { version: label } } };
    expect(said(compileInShop([configMap({ template })], { mode }))).toEqual([
      'error[kubefed/template-label-not-text] 0/spec/template/metadata/labels/version',
    ]);
  });

  it.each(['data.greeting', 'data/greeting'])(
    '2, 17: the path %s is an error under v1beta1, whatever oldShapes says',
    (path) => {
      for (const oldShapes of ['accept', 'refuse'] as const) {
        const result = compileInShop([configMap(overridden('eu', { path, value: 'x' }))], {
          mode,
          compatibility: { oldShapes },
        });
        expect(said(result)).toEqual([`error[override/dotted-path] ${editPath}`]);
      }
    },
  );

  it('3: an item of clusters without name is an invalid object', () => {
    expect(said(compileInShop([configMap({ placement: { clusters: [{}] } })], { mode }))).toEqual([
      'error[kubefed/invalid-object] 0/spec/placement/clusters/0',
    ]);
  });

  it('3: metadata of a template with nothing under it counts as absent', () => {
    const result = compileInShop([configMap({ template: { metadata: null } })], { mode });
    expect(said(result)).toEqual([]);
    expect(memberOf(objectIn(result), 'metadata', 'name')).toBe('web');
  });

  it('3: Lists inside Lists are unpacked, and pointers lead to the item', () => {
    const inner = {
      apiVersion: 'v1',
      kind: 'List',
      items: [configMap({ placement: only('eu', 'moon') })],
    };
    const outer = { apiVersion: 'v1', kind: 'List', items: [namespace(), inner] };
    const result = compileObjects([outer], { mode });
    expect(placedIn(result)).toEqual(['eu']);
    expect(said(result)).toEqual([
      `${mode === 'gitops' ? 'error' : 'warning'}[placement/unknown-cluster] 0/items/1/items/0/spec/placement/clusters/1/name`,
    ]);
  });

  it('4: a type config of the repository wins over the default of the same kind', () => {
    const own = typeConfig('ConfigMap');
    const result = compileInShop([own, configMap(), federated('FederatedSecret')], { mode });
    expect(memberOf(objectIn(result), 'apiVersion')).toBe('example.io/v1');
    expect(placedIn(result, 'Secret')).toHaveLength(3);
  });

  it('4: a type config without plural names is completed', () => {
    const own = typeConfig('Widget', {
      federatedType: {
        group: 'types.kubefed.io',
        version: 'v1beta1',
        kind: 'FederatedWidget',
        scope: 'Namespaced',
      },
      targetType: { version: 'v1', kind: 'Widget', scope: 'Namespaced' },
    });
    const result = compileInShop([own, federated('FederatedWidget')], { mode });
    expect(memberOf(objectIn(result, 'eu', 'Widget'), 'apiVersion')).toBe('example.io/v1');
  });

  it('4: a disabled type config of namespaces still narrows', () => {
    const own = typeConfig(
      'Namespace',
      {
        federatedType: {
          group: 'types.kubefed.io',
          version: 'v1beta1',
          kind: 'FederatedNamespace',
          pluralName: 'federatednamespaces',
          scope: 'Namespaced',
        },
        targetType: {
          version: 'v1',
          kind: 'Namespace',
          pluralName: 'namespaces',
          scope: 'Cluster',
        },
        propagation: 'Disabled',
      },
      { name: 'namespaces' },
    );
    const result = compileObjects([own, shopOf(only('eu')), configMap()], { mode });
    expect(placedIn(result)).toEqual(['eu']);
    expect(placedIn(result, 'Namespace')).toEqual([]);
    expect(severities(result, 'kubefed/propagation-disabled')).toHaveLength(1);
  });

  it('4: a cluster that is not ready gets its objects all the same', () => {
    const cluster = {
      apiVersion: 'core.kubefed.io/v1beta1',
      kind: 'KubeFedCluster',
      metadata: { name: 'asia', namespace: 'kube-federation-system' },
      status: { conditions: [{ type: 'Ready', status: 'False' }] },
    };
    expect(placedIn(compileInShop([cluster, configMap()], { mode }))).toContain('asia');
  });

  it('5: a FederatedNamespace without namespace stands in the one of its own name', () => {
    const own = federated('FederatedNamespace', { placement: only('eu') }, { name: 'shop' });
    const result = compileObjects([own, configMap()], { mode, defaultNamespace: 'other' });
    expect([placedIn(result, 'Namespace'), placedIn(result)]).toEqual([['eu'], ['eu']]);
  });

  it('5: a namespace that is nowhere on purpose takes what it contains along, with a note', () => {
    const result = compileObjects([shopOf({ clusters: [] }), configMap()], { mode });
    expect(said(result)).toEqual([
      'note[placement/namespace-narrows] 1/spec/placement/clusterSelector',
    ]);
  });

  it('8: a preference for another kind is an error', () => {
    const own = preference({ targetKind: 'FederatedStatefulSet' });
    expect(said(compileInShop([own, deployment()], { mode }))).toEqual([
      'error[replicas/invalid-preference] 0/spec/targetKind',
    ]);
  });

  it.each([
    ['totalReplicas', '0/spec/totalReplicas', { totalReplicas: '6' }],
    ['rebalance', '0/spec/rebalance', { rebalance: 'yes' }],
    ['a weight', '0/spec/clusters/eu/weight', { clusters: { eu: { weight: 1.5 } } }],
  ])('8: a wrong type of %s is an error', (_, pointer, spec) => {
    expect(said(compileInShop([preference(spec), deployment()], { mode }))).toEqual([
      `error[replicas/invalid-preference] ${pointer}`,
    ]);
  });

  it.each([
    ['a negative total', '0/spec/totalReplicas', { totalReplicas: -1 }],
    ['a negative weight', '0/spec/clusters/eu/weight', { clusters: { eu: { weight: -1 } } }],
    [
      'a minimum above the maximum',
      '0/spec/clusters/eu',
      { clusters: { eu: { minReplicas: 3, maxReplicas: 1 }, '*': { weight: 1 } } },
    ],
  ])('8: %s is odd: an error in gitops, a warning in kubefed', (_, pointer, spec) => {
    const result = compileInShop([preference(spec), deployment()], { mode });
    const severity = mode === 'gitops' ? 'error' : 'warning';
    expect(said(result).filter((line) => line.includes('odd'))).toEqual([
      `${severity}[replicas/odd-preference] ${pointer}`,
    ]);
  });

  it.each(['FederatedClusterRole', 'FederatedNamespace'])(
    '9: a stray namespace in the template of a %s is dropped',
    (kind) => {
      const template = { metadata: { namespace: 'stray' } };
      const own = federated(kind, { template, placement: everywhere }, { name: 'shop' });
      const result = compileObjects([own], { mode });
      const target = kind.replace('Federated', '');
      expect(memberOf(objectIn(result, 'eu', target), 'metadata', 'namespace')).toBeUndefined();
      expect(said(result)).toEqual([
        'warning[kubefed/template-name] 0/spec/template/metadata/namespace',
      ]);
    },
  );

  it('9: empty annotations and finalizers of a template are kept as written', () => {
    const template = { metadata: { annotations: {}, finalizers: [] } };
    const result = compileInShop([configMap({ template })], { mode });
    expect(memberOf(objectIn(result), 'metadata')).toMatchObject({
      annotations: {},
      finalizers: [],
    });
    expect(said(result)).toEqual([]);
  });

  it("10: an override of /apiVersion is allowed, and the file name follows the result's group", () => {
    const result = compileInShop(
      [deployment(overridden('eu', { path: '/apiVersion', value: 'example.io/v1' }))],
      { mode },
    );
    expect(said(result)).toEqual([]);
    const paths = result.outputs
      .map(({ path }) => path)
      .filter((path) => path.includes('eployment'));
    expect(paths.filter((path) => path.startsWith('clusters/eu/'))).toEqual([
      'clusters/eu/shop/deployment.example.io_web.yaml',
    ]);
    expect(paths).toContain('clusters/us/shop/deployment.apps_web.yaml');
  });

  it.each(['-0', '+0'])('13: %s is an index, and an odd one', (index) => {
    const template = { data: { list: ['a'] } };
    const own = configMap({
      template,
      ...overridden('eu', { path: `/data/list/${index}`, value: 'b' }),
    });
    const result = compileInShop([own], { mode });
    expect(memberOf(objectIn(result), 'data', 'list')).toEqual(['b']);
    expect(said(result)).toEqual([`warning[override/odd-index] ${editPath}`]);
  });

  it.each(['1_0', ' 0', '٠', '0x0', ''])('13: %j is no index', (index) => {
    const template = { data: { list: ['a'] } };
    const own = configMap({
      template,
      ...overridden('eu', { path: `/data/list/${index}`, value: 'b' }),
    });
    expect(said(compileInShop([own], { mode }))).toEqual([
      `error[override/path-not-found] ${editPath}`,
    ]);
  });

  it('13: an edit that removes the count beside a preference is a contradiction, and only that', () => {
    const own = deployment(overridden('eu', { path: '/spec/replicas', op: 'remove' }));
    const result = compileInShop([own, preference()], { mode });
    expect(said(result)).toEqual([
      'warning[override/removes-replicas] 0/spec/overrides/0/clusterOverrides/0',
    ]);
    expect(replicas(result)).toEqual([undefined, 2, 2]);
  });

  it('14: one name twice among documents of one kind is an error', () => {
    const twice = { ...clusters, clusters: [{ name: 'asia' }, { name: 'asia' }] };
    expect(said(compileInShop([twice, configMap()], { mode }))).toEqual([
      'error[inventory/duplicate-cluster] 0/clusters/1/name',
    ]);
  });

  it('14: documents of two kinds for one name merge, and must agree', () => {
    const own = (env: string) => ({
      apiVersion: 'core.kubefed.io/v1beta1',
      kind: 'KubeFedCluster',
      metadata: { name: 'eu', labels: { env, tier: 'one' } },
    });
    const selected = configMap({
      placement: { clusterSelector: { matchLabels: { tier: 'one' } } },
    });
    const result = compileInShop([own('prod'), selected], { mode });
    expect([placedIn(result), said(result)]).toEqual([['eu'], []]);
    expect(said(compileInShop([own('test'), selected], { mode }))).toEqual([
      'error[inventory/conflict] clusters/clusters/0/labels/env',
    ]);
  });

  it('16: a generateName in the template of an object that has a name is dropped, with a note', () => {
    const result = compileInShop(
      [configMap({ template: { metadata: { generateName: 'web-' } } })],
      {
        mode,
      },
    );
    expect(said(result)).toEqual(['note[kubefed/server-field] 0/spec/template/metadata']);
    expect(memberOf(objectIn(result), 'metadata', 'generateName')).toBeUndefined();
  });
});

describe('2, 16: dotted paths of v1alpha1 files', () => {
  const old = (path: string, template: object, compatibility: Partial<Compatibility> = {}) =>
    compileInShop(
      [
        federated(
          'FederatedConfigMap',
          { template, placement: everywhere, ...overridden('eu', { path, value: 'x' }) },
          { name: 'web', namespace: 'shop' },
          'types.federation.k8s.io/v1alpha1',
        ),
      ],
      { compatibility },
    );

  it('read a.b[0].c as /a/b/0/c', () => {
    const result = old('data.list[0].name', { data: { list: [{ name: 'a' }] } });
    expect(memberOf(objectIn(result), 'data', 'list')).toEqual([{ name: 'x' }]);
    expect(severities(result, 'kubefed/old-shape')).toEqual(['warning']);
  });

  it('may not change which object it is either', () => {
    expect(severities(old('metadata.name', {}), 'override/protected-path')).toEqual(['error']);
  });

  it('leave a JSON pointer as it is', () => {
    const result = old('/data/greeting', { data: { greeting: 'hello' } });
    expect(memberOf(objectIn(result), 'data', 'greeting')).toBe('x');
    expect(severities(result, 'kubefed/old-shape')).toEqual([]);
  });
});

describe('6: intersectWithClusterSelector', () => {
  const intersecting = preference({ intersectWithClusterSelector: true });
  const objects = [deployment({ placement: only('eu', 'us') }), intersecting];

  it('changes nothing where the candidates are the placed clusters anyway', () => {
    expect(replicas(compileInShop(objects))).toEqual([3, undefined, 3]);
  });

  it('schedules nothing under replicaCandidates: all without a FederatedNamespace, with a warning', () => {
    const result = compileObjects(objects, { compatibility: { replicaCandidates: 'all' } });
    expect(replicas(result)).toEqual([1, undefined, 1]);
    expect(said(result)).toContain(
      'warning[replicas/no-target] 1/spec/intersectWithClusterSelector',
    );
  });

  it('takes the clusters of both selectors under replicaCandidates: all, whatever the lists say', () => {
    const selected = deployment({
      placement: { ...only('us'), clusterSelector: { matchLabels: { region: 'eu' } } },
    });
    const result = compileInShop([selected, intersecting], { mode: 'kubefed' });
    expect(replicas(result)).toEqual([3, 3, undefined]);
  });
});

describe('7: an invalid selector beside a list', () => {
  const own = configMap({
    placement: {
      ...only('eu'),
      clusterSelector: { matchExpressions: [{ key: 'env', operator: 'Gt', values: ['1'] }] },
    },
  });

  it('is an error in gitops', () => {
    expect(said(compileInShop([own]))).toContain(
      'error[placement/invalid-selector] 0/spec/placement/clusterSelector/matchExpressions/0/operator',
    );
  });

  it('is never looked at in kubefed', () => {
    const result = compileInShop([own], { mode: 'kubefed' });
    expect(said(result)).toEqual([
      'warning[placement/selector-ignored] 0/spec/placement/clusterSelector',
    ]);
    expect(placedIn(result)).toEqual(['eu']);
  });
});

describe('11: in kubefed mode override numbers', () => {
  it('are printed in their shortest form', () => {
    const own = deployment(
      overridden('eu', { path: '/spec/replicas', value: 1234567890123456789n }),
    );
    const result = compileInShop([own], { mode: 'kubefed' });
    const file = result.outputs.find(({ path }) => path.includes('clusters/eu/shop/deployment'));
    expect(file?.text).toContain('replicas: 1234567890123456800\n');
  });
});

describe('12: braces of a template language', () => {
  const text = (value: string) =>
    `apiVersion: types.kubefed.io/v1beta1\nkind: FederatedConfigMap\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    data:\n      a: ${value}\n  placement: {clusterSelector: {}}\n`;

  it.each(['"{{ b }}"', "'{{ b }}'", '|\n        {{ b }}'])('in %j are data', (value) => {
    const result = compile({ files: [inventoryFile, { path: 'a.yaml', text: text(value) }] });
    expect(String(memberOf(objectIn(result), 'data', 'a')).trim()).toBe('{{ b }}');
  });

  it('without quotes are an error', () => {
    const result = compile({ files: [inventoryFile, { path: 'a.yaml', text: text('{{ b }}') }] });
    expect(severities(result, 'yaml/template-syntax')).toEqual(['error']);
  });
});

describe('15: under kubefedConfig: obey', () => {
  const obey: Config = { compatibility: { kubefedConfig: 'obey' } };

  it('a document without namespace counts as standing in the system namespace', () => {
    const objects = [
      kubefedConfig({ scope: 'Namespaced' }, { namespace: undefined }),
      typeConfig('Widget', {}, { namespace: undefined }),
      {
        apiVersion: 'core.kubefed.io/v1beta1',
        kind: 'KubeFedCluster',
        metadata: { name: 'asia' },
      },
      federated('FederatedWidget', undefined, {
        name: 'web',
        namespace: 'kube-federation-system',
      }),
      federated('FederatedWidget', undefined, { name: 'web', namespace: 'shop' }),
    ];
    const result = compileObjects(objects, obey);
    expect(placedIn(result, 'Widget')).toEqual(['asia', 'eu', 'lab', 'us']);
    expect(severities(result, 'kubefed/out-of-scope')).toEqual(['note']);
  });

  it('clusters and type configs of other namespaces do not count', () => {
    const elsewhere = { namespace: 'elsewhere' };
    const cluster = {
      apiVersion: 'core.kubefed.io/v1beta1',
      kind: 'KubeFedCluster',
      metadata: { name: 'asia', ...elsewhere },
    };
    const objects = [
      cluster,
      typeConfig('ConfigMap', { propagation: 'Disabled' }, elsewhere),
      configMap(),
    ];
    expect(placedIn(compileInShop(objects, obey))).toEqual(['eu', 'lab', 'us']);
  });

  it('a KubeFedConfig of another namespace or name does not count', () => {
    for (const metadata of [{ namespace: 'elsewhere' }, { name: 'other' }]) {
      const objects = [kubefedConfig({ scope: 'Namespaced' }, metadata), configMap()];
      expect(placedIn(compileInShop(objects, obey))).toHaveLength(3);
    }
  });

  it('what a gate switches off is one note, and not placed nowhere', () => {
    const gates = [{ name: 'PushReconciler', configuration: 'Disabled' }];
    const objects = [
      kubefedConfig({ scope: 'Cluster', featureGates: gates }),
      shopOf({}),
      configMap({ placement: {} }),
      deployment(),
      preference(),
    ];
    const result = compileObjects(objects, { ...obey, mode: 'kubefed' });
    expect(said(result)).toEqual(['note[kubefed/out-of-scope] 1']);
    expect(result.manifests).toEqual([]);
  });

  it('preferences that a gate switches off are said not to count', () => {
    const gates = [{ name: 'SchedulerPreferences', configuration: 'Disabled' }];
    const objects = [
      kubefedConfig({ scope: 'Cluster', featureGates: gates }),
      deployment(),
      preference(),
    ];
    const result = compileInShop(objects, { mode: 'kubefed' });
    expect(replicas(result)).toEqual([1, 1, 1]);
    expect(said(result)).toEqual(['note[kubefed/out-of-scope] 2']);
  });

  it('a preference is computed for a disabled type that is written', () => {
    const off = typeConfig(
      'Deployment',
      {
        targetType: {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          pluralName: 'deployments',
          scope: 'Namespaced',
        },
        propagation: 'Disabled',
      },
      { name: 'deployments.apps' },
    );
    const result = compileInShop([off, deployment(), preference()], {
      compatibility: { disabledType: 'write' },
    });
    expect(replicas(result)).toEqual([2, 2, 2]);
  });
});
