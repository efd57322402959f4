import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/options.ts';
import { buildInventory, isClusterDocument } from '../../src/inventory/build-inventory.ts';
import type { Config } from '../../src/model/config.ts';
import type { KubeObject } from '../../src/model/kube-object.ts';
import type { Origin, SourceObject } from '../../src/model/source.ts';
import { jsonValue } from '../json-value.ts';

const native = (...clusters: readonly unknown[]) => ({
  apiVersion: 'fedc/v1alpha1',
  kind: 'ClusterInventory',
  clusters,
});

const kubefed = (
  metadata: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): Record<string, unknown> => ({
  apiVersion: 'core.kubefed.io/v1beta1',
  kind: 'KubeFedCluster',
  metadata: { namespace: 'kube-federation-system', ...metadata },
  spec: { apiEndpoint: `https://${metadata['name']}.example.com`, caBundle: '<placeholder>' },
  ...rest,
});

/** The documents of one file, f0.yaml, f1.yaml and so on. */
function sources(objects: readonly unknown[], role?: SourceObject['role']): SourceObject[] {
  return objects.map((object, index) => ({
    object: jsonValue(object) as KubeObject,
    origin: { file: `f${index}.yaml`, document: 0, pointer: '' },
    ...(role === undefined ? {} : { role }),
  }));
}

function build(objects: readonly SourceObject[], config: Config = {}) {
  const { value, diagnostics } = buildInventory(objects, resolveOptions(config));
  const said = diagnostics.map((it) => {
    const { file, pointer, on } = it.at as Origin;
    const related = it.related.map(({ at }) => ` (${at.file}${at.pointer})`).join('');
    return `${it.code} ${on === undefined ? '' : `${on} `}${file}${pointer}${related}`;
  });
  return {
    clusters: value.clusters,
    names: value.clusters.map(({ name }) => name),
    said,
    diagnostics,
  };
}

describe('isClusterDocument', () => {
  const rows: readonly (readonly [apiVersion: unknown, kind: unknown, expected: boolean])[] = [
    ['fedc/v1alpha1', 'ClusterInventory', true],
    ['fedc/v2', 'ClusterInventory', true],
    ['fedc/v1alpha1', 'Config', false],
    ['example.io/v1', 'ClusterInventory', false],
    ['core.kubefed.io/v1beta1', 'KubeFedCluster', true],
    ['core.kubefed.k8s.io/v1beta1', 'KubeFedCluster', true],
    ['core.kubefed.k8s.io/v1alpha1', 'KubefedCluster', true],
    ['core.kubefed.io/v1beta1', 'KubefedCluster', true],
    ['core.federation.k8s.io/v1alpha1', 'FederatedCluster', true],
    ['types.kubefed.io/v1beta1', 'KubeFedCluster', true],
    ['types.kubefed.k8s.io/v1beta1', 'KubeFedCluster', true],
    ['types.kubefed.io/v1beta1', 'FederatedCluster', false],
    ['core.kubeadmiral.io/v1alpha1', 'FederatedCluster', false],
    ['core.kubefed.io/v1beta1', 'KubeFedConfig', false],
    ['cluster.karmada.io/v1alpha1', 'Cluster', true],
    ['evilkubefed.io/v1', 'KubeFedCluster', false],
    [5, 'KubeFedCluster', false],
    [undefined, 'ClusterInventory', false],
    ['core.kubefed.io/v1beta1', undefined, false],
  ];
  test.each(rows)('%j %j: %j', (apiVersion, kind, expected) => {
    const object: Record<string, unknown> = {};
    if (apiVersion !== undefined) object['apiVersion'] = apiVersion;
    if (kind !== undefined) object['kind'] = kind;
    expect(isClusterDocument(jsonValue(object) as KubeObject)).toBe(expected);
  });
});

