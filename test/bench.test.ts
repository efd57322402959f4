/** The benchmark itself, at its smallest size: it must go on working between the days on which somebody measures. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';
import { createNodeHost } from '../src/io/node-host.ts';
import { ensureBuilt } from './built.ts';
import { root } from './repository.ts';

let folder = '';
let facts: Facts;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fedc-bench-test-'));
  facts = generate('repository');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function script(name: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bench', name), ...words],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

const numbers = ['--specs', '50', '--clusters', '10'];

interface Facts {
  readonly outputs: number;
  readonly editedOutputs: number;
}

const generate = (name: string, ...words: readonly string[]) =>
  JSON.parse(script('generate.mjs', join(folder, name), ...numbers, ...words)) as Facts;

function read(name: string): Map<string, string> {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((path) => [path.slice(join(folder, name).length), readFileSync(path, 'utf8')]),
  );
}

describe('the benchmark', () => {
  it('generates the same bytes for the same numbers and seed, and others for another seed', () => {
    expect(generate('again')).toEqual(facts);
    generate('seeded', '--seed', '2');
    expect(read('again')).toEqual(read('repository'));
    expect(read('seeded')).not.toEqual(read('repository'));
  });

  it('generates every operator and every operation', () => {
    const text = [...read('repository').values()].join('');
    const wanted = ['In', 'NotIn', 'Exists', 'DoesNotExist'].map((name) => `operator: ${name}\n`);
    for (const part of [...wanted, 'matchLabels:', 'op: add', 'op: remove', '~1', '/-\n']) {
      expect(text).toContain(part);
    }
  });

  it('edits a tenth of the outputs, by changing templates only', () => {
    const { outputs, editedOutputs } = facts;
    expect(editedOutputs).toBe(0);
    const later = generate('later', '--edit', '0.1');
    expect(later.outputs).toBe(outputs);
    expect(later.editedOutputs / outputs).toBeGreaterThanOrEqual(0.1);
    expect(later.editedOutputs / outputs).toBeLessThan(0.15);
    const texts = read('later');
    const changed = [...read('repository')].filter(([path, text]) => texts.get(path) !== text);
    for (const [path, text] of changed) {
      expect(texts.get(path)).toBe(text.replace('v2024.1', 'v2024.2'));
    }
  });

  it('compiles without a diagnostic into the objects that the naive script makes', () => {
    const { outputs } = facts;
    const [repository, tree, naive] = ['repository', 'tree', 'naive'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const host = createNodeHost();
    let said = '';
    const code = run(['build', repository, '--out', tree], {
      ...host,
      writeError: (text) => {
        said += text;
      },
    });
    expect(code).toBe(0);
    expect(said).toMatch(new RegExp(`^10 clusters, ${outputs} objects: [^\n]*\n$`));
    script('naive.mjs', repository, naive);
    expect(script('compare.mjs', tree, naive)).toBe(`${outputs} equal objects\n`);
  });

  it('compares objects, not texts, and notices one that differs', () => {
    const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n';
    write('left/clusters/eu-1/b/a.yaml', `${manifest}data: {x: "1", y: two}\n`);
    write('right/eu-1.yaml', `${manifest}data:\n  y: "two"\n  x: '1'\n`);
    write('other/eu-1.yaml', `${manifest}data: {x: 1, y: two}\n`);
    const tree = (name: string) => join(folder, name);
    expect(script('compare.mjs', tree('left'), tree('right'))).toBe('1 equal objects\n');
    expect(() => script('compare.mjs', tree('left'), tree('other'))).toThrow(
      'eu-1 /ConfigMap/b/a: differs\n1 differences',
    );
  });

  it('measures, and prints a table', async () => {
    await ensureBuilt();
    const words = '--size S --pairs 1 --against cp --what cold,update --in';
    const table = script('run.mjs', ...words.split(' '), folder);
    const rows = table.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.map((line) => line.split(' | ')[0])).toEqual([
      '| workload',
      '| ---',
      '| S: 50 specs, 10 clusters',
      '| what',
      '| ---',
      '| cold compile into an absent folder',
      '| update of 10 % of the files',
    ]);
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
