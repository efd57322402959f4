import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OverrideRules,
  pointerOfDotted,
  readOverrides,
} from '../../../src/frontends/kubefed/overrides.ts';
import { printJson } from '../../../src/model/print-json.ts';
import { jsonValue } from '../../json-value.ts';
import { at, said } from '../../stages/resources.ts';

const exact: OverrideRules = { float64: false, dottedPaths: undefined };
const eu = (...clusterOverrides: unknown[]) => [{ clusterName: 'eu', clusterOverrides }];
const item = (index: number) => `/spec/overrides/0/clusterOverrides/${index}`;

interface Row {
  readonly name: string;
  readonly overrides: unknown;
  readonly rules?: OverrideRules;
  /** `cluster: op path value`, for each edit. */
  readonly edits: readonly string[];
  readonly said?: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'no list is no override', overrides: undefined, edits: [] },
  { name: 'a null list is no override', overrides: null, edits: [] },
  {
    name: 'an absent op is replace, and so is an empty one',
    overrides: eu({ path: '/a', value: 1 }, { path: '/b', op: '', value: 2 }),
    edits: ['eu: replace /a 1', 'eu: replace /b 2'],
  },
  {
    name: 'edits keep the order of the list',
    overrides: eu({ path: '/b', op: 'add', value: 1 }, { path: '/a', op: 'remove' }),
    edits: ['eu: add /b 1', 'eu: remove /a'],
  },
  {
    name: 'an absent value is an explicit null',
    overrides: eu({ path: '/a' }, { path: '/b', value: null }, { path: '/c', op: 'add' }),
    edits: ['eu: replace /a null', 'eu: replace /b null', 'eu: add /c null'],
  },
  {
    name: 'falsy and empty values survive',
    overrides: eu(...[0, false, '', [], {}].map((value, index) => ({ path: `/${index}`, value }))),
    edits: [
      'eu: replace /0 0',
      'eu: replace /1 false',
      'eu: replace /2 ""',
      'eu: replace /3 []',
      'eu: replace /4 {}',
    ],
  },
  {
    name: 'an entry without edits stands for itself',
    overrides: [{ clusterName: 'eu' }, { clusterName: 'us', clusterOverrides: null }],
    edits: [],
  },
  {
    name: 'an entry without name counts as the empty name',
    overrides: [{ clusterOverrides: [{ path: '/a', value: 1 }] }],
    edits: [': replace /a 1'],
  },
  {
    name: 'a cluster that stands twice is an error',
    overrides: [...eu({ path: '/a' }), ...eu({ path: '/b' })],
    edits: ['eu: replace /a null'],
    said: ['error[override/duplicate-cluster] /spec/overrides/1/clusterName'],
  },
  {
    name: 'two entries without name are one cluster twice',
    overrides: [{}, {}],
    edits: [],
    said: ['error[override/duplicate-cluster] /spec/overrides/1'],
  },
  {
    name: 'one path twice in an entry is an error, whatever the ops are',
    overrides: eu({ path: '/a', op: 'add', value: 1 }, { path: '/a', op: 'remove' }),
    edits: ['eu: add /a 1'],
    said: [`error[override/duplicate-path] ${item(1)}/path`],
  },
  {
    name: 'so two appends are not possible',
    overrides: eu({ path: '/a/-', op: 'add', value: 1 }, { path: '/a/-', op: 'add', value: 2 }),
    edits: ['eu: add /a/- 1'],
    said: [`error[override/duplicate-path] ${item(1)}/path`],
  },
  {
    name: 'one path in two entries is fine',
    overrides: [
      ...eu({ path: '/a', value: 1 }),
      { clusterName: 'us', clusterOverrides: [{ path: '/a', value: 2 }] },
    ],
    edits: ['eu: replace /a 1', 'us: replace /a 2'],
  },
  {
    name: 'paths are compared as they are written',
    overrides: eu({ path: '/a/0', value: 1 }, { path: '/a/00', value: 2 }),
    edits: ['eu: replace /a/0 1', 'eu: replace /a/00 2'],
  },
  ...['/metadata/namespace', '/metadata/name', '/metadata/generateName', '/kind'].map(
    (path): Row => ({
      name: `${path} is protected, whatever the op`,
      overrides: eu({ path, op: 'remove' }, { path: '/a', value: 1 }),
      edits: ['eu: replace /a 1'],
      said: [`error[override/protected-path] ${item(0)}/path`],
    }),
  ),
  {
    name: 'a slash inside a token is no step, so that this is another member',
    overrides: eu({ path: '/metadata~1name', value: 1 }),
    edits: ['eu: replace /metadata~1name 1'],
  },
  ...[
    '/apiVersion',
    '/metadata',
    '/metadata/labels',
    '/metadata/annotations',
    '/metadata/finalizers',
    '/status',
    '/spec',
  ].map(
    (path): Row => ({
      name: `${path} may be edited`,
      overrides: eu({ path, value: 1 }),
      edits: [`eu: replace ${path} 1`],
    }),
  ),
  {
    name: 'the whole document is protected',
    overrides: eu({ path: '', value: {} }),
    edits: [],
    said: [`error[override/protected-path] ${item(0)}/path`],
  },
  {
    name: 'a path of dots or without its first slash is an error, and tried no further',
    overrides: eu({ path: 'spec.replicas', value: 1 }, { path: 'spec/paused', value: 1 }),
    edits: [],
    said: [0, 1].map((index) => `error[override/dotted-path] ${item(index)}/path`),
  },
  {
    name: 'in v1alpha1 files dotted paths are read as meant',
    overrides: eu({ path: 'spec.template.spec.containers[0].image', value: 1 }),
    rules: { ...exact, dottedPaths: 'accept' },
    edits: ['eu: replace /spec/template/spec/containers/0/image 1'],
    said: [`warning[kubefed/old-shape] ${item(0)}/path`],
  },
  {
    name: 'in v1alpha1 files a dotted path may not change the identity either',
    overrides: eu({ path: 'metadata.name', value: 1 }),
    rules: { ...exact, dottedPaths: 'accept' },
    edits: [],
    said: [
      `warning[kubefed/old-shape] ${item(0)}/path`,
      `error[override/protected-path] ${item(0)}/path`,
    ],
  },
  {
    name: 'in v1alpha1 files dotted paths can be refused',
    overrides: eu({ path: 'spec.replicas', value: 1 }),
    rules: { ...exact, dottedPaths: 'refuse' },
    edits: [],
    said: [`error[kubefed/old-shape] ${item(0)}/path`],
  },
  {
    name: 'an op that does not exist is left to the schema',
    overrides: eu({ path: '/a', op: 'test', value: 1 }),
    edits: [],
  },
  {
    name: 'what has no path, or is no object, is left to the schema',
    overrides: [...eu({ value: 1 }, 'text'), 'text'],
    edits: [],
  },
  {
    name: 'integers of 64 bits stay exact',
    overrides: eu({ path: '/a', value: 1234567890123456789n }),
    edits: ['eu: replace /a 1234567890123456789'],
  },
  {
    name: 'or pass through a float, at every depth',
    overrides: eu({ path: '/a', value: { b: [1234567890123456789n, 'x', null] } }),
    rules: { ...exact, float64: true },
    edits: ['eu: replace /a {"b":[1234567890123456800,"x",null]}'],
  },
];

