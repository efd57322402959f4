import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syncOptionsGuard } from '../../src/engines/argocd/sync-options.ts';
import type { JsonObject } from '../../src/model/kube-object.ts';
import { configMap, deployment, federated, only } from '../frontends/repository.ts';
import { jsonValue } from '../json-value.ts';
import { emitted, schemaChecker } from './emitted.ts';

const repository = { url: 'https://git.example.com/shop/rendered.git' };
const set = 'engine/argocd/applicationset.yaml';
const template = ['spec', 'template'];
const syncPolicy = [...template, 'spec', 'syncPolicy'];
const problems = schemaChecker('argocd');
const web = deployment({ retainReplicas: true, placement: only('eu', 'us') });

function argocd(settings: object, objects: readonly object[] = [web], config: object = {}) {
  return emitted({ repository, argocd: settings }, objects, config);
}

const steps = [
  { label: 'env', values: ['test'] },
  { label: 'env', values: ['prod'], maxUpdate: 1 },
];

/** One of each; together they set everything. */
const choices: readonly { readonly name: string; readonly settings: object }[] = [
  { name: 'no settings at all', settings: {} },
  { name: 'an Application per folder', settings: { applications: 'folder' } },
  { name: 'the clusters of Argo CD', settings: { generator: 'clusters' } },
  {
    name: 'folders of the clusters of Argo CD',
    settings: { generator: 'clusters', applications: 'folder', labels: ['region'] },
  },
  { name: 'a rollout in steps', settings: { rollingSync: steps } },
  { name: 'a project of its own', settings: { createProject: true, name: 'shop' } },
  { name: 'the plugin', settings: { plugin: true } },
  { name: 'what is strict', settings: { automated: 'prune', applicationsSync: 'sync' } },
  { name: 'another sync option', settings: { syncOptions: ['PruneLast=true'] } },
];

describe('what Argo CD is given', () => {
  it.each(choices)('has only fields that there are: $name', ({ settings }) => {
    const { documents, codes } = argocd(settings);
    expect(codes).toEqual([]);
    expect(documents.flatMap(problems)).toEqual([]);
  });

  it('is the set alone, and beside it what is asked for', () => {
    expect(argocd({}).paths).toEqual([set]);
    expect(argocd({ createProject: true, plugin: true }).paths).toEqual(
      [set, 'engine/argocd/appproject.yaml', 'engine/argocd/plugin/plugin.yaml'].sort(),
    );
  });
});

