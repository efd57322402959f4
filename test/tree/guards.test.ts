import { describe, expect, it } from 'vitest';
import type { ObjectKey } from '../../src/model/kube-object.ts';
import type { Variant } from '../../src/model/variant.ts';
import { checkGuards, type GuardInput } from '../../src/tree/guards.ts';
import { deletionsBetween } from './manifests.ts';
import { variant } from './variants.ts';

const clusters = ['a', 'b', 'c', 'd'];
const ns: Partial<ObjectKey> = { kind: 'Namespace', namespace: '', name: 'shop' };

/** `count` config maps in each of the clusters. */
function maps(count: number, where: readonly string[] = clusters, first = 0): Variant[] {
  return Array.from({ length: count }, (_, index) =>
    variant({ key: { name: `m${first + index}` }, clusters: where }),
  );
}

interface Row {
  readonly before: readonly Variant[];
  readonly after: readonly Variant[];
  readonly input?: Partial<GuardInput>;
}

function check({ before, after, input }: Row) {
  const deletions = deletionsBetween({ variants: before }, { variants: after });
  return checkGuards({
    deletions,
    guards: { maxDelete: { kind: 'share', percent: 20 }, allowEmptyClusters: [] },
    accepted: [],
    known: new Set(clusters),
    placed: () => new Set(after.flatMap((variant) => variant.clusters)),
    listed: new Set(before.flatMap((variant) => variant.clusters)),
    idleEngines: [],
    scope: 'whole',
    ...input,
  });
}

const codes = (row: Row) => check(row).map(({ code }) => code);
const guards = (more: Partial<GuardInput['guards']>): Partial<GuardInput> => ({
  guards: { maxDelete: { kind: 'share', percent: 20 }, allowEmptyClusters: [], ...more },
});

const tooMany = 'tree/too-many-deletions';
const emptied = 'tree/cluster-emptied';
const protectedKind = 'tree/protected-kind';

