import { describe, expect, it } from 'vitest';
import { configMap, deployment, namespace } from '../frontends/repository.ts';
import { jsonValue } from '../json-value.ts';
import { emitted, schemaChecker } from './emitted.ts';

const url = 'https://git.example.com/shop/fleet.git';
const problems = schemaChecker('fleet');

describe('a GitRepo', () => {
  const rows: readonly {
    readonly name: string;
    readonly engines?: object;
    readonly repository?: object;
    readonly field: readonly string[];
    readonly expected: unknown;
  }[] = [
    {
      name: 'is named after its cluster',
      field: ['metadata'],
      expected: { name: 'eu', namespace: 'fleet-default' },
    },
    {
      name: 'stands in the workspace of the clusters',
      engines: { namespace: 'shops', name: 'a-{cluster}' },
      field: ['metadata'],
      expected: { name: 'a-eu', namespace: 'shops' },
    },
    {
      name: 'reads the folder of its cluster alone',
      field: ['spec', 'paths'],
      expected: ['rendered/clusters/eu'],
    },
    {
      name: 'goes to its cluster alone',
      field: ['spec', 'targets'],
      expected: [{ clusterName: 'eu' }],
    },
    { name: 'follows a branch', field: ['spec', 'branch'], expected: 'main' },
    {
      name: 'follows a branch named in full',
      repository: { revision: 'refs/heads/a/b' },
      field: ['spec', 'branch'],
      expected: 'a/b',
    },
    {
      name: 'stays at a tag',
      repository: { revision: 'refs/tags/v1' },
      field: ['spec', 'revision'],
      expected: 'v1',
    },
    {
      name: 'stays at a commit',
      repository: { revision: 'b'.repeat(40) },
      field: ['spec', 'revision'],
      expected: 'b'.repeat(40),
    },
    {
      name: 'has no branch then',
      repository: { revision: 'b'.repeat(40) },
      field: ['spec', 'branch'],
      expected: undefined,
    },
    {
      name: 'has credentials',
      engines: { clientSecretName: 'key' },
      field: ['spec', 'clientSecretName'],
      expected: 'key',
    },
    {
      name: 'has an interval',
      engines: { pollingInterval: '1h' },
      field: ['spec', 'pollingInterval'],
      expected: '1h',
    },
    {
      name: 'keeps what it deployed',
      engines: { keepResources: true },
      field: ['spec', 'keepResources'],
      expected: true,
    },
    { name: 'does not say so by itself', field: ['spec', 'keepResources'], expected: undefined },
  ];

  it.each(rows)('$name', ({ engines = {}, repository, field, expected }) => {
    const settings = { fleet: engines, repository: { url, ...repository } };
    const result = emitted(settings, [configMap()]);
    const value = result.at('engine/fleet/gitrepos/eu.yaml', ...field);
    expect(value).toEqual(expected === undefined ? undefined : jsonValue(expected));
    expect(result.documents.flatMap(problems)).toEqual([]);
    expect(result.codes).toEqual([]);
  });
});

describe('what Fleet would stumble over', () => {
  const inFolder = (name: string) => [
    namespace(undefined, name),
    configMap({}, { namespace: name }),
  ];
  it.each([
    {
      name: 'no address',
      engines: { fleet: {} },
      objects: [configMap()],
      codes: ['error[engine/no-repository]'],
    },
    {
      name: 'a namespace called templates',
      objects: inFolder('templates'),
      codes: ['error[engine/fleet-folder]'],
    },
    {
      name: 'a namespace called overlays',
      objects: inFolder('overlays'),
      codes: ['error[engine/fleet-folder]'],
    },
    {
      name: 'a namespace called charts',
      objects: inFolder('charts'),
      codes: ['error[engine/fleet-folder]'],
    },
    { name: 'a namespace called chart', objects: inFolder('chart'), codes: [] },
    {
      name: 'an app called charts',
      config: { layout: 'by-app' },
      objects: [
        configMap({
          template: { metadata: { labels: { 'app.kubernetes.io/part-of': 'charts' } } },
        }),
      ],
      codes: ['error[engine/fleet-folder]'],
    },
    {
      name: 'a namespace called charts among apps',
      config: { layout: 'by-app' },
      objects: inFolder('charts'),
      codes: [],
    },
    {
      name: 'a megabyte',
      objects: [configMap({ template: { data: { a: 'a'.repeat(1_000_000) } } })],
      codes: ['warning[engine/fleet-size]'],
    },
    {
      name: 'less than a megabyte',
      objects: [configMap({ template: { data: { a: 'a'.repeat(990_000) } } })],
      codes: [],
    },
    {
      name: 'retained replicas',
      objects: [deployment({ retainReplicas: true })],
      codes: ['warning[engine/fleet-replicas]'],
    },
  ])(
    '$name: $codes',
    ({ engines = { fleet: {}, repository: { url } }, objects, config, codes }) => {
      expect(emitted(engines, objects, config).codes).toEqual(codes);
    },
  );
});
