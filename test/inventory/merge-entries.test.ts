import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/options.ts';
import { buildInventory, clusterEntries } from '../../src/inventory/build-inventory.ts';
import type { Origin, SourceFile, SourceObject } from '../../src/model/source.ts';
import { objectsOf } from './read-yaml.ts';

const options = resolveOptions({});

const native = (...clusters: readonly string[]) =>
  `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${clusters.map((each) => `  - {${each}}\n`).join('')}`;
const karmada = (name: string, rest = '') =>
  `apiVersion: cluster.karmada.io/v1alpha1\nkind: Cluster\nmetadata: {name: ${name}}\n${rest}`;
const argocd = (name: string, { labels = '', server = '' } = {}) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: s-${name}, labels: {argocd.argoproj.io/secret-type: cluster${labels}}}\nstringData: {name: "${name}"${server}}\n`;
const fleet = (name: string, labels = '') =>
  `apiVersion: fleet.cattle.io/v1alpha1\nkind: Cluster\nmetadata: {name: ${name}, labels: {${labels}}}\n`;
const ocm = (name: string, rest = '') =>
  `apiVersion: cluster.open-cluster-management.io/v1\nkind: ManagedCluster\nmetadata: {name: ${name}}\n${rest}`;
const context = (name: string) =>
  `apiVersion: v1\nkind: Config\ncontexts: [{name: "${name}", context: {}}]\n`;

/** One file each: a.yaml, b.yaml and so on. */
function inFiles(texts: readonly string[]): readonly SourceObject[] {
  return texts.flatMap((text, index) =>
    objectsOf(text, { path: `${String.fromCharCode(97 + index)}.yaml` }),
  );
}

function build(objects: readonly SourceObject[], files: readonly SourceFile[] = []) {
  const { value, diagnostics } = buildInventory(objects, options, files);
  return {
    ...value,
    diagnostics,
    said: diagnostics.map(({ code, at, related }) => {
      const others = related.map((it) => ` (${it.at.file}${it.at.pointer})`).join('');
      const { file, pointer }: Partial<Origin> = 'flag' in at ? {} : at;
      return `${code} ${file}${pointer ?? ''}${others}`;
    }),
  };
}

interface Row {
  readonly name: string;
  readonly texts: readonly string[];
  /** `name: what systems call it`. */
  readonly clusters: readonly string[];
  readonly said?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'five kinds that agree are one cluster',
    texts: [
      context('eu-1'),
      argocd('eu-1', { server: ', server: "https://EU.example.com:443/"' }),
      fleet('c-1', 'management.cattle.io/cluster-display-name: eu-1'),
      karmada(
        'eu-1',
        'spec: {apiEndpoint: "https://eu.example.com", provider: AWS, zones: [b, a]}\nstatus: {kubernetesVersion: v1.31.4}',
      ),
      native('name: eu-1, provider: aws, zones: [a, b, a], kubeVersion: "1.31"'),
    ],
    clusters: ['eu-1: argocd=eu-1,context=eu-1,fleet=c-1'],
  },
  {
    name: 'each that differs from the first to speak is a conflict with it',
    texts: [
      argocd('eu-1', { labels: ', env: dev, tier: "1"' }),
      karmada('eu-1').replace('name: eu-1', 'name: eu-1, labels: {env: prod, tier: "2"}'),
      fleet('eu-1', 'env: staging'),
      native('name: eu-1, labels: {env: prod}'),
    ],
    clusters: ['eu-1: argocd=eu-1,fleet=eu-1'],
    said: [
      'inventory/conflict d.yaml/clusters/0/labels/env (c.yaml/metadata/labels/env)',
      'inventory/conflict d.yaml/clusters/0/labels/env (a.yaml/metadata/labels/env)',
      'inventory/conflict b.yaml/metadata/labels/tier (a.yaml/metadata/labels/tier)',
    ],
  },
  {
    name: 'the native form decides what it says it decides, and nothing else',
    texts: [
      argocd('eu-1', { labels: ', a.b/env: dev, tier: "1"', server: ', server: "https://a"' }),
      ocm(
        'eu-1',
        'spec: {managedClusterClientConfigs: [{url: "https://b"}], taints: [{key: gpu, value: x, effect: NoSelect}]}',
      ),
      native(
        'name: eu-1, labels: {a.b/env: prod, tier: "2"}, names: {ocm: other}, server: "https://c", taints: [{key: gpu, effect: NoSelect}], decides: [labels.a.b/env, names.ocm, server, "taints.gpu:NoSelect"]',
      ),
    ],
    clusters: ['eu-1: argocd=eu-1,ocm=other'],
    said: ['inventory/conflict c.yaml/clusters/0/labels/tier (a.yaml/metadata/labels/tier)'],
  },
  {
    name: 'what is to be decided has to be said',
    texts: [native('name: eu-1, server: "https://a", decides: [region, servr, server]')],
    clusters: ['eu-1: '],
    said: [
      'inventory/invalid a.yaml/clusters/0/decides',
      'inventory/invalid a.yaml/clusters/0/decides',
    ],
  },
  {
    name: 'fields and taints that differ',
    texts: [
      ocm(
        'eu-1',
        'spec: {managedClusterClientConfigs: [{url: "https://b"}], taints: [{key: gpu, value: b, effect: NoSelect}]}',
      ),
      karmada('eu-1', 'spec: {apiEndpoint: "https://a", taints: [{key: gpu, effect: NoSelect}]}'),
    ],
    clusters: ['eu-1: ocm=eu-1'],
    said: [
      'inventory/conflict b.yaml/spec/apiEndpoint (a.yaml/spec/managedClusterClientConfigs/0/url)',
      'inventory/conflict b.yaml/spec/taints/0 (a.yaml/spec/taints/0)',
    ],
  },
  {
    name: 'one kind twice is a duplicate, whatever the others say',
    texts: [argocd('eu-1'), argocd('eu-1'), karmada('eu-1')],
    clusters: ['eu-1: argocd=eu-1'],
    said: ['inventory/duplicate-cluster b.yaml/stringData/name (a.yaml/stringData/name)'],
  },
  {
    name: 'another name is the same cluster, and need not be safe',
    texts: [
      argocd('Prod EU'),
      context('arn:aws:eks:eu-west-1:1:cluster/eu'),
      fleet('c-m-1', 'management.cattle.io/cluster-display-name: EU'),
      ocm('hub-eu'),
      native(
        'name: eu-1, names: {argocd: Prod EU, context: "arn:aws:eks:eu-west-1:1:cluster/eu", fleet: c-m-1, ocm: hub-eu}',
      ),
    ],
    clusters: [
      'eu-1: argocd=Prod EU,context=arn:aws:eks:eu-west-1:1:cluster/eu,fleet=c-m-1,ocm=hub-eu',
    ],
  },
  {
    name: 'another name is one of its own system only',
    texts: [argocd('x'), ocm('x'), native('name: eu-1, names: {argocd: x}')],
    clusters: ['eu-1: argocd=x', 'x: ocm=x'],
  },
  {
    name: 'a name that the native form contradicts',
    texts: [argocd('eu-1'), native('name: eu-1, names: {argocd: other}')],
    clusters: ['eu-1: argocd=other'],
    said: ['inventory/conflict b.yaml/clusters/0/names/argocd (a.yaml/stringData/name)'],
  },
  {
    name: 'the cluster of the other name, and another one that is called as ours',
    texts: [argocd('eu-1'), argocd('x'), native('name: eu-1, names: {argocd: x}')],
    clusters: ['eu-1: argocd=x'],
    said: [
      'inventory/duplicate-cluster b.yaml/stringData/name (a.yaml/stringData/name)',
      'inventory/conflict c.yaml/clusters/0/names/argocd (a.yaml/stringData/name)',
    ],
  },
  {
    name: 'two clusters with one other name, where a document needs to know whose it is',
    texts: [
      argocd('in-cluster'),
      native(
        'name: a, names: {argocd: in-cluster}',
        'name: b, names: {argocd: in-cluster, context: same}',
        'name: c, names: {context: same}',
      ),
    ],
    clusters: ['a: argocd=in-cluster', 'b: argocd=in-cluster,context=same', 'c: context=same'],
    said: ['inventory/invalid b.yaml/clusters/1/names/argocd (b.yaml/clusters/0/names/argocd)'],
  },
  {
    name: 'names that cannot be folders',
    texts: [context('user@prod'), argocd('Prod'), karmada('con')],
    clusters: ['Prod: argocd=Prod', 'con: ', 'user@prod: context=user@prod'],
    said: [
      'inventory/unsafe-name b.yaml/stringData/name',
      'inventory/unsafe-name c.yaml/metadata/name',
      'inventory/unsafe-name a.yaml/contexts/0/name',
    ],
  },
];

describe('buildInventory', () => {
  test.each(rows)('$name', ({ texts, clusters, said }) => {
    const objects = inFiles(texts);
    const found = build(objects);
    expect(
      found.clusters.map(
        ({ name, names }) =>
          `${name}: ${Object.entries(names)
            .map(([system, other]) => `${system}=${other}`)
            .sort()
            .join()}`,
      ),
    ).toEqual(clusters);
    expect(found.said).toEqual(said ?? []);
    const reversed = build(objects.toReversed());
    expect(reversed.said).toEqual(found.said);
    expect(reversed.clusters).toEqual(found.clusters);
  });

  test('what several kinds say is put together, the native form first', () => {
    const { clusters } = build(
      inFiles([
        argocd('eu-1', { labels: ', a: "1"', server: ', server: "https://x"' }),
        karmada('eu-1', 'spec: {region: eu, taints: [{key: k, effect: NoExecute}]}'),
        native(
          'name: eu-1, labels: {b: "2"}, annotations: {c: d}, region: eu, taints: [{key: k, effect: NoSchedule}]',
        ),
      ]),
    );
    expect(JSON.parse(JSON.stringify(clusters))).toEqual([
      {
        name: 'eu-1',
        names: { argocd: 'eu-1' },
        labels: { 'argocd.argoproj.io/secret-type': 'cluster', a: '1', b: '2' },
        annotations: { c: 'd' },
        fields: { server: 'https://x', region: 'eu' },
        taints: [
          { key: 'k', effect: 'NoSchedule' },
          { key: 'k', effect: 'NoExecute' },
        ],
        origin: { file: 'c.yaml', document: 0, pointer: '/clusters/0' },
      },
    ]);
  });

  test('labels tell region and zone where nothing else does, of whichever kind', () => {
    const labels =
      ', topology.kubernetes.io/region: eu-west-1, topology.kubernetes.io/zone: eu-west-1a';
    const { clusters, said } = build(
      inFiles([
        argocd('a', { labels }),
        `${argocd('b', { labels })}---\n${karmada('b', 'spec: {region: other, zones: [z]}')}`,
        native('name: c, labels: {topology.kubernetes.io/zone: z}'),
      ]),
    );
    expect(said).toEqual([]);
    expect(clusters.map(({ fields }) => fields)).toEqual([
      { region: 'eu-west-1', zones: ['eu-west-1a'] },
      { region: 'other', zones: ['z'] },
      { zones: ['z'] },
    ]);
  });

  test('a conflict does not tell the user and password of an address', () => {
    const { diagnostics } = build(
      inFiles([
        argocd('a', { server: ', server: "https://b"' }),
        native('name: a, server: "https://admin:hunter2@a"'),
      ]),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Two sources disagree about server of cluster "a": "https://a" and "https://b".',
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });

  test('an address is kept without user, password and query', () => {
    const servers = [
      native('name: a, server: "https://admin:hunter2@a"'),
      argocd('b', { server: ', server: "https://b/?token=hunter2"' }),
      karmada('c', 'spec: {apiEndpoint: "https://c/x#hunter2"}'),
    ].flatMap((text) => build(inFiles([text])).clusters.map(({ fields }) => fields.server));
    expect(servers).toEqual(['https://a', 'https://b', 'https://c/x']);
  });

  test('a conflict and a duplicate say how a person decides them', () => {
    const helps = (...texts: readonly string[]) =>
      build(inFiles(texts)).diagnostics.map(({ help }) => help);
    const [here] = helps(
      argocd('a', { server: ', server: "https://b"' }),
      native('name: a, server: "https://c"'),
    );
    expect(here).toContain('write `decides: [server]` into the entry of the inventory');
    const [elsewhere] = helps(
      argocd('a', { server: ', server: "https://b"' }),
      karmada('a', 'spec: {apiEndpoint: "https://c"}'),
      native('name: a'),
    );
    expect(elsewhere).toContain('with `decides: [server]` in the entry of the cluster');
    const [twice] = helps(argocd('a'), argocd('a'));
    expect(twice).toContain('fedc clusters import --from FILE --name a=NAME');
    expect(helps(native('name: a', 'name: a'))).toEqual([
      'Keep one of the two, or give them different names.',
    ]);
  });

  test.each([
    ['server: "https://a", decides: [servr]', 'Did you mean "server"?'],
    ['decides: [region]', 'Write what holds into the entry, too.'],
    [
      'decides: [everything]',
      'Known here: server, provider, region, zones, kubeVersion, labels.KEY, names.SYSTEM and taints.KEY:EFFECT.',
    ],
    ['names: {karmada: a}', 'Known here: argocd, fleet, ocm, context.'],
  ])('%s has a way out', (text, help) => {
    const { diagnostics } = build(inFiles([native(`name: a, ${text}`)]));
    expect(diagnostics.map((each) => each.help)).toEqual([help]);
  });

  test('only files that are named count, but for the native form, KubeFed and Karmada', () => {
    const found = (role: SourceObject['role']) =>
      build(
        [native('name: a'), karmada('b'), argocd('c'), fleet('d'), ocm('e'), context('f')].flatMap(
          (text, index) => objectsOf(text, { path: `${index}.yaml`, role }),
        ),
      ).clusters.map(({ name }) => name);
    expect(found('inventory')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(found('source')).toEqual(['a', 'b']);
    expect(found('plain')).toEqual(['a', 'b']);
  });

  test('hundreds of clusters in several kinds stay in order', () => {
    const names = Array.from({ length: 600 }, (_, index) => `c${String(index).padStart(4, '0')}`);
    const all = (write: (name: string) => string) => names.map((name) => write(name)).join('---\n');
    const { clusters, said } = build(
      inFiles([all((name) => argocd(name)), all(karmada), all(ocm)]),
    );
    expect(clusters.map(({ name }) => name)).toEqual(names);
    expect(said).toEqual([]);
  });
});

describe('clusterEntries', () => {
  test('gives every entry with the name it would be merged under, safe or not', () => {
    const { value } = clusterEntries(
      inFiles([
        context('user@prod'),
        argocd('Prod EU'),
        native('name: eu-1, names: {argocd: Prod EU}'),
      ]),
      options,
    );
    expect(value.map(({ kind, cluster }) => [kind, cluster.name])).toEqual([
      ['kubeconfig', 'user@prod'],
      ['argocd', 'eu-1'],
      ['ClusterInventory', 'eu-1'],
    ]);
  });
});

describe('files named as inventory', () => {
  const rowsOfFiles: readonly {
    readonly name: string;
    readonly text: string;
    readonly path?: string;
    readonly role?: SourceObject['role'];
    readonly problem?: string;
    readonly hint?: RegExp;
  }[] = [
    { name: 'clusters', text: karmada('a') },
    { name: 'no clusters yet', text: native().replace('clusters:\n', 'clusters: []\n') },
    {
      name: 'other objects',
      text: 'apiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: ConfigMap\n---\napiVersion: apps/v1\nkind: Deployment\n',
      problem:
        'c.yaml is named as inventory and describes no cluster: it holds 2 ConfigMap (v1), 1 Deployment (apps/v1).',
      hint: /ManagedCluster, Argo CD cluster Secret/,
    },
    {
      name: 'a Secret without the label of Argo CD',
      text: 'apiVersion: v1\nkind: Secret\nstringData: {name: a, config: hunter2}\n',
      problem: 'c.yaml is named as inventory and describes no cluster: it holds 1 Secret (v1).',
      hint: /argocd\.argoproj\.io\/secret-type: cluster/,
    },
    {
      name: 'no objects of Kubernetes',
      text: 'eu-1: {env: prod}\n',
      problem:
        'c.yaml is named as inventory and describes no cluster: it holds 1 object without apiVersion and kind.',
      hint: /kubectl get -o yaml/,
    },
    {
      name: 'nothing',
      text: '# later\n---\n',
      problem: 'c.yaml is named as inventory and describes no cluster: it is empty.',
    },
    {
      name: 'what kubectl prints when it found nothing',
      text: 'apiVersion: v1\nitems: []\nkind: List\n',
      problem: 'c.yaml is named as inventory and describes no cluster: it is empty.',
    },
    {
      name: 'a kind of ours that is misspelt, reported elsewhere',
      text: 'apiVersion: fedc/v1alpha1\nkind: ClusterInventry\n',
    },
    {
      name: 'a kustomization that a pattern took along',
      path: 'x/kustomization.yaml',
      text: 'resources: [a.yaml]\n',
    },
    { name: 'a source', role: 'source', text: 'apiVersion: v1\nkind: ConfigMap\n' },
  ];
  test.each(rowsOfFiles)(
    '$name',
    ({ text, path = 'c.yaml', role = 'inventory', problem, hint }) => {
      const { diagnostics } = build(objectsOf(text, { path, role }), [{ path, text, role }]);
      expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(
        problem === undefined ? [] : [`inventory/invalid: ${problem}`],
      );
      if (hint !== undefined) expect(diagnostics[0]?.help).toMatch(hint);
    },
  );

  test('one that does not parse is said to be so once', () => {
    const files: readonly SourceFile[] = [{ path: 'a.yaml', text: 'a: [', role: 'inventory' }];
    expect(build([], files).said).toEqual([]);
  });
});

describe('passedOver', () => {
  const files = (texts: Readonly<Record<string, string>>): readonly SourceFile[] =>
    Object.entries(texts).map(([path, text]) => ({ path, text }));

  test('tells which files would describe clusters, if there is none', () => {
    const { passedOver } = build(
      [],
      files({
        'b.yaml': [argocd('a'), argocd('b'), fleet('c')].join('---\n'),
        'a.json': '{"items": [{"apiVersion": "cluster.x-k8s.io/v1beta1", "kind": "Cluster"}]}',
        'c.yaml': `${context('x')}current-context: x\n`,
        'd.yaml': 'kind: Cluster\n',
      }),
    );
    expect(passedOver).toEqual([
      { file: 'a.json', title: 'Cluster API Cluster', documents: 1 },
      { file: 'b.yaml', title: 'Argo CD cluster Secret', documents: 2 },
      { file: 'b.yaml', title: 'Fleet Cluster', documents: 1 },
      { file: 'c.yaml', title: 'kubeconfig', documents: 1 },
    ]);
  });

  test('is not looked for where there is a cluster', () => {
    expect(build(objectsOf(karmada('a')), files({ 'b.yaml': argocd('b') })).passedOver).toBe(
      undefined,
    );
  });
});
