import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { watchReads } from '../../src/io/watch-reads.ts';

function watched() {
  const memory = createMemoryHost({ files: { '/a': 'a', '/b': 'b' } });
  const hashed: string[] = [];
  const stamps = new Map<string, string>([['/a', 'one']]);
  const watch = watchReads({
    ...memory,
    stampOf: (path) => stamps.get(path),
    hashFile(path) {
      hashed.push(path);
      return memory.hashFile(path);
    },
  });
  watch.host.readFile('/a');
  watch.host.readFile('/b');
  return { memory, hashed, stamps, watch };
}

describe('watchReads', () => {
  it('hashes again only what has no stamp to tell it by', () => {
    const { hashed, watch } = watched();
    expect(watch.firstChanged()).toBeUndefined();
    expect(hashed).toEqual(['/b']);
  });

  it('does not mind a file that was touched but holds the same', () => {
    const { hashed, stamps, watch } = watched();
    stamps.set('/a', 'two');
    expect(watch.firstChanged()).toBeUndefined();
    expect(hashed).toEqual(['/a', '/b']);
  });

  it.each(['/a', '/b'])('finds that %s was changed or is gone', (path) => {
    const { memory, stamps, watch } = watched();
    stamps.delete(path);
    memory.files.set(path, Buffer.from('other'));
    expect(watch.firstChanged()).toBe(path);
    memory.files.delete(path);
    expect(watch.firstChanged()).toBe(path);
  });
});
