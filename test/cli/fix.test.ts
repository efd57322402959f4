import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { configMap, fedc, files } from './repository.ts';

const misplaced = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: web, namespace: shop}
spec:
  template:
    data: {a: x}
# everywhere in Europe
placement:
  clusterSelector: {matchLabels: {region: eu}}
`;

const moved = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: web, namespace: shop}
spec:
  template:
    data: {a: x}
  # everywhere in Europe
  placement:
    clusterSelector: {matchLabels: {region: eu}}
`;

const broken = { ...files, '/repo/web.yaml': misplaced };
const named = (name: string, cluster: string) =>
  configMap(name, `{clusters: [{name: ${cluster}}]}`);

describe('fedc fix', () => {
  it('writes what was meant, shows it, and counts it', () => {
    const { host, code, output, error } = fedc(['fix'], { files: broken });
    expect(code).toBe(0);
    expect(output).toBe(`--- a/web.yaml
+++ b/web.yaml
@@ -4,6 +4,6 @@
 spec:
   template:
     data: {a: x}
-# everywhere in Europe
-placement:
-  clusterSelector: {matchLabels: {region: eu}}
+  # everywhere in Europe
+  placement:
+    clusterSelector: {matchLabels: {region: eu}}
`);
    expect(error).toBe('1 fix in 1 file\n');
    expect(host.textOf('/repo/web.yaml')).toBe(moved);
    expect(host.changes).toEqual(['rewrite /repo/web.yaml']);
    expect(fedc(['build'], host).code).toBe(0);
  });

  it('has nothing to do the second time', () => {
    const { host } = fedc(['fix'], { files: broken });
    const again = fedc(['fix'], host);
    expect(again).toMatchObject({ code: 0, output: '', error: 'nothing to fix\n' });
    expect(host.changes.length).toBe(1);
  });

  it('writes nothing under --dry-run, and exits with 1 if there is something to write', () => {
    const { host, code, output, error } = fedc(['fix', '--dry-run'], { files: broken });
    expect(code).toBe(1);
    expect(output).toContain('+  placement:\n');
    expect(error).toBe('1 fix in 1 file; nothing was written\n');
    expect(host.changes).toEqual([]);
    expect(fedc(['fix', '--dry-run']).code).toBe(0);
  });

  it('repairs what comes to light by a repair', () => {
    const text = misplaced.replace(
      'clusterSelector: {matchLabels: {region: eu}}',
      'clusterNames: [eu1]',
    );
    const { host, error } = fedc(['fix'], { files: { ...files, '/repo/web.yaml': text } });
    expect(host.textOf('/repo/web.yaml')).toContain('  placement:\n    clusters: [{name: eu-1}]\n');
    expect(error).toBe('3 fixes in 1 file\n');
  });

  it('repairs every place of a report, in all files', () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`/repo/${index}.yaml`, named(`m${index}`, 'eu1')]),
    );
    const { host, error } = fedc(['fix'], { files: { ...files, ...many } });
    expect(error).toBe('1 fix in 9 files\n');
    expect(fedc(['lint'], host).code).toBe(0);
  });

  it('counts what has no fix', () => {
    const stray = { ...broken, '/repo/stray.yaml': named('stray', 'mars') };
    const { code, error } = fedc(['fix'], { files: stray });
    expect(code).toBe(0);
    expect(error).toBe('1 fix in 1 file\nleft: 1 error, without a fix; fedc lint shows them\n');
  });

  it('keeps a byte order mark, Windows line ends and a missing last line end', () => {
    const text = `\uFEFF${misplaced.replaceAll('\n', '\r\n').trimEnd()}`;
    const { host } = fedc(['fix'], { files: { ...files, '/repo/web.yaml': text } });
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      host.files.get('/repo/web.yaml'),
    );
    expect(written).toBe(`\uFEFF${moved.replaceAll('\n', '\r\n').trimEnd()}`);
  });

  it('masks the values of a Secret', () => {
    const secret = misplaced.replace('ConfigMap', 'Secret').replace('{a: x}', '{a: aHVudGVyMg==}');
    const { output, host } = fedc(['fix'], { files: { ...files, '/repo/web.yaml': secret } });
    expect(output).toContain(' spec:\n   template:\n     ***\n-# everywhere');
    expect(output).not.toContain('aHVudGVyMg');
    expect(host.textOf('/repo/web.yaml')).toContain('aHVudGVyMg==');
  });

  it('says nothing on stderr under --quiet, and reports what is left if asked to', () => {
    expect(fedc(['fix', '-q'], { files: broken }).error).toBe('');
    const stray = { ...broken, '/repo/stray.yaml': named('stray', 'mars') };
    const { error } = fedc(['fix', '-q', '--reporter', 'json'], { files: stray });
    expect(JSON.parse(error)).toMatchObject({
      diagnostics: [{ code: 'placement/unknown-cluster', file: 'stray.yaml' }],
    });
  });

  it('repairs a name in fedc.yaml', () => {
    const config = `plainObjects:
  - files: [plain.yaml]
    placement: {clusters: [{name: eu1}]} # one
`;
    const plain = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p, namespace: shop}\n';
    const { host, code } = fedc(['fix'], {
      files: { ...files, '/repo/fedc.yaml': config, '/repo/plain.yaml': plain },
    });
    expect(code).toBe(0);
    expect(host.textOf('/repo/fedc.yaml')).toBe(config.replace('eu1', 'eu-1'));
  });
});

