import { describe, expect, it } from 'vitest';
import { keepGuard } from '../../src/engines/flux/guard.ts';
import type { JsonObject } from '../../src/model/kube-object.ts';
import { configMap, deployment, federated, only } from '../frontends/repository.ts';
import { jsonValue } from '../json-value.ts';
import { emitted, schemaChecker } from './emitted.ts';

const url = 'https://git.example.com/shop/fleet.git';
const sync = 'engine/flux/clusters/eu/sync.yaml';
const source = 'engine/flux/clusters/eu/source.yaml';
const problems = schemaChecker('flux');

const definition = federated(
  'FederatedCustomResourceDefinition',
  { template: { spec: { group: 'example.io' } }, placement: only('eu') },
  { name: 'widgets.example.io' },
);
const web = deployment({ retainReplicas: true, placement: only('eu', 'us') });

describe('the fields of a Kustomization', () => {
  const rows: readonly {
    readonly name: string;
    readonly engines: object;
    readonly objects?: readonly object[];
    readonly path?: string;
    readonly field: readonly string[];
    readonly expected: unknown;
  }[] = [
    {
      name: 'it is named after its cluster',
      engines: { flux: {} },
      field: ['metadata'],
      expected: { name: 'eu', namespace: 'flux-system' },
    },
    {
      name: 'its name and namespace can be set',
      engines: { flux: { name: 'shop-{cluster}-x', namespace: 'fleet' } },
      field: ['metadata'],
      expected: { name: 'shop-eu-x', namespace: 'fleet' },
    },
    {
      name: 'its path leads from the repository to the cluster',
      engines: { flux: {} },
      field: ['spec', 'path'],
      expected: './rendered/clusters/eu',
    },
    {
      name: 'a tree that is the repository has no folder before it',
      engines: { flux: {}, repository: { path: '.' } },
      field: ['spec', 'path'],
      expected: './clusters/eu',
    },
    {
      name: 'slashes around the folder mean nothing',
      engines: { flux: {}, repository: { path: 'a//b/' } },
      field: ['spec', 'path'],
      expected: './a/b/clusters/eu',
    },
    {
      name: 'it prunes and waits',
      engines: { flux: {} },
      field: ['spec', 'prune'],
      expected: true,
    },
    {
      name: 'pruning can be turned off',
      engines: { flux: { prune: false } },
      field: ['spec', 'prune'],
      expected: false,
    },
    {
      name: 'waiting can be turned off',
      engines: { flux: { wait: false } },
      field: ['spec', 'wait'],
      expected: false,
    },
    {
      name: 'it is not suspended unless asked for',
      engines: { flux: {} },
      field: ['spec', 'suspend'],
      expected: undefined,
    },
    {
      name: 'it can be suspended',
      engines: { flux: { suspend: true } },
      field: ['spec', 'suspend'],
      expected: true,
    },
    {
      name: 'without a repository the source is the one of flux bootstrap',
      engines: { flux: {} },
      field: ['spec', 'sourceRef'],
      expected: { kind: 'GitRepository', name: 'flux-system' },
    },
    {
      name: 'with a repository the source is made of it',
      engines: { flux: {}, repository: { url } },
      field: ['spec', 'sourceRef'],
      expected: { kind: 'GitRepository', name: 'fedc' },
    },
    {
      name: 'a named source wins over the repository',
      engines: { flux: { source: {} }, repository: { url } },
      field: ['spec', 'sourceRef'],
      expected: { kind: 'GitRepository', name: 'flux-system' },
    },
    {
      name: 'a source elsewhere is named with its namespace',
      engines: { flux: { source: { kind: 'Bucket', name: 'a', namespace: 'b' } } },
      field: ['spec', 'sourceRef'],
      expected: { kind: 'Bucket', name: 'a', namespace: 'b' },
    },
    {
      name: 'a cluster with its own Flux needs no kubeconfig',
      engines: { flux: {} },
      field: ['spec', 'kubeConfig'],
      expected: undefined,
    },
    {
      name: 'a hub finds the kubeconfig in a Secret named after the cluster',
      engines: { flux: { kubeConfig: {} } },
      field: ['spec', 'kubeConfig'],
      expected: { secretRef: { name: 'eu-kubeconfig' } },
    },
    {
      name: 'the Secret and its key can be set',
      engines: { flux: { kubeConfig: { secretName: 'access-{cluster}', key: 'value' } } },
      field: ['spec', 'kubeConfig'],
      expected: { secretRef: { name: 'access-eu', key: 'value' } },
    },
    {
      name: 'decryption with the keys of a cloud',
      engines: { flux: { decryption: {} } },
      field: ['spec', 'decryption'],
      expected: { provider: 'sops' },
    },
    {
      name: 'decryption with the keys of a Secret',
      engines: { flux: { decryption: { secretName: 'age' } } },
      field: ['spec', 'decryption'],
      expected: { provider: 'sops', secretRef: { name: 'age' } },
    },
    {
      name: 'a service account',
      engines: { flux: { serviceAccountName: 'shop' } },
      field: ['spec', 'serviceAccountName'],
      expected: 'shop',
    },
    {
      name: 'nothing is ignored without retainReplicas',
      engines: { flux: {} },
      field: ['spec', 'ignore'],
      expected: undefined,
    },
    {
      name: 'the replicas of a retained object are ignored',
      engines: { flux: {} },
      objects: [web],
      field: ['spec', 'ignore'],
      expected: [
        {
          paths: ['/spec/replicas'],
          target: { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
        },
      ],
    },
    {
      name: 'but not in a cluster that does not get it',
      engines: { flux: {} },
      objects: [web, configMap({}, { name: 'all' })],
      path: 'engine/flux/clusters/lab/sync.yaml',
      field: ['spec', 'ignore'],
      expected: undefined,
    },
    {
      name: 'a dot in a name is a dot, not any character',
      engines: { flux: {} },
      objects: [
        federated(
          'FederatedDeployment',
          { template: { spec: {} }, placement: only('eu'), retainReplicas: true },
          { name: 'web.v1', namespace: 'shop' },
        ),
      ],
      field: ['spec', 'ignore', '0', 'target', 'name'],
      expected: 'web\\.v1',
    },
    {
      name: 'with stages the rest waits for definitions and namespaces',
      engines: { flux: { split: 'stages' } },
      objects: [definition, web],
      field: ['spec', 'dependsOn'],
      expected: [{ name: 'eu-crds' }, { name: 'eu-namespaces' }],
    },
    {
      name: 'a stage without objects is not waited for',
      engines: { flux: { split: 'stages' } },
      objects: [web],
      field: ['spec', 'dependsOn'],
      expected: [{ name: 'eu-namespaces' }],
    },
    {
      name: 'the rest keeps the name, so that it keeps its objects',
      engines: { flux: { split: 'stages' } },
      objects: [web],
      field: ['metadata', 'name'],
      expected: 'eu',
    },
    {
      name: 'the rest is what its list names',
      engines: { flux: { split: 'stages' } },
      objects: [web],
      field: ['spec', 'path'],
      expected: './rendered/engine/flux/stages/eu/rest',
    },
    {
      name: 'namespaces stay when their Kustomization goes',
      engines: { flux: { split: 'stages' } },
      objects: [web],
      path: 'engine/flux/clusters/eu/sync-namespaces.yaml',
      field: ['spec', 'deletionPolicy'],
      expected: 'Orphan',
    },
    {
      name: 'the branch of the repository',
      engines: { flux: {}, repository: { url, revision: 'rendered' } },
      path: source,
      field: ['spec', 'ref'],
      expected: { branch: 'rendered' },
    },
    {
      name: 'a full reference, which can be a tag',
      engines: { flux: {}, repository: { url, revision: 'refs/tags/v1' } },
      path: source,
      field: ['spec', 'ref'],
      expected: { name: 'refs/tags/v1' },
    },
    {
      name: 'a commit',
      engines: { flux: {}, repository: { url, revision: 'a'.repeat(40) } },
      path: source,
      field: ['spec', 'ref'],
      expected: { commit: 'a'.repeat(40) },
    },
    {
      name: 'the credentials of the repository',
      engines: { flux: { repositorySecret: 'key' }, repository: { url } },
      path: source,
      field: ['spec', 'secretRef'],
      expected: { name: 'key' },
    },
  ];

  it.each(rows)('$name', ({ engines, objects = [configMap()], path = sync, field, expected }) => {
    const result = emitted(engines, objects);
    expect(result.at(path, ...field)).toEqual(
      expected === undefined ? undefined : jsonValue(expected),
    );
    expect(result.documents.flatMap(problems)).toEqual([]);
  });
});

describe('the files', () => {
  const rows: readonly {
    readonly name: string;
    readonly engines: object;
    readonly objects?: readonly object[];
    /** Those of the other clusters are left out. */
    readonly expected: readonly string[];
  }[] = [
    { name: 'each cluster has a folder of its own', engines: { flux: {} }, expected: [sync] },
    {
      name: 'where each cluster runs Flux, each has the source',
      engines: { flux: {}, repository: { url } },
      expected: [source, sync],
    },
    {
      name: 'a hub has a list of all, and the source once',
      engines: { flux: { kubeConfig: {} }, repository: { url } },
      expected: [sync, 'engine/flux/kustomization.yaml', 'engine/flux/source.yaml'],
    },
    {
      name: 'the folder of a cluster gets a list only when asked for',
      engines: { flux: { folderKustomizations: true } },
      expected: ['clusters/eu/kustomization.yaml', sync],
    },
    {
      name: 'stages have a list each',
      engines: { flux: { split: 'stages' } },
      objects: [definition, web],
      expected: [
        'engine/flux/clusters/eu/sync-crds.yaml',
        'engine/flux/clusters/eu/sync-namespaces.yaml',
        sync,
        'engine/flux/stages/eu/crds/kustomization.yaml',
        'engine/flux/stages/eu/namespaces/kustomization.yaml',
        'engine/flux/stages/eu/rest/kustomization.yaml',
      ],
    },
    {
      name: 'and none where there is nothing',
      engines: { flux: { split: 'stages' } },
      objects: [web],
      expected: [
        'engine/flux/clusters/eu/sync-namespaces.yaml',
        sync,
        'engine/flux/stages/eu/namespaces/kustomization.yaml',
        'engine/flux/stages/eu/rest/kustomization.yaml',
      ],
    },
    {
      name: 'a cluster without a rest keeps the one that owns its definitions and namespaces',
      engines: { flux: { split: 'stages' } },
      objects: [definition],
      expected: [sync],
    },
  ];

  it.each(rows)('$name', ({ engines, objects = [configMap()], expected }) => {
    const { paths } = emitted(engines, objects);
    expect(paths.filter((path) => !/\/(?:lab|us)\//.test(path))).toEqual(expected);
  });

  it('a hub applies every Kustomization there is', () => {
    const result = emitted({ flux: { kubeConfig: {}, split: 'stages' }, repository: { url } }, [
      definition,
      web,
    ]);
    const list = result.at('engine/flux/kustomization.yaml', 'resources');
    const others = result.paths.filter((path) => !path.endsWith('/kustomization.yaml'));
    expect(list).toEqual(others.map((path) => path.slice('engine/flux/'.length)));
  });

  it('a stage names each of its files from where it stands, and together they name all', () => {
    const result = emitted({ flux: { split: 'stages' } }, [definition, web]);
    const lists = ['crds', 'namespaces', 'rest'].map((part) =>
      result.at(`engine/flux/stages/eu/${part}/kustomization.yaml`, 'resources'),
    );
    const up = '../../../../../clusters/eu';
    expect(lists).toEqual([
      [`${up}/_cluster/customresourcedefinition.apiextensions.k8s.io_widgets.example.io.yaml`],
      [`${up}/_cluster/namespace_shop.yaml`],
      [`${up}/shop/deployment.apps_web.yaml`],
    ]);
  });
});

/** A cluster that is called like Flux itself. */
const hub = {
  apiVersion: 'fedc/v1alpha1',
  kind: 'ClusterInventory',
  clusters: [{ name: 'flux-system' }],
};

describe('what Flux would stumble over', () => {
  const text = configMap({ template: { data: { a: '${REGION}' } } });
  const harmless = configMap({
    template: {
      metadata: { annotations: { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' } },
      data: { a: '${REGION}' },
    },
  });
  const rows: readonly {
    readonly name: string;
    readonly engines: object;
    readonly objects?: readonly object[];
    readonly config?: object;
    readonly codes: readonly string[];
  }[] = [
    { name: 'no address is needed', engines: { flux: {} }, codes: [] },
    {
      name: 'an address for ssh',
      engines: { flux: {}, repository: { url: 'ssh://git@a/b' } },
      codes: [],
    },
    {
      name: 'an address in the short form of git',
      engines: { flux: {}, repository: { url: 'git@a:b' } },
      codes: ['error[engine/flux-url]'],
    },
    {
      name: 'a file',
      engines: { flux: {}, repository: { url: '/srv/git/fleet' } },
      codes: ['error[engine/flux-url]'],
    },
    {
      name: 'which does not matter where the source is named',
      engines: { flux: { source: {} }, repository: { url: 'git@a:b' } },
      codes: [],
    },
    {
      name: 'a name of 63 characters',
      engines: { flux: { name: `${'a'.repeat(60)}{cluster}` } },
      objects: [configMap({ placement: only('lab') })],
      codes: [],
    },
    {
      name: 'a name of 64 characters',
      engines: { flux: { name: `${'a'.repeat(61)}{cluster}` } },
      objects: [configMap({ placement: only('lab') })],
      codes: ['error[engine/flux-name]'],
    },
    {
      name: 'the name that Flux itself has',
      engines: { flux: {} },
      objects: [hub, configMap({ placement: only('flux-system') })],
      codes: ['error[engine/flux-name]'],
    },
    {
      name: 'that name in another namespace',
      engines: { flux: { namespace: 'fleet' } },
      objects: [hub, configMap({ placement: only('flux-system') })],
      codes: [],
    },
    {
      name: 'a list in the folders where Flux is alone',
      engines: { flux: { folderKustomizations: true } },
      codes: [],
    },
    {
      name: 'a list in the folders that Fleet reads',
      engines: { flux: { folderKustomizations: true }, fleet: {}, repository: { url } },
      codes: ['warning[engine/flux-shared-folder]'],
    },
    {
      name: 'a text that could be replaced',
      engines: { flux: {} },
      objects: [text],
      codes: ['warning[engine/flux-substitution]'],
    },
    {
      name: 'a text that could be replaced, said to be wanted',
      engines: { flux: {} },
      objects: [text],
      config: { diagnostics: { 'engine/flux-substitution': 'off' } },
      codes: [],
    },
    {
      name: 'a text that Flux leaves alone',
      engines: { flux: {} },
      objects: [harmless],
      codes: [],
    },
    {
      name: 'a text that nobody replaces, since Flux is not there',
      engines: { fleet: {}, repository: { url } },
      objects: [text],
      codes: [],
    },
    {
      name: 'a text that could be replaced if Flux came',
      engines: {},
      objects: [text],
      codes: ['note[output/flux-substitution]'],
    },
    { name: 'replicas that are retained', engines: { flux: {} }, objects: [web], codes: [] },
    {
      name: 'replicas that are retained, and nobody is told',
      engines: {},
      objects: [web],
      codes: ['warning[replicas/retained]'],
    },
  ];

  it.each(rows)('$name: $codes', ({ engines, objects = [configMap()], config, codes }) => {
    expect(emitted(engines, objects, config).codes).toEqual(codes);
  });
});

describe('settings that make no sense', () => {
  const rows: readonly (readonly [string, object, string])[] = [
    ['a name that all clusters would share', { name: 'fleet' }, 'error[config/invalid]'],
    ['a name with capitals', { name: 'Fleet-{cluster}' }, 'error[config/invalid]'],
    [
      'a Secret that all clusters share',
      { kubeConfig: { secretName: 'hub' } },
      'error[config/invalid]',
    ],
    ['an interval in words', { interval: '10 minutes' }, 'error[config/invalid]'],
    ['another split', { split: 'waves' }, 'error[config/invalid]'],
    ['a source of another kind', { source: { kind: 'HelmRepository' } }, 'error[config/invalid]'],
    ['what would change manifests', { postBuild: {} }, 'error[config/unknown-key]'],
  ];

  it.each(rows)('%s', (_, settings, code) => {
    expect(emitted({ flux: settings }, [configMap()]).codes).toContain(code);
  });
});

describe('what keeps an object', () => {
  const key = 'kustomize.toolkit.fluxcd.io/prune';
  it.each([
    { name: 'nothing is said', metadata: {}, value: 'disabled' },
    {
      name: 'other annotations are there',
      metadata: { annotations: { a: 'b' } },
      value: 'disabled',
    },
    {
      name: 'the annotation is there',
      metadata: { annotations: { [key]: 'disabled' } },
      value: undefined,
    },
    {
      name: 'the annotation is there in capitals',
      metadata: { annotations: { [key]: 'Disabled' } },
      value: undefined,
    },
    { name: 'the label is there', metadata: { labels: { [key]: 'disabled' } }, value: undefined },
    {
      name: 'the annotation says something else',
      metadata: { annotations: { [key]: 'enabled' } },
      value: 'disabled',
    },
  ])('$name: $value', ({ metadata, value }) => {
    expect(keepGuard.valueFor(jsonValue(metadata) as JsonObject)).toBe(value);
  });
});
