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

describe('listFiles', () => {
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