describe('the fields of the ApplicationSet', () => {
  const rows: readonly {
    readonly name: string;
    readonly settings: object;
    readonly objects?: readonly object[];
    readonly field: readonly string[];
    readonly expected: unknown;
  }[] = [
    {
      name: 'it is called fedc and stands in the namespace of Argo CD',
      settings: {},
      field: ['metadata'],
      expected: { name: 'fedc', namespace: 'argocd' },
    },
    {
      name: 'name and namespace can be set',
      settings: { name: 'shop', namespace: 'gitops' },
      field: ['metadata'],
      expected: { name: 'shop', namespace: 'gitops' },
    },
    {
      name: 'a missing key is an error, and no empty text',
      settings: {},
      field: ['spec', 'goTemplateOptions'],
      expected: ['missingkey=error'],
    },
    {
      name: 'neither Applications nor what they deployed are deleted unless the settings say so',
      settings: {},
      field: ['spec', 'syncPolicy'],
      expected: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
    },
    {
      name: 'both can be deleted',
      settings: { applicationsSync: 'sync', preserveResourcesOnDeletion: false },
      field: ['spec', 'syncPolicy'],
      expected: { applicationsSync: 'sync', preserveResourcesOnDeletion: false },
    },
    {
      name: 'nothing is synced by itself unless the settings say so',
      settings: {},
      field: [...syncPolicy, 'automated'],
      expected: undefined,
    },
    {
      name: 'sync neither heals nor prunes',
      settings: { automated: 'sync' },
      field: [...syncPolicy, 'automated'],
      expected: { prune: false, selfHeal: false },
    },
    {
      name: 'self-heal does not prune',
      settings: { automated: 'self-heal' },
      field: [...syncPolicy, 'automated'],
      expected: { prune: false, selfHeal: true },
    },
    {
      name: 'prune heals too',
      settings: { automated: 'prune' },
      field: [...syncPolicy, 'automated'],
      expected: { prune: true, selfHeal: true },
    },
    {
      name: 'it applies on the server, and no object of another Application',
      settings: {},
      objects: [configMap()],
      field: [...syncPolicy, 'syncOptions'],
      expected: ['FailOnSharedResource=true', 'ServerSideApply=true'],
    },
    {
      name: 'server-side apply can be turned off',
      settings: { serverSideApply: false },
      objects: [configMap()],
      field: [...syncPolicy, 'syncOptions'],
      expected: ['FailOnSharedResource=true'],
    },
    {
      name: 'a sync option replaces the one of the same name and follows the others',
      settings: { syncOptions: ['FailOnSharedResource=false', 'PruneLast=true'] },
      objects: [configMap()],
      field: [...syncPolicy, 'syncOptions'],
      expected: ['ServerSideApply=true', 'FailOnSharedResource=false', 'PruneLast=true'],
    },
    {
      name: 'retained replicas are ignored, in the sync as well',
      settings: {},
      field: [...syncPolicy, 'syncOptions'],
      expected: [
        'FailOnSharedResource=true',
        'ServerSideApply=true',
        'RespectIgnoreDifferences=true',
      ],
    },
    {
      name: 'retained replicas are listed once for all clusters, sorted',
      settings: {},
      objects: [
        web,
        federated(
          'FederatedReplicaSet',
          { retainReplicas: true, template: { spec: { replicas: 1 } }, placement: only('eu') },
          { name: 'api', namespace: 'shop' },
        ),
        federated(
          'FederatedDeployment',
          { retainReplicas: true, template: { spec: { replicas: 1 } }, placement: only('lab') },
          { name: 'api', namespace: 'shop' },
        ),
      ],
      field: [...template, 'spec', 'ignoreDifferences'],
      expected: [
        ['Deployment', 'api'],
        ['Deployment', 'web'],
        ['ReplicaSet', 'api'],
      ].map(([kind, name]) => ({
        group: 'apps',
        kind,
        namespace: 'shop',
        name,
        jsonPointers: ['/spec/replicas'],
      })),
    },
    {
      name: 'without retained replicas no difference is ignored',
      settings: {},
      objects: [deployment()],
      field: [...template, 'spec', 'ignoreDifferences'],
      expected: undefined,
    },
    {
      name: 'the Applications are in the default project',
      settings: {},
      field: [...template, 'spec', 'project'],
      expected: 'default',
    },
    {
      name: 'they are in the project that is named',
      settings: { project: 'platform' },
      field: [...template, 'spec', 'project'],
      expected: 'platform',
    },
    {
      name: 'a project of its own is called after the set',
      settings: { name: 'shop', createProject: true },
      field: [...template, 'spec', 'project'],
      expected: 'shop',
    },
    {
      name: 'there is no rollout in steps unless the settings say so',
      settings: {},
      field: ['spec', 'strategy'],
      expected: undefined,
    },
    {
      name: 'steps select by the label of the Application',
      settings: { rollingSync: steps },
      field: ['spec', 'strategy', 'rollingSync', 'steps'],
      expected: [
        { matchExpressions: [{ key: 'env', operator: 'In', values: ['test'] }] },
        { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod'] }], maxUpdate: 1 },
      ],
    },
    {
      name: 'a failed sync of a folder is tried again, since it may have needed another one',
      settings: { applications: 'folder' },
      field: [...syncPolicy, 'retry', 'limit'],
      expected: 10,
    },
  ];

  it.each(rows)('$name', ({ settings, objects, field, expected }) => {
    expect(argocd(settings, objects).at(set, ...field)).toEqual(
      expected === undefined ? undefined : jsonValue(expected),
    );
  });
});

describe('the AppProject', () => {
  const project = argocd({ name: 'shop', createProject: true });

  it('allows this repository and the clusters that get manifests', () => {
    expect(project.at('engine/argocd/appproject.yaml', 'spec', 'sourceRepos')).toEqual([
      repository.url,
    ]);
    expect(
      argocd({ createProject: true }, [], {}).at(
        'engine/argocd/appproject.yaml',
        'spec',
        'destinations',
      ),
    ).toEqual(jsonValue(['eu', 'lab', 'us'].map((name) => ({ name, namespace: '*' }))));
  });

  it('is called as the settings say, else after the set', () => {
    expect(project.at('engine/argocd/appproject.yaml', 'metadata', 'name')).toBe('shop');
    const named = argocd({ createProject: true, project: 'platform' });
    expect(named.at('engine/argocd/appproject.yaml', 'metadata', 'name')).toBe('platform');
  });
});

describe('what Argo CD would stumble over', () => {
  const definition = federated(
    'FederatedCustomResourceDefinition',
    {
      template: { spec: { group: 'networking.istio.io', names: { kind: 'Gateway' } } },
      placement: only('eu'),
    },
    { name: 'gateways.networking.istio.io' },
  );
  const gateway = (annotations: object = {}) => ({
    ...federated('FederatedGateway', {
      template: { metadata: { annotations } },
      placement: only('eu'),
    }),
  });
  const types = [
    {
      federated: 'types.kubefed.io/v1beta1 FederatedGateway',
      target: 'networking.istio.io/v1 Gateway',
      scope: 'Namespaced',
    },
  ];
  const large = (bytes: number, annotations: object = {}) =>
    configMap({ template: { metadata: { annotations }, data: { words: 'x'.repeat(bytes) } } });
  const options = (text: string) => ({ 'argocd.argoproj.io/sync-options': text });

  const rows: readonly {
    readonly name: string;
    readonly settings: object;
    readonly objects?: readonly object[];
    readonly codes: readonly string[];
  }[] = [
    {
      name: 'a definition apart from its objects',
      settings: { applications: 'folder' },
      objects: [definition, gateway()],
      codes: ['warning[engine/argocd-definition-apart]'],
    },
    {
      name: 'not in one Application',
      settings: {},
      objects: [definition, gateway()],
      codes: [],
    },
    {
      name: 'not if no Application tries a dry run on missing kinds',
      settings: { applications: 'folder', syncOptions: ['SkipDryRunOnMissingResource=true'] },
      objects: [definition, gateway()],
      codes: [],
    },
    {
      name: 'not if the object says so',
      settings: { applications: 'folder' },
      objects: [definition, gateway(options('PruneLast=true, SkipDryRunOnMissingResource=true'))],
      codes: [],
    },
    {
      name: 'a definition without objects',
      settings: { applications: 'folder' },
      objects: [definition],
      codes: [],
    },
    {
      name: 'an object over the limit of annotations, applied by the client',
      settings: { serverSideApply: false },
      objects: [large(262_144)],
      codes: ['error[engine/argocd-object-too-large]'],
    },
    {
      name: 'not below the limit',
      settings: { serverSideApply: false },
      objects: [large(261_000)],
      codes: [],
    },
    {
      name: 'not applied on the server',
      settings: {},
      objects: [large(262_144)],
      codes: [],
    },
    {
      name: 'an object may ask for the other way',
      settings: { serverSideApply: false },
      objects: [large(262_144, options('ServerSideApply=true'))],
      codes: [],
    },
    {
      name: 'or for the way that cannot hold it',
      settings: {},
      objects: [large(262_144, options('ServerSideApply=false'))],
      codes: ['error[engine/argocd-object-too-large]'],
    },
    {
      name: 'replacing needs no annotation',
      settings: { serverSideApply: false, syncOptions: ['Replace=true'] },
      objects: [large(262_144)],
      codes: [],
    },
    {
      name: 'a label that no step takes, once for all clusters',
      settings: { rollingSync: [{ label: 'env', values: ['test'] }] },
      codes: ['warning[engine/argocd-no-step]'],
    },
    {
      name: 'every cluster in a step',
      settings: { rollingSync: steps },
      codes: [],
    },
    {
      name: 'a project that everybody uses',
      settings: { createProject: true, project: 'default' },
      codes: ['error[engine/argocd-default-project]'],
    },
    {
      name: 'a set called default makes that project too',
      settings: { createProject: true, name: 'default' },
      codes: ['error[engine/argocd-default-project]'],
    },
    {
      name: 'a prefix that makes names too long',
      settings: { namePrefix: `${'p'.repeat(62)}-` },
      codes: ['warning[engine/argocd-long-name]'],
    },
  ];

  it.each(rows)('$name', ({ settings, objects, codes }) => {
    expect(argocd(settings, objects, { types }).codes).toEqual(codes);
  });

  it.each([
    { name: 'which a list of folders leaves out', settings: { applications: 'folder' }, count: 1 },
    { name: 'of the clusters, too', settings: { generator: 'clusters' }, count: 1 },
    { name: 'but not a list of files', settings: {}, count: 0 },
  ])('is told of a tree in a hidden folder, $name', ({ settings, count }) => {
    const hidden = { ...repository, path: 'deploy/.rendered' };
    const { codes } = emitted({ repository: hidden, argocd: settings }, [configMap()]);
    expect(codes).toEqual(Array(count).fill('error[engine/argocd-hidden-folder]'));
  });

  it('is told of a repository that nobody named', () => {
    expect(emitted({ argocd: {} }, [configMap()]).codes).toEqual(['error[engine/no-repository]']);
  });
});

describe('the guard of a protected object', () => {
  it.each([
    [undefined, 'Delete=confirm,Prune=confirm'],
    ['', 'Delete=confirm,Prune=confirm'],
    ['PruneLast=true', 'PruneLast=true,Delete=confirm,Prune=confirm'],
    ['Prune=false', 'Prune=false,Delete=confirm'],
    [' Delete=false , PruneLast=true', 'Delete=false,PruneLast=true,Prune=confirm'],
    ['Prune=false,Delete=false', undefined],
    ['Prune=confirm, Delete=confirm', undefined],
  ])('makes of %j %j', (written, expected) => {
    const annotations = written === undefined ? {} : { [syncOptionsGuard.annotation]: written };
    expect(syncOptionsGuard.valueFor(jsonValue({ annotations }) as JsonObject)).toBe(expected);
  });

  it('needs no annotations to be there', () => {
    expect(syncOptionsGuard.valueFor(jsonValue({ name: 'shop' }) as JsonObject)).toBe(
      'Delete=confirm,Prune=confirm',
    );
  });
});

describe.skipIf(process.platform === 'win32')('the plugin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fedc-plugin-'));
  const command = join(folder, 'fedc');
  writeFileSync(command, '#!/bin/sh\nfor argument; do echo "<$argument>"; done\nexit 7\n');
  chmodSync(command, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const { at } = argocd({ plugin: true });
  const generate = ['engine/argocd/plugin/plugin.yaml', 'spec', 'generate'] as const;
  const [shell = '', ...flags] = at(...generate, 'command') as readonly string[];
  const script = at(...generate, 'args') as readonly string[];

  function run(variables: Readonly<Record<string, string>>) {
    const path = [folder, process.env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync(shell, [...flags, ...script], {
      env: { PATH: path, ...variables },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('prints the cluster of the variable, and fails as fedc does', () => {
    const expected = '<build>\n<--stdout>\n<--cluster=eu-1>\n<.>\n';
    expect(run({ ARGOCD_ENV_CLUSTER: 'eu-1', PARAM_CLUSTER: 'us-1' })).toEqual({
      status: 7,
      stdout: expected,
      stderr: '',
    });
  });

  it('prints the cluster of the parameter', () => {
    expect(run({ PARAM_CLUSTER: 'us-1' }).stdout).toContain('<--cluster=us-1>');
  });

  it.each(['$(touch x)', '-q', '"; echo y', '*', 'a b'])('takes %j as a name', (name) => {
    expect(run({ ARGOCD_ENV_CLUSTER: name }).stdout).toContain(`<--cluster=${name}>`);
  });

  it('prints nothing and fails where no cluster is named, since nothing would mean to delete all', () => {
    const { status, stdout, stderr } = run({ ARGOCD_ENV_CLUSTER: '' });
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).toContain('CLUSTER');
  });
});
