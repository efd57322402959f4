import { expect, it } from 'vitest';
import type { Fact } from '../../src/model/decisions.ts';
import { explainPlacement } from '../../src/reports/explain-placement.ts';
import { cluster, variant } from '../tree/variants.ts';

const made = variant({ clusters: ['a'] });
const at = (pointer: string) => ({ file: 'a.yaml', document: 0, pointer });
const about = (name: string) => ({ resource: made.origin, key: made.key, cluster: name });

function explain(facts: readonly Fact[]) {
  const inventory = {
    clusters: ['a', 'b', 'c'].map((name) => cluster(name, { labels: { env: 'dev' } })),
  };
  const [explanation] = explainPlacement({ facts, inventory, manifests: [made] });
  return explanation?.clusters.map((row) => [
    row.cluster,
    row.isPlaced,
    row.reason,
    row.origin.pointer,
  ]);
}

it('gives the list its own lines, and names what is not in the inventory', () => {
  const facts: Fact[] = [
    { kind: 'cluster-listed', ...about('a'), origin: at('/spec/placement/clusters/0') },
    { kind: 'cluster-not-listed', ...about('b'), origin: at('/spec/placement/clusters') },
    { kind: 'cluster-listed', ...about('c'), origin: at('/spec/placement/clusters/1') },
    { kind: 'namespace-narrowed', ...about('c'), namespace: 'shop' },
    { kind: 'cluster-unknown', ...about('x'), origin: at('/spec/placement/clusters/2') },
  ];
  expect(explain(facts)).toEqual([
    ['a', true, 'listed in placement.clusters', '/spec/placement/clusters/0'],
    ['b', false, 'not listed in placement.clusters', '/spec/placement/clusters'],
    ['c', false, 'namespace shop does not go there', ''],
    ['x', false, 'listed, but not in the inventory', '/spec/placement/clusters/2'],
  ]);
});

it('says which requirements of a selector failed', () => {
  const requirement = (operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist', key: string) => ({
    key,
    operator,
    values: ['prod', 'test'],
    pointer: '',
  });
  const failed = [requirement('In', 'env'), requirement('Exists', 'gpu')];
  const others = [requirement('NotIn', 'env'), requirement('DoesNotExist', 'env')];
  const origin = at('/spec/placement/clusterSelector');
  const facts: Fact[] = [
    { kind: 'selector-evaluated', ...about('a'), matched: true, failed: [], origin },
    { kind: 'selector-evaluated', ...about('b'), matched: false, failed, origin },
    { kind: 'selector-evaluated', ...about('c'), matched: false, failed: others, origin },
  ];
  expect(explain(facts)?.map((row) => row[2])).toEqual([
    'the cluster selector takes it',
    'the cluster selector wants env=prod|test (it has dev) and a label gpu',
    'the cluster selector wants env other than prod|test and no label env (it has dev)',
  ]);
});

const share = {
  weight: 1,
  rank: 1,
  ranked: 1,
  hash: 0,
  minimum: 0,
  kept: 0,
  passes: [],
  cappedByMax: false,
};

it('lets a replica preference overrule the placement, and keeps its counts', () => {
  const facts: Fact[] = [
    { kind: 'cluster-listed', ...about('a'), origin: at('/list') },
    { kind: 'replicas-planned', ...about('a'), replicas: 3, share, origin: at('/preference') },
    { kind: 'preference-dropped', ...about('b'), origin: at('/preference') },
    { kind: 'preference-widened', ...about('c'), origin: at('/preference') },
  ];
  expect(explain(facts)).toEqual([
    ['a', true, 'listed in placement.clusters', '/list'],
    ['b', false, 'dropped by the replica preference', '/preference'],
    ['c', false, 'added by the replica preference', '/preference'],
  ]);
});

it('knows objects of which no stage said anything', () => {
  expect(explain([])).toEqual([
    ['a', true, 'no decision', ''],
    ['b', false, 'no decision', ''],
    ['c', false, 'no decision', ''],
  ]);
});
