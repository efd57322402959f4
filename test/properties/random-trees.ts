/** Small random repositories, and the trees that are built from them in memory. */
import fc from 'fast-check';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';

const clusters = ['a', 'a-b', 'b', 'c'];

interface RandomObject {
  readonly kind: 'ConfigMap' | 'Deployment' | 'ClusterRole';
  readonly namespace: string;
  readonly name: string;
  readonly placed: readonly string[];
  readonly part: string | undefined;
  readonly data: string;
}

export interface RandomRepository {
  readonly inventory: readonly string[];
  readonly layout: string;
  readonly objects: readonly RandomObject[];
}

const objects: fc.Arbitrary<RandomObject> = fc.record({
  kind: fc.constantFrom('ConfigMap', 'Deployment', 'ClusterRole'),
  namespace: fc.constantFrom('shop', 'bank'),
  name: fc.constantFrom('web', 'api', 'x:y', 'con'),
  placed: fc.uniqueArray(fc.constantFrom(...clusters), { minLength: 1 }),
  part: fc.constantFrom('store', 'shop', undefined),
  data: fc.constantFrom('1', '2'),
});

export const repositories: fc.Arbitrary<RandomRepository> = fc.record({
  inventory: fc.uniqueArray(fc.constantFrom(...clusters), { minLength: 1 }),
  layout: fc.constantFrom('by-namespace', 'by-app'),
  objects: fc.uniqueArray(objects, {
    minLength: 1,
    maxLength: 10,
    // In the layout by-app two namespaces may share a folder, and that is an error.
    selector: ({ kind, name }) => `${kind} ${name}`,
  }),
});

function print({ inventory, layout, objects: all }: RandomRepository): Record<string, string> {
  const known = inventory.map((name) => `  - {name: ${name}}\n`).join('');
  const files: Record<string, string> = {
    '/repo/fedc.yaml': `layout: ${layout}\ncompatibility: {unknownCluster: warn, noCluster: warn}\n`,
    '/repo/clusters.yaml': `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${known}`,
  };
  for (const [index, object] of all.entries()) files[`/repo/${index}.yaml`] = printObject(object);
  return files;
}

function printObject({ kind, namespace, name, placed, part, data }: RandomObject): string {
  const labels =
    part === undefined ? '' : `metadata: {labels: {app.kubernetes.io/part-of: ${part}}}`;
  return `apiVersion: types.kubefed.io/v1beta1
kind: Federated${kind}
metadata: {name: "${name}"${kind === 'ClusterRole' ? '' : `, namespace: ${namespace}`}}
spec:
  template:
    ${labels}
    data: {a: "${data}"}
  placement: {clusters: [${placed.map((cluster) => `{name: ${cluster}}`).join(', ')}]}
`;
}

/** Of every path of the tree. */
export const start = '/repo/rendered/';

/** Text by path relative to the tree. */
export function tree(host: MemoryHost, except: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    [...host.files.keys()]
      .filter((path) => path.startsWith(start) && !except.includes(path.slice(start.length)))
      .sort()
      .map((path) => [path.slice(start.length), host.textOf(path) ?? '']),
  );
}

/** A machine that holds the repository, and no tree. */
export function hostOf(repository: RandomRepository): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files: print(repository) });
}

/** Puts other sources under the same tree. */
export function replaceSources(host: MemoryHost, repository: RandomRepository): void {
  for (const path of [...host.files.keys()]) if (!path.startsWith(start)) host.files.delete(path);
  for (const [path, text] of Object.entries(print(repository)))
    host.files.set(path, new TextEncoder().encode(text));
}
