import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { type PlanInput, planReplicas, planWithReport } from '../../src/kube/plan-replicas.ts';

const two53 = 2n ** 53n;
const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

function total(replicas: Record<string, number>): number {
  return Object.values(replicas).reduce((sum, value) => sum + value, 0);
}

describe('planReplicas', () => {
  const base = { key: '', availableClusters: ['A', 'B'] };
  const rows: {
    name: string;
    input: Omit<PlanInput, 'key' | 'availableClusters'> & Partial<PlanInput>;
    replicas: Record<string, number>;
    overflow?: Record<string, number>;
  }[] = [
    {
      name: 'without preferences every cluster gets 0',
      input: { totalReplicas: 5 },
      replicas: { A: 0, B: 0 },
    },
    {
      name: 'with empty preferences every cluster gets 0',
      input: { totalReplicas: 5, clusters: {} },
      replicas: { A: 0, B: 0 },
    },
    {
      name: 'an entry with nothing in it hides the star',
      input: {
        totalReplicas: 5,
        clusters: JSON.parse('{"*": {"weight": 1}, "B": null}'),
      },
      replicas: { A: 5, B: 0 },
    },
    {
      name: 'preferences for clusters that are no candidates are ignored',
      input: { totalReplicas: 5, clusters: { A: { weight: 1 }, Z: { weight: 9 } } },
      replicas: { A: 5, B: 0 },
    },
    {
      name: 'no candidates, no plan',
      input: { totalReplicas: 5, clusters: { '*': { weight: 1 } }, availableClusters: [] },
      replicas: {},
    },
    {
      name: 'a name given twice is one cluster',
      input: {
        totalReplicas: 5,
        clusters: { '*': { weight: 1 } },
        availableClusters: ['A', 'A'],
      },
      replicas: { A: 5 },
    },
    {
      name: 'a maximum below the minimum wins when there are replicas to spread',
      input: { totalReplicas: 10, clusters: { A: { minReplicas: 8, maxReplicas: 3, weight: 1 } } },
      replicas: { A: 3, B: 0 },
    },
    {
      name: 'a maximum below the minimum is not looked at when the minimums take all',
      input: { totalReplicas: 8, clusters: { A: { minReplicas: 8, maxReplicas: 3, weight: 1 } } },
      replicas: { A: 8, B: 0 },
    },
    {
      name: 'a maximum of zero keeps a cluster empty',
      input: {
        totalReplicas: 4,
        clusters: { A: { weight: 5, maxReplicas: 0 }, B: { weight: 1 } },
      },
      replicas: { A: 0, B: 4 },
    },
    {
      name: 'weights may be as large as 64 bits allow',
      input: {
        totalReplicas: 10n,
        clusters: { A: { weight: 2n ** 63n - 1n }, B: { weight: 2n ** 62n } },
      },
      replicas: { A: 7, B: 3 },
    },
    {
      name: 'the product of replicas and weight is exact beyond 2^53',
      input: {
        totalReplicas: 2147483647,
        clusters: { A: { weight: two53 - 1n }, B: { weight: two53 - 2n } },
      },
      replicas: { A: 1073741824, B: 1073741823 },
    },
    {
      name: 'limits beyond 2^53 are no limits',
      input: { totalReplicas: 3, clusters: { A: { weight: 1, maxReplicas: 2n ** 62n } } },
      replicas: { A: 3, B: 0 },
    },
    {
      name: 'a minimum beyond 2^53 takes all',
      input: { totalReplicas: 3, clusters: { '*': { minReplicas: 2n ** 62n } } },
      replicas: { A: 0, B: 3 },
    },
    {
      name: 'running replicas stay, unless rebalancing is asked for',
      input: { totalReplicas: 10, clusters: { '*': { weight: 1 } }, current: { A: 9 } },
      replicas: { A: 9, B: 1 },
    },
    {
      name: 'rebalancing ignores what runs',
      input: {
        totalReplicas: 10,
        rebalance: true,
        clusters: { '*': { weight: 1 } },
        current: { A: 9 },
      },
      replicas: { A: 5, B: 5 },
    },
    {
      name: 'a negative minimum is taken as it is',
      input: { totalReplicas: 2, clusters: { A: { minReplicas: -3 }, B: { weight: 1 } } },
      replicas: { A: -3, B: 5 },
    },
  ];
  it.each(rows)('$name', ({ input, replicas, overflow }) => {
    const plan = planReplicas({ ...base, ...input });
    expect({ ...plan.replicas }).toEqual(replicas);
    expect({ ...plan.overflow }).toEqual(overflow ?? {});
  });

  it('takes names of built-in members as clusters', () => {
    const hostile = ['__proto__', 'constructor', 'toString'];
    const { replicas } = planReplicas({
      totalReplicas: 9,
      clusters: { '*': { weight: 1 } },
      availableClusters: hostile,
      key: 'a/b',
      current: {},
      capacity: {},
    });
    expect(Object.getPrototypeOf(replicas)).toBeNull();
    expect(Object.keys(replicas)).toEqual(hostile);
    expect(Object.values(replicas)).toEqual([3, 3, 3]);
  });

  it('does not depend on the order of the candidates', () => {
    const input = { totalReplicas: 1000, clusters: { '*': { weight: 3 } }, key: 'shop/web' };
    const forward = planReplicas({ ...input, availableClusters: names(37) });
    const backward = planReplicas({ ...input, availableClusters: names(37).reverse() });
    expect({ ...backward.replicas }).toEqual({ ...forward.replicas });
  });

  it('places all replicas when nothing limits them', () => {
    for (const weight of [1, 7, two53]) {
      const { replicas } = planReplicas({
        totalReplicas: 12345,
        clusters: { '*': { weight }, c1: { weight: 2 }, c2: { weight: 1n } },
        availableClusters: names(11),
        key: 'shop/web',
      });
      expect(total(replicas)).toBe(12345);
    }
  });

  it('plans for 3,000 clusters with limits in a moment', () => {
    const availableClusters = names(3000);
    const clusters = Object.fromEntries(
      availableClusters.map((name, index) => [
        name,
        { weight: 1 + (index % 13), minReplicas: index % 3, maxReplicas: 5 + (index % 40) },
      ]),
    );
    const start = performance.now();
    const { replicas } = planReplicas({
      totalReplicas: 70_000,
      clusters,
      availableClusters,
      key: 'shop/web',
    });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(total(replicas)).toBe(70_000);
  });
});

