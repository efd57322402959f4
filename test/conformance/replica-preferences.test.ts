import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOverrides } from '../../src/frontends/kubefed/overrides.ts';
import { writeBackReplicas } from '../../src/kube/write-back-replicas.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { printJson } from '../../src/model/print-json.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { compileObjects, errorCodes, federated, inventoryOf } from './repository.ts';

interface Case {
  readonly id: string;
  readonly kind: 'schedule' | 'override-writeback' | 'no-op';
  readonly input: {
    readonly overrides: JsonValue;
    readonly scheduled: Record<string, number>;
    readonly rsp: { readonly name: string; readonly namespace: string };
    readonly readyClusters: readonly string[];
  };
  readonly expected: {
    readonly overrides: readonly Entry[];
    readonly replicas: Record<string, number>;
    readonly placementClusters: readonly string[];
  };
}

interface Entry {
  readonly clusterName: string;
  readonly clusterOverrides: readonly {
    readonly op?: string;
    readonly path: string;
    readonly value?: unknown;
  }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('./data/kubefed-rsp.json', import.meta.url), 'utf8'),
) as { cases: Case[] };
const origin = { file: '', document: 0, pointer: '' };
const rowsOf = (kind: Case['kind']) => cases.filter((row) => row.kind === kind);

describe('the planned counts are written into the overrides', () => {
  test.each(rowsOf('override-writeback'))('$id', ({ input, expected }) => {
    const json = parseYaml(printJson({ overrides: input.overrides })).documents[0]?.value as {
      overrides: JsonValue;
    };
    const overrides = readOverrides(json.overrides, '', origin, {
      float64: false,
      dottedPaths: undefined,
    }).value;
    const written = writeBackReplicas(
      overrides,
      new Map(Object.entries(input.scheduled)),
      origin,
    ).overrides;
    const plain = (entries: readonly Entry[]) =>
      entries
        .map(({ clusterName, clusterOverrides }) => ({
          clusterName,
          // An absent op is replace.
          edits: clusterOverrides.map(({ op, path, value }) => ({
            op: op ?? 'replace',
            path,
            value,
          })),
        }))
        .sort((a, b) => (a.clusterName < b.clusterName ? -1 : 1));
    const made = written.map(({ target, edits }) => ({
      clusterName: target.kind === 'names' ? (target.names[0]?.value ?? '') : '',
      clusterOverrides: edits,
    }));
    expect(plain(made)).toEqual(plain(expected.overrides));
  });
});

describe('replicas are planned over all clusters', () => {
  // The names A, B and C of the guide are no names of clusters, and ties are broken by a hash of the name; these cases have no ties.
  test.each(rowsOf('schedule'))('$id', ({ input, expected }) => {
    const lower = (text: string) => text.toLowerCase();
    const { name, namespace, ...spec } = JSON.parse(
      JSON.stringify(input.rsp).replaceAll(/"([ABC])":/g, (found) => lower(found)),
    ) as Case['input']['rsp'];
    const result = compileObjects(
      [
        inventoryOf(input.readyClusters.map((cluster) => ({ name: lower(cluster) }))),
        {
          apiVersion: 'scheduling.kubefed.io/v1alpha1',
          kind: 'ReplicaSchedulingPreference',
          metadata: { name, namespace },
          spec,
        },
        federated('FederatedDeployment', { name, namespace }, { template: { spec: {} } }),
        federated(
          'FederatedNamespace',
          { name: namespace, namespace },
          { placement: { clusterSelector: {} } },
        ),
      ],
      { mode: 'kubefed' },
    );
    expect(errorCodes(result)).toEqual([]);
    const made = result.manifests
      .filter(({ key }) => key.kind === 'Deployment')
      .flatMap(({ object, clusters }) =>
        clusters.map((cluster) => [cluster, (object['spec'] as { replicas: number }).replicas]),
      );
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(
        Object.entries(expected.replicas).map(([cluster, count]) => [lower(cluster), count]),
      ),
    );
    expect(made.map(([cluster]) => cluster).sort()).toEqual(
      expected.placementClusters.map(lower).sort(),
    );
  });
});

describe('situations in which nothing is written', () => {
  const deployment = federated(
    'FederatedDeployment',
    { name: 'web', namespace: 'n' },
    { template: { spec: { replicas: 7 } }, placement: { clusterSelector: {} } },
  );
  const preference = (spec: object) => ({
    apiVersion: 'scheduling.kubefed.io/v1alpha1',
    kind: 'ReplicaSchedulingPreference',
    metadata: { name: 'web', namespace: 'n' },
    spec: { totalReplicas: 2, ...spec },
  });

  test('wrong-target-kind: any other kind is refused', () => {
    const result = compileObjects(
      [
        inventoryOf([{ name: 'c1' }]),
        deployment,
        preference({ targetKind: 'FederatedStatefulSet' }),
      ],
      { mode: 'kubefed' },
    );
    expect(errorCodes(result)).toContain('replicas/invalid-preference');
  });

  test('intersection-without-federated-namespace: nothing is scheduled, even by a namespaced control plane', () => {
    const scope = {
      apiVersion: 'core.kubefed.io/v1beta1',
      kind: 'KubeFedConfig',
      metadata: { name: 'kubefed', namespace: 'n' },
      spec: { scope: 'Namespaced' },
    };
    const result = compileObjects(
      [
        inventoryOf([{ name: 'c1' }]),
        scope,
        deployment,
        preference({ targetKind: 'FederatedDeployment', intersectWithClusterSelector: true }),
      ],
      { mode: 'kubefed', kubefed: { namespace: 'n' } },
    );
    expect(result.diagnostics.map(({ code }) => code)).toContain('replicas/no-target');
    expect(result.manifests.map(({ object }) => object['spec'])).toEqual([
      expect.objectContaining({ replicas: 7 }),
    ]);
  });

  test('every no-op case of the data has a test here', () => {
    expect(
      rowsOf('no-op')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['intersection-without-federated-namespace', 'wrong-target-kind']);
  });
});
