/** The thread that inspects trees, as it is built. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inspectTree } from '../../src/io/inspect-tree.ts';
import { countersSize, inspectNext } from '../../src/io/inspection.ts';
import { startInspection } from '../../src/io/inspection-thread.ts';
import { treeDisk } from '../../src/io/tree-disk.ts';
import { sha256Hex } from '../../src/kube/digest.ts';
import { ensureBuilt } from '../built.ts';

const script = new URL('../../dist/cli/inspection-worker.js', import.meta.url);
let folder: string;

beforeAll(ensureBuilt, 180_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-inspect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Clusters with two files each, of sizes around those of the rooms that files are read into. */
function putTree(count: number): readonly string[] {
  const clusters = Array.from({ length: count }, (_, index) => `c-${index}`);
  for (const [index, cluster] of clusters.entries()) {
    const texts = ['größe 🙂\n'.repeat(index), 'x'.repeat(65_534 + index)];
    const lines = texts.map((text, file) => {
      const path = `clusters/${cluster}/shop/${file}.yaml`;
      put(path, text);
      return `${sha256Hex(text)}  ${path}\n`;
    });
    put(`index/clusters/${cluster}.lock`, `fedc-lock 1\n${lines.join('')}`);
  }
  return clusters;
}

describe('the thread that inspects', () => {
  it('finds what is found without it, whatever was done to the tree', async () => {
    const clusters = putTree(60);
    put('clusters/c-3/shop/0.yaml', 'mine');
    put('clusters/c-4/shop/2.yaml', 'mine');
    put('index/clusters/c-5.lock', 'mine\nmine\n');
    rmSync(join(folder, 'clusters/c-6/shop/1.yaml'));
    rmSync(join(folder, 'clusters/c-7/shop'), { recursive: true });
    symlinkSync(join(folder, 'clusters/c-8/shop'), join(folder, 'clusters/c-7/shop'));
    const counters = new SharedArrayBuffer(countersSize);
    const expected = new Map(inspectNext(treeDisk, { folder, clusters, counters }));
    expect(expected.size).toBe(56);
    expect(expected.get('index/clusters/c-4.lock')?.others).toEqual(['clusters/c-4/shop/2.yaml']);
    for (const wait of [0, 20, 400]) {
      const inspection = startInspection(script, folder, clusters);
      await pause(wait);
      const found = inspection?.finish();
      // One that has not begun finds nothing.
      if (found?.size !== 0 || wait === 400) expect(found).toEqual(expected);
    }
  });

  it('tells the same to whoever asks once more', async () => {
    const inspection = startInspection(script, folder, putTree(2));
    await pause(400);
    const found = inspection?.finish();
    expect(found?.size).toBe(2);
    put('clusters/c-0/shop/0.yaml', 'mine');
    expect(inspection?.finish()).toEqual(found);
  });

  it.each([
    ['throws', 'throw new Error("broken")'],
    ['ends', 'process.exit(0)'],
    ['is no program', 'let let'],
  ])('finds nothing, and nobody waits for it, where the script %s', async (_, text) => {
    put('broken.cjs', text);
    const inspection = startInspection(
      pathToFileURL(join(folder, 'broken.cjs')),
      folder,
      putTree(2),
    );
    await pause(200);
    expect(inspection?.finish()).toEqual(new Map());
  });

  it('is not there where it cannot be made', () => {
    expect(startInspection(new URL('https://example.com/x.js'), folder, [])).toBeUndefined();
  });

  it('is not there where fedc runs from its sources', () => {
    expect(inspectTree(folder)).toBeUndefined();
  });
});
