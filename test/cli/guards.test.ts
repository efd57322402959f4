import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { MemoryHost } from '../../src/io/memory-host.ts';
import { countingHost, dyingHost, Stop } from '../io/faulty-host.ts';
import { buildAccepting, configMap, fedc, files, inventory } from './repository.ts';

/** The small repository and twelve config maps more, in every cluster; built. */
function built(more: Readonly<Record<string, string>> = {}): MemoryHost {
  const maps = Array.from({ length: 12 }, (_, index) => [
    `/repo/m${index}.yaml`,
    configMap(`m${index}`, '{clusterSelector: {}}'),
  ]);
  const { host, code } = fedc(['build'], {
    files: { ...files, ...Object.fromEntries(maps), ...more },
  });
  expect(code).toBe(0);
  return host;
}

function set(host: MemoryHost, path: string, text: string): void {
  host.files.set(`/repo/${path}`, Buffer.from(text));
}

function withoutMaps(host: MemoryHost, count: number): void {
  for (let index = 0; index < count; index += 1) host.files.delete(`/repo/m${index}.yaml`);
}

const bytes = (host: MemoryHost) => new Map(host.files);
const planIn = (error: string) => /^Plan ([0-9a-f]{8}) /m.exec(error)?.[1] ?? 'none';

describe('a build that deletes', () => {
  it('is silent below the limits', () => {
    const host = built();
    withoutMaps(host, 2);
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(0);
    expect(error).toBe(
      '3 clusters, 35 objects: 0 files written, 39 unchanged, 6 deleted in rendered\n',
    );
  });

  it('counts what somebody removed from the tree before it, because the locks still list it', () => {
    const host = built();
    withoutMaps(host, 12);
    for (const path of [...host.files.keys()])
      if (path.startsWith('/repo/rendered/clusters/')) host.files.delete(path);
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain('tree/too-many-deletions');
    expect(error).toContain('configmap shop/m0');
  });

  it('takes the approval of a run that was stopped anywhere', () => {
    const fresh = () => {
      const host = built();
      withoutMaps(host, 3);
      return host;
    };
    const whole = fresh();
    const name = planIn(fedc(['build'], whole).error);
    const counting = countingHost(whole);
    expect(run(['build', '--accept', name], counting.host)).toBe(0);
    for (let at = 1; at <= counting.count(); at += 1) {
      const host = fresh();
      expect(() => run(['build', '--accept', name], dyingHost(host, at, 'before'))).toThrow(Stop);
      const { code } = fedc(['build', '--accept', name], host);
      expect(code, `stopped at ${at}`).toBe(0);
      expect(bytes(host), `stopped at ${at}`).toEqual(bytes(whole));
    }
  });

  it('stops at too much, groups it, names the plan, and writes nothing', () => {
    const host = built();
    withoutMaps(host, 3);
    const before = bytes(host);
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    const name = planIn(error);
    expect(
      error,
    ).toBe(`error[tree/too-many-deletions]: 9 of 41 objects would be deleted, more than guards.maxDelete (20 %): ConfigMap shop/m0 in 3 clusters, ConfigMap shop/m1 in 3 clusters, ConfigMap shop/m2 in 3 clusters.
  rendered
  help: If that is meant, accept it with --accept ${name}, or in fedc.yaml with guards: {accept: ["${name}"]}.

1 error

Plan ${name} deletes 9 of 41 objects, in 3 clusters:
  ConfigMap shop/m0, ConfigMap shop/m1, ConfigMap shop/m2, in 3 clusters (eu-1, eu-2, us-1): no source makes it any more
`);
    expect(bytes(host)).toEqual(before);
  });

  it('shows the placement that no longer takes the clusters', () => {
    const host = built();
    for (let index = 0; index < 10; index += 1)
      set(
        host,
        `m${index}.yaml`,
        configMap(`m${index}`, '{clusters: [{name: eu-1}, {name: us-1}]}'),
      );
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain(
      'm0.yaml:7:25: ConfigMap shop/m0 no longer goes to eu-2: not listed in placement.clusters',
    );
    expect(error).toContain('... and 7 more places');
    expect(error).toMatch(/^ {2}ConfigMap shop\/m0, .* and 6 more, in eu-2: not listed/m);
  });

  it('shows the cluster whose labels changed', () => {
    const host = built();
    set(
      host,
      'clusters.yaml',
      inventory.replace('name: eu-1, labels: {region: eu', 'name: eu-1, labels: {region: us'),
    );
    set(host, 'fedc.yaml', 'guards: {maxDelete: 0}\n');
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain('more than guards.maxDelete (0): ConfigMap shop/web in eu-1');
    expect(error).toContain(
      'clusters.yaml:4:5: 1 label of cluster "eu-1" changed since the last build: region was eu and is us',
    );
    expect(error).toContain('the cluster selector wants region=eu (it has us)');
  });

  it('stops when a cluster leaves the inventory', () => {
    const host = built();
    set(host, 'clusters.yaml', inventory.replace(/.*name: us-1.*\n/, ''));
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain(
      'error[tree/cluster-emptied]: Cluster "us-1" is no longer in the inventory and would lose all of its 13 objects.\n  rendered/clusters/us-1\n',
    );
    expect(error).toContain('in us-1: the cluster is no longer in the inventory');
    expect(fedc(['build', '--allow-empty-cluster', 'us-1'], host).code).toBe(0);
    expect([...host.files.keys()].filter((path) => path.includes('us-1'))).toEqual([]);
  });

  it('stops when a namespace goes, however little that is', () => {
    const host = built();
    host.files.delete('/repo/namespace.yaml');
    const { code, error } = fedc(['build', '--cluster', 'us-1'], host);
    expect(code).toBe(4);
    expect(error).toContain(
      'error[tree/protected-kind]: Namespace shop in us-1 would be deleted, and what depends on it with it.',
    );
  });

  it('does not take a change of the layout for a deletion', () => {
    const host = built();
    const { code, error } = fedc(['build', '--layout', 'by-app'], host);
    expect(code).toBe(0);
    expect(error).toContain('41 deleted');
    expect(fedc(['build', '--layout', 'by-app'], host).error).toContain('nothing to do');
  });

  it('counts the objects of a disabled type', () => {
    const mode = 'compatibility: {disabledType: omit}\nguards: {maxDelete: 3}\n';
    const host = built({ '/repo/fedc.yaml': mode });
    set(
      host,
      'type.yaml',
      `apiVersion: core.kubefed.io/v1beta1
kind: FederatedTypeConfig
metadata: {name: configmaps, namespace: kube-federation-system}
spec:
  propagation: Disabled
  targetType: {kind: ConfigMap, pluralName: configmaps, scope: Namespaced, version: v1}
  federatedType:
    group: types.kubefed.io
    kind: FederatedConfigMap
    pluralName: federatedconfigmaps
    scope: Namespaced
    version: v1beta1
`,
    );
    const { code, error } = fedc(['build'], host);
    expect(error).toContain('38 of 41 objects would be deleted');
    expect(code).toBe(4);
  });

  it('neither counts nor deletes outside of a slice', () => {
    const host = built();
    withoutMaps(host, 5);
    const { code, error } = fedc(['build', '--cluster', 'us-1'], host);
    expect(code).toBe(4);
    expect(error).toContain('5 of 13 objects would be deleted');
    expect(buildAccepting(host, '--cluster', 'us-1').code).toBe(0);
    const left = [...host.files.keys()].filter((path) => path.endsWith('configmap_m0.yaml'));
    expect(left.map((path) => path.split('/')[4])).toEqual(['eu-1', 'eu-2']);
  });
});

