/** The built command, killed and crowded for real. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../built.ts';
import { configMap, files } from '../cli/repository.ts';
import { root } from '../repository.ts';

let copy = '';
let command = '';
let folder = '';

/** A copy of the command: the built one may be made anew at any time. */
beforeAll(async () => {
  await ensureBuilt();
  copy = mkdtempSync(join(tmpdir(), 'fedc-copy-'));
  for (const name of ['dist', 'schemas', 'scripts', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  command = join(copy, 'dist/cli/main.js');
}, 180_000);

afterAll(() => {
  if (copy !== '') rmSync(copy, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-kill-'));
  for (const [path, text] of Object.entries(files)) put(path.slice('/repo/'.length), text);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

/** Many objects, so that writing takes a while. */
function putMany(data: string): void {
  const documents = Array.from({ length: 150 }, (_, index) =>
    configMap(`many-${index}`, '{clusterSelector: {}}', data),
  );
  put('many.yaml', documents.join('---\n'));
}

function treeOf(path = join(folder, 'rendered')): ReadonlyMap<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((each) => [each.slice(path.length), readFileSync(each, 'utf8')]),
  );
}

const build = (...flags: string[]) =>
  spawnSync(process.execPath, [command, 'build', folder, ...flags], { encoding: 'utf8' });

function start(...flags: string[]) {
  const child = spawn(process.execPath, [command, 'build', folder, ...flags]);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; said: string }>(
    (resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal, said }));
    },
  );
  return { child, ended };
}

it('recovers from kills at random moments', () => {
  const seed = `${Math.floor(Math.random() * 1e6)}`;
  const loop = join(copy, 'scripts/kill-loop.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [loop, '--seconds', '12', '--seed', seed],
    { encoding: 'utf8' },
  );
  expect(status, `--seed ${seed}: ${stderr}`).toBe(0);
  expect(stdout).toContain('nothing was lost');
}, 120_000);

describe('two builds at once', () => {
  it.each([
    { name: 'of a folder that is not there', before: [] },
    { name: 'of a tree that stands there', before: ['build'] },
  ])('$name: one writes, the other says so or has nothing to do', async ({ before }) => {
    putMany('one');
    if (before.length > 0) build();
    putMany('two');
    const ends = await Promise.all([start(), start(), start()].map(({ ended }) => ended));
    for (const { code, said } of ends) {
      if (code === 3) expect(said).toContain('error[tree/busy]');
      else expect(code, said).toBe(0);
    }
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    const found = treeOf();
    expect(build('--out', join(folder, 'other')).status).toBe(0);
    expect(found).toEqual(treeOf(join(folder, 'other')));
    expect(existsSync(join(folder, 'rendered.fedc-new'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('a build that is interrupted', () => {
  it.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)(
    'by $signal ends with $code for a shell, and the next one finishes',
    async ({ signal, code }) => {
      putMany('one');
      expect(build().status).toBe(0);
      putMany('two');
      // A shell turns a death by a signal into a number.
      const line = `"${process.execPath}" "${command}" build "${folder}" & echo $!; wait $!; echo "code $?"`;
      const shell = spawn('sh', ['-c', line]);
      let output = '';
      shell.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      let isClosed = false;
      const closed = new Promise((resolve) => shell.on('close', resolve)).then(() => {
        isClosed = true;
      });
      while (!isClosed && !existsSync(join(folder, 'rendered/.fedc/pending'))) await nextTurn();
      process.kill(Number(output.split('\n')[0]), signal);
      await closed;
      expect(output).toContain(`code ${code}`);
      const next = build();
      expect(next.status, next.stderr).toBe(0);
      expect(build('--out', join(folder, 'other')).status).toBe(0);
      expect(treeOf()).toEqual(treeOf(join(folder, 'other')));
    },
  );
});

describe('a disk that is full', () => {
  const reason = whyNoSmallDisk();

  it.skipIf(reason !== undefined)(
    `leaves the tree as it was, or to be finished${reason === undefined ? '' : ` (skipped: ${reason})`}`,
    () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
      try {
        const out = join(disk, 'tree');
        putMany('one '.repeat(1000));
        const refused = build('--out', out);
        expect(refused.status).toBe(3);
        expect(refused.stderr).toContain('error[output/write-failed]');
        expect(refused.stderr).toContain('the disk is full');
        expect(readdirSync(disk)).toEqual([]);
        rmSync(join(folder, 'many.yaml'));
        expect(build('--out', out).status).toBe(0);
        const small = treeOf(out);
        putMany('one '.repeat(1000));
        expect(build('--out', out).status).toBe(3);
        rmSync(join(folder, 'many.yaml'));
        const next = build('--out', out, '--accept', nameOf(build('--out', out).stderr));
        expect(next.status, next.stderr).toBe(0);
        expect(treeOf(out)).toEqual(small);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );
});

describe('a disk of its own', () => {
  const reason = whyNoSmallDisk();

  it.skipIf(reason !== undefined)(
    `is written to in place${reason === undefined ? '' : ` (skipped: ${reason})`}`,
    () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
      try {
        const first = build('--out', disk);
        expect(first.status, first.stderr).toBe(0);
        expect(build().status).toBe(0);
        expect(treeOf(disk)).toEqual(treeOf());
        execFileSync('mount', ['-o', 'remount,ro', disk]);
        putMany('one');
        const refused = build('--out', disk);
        expect(refused.status).toBe(3);
        expect(refused.stderr).toContain('the file system is read-only');
        expect(treeOf(disk)).toEqual(treeOf());
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );
});

function nameOf(said: string): string {
  return /--accept ([0-9a-f]{8})/.exec(said)?.[1] ?? 'none';
}

/** A disk of one megabyte can be made by root on Linux, where mounting is allowed. */
function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can mount one';
  const place = mkdtempSync(join(tmpdir(), 'fedc-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'pipe' });
    execFileSync('umount', [place], { stdio: 'pipe' });
    return undefined;
  } catch {
    return 'mounting is not allowed here';
  } finally {
    rmSync(place, { recursive: true });
  }
}