describe('planWithReport', () => {
  it('says what each number is made of, in the order of service', () => {
    const report = planWithReport({
      totalReplicas: 20,
      clusters: {
        A: { weight: 1, minReplicas: 2 },
        B: { weight: 2, maxReplicas: 4 },
        C: { weight: 1 },
      },
      availableClusters: ['A', 'B', 'C', 'D'],
      key: '',
      current: { C: 9 },
    });
    expect({ ...report.replicas }).toEqual({ A: 7, B: 4, C: 9, D: 0 });
    expect(report.undistributed).toBe(0);
    const share = { kept: 0, minimum: 0, cappedByMax: false, cappedByCapacity: false };
    expect(report.shares).toMatchObject([
      { ...share, cluster: 'B', weight: 2, hash: 84696413, weightShare: 4, cappedByMax: true },
      { ...share, cluster: 'C', weight: 1, hash: 84696412, kept: 9, weightShare: 0 },
      { ...share, cluster: 'A', weight: 1, hash: 84696414, minimum: 2, weightShare: 5 },
    ]);
    expect(report.shares.map(({ entry }) => entry)).toEqual(['B', 'C', 'A']);
    expect(report.shares.map(({ passes }) => passes.map(({ given }) => given))).toEqual([
      [4],
      [0, 0, 0],
      [3, 1, 1],
    ]);
  });

  it('counts what fits nowhere', () => {
    const report = planWithReport({
      totalReplicas: 50,
      clusters: { '*': { weight: 1, maxReplicas: 12 } },
      availableClusters: ['A', 'B', 'C'],
      key: '',
    });
    expect(report.undistributed).toBe(14);
    expect(report.shares.every(({ cappedByMax }) => cappedByMax)).toBe(true);
  });

  it('tells a full cluster from a limited one', () => {
    const report = planWithReport({
      totalReplicas: 10,
      rebalance: true,
      clusters: { '*': { weight: 1 } },
      availableClusters: ['A', 'B'],
      key: '',
      capacity: { A: 1 },
    });
    expect({ ...report.overflow }).toEqual({ A: 4 });
    expect(
      report.shares.map(({ cluster, cappedByCapacity }) => [cluster, cappedByCapacity]),
    ).toEqual([
      ['B', false],
      ['A', true],
    ]);
  });
});
