import { describe, expect, it } from 'vitest';
import { explainUnknown } from '../../src/reports/explain-placement.ts';
import {
  configMap,
  deployment,
  everywhere,
  federated,
  namespace,
  only,
  overridden,
  preference,
  typeConfig,
} from '../frontends/repository.ts';
import { explainObjects, rowOf, rulesOf } from './explained.ts';

function reasons(objects: readonly object[], kind = 'ConfigMap', config = {}) {
  return explainObjects(objects, config)
    .of(kind)
    .clusters.map(({ cluster, isPlaced, because }) => [
      cluster,
      isPlaced,
      because.reason,
      because.origin.pointer,
    ]);
}

describe('the rule that decides', () => {
  it('is the place in the list, or the list; a name that is no cluster is told, too', () => {
    const objects = [configMap({ placement: only('eu', 'moon') })];
    expect(reasons(objects, 'ConfigMap', { mode: 'kubefed' })).toEqual([
      ['eu', false, 'no FederatedNamespace shop is compiled, so nothing in it goes anywhere', ''],
      ['lab', false, 'not listed in placement.clusters', '/spec/placement/clusters'],
      ['moon', false, 'listed, but not in the inventory', '/spec/placement/clusters/1/name'],
      ['us', false, 'not listed in placement.clusters', '/spec/placement/clusters'],
    ]);
  });

  it('names the terms of a selector that fail, with what the label holds', () => {
    const matchExpressions = [
      { key: 'region', operator: 'In', values: ['eu', 'ap'] },
      { key: 'gpu', operator: 'DoesNotExist' },
      { key: 'env', operator: 'NotIn', values: ['test'] },
    ];
    const placement = { clusterSelector: { matchExpressions } };
    const at = '/spec/placement/clusterSelector';
    expect(reasons([configMap({ placement })])).toEqual([
      ['eu', true, 'the cluster selector takes it', at],
      ['lab', false, 'the cluster selector wants env other than test', at],
      ['us', false, 'the cluster selector wants region=eu|ap (it has us)', at],
    ]);
  });

  it('says that an empty selector takes every cluster, and that no placement takes none', () => {
    expect(reasons([configMap({ placement: everywhere })])[0]?.[2]).toBe(
      'the cluster selector is empty: it takes every cluster',
    );
    expect(reasons([configMap({ placement: {} })])[0]).toEqual([
      'eu',
      false,
      'no placement is written',
      '/spec/placement',
    ]);
  });

  it('says that a selector that breaks the rules cannot be used', () => {
    const placement = { clusterSelector: { matchExpressions: [{ key: 'a', operator: 'Equals' }] } };
    expect(reasons([configMap({ placement })])[0]?.[2]).toBe('the cluster selector cannot be used');
  });

  it('is that of the namespace where the placement takes a cluster', () => {
    const objects = [namespace(only('eu')), configMap({ placement: only('eu', 'us') })];
    expect(reasons(objects)).toEqual([
      ['eu', true, 'listed in placement.clusters', '/spec/placement/clusters/0/name'],
      ['lab', false, 'not listed in placement.clusters', '/spec/placement/clusters'],
      ['us', false, 'namespace shop does not go there', '/spec/placement/clusters'],
    ]);
  });

  it('is an override that fails where everything takes the cluster', () => {
    const edit = { path: '/data/a/b', value: 'c' };
    const objects = [configMap(overridden('eu', edit))];
    expect(reasons(objects)[0]).toEqual([
      'eu',
      false,
      'an override fails there',
      '/spec/overrides/0',
    ]);
  });

  it('is that of a disabled type, and of a namespace that is never written', () => {
    const disabled = typeConfig('Widget', { propagation: 'Disabled' });
    const widget = federated('FederatedWidget');
    const config = { compatibility: { disabledType: 'omit' as const } };
    expect(reasons([disabled, widget], 'Widget', config)[0]?.[2]).toBe(
      'its FederatedTypeConfig says propagation: Disabled',
    );
    const system = namespace(everywhere, 'default');
    expect(reasons([system], 'Namespace')[0]?.[2]).toContain('is never written');
  });
});

