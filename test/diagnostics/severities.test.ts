/** The severity of every code is part of the contract: stated for both modes, and produced through the pipeline. */
import { describe, expect, it } from 'vitest';
import { type CompileInput, compile } from '../../src/compile.ts';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Config } from '../../src/model/config.ts';
import { printJson } from '../../src/model/print-json.ts';
import type { SourceFile } from '../../src/model/source.ts';
import {
  clusters,
  configMap,
  deployment,
  everywhere,
  federated,
  kubefedConfig,
  namespace,
  only,
  overridden,
  preference,
  typeConfig,
} from '../frontends/repository.ts';

type Severity = 'error' | 'warning' | 'note';

interface Row {
  readonly code: Code;
  readonly gitops: Severity | 'none';
  readonly kubefed: Severity | 'none';
  readonly objects?: readonly object[];
  /** One more file, as text. */
  readonly text?: string;
  readonly path?: string;
  /** Of that file. */
  readonly role?: SourceFile['role'];
  readonly config?: Config;
  /** fedc.yaml as text instead of `config`. */
  readonly configText?: string;
  /** Without the clusters, or the FederatedNamespace, that the others have. */
  readonly without?: readonly ('clusters' | 'namespace')[];
}

const both = (code: Code, severity: Severity, rest: Omit<Row, 'code' | 'gitops' | 'kubefed'>) => ({
  code,
  gitops: severity,
  kubefed: severity,
  ...rest,
});

function yaml(greeting: string): string {
  return `apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: text, namespace: shop}
spec:
  template:
    data:
      greeting: ${greeting}
  placement: {clusterSelector: {}}
`;
}

const engine = (settings: string) => `engines: {repository: {path: rendered}, ${settings}}\n`;
const fleetEngine = (settings = '') =>
  `engines: {repository: {url: "https://git.example.com/a", path: rendered}, fleet: {${settings}}}\n`;
const tooLong = `name: "${'a'.repeat(62)}{cluster}"`;

