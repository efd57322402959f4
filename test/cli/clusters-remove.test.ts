import { describe, expect, it } from 'vitest';
import { configMap, fedc, files, inventory } from './repository.ts';

const path = '/repo/clusters.yaml';

const named = {
  ...files,
  [path]: inventory.replace('  - {name: us-1', '  # across the ocean\n  - {name: us-1'),
  '/repo/app.yaml': `${configMap('app', '{clusters: [{name: us-1}, {name: eu-1}]}')}  overrides:
    - clusterName: us-1
      clusterOverrides: [{path: /data/a, value: z}]
`,
};

describe('fedc clusters remove', () => {
  it('says what goes, takes the cluster out, and names the plan that lets it pass', () => {
    const { host } = fedc(['build'], { files });
    const { code, output, error } = fedc(['clusters', 'remove', 'us-1'], host);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(host.textOf(path)).toBe(inventory.replace(/.*us-1.*\n/, ''));
    const [, name = ''] = /plan ([0-9a-f]{8})/.exec(output) ?? [];
    expect(output).toBe(`us-1 (clusters.yaml:6): 1 object goes
plan ${name} deletes 1 object; a build stops and asks (tree/cluster-emptied) without
  fedc build --accept ${name}
`);
    expect(fedc(['build'], host).code).toBe(4);
    expect(fedc(['build', '--accept', name], host).code).toBe(0);
  });

  it('shows what names it, and the plan that holds once nothing does', () => {
    const { host } = fedc(['build'], { files: named });
    const { code, output } = fedc(['clusters', 'remove', 'us-1'], host);
    expect(code).toBe(0);
    expect(output).toContain('us-1 (clusters.yaml:7): 2 objects in 1 namespace go\n');
    expect(output).toContain('  named in app.yaml:7\n  named in app.yaml:9\n');
    expect(output).toContain(
      'the sources do not compile until this is resolved: placement/unknown-cluster',
    );
    expect(host.textOf(path)).toContain('  # across the ocean\n');
    const [, name = ''] = /--accept ([0-9a-f]{8})/.exec(output) ?? [];
    host.files.set('/repo/app.yaml', Buffer.from(configMap('app', '{clusters: [{name: eu-1}]}')));
    expect(fedc(['build', '--accept', name], host).code).toBe(0);
  });

  it('shows and does not write under --dry-run', () => {
    const { code, error, host } = fedc(['clusters', 'remove', 'us-1', '--dry-run'], { files });
    expect({ code, error }).toEqual({ code: 0, error: 'nothing was written\n' });
    expect(host.changes).toEqual([]);
  });

  it('says where a cluster is described, too', () => {
    const kubefed = `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata: {name: us-1, namespace: kube-federation-system, labels: {region: us}}
`;
    const all = { ...files, '/repo/k.yaml': kubefed };
    const { output } = fedc(['clusters', 'remove', 'us-1'], { files: all });
    expect(output).toContain('us-1 (clusters.yaml:6): stays in the inventory');
    expect(output).toContain('  still described by KubeFedCluster in k.yaml:1\n');
    const only = { ...all, [path]: inventory.replace(/.*us-1.*\n/, '') };
    const { code, error, host } = fedc(['clusters', 'remove', 'us-1'], { files: only });
    expect(code).toBe(64);
    expect(error).toContain('but by KubeFedCluster in k.yaml:1.');
    expect(host.changes).toEqual([]);
  });

  it('takes several at once, and all of them', () => {
    const { code, host, output } = fedc(['clusters', 'remove', 'eu-1', 'us-1', 'eu-2', 'eu-1'], {
      files,
    });
    expect(code).toBe(0);
    expect(host.textOf(path)).toBe(
      'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters: []\n',
    );
    expect(output).toContain('no tree stands in the output folder');
  });

  it('repeats the flags that the build needs', () => {
    const { host } = fedc(['build', '--out', 'tree', '--inventory', 'clusters.yaml'], { files });
    const argv = ['clusters', 'remove', 'us-1', '--out', 'tree', '--inventory', 'clusters.yaml'];
    const { output } = fedc(argv, host);
    expect(output).toMatch(
      /fedc build --out tree --inventory clusters\.yaml --accept [0-9a-f]{8}\n/,
    );
  });

  it('is 64 for an unknown cluster, whatever it is called', () => {
    for (const name of ['eu-3', '__proto__', '\u001b[2J\u202e']) {
      const { code, output, error, host } = fedc(['clusters', 'remove', name], { files });
      expect({ code, output }).toEqual({ code: 64, output: '' });
      expect([...error]).not.toContain('\u001b');
      expect([...error]).not.toContain('\u202e');
      expect(host.changes).toEqual([]);
    }
  });

  it('gives JSON with a version', () => {
    const { host } = fedc(['build'], { files: named });
    const { output } = fedc(['clusters', 'remove', 'us-1', '-o', 'json'], host);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      written: true,
      clusters: [
        {
          name: 'us-1',
          file: 'clusters.yaml',
          line: 7,
          objects: 2,
          namespaces: 1,
          mentions: [
            { file: 'app.yaml', line: 7 },
            { file: 'app.yaml', line: 9 },
          ],
          others: [],
        },
      ],
      plan: { kind: 'known', objects: 2, guards: ['tree/cluster-emptied'] },
      newErrors: ['placement/unknown-cluster', 'override/unknown-cluster'],
    });
  });
});

it('counts what engines are no longer told', () => {
  const config = { '/repo/fedc.yaml': 'engines: {flux: {}}\n' };
  const { host } = fedc(['build'], { files: { ...files, ...config } });
  const { output } = fedc(['clusters', 'remove', 'us-1', '--dry-run'], host);
  expect(output).toMatch(/plan \w+ deletes 1 object and 1 engine file; a build stops/);
});