describe('acceptance', () => {
  it('by a flag deletes exactly what was shown', () => {
    const host = built();
    withoutMaps(host, 3);
    const name = planIn(fedc(['build'], host).error);
    withoutMaps(host, 4);
    const other = fedc(['build', '--accept', name], host);
    expect(other.code).toBe(4);
    expect(other.error).toContain('warning[tree/stale-acceptance]');
    const next = planIn(other.error);
    expect(next).not.toBe(name);
    expect(fedc(['build', '--accept', next], host)).toMatchObject({ code: 0 });
  });

  it('can stand in fedc.yaml, and is reported once it fits no more', () => {
    const host = built();
    withoutMaps(host, 3);
    const name = planIn(fedc(['build'], host).error);
    set(host, 'fedc.yaml', `guards:\n  accept: ["${name}"]\n`);
    expect(fedc(['build'], host)).toMatchObject({ code: 0 });
    const again = fedc(['build'], host);
    expect(again.code).toBe(0);
    expect(again.error).toContain(
      `warning[tree/stale-acceptance]: "${name}" is accepted, and nothing is deleted.\n  fedc.yaml:2:12`,
    );
    expect(fedc(['build', '--cluster', 'us-1'], host).error).not.toContain('stale');
  });

  it('of a limit or a cluster can stand in fedc.yaml', () => {
    const host = built({
      '/repo/fedc.yaml': 'guards: {maxDelete: 9, allowEmptyClusters: [us-1]}\n',
    });
    withoutMaps(host, 3);
    expect(fedc(['build'], host).code).toBe(0);
    set(host, 'clusters.yaml', inventory.replace(/.*name: us-1.*\n/, ''));
    expect(fedc(['build'], host).code).toBe(0);
  });
});

describe('--no-prune', () => {
  it('keeps files and their lines, so that a later build can delete them', () => {
    const host = built();
    withoutMaps(host, 5);
    const { code, error } = fedc(['build', '--no-prune'], host);
    expect(code).toBe(0);
    expect(error).toContain('nothing to do, 15 kept that no source makes any more');
    expect(host.textOf('/repo/rendered/clusters/us-1/shop/configmap_m0.yaml')).toBeDefined();
    expect(buildAccepting(host).error).toContain('15 deleted');
  });
});

