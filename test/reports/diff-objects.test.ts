import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/print-json.ts';
import { diffObjects } from '../../src/reports/diff-objects.ts';
import { fieldPathText } from '../../src/reports/field-path.ts';
import { jsonValue } from '../json-value.ts';
import { nastyValue } from '../properties/nasty-values.ts';

/** `kind path`, one per change. */
function changes(old: unknown, next: unknown): string[] {
  return diffObjects(jsonValue(old), jsonValue(next)).map(
    ({ kind, path }) => `${kind} ${fieldPathText(path)}`,
  );
}

const rows: readonly {
  readonly name: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly expected: readonly string[];
}[] = [
  { name: 'equal values differ in nothing', old: { a: [1] }, new: { a: [1] }, expected: [] },
  {
    name: 'the order of members is of no account',
    old: { a: 1, b: 2 },
    new: { b: 2, a: 1 },
    expected: [],
  },
  {
    name: 'containers are matched by name, wherever they stand',
    old: { containers: [{ name: 'web', image: 'a' }] },
    new: {
      containers: [
        { name: 'init', image: 'x' },
        { name: 'web', image: 'b' },
      ],
    },
    expected: ['changed containers[name=web].image', 'added containers[name=init]'],
  },
  {
    name: 'mounts are matched by their path if a volume is mounted twice',
    old: {
      m: [
        { name: 'v', mountPath: '/a' },
        { name: 'v', mountPath: '/b' },
      ],
    },
    new: { m: [{ name: 'v', mountPath: '/b', readOnly: true }] },
    expected: ['removed m[mountPath=/a]', 'added m[mountPath=/b].readOnly'],
  },
  {
    name: 'ports without names are matched by number',
    old: { ports: [{ containerPort: 80 }, { containerPort: 81 }] },
    new: { ports: [{ containerPort: 81 }, { containerPort: 82 }] },
    expected: ['removed ports[containerPort=80]', 'added ports[containerPort=82]'],
  },
  {
    name: 'a number and the text of its digits are two keys',
    old: { ports: [{ port: 80 }] },
    new: { ports: [{ port: '80' }] },
    expected: ['removed ports[port=80]', 'added ports[port="80"]'],
  },
  {
    name: 'items without a key that tells them apart are compared by place',
    old: {
      rules: [
        { name: 'a', x: 1 },
        { name: 'a', x: 2 },
      ],
    },
    new: { rules: [{ name: 'a', x: 1 }, { name: 'a', x: 3 }, { name: 'a' }] },
    expected: ['changed rules[1].x', 'added rules[2]'],
  },
  {
    name: 'texts are compared by place',
    old: { args: ['a', 'b'] },
    new: { args: ['a', 'c'] },
    expected: ['changed args[1]'],
  },
  {
    name: 'another order of the same items is a change of its own',
    old: { env: [{ name: 'A' }, { name: 'B' }] },
    new: { env: [{ name: 'B' }, { name: 'A', value: 'x' }] },
    expected: ['added env[name=A].value', 'reordered env'],
  },
  {
    name: 'a member that is absent and one that is null are different',
    old: {},
    new: { a: null },
    expected: ['added a'],
  },
  {
    name: 'a list that becomes a map is one change',
    old: { a: [{ name: 'x' }] },
    new: { a: { x: {} } },
    expected: ['changed a'],
  },
  {
    name: 'odd names stand in quotes',
    old: { metadata: { annotations: { 'example.com/a': '1' } } },
    new: { metadata: { annotations: { 'example.com/a': '2' } } },
    expected: ['changed metadata.annotations["example.com/a"]'],
  },
  { name: 'the value itself is a dot', old: 1, new: 2, expected: ['changed .'] },
  {
    name: 'names of the language itself are names like any other',
    old: JSON.parse('{"__proto__": 1, "constructor": 2}'),
    new: JSON.parse('{"__proto__": 3, "toString": 4}'),
    expected: ['changed __proto__', 'removed constructor', 'added toString'],
  },
];

describe('diffObjects', () => {
  it.each(rows)('$name', ({ old, new: next, expected }) => {
    expect(changes(old, next)).toEqual(expected);
  });

  it('takes integers exactly', () => {
    const [old, next] = [2n ** 60n, 2n ** 60n + 1n];
    expect(diffObjects(old, next)).toEqual([{ kind: 'changed', path: [], old, new: next }]);
  });

  it('finds nothing exactly if the values are equal', () => {
    fc.assert(
      fc.property(nastyValue, nastyValue, (old, next) => {
        const isEqual = canonicalJson(old) === canonicalJson(next);
        expect(diffObjects(old, next).length === 0).toBe(isEqual);
        expect(diffObjects(old, old)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('finds what changed in lists of named items, in whatever order they stand', () => {
    const item = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), x: fc.nat(2) });
    const items = fc.uniqueArray(item, { selector: ({ name }) => name, maxLength: 4 });
    fc.assert(
      fc.property(items, items, (one, other) => {
        const isEqual = JSON.stringify(one) === JSON.stringify(other);
        expect(changes({ one }, { one: other }).length === 0).toBe(isEqual);
      }),
    );
  });
});
