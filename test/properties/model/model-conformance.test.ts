/** The published KubeFed cases, run through the model: the judge is judged first. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identityText, runModel } from './compile-model.ts';
import type { ClusterOverride } from './federated.ts';
import { fnv1, type PlannerInput, planReplicas } from './planner.ts';
import { writeBack } from './preference.ts';
import type { ModelConfig } from './rows.ts';
import { byCodeUnits, type Json, type JsonMap, jsonText, member } from './values.ts';

interface Case {
  id: string;
  [key: string]: unknown;
}

function readCases(name: string): Case[] {
  const file = new URL(`../../conformance/data/kubefed-${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases;
}

const kubefedConfig: ModelConfig = {
  mode: 'kubefed',
  compatibility: {},
  kubefedNamespace: 'kube-federation-system',
  types: [],
  plainObjects: [],
};

function inventory(clusters: Json): JsonMap {
  return { apiVersion: 'fedc/v1alpha1', kind: 'ClusterInventory', clusters };
}

function federated(kind: string, metadata: JsonMap, spec: JsonMap): JsonMap {
  return { apiVersion: 'types.kubefed.io/v1beta1', kind: `Federated${kind}`, metadata, spec };
}

function compileAll(values: readonly JsonMap[], config: ModelConfig = kubefedConfig) {
  return runModel({ documents: values.map((value) => ({ path: 'all.yaml', value })), config });
}

function clustersWith(result: ReturnType<typeof runModel>, key: string): string[] {
  const placed = [...result.clusters].filter(([, objects]) => objects.has(key));
  return placed.map(([name]) => name).sort(byCodeUnits);
}

describe('placement', () => {
  test.each(readCases('placement').map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const spec: JsonMap = { placement: row['placement'] as Json };
    const isNamespaced = row['function'] === 'computeNamespacedPlacement';
    const isScheduled = row['selectorOnly'] === true;
    const kind = isScheduled ? 'Deployment' : isNamespaced ? 'ConfigMap' : 'ClusterRole';
    const documents = [
      inventory(row['clusters'] as Json),
      federated(kind, { name: 'x', namespace: 'n' }, { ...spec, template: { spec: {} } }),
    ];
    if (isNamespaced && row['namespaceFederated'] !== false) {
      const placement = row['namespacePlacement'] as Json;
      documents.push(federated('Namespace', { name: 'n', namespace: 'n' }, { placement }));
    }
    if (isScheduled) documents.push(preference('n', { intersectWithClusterSelector: true }));
    const result = compileAll(documents);
    const expected = row['expected'] as string[] | { error: string };
    if (!Array.isArray(expected)) {
      expect([...result.codes]).toEqual(['placement/invalid-selector']);
      return;
    }
    expect(result.fails).toBe(false);
    const key = {
      Deployment: 'apps/Deployment/n/x',
      ConfigMap: '/ConfigMap/n/x',
      ClusterRole: 'rbac.authorization.k8s.io/ClusterRole//x',
    }[kind];
    expect(clustersWith(result, key)).toEqual([...expected].sort(byCodeUnits));
  });
});

function preference(namespace: string, spec: JsonMap, name = 'x'): JsonMap {
  return {
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    metadata: { name, namespace },
    spec: { targetKind: 'FederatedDeployment', totalReplicas: 9, ...spec },
  };
}

describe('overrides', () => {
  test.each(readCases('overrides').map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const target = row['targetType'] as {
      group?: string;
      version: string;
      kind: string;
      scope: string;
    };
    const cluster = row['cluster'] as string;
    const document = row['federated'] as JsonMap;
    const group = target.group === undefined ? '' : `${target.group}/`;
    const config: ModelConfig = {
      ...kubefedConfig,
      types: [
        {
          federated: `types.kubefed.io/v1beta1 Federated${target.kind}`,
          target: `${group}${target.version} ${target.kind}`,
          scope: target.scope as 'Namespaced' | 'Cluster',
        },
      ],
    };
    const metadata = document['metadata'] as JsonMap;
    const placement = { clusters: [{ name: cluster }] };
    const namespace = {
      name: metadata['namespace'] ?? 'n',
      namespace: metadata['namespace'] ?? 'n',
    };
    const result = compileAll(
      [
        inventory([{ name: cluster }]),
        federated('Namespace', namespace, { placement }),
        federated(target.kind, metadata, {
          ...(document['spec'] as JsonMap),
          placement,
        }),
      ],
      config,
    );
    const expected = row['expected'] as { object?: JsonMap; error?: unknown };
    if (expected.object === undefined || (row['mayRefuse'] !== undefined && result.fails)) {
      expect(result.fails).toBe(true);
      return;
    }
    expect([...result.codes]).toEqual([]);
    const actual = result.clusters.get(cluster)?.get(identityText(expected.object));
    expect(jsonText(actual, 'sorted')).toBe(jsonText(expected.object, 'sorted'));
  });
});

describe('planner', () => {
  test.each(readCases('planner').map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const input = row['input'] as {
      totalReplicas: number;
      rebalance: boolean;
      preferences: PlannerInput['clusters'];
      availableClusters: string[];
      key: string;
      currentReplicas: Record<string, number>;
      estimatedCapacity: Record<string, number>;
    };
    const planned = planReplicas({
      totalReplicas: input.totalReplicas,
      rebalance: input.rebalance,
      clusters: input.preferences,
      availableClusters: input.availableClusters,
      key: input.key,
      current: input.currentReplicas,
      capacity: input.estimatedCapacity,
    });
    expect(planned).toEqual(row['expected']);
  });
});

describe('hash', () => {
  const file = new URL('../../conformance/data/kubefed-hash.json', import.meta.url);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as {
    fnv1_32: { text: string; fnv1_32: number }[];
  };
  test.each(rows.fnv1_32)('FNV-1 of "$text"', (row) => {
    expect(fnv1(row.text)).toBe(row.fnv1_32);
  });
});

describe('replica scheduling preference', () => {
  test.each(
    readCases('rsp')
      .filter((row) => row['kind'] === 'override-writeback')
      .map((row) => [row.id, row] as const),
  )('%s', (_id, row) => {
    const { overrides, scheduled } = row['input'] as {
      overrides: { clusterName: string; clusterOverrides: ClusterOverride['items'] }[];
      scheduled: Record<string, number>;
    };
    const written = writeBack(
      overrides.map((entry) => ({ cluster: entry.clusterName, items: entry.clusterOverrides })),
      scheduled,
    );
    const shaped = written.map(({ cluster, items }) => ({
      clusterName: cluster,
      clusterOverrides: items,
    }));
    expect({ overrides: shaped }).toEqual(row['expected']);
  });

  test.each(
    readCases('rsp')
      .filter((row) => row['kind'] === 'schedule')
      .map((row) => [row.id, row] as const),
  )('%s', (_id, row) => {
    const { rsp, readyClusters } = row['input'] as { rsp: JsonMap; readyClusters: string[] };
    const { namespace, name, ...spec } = rsp;
    const everywhere = { clusterSelector: {} };
    const result = compileAll([
      inventory(readyClusters.map((cluster) => ({ name: cluster }))),
      federated(
        'Namespace',
        { name: namespace!, namespace: namespace! },
        { placement: everywhere },
      ),
      federated(
        'Deployment',
        { name: name!, namespace: namespace! },
        { template: { spec: {} }, placement: { clusters: [] } },
      ),
      preference(String(namespace), spec, String(name)),
    ]);
    const expected = row['expected'] as {
      replicas: Record<string, number>;
      placementClusters: string[];
    };
    const key = `apps/Deployment/${namespace}/${name}`;
    expect(clustersWith(result, key)).toEqual(expected.placementClusters);
    for (const [cluster, replicas] of Object.entries(expected.replicas))
      expect(member(result.clusters.get(cluster)?.get(key), 'spec', 'replicas')).toBe(replicas);
  });

  test('another target kind is refused', () => {
    const result = compileAll([
      inventory([{ name: 'a' }]),
      preference('n', { targetKind: 'FederatedStatefulSet' }),
    ]);
    expect([...result.codes]).toEqual(['replicas/invalid-preference']);
  });

  test('the intersection without a federated namespace changes nothing', () => {
    const documents = [
      inventory([{ name: 'a' }, { name: 'b' }]),
      federated(
        'Deployment',
        { name: 'x', namespace: 'n' },
        { template: { spec: { replicas: 4 } }, placement: { clusters: [{ name: 'a' }] } },
      ),
      preference('n', { intersectWithClusterSelector: true }),
    ];
    const config: ModelConfig = { ...kubefedConfig, compatibility: { namespaces: 'narrow' } };
    const result = compileAll(documents, config);
    expect([...result.clusters.keys()]).toEqual(['a']);
    const object = result.clusters.get('a')?.get('apps/Deployment/n/x');
    expect(member(object, 'spec', 'replicas')).toBe(4);
  });
});
