import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { buildAccepting, configMap, fedc, files, inventory } from './repository.ts';

const tree = (host: { readonly files: ReadonlyMap<string, Uint8Array> }) =>
  [...host.files.keys()]
    .filter((path) => path.startsWith('/repo/rendered/'))
    .map((path) => path.slice('/repo/rendered/'.length))
    .sort();

describe('fedc build', () => {
  it('writes the tree, and says so on stderr', () => {
    const { host, code, output, error } = fedc(['build']);
    expect({ code, output, error }).toEqual({
      code: 0,
      output: '',
      error: '3 clusters, 5 objects: 9 files written, 0 unchanged, 0 deleted in rendered\n',
    });
    expect(tree(host)).toEqual([
      '.gitattributes',
      'clusters/eu-1/_cluster/namespace_shop.yaml',
      'clusters/eu-1/shop/configmap_web.yaml',
      'clusters/eu-2/_cluster/namespace_shop.yaml',
      'clusters/eu-2/shop/configmap_web.yaml',
      'clusters/us-1/_cluster/namespace_shop.yaml',
      'index/clusters/eu-1.json',
      'index/clusters/eu-1.lock',
      'index/clusters/eu-2.json',
      'index/clusters/eu-2.lock',
      'index/clusters/us-1.json',
      'index/clusters/us-1.lock',
      'index/lock',
    ]);
  });

  it('writes nothing the second time', () => {
    const { host } = fedc(['build']);
    const before = host.changes.length;
    const second = fedc(['build'], host);
    expect(host.changes.length).toBe(before);
    expect(second.error).toBe('3 clusters, 5 objects: nothing to do in rendered\n');
  });

  it('deletes what it wrote and is no longer wanted, and nothing else', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/rendered/clusters/eu-1/README.md', new Uint8Array());
    host.files.delete('/repo/web.yaml');
    const { code, error } = buildAccepting(host);
    expect(code).toBe(0);
    expect(error).toContain('0 files written, 7 unchanged, 2 deleted');
    expect(tree(host)).toContain('clusters/eu-1/README.md');
    expect(tree(host)).not.toContain('clusters/eu-1/shop/configmap_web.yaml');
  });

  it('gives a tree that does not depend on what stood there before', () => {
    const { host } = fedc(['build']);
    host.files.set(
      '/repo/web.yaml',
      Buffer.from(configMap('web', '{clusters: [{name: us-1}]}', 'y')),
    );
    expect(buildAccepting(host).code).toBe(0);
    const changed = {
      ...files,
      '/repo/web.yaml': configMap('web', '{clusters: [{name: us-1}]}', 'y'),
    };
    const { host: fresh } = fedc(['build'], { files: changed });
    expect(tree(host)).toEqual(tree(fresh));
    for (const path of tree(host))
      expect(host.textOf(`/repo/rendered/${path}`)).toBe(fresh.textOf(`/repo/rendered/${path}`));
  });

  it('writes nothing if there is an error, and exits with 2', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n a: [' };
    const { host, code, error } = fedc(['build'], { files: broken });
    expect(code).toBe(2);
    expect(host.changes).toEqual([]);
    expect(error).toContain('bad.yaml:2');
  });

  it('takes warnings for errors under --strict', () => {
    const { '/repo/namespace.yaml': _, ...warned } = files;
    expect(fedc(['build'], { files: warned }).code).toBe(0);
    const strict = fedc(['build', '--strict'], { files: warned });
    expect(strict.code).toBe(2);
    expect(strict.host.changes).toEqual([]);
  });

  it('says nothing under --quiet', () => {
    expect(fedc(['build', '-q']).error).toBe('');
  });
});

