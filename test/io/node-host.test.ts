import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostError } from '../../src/io/host.ts';
import { createNodeHost } from '../../src/io/node-host.ts';
import { sha256Hex } from '../../src/kube/digest.ts';

const host = createNodeHost();
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fedc-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text = 'x'): string {
  const absolute = join(folder, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return absolute;
}

describe('appendFile', () => {
  it('adds to the end of a file, makes one that is not there, and follows a link', () => {
    const path = put('a.md', 'one\n');
    symlinkSync(path, join(folder, 'link'));
    host.appendFile(path, 'two\n');
    host.appendFile(`${folder}/link`, 'three\n');
    host.appendFile(`${folder}/b.md`, 'new\n');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n');
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('new\n');
    expect(() => host.appendFile(folder, 'x')).toThrow(HostError);
  });
});

describe('listFiles', () => {
  it('looks through a link to the folder that it is asked for, and through no other', () => {
    put('teams/shop/a.yaml');
    symlinkSync(join(folder, 'teams'), join(folder, 'link'));
    symlinkSync(join(folder, 'teams'), join(folder, 'teams/inner'));
    expect(host.listFiles(`${folder}/link`, { except: [] })).toEqual([
      { path: 'inner', kind: 'link' },
      { path: 'shop/a.yaml', kind: 'file' },
    ]);
    expect(host.listFiles(`${folder}/link`, { except: [`${folder}/link/shop`] })).toHaveLength(1);
  });

  it.skipIf(process.platform !== 'linux')('stops at a folder whose name is no UTF-8', () => {
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff])]));
    const list = () => host.listFiles(folder, { except: [] });
    expect(list).toThrow(new HostError('list', `${folder}/a\ufffd`, 'there is no such file'));
  });

  it('gives files and links, sorted, without dot folders, node_modules and the folders left out', () => {
    for (const path of [
      'b.yaml',
      'a/[x].yaml',
      '.git/x',
      'a/node_modules/x',
      'rendered/x',
      'a/rendered/x',
      '.dot',
    ])
      put(path);
    symlinkSync(join(folder, 'b.yaml'), join(folder, 'a/link.yaml'));
    symlinkSync(join(folder, 'a'), join(folder, 'linked'));
    expect(host.listFiles(folder, { except: [`${folder}/rendered`] })).toEqual([
      { path: '.dot', kind: 'file' },
      { path: 'a/[x].yaml', kind: 'file' },
      { path: 'a/link.yaml', kind: 'link' },
      { path: 'a/rendered/x', kind: 'file' },
      { path: 'b.yaml', kind: 'file' },
      { path: 'linked', kind: 'link' },
    ]);
  });

  it('works in a folder whose own name begins with a dot', () => {
    put('.hidden/a.yaml');
    expect(host.listFiles(`${folder}/.hidden`, { except: [] })).toEqual([
      { path: 'a.yaml', kind: 'file' },
    ]);
  });
});

describe('writing', () => {
  it('replaces a link and leaves alone what it leads to', () => {
    const target = put('target', 'kept');
    symlinkSync(target, join(folder, 'link'));
    host.writeFile(`${folder}/link`, 'new');
    expect(readFileSync(target, 'utf8')).toBe('kept');
    expect(host.kindOf(`${folder}/link`)).toBe('file');
  });

  it('removes only empty folders', () => {
    const file = put('a/b/c');
    expect(host.removeEmptyFolder(`${folder}/a/b`)).toBe(false);
    host.removeFile(file);
    expect(host.removeEmptyFolder(`${folder}/a/b`)).toBe(true);
    expect(host.kindOf(`${folder}/a/b`)).toBeUndefined();
  });

  it('names the file and the reason when the machine refuses', () => {
    put('file');
    const write = () => host.writeFile(`${folder}/file/x`, 'y');
    expect(write).toThrow(HostError);
    expect(write).toThrow('a file stands where a folder is needed');
    expect(() => host.readFile(`${folder}/none`)).toThrow('there is no such file');
  });
});

describe('holds', () => {
  it.each([
    ['the same text', 'größe 🙂', true],
    ['another text of the same length', 'größe 🙁', false],
    ['the beginning of it', 'größe', false],
    ['more than it', 'größe 🙂 ', false],
    ['nothing', '', false],
  ])('compares with a file that holds %s', (_, held, expected) => {
    expect(host.holds(put('x', held), 'größe 🙂')).toBe(expected);
  });

  it('compares long texts, and those that are written', () => {
    const text = 'ä0123456789\n'.repeat(20_000);
    host.writeFile(`${folder}/x`, text);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(text);
    expect(host.holds(`${folder}/x`, text)).toBe(true);
    expect(host.holds(`${folder}/x`, text.slice(1))).toBe(false);
    expect(host.holds(put('y', ''), '')).toBe(true);
  });

  it('is false where nothing stands, and takes what no text can hold for what is written of it', () => {
    expect(host.holds(`${folder}/none`, '')).toBe(false);
    expect(host.holds(`${put('file')}/below`, '')).toBe(false);
    host.writeFile(`${folder}/x`, 'a\ud800');
    expect(host.holds(`${folder}/x`, 'a\ufffd')).toBe(true);
  });
});

