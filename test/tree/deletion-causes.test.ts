import { describe, expect, it } from 'vitest';
import { clusterIndexText } from '../../src/tree/cluster-index.ts';
import { type Absence, findCauses } from '../../src/tree/deletion-causes.ts';
import type { DeletedObject } from '../../src/tree/deletions.ts';
import { cluster } from './variants.ts';

const object = (name: string, ...clusters: readonly string[]): DeletedObject => ({
  key: { group: '', kind: 'ConfigMap', namespace: 'shop', name },
  clusters,
});
const at = (file: string) => ({ file, document: 0, pointer: '/spec/placement' });
const absence = (file: string, reason: string): Absence => ({ origin: at(file), reason });
const clusters = ['a', 'b'].map((name) => cluster(name, { labels: { region: 'eu', wave: '1' } }));
const texts = (labels: Readonly<Record<string, string>>) => (path: string) =>
  path === 'index/clusters/a.json' ? clusterIndexText(cluster('a', { labels })) : undefined;
const unchanged = texts({ region: 'eu', wave: '1' });

describe('findCauses', () => {
  it('gives a placement once, with what it no longer takes, most clusters first', () => {
    const found = findCauses([object('one', 'a'), object('two', 'a', 'b'), object('three', 'b')], {
      clusters,
      explain: ({ name }) =>
        name === 'one' ? absence('one.yaml', 'not listed') : absence('two.yaml', 'no match'),
      readText: unchanged,
    });
    expect(found).toEqual([
      {
        at: at('two.yaml'),
        label: 'ConfigMap shop/two, ConfigMap shop/three no longer go to a, b: no match',
      },
      { at: at('one.yaml'), label: 'ConfigMap shop/one no longer goes to a: not listed' },
    ]);
  });

  it('gives the placement of a namespace before those that it narrows', () => {
    const namespace = {
      key: { group: '', kind: 'Namespace', namespace: '', name: 'shop' },
      clusters: ['a'],
    };
    const found = findCauses([object('one', 'a', 'b'), namespace], {
      clusters,
      explain: ({ kind }) => absence(`${kind}.yaml`, 'no match'),
      readText: unchanged,
    });
    expect(found.map(({ at: { file } }) => file)).toEqual(['Namespace.yaml', 'ConfigMap.yaml']);
  });

  it('keeps quiet about reasons that differ', () => {
    const [found] = findCauses([object('one', 'a', 'b')], {
      clusters,
      explain: (_, name) => absence('one.yaml', `not ${name}`),
      readText: unchanged,
    });
    expect(found?.label).toBe('ConfigMap shop/one no longer goes to a, b');
  });

  it('shows the labels of a cluster that changed since its index was written', () => {
    const input = { clusters, explain: () => absence('one.yaml', 'no match') };
    const readText = texts({ region: 'us', tier: 'x' });
    const found = findCauses([object('one', 'a')], { ...input, readText });
    expect(found[0]).toEqual({
      at: clusters[0]?.origin,
      label:
        '3 labels of cluster "a" changed since the last build: region was us and is eu, tier=x is gone, wave=1 is new',
    });
    const elsewhere = findCauses([object('one', 'b')], { ...input, readText });
    expect(elsewhere).toHaveLength(1);
  });

  it('has nothing to show if the source or the cluster is gone', () => {
    const input = { clusters, explain: () => undefined, readText: texts({}) };
    expect(findCauses([object('one', 'a', 'z')], input)).toEqual([]);
  });
});
