import { describe, expect, it } from 'vitest';
import { requirementMatches } from '../../src/kube/label-selector.ts';
import { suggestChanges } from '../../src/reports/suggest-changes.ts';
import { viewChanges } from '../../src/reports/view-changes.ts';
import {
  configMap,
  deployment,
  federated,
  namespace,
  only,
  overridden,
  preference,
  typeConfig,
} from '../frontends/repository.ts';
import { explainObjects, rowOf } from './explained.ts';

const eu = { clusterSelector: { matchLabels: { region: 'eu' } } };
const prod = { clusterSelector: { matchLabels: { env: 'prod' } } };
const kubefed = { mode: 'kubefed' } as const;

/** `words file/pointer`, for each change of each way. */
function ways(objects: readonly object[], cluster: string, kind = 'ConfigMap', config = {}) {
  const { of, limits, result } = explainObjects(objects, config);
  const object = of(kind);
  const found = suggestChanges({
    object,
    row: rowOf(object, cluster),
    cluster: result.inventory.clusters.find(({ name }) => name === cluster)!,
    limits,
    matches: requirementMatches,
  });
  const places = found.map((way) => way.map(({ at }) => `${at.file}${at.pointer}`));
  return viewChanges(found, { placeOf: ({ file }) => ({ file }), question: 'fedc what-if' }).map(
    (way, index) => way.map(({ words }, position) => `${words} @${places[index]?.[position]}`),
  );
}

describe('the ways to bring an object to a cluster', () => {
  it('are the label, or the term, of every selector in the way', () => {
    expect(ways([namespace(eu), configMap({ placement: prod })], 'lab')).toEqual([
      ['label lab with env=prod @clusters.json/clusters/1/labels/env'],
      [
        'relax the term env=prod of FederatedConfigMap shop/web @1.json/spec/placement/clusterSelector/matchLabels/env',
      ],
    ]);
  });

  it('heed both selectors where one label decides in both', () => {
    const notProd = {
      clusterSelector: { matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['prod'] }] },
    };
    expect(ways([namespace(notProd), configMap({ placement: prod })], 'lab')).toEqual([
      [
        'relax the term env=prod of FederatedConfigMap shop/web @1.json/spec/placement/clusterSelector/matchLabels/env',
      ],
    ]);
  });

  it('are a name more in each list, under the name that the list has', () => {
    const old = federated(
      'FederatedConfigMap',
      { template: {}, placement: { clusterNames: ['eu'] } },
      { name: 'web', namespace: 'shop' },
      'types.federation.k8s.io/v1alpha1',
    );
    expect(ways([namespace(only('eu')), old], 'us')).toEqual([
      [
        'add us to spec.placement.clusterNames of FederatedConfigMap shop/web @1.json/spec/placement/clusterNames',
        'add {name: us} to spec.placement.clusters of FederatedNamespace shop @0.json/spec/placement/clusters',
      ],
    ]);
  });

  it('are found in the configuration for a plain manifest', () => {
    const plain = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'x' } };
    const plainObjects = [{ files: ['0.json'], placement: { clusters: [{ name: 'eu' }] } }];
    expect(ways([plain], 'us', 'ConfigMap', { plainObjects })).toEqual([
      [
        'add {name: us} to plainObjects[0].placement.clusters @fedc.yaml/plainObjects/0/placement/clusters',
      ],
    ]);
  });

  it('are one name in a list that places an object and its namespace', () => {
    const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } };
    const plain = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'x' } };
    const plainObjects = [{ files: ['*.json'], placement: { clusters: [{ name: 'eu' }] } }];
    expect(ways([space, plain], 'us', 'ConfigMap', { plainObjects })).toEqual([
      [
        'add {name: us} to plainObjects[0].placement.clusters @fedc.yaml/plainObjects/0/placement/clusters',
      ],
    ]);
  });

  it('only concern the namespace where a preference schedules over all clusters', () => {
    const objects = [namespace(only('eu')), deployment({ placement: only('eu') }), preference()];
    expect(ways(objects, 'us', 'Deployment', kubefed)).toEqual([
      [
        'add {name: us} to spec.placement.clusters of FederatedNamespace shop @0.json/spec/placement/clusters',
      ],
    ]);
  });

  it('are the labels of both selectors where a preference intersects them, whatever the lists say', () => {
    const objects = [
      namespace(eu),
      deployment({ placement: { ...only('lab'), ...prod } }),
      preference({ intersectWithClusterSelector: true }),
    ];
    expect(ways(objects, 'lab', 'Deployment', kubefed)[0]).toEqual([
      'label lab with env=prod @clusters.json/clusters/1/labels/env',
    ]);
  });

  it('begin with what has to be mended', () => {
    const failing = configMap(overridden('eu', { path: '/data/a/b', value: 'c' }));
    expect(ways([failing], 'eu')).toEqual([
      ['mend it first: an override fails there @0.json/spec/overrides/0'],
    ]);
    const unsound = { clusterSelector: { matchLabels: { 'a b': 'c' } } };
    expect(ways([configMap({ placement: unsound })], 'eu')[0]?.[0]).toContain(
      'mend it first: the cluster selector cannot be used',
    );
    const disabled = typeConfig('Widget', { propagation: 'Disabled' });
    const omit = { compatibility: { disabledType: 'omit' } };
    expect(ways([disabled, federated('FederatedWidget')], 'eu', 'Widget', omit)[0]?.[0]).toContain(
      'its FederatedTypeConfig says propagation: Disabled',
    );
  });

  it('are none for a namespace that is never written', () => {
    expect(ways([namespace(eu, 'kube-system')], 'eu', 'Namespace')).toEqual([]);
  });
});
