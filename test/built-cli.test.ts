/** The packed tarball, installed into an empty folder: what a user gets. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
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
import { ensureBuilt } from './built.ts';
import { root } from './repository.ts';

interface Pack {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let folder = '';
let pack: Pack;

beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'fedc-built-'));
  const packed = npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  pack = (JSON.parse(packed) as Pack[])[0] as Pack;
  writeFileSync(
    join(folder, 'package.json'),
    '{"name": "consumer", "private": true, "type": "module"}\n',
  );
  npm(
    folder,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    join(folder, pack.filename),
  );
  cpSync(join(root, 'examples/quickstart'), join(folder, 'quickstart'), { recursive: true });
}, 180_000);

afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

describe('the tarball', () => {
  it('holds the built files with their types, the schemas and the documents, and nothing else', () => {
    const paths = pack.files.map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/cli/main.js',
      ]),
    );
    const strange = paths.filter(
      (path) => !/^(dist|schemas|docs)\//.test(path) && !/^[^/]+\.(md|json)$|^LICENSE$/.test(path),
    );
    expect(strange).toEqual([]);
    expect(paths.filter((path) => /\.test\.|\/(test|cases)\//.test(path))).toEqual([]);
  });

  it('is smaller than two and a half megabytes', () => {
    expect(pack.unpackedSize).toBeLessThan(2_500_000);
  });

  it('gives types for everything that it exports', () => {
    const types = readFileSync(installed('dist/index.d.ts'), 'utf8');
    for (const name of [
      'compile',
      'outputFiles',
      'parseYaml',
      'printYaml',
      'printJson',
      'applyJsonPatch',
      'planReplicas',
      'matchLabelSelector',
    ]) {
      expect(types, name).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });
});

/** What a file of the bundle loads together with itself. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  found.add(file);
  const text = readFileSync(join(root, 'dist/cli', file), 'utf8');
  for (const [, next = ''] of text.matchAll(/=require\("\.\/([^"]+)"\)/g))
    if (!found.has(next) && isLoadedAtOnce(text, next)) loadedWith(next, found);
  return found;
}

/** Not at a first call. */
function isLoadedAtOnce(text: string, file: string): boolean {
  return !text.includes(`??=require("./${file}")`);
}

describe('the bundle', () => {
  it.each(['file-thread.js', 'inspection-thread.js', 'main.js'])(
    'loads nothing with %s that few runs need',
    (file) => {
      const names = [...loadedWith(file)].map((each) => each.replace(/-\w{8}\.js$/, ''));
      expect(names).not.toContain('seldom');
      expect(names).not.toContain('yaml');
      expect(names).not.toContain('words');
    },
  );
});

