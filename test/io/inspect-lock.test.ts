import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/io/host.ts';
import { clustersWithLock, inspectLock } from '../../src/io/inspect-lock.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { sha256Hex } from '../../src/kube/digest.ts';

const manifest = '/out/clusters/a/shop/x.yaml';
const index = '/out/index/clusters/a.json';
const lockPath = '/out/index/clusters/a.lock';
const lock = `fedc-lock 1\n${sha256Hex('x')}  clusters/a/shop/x.yaml\n${sha256Hex('{}')}  index/clusters/a.json\n`;
const files = { [manifest]: 'x', [index]: '{}', [lockPath]: lock };

function inspect(
  changed: Readonly<Record<string, string | undefined>> = {},
  links: Readonly<Record<string, string>> = {},
) {
  const all = Object.entries({ ...files, ...changed }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text]],
  );
  const host = createMemoryHost({ files: Object.fromEntries(all), links });
  return inspectLock(host, '/out', 'a');
}

describe('inspectLock', () => {
  it('finds a lock intact whose files stand as it says', () => {
    expect(inspect()).toEqual({ hash: sha256Hex(lock), others: [] });
  });

  it('names what else stands in the folder of the cluster', () => {
    const changed = {
      '/out/clusters/a/shop/y.yaml': '',
      '/out/clusters/a/README.md': '',
      '/out/clusters/b/z.yaml': '',
    };
    const links = { '/out/clusters/a/link.yaml': manifest };
    expect(inspect(changed, links)?.others.toSorted()).toEqual([
      'clusters/a/README.md',
      'clusters/a/link.yaml',
      'clusters/a/shop/y.yaml',
    ]);
  });

  it('does not call the file of the index another one where the lock does not list it', () => {
    const text = lock.split('\n').toSpliced(2, 1).join('\n');
    expect(inspect({ [lockPath]: text })).toEqual({ hash: sha256Hex(text), others: [] });
  });

  it.each([
    ['a file is missing', { [manifest]: undefined }],
    ['a file is another one', { [manifest]: 'y' }],
    ['a file is longer', { [manifest]: 'xx' }],
    ['a folder stands in place of a file', { [manifest]: undefined, [`${manifest}/x.yaml`]: 'x' }],
    ['the file of the index is missing', { [index]: undefined }],
    ['the file of the index is another one', { [index]: '{ }' }],
    ['the lock has Windows line ends', { [lockPath]: lock.replaceAll('\n', '\r\n') }],
    [
      'a name ends as Windows lines do',
      { [lockPath]: lock.replaceAll('\n', '\r\n'), [`${manifest}\r`]: 'x', [`${index}\r`]: '{}' },
    ],
    ['the lock lists what is elsewhere', { [lockPath]: `${lock}${sha256Hex('')}  engine/x\n` }],
    ['the lock is no lock', { [lockPath]: 'mine\n\nmine\n' }],
  ])('finds it not intact where %s', (_, changed) => {
    expect(inspect(changed)).toBeUndefined();
  });

  it.each([
    ['a file', { [manifest]: undefined, '/other/x.yaml': 'x' }, { [manifest]: '/other/x.yaml' }],
    [
      'a folder',
      { [manifest]: undefined, '/other/x.yaml': 'x' },
      { '/out/clusters/a/shop': '/other' },
    ],
    [
      'the cluster',
      { [manifest]: undefined, '/other/shop/x.yaml': 'x' },
      { '/out/clusters/a': '/other' },
    ],
    ['the index', { [index]: undefined, '/other': '{}' }, { [index]: '/other' }],
    ['the lock', { [lockPath]: undefined, '/other': lock }, { [lockPath]: '/other' }],
  ])('follows no link in place of %s', (_, changed, links) => {
    expect(inspect(changed, links)).toBeUndefined();
  });
});

describe('clustersWithLock', () => {
  it('finds them by their locks', () => {
    const host = createMemoryHost({
      files: { ...files, '/out/index/clusters/b.lock': '', '/out/index/clusters/c.lock/x': '' },
      links: { '/out/index/clusters/d.lock': '/out/index/clusters/b.lock' },
    });
    expect(clustersWithLock(host, '/out')).toEqual(['a', 'b']);
  });

  it.each(['clusters', 'index', 'index/clusters'])('finds none where %s is a link', (path) => {
    const moved = Object.entries(files).map(([file, text]) => [
      file.replace(`/out/${path}/`, '/other/'),
      text,
    ]);
    const host = createMemoryHost({
      files: Object.fromEntries(moved),
      links: { [`/out/${path}`]: '/other' },
    });
    expect(clustersWithLock(host, '/out')).toEqual([]);
  });

  it('finds none whose folder would be another one than that of a cluster', () => {
    const odd = ['.lock', '..lock', '...lock'].map((name) => [`/out/index/clusters/${name}`, '']);
    const host = createMemoryHost({ files: { ...files, ...Object.fromEntries(odd) } });
    expect(clustersWithLock(host, '/out')).toEqual(['a']);
  });

  it('finds none where there is no tree', () => {
    expect(clustersWithLock(createMemoryHost(), '/out')).toEqual([]);
  });

  it('tells what the disk refuses', () => {
    const kindsIn = (path: string) => {
      throw new HostError('list', path, 'permission denied');
    };
    const host = { ...createMemoryHost({ files }), kindsIn };
    expect(() => clustersWithLock(host, '/out')).toThrow(HostError);
    expect(() => inspectLock(host, '/out', 'a')).toThrow(HostError);
  });
});
