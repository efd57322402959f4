/** A tree of so many files that a second thread helps, by the built command on a real disk. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { ensureBuilt } from '../built.ts';
import { configMap, files } from '../cli/repository.ts';
import { root } from '../repository.ts';

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** Seventy config maps in forty clusters, each of them another one in one cluster. */
const sources = new Map([
  [
    'clusters.yaml',
    `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${names('c', 40)
      .map((name) => `  - {name: ${name}}\n`)
      .join('')}`,
  ],
  ['namespace.yaml', String(files['/repo/namespace.yaml'])],
  ...names('map', 70).map((name, index): [string, string] => [
    `${name}.yaml`,
    `${configMap(name, '{clusterSelector: {}}', `größe ${name}`)}  overrides:\n    - clusterName: c-${index % 40}\n      clusterOverrides: [{path: /data/a, value: other}]\n`,
  ]),
]);

let folder = '';

beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'fedc-many-'));
  mkdirSync(join(folder, 'repo'));
  for (const [path, text] of sources) writeFileSync(join(folder, 'repo', path), text);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...flags: readonly string[]) {
  const command = join(root, 'dist/cli/main.js');
  const words = ['build', join(folder, 'repo'), ...flags];
  const { status, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8' });
  return { status, stderr };
}

/** Everything but locks, which hold hashes of it. */
function treeOf(out: string): ReadonlyMap<string, string> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('lock'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(out.length + 1).replaceAll('\\', '/'),
        readFileSync(path, 'utf8'),
      ]),
  );
}

describe('fedc build of thousands of files', () => {
  const out = () => join(folder, 'repo/rendered');

  it('writes what the compiler gives', () => {
    expect(build()).toMatchObject({ status: 0 });
    const result = compile({ files: Array.from(sources, ([path, text]) => ({ path, text })) });
    const expected = new Map(result.outputs.map(({ path, text }) => [path, text]));
    expect(expected.size).toBeGreaterThan(2800);
    expect(treeOf(out())).toEqual(expected);
  });

  it('finds nothing to do, and whatever is to be done', () => {
    expect(build().stderr).toContain('nothing to do');
    const path = join(out(), 'clusters/c-7/shop/configmap_map-3.yaml');
    const text = readFileSync(path, 'utf8');
    appendFileSync(path, '# mine\n');
    const refused = build();
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain('error[tree/edited-file]');
    writeFileSync(path, text.replace('größe', 'grösse'));
    expect(build().stderr).toContain('error[tree/edited-file]');
    rmSync(path);
    expect(build().stderr).toContain('1 file written, 2880 unchanged, 0 deleted');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

/** From so many sources on, the thread begins before anybody knows how many files there will be. */
describe('fedc build of many sources', () => {
  const build = (words: readonly string[], input = '') => {
    const command = join(root, 'dist/cli/main.js');
    const options = { encoding: 'utf8', input, cwd: folder, timeout: 60_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, [command, 'build', ...words], options);
    return { status, stderr };
  };

  beforeAll(() => {
    mkdirSync(join(folder, 'wide'));
    const text = [...sources].find(([path]) => path === 'clusters.yaml')?.[1] ?? '';
    writeFileSync(join(folder, 'wide/clusters.yaml'), text);
    writeFileSync(join(folder, 'wide/namespace.yaml'), sources.get('namespace.yaml') ?? '');
    for (const name of names('map', 160))
      writeFileSync(join(folder, `wide/${name}.yaml`), configMap(name, '{clusterSelector: {}}'));
  });

  it('writes all files, whether there are thousands or few', () => {
    expect(build(['wide', '--out', 'all'])).toMatchObject({ status: 0 });
    expect(build(['wide', '--out', 'one', '--cluster', 'c-7'])).toMatchObject({ status: 0 });
    const [all, one] = ['all', 'one'].map((name) => treeOf(join(folder, name)));
    expect(all?.size).toBe(1 + 40 * 162);
    expect(one?.size).toBe(1 + 162);
    for (const [path, content] of one ?? []) expect(all?.get(path)).toBe(content);
  });

  it('tells locks what the thread has written', () => {
    expect(build(['wide', '--out', 'all']).stderr).toContain('nothing to do');
    const lock = readFileSync(join(folder, 'all/index/clusters/c-7.lock'), 'utf8');
    const lines = lock.trim().split('\n').slice(1);
    expect(lines).toHaveLength(162);
    for (const line of lines) {
      const [hash, path = ''] = line.split('  ');
      const text = readFileSync(join(folder, 'all', path));
      expect(hash, path).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  it('leaves nothing behind where the last object turns out to be wrong', () => {
    const wrong = '[{clusterName: c-7, clusterOverrides: [{path: /data/x/y, op: remove}]}]';
    const path = join(folder, 'wide/zz.yaml');
    writeFileSync(path, `${configMap('zz', '{clusterSelector: {}}')}  overrides: ${wrong}\n`);
    const before = readdirSync(folder);
    const { status, stderr } = build(['wide', '--out', 'none']);
    rmSync(path);
    expect(status).toBe(2);
    expect(stderr).toContain('error[override/path-not-found]');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('ends at once where nothing is to be written', () => {
    writeFileSync(join(folder, 'wide/bad.yaml'), 'kind: FederatedConfigMap\na: [\n');
    expect(build(['wide', '--out', 'none'])).toMatchObject({ status: 2 });
    expect(readdirSync(folder)).not.toContain('none');
  });
});