describe('fedc fix CODE FILE', () => {
  const settings = 'apiVersion: fedc/v1alpha1\nkind: Config\n';
  const two = {
    ...broken,
    '/repo/apps/a.yaml': named('a', 'eu1'),
    '/repo/apps/b.yaml': named('b', 'eu1'),
  };
  const changed = (argv: readonly string[], workingFolder = '/repo') => {
    const { host, code } = fedc(['fix', ...argv], createMemoryHost({ workingFolder, files: two }));
    return { code, changes: host.changes.map((change) => change.replace('rewrite /repo/', '')) };
  };

  it.each([
    ['all', [], ['web.yaml', 'apps/a.yaml', 'apps/b.yaml']],
    ['a code', ['placement/unknown-cluster'], ['apps/a.yaml', 'apps/b.yaml']],
    ['a file', ['apps/b.yaml'], ['apps/b.yaml']],
    ['a folder', ['apps'], ['apps/a.yaml', 'apps/b.yaml']],
    ['both', ['placement/unknown-cluster', 'apps/a.yaml'], ['apps/a.yaml']],
    ['both, without such a place', ['placement/unknown-cluster', 'web.yaml'], []],
  ])('takes %s', (_, argv, expected) => {
    const { code, changes } = changed(argv);
    expect(code).toBe(0);
    expect([...changes].sort()).toEqual([...expected].sort());
  });

  it('names files from the working folder', () => {
    const config = { ...two, '/repo/fedc.yaml': settings, '/repo/.git/HEAD': '' };
    const below = createMemoryHost({ workingFolder: '/repo/apps', files: config });
    expect(fedc(['fix', 'a.yaml'], below).host.changes).toEqual(['rewrite /repo/apps/a.yaml']);
    const above = createMemoryHost({ workingFolder: '/', files: config });
    expect(fedc(['fix', 'repo/apps/a.yaml'], above).host.changes).toEqual([
      'rewrite /repo/apps/a.yaml',
    ]);
    const root = createMemoryHost({ workingFolder: '/elsewhere', files: config });
    expect(fedc(['fix', 'kubefed/misplaced-field', '../repo'], root).host.changes).toEqual([
      'rewrite /repo/web.yaml',
    ]);
  });

  it.each([
    [
      'a code that does not exist',
      ['placement/unknown-clutser'],
      'Did you mean placement/unknown-cluster?',
    ],
    ['a code without a fix', ['yaml/syntax'], 'There is no fix for yaml/syntax.'],
    [
      'a file that does not exist',
      ['placement/unknown-cluster', 'nowhere.yaml'],
      'There is no file "nowhere.yaml".',
    ],
    ['a word that is neither', ['mars'], '"mars" is neither a code nor a file.'],
    ['a file before a code', ['web.yaml', 'kubefed/misplaced-field'], 'neither a code nor a file'],
  ])('is cli/usage for %s', (_, argv, message) => {
    const { host, code, output, error } = fedc(['fix', ...argv], { files: broken });
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain(message);
    expect(host.changes).toEqual([]);
  });

  it('is cli/usage for a file that is not compiled', () => {
    const { code, error } = fedc(['fix', 'notes.txt'], {
      files: { ...broken, '/repo/notes.txt': 'x' },
    });
    expect(code).toBe(64);
    expect(error).toContain('notes.txt is none of the files that are compiled.');
  });

  it.each([
    ['in the root', '/repo', ['lint'], 'fix: fedc fix kubefed/misplaced-field web.yaml\n'],
    ['below it', '/repo/apps', ['lint'], 'fix: fedc fix kubefed/misplaced-field ../web.yaml\n'],
    ['above it', '/', ['lint', 'repo'], 'fix: fedc fix kubefed/misplaced-field repo/web.yaml\n'],
    [
      'above it, of several files',
      '/',
      ['lint', 'repo'],
      'fix: fedc fix placement/unknown-cluster repo\n',
    ],
  ])('is what a message names, %s', (_, workingFolder, argv, line) => {
    const config = { ...two, '/repo/fedc.yaml': settings, '/repo/.git/HEAD': '' };
    const { host, error } = fedc(argv, createMemoryHost({ workingFolder, files: config }));
    expect(error).toContain(`  ${line}`);
    const words = /fix: fedc (.*)/.exec(line)?.[1]?.split(' ') ?? [];
    expect(fedc(words, host).code).toBe(0);
    expect(fedc(argv, host).error).not.toContain(line);
  });

  it('is what a message names, where no fedc.yaml shows the root', () => {
    const above = createMemoryHost({ workingFolder: '/', files: two });
    expect(fedc(['lint', 'repo'], above).error).toContain(
      '  fix: cd repo && fedc fix kubefed/misplaced-field web.yaml\n',
    );
  });
});

