import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modeDefaults } from '../../src/config/options.ts';
import { describePointer } from '../../src/kube/describe-pointer.ts';
import { checkSchema, type SchemaName } from '../../src/kube/schemas.ts';
import { jsonValue } from '../json-value.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Row {
  readonly name: string;
  readonly value: unknown;
  /** `pointer keyword: message`; empty when the value is right. */
  readonly problems: readonly string[];
}

function run(schema: SchemaName, rows: readonly Row[]) {
  describe(schema, () => {
    test.each(rows)('$name', ({ value, problems }) => {
      const found = checkSchema(schema, jsonValue(value));
      expect(found.map((it) => `${it.pointer} ${it.keyword}: ${it.message}`)).toEqual(problems);
    });
  });
}

const config = (settings: Record<string, unknown>) => settings;
run('config', [
  { name: 'no settings at all are a configuration', value: {}, problems: [] },
  {
    name: 'every setting at once',
    value: {
      apiVersion: 'fedc/v1alpha1',
      kind: 'Config',
      mode: 'gitops',
      sources: ['**/*.yaml'],
      exclude: [],
      inventory: ['clusters.yaml'],
      out: 'rendered',
      layout: 'by-app',
      defaultNamespace: 'shop',
      kubefed: { namespace: 'kube-federation-system' },
      types: [
        {
          federated: 'types.kubefed.io/v1beta1 FederatedWidget',
          target: 'example.io/v1 Widget',
          scope: 'Namespaced',
        },
      ],
      compatibility: modeDefaults.kubefed,
      plainObjects: [
        {
          files: ['platform/**'],
          placement: { clusterSelector: { matchLabels: { env: 'prod' } } },
        },
      ],
      diagnostics: { 'override/no-effect': 'off' },
      guards: { maxDelete: '20%', accept: [], allowEmptyClusters: [] },
      replicas: { previous: 'tree' },
      engines: { repository: { url: '', revision: 'main', path: 'r' }, argocd: {}, flux: {} },
      protect: [],
    },
    problems: [],
  },
  {
    name: 'an unknown setting is reported at the setting itself',
    value: config({ moed: 'gitops' }),
    problems: ['/moed additionalProperties: is not known here'],
  },
  {
    name: 'an unknown key with a slash is escaped in the pointer',
    value: config({ 'a/b~c': 1 }),
    problems: ['/a~1b~0c additionalProperties: is not known here'],
  },
  {
    name: 'a value of the wrong type is one problem, that of the values there are',
    value: config({ mode: 5 }),
    problems: ['/mode enum: must be one of gitops, kubefed'],
  },
  {
    name: 'a value that is not in the enum',
    value: config({ mode: 'strict' }),
    problems: ['/mode enum: must be one of gitops, kubefed'],
  },
  {
    name: 'an enum with one value names the value',
    value: config({ kind: 'Configuration' }),
    problems: ['/kind enum: must be Config'],
  },
  {
    name: 'a text where a list is wanted',
    value: config({ sources: '**' }),
    problems: ['/sources type: must be a list'],
  },
  {
    name: 'plainObjects: another word is one problem, not a cascade',
    value: config({ plainObjects: 'share' }),
    problems: ['/plainObjects enum: must be ignore'],
  },
  {
    name: 'plainObjects: another type is one problem',
    value: config({ plainObjects: true }),
    problems: ['/plainObjects type: must be text or a list'],
  },
  {
    name: 'plainObjects: a rule without placement, and a misspelt placement',
    value: config({ plainObjects: [{ files: ['a'] }, { files: [], placement: { cluster: [] } }] }),
    problems: [
      '/plainObjects/0 required: must have "placement"',
      '/plainObjects/1/placement/cluster additionalProperties: is not known here',
    ],
  },
  {
    name: 'a type that is not GROUP/VERSION KIND is told in words',
    value: config({
      types: [{ federated: 'FederatedWidget', target: 'v1 ConfigMap', scope: 'Cluster' }],
    }),
    problems: [
      '/types/0/federated pattern: must be GROUP/VERSION KIND, for example types.kubefed.io/v1beta1 FederatedWidget',
    ],
  },
  {
    name: 'the federated type needs a group, the target does not',
    value: config({
      types: [{ federated: 'v1 FederatedWidget', target: 'widget', scope: 'Cluster' }],
    }),
    problems: [
      '/types/0/federated pattern: must be GROUP/VERSION KIND, for example types.kubefed.io/v1beta1 FederatedWidget',
      '/types/0/target pattern: must be GROUP/VERSION KIND, for example example.io/v1 Widget, or VERSION KIND for the core group',
    ],
  },
  {
    name: 'a share above 100 % and a negative number are no limit',
    value: config({ guards: { maxDelete: '120%' } }),
    problems: ['/guards/maxDelete pattern: must be a number of objects or a share from 0% to 100%'],
  },
  {
    name: 'a negative number of files is no limit',
    value: config({ guards: { maxDelete: -1 } }),
    problems: ['/guards/maxDelete minimum: must be at least 0'],
  },
  {
    name: 'a bigint is no number of files',
    value: config({ guards: { maxDelete: 2n ** 60n } }),
    problems: ['/guards/maxDelete type: must be an integer or text'],
  },
  {
    name: 'every code is accepted here, but not every level',
    value: config({ diagnostics: { 'no/such': 'off', 'override/dead': 'fatal' } }),
    problems: ['/diagnostics/override~1dead enum: must be one of error, warning, note, off'],
  },
]);

