/** Hosts on which things go wrong: the process dies, or the machine refuses, at a chosen change of the disk. */
import { type Host, HostError } from '../../src/io/host.ts';
import { createOwnWork } from '../../src/io/own-work.ts';

/** Not an error that any code may handle: from here on nothing runs any more. */
export class Stop extends Error {}

const changing = [
  'makeFolder',
  'writeFile',
  'createFile',
  'sync',
  'rename',
  'removeFile',
  'removeEmptyFolder',
] as const;

type Change = (typeof changing)[number];

/** Calls `before` ahead of each change of the disk, numbered from one. */
function intercept(
  host: Host,
  before: (call: { readonly number: number; readonly name: Change; readonly path: string }) => void,
): Host {
  let number = 0;
  const replaced = changing.map((name) => [
    name,
    (...args: [string, string]) => {
      number += 1;
      before({ number, name, path: name === 'rename' ? args[1] : args[0] });
      return host[name](...args);
    },
  ]);
  return withOwnWork({ ...host, ...Object.fromEntries(replaced) });
}

/** Many files are written one by one, as each of them can be the one that goes wrong. */
function withOwnWork(host: Host): Host {
  return {
    ...host,
    openFileWork: () => createOwnWork({ write: host.writeFile, holds: host.holds }),
  };
}

/** How many changes of the disk a run makes. */
export function countingHost(host: Host): { readonly host: Host; count(): number } {
  let calls = 0;
  const counting = intercept(host, ({ number }) => {
    calls = number;
  });
  return { host: counting, count: () => calls };
}

/**
 * Dies at the given change: before it is done, or (`torn`) right after it, when a file that was being written is only
 * half there.
 */
export function dyingHost(host: Host, at: number, how: 'before' | 'torn'): Host {
  let isDead = false;
  const changes = intercept(host, ({ number }) => {
    isDead = number >= at;
    if (isDead && how === 'before') throw new Stop();
  });
  const wrapped = Object.entries(changes).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    return [
      name,
      (...args: unknown[]) => {
        if (isDead) throw new Stop();
        const result = value(...args);
        if (!isDead) return result;
        if (name === 'writeFile') host.writeFile(`${args[0]}`, `${args[1]}`.slice(0, 40));
        throw new Stop();
      },
    ];
  });
  return withOwnWork(Object.fromEntries(wrapped) as unknown as Host);
}

/** Refuses the given change once, or (`for good`) that one and all that need space after it. */
export function refusingHost(host: Host, at: number, how: 'once' | 'for good'): Host {
  const needsSpace: readonly Change[] = ['makeFolder', 'writeFile', 'createFile', 'sync'];
  return intercept(host, ({ number, name, path }) => {
    const isRefused =
      number === at || (how === 'for good' && number > at && needsSpace.includes(name));
    if (isRefused)
      throw new HostError(name.startsWith('remove') ? 'remove' : 'write', path, 'the disk is full');
  });
}