describe('a file that is not ours', () => {
  const web = 'rendered/clusters/eu-1/shop/configmap_web.yaml';
  const changed = configMap('web', '{clusterSelector: {matchLabels: {region: eu}}}', 'z');

  it('is overwritten by name only', () => {
    const host = built();
    set(host, web, 'edited');
    set(host, 'web.yaml', changed);
    const refused = fedc(['build'], host);
    expect(refused.code).toBe(4);
    expect(refused.error).toContain(`--force-overwrite ${web}`);
    expect(refused.error).toContain(`\`fedc adopt ${web}\``);
    expect(fedc(['build', '--force-overwrite', 'rendered/clusters/eu-2/x.yaml'], host).code).toBe(
      4,
    );
    expect(fedc(['build', '--force-overwrite', web], host).code).toBe(0);
    expect(host.textOf(`/repo/${web}`)).toContain('a: z');
  });

  it('is named as seen from the working folder', () => {
    const host = built();
    set(host, web, 'edited');
    const inside = { ...host, workingFolder: '/repo/rendered/clusters' };
    const { code, error } = fedc(
      ['build', '/repo', '--force-overwrite', 'eu-1/shop/configmap_web.yaml'],
      inside,
    );
    expect(error).not.toContain('error');
    expect(code).toBe(0);
  });

  it.each(['web.yaml', 'rendered', 'rendered/index/lock', 'rendered/../../x', '/etc/passwd'])(
    'cannot be %s',
    (path) => {
      const { code, error } = fedc(['build', '--force-overwrite', path], built());
      expect(code).toBe(64);
      expect(error).toContain('error[cli/usage]');
      expect(error).toContain('is not a file that fedc could own in rendered');
    },
  );

  it('stays, and is reported where an engine would deploy it', () => {
    const host = built();
    for (const path of ['eu-1/extra.yaml', 'us-1/extra.yaml', 'eu-1/README.md', 'eu-1/shop/.keep'])
      set(host, `rendered/clusters/${path}`, 'x');
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(0);
    expect(error).toContain(
      'warning[tree/foreign-file]: rendered/clusters/eu-1/extra.yaml (and in 1 more cluster) was not written by fedc',
    );
    expect(error.match(/tree\/foreign-file/g)).toHaveLength(1);
    expect(fedc(['build', '--cluster', 'eu-2'], host).error).not.toContain('foreign');
    expect(host.textOf('/repo/rendered/clusters/us-1/extra.yaml')).toBe('x');
  });

  it('stops a build under --strict before anything is written, and can be switched off', () => {
    const host = built();
    set(host, 'rendered/clusters/eu-1/extra.yaml', 'x');
    set(host, 'web.yaml', changed);
    const before = bytes(host);
    expect(fedc(['build', '--strict'], host).code).toBe(2);
    expect(bytes(host)).toEqual(before);
    set(host, 'fedc.yaml', 'diagnostics: {tree/foreign-file: off}\n');
    expect(fedc(['build', '--strict'], host)).toMatchObject({ code: 0 });
  });
});

describe('files of engines', () => {
  const config = 'engines: {flux: {}}\n';
  const withEngine = () => {
    const { host } = fedc(['build'], { files: { ...files, '/repo/fedc.yaml': config } });
    return host;
  };
  const setConfig = (host: MemoryHost, text: string) =>
    host.files.set('/repo/fedc.yaml', new TextEncoder().encode(text));

  it('stop a build that would take them away while the manifests stay', () => {
    const host = withEngine();
    setConfig(host, '{}\n');
    const { code, error } = fedc(['build'], host);
    expect(code).toBe(4);
    expect(error).toContain('error[tree/engine-file-deleted]');
    const [, name = ''] = /^Plan (\w+) deletes 3 engine files:$/m.exec(error) ?? [];
    expect(fedc(['build', '--accept', name], host).error).toContain('3 deleted');
  });

  it('stay where the build is told of their engine again, and the message says how', () => {
    const { host } = fedc(['build', '--emit', 'flux']);
    expect(fedc(['build'], host).error).toContain(
      'Otherwise keep them by --emit flux, or by engines: {flux: {}} in fedc.yaml.',
    );
    expect(fedc(['build', '--emit', 'flux'], host).code).toBe(0);
    setConfig(host, config);
    expect(fedc(['build'], host)).toMatchObject({ code: 0 });
  });

  it('stop it also if somebody has removed them already', () => {
    const host = withEngine();
    setConfig(host, '{}\n');
    for (const path of [...host.files.keys()].filter((each) => each.includes('/engine/')))
      host.files.delete(path);
    expect(fedc(['build'], host).error).toContain('error[tree/engine-file-deleted]');
  });

  it('go with a cluster that loses its manifests as well', () => {
    const host = withEngine();
    const without = inventory.replace(/^.*us-1.*\n/m, '');
    host.files.set('/repo/clusters.yaml', new TextEncoder().encode(without));
    const { error } = fedc(['build'], host);
    expect(error).toContain('error[tree/cluster-emptied]');
    expect(error).not.toContain('tree/engine-file-deleted');
    const allowed = fedc(['build', '--allow-empty-cluster', 'us-1'], host);
    expect(allowed.code, allowed.error).toBe(0);
    expect(host.files.has('/repo/rendered/engine/flux/clusters/us-1/sync.yaml')).toBe(false);
  });
});