const inventory = (...clusters: readonly unknown[]) => ({
  apiVersion: 'fedc/v1alpha1',
  kind: 'ClusterInventory',
  clusters,
});
run('cluster-inventory', [
  { name: 'a name is enough', value: inventory({ name: 'eu-1' }), problems: [] },
  {
    name: 'every member at once',
    value: {
      ...inventory({
        name: 'eu-1',
        labels: { region: 'eu' },
        names: { argocd: 'a', fleet: 'f', ocm: 'o', context: 'c' },
        server: 'https://eu-1.example.com',
        provider: 'aws',
        region: 'eu-west-1',
        zones: ['eu-west-1a'],
        kubeVersion: '1.31',
        taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }],
        annotations: { a: 'b' },
      }),
      metadata: { name: 'fleet', anything: [1] },
    },
    problems: [],
  },
  {
    name: 'maps and lists with nothing under them count as absent',
    value: inventory({
      name: 'a',
      labels: null,
      names: null,
      zones: null,
      taints: null,
      annotations: null,
    }),
    problems: [],
  },
  {
    name: 'labels must be text, a version too',
    value: inventory({ name: 'a', labels: { env: true }, kubeVersion: 1.31 }),
    problems: [
      '/clusters/0/labels/env type: must be text',
      '/clusters/0/kubeVersion type: must be text',
    ],
  },
  {
    name: 'a cluster without name and a cluster that is a text',
    value: inventory({}, 'eu-1'),
    problems: ['/clusters/0 required: must have "name"', '/clusters/1 type: must be a map'],
  },
  {
    name: 'clusters must be there, and an unknown version is named',
    value: { apiVersion: 'fedc/v1', kind: 'ClusterInventory' },
    problems: [' required: must have "clusters"', '/apiVersion enum: must be fedc/v1alpha1'],
  },
  {
    name: 'something else than a map',
    value: ['eu-1'],
    problems: [' type: must be a map'],
  },
]);

const resource = { version: 'v1', kind: 'Widget', scope: 'Namespaced' };
const typeConfig = (spec: unknown) => ({
  apiVersion: 'core.kubefed.io/v1beta1',
  kind: 'FederatedTypeConfig',
  metadata: { name: 'widgets.example.io' },
  spec,
});
run('federated-type-config', [
  {
    name: 'a plural name may be missing, status is free',
    value: {
      ...typeConfig({ targetType: resource, federatedType: resource, propagation: 'Enabled' }),
      status: { anything: true },
    },
    problems: [],
  },
  {
    name: 'all members of all types',
    value: typeConfig({
      targetType: { ...resource, group: '', pluralName: 'widgets' },
      federatedType: resource,
      statusType: resource,
      statusCollection: 'Disabled',
      propagation: 'Disabled',
    }),
    problems: [],
  },
  {
    name: 'a type without kind, a scope that is none',
    value: typeConfig({
      targetType: { version: 'v1', scope: 'namespaced' },
      federatedType: resource,
      propagation: 'Enabled',
    }),
    problems: [
      '/spec/targetType required: must have "kind"',
      '/spec/targetType/scope enum: must be one of Cluster, Namespaced',
    ],
  },
  {
    name: 'the members of an early release',
    value: typeConfig({ target: resource, federatedType: resource, propagationEnabled: true }),
    problems: [
      '/spec required: must have "propagation"',
      '/spec required: must have "targetType"',
      '/spec/target additionalProperties: is not known here',
      '/spec/propagationEnabled additionalProperties: is not known here',
    ],
  },
]);

