import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { watchReads } from '../../src/io/watch-reads.ts';

function watched() {
  const memory = createMemoryHost({ files: { '/a': 'a', '/b': 'b' } });
  const read: string[] = [];
  const stamps = new Map<string, string>([['/a', 'one']]);
  const watch = watchReads({
    ...memory,
    stampOf: (path) => stamps.get(path),
    readFile(path) {
      read.push(path);
      return memory.readFile(path);
    },
  });
  watch.host.readFile('/a');
  watch.host.readFile('/b');
  read.length = 0;
  return { memory, again: read, stamps, watch };
}

describe('watchReads', () => {
  it('reads again only what has no stamp to tell it by', () => {
    const { again, watch } = watched();
    expect(watch.firstChanged()).toBeUndefined();
    expect(again).toEqual(['/b']);
  });

  it('does not mind a file that was touched but holds the same', () => {
    const { again, stamps, watch } = watched();
    stamps.set('/a', 'two');
    expect(watch.firstChanged()).toBeUndefined();
    expect(again).toEqual(['/a', '/b']);
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