describe('kindsIn', () => {
  it('names what stands in a folder, links and not what they lead to', () => {
    put('folder/file');
    symlinkSync(folder, join(folder, 'folder/link'));
    put('folder/inner/file');
    expect(Object.fromEntries(host.kindsIn(`${folder}/folder`))).toEqual({
      file: 'file',
      link: 'link',
      inner: 'folder',
    });
    expect(host.kindsIn(`${folder}/none`).size).toBe(0);
  });
});

describe('a file made at once', () => {
  it('is there with all of its text, and only once', () => {
    expect(host.createFile(`${folder}/x`, 'one')).toBe(true);
    expect(host.createFile(`${folder}/x`, 'two')).toBe(false);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('one');
    expect(host.listFolder(folder)).toEqual(['x']);
  });

  it('is not made through a link', () => {
    symlinkSync(join(folder, 'target'), join(folder, 'link'));
    expect(host.createFile(`${folder}/link`, 'x')).toBe(false);
    expect(host.kindOf(`${folder}/target`)).toBeUndefined();
  });
});

describe('stampOf', () => {
  it('is undefined as long as the next change could go unseen', () => {
    expect(host.stampOf(put('a'))).toBeUndefined();
    expect(host.stampOf(`${folder}/none`)).toBeUndefined();
    expect(host.stampOf(`${put('file')}/below`)).toBeUndefined();
  });

  it('differs once a file has changed', () => {
    const settled = host.stampOf(`${process.cwd()}/LICENSE`);
    expect(settled).toBeDefined();
    expect(host.stampOf(`${process.cwd()}/LICENSE`)).toBe(settled);
  });
});

it('waits for files and folders to be on the disk', () => {
  expect(() => host.sync(put('a'))).not.toThrow();
  expect(() => host.sync(folder)).not.toThrow();
  expect(() => host.sync(`${folder}/none`)).toThrow('there is no such file');
});

it('moves a folder at once, but not over another one', () => {
  put('from/x');
  host.rename(`${folder}/from`, `${folder}/to`);
  expect(host.listFolder(`${folder}/to`)).toEqual(['x']);
  put('from/y');
  expect(() => host.rename(`${folder}/from`, `${folder}/to`)).toThrow('not empty');
});

describe('isRunning', () => {
  const { process: self } = host;
  const [boot, container, ticks] = self.start.split('.');

  it('knows itself and its parent', () => {
    expect(host.isRunning(self)).toBe(true);
    expect(host.isRunning({ ...self, pid: process.ppid, start: '-' })).toBe(true);
  });

  it.each([
    { name: 'a number that nobody has', other: { pid: 2 ** 31 - 2 }, expected: false },
    { name: 'another machine', other: { host: 'other' }, expected: undefined },
    { name: 'no start', other: { start: '-' }, expected: true },
    {
      name: 'an earlier boot',
      other: { start: `x.${container}.${ticks}` },
      expected: false,
      proc: true,
    },
    {
      name: 'another container',
      other: { start: `${boot}.1.${ticks}` },
      expected: undefined,
      proc: true,
    },
    {
      name: 'an earlier process of the number',
      other: { start: `${boot}.${container}.1` },
      expected: false,
      proc: true,
    },
  ])('$name', ({ other, expected, proc = false }) => {
    // Where the machine does not tell when a process began, only its number counts.
    const isTold = self.start !== '-';
    expect(host.isRunning({ ...self, ...other })).toBe(proc && !isTold ? true : expected);
  });

  it('knows that a process was killed, even before its parent asks', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const named = { ...self, pid: child.pid ?? 0, start: '-' };
    expect(host.isRunning(named)).toBe(true);
    child.kill('SIGKILL');
    await ended;
    expect(host.isRunning(named)).toBe(false);
  });
});

it('hashes the bytes of a file', () => {
  expect(host.hashFile(put('a', 'é'))).toBe(sha256Hex('é'));
});

it('tells what stands at a path', () => {
  put('file');
  symlinkSync('nowhere', join(folder, 'link'));
  expect(host.kindOf(`${folder}/file`)).toBe('file');
  expect(host.kindOf(folder)).toBe('folder');
  expect(host.kindOf(`${folder}/link`)).toBe('link');
  expect(host.realPath(`${folder}/link`)).toBeUndefined();
  expect(host.kindOf(`${folder}/file/below`)).toBeUndefined();
});
