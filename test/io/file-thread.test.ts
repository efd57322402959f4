/** The thread that writes and compares files, as it is built. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileThread, startFileThread } from '../../src/io/file-thread.ts';
import { head, memorySize } from '../../src/io/work-pages.ts';
import { ensureBuilt } from '../built.ts';

const script = new URL('../../dist/cli/file-worker.js', import.meta.url);
let folder: string;

beforeAll(ensureBuilt, 180_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-thread-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function begin(comparisons: number): FileThread {
  const thread = startFileThread(script, comparisons);
  if (thread === undefined) throw new Error('the machine refuses a thread');
  return thread;
}

/** Gives each job again until the thread has room for it. */
function take(thread: FileThread, ...job: Parameters<FileThread['take']>): void {
  while (!thread.take(...job)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

function texts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    `größe 🙂 ${index}\n`.repeat(1 + (index % 97)),
  );
}

describe('the thread for files', () => {
  it('is built', () => {
    expect(existsSync(script)).toBe(true);
  });

  it('writes every file to the byte, whoever shares a text', () => {
    const thread = begin(0);
    const all = texts(5000);
    const shared = {};
    for (const [index, text] of all.entries()) {
      const isShared = index % 3 === 0;
      take(
        thread,
        join(folder, `${index}.yaml`),
        isShared ? 'the same' : text,
        isShared ? { shared } : {},
      );
    }
    expect(thread.finish().refusal).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(all.length);
    for (const [index, text] of all.entries())
      expect(readFileSync(join(folder, `${index}.yaml`), 'utf8')).toBe(
        index % 3 === 0 ? 'the same' : text,
      );
  });

  it('tells paths of letters of several bytes apart', () => {
    const thread = begin(0);
    const names = Array.from({ length: 1200 }, (_, index) => `größe-🙂-${index}.yaml`);
    for (const name of names) take(thread, join(folder, name), name);
    expect(thread.finish().refusal).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(name);
  });

  it('hashes what it writes where that is wanted', () => {
    const thread = begin(700);
    const all = texts(1400);
    for (const [index, text] of all.entries())
      take(thread, join(folder, `${index}`), text, index % 2 === 0 ? { hash: index / 2 } : {});
    thread.finish();
    for (const [index, text] of all.entries())
      if (index % 2 === 0)
        expect(thread.hashOf(index / 2)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('compares what stands there', () => {
    const held = ['same', 'longer than', 'short', 'other', ''];
    const asked = ['same', 'longer', 'shorter', 'Other', ''];
    for (const [index, text] of held.entries()) writeFileSync(join(folder, `${index}`), text);
    const thread = begin(6);
    for (const [answer, text] of asked.entries())
      take(thread, join(folder, `${answer}`), text, { answer });
    take(thread, join(folder, 'absent'), '', { answer: 5 });
    expect([...thread.finish().answers]).toEqual([1, 0, 0, 0, 1, 0]);
  });

  it('replaces a link instead of writing to where it leads', () => {
    writeFileSync(join(folder, 'other'), 'theirs');
    symlinkSync(join(folder, 'other'), join(folder, 'link'));
    const thread = begin(0);
    take(thread, join(folder, 'link'), 'ours');
    thread.finish();
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('theirs');
    expect(readFileSync(join(folder, 'link'), 'utf8')).toBe('ours');
  });

  it('tells the first refusal, and takes what follows without doing it', () => {
    const thread = begin(0);
    const path = join(folder, 'none', 'x');
    take(thread, path, 'a');
    for (const [index, text] of texts(5000).entries()) take(thread, join(folder, `${index}`), text);
    expect(thread.finish().refusal).toMatchObject({ operation: 'write', path, code: 'ENOENT' });
  });

  it('tells a refusal of a path as long as a system knows', () => {
    const thread = begin(0);
    const path = join(folder, ...Array.from({ length: 19 }, () => 'ü'.repeat(100)), 'x');
    take(thread, path, 'a');
    expect(thread.finish().refusal).toMatchObject({ operation: 'write', path });
  });

  it('has no room for a text longer than a page', () => {
    const thread = begin(0);
    take(thread, join(folder, 'x'), 'a');
    expect(thread.take(join(folder, 'y'), 'a'.repeat(300_000))).toBe(false);
    expect(thread.take(join(folder, 'z'), 'a'.repeat(300_000), { shared: {} })).toBe(true);
    thread.finish();
    expect(readdirSync(folder)).toEqual(['x', 'z']);
  });

  it.each([
    ['throws', 'throw new Error("broken")'],
    ['ends', 'process.exit(0)'],
    ['is no program', 'let let'],
  ])('takes nothing, and waits for nothing, where the script %s', async (_, text) => {
    const broken = join(folder, 'broken.cjs');
    writeFileSync(broken, text);
    const thread = startFileThread(pathToFileURL(broken), 1);
    await pause(200);
    expect(thread?.take(join(folder, 'x'), 'a')).toBe(false);
    expect(thread?.finish()).toEqual({ answers: new Uint8Array(1) });
    expect(readdirSync(folder)).toEqual(['broken.cjs']);
  });

  it('tells at once when it goes wrong in another way than by a file', () => {
    const thread = begin(1);
    take(thread, join(folder, 'x'), 'a', { hash: 7 });
    expect(thread.finish().refusal).toMatchObject({ operation: 'write', code: '' });
  });

  it('ends at once where the places in its memory are those of another version', async () => {
    const memory = new SharedArrayBuffer(memorySize);
    const nothing = new SharedArrayBuffer(0);
    const shared = { memory, answers: nothing, hashes: nothing, layout: 'another' };
    const worker = new Worker(script, { workerData: shared });
    expect(await once(worker, 'exit')).toEqual([0]);
    expect(new Int32Array(memory, 0, 8)[head.begun]).toBe(0);
  });

  it('is not there where it cannot be made', () => {
    expect(startFileThread(new URL('https://example.com/worker.js'), 0)).toBeUndefined();
  });
});