describe('the tree is not written', () => {
  it('over a file that was edited', () => {
    const { host } = fedc(['build']);
    host.files.set('/repo/rendered/clusters/eu-1/shop/configmap_web.yaml', Buffer.from('edited'));
    const before = host.changes.length;
    host.files.set('/repo/web.yaml', Buffer.from(configMap('web', '{clusterSelector: {}}', 'y')));
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain('error[tree/edited-file]');
    expect(error).toContain('\n  rendered/clusters/eu-1/shop/configmap_web.yaml\n');
    expect(host.changes.length).toBe(before);
  });

  it('into a folder of somebody else', () => {
    const foreign = { ...files, '/repo/rendered/clusters/x/y.yaml': '' };
    const { code, error } = fedc(['build'], { files: foreign });
    expect(code).toBe(4);
    expect(error).toContain('error[tree/not-a-tree]');
  });

  it('through a link', () => {
    const links = { '/repo/rendered/clusters/eu-1': '/etc' };
    const lock = { '/repo/rendered/index/lock': 'fedc-lock 1\n' };
    const { code, error, host } = fedc(['build'], { files: { ...files, ...lock }, links });
    expect(code).toBe(4);
    expect(error).toContain('clusters/eu-1 is a symbolic link');
    expect(host.changes).toEqual([]);
  });

  it.each(['.', '..', '/', '/home/user'])('into %s', (out) => {
    const { code, error } = fedc(['build', '--out', out]);
    expect(code).toBe(4);
    expect(error).toContain('error[tree/path-escape]');
  });

  it('into a link that leads to the sources', () => {
    const { code } = fedc(['build', '--out', '/tree'], { files, links: { '/tree': '/repo' } });
    expect(code).toBe(4);
  });
});

describe('a slice', () => {
  it('writes only its clusters, and the lock of the tree once', () => {
    const { host, code, error } = fedc(['build', '-l', 'wave=1']);
    expect(code).toBe(0);
    expect(error).toContain('1 cluster, 2 objects');
    expect(tree(host)).toEqual([
      '.gitattributes',
      'clusters/eu-1/_cluster/namespace_shop.yaml',
      'clusters/eu-1/shop/configmap_web.yaml',
      'index/clusters/eu-1.json',
      'index/clusters/eu-1.lock',
      'index/lock',
    ]);
  });

  it('deletes only in its clusters', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/web.yaml');
    expect(buildAccepting(host, '--cluster', 'eu-2').code).toBe(0);
    expect(tree(host)).toContain('clusters/eu-1/shop/configmap_web.yaml');
    expect(tree(host)).not.toContain('clusters/eu-2/shop/configmap_web.yaml');
  });

  it('adds up to the whole tree', () => {
    const { host } = fedc(['build', '--cluster', 'eu-*']);
    fedc(['build', '--cluster', 'us-1'], host);
    const { host: whole } = fedc(['build']);
    expect(tree(host)).toEqual(tree(whole));
    for (const path of tree(host))
      expect(host.textOf(`/repo/rendered/${path}`)).toBe(whole.textOf(`/repo/rendered/${path}`));
  });

  it.each([
    { flags: ['--cluster', 'eu-9'], said: 'error[cli/unknown-cluster]' },
    { flags: ['--cluster', 'eu-9'], said: 'Did you mean "eu-1" or "eu-2"?' },
    { flags: ['--cluster', 'eu-1', '--cluster', 'asia-*'], said: 'No cluster is called "asia-*"' },
    { flags: ['-l', 'wave=9'], said: 'No cluster has the labels "wave=9"' },
    { flags: ['-l', 'wave in'], said: 'error[cli/usage]' },
    { flags: ['--cluster', 'us-1', '-l', 'wave=1'], said: 'us-1 with wave=1' },
  ])('that takes no cluster is refused: $flags', ({ flags, said }) => {
    const { host, code, error } = fedc(['build', ...flags]);
    expect(code).toBe(64);
    expect(error).toContain(said);
    expect(host.changes).toEqual([]);
  });
});

