/** Laws of writing a tree: what stood there before leaves no trace, and what is not ours stays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting, fedc } from '../cli/repository.ts';

const clusters = ['a', 'a-b', 'b', 'c'];

interface RandomObject {
  readonly kind: 'ConfigMap' | 'Deployment' | 'ClusterRole';
  readonly namespace: string;
  readonly name: string;
  readonly placed: readonly string[];
  readonly part: string | undefined;
  readonly data: string;
}

interface RandomRepository {
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

const repositories: fc.Arbitrary<RandomRepository> = fc.record({
  inventory: fc.uniqueArray(fc.constantFrom(...clusters), { minLength: 1 }),
  layout: fc.constantFrom('by-namespace', 'by-app'),
  objects: fc.uniqueArray(objects, {
    minLength: 1,
    maxLength: 10,
    // In the layout by-app two namespaces may share a folder, and that is an error.
    selector: ({ kind, name }) => `${kind} ${name}`,
  }),
});

const foreignFiles = fc.uniqueArray(
  fc.constantFrom(
    'README.md',
    'clusters/a/kustomization.yaml',
    'clusters/a/shop/notes.txt',
    'clusters/z/x.yaml',
    'engine/x.yaml',
    'index/clusters/notes',
  ),
);

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

const start = '/repo/rendered/';

function tree(host: MemoryHost, except: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    [...host.files.keys()]
      .filter((path) => path.startsWith(start) && !except.includes(path.slice(start.length)))
      .sort()
      .map((path) => [path.slice(start.length), host.textOf(path) ?? '']),
  );
}

function hostOf(repository: RandomRepository): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files: print(repository) });
}

/** Other sources under the same tree. */
function replaceSources(host: MemoryHost, repository: RandomRepository): void {
  for (const path of [...host.files.keys()]) if (!path.startsWith(start)) host.files.delete(path);
  for (const [path, text] of Object.entries(print(repository)))
    host.files.set(path, new TextEncoder().encode(text));
}

describe('building over an older tree', () => {
  const pairs = [repositories, repositories, foreignFiles] as const;

  test('gives the same as building into an empty folder, and keeps what is not ours', () => {
    fc.assert(
      fc.property(...pairs, (one, other, foreign) => {
        const host = hostOf(one);
        expect(buildAccepting(host).code).toBe(0);
        // Where nothing was deployed nothing was written, and files of such names belong to somebody else's tree.
        fc.pre(foreign.length === 0 || host.textOf(`${start}index/lock`) !== undefined);
        for (const path of foreign) host.files.set(start + path, new TextEncoder().encode('mine'));
        replaceSources(host, other);
        const fresh = hostOf(other);
        expect(buildAccepting(fresh).code).toBe(0);
        expect(buildAccepting(host).code).toBe(0);
        expect(tree(host, foreign)).toEqual(tree(fresh));
        for (const path of foreign) expect(host.textOf(start + path)).toBe('mine');
        // Without a lock, what is left there is somebody else's tree.
        if (foreign.length > 0 && host.textOf(`${start}index/lock`) === undefined) return;
        const before = host.changes.length;
        expect(fedc(['build'], host).error).toContain('nothing to do');
        expect(host.changes.length).toBe(before);
      }),
      { numRuns: 80 },
    );
  });

  test('gives the same cluster by cluster, the whole last', () => {
    fc.assert(
      fc.property(repositories, repositories, (one, other) => {
        const host = hostOf(one);
        expect(buildAccepting(host).code).toBe(0);
        replaceSources(host, other);
        for (const cluster of other.inventory)
          expect(buildAccepting(host, '--cluster', cluster).code).toBe(0);
        expect(buildAccepting(host).code).toBe(0);
        const fresh = hostOf(other);
        buildAccepting(fresh);
        expect(tree(host)).toEqual(tree(fresh));
      }),
      { numRuns: 30 },
    );
  });

  test('without locks, and with them made anew, gives the same', () => {
    fc.assert(
      fc.property(repositories, repositories, (one, other) => {
        const host = hostOf(one);
        expect(buildAccepting(host).code).toBe(0);
        const built = tree(host);
        for (const path of [...host.files.keys()])
          if (/\/index\/(?:lock$|clusters\/.*\.lock$)/.test(path)) host.files.delete(path);
        expect(fedc(['adopt'], host).code).toBe(0);
        expect(tree(host)).toEqual(built);
        replaceSources(host, other);
        expect(buildAccepting(host).code).toBe(0);
        const fresh = hostOf(other);
        buildAccepting(fresh);
        expect(tree(host)).toEqual(tree(fresh));
      }),
      { numRuns: 30 },
    );
  });
});