const fluxAndFleetRows: readonly Row[] = [
  both('engine/flux-substitution', 'warning', {
    objects: [configMap({ template: { data: { greeting: 'hello ${NAME}' } } })],
    configText: engine('flux: {}'),
  }),
  both('engine/flux-name', 'error', {
    objects: [configMap()],
    configText: engine(`flux: {${tooLong}}`),
  }),
  both('engine/flux-url', 'error', {
    objects: [configMap()],
    configText: 'engines: {repository: {url: "git@example.com:a", path: b}, flux: {}}\n',
  }),
  both('engine/flux-decryption', 'error', {
    text: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\nsops: {}\n',
    path: 'plain.yaml',
    configText: `${engine('flux: {}')}plainObjects: [{files: [plain.yaml], placement: {clusterSelector: {}}}]\n`,
  }),
  both('engine/flux-local-object', 'warning', {
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop, annotations: {config.kubernetes.io/local-config: "true"}}\n`,
    path: 'plain.yaml',
    configText: `${engine('flux: {}')}plainObjects: [{files: [plain.yaml], placement: {clusterSelector: {}}}]\ncompatibility: {templateAnnotations: keep}\n`,
  }),
  both('engine/flux-shared-folder', 'warning', {
    objects: [configMap()],
    configText:
      'engines: {repository: {url: "https://example.com/a", path: b}, flux: {folderKustomizations: true}, fleet: {}}\n',
  }),
  both('engine/fleet-name', 'error', {
    objects: [configMap()],
    configText: fleetEngine(tooLong),
  }),
  both('engine/fleet-same-cluster', 'error', {
    text: 'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters: [{name: eu, names: {fleet: a}}, {name: us, names: {fleet: a}}]\n',
    without: ['clusters'],
    objects: [configMap()],
    configText: fleetEngine(),
  }),
  both('engine/fleet-folder', 'error', {
    objects: [namespace(everywhere, 'charts'), configMap({}, { namespace: 'charts' })],
    configText: fleetEngine(),
  }),
  both('engine/fleet-size', 'warning', {
    objects: [configMap({ template: { data: { a: 'a'.repeat(1_100_000) } } })],
    configText: fleetEngine(),
  }),
  both('engine/fleet-replicas', 'warning', {
    objects: [deployment({ retainReplicas: true })],
    configText: fleetEngine(),
  }),
];

const argocdEngine = (settings = '') =>
  `engines: {repository: {url: "https://git.example.com/a", path: rendered}, argocd: {${settings}}}\n`;
const inFolders = argocdEngine('applications: folder');
const moreClusters = (...entries: readonly object[]) => ({
  apiVersion: 'fedc/v1alpha1',
  kind: 'ClusterInventory',
  clusters: entries,
});
const wide = 'a'.repeat(63);

const argocdRows: readonly Row[] = [
  both('engine/argocd-application-name', 'error', {
    objects: [
      moreClusters({ name: `${wide}.${wide}.${wide}.b` }),
      namespace(everywhere, wide),
      configMap({}, { namespace: wide }),
    ],
    configText: inFolders,
  }),
  both('engine/argocd-name-clash', 'error', {
    objects: [
      moreClusters({ name: 'eu-shop', labels: {} }),
      namespace(everywhere, 'shop-web'),
      namespace(everywhere, 'web'),
      configMap({}, { namespace: 'shop-web' }),
      configMap({}, { namespace: 'web' }),
    ],
    configText: inFolders,
  }),
  both('engine/argocd-long-name', 'warning', {
    objects: [namespace(everywhere, wide), configMap({}, { namespace: wide })],
    configText: inFolders,
  }),
  both('engine/argocd-hidden-folder', 'error', {
    objects: [
      configMap({
        template: { metadata: { labels: { 'app.kubernetes.io/name': '.hidden' } }, data: {} },
      }),
    ],
    configText: `${inFolders}layout: by-app\n`,
  }),
  both('engine/argocd-same-destination', 'error', {
    objects: [moreClusters({ name: 'asia', names: { argocd: 'eu' } }), configMap()],
    configText: argocdEngine(),
  }),
  both('engine/argocd-cluster-name', 'error', {
    objects: [moreClusters({ name: 'asia', names: { argocd: 'other' } }), configMap()],
    configText: argocdEngine('generator: clusters'),
  }),
  both('engine/argocd-default-project', 'error', {
    objects: [configMap()],
    configText: argocdEngine('project: default, createProject: true'),
  }),
  both('engine/argocd-label-value', 'error', {
    objects: [moreClusters({ name: 'asia', labels: { owner: 'team shop' } }), configMap()],
    configText: argocdEngine('labels: [owner]'),
  }),
  both('engine/argocd-no-step', 'warning', {
    objects: [configMap()],
    configText: argocdEngine('rollingSync: [{label: wave, values: ["1"]}]'),
  }),
  both('engine/argocd-definition-apart', 'warning', {
    objects: [
      federated(
        'FederatedCustomResourceDefinition',
        {
          template: {
            spec: {
              group: 'example.io',
              names: { kind: 'Widget', plural: 'widgets' },
              versions: [],
            },
          },
          placement: everywhere,
        },
        { name: 'widgets.example.io' },
      ),
      federated('FederatedWidget', { template: {}, placement: everywhere }),
    ],
    configText: `${inFolders}types: [{federated: types.kubefed.io/v1beta1 FederatedWidget, target: example.io/v1 Widget, scope: Namespaced}]\n`,
  }),
  both('engine/argocd-application-too-large', 'warning', {
    objects: ['a', 'b'].map((name) =>
      configMap({ template: { data: { a: 'a'.repeat(5_500_000) } } }, { name }),
    ),
    configText: argocdEngine(),
  }),
  both('engine/argocd-object-too-large', 'error', {
    objects: [configMap({ template: { data: { a: 'a'.repeat(300_000) } } })],
    configText: argocdEngine('serverSideApply: false'),
  }),
];

const unknownType = federated('FederatedUnheardOf');
const greeting = '/data/greeting';
const listTemplate = { data: { list: ['a'] } };
const kubefedCluster = (name: string, env = 'prod') => ({
  apiVersion: 'core.kubefed.io/v1beta1',
  kind: 'KubeFedCluster',
  metadata: { name, labels: { env } },
});
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const aliases = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
kind: FederatedConfigMap
`;
const plainRule: Config = {
  plainObjects: [{ files: ['plain.yaml'], placement: { clusterSelector: {} } }],
};

const rows: readonly Row[] = [
  both('yaml/syntax', 'error', { text: 'kind: FederatedConfigMap\nspec: [\n' }),
  both('yaml/duplicate-key', 'error', { text: `${yaml('a')}kind: FederatedConfigMap\n` }),
  both('yaml/encoding', 'error', { text: yaml('"a\u0000b"') }),
  both('yaml/alias-limit', 'error', { text: aliases }),
  both('yaml/depth-limit', 'error', { text: yaml(nested(1200)) }),
  both('yaml/template-syntax', 'error', { text: yaml('{{ name }}') }),
  both('yaml/unsupported', 'error', {
    objects: [{ apiVersion: 'v1', kind: 'List', items: ['FederatedConfigMap'] }],
  }),
  both('yaml/too-large', 'error', { text: yaml(`"${'a'.repeat(11_000_000)}"`) }),
  both('repo/no-sources', 'error', { without: ['namespace'] }),
  both('repo/no-inventory', 'error', { objects: [configMap()], without: ['clusters'] }),
  both('config/unknown-key', 'error', { configText: 'mod: gitops\n', objects: [configMap()] }),
  both('config/invalid', 'error', { configText: 'layout: by-moon\n', objects: [configMap()] }),
  both('inventory/duplicate-cluster', 'error', {
    objects: [kubefedCluster('asia'), kubefedCluster('asia')],
  }),
  both('inventory/unsafe-name', 'error', { objects: [kubefedCluster('../asia')] }),
  both('inventory/conflict', 'error', { objects: [kubefedCluster('eu', 'test')] }),
  both('kubefed/unknown-type', 'error', { objects: [unknownType] }),
  both('kubefed/type-config-invalid', 'error', {
    objects: [typeConfig('Widget', { propagation: 'Perhaps' })],
  }),
  both('kubefed/type-config-conflict', 'error', {
    objects: [typeConfig('Widget'), typeConfig('Widget', { propagation: 'Disabled' })],
  }),
  both('kubefed/invalid-object', 'error', { objects: [configMap({ template: 'text' })] }),
  both('kubefed/template-label-not-text', 'error', {
    objects: [configMap({ template: { metadata: { labels: { version: 2 } } } })],
  }),
  {
    code: 'kubefed/propagation-disabled',
    gitops: 'error',
    kubefed: 'warning',
    objects: [typeConfig('Widget', { propagation: 'Disabled' }), federated('FederatedWidget')],
  },
  {
    code: 'kubefed/misplaced-field',
    gitops: 'error',
    kubefed: 'warning',
    objects: [{ ...configMap(), overrides: [] }],
  },
  {
    code: 'kubefed/unknown-field',
    gitops: 'error',
    kubefed: 'warning',
    objects: [configMap({ placment: {} })],
  },
  both('kubefed/unknown-field', 'warning', {
    objects: [configMap({ placement: { clusters: [{ name: 'eu', weight: 1 }] } })],
  }),
  both('kubefed/missing-namespace', 'error', {
    objects: [configMap({}, { namespace: undefined })],
  }),
  {
    code: 'kubefed/old-shape',
    gitops: 'warning',
    kubefed: 'error',
    objects: [configMap({ placement: { clusterNames: ['eu'] } })],
  },
  both('kubefed/old-shape', 'error', {
    objects: [
      federated(
        'FederatedConfigMapPlacement',
        { clusterNames: [] },
        undefined,
        'core.federation.k8s.io/v1alpha1',
      ),
    ],
  }),
  both('placement/invalid-selector', 'error', {
    objects: [
      configMap({
        placement: { clusterSelector: { matchExpressions: [{ key: 'a', operator: 'Gt' }] } },
      }),
    ],
  }),
  {
    code: 'placement/unknown-cluster',
    gitops: 'error',
    kubefed: 'warning',
    objects: [configMap({ placement: only('eu', 'moon') })],
  },
  {
    code: 'placement/selector-matches-nothing',
    gitops: 'error',
    kubefed: 'warning',
    objects: [configMap({ placement: { clusterSelector: { matchLabels: { env: 'none' } } } })],
  },
  {
    code: 'placement/none',
    gitops: 'error',
    kubefed: 'warning',
    objects: [configMap({ placement: {} })],
  },
  both('replicas/invalid-preference', 'error', {
    objects: [preference({ targetKind: 'Deployment' }), deployment()],
  }),
  {
    code: 'replicas/odd-preference',
    gitops: 'error',
    kubefed: 'warning',
    objects: [preference({ totalReplicas: -1 }), deployment()],
  },
  both('override/path-not-found', 'error', {
    objects: [configMap(overridden('eu', { path: '/spec/a/b', value: 1 }))],
  }),
  {
    code: 'override/unknown-cluster',
    gitops: 'error',
    kubefed: 'warning',
    objects: [configMap(overridden('moon', { path: greeting, value: 'hi' }))],
  },
  {
    code: 'replicas/unknown-cluster',
    gitops: 'error',
    kubefed: 'warning',
    objects: [preference({ clusters: { moon: { weight: 1 }, '*': { weight: 1 } } }), deployment()],
  },
  both('override/duplicate-cluster', 'error', {
    objects: [configMap({ overrides: [{ clusterName: 'eu' }, { clusterName: 'eu' }] })],
  }),
  both('override/duplicate-path', 'error', {
    objects: [configMap(overridden('eu', { path: greeting }, { path: greeting, op: 'remove' }))],
  }),
  both('override/protected-path', 'error', {
    objects: [configMap(overridden('eu', { path: '/metadata/name', value: 'other' }))],
  }),
  both('override/dotted-path', 'error', {
    objects: [configMap(overridden('eu', { path: 'data.greeting', value: 'hi' }))],
  }),
  both('output/duplicate-object', 'error', { objects: [configMap(), configMap()] }),
  both('output/missing-name', 'error', { objects: [configMap({}, { name: undefined })] }),
  both('output/generate-name', 'error', {
    objects: [configMap({}, { name: undefined, generateName: 'web-' })],
  }),
  both('output/path-collision', 'error', {
    objects: [
      typeConfig('HTTPProxy'),
      typeConfig('HttpProxy'),
      federated('FederatedHTTPProxy'),
      federated('FederatedHttpProxy'),
    ],
  }),
  both('output/encrypted-source', 'error', { objects: [{ ...configMap(), sops: { mac: 'x' } }] }),

  both('override/removes-replicas', 'warning', {
    objects: [deployment(overridden('eu', { path: '/spec/replicas', op: 'remove' })), preference()],
  }),
  both('yaml/ambiguous-scalar', 'warning', { text: yaml('yes') }),
  both('kubefed/old-group', 'warning', {
    objects: [
      federated('FederatedConfigMap', undefined, undefined, 'types.kubefed.k8s.io/v1beta1'),
    ],
  }),
  both('kubefed/wrong-group', 'warning', {
    objects: [{ ...kubefedCluster('asia'), apiVersion: 'types.kubefed.io/v1beta1' }],
  }),
  both('kubefed/not-static', 'warning', {
    objects: [
      {
        apiVersion: 'multiclusterdns.kubefed.io/v1alpha1',
        kind: 'Domain',
        metadata: { name: 'd' },
      },
    ],
  }),
  both('kubefed/no-such-kind', 'warning', {
    objects: [
      {
        apiVersion: 'scheduling.kubefed.io/v1alpha1',
        kind: 'ReplicaSchedulingStrategy',
        metadata: { name: 'web' },
      },
    ],
  }),
  {
    code: 'kubefed/template-annotations',
    gitops: 'none',
    kubefed: 'warning',
    objects: [configMap({ template: { metadata: { annotations: { a: 'b' } } } })],
  },
  both('kubefed/template-finalizers', 'warning', {
    objects: [configMap({ template: { metadata: { finalizers: ['a/b'] } } })],
  }),
  both('kubefed/template-name', 'warning', {
    objects: [configMap({ template: { metadata: { name: 'other' } } })],
  }),
  both('kubefed/server-made-field', 'warning', {
    objects: [
      federated('FederatedService', {
        template: { spec: { clusterIP: '10.0.0.1' } },
        placement: everywhere,
      }),
    ],
  }),
  both('placement/selector-ignored', 'warning', {
    objects: [configMap({ placement: { ...only('eu'), ...everywhere } })],
  }),
  {
    code: 'placement/namespace-not-federated',
    gitops: 'note',
    kubefed: 'warning',
    objects: [configMap()],
    without: ['namespace'],
  },
  both('placement/namespace-name-mismatch', 'warning', {
    objects: [federated('FederatedNamespace', undefined, { name: 'other', namespace: 'shop' })],
  }),
  both('placement/namespace-not-created', 'warning', {
    objects: [configMap()],
    without: ['namespace'],
    config: { compatibility: { namespaces: 'narrow' } },
  }),
  {
    code: 'replicas/unplaced',
    gitops: 'warning',
    kubefed: 'none',
    objects: [
      preference({ clusters: { eu: { weight: 1 }, us: { weight: 1 } } }),
      deployment({ placement: only('eu') }),
    ],
  },
  {
    code: 'replicas/unplaced',
    gitops: 'none',
    kubefed: 'warning',
    objects: [preference(), deployment(), namespace(only('eu'))],
    without: ['namespace'],
  },
  both('replicas/undistributed', 'warning', {
    objects: [preference({ clusters: { '*': { weight: 1, maxReplicas: 1 } } }), deployment()],
  }),
  both('replicas/no-target', 'warning', { objects: [preference()] }),
  both('replicas/retained', 'warning', { objects: [deployment({ retainReplicas: true })] }),
  {
    code: 'replicas/widens-placement',
    gitops: 'none',
    kubefed: 'warning',
    objects: [preference(), deployment({ placement: only('eu') })],
  },
  both('override/dead', 'warning', {
    objects: [
      configMap({ placement: only('eu'), ...overridden('us', { path: greeting, value: 'hi' }) }),
    ],
  }),
  both('override/no-effect', 'warning', {
    objects: [configMap(overridden('eu', { path: greeting, value: 'hello' }))],
  }),
  both('override/shadowed', 'warning', {
    objects: [
      configMap(
        overridden('eu', { path: greeting, value: 'hi' }, { path: '/data', value: { a: 'b' } }),
      ),
    ],
  }),
  both('override/replaces-replicas', 'warning', {
    objects: [
      deployment(
        overridden('eu', { path: '/spec/replicas', value: 3 }, { path: '/spec', value: {} }),
      ),
      preference({ totalReplicas: 4 }),
    ],
  }),
  both('override/replace-adds', 'warning', {
    objects: [configMap(overridden('eu', { path: '/data/other', value: 'hello' }))],
  }),
  both('override/odd-index', 'warning', {
    objects: [
      configMap({
        template: listTemplate,
        ...overridden('eu', { path: '/data/list/-1', value: 'b' }),
      }),
    ],
  }),
  both('output/object-too-large', 'warning', {
    objects: [configMap({ template: { data: { a: 'a'.repeat(1_600_000) } } })],
  }),
  both('output/plain-secret', 'warning', {
    objects: [
      federated('FederatedSecret', { template: { data: { a: 'YQ==' } }, placement: everywhere }),
    ],
  }),
  both('engine/no-repository', 'error', {
    objects: [configMap()],
    configText: 'engines: {repository: {path: rendered}, argocd: {}}\n',
  }),
  both('engine/not-decrypted', 'warning', {
    text: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\nsops: {}\n',
    path: 'plain.yaml',
    configText: `${fleetEngine()}plainObjects: [{files: [plain.yaml], placement: {clusterSelector: {}}}]\n`,
  }),
  both('engine/unknown-kind', 'warning', {
    objects: [configMap()],
    config: { protect: ['Namespce'] },
  }),
  both('engine/not-protected', 'warning', {
    text: 'apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\nsops: {}\n',
    path: 'plain.yaml',
    config: { ...plainRule, protect: ['Secret'] },
  }),
  ...fluxAndFleetRows,
  ...argocdRows,

  {
    code: 'kubefed/type-assumed',
    gitops: 'none',
    kubefed: 'note',
    objects: [federated('FederatedDaemonSet')],
  },
  both('repo/not-federated', 'note', {
    text: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kubefed, namespace: shop}\n`,
  }),
  both('repo/foreign-kind', 'note', {
    objects: [
      {
        apiVersion: 'core.kubeadmiral.io/v1alpha1',
        kind: 'FederatedCluster',
        metadata: { name: 'a' },
      },
    ],
  }),
  both('repo/skipped-file', 'note', { text: 'replicas: {{ .Values.replicas }}\n' }),
  both('placement/namespace-narrows', 'note', {
    objects: [configMap(), namespace(only('eu'))],
    without: ['namespace'],
  }),
  both('inventory/credentials', 'warning', {
    text: 'apiVersion: v1\nkind: Config\ncontexts: [{name: eu}]\nusers: [{user: {token: x}}]\n',
    role: 'inventory',
  }),
  both('inventory/no-labels', 'note', {
    objects: [
      { ...clusters, clusters: [{ name: 'eu' }] },
      configMap({ placement: { clusterSelector: { matchLabels: { env: 'prod' } } } }),
    ],
    without: ['clusters'],
  }),
  both('replicas/from-scratch', 'note', {
    objects: [preference({ rebalance: false }), deployment()],
  }),
  both('kubefed/deletion-annotation', 'note', {
    objects: [configMap({}, { annotations: { 'kubefed.io/orphan': 'true' } })],
  }),
  {
    code: 'kubefed/server-field',
    gitops: 'note',
    kubefed: 'none',
    objects: [configMap({ template: { status: {} } })],
  },
  both('output/flux-substitution', 'note', {
    objects: [configMap({ template: { data: { a: 'x${NAME}' } } })],
  }),
  {
    code: 'kubefed/out-of-scope',
    gitops: 'none',
    kubefed: 'note',
    objects: [kubefedConfig({ scope: 'Namespaced' }), configMap()],
  },
  both('inventory/invalid', 'error', {
    objects: [{ ...clusters, clusters: [{ name: 'asia', labels: { a: 1 } }] }],
  }),
  both('kubefed/invalid-object', 'error', {
    text: 'metadata: {name: a}\n',
    path: 'plain.yaml',
    config: plainRule,
  }),
];

function inputOf(row: Row, mode: 'gitops' | 'kubefed'): CompileInput {
  const without = row.without ?? [];
  const given = [
    ...(without.includes('clusters') ? [] : [{ path: 'clusters.json', object: clusters }]),
    ...(without.includes('namespace') ? [] : [{ path: 'shop.json', object: namespace() }]),
    ...(row.objects ?? []).map((object, index) => ({ path: `${index}.json`, object })),
  ];
  const files = given.map(({ path, object }) => ({ path, text: printJson(object) }));
  const { path = 'text.yaml', role } = row;
  const text =
    row.text === undefined
      ? []
      : [{ path, text: row.text, ...(role === undefined ? {} : { role }) }];
  const config =
    row.configText === undefined
      ? { ...row.config, mode }
      : { path: 'fedc.yaml', text: `mode: ${mode}\n${row.configText}` };
  return { files: [...files, ...text], config };
}

/** Only the command can say these: they are about flags, and about what the machine refuses. */
const ofTheCommand = [
  'cli/',
  'tree/',
  'repo/unreadable',
  'repo/changed-underneath',
  'output/write-failed',
];

describe('severities', () => {
  it.each(rows)('$code is $gitops in gitops and $kubefed in kubefed', (row) => {
    for (const mode of ['gitops', 'kubefed'] as const) {
      const { diagnostics } = compile(inputOf(row, mode));
      const found = new Set(
        diagnostics.filter(({ code }) => code === row.code).map(({ severity }) => severity),
      );
      const all = diagnostics.map(({ severity, code }) => `${severity}[${code}]`).join(' ');
      expect([...found], `${mode}: ${all}`).toEqual(row[mode] === 'none' ? [] : [row[mode]]);
    }
  });

  it('are stated for every code that a compilation can report', () => {
    const stated = new Set<string>(rows.map(({ code }) => code));
    const open = Object.keys(catalogue).filter(
      (code) => !stated.has(code) && !ofTheCommand.some((start) => code.startsWith(start)),
    );
    expect(open).toEqual([]);
  });
});
