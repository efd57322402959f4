/** Laws of shards: whatever stood there, n of them are one build of the whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting, fedc } from '../cli/repository.ts';
import { hostOf, replaceSources, repositories, start, tree } from './random-trees.ts';

type Tree = Readonly<Record<string, string>>;

/** A machine with the tree of one repository and the sources of another; without the first there is no tree yet. */
const worlds = fc
  .tuple(fc.option(repositories, { nil: undefined }), repositories)
  .map(([one, other]) => {
    const host = hostOf(one ?? other);
    if (one !== undefined) expect(buildAccepting(host).code).toBe(0);
    replaceSources(host, other);
    return host;
  });

const counts = fc.integer({ min: 1, max: 5 });

function copyOf({ files }: MemoryHost): MemoryHost {
  return createMemoryHost({ workingFolder: '/repo', files: Object.fromEntries(files) });
}

function shards(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
}

function wholeOf(world: MemoryHost): Tree {
  const host = copyOf(world);
  expect(buildAccepting(host).code).toBe(0);
  return tree(host);
}

/** The files of the tree itself stay behind with its last manifest: no shard knows that it is the last. */
function expectSame(found: Tree, whole: Tree): void {
  const expected = { ...whole };
  if (Object.keys(whole).length === 0)
    for (const path of ['.gitattributes', 'index/lock']) {
      const text = found[path];
      if (text !== undefined) expected[path] = text;
    }
  expect(found).toEqual(expected);
}

/** As git merges files: what one side changed counts, and what two sides changed they changed alike. */
function merge(before: Tree, sides: readonly Tree[]): Tree {
  const merged: Record<string, string> = { ...before };
  const changed = new Map<string, string | undefined>();
  for (const side of sides) {
    for (const path of new Set([...Object.keys(before), ...Object.keys(side)])) {
      if (before[path] === side[path]) continue;
      if (changed.has(path)) expect(side[path]).toBe(changed.get(path));
      changed.set(path, side[path]);
    }
  }
  for (const [path, text] of changed) {
    if (text === undefined) delete merged[path];
    else merged[path] = text;
  }
  return merged;
}

describe('all shards', () => {
  test('one after the other, in any order, give the tree of one build', () => {
    const orders = counts.chain((count) =>
      fc.shuffledSubarray([...shards(count)], { minLength: count }),
    );
    fc.assert(
      fc.property(worlds, orders, (world, order) => {
        const whole = wholeOf(world);
        for (const shard of order) expect(buildAccepting(world, '--shard', shard).code).toBe(0);
        expectSame(tree(world), whole);
        for (const shard of order) expect(fedc(['check', '--shard', shard], world).code).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('each in a checkout of its own, merged, give the tree of one build', () => {
    fc.assert(
      fc.property(worlds, counts, (world, count) => {
        const sides = shards(count).map((shard) => {
          const host = copyOf(world);
          expect(buildAccepting(host, '--shard', shard).code).toBe(0);
          return tree(host);
        });
        expectSame(merge(tree(world), sides), wholeOf(world));
      }),
      { numRuns: 60 },
    );
  });

  test('take each object from exactly one of them', () => {
    fc.assert(
      fc.property(repositories, counts, (repository, count) => {
        const host = hostOf(repository);
        const names = (...flags: readonly string[]) =>
          fedc(['build', '-o', 'name', ...flags], host)
            .output.split('\n')
            .filter(Boolean);
        const found = shards(count).flatMap((shard) => names('--shard', shard));
        expect(found.sort()).toEqual(names().sort());
      }),
      { numRuns: 30 },
    );
  });

  test('leave alone what belongs to another shard', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 2, max: 5 }), (world, count) => {
        const hosts = shards(count).map((shard) => {
          const host = copyOf(world);
          buildAccepting(host, '--shard', shard);
          return host;
        });
        for (const path of world.files.keys()) {
          if (!path.startsWith(start)) continue;
          const touched = hosts.filter((host) => host.textOf(path) !== world.textOf(path));
          expect(touched.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});
