import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/io/host.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { createTreeFolder } from '../../src/io/tree-folder.ts';
import { sha256Hex } from '../../src/kube/digest.ts';

const path = 'clusters/a/x.yaml';

describe('standing', () => {
  it('is the hash of a file, or nothing', () => {
    const tree = createTreeFolder(createMemoryHost({ files: { [`/out/${path}`]: 'x' } }), '/out');
    expect(tree.standing(path)).toEqual({ kind: 'file', hash: sha256Hex('x') });
    expect(tree.standing('clusters/b/x.yaml')).toEqual({ kind: 'absent' });
  });

  it.each([
    {
      name: 'a link in place of the file',
      host: { links: { '/out/clusters/a/x.yaml': '/etc/passwd' } },
      reason: 'a symbolic link stands there',
    },
    {
      name: 'a link in place of a folder above',
      host: { links: { '/out/clusters': '/elsewhere' }, files: { '/elsewhere/a/x.yaml': 'x' } },
      reason: 'clusters is a symbolic link',
    },
    {
      name: 'a file in place of a folder above',
      host: { files: { '/out/clusters/a': 'x' } },
      reason: 'clusters/a is not a folder',
    },
    {
      name: 'a folder in place of the file',
      host: { files: { [`/out/${path}/y`]: 'x' } },
      reason: 'a folder stands there',
    },
  ])('is an obstacle for $name', ({ host, reason }) => {
    const tree = createTreeFolder(createMemoryHost(host), '/out');
    expect(tree.standing(path)).toEqual({ kind: 'obstacle', reason });
  });
});

describe('obstacleAt', () => {
  it('says what standing says, without reading a file', () => {
    const files = { '/out/clusters/a/x.yaml': 'x', '/out/file': '' };
    const links = { '/out/index': '/other' };
    const memory = createMemoryHost({ files, links });
    const unread = {
      ...memory,
      hashFile() {
        throw new Error('read');
      },
    };
    const tree = createTreeFolder(unread, '/out');
    expect(tree.obstacleAt(path)).toBeUndefined();
    expect(tree.obstacleAt('clusters/none/at/all.yaml')).toBeUndefined();
    expect(tree.obstacleAt('index/lock')).toBe('index is a symbolic link');
    expect(tree.obstacleAt('file/x')).toBe('file is not a folder');
    expect(tree.obstacleAt('clusters/a')).toBe('a folder stands there');
  });

  it('looks up nothing below a folder that does not exist', () => {
    const looked: string[] = [];
    const memory = createMemoryHost();
    const host = { ...memory, kindOf: (at: string) => void looked.push(at) };
    const tree = createTreeFolder(host, '/out');
    tree.standing('clusters/a/x.yaml');
    tree.standing('clusters/a/y.yaml');
    expect(looked).toEqual(['/out/clusters']);
  });
});

describe('holds', () => {
  const holds = (files: Readonly<Record<string, string>>, links = {}) =>
    createTreeFolder(createMemoryHost({ files, links }), '/out').holds(path, () => 'text');

  it('is true only of a plain file of that text', () => {
    expect(holds({ [`/out/${path}`]: 'text' })).toBe(true);
    expect(holds({ [`/out/${path}`]: 'other' })).toBe(false);
    expect(holds({ [`/out/${path}/x`]: 'text' })).toBe(false);
  });

  it('follows no link, neither at the path nor above it', () => {
    const files = { '/other/x.yaml': 'text', '/other/a/x.yaml': 'text' };
    expect(holds(files, { [`/out/${path}`]: '/other/x.yaml' })).toBe(false);
    expect(holds(files, { '/out/clusters': '/other' })).toBe(false);
  });

  it('asks for no text where nothing stands', () => {
    const tree = createTreeFolder(createMemoryHost({ files: { '/out/x': '' } }), '/out');
    const text = () => {
      throw new Error('asked');
    };
    expect(tree.holds(path, text)).toBe(false);
    expect(tree.holds('y', text)).toBe(false);
    expect(() => tree.holds('x', text)).toThrow('asked');
  });

  it('is false where the folder may not be listed, so that the file is looked at', () => {
    const memory = createMemoryHost({ files: { [`/out/${path}`]: 'text' } });
    const kindsIn = (folder: string) => {
      throw new HostError('list', folder, 'permission denied');
    };
    const tree = createTreeFolder({ ...memory, kindsIn }, '/out');
    expect(tree.holds(path, () => 'text')).toBe(false);
    expect(tree.standing(path).kind).toBe('file');
  });
});

describe('readLocks', () => {
  it('finds the lock of the tree and those of clusters', () => {
    const files = {
      '/out/index/lock': 'a',
      '/out/index/clusters/x.lock': 'b',
      '/out/index/clusters/x.json': 'c',
    };
    const locks = createTreeFolder(createMemoryHost({ files }), '/out').readLocks();
    expect([...locks.keys()]).toEqual(['index/lock', 'index/clusters/x.lock']);
  });

  it('follows no link', () => {
    const host = createMemoryHost({
      links: { '/out/index': '/other' },
      files: { '/other/lock': 'x' },
    });
    expect(createTreeFolder(host, '/out').readLocks().size).toBe(0);
  });
});

describe('isForeign', () => {
  it.each([
    { name: 'an empty folder is free', files: {}, foreign: false },
    { name: 'a folder with other things is free', files: { '/out/README.md': '' }, foreign: false },
    {
      name: 'a folder with a lock is ours',
      files: { '/out/index/lock': '', '/out/clusters/a/x.yaml': '' },
      foreign: false,
    },
    {
      name: 'clusters without a lock is foreign',
      files: { '/out/clusters/a/x.yaml': '' },
      foreign: true,
    },
    {
      name: 'clusters without a lock is ours if a build was stopped before it wrote one',
      files: { '/out/clusters/a/x.yaml': '', '/out/.fedc/pending': '' },
      foreign: false,
    },
    { name: 'engine without a lock is foreign', files: { '/out/engine/x': '' }, foreign: true },
  ])('$name', ({ files, foreign }) => {
    expect(createTreeFolder(createMemoryHost({ files }), '/out').isForeign()).toBe(foreign);
  });
});
