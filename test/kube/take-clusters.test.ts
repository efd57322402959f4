import { expect, it } from 'vitest';
import { takeClusters } from '../../src/kube/take-clusters.ts';
import { inventory, labelled, listed, nothingChosen } from '../stages/resources.ts';

const { clusters } = inventory({ eu: { env: 'prod' }, lab: {}, us: { env: 'prod' } });
const sorted = new Map(clusters.map((cluster) => [cluster.name, cluster]));
const reversed = new Map([...sorted].reverse());

it.each([
  ['in order', ['eu', 'us'], 'eu us'],
  ['out of order', ['us', 'eu'], 'eu us'],
  ['twice in a row', ['eu', 'eu', 'us'], 'eu us'],
  ['twice with others between', ['us', 'eu', 'us'], 'eu us'],
  ['unknown', ['moon', 'us', 'moon'], 'us'],
  ['no name at all', [], ''],
])('names: %s', (_, names, taken) => {
  expect(takeClusters(listed(...names), sorted).join(' ')).toBe(taken);
  expect(takeClusters(listed(...names), reversed).join(' ')).toBe(taken);
});

it('sorts what a selector takes, whatever the order of the inventory', () => {
  expect(takeClusters(labelled({ env: 'prod' }), reversed)).toEqual(['eu', 'us']);
  expect(takeClusters(labelled({}), reversed)).toEqual(['eu', 'lab', 'us']);
  expect(takeClusters(nothingChosen, reversed)).toEqual([]);
});
