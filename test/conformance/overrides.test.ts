import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pluralOf } from '../../src/kube/names.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { compileObjects, errorCodes, inventoryOf } from './repository.ts';

interface Case {
  readonly id: string;
  readonly cluster: string;
  readonly targetType: {
    readonly group?: string;
    readonly version: string;
    readonly kind: string;
    readonly scope: string;
  };
  readonly federated: {
    readonly metadata: object;
    readonly spec: { readonly overrides?: { clusterName?: string }[] };
  };
  readonly expected: { readonly object?: never; readonly error?: { readonly status: string } };
  readonly mayRefuse?: string;
}

const { cases } = JSON.parse(
  readFileSync(new URL('./data/kubefed-overrides.json', import.meta.url), 'utf8'),
) as {
  cases: Case[];
};

function typeConfig({ targetType }: Case): object {
  const { group = '', kind } = targetType;
  const plural = pluralOf(kind);
  const federatedType = {
    group: 'types.kubefed.io',
    version: 'v1beta1',
    kind: `Federated${kind}`,
    pluralName: `federated${plural}`,
    scope: targetType.scope,
  };
  return {
    apiVersion: 'core.kubefed.io/v1beta1',
    kind: 'FederatedTypeConfig',
    metadata: { name: group === '' ? plural : `${plural}.${group}` },
    spec: {
      targetType: { ...targetType, pluralName: plural },
      federatedType,
      propagation: 'Enabled',
    },
  };
}

function compileCase(row: Case) {
  const clusters = new Set([
    row.cluster,
    ...(row.federated.spec.overrides ?? []).map(({ clusterName }) => clusterName ?? ''),
  ]);
  const spec = { ...row.federated.spec, placement: { clusters: [{ name: row.cluster }] } };
  return compileObjects(
    [
      inventoryOf([...clusters].filter((name) => name !== '').map((name) => ({ name }))),
      typeConfig(row),
      {
        apiVersion: 'types.kubefed.io/v1beta1',
        kind: 'FederatedNamespace',
        metadata: { name: 'n', namespace: 'n' },
        spec: { placement: { clusterSelector: {} } },
      },
      {
        apiVersion: 'types.kubefed.io/v1beta1',
        kind: `Federated${row.targetType.kind}`,
        metadata: row.federated.metadata,
        spec,
      },
    ],
    { mode: 'kubefed' },
  );
}

test.each(cases)('$id', (row) => {
  const result = compileCase(row);
  const errors = errorCodes(result);
  if (row.expected.error !== undefined || (row.mayRefuse !== undefined && errors.length > 0)) {
    expect(errors).not.toEqual([]);
    expect(result.outputs).toEqual([]);
    return;
  }
  expect(errors).toEqual([]);
  const made = result.manifests.filter(
    ({ key, clusters }) => key.kind === row.targetType.kind && clusters.includes(row.cluster),
  );
  expect(made.map(({ object }) => canonicalJson(object))).toEqual([
    canonicalJson(row.expected.object ?? null),
  ]);
});
