import { describe, expect, it } from 'vitest';
import { changeInventory, type LabelChange } from '../../src/inventory/change-inventory.ts';
import type { Cluster, Inventory } from '../../src/model/cluster.ts';

const cluster = (name: string, labels: Record<string, string>): Cluster => ({
  name,
  names: {},
  labels: Object.assign(Object.create(null), labels),
  annotations: Object.create(null),
  fields: {},
  taints: [],
  origin: { file: 'clusters.yaml', document: 0, pointer: `/${name}` },
});

const inventory: Inventory = {
  clusters: [cluster('eu-1', { tier: 'gold' }), cluster('us-1', { tier: 'silver', zone: 'a' })],
};

/** `eu-1 tier=gold`, one line per cluster. */
function changed(labels: readonly LabelChange[], removed: readonly string[] = []): string[] {
  return changeInventory(inventory, { labels, removed }).clusters.map((each) =>
    [each.name, ...Object.entries(each.labels).map(([key, value]) => `${key}=${value}`)].join(' '),
  );
}

describe('changeInventory', () => {
  const rows: readonly {
    name: string;
    labels?: readonly LabelChange[];
    removed?: readonly string[];
    expected: string[];
  }[] = [
    { name: 'nothing supposed', expected: ['eu-1 tier=gold', 'us-1 tier=silver zone=a'] },
    {
      name: 'another value',
      labels: [{ cluster: 'us-1', key: 'tier', value: 'gold' }],
      expected: ['eu-1 tier=gold', 'us-1 tier=gold zone=a'],
    },
    {
      name: 'a new label, and an empty value',
      labels: [
        { cluster: 'eu-1', key: 'zone', value: 'b' },
        { cluster: 'eu-1', key: 'x.io/y', value: '' },
      ],
      expected: ['eu-1 tier=gold zone=b x.io/y=', 'us-1 tier=silver zone=a'],
    },
    {
      name: 'a label that goes',
      labels: [{ cluster: 'us-1', key: 'tier' }],
      expected: ['eu-1 tier=gold', 'us-1 zone=a'],
    },
    { name: 'a cluster that goes', removed: ['eu-1'], expected: ['us-1 tier=silver zone=a'] },
    {
      name: 'names that are not there',
      labels: [{ cluster: 'eu-9', key: 'tier', value: 'x' }],
      removed: ['eu-8'],
      expected: ['eu-1 tier=gold', 'us-1 tier=silver zone=a'],
    },
    {
      name: 'a key that every object has',
      labels: [{ cluster: 'eu-1', key: '__proto__', value: 'x' }],
      expected: ['eu-1 tier=gold __proto__=x', 'us-1 tier=silver zone=a'],
    },
  ];
  it.each(rows)('takes $name', ({ labels = [], removed = [], expected }) => {
    expect(changed(labels, removed)).toEqual(expected);
  });

  it('leaves the inventory it was given alone, and shares what did not change', () => {
    const after = changeInventory(inventory, {
      labels: [{ cluster: 'us-1', key: 'tier' }],
      removed: [],
    });
    expect(inventory.clusters[1]?.labels).toHaveProperty('tier');
    expect(after.clusters[0]).toBe(inventory.clusters[0]);
  });
});