describe('what fedc fix does not touch', () => {
  it('an alias: it says so, and exits with 1', () => {
    const text = named('a', '*c').replace('data: {a: x}', 'data: {a: &c eu1}');
    const { host, code, output, error } = fedc(['fix'], {
      files: { ...files, '/repo/a.yaml': text },
    });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toBe(
      'not fixed: a.yaml:7: placement/unknown-cluster, write name: eu-1: an alias stands there\n' +
        'left: 1 error, 1 with a fix; fedc lint shows them\n',
    );
    expect(host.changes).toEqual([]);
  });

  it('standard input, links and files outside of the repository', () => {
    const text = named('a', 'eu1');
    const piped = fedc(['fix', '-f', '-', '--inventory', 'clusters.yaml'], { files, input: text });
    expect(piped.code).toBe(1);
    expect(piped.error).toContain('it is no file of the repository');
    const linked = fedc(['fix'], {
      files: { ...files, '/repo/.store/a.yaml': text },
      links: { '/repo/a.yaml': '.store/a.yaml' },
    });
    expect(linked.code).toBe(1);
    expect(linked.error).toContain('it is a link, or a folder above it is one');
    const outside = fedc(['fix', '-f', '/other/a.yaml', '--inventory', 'clusters.yaml'], {
      files: { ...files, '/other/a.yaml': text },
    });
    expect(outside.code).toBe(1);
    expect(outside.error).toContain('it stands outside of the repository');
    for (const { host } of [piped, linked, outside]) expect(host.changes).toEqual([]);
  });

  it('a source that was changed since it was read', () => {
    const host = createMemoryHost({ workingFolder: '/repo', files: broken });
    let reads = 0;
    const racing = {
      ...host,
      readFile(path: string) {
        const bytes = host.readFile(path);
        reads += 1;
        if (path === '/repo/web.yaml') host.files.set(path, Buffer.from(`${misplaced}# new\n`));
        return bytes;
      },
    };
    expect(run(['fix'], racing)).toBe(3);
    expect(reads).toBeGreaterThan(0);
    expect(host.error).toContain('error[repo/changed-underneath]');
    expect(host.changes).toEqual([]);
  });

  it('anything, as long as the config is wrong', () => {
    const { host, code, output, error } = fedc(['fix'], {
      files: { ...broken, '/repo/fedc.yaml': 'mode: kubfed\n' },
    });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain(
      'not fixed: web.yaml:8: kubefed/misplaced-field, move placement into spec: the mode is known once config/invalid in fedc.yaml:1 is resolved\n',
    );
    expect(host.changes).toEqual([]);
  });

  it('a name, as long as clusters may stand in a file that cannot be read', () => {
    const more =
      'kind: ClusterInventory\napiVersion: fedc/v1alpha1\nclusters:\n- name: eu1\n - a\n';
    const { host, code, error } = fedc(['fix'], {
      files: { ...broken, '/repo/a.yaml': named('a', 'eu1'), '/repo/more.yaml': more },
    });
    expect(code).toBe(1);
    expect(error).toContain('every cluster is known once yaml/syntax in more.yaml:5 is resolved');
    expect(host.textOf('/repo/a.yaml')).toBe(named('a', 'eu1'));
    expect(host.textOf('/repo/web.yaml')).toBe(moved);
  });

  it('a warning whose repair would cause an error, also beside an error that is repaired', () => {
    const old = `apiVersion: types.federation.k8s.io/v1alpha1
kind: FederatedConfigMap
metadata: {name: old, namespace: shop}
spec:
  template: {metadata: {labels: {a: b}}}
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - {path: data, value: {a: {}}}
        - {path: data.a.b, value: z}
`;
    const text = `${old}---\n${named('other', 'eu1')}`;
    const { host, code, error } = fedc(['fix'], { files: { ...files, '/repo/old.yaml': text } });
    expect(code).toBe(1);
    expect(error).toContain('kubefed/old-group, write the present group: it would cause');
    expect(host.textOf('/repo/old.yaml')).toContain('types.federation.k8s.io');
    expect(host.textOf('/repo/old.yaml')).toContain('{name: eu-1}]}\n');
    expect(host.textOf('/repo/old.yaml')).not.toContain('eu1');
    expect(fedc(['lint'], host).code).toBe(0);
  });

  it('a path that leads to one field in the template and to another in the federated object', () => {
    const deployment = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template: {spec: {replicas: 1, template: {spec: {containers: []}}}}
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - {path: spec.template.spec.replicas, value: 3}
`;
    const { code, error, host } = fedc(['fix'], {
      files: { ...files, '/repo/web.yaml': deployment },
    });
    expect({ code, changes: host.changes }).toEqual({ code: 0, changes: [] });
    expect(error).toContain('nothing to fix\nleft: 1 error, without a fix');
  });

  it('anything, if a source cannot be read', () => {
    const { host, code, error } = fedc(['fix'], {
      files: broken,
      links: { '/repo/gone.yaml': 'nowhere' },
    });
    expect(code).toBe(3);
    expect(error).toContain('error[repo/unreadable]');
    expect(host.changes).toEqual([]);
  });

  it('what would become an error elsewhere', () => {
    const dotted = (name: string) => `apiVersion: types.federation.k8s.io/v1alpha1
kind: FederatedConfigMap
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    data: {a: x}
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - {path: data.a, value: z}
`;
    const old = { ...files, '/repo/old.yaml': dotted('old') };
    const alone = fedc(['fix', 'kubefed/old-group'], { files: old });
    expect(alone.code).toBe(1);
    expect(alone.error).toContain(
      'not fixed: old.yaml:1: kubefed/old-group, write the present group: it would cause override/dotted-path in old.yaml:11\n',
    );
    expect(alone.host.changes).toEqual([]);
    const together = fedc(['fix'], { files: old });
    expect(together.code).toBe(0);
    expect(together.host.textOf('/repo/old.yaml')).toContain('{path: /data/a, value: z}');
    expect(fedc(['lint', '--strict'], together.host).code).toBe(0);
  });

  it('a sound repair is made although another one is not', () => {
    const dotted = `apiVersion: types.federation.k8s.io/v1alpha1
kind: FederatedConfigMap
metadata: {name: old, namespace: shop}
spec:
  template: {data: {a: x}}
  placement: {clusterNames: [eu-1]}
  overrides:
    - clusterName: eu-1
      clusterOverrides: &edits
        - {path: data.a, value: z}
    - clusterName: eu-2
      clusterOverrides: *edits
`;
    const { host, code, error } = fedc(['fix'], {
      files: { ...broken, '/repo/old.yaml': dotted },
    });
    expect(code).toBe(1);
    expect(error).toContain('it would cause override/dotted-path');
    expect(host.textOf('/repo/old.yaml')).toContain('placement: {clusters: [{name: eu-1}]}');
    expect(host.textOf('/repo/web.yaml')).toBe(moved);
  });
});