describe('all rules', () => {
  it('are told for a cluster that several of them keep out, with the terms of each', () => {
    const eu = { clusterSelector: { matchLabels: { region: 'eu' } } };
    const prod = { clusterSelector: { matchLabels: { env: 'prod' } } };
    const { of } = explainObjects([namespace(eu), configMap({ placement: prod })]);
    const at = '/spec/placement/clusterSelector';
    expect(rulesOf(of('ConfigMap'), 'lab')).toEqual([
      `placement excludes: the cluster selector wants env=prod (it has test) @${at}`,
      `namespace takes: namespace shop goes there @${at}`,
    ]);
    expect(rulesOf(of('ConfigMap'), 'us')).toEqual([
      `placement takes: the cluster selector takes it @${at}`,
      `namespace excludes: namespace shop does not go there @${at}`,
    ]);
    const [, rule] = rowOf(of('ConfigMap'), 'us').rules;
    expect(rule?.within?.terms).toMatchObject([
      { text: 'region=eu', value: 'us', holds: false, origin: { file: '0.json' } },
    ]);
    expect(rule?.within?.terms?.[0]?.origin.pointer).toBe(`${at}/matchLabels/region`);
  });

  it('leave the placement aside where a preference schedules over all clusters', () => {
    const objects = [
      namespace(only('eu', 'us')),
      deployment({ placement: only('eu') }),
      preference(),
    ];
    const { of } = explainObjects(objects, { mode: 'kubefed' });
    const web = of('Deployment');
    expect(web.isScheduled).toBe(true);
    expect(rulesOf(web, 'us')).toEqual([
      'placement excludes (overruled): not listed in placement.clusters @/spec/placement/clusters',
      'replicas adds: added by the replica preference @',
      'namespace takes: namespace shop goes there @/spec/placement/clusters/1/name',
    ]);
    expect(rowOf(web, 'us').because.reason).toBe('added by the replica preference');
    expect(rowOf(web, 'us').planned?.replicas).toBe(2);
    expect(rowOf(web, 'lab').because.reason).toBe('namespace shop does not go there');
  });

  it('tell apart clusters that an intersecting preference drops and those it never had', () => {
    const eu = { clusterSelector: { matchLabels: { region: 'eu' } } };
    const prod = { clusterSelector: { matchLabels: { env: 'prod' } } };
    const objects = [
      namespace(eu),
      deployment({ placement: { ...only('lab'), ...prod } }),
      preference({ intersectWithClusterSelector: true }),
    ];
    const { of } = explainObjects(objects, { mode: 'kubefed' });
    const rows = of('Deployment').clusters;
    expect(
      rows.map(({ cluster, isPlaced, because }) => [cluster, isPlaced, because.reason]),
    ).toEqual([
      ['eu', true, 'added by the replica preference'],
      ['lab', false, 'dropped by the replica preference'],
      ['us', false, 'the replica preference only spreads over clusters that both selectors take'],
    ]);
  });

  it('are kept apart where two rules of plainObjects share one source', () => {
    const plain = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'x' } };
    const plainObjects = [
      { files: ['0.json'], placement: { clusters: [{ name: 'eu' }] } },
      { files: ['0.json'], placement: { clusters: [{ name: 'us' }] } },
    ];
    const { explained } = explainObjects([plain], { plainObjects });
    const placed = explained.map(({ clusters }) =>
      clusters.filter(({ isPlaced }) => isPlaced).map(({ cluster }) => cluster),
    );
    expect(placed).toEqual([['eu'], ['us']]);
  });
});

it('knows nothing about a name that nobody wrote', () => {
  const { of } = explainObjects([configMap()]);
  expect(explainUnknown(of('ConfigMap'), 'moon')).toMatchObject({
    isKnown: false,
    isPlaced: false,
    because: { kind: 'inventory', reason: 'not in the inventory' },
  });
});