describe('buildInventory', () => {
  test('the native form, every member', () => {
    const cluster = {
      name: 'eu-1',
      labels: { region: 'eu' },
      names: { argocd: 'a', context: 'c' },
      server: 'https://eu-1.example.com',
      provider: 'aws',
      region: 'eu-west-1',
      zones: ['eu-west-1a'],
      kubeVersion: '1.31',
      taints: [
        { key: 'k', value: 'v', effect: 'NoSchedule' },
        { key: 'l', effect: 'NoExecute' },
      ],
      annotations: { note: 'x' },
    };
    const { clusters, said } = build(sources([native(cluster)]));
    expect(said).toEqual([]);
    const { labels, names, annotations, taints } = cluster;
    const { server, provider, region, zones, kubeVersion } = cluster;
    expect(JSON.parse(JSON.stringify(clusters))).toEqual([
      {
        name: 'eu-1',
        names,
        labels,
        annotations,
        fields: { server, provider, region, zones, kubeVersion },
        taints,
        origin: { file: 'f0.yaml', document: 0, pointer: '/clusters/0' },
      },
    ]);
  });

  test('a KubeFedCluster: labels from metadata, fields from status, nothing else looked at', () => {
    const status = {
      region: 'eu',
      zones: ['eu-a', 5],
      kubernetesVersion: 'v1.21.2',
      conditions: 'whatever',
    };
    const cluster = kubefed({ name: 'c1', labels: { env: 'prod' } }, { status, more: 1 });
    const { clusters, said } = build(sources([cluster]));
    expect(said).toEqual([]);
    expect(JSON.parse(JSON.stringify(clusters))).toEqual([
      {
        name: 'c1',
        names: {},
        labels: { env: 'prod' },
        annotations: {},
        fields: {
          region: 'eu',
          zones: ['eu-a'],
          kubeVersion: 'v1.21.2',
        },
        taints: [],
        origin: { file: 'f0.yaml', document: 0, pointer: '' },
      },
    ]);
  });

  test('labels have no prototype, so a selector on an inherited word finds nothing', () => {
    const { clusters } = build(sources([kubefed({ name: 'c1' }), native({ name: 'c2' })]));
    for (const { labels } of clusters) expect(labels['constructor']).toBeUndefined();
  });

  const rows: readonly {
    readonly name: string;
    readonly objects: readonly unknown[];
    readonly config?: Config;
    readonly names: readonly string[];
    readonly said?: readonly string[];
  }[] = [
    { name: 'no documents are no clusters', objects: [], names: [] },
    {
      name: 'other objects are passed over',
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap' }, native({ name: 'a' })],
      names: ['a'],
    },
    {
      name: 'clusters are sorted by code units',
      objects: [native({ name: 'b' }, { name: 'a-1' }, { name: 'a.1' }, { name: 'a1' })],
      names: ['a-1', 'a.1', 'a1', 'b'],
    },
    {
      name: 'labels with nothing under them are no labels',
      objects: [kubefed({ name: 'a', labels: null }), native({ name: 'b', labels: null })],
      names: ['a', 'b'],
    },
    {
      name: 'an old group, an old spelling and a group where the kind does not belong',
      objects: [
        kubefed({ name: 'a' }, { apiVersion: 'core.kubefed.k8s.io/v1beta1' }),
        kubefed({ name: 'b' }, { kind: 'KubefedCluster' }),
        kubefed({ name: 'c' }, { apiVersion: 'types.kubefed.io/v1beta1' }),
        kubefed(
          { name: 'd' },
          { apiVersion: 'core.federation.k8s.io/v1alpha1', kind: 'FederatedCluster' },
        ),
      ],
      names: ['a', 'b', 'c', 'd'],
    },
    {
      name: 'a label that is not text is reported and left out',
      objects: [
        kubefed({ name: 'a', labels: { 'x/env': true } }),
        native({ name: 'b', labels: { tier: 1 } }),
      ],
      names: ['a', 'b'],
      said: [
        'inventory/invalid f0.yaml/metadata/labels/x~1env',
        'inventory/invalid f1.yaml/clusters/0/labels/tier',
      ],
    },
    {
      name: 'labels that are no map',
      objects: [kubefed({ name: 'a', labels: ['env'] }), native({ name: 'b', labels: 'env' })],
      names: ['a', 'b'],
      said: [
        'inventory/invalid f0.yaml/metadata/labels',
        'inventory/invalid f1.yaml/clusters/0/labels',
      ],
    },
    {
      name: 'a KubeFedCluster without a name, and with one that is not text',
      objects: [kubefed({}), kubefed({ name: 5 }), kubefed({ name: '' })],
      names: [],
      said: [
        'inventory/invalid f0.yaml',
        'inventory/invalid f1.yaml/metadata/name',
        'inventory/invalid f2.yaml',
      ],
    },
    {
      name: 'an unknown member of a native cluster is reported at its name',
      objects: [native({ name: 'a', lables: {} }, { name: 'b', region: 'eu' })],
      names: ['a', 'b'],
      said: ['inventory/invalid key f0.yaml/clusters/0/lables'],
    },
    {
      name: 'a native cluster without a name is left out',
      objects: [native({ labels: {} }, 'b', { name: 'c' })],
      names: ['c'],
      said: ['inventory/invalid f0.yaml/clusters/0', 'inventory/invalid f0.yaml/clusters/1'],
    },
    {
      name: 'a native document of an unknown version, and without clusters',
      objects: [{ apiVersion: 'fedc/v1', kind: 'ClusterInventory' }],
      names: [],
      said: ['inventory/invalid f0.yaml', 'inventory/invalid f0.yaml/apiVersion'],
    },
    {
      name: 'names that cannot be folders',
      objects: [native({ name: 'EU_1' }, { name: 'con' }, { name: '' }, { name: 'nul.eu' })],
      names: ['', 'EU_1', 'con', 'nul.eu'],
      said: [
        'inventory/unsafe-name f0.yaml/clusters/2/name',
        'inventory/unsafe-name f0.yaml/clusters/0/name',
        'inventory/unsafe-name f0.yaml/clusters/1/name',
        'inventory/unsafe-name f0.yaml/clusters/3/name',
      ],
    },
    {
      name: 'a name that could leave the folder',
      objects: [kubefed({ name: '../../etc' })],
      names: ['../../etc'],
      said: ['inventory/unsafe-name f0.yaml/metadata/name'],
    },
    {
      name: 'one name twice in the native form',
      objects: [native({ name: 'a' }, { name: 'a' })],
      names: ['a'],
      said: ['inventory/duplicate-cluster f0.yaml/clusters/1/name (f0.yaml/clusters/0/name)'],
    },
    {
      name: 'one name twice among KubeFedClusters, also of different groups and namespaces',
      objects: [
        kubefed({ name: 'a' }),
        kubefed({ name: 'a', namespace: 'x' }, { apiVersion: 'core.kubefed.k8s.io/v1beta1' }),
      ],
      names: ['a'],
      said: ['inventory/duplicate-cluster f1.yaml/metadata/name (f0.yaml/metadata/name)'],
    },
    {
      name: 'three times is reported twice, both times with the first',
      objects: [native({ name: 'a' }), native({ name: 'a' }), native({ name: 'a' })],
      names: ['a'],
      said: [
        'inventory/duplicate-cluster f1.yaml/clusters/0/name (f0.yaml/clusters/0/name)',
        'inventory/duplicate-cluster f2.yaml/clusters/0/name (f0.yaml/clusters/0/name)',
      ],
    },
    {
      name: 'two kinds that agree are one cluster',
      objects: [
        kubefed({ name: 'a', labels: { env: 'prod' } }),
        native({ name: 'a', labels: { env: 'prod', tier: '1' } }),
      ],
      names: ['a'],
    },
    {
      name: 'two kinds that disagree about a label and a field',
      objects: [
        kubefed({ name: 'a', labels: { env: 'prod' } }, { status: { region: 'eu' } }),
        native({ name: 'a', labels: { env: 'dev' }, region: 'us' }),
      ],
      names: ['a'],
      said: [
        'inventory/conflict f1.yaml/clusters/0/labels/env (f0.yaml/metadata/labels/env)',
        'inventory/conflict f1.yaml/clusters/0/region (f0.yaml/status/region)',
      ],
    },
    {
      name: 'the order of zones and the precision of a version are no disagreement',
      objects: [
        kubefed(
          { name: 'a' },
          { status: { zones: ['b', 'a'], kubernetesVersion: 'v1.31.4+k3s1' } },
        ),
        native({ name: 'a', zones: ['a', 'b'], kubeVersion: '1.31' }),
      ],
      names: ['a'],
    },
    {
      name: 'another version and other zones are disagreements; the endpoint of a KubeFedCluster is not looked at',
      objects: [
        kubefed({ name: 'a' }, { status: { zones: ['b'], kubernetesVersion: 'v1.3.1' } }),
        native({ name: 'a', zones: ['a'], kubeVersion: '1.31', server: 'https://x' }),
      ],
      names: ['a'],
      said: [
        'inventory/conflict f1.yaml/clusters/0/zones (f0.yaml/status/zones)',
        'inventory/conflict f1.yaml/clusters/0/kubeVersion (f0.yaml/status/kubernetesVersion)',
      ],
    },
    {
      name: 'gitops: the namespace of a KubeFedCluster has no influence',
      objects: [kubefed({ name: 'a', namespace: 'elsewhere' })],
      names: ['a'],
    },
    {
      name: 'kubefed: only the system namespace counts, and a document without namespace is in it',
      objects: [
        kubefed({ name: 'a', namespace: 'elsewhere' }),
        kubefed({ name: 'b', namespace: null }),
        kubefed({ name: 'c' }),
        native({ name: 'd' }),
      ],
      config: { mode: 'kubefed' },
      names: ['b', 'c', 'd'],
    },
    {
      name: 'kubefed: the system namespace can be another one',
      objects: [kubefed({ name: 'a', namespace: 'elsewhere' }), kubefed({ name: 'c' })],
      config: {
        compatibility: { kubefedConfig: 'obey' },
        kubefed: { namespace: 'elsewhere' },
      },
      names: ['a'],
    },
    {
      name: 'kubefed: a document that does not count is not looked at',
      objects: [kubefed({ namespace: 'elsewhere', labels: 5 })],
      config: { mode: 'kubefed' },
      names: [],
    },
  ];
  test.each(rows)('$name', ({ objects, config, names, said }) => {
    const found = build(sources(objects), config);
    expect(found.said).toEqual(said ?? []);
    expect(found.names).toEqual(names);
    const reversed = build(sources(objects).reverse(), config);
    expect(reversed.said).toEqual(found.said);
    expect(reversed.clusters).toEqual(found.clusters);
  });

  test('what two kinds say is put together, and the native form wins', () => {
    const { clusters } = build(
      sources([
        kubefed({ name: 'a', labels: { env: 'prod', x: '1' } }, { status: { region: 'eu' } }),
        native({ name: 'a', labels: { env: 'dev', y: '2' }, provider: 'aws' }),
      ]),
    );
    expect(clusters[0]).toMatchObject({
      labels: { env: 'dev', x: '1', y: '2' },
      fields: { region: 'eu', provider: 'aws' },
      origin: { file: 'f1.yaml', pointer: '/clusters/0' },
    });
  });

  test('with files named as inventory, cluster documents among the sources do not count', () => {
    const named = sources([native({ name: 'a' })], 'inventory');
    const others = sources([kubefed({ name: 'b' })], 'source');
    expect(build([...others, ...named]).names).toEqual(['a']);
    expect(build(others).names).toEqual(['b']);
  });

  test('messages name the cluster, and say what to do', () => {
    const { diagnostics } = build(
      sources([
        native(
          { name: 'eu-1', lables: {}, kubeVersion: 1.3, labels: { gpu: true } },
          { labels: {} },
          { name: 'us', taints: [{ key: 'a', effect: 'NoShedule' }] },
        ),
        kubefed({ name: 'c', labels: { 'x/y': 8080 } }),
        kubefed({}),
        kubefed({ name: true }),
        native({ name: 'Us' }, { name: 'aux' }),
      ]),
    );
    expect(
      diagnostics.map(({ message, help }) => `${message}${help === undefined ? '' : ` | ${help}`}`),
    ).toMatchInlineSnapshot(`
      [
        "Cluster "eu-1": lables is not known here. | Did you mean "labels"?",
        "Cluster "eu-1": labels.gpu must be text. | Write it in quotes.",
        "Cluster "eu-1": kubeVersion must be text. | Write it in quotes.",
        "ClusterInventory: clusters[1] must have "name".",
        "Cluster "us": taints[0].effect must be one of NoSchedule, PreferNoSchedule, NoExecute, NoSelect, PreferNoSelect, NoSelectIfNew. | Did you mean "NoSchedule"?",
        "KubeFedCluster c: the label "x/y" must be text. | Write it in quotes.",
        "A KubeFedCluster has no metadata.name.",
        "A KubeFedCluster has a metadata.name that is not text. | Write it in quotes.",
        "Cluster name "Us" cannot be the name of a folder: it must be a DNS-1123 subdomain (at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends). | Give the cluster a name of lower-case letters, digits, \`-\` and \`.\`, and keep the original under \`names:\`.",
        "Cluster name "aux" cannot be the name of a folder: Windows keeps that name for a device. | Give the cluster a name of lower-case letters, digits, \`-\` and \`.\`, and keep the original under \`names:\`.",
      ]
    `);
  });

  test('a list of five hundred clusters stays in order', () => {
    const clusters = Array.from({ length: 500 }, (_, index) => ({ name: `c-${499 - index}` }));
    const { names, said } = build(sources([native(...clusters)]));
    expect(said).toEqual([]);
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
    expect(names).toHaveLength(500);
  });
});
