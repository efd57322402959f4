import { describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/model/variant.ts';
import { countFiles } from '../../src/tree/count-files.ts';
import type { Slice } from '../../src/tree/slice.ts';
import { createTreeFiles } from '../../src/tree/tree-files.ts';
import { cluster, compilation, variant } from './variants.ts';

const engine = 'argocd';
const fleet: Compilation = {
  ...compilation(
    variant({ clusters: ['a', 'a-b', 'c'] }),
    variant({ clusters: ['a', 'c'], key: { kind: 'Namespace', namespace: '', name: 'shop' } }),
    variant({ clusters: ['c'], key: { name: 'other' } }),
  ),
  inventory: { clusters: ['a', 'a-b', 'idle'].map((name) => cluster(name)) },
  engineFiles: [
    { engine, path: 'clusters/a/engine.yaml', documents: [] },
    { engine, path: 'clusters/idle/engine.yaml', documents: [] },
    { engine, path: `engine/${engine}/all.yaml`, documents: [] },
  ],
};

const slices: readonly { readonly name: string; readonly slice: Slice | undefined }[] = [
  { name: 'a whole tree', slice: undefined },
  { name: 'some clusters', slice: new Set(['a', 'idle']) },
  { name: 'no cluster', slice: new Set<string>() },
  { name: 'no cluster, but what is common', slice: { has: () => false, ownsCommon: true } },
];

describe('countFiles', () => {
  it.each(slices)('counts what is laid out for $name', ({ slice }) => {
    for (const each of [fleet, { ...fleet, variants: [] }]) {
      const { clusters, size } = createTreeFiles(each, 'by-namespace', { slice });
      const { byCluster, isEmpty } = countFiles(each, slice);
      expect(new Map([...byCluster].map(([name, { files }]) => [name, files]))).toEqual(
        new Map(clusters.map(({ name, sheets }) => [name, sheets.length])),
      );
      expect(isEmpty).toBe(size === 0);
    }
  });
});
