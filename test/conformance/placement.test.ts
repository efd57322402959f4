import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSelectorOnly } from '../../src/frontends/kubefed/placement.ts';
import { takeClusters } from '../../src/kube/take-clusters.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { compileObjects, errorCodes, federated, inventoryOf } from './repository.ts';

interface Case {
  readonly id: string;
  readonly placement: JsonValue;
  readonly namespacePlacement?: JsonValue;
  readonly namespaceFederated?: boolean;
  readonly limitedScope?: boolean;
  readonly selectorOnly?: boolean;
  readonly clusters: readonly { name: string; labels: Record<string, string> }[];
  readonly expected: readonly string[] | { readonly error: string };
}

const { cases } = JSON.parse(
  readFileSync(new URL('./data/kubefed-placement.json', import.meta.url), 'utf8'),
) as {
  cases: Case[];
};

/** The clusters that the object of a case goes to, or undefined when it cannot be compiled. */
function place(row: Case): readonly string[] | undefined {
  const placement = row.placement === null ? {} : { placement: row.placement };
  const namespaced = row.namespaceFederated !== false;
  const result = compileObjects(
    [
      inventoryOf(row.clusters),
      federated(
        'FederatedConfigMap',
        { name: 'x', namespace: 'n' },
        { template: {}, ...placement },
      ),
      ...(namespaced
        ? [
            federated(
              'FederatedNamespace',
              { name: 'n', namespace: 'n' },
              { placement: row.namespacePlacement ?? { clusterSelector: {} } },
            ),
          ]
        : []),
    ],
    { mode: 'kubefed', kubefed: { namespace: row.limitedScope === true ? 'n' : 'system' } },
  );
  if (errorCodes(result).length > 0) return undefined;
  return result.manifests
    .filter(({ key }) => key.kind === 'ConfigMap')
    .flatMap(({ clusters }) => clusters);
}

function placeBySelectorOnly(row: Case): readonly string[] {
  const origin = { file: '', document: 0, pointer: '' };
  const known = new Map(
    row.clusters.map((cluster) => [cluster.name, cluster as unknown as Cluster]),
  );
  const of = (placement: JsonValue) => takeClusters(readSelectorOnly(placement, origin), known);
  const namespace = of(row.namespacePlacement ?? null);
  return of(row.placement).filter((name) => namespace.includes(name));
}

test.each(cases)('$id', (row) => {
  const placed = row.selectorOnly === true ? placeBySelectorOnly(row) : place(row);
  if ('error' in row.expected) expect(placed).toBeUndefined();
  else expect([...(placed ?? ['an error'])].sort()).toEqual([...row.expected].sort());
});
