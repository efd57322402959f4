import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/kube/digest.ts';
import { silentProgress } from '../../src/model/progress.ts';
import { hashOf } from '../../src/tree/content.ts';
import { clusterLockPath, printLock } from '../../src/tree/lock.ts';
import { settle } from '../../src/tree/settle.ts';
import type { Slice } from '../../src/tree/slice.ts';
import { createTreeFiles, filesOfCluster } from '../../src/tree/tree-files.ts';
import { compilation, variant } from './variants.ts';

const variants = [
  variant({ clusters: ['a', 'b'] }),
  variant({ key: { kind: 'Namespace', namespace: '', name: 'shop' }, clusters: ['a', 'b', 'c'] }),
  variant({ key: { name: 'api' }, clusters: ['c'] }),
];

function locksOf(files = createTreeFiles(compilation(...variants), 'by-namespace')) {
  const locks = files.clusters.map((cluster): [string, string] => {
    const entries = Array.from(filesOfCluster(cluster), ({ path, content }) => {
      return [path, hashOf(content)] as const;
    });
    return [clusterLockPath(cluster.name), printLock(new Map(entries))];
  });
  return new Map(locks);
}

function settled(
  changes: Readonly<Record<string, string>>,
  found: readonly string[],
  slice?: Slice,
) {
  const files = createTreeFiles(compilation(...variants), 'by-namespace', { slice });
  const standing = locksOf();
  const intact = found.map((name): [string, { hash: string; others: readonly string[] }] => {
    const hash = sha256Hex(standing.get(clusterLockPath(name)) ?? '');
    return [clusterLockPath(name), { hash, others: [`clusters/${name}/README.md`] }];
  });
  const locks = new Map([...standing, ...Object.entries(changes)]);
  const findIntact = () => new Map(intact);
  return settle({ files, locks, slice, progress: silentProgress, findIntact });
}

const lockA = clusterLockPath('a');
const clustersOf = ({ rest }: ReturnType<typeof settled>) =>
  rest.files.clusters.map(({ name }) => name);

describe('settle', () => {
  it('leaves out the clusters whose locks are intact and as they would be written', () => {
    const found = settled({}, ['a', 'c']);
    expect(clustersOf(found)).toEqual(['b']);
    expect(found.settled).toEqual({ files: 6, objects: 4 });
    expect(found.others.toSorted()).toEqual(['clusters/a/README.md', 'clusters/c/README.md']);
    expect(found.intact).toEqual(new Set([lockA, clusterLockPath('c')]));
    expect(['a', 'b', 'c'].filter((name) => found.rest.slice?.has(name))).toEqual(['b']);
    expect(found.rest.slice?.ownsCommon).toBe(true);
    expect(Array.from(found.rest.files.files(), ({ path }) => path)).toEqual([
      '.gitattributes',
      'clusters/b/_cluster/namespace_shop.yaml',
      'clusters/b/shop/configmap_web.yaml',
      'index/clusters/b.json',
    ]);
    expect(found.rest.files.size).toBe(4);
  });

  it('leaves nothing out where nothing was found', () => {
    const found = settled({}, []);
    expect(clustersOf(found)).toEqual(['a', 'b', 'c']);
    expect(found).toMatchObject({ settled: { files: 0, objects: 0 }, others: [] });
    expect(found.rest.slice).toBeUndefined();
  });

  it.each([
    ['has another line', (text: string) => text.replace('shop.yaml', 'bank.yaml')],
    ['has another hash', (text: string) => text.replace(/\n[0-9a-f]{4}/, '\nffff')],
    ['has a line more', (text: string) => `${text}${sha256Hex('')}  clusters/a/z\n`],
    ['has a line less', (text: string) => text.replace(/\n.*\n$/, '\n')],
    ['is of another version', (text: string) => text.replace('1', '2')],
    ['is cut', (text: string) => text.slice(0, -1)],
    ['is empty', () => ''],
  ])('does not trust a lock that %s since it was looked at', (_, change) => {
    const found = settled({ [lockA]: change(locksOf().get(lockA) ?? '') }, ['a', 'b', 'c']);
    expect(clustersOf(found)).toEqual(['a']);
    expect(found.intact).toEqual(new Set(['b', 'c'].map(clusterLockPath)));
  });

  it('keeps a cluster whose files are to be others, and knows that they stand as its lock says', () => {
    const before = settled({}, ['a', 'b', 'c']);
    expect(clustersOf(before)).toEqual([]);
    const other = compilation(variant({ clusters: ['a'], body: 'data: {b: x}' }), ...variants);
    const found = settle({
      files: createTreeFiles(other, 'by-app'),
      locks: locksOf(),
      slice: undefined,
      progress: silentProgress,
      findIntact: () =>
        new Map([[lockA, { hash: sha256Hex(locksOf().get(lockA) ?? ''), others: [] }]]),
    });
    expect(clustersOf(found)).toEqual(['a', 'b', 'c']);
    expect(found.intact).toEqual(new Set([lockA]));
  });

  it('stays within a slice', () => {
    const found = settled({}, ['a', 'c'], new Set(['a', 'b']));
    expect(clustersOf(found)).toEqual(['b']);
    expect(['a', 'b', 'c'].filter((name) => found.rest.slice?.has(name))).toEqual(['b']);
    expect(found.rest.slice?.ownsCommon).toBe(false);
    expect(found.intact).toEqual(new Set([lockA, clusterLockPath('c')]));
  });
});
