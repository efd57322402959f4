/** What is imported and read again is what a build reads directly, for every form of inventory among the cases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { root } from '../repository.ts';
import { fedc } from './repository.ts';

interface Listed {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly labels: object;
  readonly zones?: readonly string[];
}

const cases: readonly (readonly [name: string, files: readonly string[]])[] = [
  ['inventory-argocd', ['clusters.yaml']],
  ['inventory-cluster-api', ['clusters.yaml']],
  ['inventory-cluster-profile', ['clusters.yaml']],
  ['inventory-config-sync', ['clusters.yaml']],
  ['inventory-fleet', ['clusters.yaml']],
  ['inventory-karmada', ['clusters.yaml']],
  ['inventory-kubeconfig', ['clusters.yaml', 'kubeconfig.yaml']],
  ['inventory-kubefed-clusters', ['clusters.yaml']],
  ['inventory-merged', ['clusters/kubefed.yaml', 'clusters/native.yaml']],
  ['inventory-ocm', ['clusters.yaml']],
  [
    'inventory-other-names',
    ['fleet/rancher.yaml', 'fleet/clusters.yaml', 'fleet/argocd.yaml', 'fleet/kubeconfig.yaml'],
  ],
];

function list(host: ReturnType<typeof createMemoryHost>, files: readonly string[]): unknown {
  const flags = files.flatMap((file) => ['--inventory', file]);
  const { code, output } = fedc(['clusters', 'list', '-o', 'json', ...flags], host);
  expect(code).toBe(0);
  const { clusters } = JSON.parse(output) as { readonly clusters: readonly Listed[] };
  return clusters.map(({ name, names, labels, ...fields }) => ({
    name,
    // What a system calls it goes without saying where that is its name.
    names: Object.entries(names).filter(([, other]) => other !== name),
    labels,
    ...fields,
    sources: undefined,
  }));
}

describe('an imported inventory', () => {
  it.each(cases)('says the same: %s', (name, files) => {
    const texts = files.map((file) => [
      `/repo/${file}`,
      readFileSync(join(root, 'test/cases', name, 'repo', file)),
    ]);
    const host = createMemoryHost({ workingFolder: '/repo', files: Object.fromEntries(texts) });
    const direct = list(host, files);
    const argv = ['clusters', 'import', '--from', ...files, '--write', 'inventory.yaml'];
    const { code, error } = fedc(argv, host);
    expect({ code, error: /error\[[^\]]*\]/.exec(error)?.[0] }).toEqual({ code: 0 });
    expect(list(host, ['inventory.yaml'])).toEqual(direct);
    expect(
      list(
        host,
        [...files, 'inventory.yaml'].filter((file) => !holdsNative(host, file)),
      ),
    ).toEqual(direct);
    expect(fedc(argv, host).error).toContain('inventory.yaml: nothing to add\n');
  });
});

/** Two native descriptions of one cluster are an error. */
function holdsNative(host: ReturnType<typeof createMemoryHost>, file: string): boolean {
  return (
    file !== 'inventory.yaml' && (host.textOf(`/repo/${file}`) ?? '').includes('ClusterInventory')
  );
}