const preference = (spec: Record<string, unknown>) => ({
  apiVersion: 'scheduling.kubefed.io/v1alpha1',
  kind: 'ReplicaSchedulingPreference',
  spec: { targetKind: 'FederatedDeployment', totalReplicas: 9, ...spec },
});
run('replica-scheduling-preference', [
  {
    name: 'every member at once',
    value: preference({
      rebalance: true,
      intersectWithClusterSelector: false,
      clusters: { '*': { weight: 1 }, a: { minReplicas: 0, maxReplicas: 5, weight: 2 }, b: {} },
    }),
    problems: [],
  },
  { name: 'clusters with nothing under it', value: preference({ clusters: null }), problems: [] },
  {
    name: 'negative numbers have the right shape',
    value: preference({ totalReplicas: -1, clusters: { a: { weight: -2 } } }),
    problems: [],
  },
  {
    name: 'another kind cannot be scheduled',
    value: preference({ targetKind: 'FederatedStatefulSet' }),
    problems: ['/spec/targetKind enum: must be one of FederatedDeployment, FederatedReplicaSet'],
  },
  {
    name: 'a total must fit into 32 bits',
    value: preference({ totalReplicas: 2 ** 31 }),
    problems: ['/spec/totalReplicas maximum: must be at most 2147483647'],
  },
  {
    name: 'a bigint is no 32-bit integer',
    value: preference({ totalReplicas: 2n ** 60n }),
    problems: ['/spec/totalReplicas type: must be an integer'],
  },
  {
    name: 'a weight is a 64-bit integer, so a bigint in its range is one',
    value: preference({ clusters: { a: { weight: 2n ** 63n - 1n, minReplicas: -(2n ** 63n) } } }),
    problems: [],
  },
  {
    name: 'a bigint outside the range of 64 bits',
    value: preference({ clusters: { a: { weight: 2n ** 63n, maxReplicas: -(2n ** 63n) - 1n } } }),
    problems: [
      '/spec/clusters/a/maxReplicas minimum: must be at least -9223372036854775808',
      '/spec/clusters/a/weight maximum: must be at most 9223372036854775807',
    ],
  },
  {
    name: 'a fraction and a text are no weights',
    value: preference({ clusters: { 'a/b': { weight: 1.5 }, c: { weight: '2' } } }),
    problems: [
      '/spec/clusters/a~1b/weight type: must be an integer',
      '/spec/clusters/c/weight type: must be an integer',
    ],
  },
  {
    name: 'a misspelt member of a preference',
    value: preference({ clusters: { a: { wieght: 1 } } }),
    problems: ['/spec/clusters/a/wieght additionalProperties: is not known here'],
  },
]);