describe('checkGuards', () => {
  it.each<Row & { name: string; expected: readonly string[] }>([
    { name: 'nothing deleted', before: maps(5), after: maps(5), expected: [] },
    { name: 'exactly 20 % of all', before: maps(5), after: maps(4), expected: [] },
    {
      name: 'more than 20 % of all',
      before: maps(5),
      after: [...maps(3), ...maps(1, ['a', 'b', 'c'], 3)],
      expected: [tooMany],
    },
    {
      name: 'a higher share',
      before: maps(10),
      after: maps(6),
      input: guards({ maxDelete: { kind: 'share', percent: 50 } }),
      expected: [],
    },
    {
      name: 'a number of objects that is reached',
      before: maps(10),
      after: maps(9),
      input: guards({ maxDelete: { kind: 'number', objects: 4 } }),
      expected: [],
    },
    {
      name: 'a number of objects that is passed',
      before: maps(10),
      after: maps(9),
      input: guards({ maxDelete: { kind: 'number', objects: 3 } }),
      expected: [tooMany],
    },
    {
      name: 'more than a quarter of one cluster, at least five',
      before: [...maps(10, ['b', 'c', 'd']), ...maps(10, ['a'], 10)],
      after: [...maps(10, ['b', 'c', 'd']), ...maps(5, ['a'], 10)],
      expected: [tooMany],
    },
    {
      name: 'four of one cluster, however many that is',
      before: [...maps(10, ['b', 'c', 'd']), ...maps(5, ['a'], 10)],
      after: [...maps(10, ['b', 'c', 'd']), ...maps(1, ['a'], 10)],
      expected: [],
    },
    {
      name: 'five of one cluster, but only a quarter of it',
      before: [...maps(10, ['b', 'c', 'd']), ...maps(20, ['a'], 10)],
      after: [...maps(10, ['b', 'c', 'd']), ...maps(15, ['a'], 10)],
      expected: [],
    },
    {
      name: 'the last object of a cluster',
      before: [...maps(10), ...maps(1, ['e'], 20)],
      after: maps(10),
      expected: [emptied],
    },
    {
      name: 'a cluster that may be empty, with all that is in it',
      before: [...maps(10), variant({ key: ns, clusters: ['e'] }), ...maps(30, ['e'], 20)],
      after: maps(10),
      input: guards({ allowEmptyClusters: ['e'] }),
      expected: [],
    },
    {
      name: 'a cluster that may be empty, but is not',
      before: [...maps(10), variant({ key: ns, clusters: ['e'] }), ...maps(1, ['e'], 20)],
      after: [...maps(10), ...maps(1, ['e'], 20)],
      input: guards({ allowEmptyClusters: ['e'] }),
      expected: [protectedKind],
    },
    {
      name: 'everything at once, each cause once',
      before: [...maps(4), variant({ key: ns, clusters })],
      after: [...maps(1, ['a', 'b', 'c'])],
      expected: [emptied, tooMany, protectedKind],
    },
  ])('$name: $expected', ({ expected, ...row }) => {
    expect(codes(row)).toEqual(expected);
  });

  it.each([
    { kind: 'Namespace', group: '', namespace: '' },
    { kind: 'CustomResourceDefinition', group: 'apiextensions.k8s.io', namespace: '' },
    { kind: 'PersistentVolumeClaim', group: '', namespace: 'shop' },
  ])('stops for a single $kind', (key) => {
    const before = [...maps(20), variant({ key, clusters: ['a'] })];
    expect(codes({ before, after: maps(20) })).toEqual([protectedKind]);
  });

  it('does not take a kind of another group for one of them', () => {
    const key = { kind: 'Namespace', group: 'example.io' };
    const before = [...maps(20), variant({ key, clusters: ['a'] })];
    expect(codes({ before, after: maps(20) })).toEqual([]);
  });

  it('tells clusters that left the inventory from those that keep their place', () => {
    const before = [...maps(20), ...maps(1, ['e'], 20), ...maps(1, ['f'], 20)];
    const found = check({ before, after: maps(20), input: { known: new Set([...clusters, 'e']) } });
    expect(found).toMatchObject([
      { code: emptied, at: { file: 'clusters/f' }, args: { clusters: ['f'], isGone: true } },
      { code: emptied, at: { file: 'clusters/e' }, args: { clusters: ['e'], isGone: false } },
    ]);
  });

  it('names what goes, most clusters first, and the plan', () => {
    const [found] = check({ before: [...maps(1, ['a'], 9), ...maps(3)], after: maps(1) });
    expect(found?.message).toMatch(
      /^9 of 13 objects .* \(20 %\): ConfigMap shop\/m1 in 4 clusters/,
    );
    expect(found?.help).toMatch(/--accept [0-9a-f]{8}, .*guards: \{accept: \["[0-9a-f]{8}"\]\}/);
  });

  it('asks for causes only if it stops, and only about what stopped it', () => {
    const asked: string[] = [];
    const causesOf: GuardInput['causesOf'] = (objects) => {
      asked.push(objects.map(({ key, clusters: where }) => `${key.name} ${where.join('')}`).join());
      return [{ at: { file: 'x', document: 0, pointer: '' }, label: 'because' }];
    };
    check({ before: maps(20), after: maps(19), input: { causesOf } });
    expect(asked).toEqual([]);
    const before = [...maps(20), ...maps(1, ['e'], 30)];
    const [stop] = check({ before, after: maps(20), input: { causesOf } });
    expect(asked).toEqual(['m30 e']);
    expect(stop?.related).toMatchObject([{ label: 'because' }]);
  });
});

describe('acceptance', () => {
  const row = { before: maps(10), after: maps(5) };
  const { name } = deletionsBetween({ variants: row.before }, { variants: row.after });
  const accepted = (...names: string[]) => ({
    accepted: names.map((each) => ({ name: each, at: { flag: '--accept' } })),
  });

  it('lets exactly that plan pass', () => {
    expect(codes({ ...row, input: accepted(name) })).toEqual([]);
    expect(codes({ ...row, after: maps(4), input: accepted(name) })).toEqual([
      tooMany,
      'tree/stale-acceptance',
    ]);
  });

  it('warns of a name that fits no more, beside one that fits and where nothing goes', () => {
    const stale = { code: 'tree/stale-acceptance', severity: 'warning', at: { flag: '--accept' } };
    expect(check({ ...row, input: accepted('00000000', name) })).toMatchObject([
      { ...stale, args: { name: '00000000', plan: name } },
    ]);
    expect(check({ ...row, after: row.before, input: accepted(name) })).toMatchObject([
      { ...stale, args: { name, plan: undefined } },
    ]);
  });

  it('does not warn in a part of the fleet, since the name may be that of another part', () => {
    expect(
      codes({ ...row, after: row.before, input: { ...accepted(name), scope: 'part' } }),
    ).toEqual([]);
  });
});
