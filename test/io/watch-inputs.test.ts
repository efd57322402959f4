import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/io/host.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { watchInputs } from '../../src/io/watch-inputs.ts';

/** A folder that was listed and read, with a look for a config that is not there. */
function asked() {
  const memory = createMemoryHost({ files: { '/r/a': 'a', '/r/b': 'b', '/x/c': 'c' } });
  const hashed: string[] = [];
  const stamps = new Map<string, string>();
  const inputs = watchInputs({
    ...memory,
    stampOf: (path) => stamps.get(path),
    hashFile(path) {
      hashed.push(path);
      return memory.hashFile(path);
    },
  });
  stamps.set('/r/a', 'one');
  inputs.host.kindOf('/r/fedc.yaml');
  inputs.host.realPath('/y');
  inputs.host.listFiles('/r', { except: ['/r/rendered'] });
  for (const path of ['/r/a', '/r/b', '/x/c']) inputs.host.readFile(path);
  const put = (path: string, text: string) => {
    memory.files.set(path, Buffer.from(text));
    stamps.set(path, `${stamps.get(path)}+`);
  };
  return { memory, inputs, hashed, stamps, put };
}

describe('watchInputs', () => {
  it('finds no change where there is none, and hashes only what has no stamp', () => {
    const { inputs, hashed } = asked();
    expect(inputs.hasChanged()).toBe(false);
    expect(hashed).toEqual(['/r/b', '/x/c']);
  });

  it.each([
    ['a file that was read', '/r/a'],
    ['a file elsewhere', '/x/c'],
    ['a file that comes', '/r/new'],
    ['a config that comes', '/r/fedc.yaml'],
    ['what a name leads to', '/y'],
  ])('notices %s, once', (_, path) => {
    const { inputs, put } = asked();
    put(path, 'other');
    expect(inputs.hasChanged()).toBe(true);
    expect(inputs.hasChanged()).toBe(false);
  });

  it.each(['/r/a', '/x/c'])('notices that %s goes', (path) => {
    const { inputs, memory, stamps } = asked();
    memory.files.delete(path);
    stamps.delete(path);
    expect(inputs.hasChanged()).toBe(true);
    expect(inputs.hasChanged()).toBe(false);
  });

  it('does not mind a file that was touched, and need not hash it again', () => {
    const { inputs, hashed, stamps } = asked();
    stamps.set('/r/a', 'two');
    expect(inputs.hasChanged()).toBe(false);
    inputs.hasChanged();
    expect(hashed.filter((path) => path === '/r/a')).toHaveLength(1);
  });

  it('trusts a file that had just been changed as soon as it has a stamp', () => {
    const { inputs, hashed, stamps } = asked();
    inputs.hasChanged();
    stamps.set('/r/b', 'settled');
    inputs.hasChanged();
    inputs.hasChanged();
    expect(hashed.filter((path) => path === '/r/b')).toHaveLength(2);
  });

  it('does not look into folders that were left out', () => {
    const { inputs, put } = asked();
    put('/r/rendered/x', 'x');
    expect(inputs.hasChanged()).toBe(false);
  });

  it('forgets what it is told to', () => {
    const { inputs, put } = asked();
    inputs.forget((path) => path === '/r/a');
    put('/r/a', 'other');
    expect(inputs.hasChanged()).toBe(false);
  });

  it('notices that a file can be read at last', () => {
    const memory = createMemoryHost({ files: { '/a': 'a' } });
    const locks = new Set(['/a']);
    const locked = <T>(read: (path: string) => T) => {
      return (path: string) => {
        if (locks.has(path)) throw new HostError('read', path, 'permission denied');
        return read(path);
      };
    };
    const { host, hasChanged } = watchInputs({
      ...memory,
      readFile: locked(memory.readFile),
      hashFile: locked(memory.hashFile),
    });
    expect(() => host.readFile('/a')).toThrow('permission denied');
    expect(hasChanged()).toBe(false);
    locks.clear();
    expect(hasChanged()).toBe(true);
  });
});
