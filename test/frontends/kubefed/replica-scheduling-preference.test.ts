import { describe, expect, it } from 'vitest';
import {
  preferenceKey,
  readPreferences,
} from '../../../src/frontends/kubefed/replica-scheduling-preference.ts';
import type { Config } from '../../../src/model/config.ts';
import { said } from '../../stages/resources.ts';
import { preference } from '../repository.ts';
import { optionsOf, source } from '../sources.ts';

interface Row {
  readonly name: string;
  readonly spec?: object;
  readonly metadata?: object;
  readonly config?: Config;
  /** What it says, if it is sound. */
  readonly is?: object;
  readonly said?: readonly string[];
}

const everyCluster = { '*': { weight: 1 } };

const rows: readonly Row[] = [
  {
    name: 'absent members have their defaults: no rebalancing, no intersection, one weight for all',
    spec: { rebalance: undefined },
    is: { total: 6, rebalance: false, intersectsSelectors: false, perCluster: everyCluster },
  },
  {
    name: 'an empty map of clusters is one weight for all',
    spec: { clusters: {} },
    is: { perCluster: everyCluster },
  },
  {
    name: 'an empty cluster has no weight and no bounds',
    spec: { clusters: { eu: {} } },
    is: { perCluster: { eu: {} } },
  },
  {
    name: 'a cluster with nothing under it is refused, as by an API server',
    spec: { clusters: { eu: null } },
    said: ['error[replicas/invalid-preference] /spec/clusters/eu'],
  },
  {
    name: 'all members are read',
    spec: {
      rebalance: true,
      intersectWithClusterSelector: true,
      clusters: { eu: { weight: 2, minReplicas: 1, maxReplicas: 9007199254740993n } },
    },
    is: {
      rebalance: true,
      intersectsSelectors: true,
      perCluster: { eu: { weight: 2, minReplicas: 1, maxReplicas: 9007199254740993n } },
    },
  },
  {
    name: 'without a namespace it stands in the default one',
    metadata: { namespace: undefined },
    config: { defaultNamespace: 'other' },
    is: { namespace: 'other' },
  },
  {
    name: 'without a namespace and a default it is an error',
    metadata: { namespace: undefined },
    said: ['error[kubefed/missing-namespace] /metadata'],
  },
  {
    name: 'a namespace that is no text is an error, whatever the default',
    metadata: { namespace: 7 },
    config: { defaultNamespace: 'other' },
    said: ['error[kubefed/invalid-object] /metadata/namespace'],
  },
  {
    name: 'without a name it is an error',
    metadata: { name: undefined },
    said: ['error[output/missing-name] /metadata'],
  },
  {
    name: 'a target kind is needed',
    spec: { targetKind: undefined },
    said: ['error[replicas/invalid-preference] /spec'],
  },
  {
    name: 'a total is needed',
    spec: { totalReplicas: undefined },
    said: ['error[replicas/invalid-preference] /spec'],
  },
  {
    name: 'a total has 32 bits',
    spec: { totalReplicas: 2147483648 },
    said: ['error[replicas/invalid-preference] /spec/totalReplicas'],
  },
  {
    name: 'only deployments and replica sets can be scheduled',
    spec: { targetKind: 'FederatedJob' },
    said: ['error[replicas/invalid-preference] /spec/targetKind'],
  },
  {
    name: 'an unknown field is an error in gitops, and nothing is planned by it',
    spec: { totalReplica: 5 },
    said: ['error[kubefed/unknown-field] /spec/totalReplica'],
  },
  {
    name: 'an unknown field is a warning in kubefed',
    spec: { totalReplica: 5 },
    config: { mode: 'kubefed' },
    is: { total: 6 },
    said: ['warning[kubefed/unknown-field] /spec/totalReplica'],
  },
  {
    name: 'a misspelt bound is an unknown field',
    spec: { clusters: { eu: { maxReplica: 5 } } },
    said: ['error[kubefed/unknown-field] /spec/clusters/eu/maxReplica'],
  },
  {
    name: 'negative numbers are odd',
    spec: { clusters: { eu: { weight: -1, minReplicas: -1, maxReplicas: -1 } } },
    config: { mode: 'kubefed' },
    is: { perCluster: { eu: { weight: -1, minReplicas: -1, maxReplicas: -1 } } },
    said: ['weight', 'minReplicas', 'maxReplicas'].map(
      (member) => `warning[replicas/odd-preference] /spec/clusters/eu/${member}`,
    ),
  },
  {
    name: 'a minimum above the maximum is odd, and where that is an error nothing is planned by it',
    spec: { clusters: { eu: { minReplicas: 2, maxReplicas: 1 } } },
    said: ['error[replicas/odd-preference] /spec/clusters/eu'],
  },
];

describe('readPreferences', () => {
  it.each(rows)('$name', (row) => {
    const options = optionsOf(row.config);
    const { value, diagnostics } = readPreferences(
      [source(preference(row.spec, row.metadata))],
      options,
    );
    expect(said(diagnostics)).toEqual(row.said ?? []);
    const [only] = value.values();
    if (row.is === undefined) expect(only).toBeUndefined();
    else expect(only).toMatchObject(row.is);
  });

  it('is found by the kind, namespace and name of its object', () => {
    const { value } = readPreferences([source(preference())], optionsOf());
    expect([...value.keys()]).toEqual([preferenceKey('FederatedDeployment', 'shop', 'web')]);
  });

  it('does not guess which of two counts', () => {
    const two = [source(preference()), source(preference({ totalReplicas: 9 }), '', 'b.yaml')];
    const { value, diagnostics } = readPreferences(two, optionsOf());
    expect(said(diagnostics)).toEqual(['error[replicas/invalid-preference] b.yaml#']);
    expect([...value.values()].map(({ total }) => total)).toEqual([6]);
  });
});
