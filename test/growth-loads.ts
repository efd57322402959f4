/** Repositories that grow in one direction each. */
import type { Config } from '../src/model/config.ts';
import type { SourceFile } from '../src/model/source.ts';

export interface Load {
  readonly name: string;
  /** The larger of the two sizes that are compared. */
  readonly size: number;
  readonly make: (size: number) => readonly SourceFile[];
  readonly settings?: Config;
}

const everywhere = '{clusterSelector: {}}';

function times(amount: number, text: (index: number) => string): string {
  return Array.from({ length: amount }, (_, index) => text(index)).join('');
}

/** Clusters c-0, c-1, ... in seven regions. */
export function clusters(amount: number): string {
  const items = times(
    amount,
    (index) => `  - {name: c-${index}, labels: {region: r${index % 7}}}\n`,
  );
  return `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${items}`;
}

interface Federated {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly template?: string;
  readonly placement?: string;
  readonly overrides?: string;
}

function federated({
  kind = 'ConfigMap',
  name = 'web',
  namespace = 'shop',
  template = 'data: {a: one}',
  placement = everywhere,
  overrides = '',
}: Federated): string {
  return `apiVersion: types.kubefed.io/v1beta1
kind: Federated${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    ${template}
  placement: ${placement}
${overrides === '' ? '' : `  overrides:\n${overrides}`}---
`;
}

function namespace(name: string, placement = everywhere): string {
  return federated({ kind: 'Namespace', name, namespace: name, template: '{}', placement });
}

const deployment = {
  kind: 'Deployment',
  template:
    'spec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}}}',
};

function files(texts: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

function list(amount: number, prefix: string): string {
  return `\n    clusters:\n${times(amount, (index) => `      - name: ${prefix}-${index}\n`)}`;
}

/** An entry of one edit for each of the clusters. */
function entries(amount: number, prefix: string, value: (index: number) => number): string {
  return times(
    amount,
    (index) =>
      `    - clusterName: ${prefix}-${index}\n      clusterOverrides:\n        - path: /spec/replicas\n          value: ${value(index)}\n`,
  );
}

function preference(amount: number, prefix: string): string {
  return `apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec:
  targetKind: FederatedDeployment
  totalReplicas: ${amount * 5}
  rebalance: true
  clusters:
${times(amount, (index) => `    ${prefix}-${index}: {weight: ${(index % 5) + 1}, minReplicas: 1, maxReplicas: ${(index % 9) + 3}}\n`)}`;
}

function typeConfig(kind: string): string {
  const plural = `${kind.toLowerCase()}s`;
  return `apiVersion: core.kubefed.io/v1beta1
kind: FederatedTypeConfig
metadata: {name: ${plural}.example.io}
spec:
  federatedType: {group: types.kubefed.io, kind: Federated${kind}, pluralName: federated${plural}, scope: Namespaced, version: v1beta1}
  propagation: Enabled
  targetType: {group: example.io, kind: ${kind}, pluralName: ${plural}, scope: Namespaced, version: v1}
---
`;
}

/** One object in a fleet, which grows. */
function fleet(object: (size: number) => Federated, more: (size: number) => string = () => '') {
  return (size: number) =>
    files({
      'clusters.yaml': clusters(size),
      'namespace.yaml': namespace('shop'),
      'web.yaml': federated(object(size)),
      'more.yaml': more(size),
    });
}

/** One file that grows, for twenty clusters. */
function sources(text: (size: number) => string) {
  return (size: number) => files({ 'clusters.yaml': clusters(20), 'all.yaml': text(size) });
}

const region = '{clusterSelector: {matchLabels: {region: r1}}}';

/** `fleet`: few objects, many clusters. */
export const fleetLoad = fleet(() => ({ ...deployment, placement: region }));

export const loads: readonly Load[] = [
  { name: 'clusters', size: 5000, make: fleetLoad },
  {
    name: 'objects',
    size: 10_000,
    make: sources(
      (size) =>
        namespace('shop') +
        times(size, (index) => federated({ name: `m${index}`, placement: region })),
    ),
  },
  {
    name: 'files',
    size: 2000,
    make: (size) =>
      files({
        'clusters.yaml': clusters(20),
        'namespace.yaml': namespace('shop'),
        ...Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `${index}.yaml`,
            federated({ name: `m${index}` }),
          ]),
        ),
      }),
  },
  {
    name: 'overrides of one object',
    size: 2000,
    make: fleet((size) => ({ ...deployment, overrides: entries(size, 'c', (n) => n + 3) })),
  },
  {
    name: 'overrides that change nothing',
    size: 1000,
    make: fleet((size) => ({ ...deployment, overrides: entries(size, 'c', () => 2) })),
  },
  {
    name: 'overrides where the object does not go',
    size: 2000,
    make: fleet((size) => ({
      ...deployment,
      placement: region,
      overrides: entries(size, 'c', (n) => n + 3),
    })),
  },
  {
    name: 'edits in one entry',
    size: 1000,
    make: sources((size) => {
      const edits = times(size, (n) => `        - {op: add, path: /data/k${n}, value: "${n}"}\n`);
      const overrides = `    - clusterName: c-1\n      clusterOverrides:\n${edits}`;
      return namespace('shop') + federated({ overrides });
    }),
  },
  {
    name: 'clusters of a replica preference',
    size: 3000,
    make: fleet(
      () => deployment,
      (size) => preference(size, 'c'),
    ),
  },
  {
    name: 'names in a list',
    size: 5000,
    make: fleet((size) => ({ placement: list(size, 'c') })),
  },
  {
    name: 'unknown names in a list',
    size: 3000,
    make: fleet((size) => ({ placement: list(size, 'unknown') })),
  },
  {
    name: 'unknown names of overrides',
    size: 1600,
    make: fleet((size) => ({ ...deployment, overrides: entries(size, 'unknown', (n) => n) })),
  },
  {
    name: 'unknown names of a replica preference',
    size: 1600,
    make: fleet(
      () => deployment,
      (size) => preference(size, 'unknown'),
    ),
  },
  {
    name: 'objects of a namespace that narrows them',
    size: 2000,
    make: sources(
      (size) =>
        namespace('shop', region) + times(size, (index) => federated({ name: `m${index}` })),
    ),
  },
  {
    name: 'namespaces',
    size: 1000,
    make: sources((size) =>
      times(size, (n) => namespace(`s${n}`) + federated({ namespace: `s${n}` })),
    ),
  },
  {
    name: 'plain objects of one rule',
    size: 1000,
    make: (size) =>
      files({
        'clusters.yaml': clusters(20),
        'plain/all.yaml': times(
          size,
          (n) =>
            `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m${n}, namespace: shop}\ndata: {a: one}\n---\n`,
        ),
      }),
    settings: { plainObjects: [{ files: ['plain/**'], placement: { clusterSelector: {} } }] },
  },
  {
    name: 'type configs',
    size: 2000,
    make: sources(
      (size) =>
        namespace('shop') +
        times(size, (n) => typeConfig(`Kind${n}`) + federated({ kind: `Kind${n}` })),
    ),
  },
  {
    name: 'unknown types',
    size: 1200,
    make: sources(
      (size) =>
        namespace('shop') +
        times(size, (n) => typeConfig(`Kind${n}`) + federated({ kind: `Sort${n}` })),
    ),
  },
];
