/** A small repository in memory, for the tests of the commands. */
import { run } from '../../src/cli/run.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../src/io/memory-host.ts';

export const inventory = `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - {name: eu-1, labels: {region: eu, wave: "1"}}
  - {name: eu-2, labels: {region: eu, wave: "2"}}
  - {name: us-1, labels: {region: us, wave: "2"}}
`;

const namespace = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedNamespace
metadata: {name: shop, namespace: shop}
spec:
  placement: {clusterSelector: {}}
`;

export function configMap(name: string, placement: string, data = 'x'): string {
  return `apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    data: {a: ${data}}
  placement: ${placement}
`;
}

export const files: Readonly<Record<string, string>> = {
  '/repo/clusters.yaml': inventory,
  '/repo/namespace.yaml': namespace,
  '/repo/web.yaml': configMap('web', '{clusterSelector: {matchLabels: {region: eu}}}'),
};

/** So many files beside the sources that a first build is begun while they are compiled. None of them matters. */
export const manyNotes: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 150 }, (_, index) => [`/repo/notes/${index}.yaml`, 'a: 1\n']),
);

export interface Run {
  readonly host: MemoryHost;
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

/** Runs the command in /repo. */
export function fedc(
  argv: readonly string[],
  options: MemoryHostOptions | MemoryHost = { files },
): Run {
  const host =
    'changes' in options ? options : createMemoryHost({ workingFolder: '/repo', ...options });
  const before = { output: host.output.length, error: host.error.length };
  const code = run(argv, host);
  return {
    host,
    code,
    output: host.output.slice(before.output),
    error: host.error.slice(before.error),
  };
}

/** Builds; where a guard stops it, once more with the name of the plan. */
export function buildAccepting(host: MemoryHost, ...flags: readonly string[]): Run {
  const first = fedc(['build', ...flags], host);
  const name = /^Plan ([0-9a-f]{8}) /m.exec(first.error)?.[1];
  return name === undefined ? first : fedc(['build', ...flags, '--accept', name], host);
}
