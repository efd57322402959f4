/** A law of builds: whoever looks at the tree before it is asked for finds the same as who looks at each file when it is compared. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting } from '../cli/repository.ts';
import { inspecting } from '../io/inspecting-host.ts';
import { hostOf, replaceSources, repositories, start, tree } from './random-trees.ts';

const damages = {
  changed: (host: MemoryHost, path: string) => put(host, path, `${host.textOf(path)}# mine\n`),
  removed: (host: MemoryHost, path: string) => void host.files.delete(path),
  added: (host: MemoryHost, path: string) => put(host, path.replace(/[^/]*$/, 'mine.yaml'), ''),
  linked(host: MemoryHost, path: string) {
    host.files.set('/elsewhere', host.files.get(path) ?? new Uint8Array());
    host.files.delete(path);
    host.links.set(path, '/elsewhere');
  },
  'a folder': (host: MemoryHost, path: string) => {
    host.files.delete(path);
    put(host, `${path}/x.yaml`, '');
  },
  'of Windows': (host: MemoryHost, path: string) =>
    put(host, path, host.textOf(path)?.replaceAll('\n', '\r\n') ?? ''),
};

function put(host: MemoryHost, path: string, text: string): void {
  host.files.set(path, new TextEncoder().encode(text));
}

const damage = fc.record({
  how: fc.constantFrom(...Object.values(damages)),
  which: fc.nat(),
});

test('a build of a tree that was inspected gives the same, and says the same', () => {
  fc.assert(
    fc.property(
      repositories,
      repositories,
      fc.boolean(),
      fc.array(damage, { maxLength: 2 }),
      fc.constantFrom([], ['--no-prune'], ['--cluster', 'a']),
      (one, other, isSame, damaged, flags) => {
        const runs = [(host: MemoryHost) => host, inspecting].map((prepare) => {
          const host = hostOf(one);
          buildAccepting(host);
          const paths = [...host.files.keys()].filter((path) => path.startsWith(start)).sort();
          for (const { how, which } of paths.length === 0 ? [] : damaged)
            how(host, paths[which % paths.length] ?? '');
          if (!isSame) replaceSources(host, other);
          const before = host.changes.length;
          const { code, output, error } = buildAccepting(prepare(host), ...flags);
          const changes = host.changes.slice(before);
          return { code, output, error, changes, tree: tree(host), links: [...host.links] };
        });
        expect(runs[1]).toEqual(runs[0]);
      },
    ),
    { numRuns: 150 },
  );
});