const object = (spec: unknown, rest: Record<string, unknown> = {}) => ({
  apiVersion: 'types.kubefed.io/v1beta1',
  kind: 'FederatedDeployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec,
  ...rest,
});
const placed = (placement: unknown) => object({ placement });
const overridden = (...overrides: readonly unknown[]) => object({ overrides });
run('federated-object', [
  { name: 'an empty spec', value: object({}), problems: [] },
  {
    name: 'everything at once',
    value: object(
      {
        template: { anything: { goes: [null] } },
        placement: {
          clusters: [{ name: 'a' }],
          clusterSelector: {
            matchLabels: { env: 'prod' },
            matchExpressions: [{ key: 'k', operator: 'In', values: ['v'] }],
          },
        },
        overrides: [
          {
            clusterName: 'a',
            clusterOverrides: [
              { path: '/a', value: null },
              { path: '/b', op: '' },
              { path: '/c', op: 'remove' },
            ],
          },
        ],
        retainReplicas: true,
      },
      { status: { conditions: 5 } },
    ),
    problems: [],
  },
  {
    name: 'null counts as absent for placement and overrides',
    value: object({ placement: null, overrides: null }),
    problems: [],
  },
  {
    name: 'null counts as absent for clusters and clusterSelector',
    value: placed({ clusters: null, clusterSelector: null }),
    problems: [],
  },
  {
    name: 'matchLabels with nothing under it counts as absent',
    value: placed({ clusterSelector: { matchLabels: null, matchExpressions: null } }),
    problems: [],
  },
  {
    name: 'a bigint in a template or a value does not matter',
    value: object({
      template: { data: 2n ** 70n },
      overrides: [{ clusterName: 'a', clusterOverrides: [{ path: '/x', value: 2n ** 70n }] }],
    }),
    problems: [],
  },
  {
    name: 'words that plain objects inherit are members like any other',
    value: object(
      { template: JSON.parse('{"__proto__": {"constructor": 1}}') },
      JSON.parse('{"constructor": 1}'),
    ),
    problems: ['/constructor additionalProperties: is not known here'],
  },
  {
    name: 'a missing spec, a spec with nothing under it',
    value: { apiVersion: 'types.kubefed.io/v1beta1', kind: 'FederatedDeployment' },
    problems: [' required: must have "spec"'],
  },
  {
    name: 'a spec with nothing under it is no map',
    value: object(null),
    problems: ['/spec type: must be a map'],
  },
  {
    name: 'a template that is null is no map',
    value: object({ template: null }),
    problems: ['/spec/template type: must be a map'],
  },
  {
    name: 'placement beside spec is unknown there',
    value: object({}, { placement: {} }),
    problems: ['/placement additionalProperties: is not known here'],
  },
  {
    name: 'a misspelt placement',
    value: object({ placment: {} }),
    problems: ['/spec/placment additionalProperties: is not known here'],
  },
  {
    name: 'clusters as text, and as a list of texts',
    value: placed({ clusters: 'a' }),
    problems: ['/spec/placement/clusters type: must be a list'],
  },
  {
    name: 'every cluster that is no map is one problem',
    value: placed({ clusters: ['a', { name: 1 }, {}, { name: 'b', weight: 2 }] }),
    problems: [
      '/spec/placement/clusters/0 type: must be a map',
      '/spec/placement/clusters/1/name type: must be text',
      '/spec/placement/clusters/2 required: must have "name"',
      '/spec/placement/clusters/3/weight additionalProperties: is not known here',
    ],
  },
  {
    name: 'a selector with a label that is not text, and an expression without operator',
    value: placed({
      clusterSelector: { matchLabels: { 'a/b': true }, matchExpressions: [{ key: 'k' }] },
    }),
    problems: [
      '/spec/placement/clusterSelector/matchLabels/a~1b type: must be text',
      '/spec/placement/clusterSelector/matchExpressions/0 required: must have "operator"',
    ],
  },
  {
    name: 'the operator of an expression is any text here',
    value: placed({ clusterSelector: { matchExpressions: [{ key: 'k', operator: 'Gt' }] } }),
    problems: [],
  },
  {
    name: 'an override may lack its cluster, a change may not lack its path',
    value: overridden({ clusterOverrides: [{ value: 1 }] }),
    problems: ['/spec/overrides/0/clusterOverrides/0 required: must have "path"'],
  },
  {
    name: 'other operations do not exist',
    value: overridden({ clusterName: 'a', clusterOverrides: [{ path: '/x', op: 'move' }] }),
    problems: ['/spec/overrides/0/clusterOverrides/0/op enum: must be one of add, remove, replace'],
  },
  {
    name: 'retainReplicas as text',
    value: object({ retainReplicas: 'true' }),
    problems: ['/spec/retainReplicas type: must be true or false'],
  },
]);

test('an unknown member comes with the members that are known there', () => {
  const [problem] = checkSchema('federated-object', jsonValue(placed({ clusterNames: [] })));
  expect(problem).toMatchObject({
    member: 'clusterNames',
    allowed: ['clusters', 'clusterSelector'],
  });
});

