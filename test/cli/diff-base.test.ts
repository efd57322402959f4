/** `fedc diff --base` with a real git in a temporary folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createNodeHost } from '../../src/io/node-host.ts';
import { configMap, files, inventory } from './repository.ts';

const machine = createNodeHost();
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fedc-base-')));
  git('init', '--quiet', '--initial-branch=main');
  for (const [path, text] of Object.entries(files)) write(path.replace('/repo/', 'fleet/'), text);
  commit('first');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'pipe' });
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function fedc(argv: readonly string[], workingFolder = join(folder, 'fleet')) {
  const texts = { output: '', error: '' };
  const host = {
    ...machine,
    workingFolder,
    environment: {},
    writeOutput: (text: string) => {
      texts.output += text;
    },
    writeError: (text: string) => {
      texts.error += text;
    },
  };
  return { code: run(argv, host), ...texts };
}

describe('fedc diff --base', () => {
  it('compares with what the sources of a commit give', () => {
    write('fleet/web.yaml', configMap('web', '{clusters: [{name: eu-1}]}', 'new'));
    expect(fedc(['diff', '--base', 'main'])).toEqual({
      code: 1,
      error: '',
      output: `created  0 objects
changed  1 object in 1 cluster
deleted  1 object in 1 cluster
against main: 2 distinct changes in 2 clusters, 3 objects are the same

- ConfigMap shop/web
  deleted in 1 cluster: eu-2

~ ConfigMap shop/web
  changed in 1 cluster: eu-1
    data.a
      - x
      + new
`,
    });
    commit('second');
    expect(fedc(['diff', '--base', 'HEAD']).code).toBe(0);
    expect(fedc(['diff', '--base', 'HEAD~1']).code).toBe(1);
  });

  it('reads config and inventory of that commit too', () => {
    write('fleet/fedc.yaml', 'apiVersion: fedc/v1alpha1\nkind: Config\ndefaultNamespace: other\n');
    write('fleet/clusters.yaml', inventory.replace(/.*us-1.*\n/, ''));
    const { output } = fedc(['diff', '--base', 'main']);
    expect(output).toContain('- Namespace shop\n  deleted in 1 cluster: us-1\n');
    expect(fedc(['diff', '--base', 'main', '--cluster', 'eu-*']).code).toBe(0);
  });

  it('is the same from the root of the repository, from elsewhere and through a link', () => {
    write(
      'fleet/web.yaml',
      configMap('web', '{clusterSelector: {matchLabels: {region: eu}}}', 'z'),
    );
    const expected = fedc(['diff', '--base', 'main']);
    expect(expected.output).toContain('changed  2 objects in 2 clusters');
    expect(fedc(['diff', '--base', 'main', 'fleet'], folder)).toEqual(expected);
    expect(fedc(['diff', '--base', 'main', join(folder, 'fleet')], '/')).toEqual(expected);
    const link = mkdtempSync(join(tmpdir(), 'fedc-link-'));
    symlinkSync(folder, join(link, 'whole'));
    expect(fedc(['diff', '--base', 'main', 'whole/fleet'], link)).toEqual(expected);
    expect(fedc(['diff', '--base', 'main'], join(link, 'whole/fleet'))).toEqual(expected);
    rmSync(link, { recursive: true });
  });

  it('follows links inside the commit as a checkout would', () => {
    write('fleet/shared/api.txt', configMap('api', '{clusterSelector: {}}'));
    symlinkSync('shared/api.txt', join(folder, 'fleet/api.yaml'));
    commit('second');
    const { output } = fedc(['diff', '--base', 'HEAD']);
    expect(output).toContain('no difference, 8 objects are the same');
    expect(fedc(['diff', '--base', 'HEAD~1']).output).toContain('created  3 objects');
  });

  it('takes a commit without the folder for an empty fleet', () => {
    write('other/clusters.yaml', inventory);
    write('other/web.yaml', configMap('web', '{clusterSelector: {}}'));
    const { code, output } = fedc(['diff', '--base', 'main'], join(folder, 'other'));
    expect(code).toBe(1);
    expect(output).toContain('created  3 objects in 3 clusters\n');
  });

  it('copes with names that are not ASCII and with many files', () => {
    for (let index = 0; index < 50; index += 1)
      write(`fleet/größe ${index}.yaml`, configMap(`c${index}`, '{clusterSelector: {}}'));
    commit('second');
    expect(fedc(['diff', '--base', 'HEAD']).output).toContain('155 objects are the same');
  });

  it('reports the errors of the base with the name of the commit', () => {
    write('fleet/bad.yaml', 'kind: FederatedConfigMap\n a: [');
    commit('second');
    rmSync(join(folder, 'fleet/bad.yaml'));
    const { code, output, error } = fedc(['diff', '--base', 'HEAD']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain('HEAD:bad.yaml:2');
    expect(error).toContain(' a: [');
  });

  it('works inside a hook, where git names its own repository', () => {
    process.env['GIT_DIR'] = '.git';
    try {
      expect(fedc(['diff', '--base', 'main']).output).toContain('no difference');
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('is cli/usage for a commit that git does not know, and runs nothing through a shell', () => {
    for (const name of ['nowhere', 'main; touch x', '$(touch x)', '', '-x']) {
      const { code, error } = fedc(['diff', `--base=${name}`]);
      expect(code).toBe(64);
      expect(error).toContain('error[cli/usage]');
    }
  });
});