describe('the library', () => {
  it('is imported by name in plain Node, and compiles', () => {
    const program = `
      import { readFileSync } from 'node:fs';
      import { applyJsonPatch, compile, matchLabelSelector, outputFiles, parseYaml, planReplicas, printJson, printYaml } from 'fedc';
      const text = [
        'apiVersion: types.kubefed.io/v1beta1', 'kind: FederatedConfigMap', 'metadata: {name: web, namespace: shop}',
        'spec: {template: {data: {a: b}}, placement: {clusters: [{name: eu-1}]}}', '---',
        'apiVersion: fedc/v1alpha1', 'kind: ClusterInventory', 'clusters: [{name: eu-1}]', ''].join('\\n');
      const result = compile({ files: [{ path: 'web.yaml', text }] });
      const paths = [...outputFiles(result)].map(({ path }) => path);
      const same = printJson(result.outputs.map(({ path }) => path)) === printJson(paths);
      const others = [
        printYaml(parseYaml('{a: 0644}').documents[0]),
        matchLabelSelector({}, {}).matches,
        applyJsonPatch({ a: 1 }, [{ path: '/a', value: 2 }], { dialect: 'kubefed' }).ok,
        planReplicas({ totalReplicas: 3, clusters: { '*': { weight: 1 } }, availableClusters: ['eu-1'], key: 'shop/web' }).replicas['eu-1'],
      ];
      console.log(printJson({ paths, same, others }));
    `;
    writeFileSync(join(folder, 'program.mjs'), program);
    const printed = execFileSync(process.execPath, ['program.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { paths, same, others } = JSON.parse(printed) as {
      paths: string[];
      same: boolean;
      others: unknown[];
    };
    expect(paths).toContain('clusters/eu-1/shop/configmap_web.yaml');
    expect(same).toBe(true);
    expect(others).toEqual(['a: 420\n', true, true, 3]);
  });

  it('answers the quick questions as the program itself would', () => {
    expect(fedc('--help').stdout).toBe(fedc('help').stdout);
    expect(fedc('-h').stdout).toBe(fedc('--help').stdout);
    expect(fedc('-V').stdout).toBe(fedc('--version').stdout);
  });

  it('brings the licences of what is bundled', () => {
    const texts = readFileSync(installed('dist/cli/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'minimatch', 'yaml'])
      expect(texts).toMatch(new RegExp(`^${name} `, 'm'));
  });

  it('gives its schemas to editors', () => {
    const schemas = readdirSync(installed('schemas')).filter((name) => name.endsWith('.json'));
    expect(schemas.length).toBeGreaterThan(0);
    for (const name of schemas) JSON.parse(readFileSync(installed(`schemas/${name}`), 'utf8'));
  });
});

describe('the command', () => {
  it('says its version and its help', () => {
    const version = fedc('--version');
    expect(version.status).toBe(0);
    expect(version.stdout.trim()).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    );
    expect(fedc('--help').status).toBe(0);
    expect(fedc('build', '--help').stdout).toContain('--out');
  });

  it('builds a tree, and then has nothing to change', () => {
    expect(fedc('build', 'quickstart', '--out', 'tree').status).toBe(0);
    expect(existsSync(join(folder, 'tree/index/lock'))).toBe(true);
    expect(fedc('build', 'quickstart', '--out', 'tree').status).toBe(0);
  });

  it('prints the manifests of one cluster', () => {
    const cluster = readdirSync(join(folder, 'tree/clusters')).sort()[0] ?? '';
    const { status, stdout } = fedc('build', 'quickstart', '--cluster', cluster, '--stdout');
    expect(status).toBe(0);
    expect(stdout).toContain('kind: Deployment');
  });

  it('explains an object, and says so when there is none', () => {
    const deployment = /([a-z0-9-]+)\/deployment\.apps_([a-z0-9-]+)\.yaml/.exec(
      readdirSync(join(folder, 'tree/clusters'), { recursive: true, encoding: 'utf8' })
        .join('\n')
        .replaceAll('\\', '/'),
    );
    const [, namespace = '', name = ''] = deployment ?? [];
    expect(fedc('explain', `deployment/${name}`, '-n', namespace, 'quickstart').status).toBe(0);
    expect(fedc('explain', 'deployment/nothing', '-n', namespace, 'quickstart').status).toBe(1);
  });

  it('prints the page of a diagnostic, with its example', () => {
    const { status, stdout } = fedc('codes', 'override/dead');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^override\/dead: warning\n/);
    expect(stdout).toContain('\n  warning[override/dead]: ');
    expect(stdout).toContain('\nIts level:\n');
    expect(fedc('codes', 'override/daed').stderr).toContain('Did you mean "override/dead"');
  });

  it('has an exit code for wrong usage, and one for input that cannot be compiled', () => {
    expect(fedc('build', '--no-such-flag').status).toBe(64);
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/web.yaml'), 'kind: FederatedDeployment\nmetadata: [\n');
    const { status, stderr } = fedc('build', 'broken', '--out', 'broken-tree');
    expect(status).toBe(2);
    expect(stderr).toContain('error[yaml/syntax]');
    expect(existsSync(join(folder, 'broken-tree'))).toBe(false);
  });
});

function fedc(...args: string[]) {
  return spawnSync(process.execPath, [installed('dist/cli/main.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

function installed(path: string): string {
  return join(folder, 'node_modules/fedc', path);
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
}