test('every unknown member has a list of the known ones', () => {
  const unknown: readonly [SchemaName, unknown][] = [
    ['config', { x: 1 }],
    ['config', { kubefed: { x: 1 } }],
    ['config', { compatibility: { x: 1 } }],
    ['config', { guards: { x: 1 } }],
    ['config', { engines: { x: 1 } }],
    ['config', { engines: { repository: { x: 1 } } }],
    ['config', { plainObjects: [{ files: [], placement: { clusterSelector: { x: 1 } } }] }],
    ['cluster-inventory', inventory({ name: 'a', names: { x: 1 } })],
    ['cluster-inventory', inventory({ name: 'a', x: 1 })],
    ['federated-object', overridden({ x: 1 })],
    ['federated-object', overridden({ clusterOverrides: [{ path: '', x: 1 }] })],
    ['replica-scheduling-preference', preference({ x: 1 })],
    [
      'federated-type-config',
      typeConfig({
        targetType: { ...resource, x: 1 },
        federatedType: resource,
        propagation: 'Enabled',
      }),
    ],
  ];
  for (const [name, value] of unknown) {
    const problems = checkSchema(name, jsonValue(value));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.member).toBe('x');
    expect(problems[0]?.allowed?.length, JSON.stringify(value)).toBeGreaterThan(0);
  }
});

describe('the published files', () => {
  const folder = join(root, 'schemas');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  test.each(['validators', 'acceptors'])('the %s are those that the schemas make now', (name) => {
    const made = execFileSync(
      process.execPath,
      [join(root, 'scripts/generate-validators.mjs'), '--stdout', name],
      { encoding: 'utf8', maxBuffer: 2 ** 24 },
    );
    expect(readFileSync(join(root, `src/kube/generated/${name}.ts`), 'utf8')).toBe(made);
  });

  test.each(['validators', 'acceptors'])('the %s load without anything else', (name) => {
    const scratch = mkdtempSync(join(tmpdir(), 'fedc-validators-'));
    const file = join(scratch, 'validators.mjs');
    try {
      // The generated module is plain JavaScript in a .ts file.
      writeFileSync(file, readFileSync(join(root, `src/kube/generated/${name}.ts`)));
      const program = `const it = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(it.config({ mode: 'x' }), it.config({}))`;
      const answer = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        cwd: scratch,
      });
      expect(answer.trim()).toBe('false true');
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  test('each names itself, and says what it and its members are', () => {
    for (const file of readdirSync(folder)) {
      const schema = read(file);
      expect(schema.$id).toBe(`fedc-${file}`);
      expect(schema.title).toBeTypeOf('string');
      expect(undescribed(schema, '#')).toEqual([]);
    }
  });

  test('a placement is the same thing in a configuration and in a federated object', () => {
    const [one, other] = [read('config.schema.json'), read('federated-object.schema.json')];
    for (const name of ['placement', 'clusterSelector'])
      expect(one.definitions[name]).toEqual(other.definitions[name]);
  });

  test('the rows of the modes are the members of compatibility', () => {
    const rows = read('config.schema.json').properties.compatibility.properties;
    expect(Object.keys(rows)).toEqual(Object.keys(modeDefaults.gitops));
    for (const mode of ['gitops', 'kubefed'] as const)
      for (const [row, value] of Object.entries(modeDefaults[mode]))
        expect(rows[row].enum).toContain(value);
  });
});

/** Members without description, where an editor would show nothing. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, Record<string, unknown>> };
  const here = Object.entries(properties ?? {})
    .filter(([, member]) => member['description'] === undefined && member['$ref'] === undefined)
    .map(([name]) => `${path}/${name}`);
  const inside = Object.entries(schema).flatMap(([key, value]) =>
    undescribed(value, `${path}/${key}`),
  );
  return [...here, ...inside];
}

describe('describePointer', () => {
  test.each([
    ['', ''],
    ['/mode', 'mode'],
    ['/clusters/0/labels/env', 'clusters[0].labels.env'],
    ['/labels/team~1owner', 'labels["team/owner"]'],
    ['/labels/1a', 'labels["1a"]'],
  ])('%j is %j', (pointer, expected) => {
    expect(describePointer(pointer)).toBe(expected);
  });
});