describe('printing', () => {
  it('prints one cluster as a stream and writes nothing', () => {
    const { host, code, output, error } = fedc(['build', '--cluster', 'eu-1', '--stdout']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
data:
  a: x
`);
    expect(host.changes).toEqual([]);
  });

  it('wants exactly one cluster', () => {
    const { code, output, error } = fedc(['build', '--stdout']);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('error[cli/one-cluster]');
    expect(error).toContain('eu-1, eu-2, us-1');
  });

  it('refuses to print nothing, unless that is allowed', () => {
    const empty = {
      '/repo/clusters.yaml': inventory,
      '/repo/a.yaml': String(files['/repo/web.yaml']),
    };
    const flags = ['build', '--cluster', 'us-1', '--stdout'];
    const refused = fedc(flags, { files: empty });
    expect(refused).toMatchObject({ code: 4, output: '' });
    expect(refused.error).toContain('error[tree/cluster-emptied]');
    expect(fedc([...flags, '--allow-empty-cluster', 'us-1'], { files: empty })).toMatchObject({
      code: 0,
      output: '',
    });
  });

  it('prints all clusters as JSON', () => {
    const { output, host } = fedc(['build', '-o', 'json']);
    const { formatVersion, clusters } = JSON.parse(output);
    expect(formatVersion).toBe('1.0');
    expect(Object.keys(clusters)).toEqual(['eu-1', 'eu-2', 'us-1']);
    expect(clusters['us-1']).toEqual([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    ]);
    expect(host.changes).toEqual([]);
  });

  it('prints names', () => {
    expect(fedc(['build', '-o', 'name', '--cluster', 'eu-1']).output).toBe(
      'eu-1/configmap/shop/web\neu-1/namespace/_cluster/shop\n',
    );
  });

  it('prints nothing if there is an error', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n a: [' };
    expect(fedc(['build', '-o', 'json'], { files: broken })).toMatchObject({ code: 2, output: '' });
  });
});

describe('what is read', () => {
  it('reads -f instead of the sources, standard input too', () => {
    const host = createMemoryHost({
      workingFolder: '/',
      files: { '/c.yaml': inventory, '/other/bad.yaml': 'kind: FederatedX\n a: [' },
      input: configMap('web', '{clusters: [{name: eu-1}]}'),
    });
    const { code, output } = fedc(
      ['build', '-f', '-', '--inventory', 'c.yaml', '--cluster', 'eu-1', '--stdout'],
      host,
    );
    expect(code).toBe(0);
    expect(output).toContain('name: web');
  });

  it('uses PATH as the root and its fedc.yaml, and --out as seen from the working folder', () => {
    const config = { '/repo/fedc.yaml': 'layout: by-app\n' };
    const host = createMemoryHost({ workingFolder: '/elsewhere', files: { ...files, ...config } });
    expect(fedc(['build', '../repo', '--out', 'tree'], host).code).toBe(0);
    expect(host.textOf('/elsewhere/tree/clusters/eu-1/_root/configmap_web.yaml')).toBeDefined();
  });

  it('searches upwards for fedc.yaml, at most to the folder with .git', () => {
    const found = {
      ...files,
      '/repo/fedc.yaml': 'out: tree\n',
      '/repo/.git/HEAD': '',
      '/repo/a/b/x': '',
    };
    const inside = createMemoryHost({ workingFolder: '/repo/a/b', files: found });
    fedc(['build'], inside);
    expect(inside.textOf('/repo/tree/index/lock')).toBeDefined();
    const { '/repo/.git/HEAD': _, ...outside } = found;
    const lost = createMemoryHost({ workingFolder: '/repo/a/b', files: outside });
    expect(fedc(['build'], lost).code).toBe(2);
  });

  it('never reads the tree it wrote, wherever it stands', () => {
    const { host } = fedc(['build', '--out', 'one']);
    expect(fedc(['build', '--out', 'one'], host).error).toContain('nothing to do');
  });

  it('lets flags win over variables, and those over the config', () => {
    const config = { ...files, '/repo/fedc.yaml': 'out: from-config\n' };
    const environment = { FEDC_OUT: 'from-variable' };
    expect(fedc(['build'], { files: config }).error).toContain('in from-config');
    expect(fedc(['build'], { files: config, environment }).error).toContain('in from-variable');
    expect(fedc(['build', '--out', 'from-flag'], { files: config, environment }).error).toContain(
      'in from-flag',
    );
  });

  it('is not disturbed by files that cannot matter, whatever their bytes', () => {
    const noise = {
      '/repo/chart.yaml': '{{ if }}',
      '/repo/latin.yaml': new Uint8Array([0x61, 0xe9]),
    };
    const { code, error } = fedc(['build'], { files: { ...files, ...noise } });
    expect(code).toBe(0);
    expect(error).toContain('note[repo/skipped-file]: 2 files');
  });

  it('refuses bytes that are not UTF-8 in a file that can matter', () => {
    const bytes = Buffer.concat([Buffer.from('# Federated\nname: '), Buffer.from([0xe9])]);
    const { code, error } = fedc(['build'], { files: { ...files, '/repo/latin.yaml': bytes } });
    expect(code).toBe(2);
    expect(error).toContain('error[yaml/encoding]');
    expect(error).toContain('latin.yaml:2:7');
    expect(error.endsWith('1 error\nNothing was written.\n')).toBe(true);
  });

  it('says nothing about writing in a report for programs', () => {
    const broken = { ...files, '/repo/web.yaml': 'kind: FederatedConfigMap\nspec: [\n' };
    const { code, error } = fedc(['build', '--reporter', 'json'], { files: broken });
    expect([code, error.includes('Nothing was written')]).toEqual([2, false]);
  });

  it('reads a link inside the root and refuses one that leads out or nowhere', () => {
    const { '/repo/web.yaml': web = '', ...others } = files;
    const inside = fedc(['build'], {
      files: { ...others, '/repo/store/web.txt': web },
      links: { '/repo/web.yaml': 'store/web.txt' },
    });
    expect(inside.code).toBe(0);
    for (const target of ['/etc/passwd', '/none']) {
      const outside = fedc(['build'], {
        files: { ...files, '/etc/passwd': 'Federated' },
        links: { '/repo/x.yaml': target },
      });
      expect(outside.code).toBe(3);
      expect(outside.error).toContain('error[repo/unreadable]: x.yaml');
    }
  });

  it.each([
    { config: 'sources: [none.yaml]\n', said: 'none.yaml cannot be read: there is no such file' },
    { config: 'sources: ["../other.yaml"]\n', said: 'it stands outside of the repository' },
    { config: 'inventory: ["none/*.yaml"]\n', said: 'no file in the repository matches' },
    { config: 'inventory: [none.yaml]\n', said: 'none.yaml cannot be read: there is no such file' },
  ])('refuses a config that names what is not there: $config', ({ config, said }) => {
    const all = { ...files, '/repo/fedc.yaml': config, '/other.yaml': 'Federated' };
    const { code, error } = fedc(['build'], { files: all });
    expect(code).toBe(3);
    expect(error).toContain(said);
  });

  it('reads replica counts from the tree only as far as a lock vouches for them', () => {
    const preference = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template: {spec: {replicas: 1}}
  placement: {clusters: [{name: eu-1}, {name: eu-2}]}
---
apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec: {targetKind: FederatedDeployment, totalReplicas: 6}
`;
    const config = 'replicas: {previous: tree}\n';
    const all = { ...files, '/repo/fedc.yaml': config, '/repo/web.yaml': preference };
    const { host } = fedc(['build'], { files: all });
    expect(fedc(['build'], host).error).toContain('nothing to do');
  });
});

describe('reports', () => {
  it('writes JSON to a file, with the file and line', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n a: [' };
    const { host, error } = fedc(['build', '--reporter', 'json=out/report.json'], {
      files: broken,
    });
    expect(error).toBe('');
    const report = JSON.parse(host.textOf('/repo/out/report.json') ?? '');
    expect(report.diagnostics).toMatchObject([{ severity: 'error', file: 'bad.yaml' }]);
  });

  it('never shows a secret', () => {
    const secret = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedSecret
metadata: {name: web, namespace: shop}
spec:
  template:
    stringData:
      password: hunter2
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - path: /stringData/none/x
          value: hunter3
`;
    const { error } = fedc(['build'], { files: { ...files, '/repo/secret.yaml': secret } });
    expect(error).toContain('override/path-not-found');
    expect(error).not.toMatch(/hunter/);
  });
});
