import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHostOptions } from '../../src/io/memory-host.ts';
import { isWriter, leaveWriter, takeWriter } from '../../src/io/writer.ts';

const me = { host: 'memory', pid: 7, start: 'boot.1.200' };
const writer = '/out/.fedc/writer';
const textOf = (pid: number, host = 'memory') =>
  `fedc-writer 1\nhost ${host}\npid ${pid}\nstart boot.1.100\n`;
const create = (options: MemoryHostOptions = {}) => createMemoryHost({ process: me, ...options });

describe('takeWriter', () => {
  it('says who writes, in a folder that git does not see', () => {
    const host = create();
    expect(takeWriter(host, '/out')).toEqual({ kind: 'taken' });
    expect(host.textOf(writer)).toBe('fedc-writer 1\nhost memory\npid 7\nstart boot.1.200\n');
    expect(host.textOf('/out/.fedc/.gitignore')).toBe('*\n');
    expect(isWriter(host, '/out')).toBe(true);
  });

  it('takes the place of a process that has ended, and says whose', () => {
    const host = create({ files: { [writer]: textOf(3) } });
    const dead = { host: 'memory', pid: 3, start: 'boot.1.100' };
    expect(takeWriter(host, '/out')).toEqual({ kind: 'taken', dead });
    expect(isWriter(host, '/out')).toBe(true);
  });

  it.each(['', 'fedc-writer 1\nhost ', 'fedc-writer 1\nhost x\npid -1\nstart -\n', 'x'])(
    'takes the place of a file that names no process: %j',
    (text) => {
      const host = create({ files: { [writer]: text } });
      expect(takeWriter(host, '/out')).toEqual({ kind: 'taken', dead: 'unknown' });
    },
  );

  it('gives way to a process that runs', () => {
    const host = create({ files: { [writer]: textOf(3) }, running: [3] });
    const by = { host: 'memory', pid: 3, start: 'boot.1.100' };
    expect(takeWriter(host, '/out')).toEqual({ kind: 'busy', by, isRunning: true });
    expect(host.changes).toEqual([]);
    leaveWriter(host, '/out');
    expect(host.textOf(writer)).toBe(textOf(3));
  });

  it('gives way to a process of another machine, of which nothing is known', () => {
    const host = create({ files: { [writer]: textOf(3, 'other') } });
    expect(takeWriter(host, '/out')).toMatchObject({ kind: 'busy', isRunning: undefined });
  });

  it('does not push aside another one that has been faster in taking over', () => {
    const memory = create({ files: { [writer]: textOf(3) }, running: [8] });
    const host = {
      ...memory,
      isRunning(process: { readonly host: string; readonly pid: number; readonly start: string }) {
        if (process.pid === 3) memory.files.set(writer, Buffer.from(textOf(8)));
        return memory.isRunning(process);
      },
    };
    expect(takeWriter(host, '/out')).toMatchObject({ kind: 'busy', by: { pid: 8 } });
    expect(memory.textOf(writer)).toBe(textOf(8));
    expect([...memory.files.keys()]).toEqual([writer]);
  });

  it.each([
    { name: 'a link', options: { links: { '/out/.fedc': '/etc' } } },
    { name: 'a file', options: { files: { '/out/.fedc': '' } } },
    { name: 'a link to a writer', options: { links: { [writer]: '/etc/x' } } },
    { name: 'a folder for a writer', options: { files: { [`${writer}/x`]: '' } } },
  ])('stops at $name in its place', ({ options }) => {
    const host = create(options);
    expect(() => takeWriter(host, '/out')).toThrow('.fedc');
    expect(host.changes).toEqual([]);
  });
});

describe('leaveWriter', () => {
  it('leaves nothing, or what is still to be done', () => {
    const host = create({ files: { '/out/.fedc/writer.9': '', '/out/.fedc/writer.9.old': '' } });
    takeWriter(host, '/out');
    leaveWriter(host, '/out');
    expect([...host.files.keys()]).toEqual([]);
    takeWriter(host, '/out');
    host.files.set('/out/.fedc/pending', new Uint8Array());
    leaveWriter(host, '/out');
    expect([...host.files.keys()].sort()).toEqual(['/out/.fedc/.gitignore', '/out/.fedc/pending']);
  });
});