describe('readOverrides', () => {
  it.each(rows)('$name', (row) => {
    const value = row.overrides === undefined ? undefined : jsonValue(row.overrides);
    const read = readOverrides(value, 'web', at('/spec/overrides'), row.rules ?? exact);
    const edits = read.value.flatMap(({ target, edits: own }) =>
      own.map((edit) => {
        const name = target.kind === 'names' ? target.names[0]?.value : undefined;
        const text = edit.value === undefined ? '' : ` ${printJson(edit.value)}`;
        return `${name}: ${edit.op} ${edit.path}${text}`;
      }),
    );
    expect(edits).toEqual(row.edits);
    expect(said(read.diagnostics)).toEqual(row.said ?? []);
  });

  it('knows where each edit stands', () => {
    const value = jsonValue(eu({ path: '/a' }, { path: '/b' }));
    const [entry] = readOverrides(value, 'web', at('/spec/overrides'), exact).value;
    expect(entry?.edits.map(({ origin }) => origin.pointer)).toEqual([item(0), item(1)]);
    expect(entry?.target.origin.pointer).toBe('/spec/overrides/0');
  });
});

describe('pointerOfDotted', () => {
  it.each([
    ['a.b', '/a/b'],
    ['a.b[0].c', '/a/b/0/c'],
    ['a[-]', '/a/-'],
    ['.a.b', '/a/b'],
    ['a/b', '/a/b'],
    ['a/b.c', '/a/b.c'],
    ['a', '/a'],
  ])('of %s is %s', (path, pointer) => {
    expect(pointerOfDotted(path)).toBe(pointer);
  });
});

const writtenEdits = fc.array(
  fc.record(
    {
      op: fc.constantFrom<unknown>('add', 'replace', 'remove', '', null, 'test'),
      path: fc.constantFrom<unknown>('/a', '/b', '/b/c', '/a~1b', '/kind', 'a.b', '', 1),
      value: fc.constantFrom<unknown>(1, 2n ** 60n, null, { a: [2n ** 60n] }),
    },
    { requiredKeys: ['path'] },
  ),
  { maxLength: 10 },
);

it('reads a short sound list as it reads any other', () => {
  const read = (items: readonly unknown[], rules: OverrideRules) =>
    readOverrides(jsonValue(eu(...items)), 'FederatedDeployment shop/web', at('/overrides'), rules);
  fc.assert(
    fc.property(writtenEdits, fc.boolean(), (items, float64) => {
      const rules = { ...exact, float64 };
      // What is no object is passed over, and keeps the list from being a sound one.
      expect(read(items, rules)).toEqual(read([...items, 'no edit'], rules));
    }),
    { numRuns: 2000 },
  );
});
