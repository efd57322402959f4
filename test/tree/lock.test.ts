import { describe, expect, it } from 'vitest';
import {
  canBeListed,
  clusterLockPath,
  lockPathOf,
  parseLock,
  printLock,
  salvageLock,
  treeLockPath,
} from '../../src/tree/lock.ts';

const hash = (digit: string) => digit.repeat(64);
const lockPath = clusterLockPath('eu-1');

describe('printLock', () => {
  it('sorts by path and ends in a newline', () => {
    const entries = new Map([
      ['clusters/eu-1/shop/b.yaml', hash('b')],
      ['clusters/eu-1/shop/a.yaml', hash('a')],
    ]);
    expect(printLock(entries)).toBe(
      `fedc-lock 1\n${hash('a')}  clusters/eu-1/shop/a.yaml\n${hash('b')}  clusters/eu-1/shop/b.yaml\n`,
    );
    expect(parseLock(printLock(entries), lockPath)).toEqual({ ok: true, entries });
  });
});

describe('parseLock', () => {
  const line = (path: string) => `fedc-lock 1\n${hash('a')}  ${path}\n`;

  it('accepts Windows line ends', () => {
    const text = line('clusters/eu-1/x.yaml').replaceAll('\n', '\r\n');
    expect(parseLock(text, lockPath)).toMatchObject({ ok: true });
  });

  it.each([
    { name: 'a merge conflict', text: `fedc-lock 1\n<<<<<<< ours\n${hash('a')}  x\n`, bad: 2 },
    { name: 'another first line', text: 'fedc-lock 2\n', bad: 1 },
    { name: 'an empty file', text: '', bad: 1 },
    { name: 'a path upwards', text: line('clusters/eu-1/../../x'), bad: 2 },
    { name: 'an absolute path', text: line('/etc/passwd'), bad: 2 },
    { name: 'a path of another cluster', text: line('clusters/eu-2/x.yaml'), bad: 2 },
    { name: 'a path of the tree', text: line('.gitattributes'), bad: 2 },
    { name: 'a backslash', text: line('clusters/eu-1/..\\x'), bad: 2 },
    { name: 'a lock', text: line('clusters/eu-1/x.lock'), bad: 2 },
    {
      name: 'one path twice',
      text: `${line('clusters/eu-1/x.yaml')}${hash('b')}  clusters/eu-1/x.yaml\n`,
      bad: 3,
    },
  ])('refuses $name', ({ text, bad }) => {
    expect(parseLock(text, lockPath)).toMatchObject({ ok: false, line: bad });
  });

  const own = line('clusters/eu-1/x.yaml');
  it.each([
    {
      name: 'the marks of a merge',
      text: `<<<<<<< HEAD\n${own}=======\n>>>>>>> b\n`,
      reason: 'conflict',
    },
    { name: 'marks of diff3 in the middle', text: `${own}||||||| base\n`, reason: 'conflict' },
    { name: 'another version', text: 'fedc-lock 2\n', reason: 'version' },
    { name: 'anything else', text: `${own}x\n`, reason: 'edited' },
  ])('tells $name apart', ({ text, reason }) => {
    expect(parseLock(text, lockPath)).toMatchObject({ ok: false, reason });
  });
});

describe('salvageLock', () => {
  it('gives the lines of both sides of a merge, and none that leads elsewhere', () => {
    const text = [
      'fedc-lock 1',
      '<<<<<<< HEAD',
      `${hash('a')}  clusters/eu-1/x.yaml`,
      '=======',
      `${hash('b')}  clusters/eu-1/x.yaml`,
      `${hash('c')}  clusters/eu-2/x.yaml`,
      '>>>>>>> other',
      '',
    ].join('\n');
    expect(salvageLock(text, lockPath)).toEqual([
      { path: 'clusters/eu-1/x.yaml', hash: hash('a') },
      { path: 'clusters/eu-1/x.yaml', hash: hash('b') },
    ]);
  });
});

describe('canBeListed', () => {
  it.each(['index/lock', 'index/clusters/a.lock', '../x', '', 'a//b', 'c:x', 'a\\b'])(
    'refuses %j',
    (path) => {
      expect(canBeListed(path)).toBe(false);
    },
  );
});

describe('lockPathOf', () => {
  it.each([
    ['clusters/eu-1/shop/x.yaml', 'index/clusters/eu-1.lock'],
    ['index/clusters/eu-1.json', 'index/clusters/eu-1.lock'],
    ['engine/argocd/x.yaml', treeLockPath],
    ['.gitattributes', treeLockPath],
  ])('%s is listed in %s', (path, lock) => {
    expect(lockPathOf(path)).toBe(lock);
  });
});
