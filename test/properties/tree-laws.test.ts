/** Laws of writing a tree: what stood there before leaves no trace, and what is not ours stays. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAccepting, fedc } from '../cli/repository.ts';
import { hostOf, replaceSources, repositories, start, tree } from './random-trees.ts';

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

  test('gives the same whether the folder is empty or holds something else', () => {
    fc.assert(
      fc.property(repositories, (one) => {
        const [fresh, other] = [hostOf(one), hostOf(one)];
        other.files.set(`${start}README.md`, new TextEncoder().encode('mine'));
        const plans = [fresh, other].map((host) => fedc(['plan', '-o', 'json'], host).output);
        expect(plans[0]).toBe(plans[1]);
        expect(buildAccepting(fresh).code).toBe(0);
        expect(buildAccepting(other).code).toBe(0);
        expect(tree(other, ['README.md'])).toEqual(tree(fresh));
        expect(fedc(['check'], fresh).code).toBe(0);
        expect(fedc(['plan', '--exit-code'], fresh).code).toBe(0);
      }),
      { numRuns: 60 },
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
