import { describe, expect, it } from 'vitest';
import { configMap, fedc, files } from './repository.ts';

const native = (...clusters: readonly string[]) =>
  `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${clusters.map((each) => `  - ${each}\n`).join('')}`;

const kubefed = (name: string) => `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata: {name: ${name}, namespace: kube-federation-system, labels: {region: eu}}
`;

const whatIf = (argv: readonly string[], all: Readonly<Record<string, string>> = files) =>
  fedc(['what-if', ...argv], { files: all });

/** The web ConfigMap names eu-1; a selector beside the list would be ignored. */
const listing = { ...files, '/repo/web.yaml': configMap('web', '{clusters: [{name: eu-1}]}') };

describe('fedc what-if', () => {
  it('shows what a label moves, and writes nothing', () => {
    const { code, output, error, host } = whatIf(['--label', 'us-1:region=eu']);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(output).toBe(`created  1 object in 1 cluster
changed  0 objects
deleted  0 objects
against the sources as they are: 1 distinct change in 1 cluster, 5 objects are the same
supposed: us-1 has region=eu

+ ConfigMap shop/web
  created in 1 cluster: us-1
`);
    expect(host.changes).toEqual([]);
  });

  it('shows what goes with a label', () => {
    const { code, output } = whatIf(['--label', 'eu-1:region-']);
    expect(code).toBe(1);
    expect(output).toContain('supposed: eu-1 has no label region\n');
    expect(output).toContain('- ConfigMap shop/web\n  deleted in 1 cluster: eu-1\n');
  });

  it('takes all suppositions together', () => {
    const { code, output } = whatIf(
      [
        ...['--label', 'us-1:region=eu', '--remove-cluster', 'eu-1', '--remove-cluster', 'eu-2'],
        ...[
          '--add-cluster',
          '../a.yaml',
          '--add-cluster',
          '../b.yaml',
          '--label',
          'ap-1:region=eu',
        ],
      ],
      { ...files, '/a.yaml': native('{name: ap-1}'), '/b.yaml': kubefed('ap-2') },
    );
    expect(code).toBe(1);
    expect(output).toContain(
      'supposed: us-1 has region=eu; ap-1 has region=eu; eu-1 is gone; eu-2 is gone; ap-1, ap-2 are there (../a.yaml, ../b.yaml)\n',
    );
    expect(output).toContain('created  5 objects in 3 clusters\n');
    expect(output).toContain('deleted  4 objects in 2 clusters\n');
  });

  it('is 0 if no object changes, and says what does', () => {
    const { code, output } = whatIf(['--label', 'us-1:tier=gold']);
    expect(code).toBe(0);
    expect(output).toContain('no difference, 5 objects are the same\n');
    expect(output).toContain('index/clusters/us-1.json would be written anew all the same\n');
    const same = whatIf(['--label', 'us-1:region=us', '--label', 'us-1:tier-']);
    expect(same.output).toContain(
      'supposed: us-1 has region=us, as it is; us-1 has no label tier, as it is\n',
    );
    expect(same.output).not.toContain('index/');
  });

  it('shows errors that are new, and that the answer is incomplete', () => {
    const { code, output, error } = whatIf(['--remove-cluster', 'eu-1'], listing);
    expect(code).toBe(2);
    expect(output).toContain('- ConfigMap shop/web\n');
    expect(output).toContain(
      'the sources would not compile until 1 error is resolved: placement/unknown-cluster\nwhat is shown here is incomplete, since there are errors\n',
    );
    expect(error).toContain('error[placement/unknown-cluster]');
    expect(error).toContain('web.yaml:7:');
  });

  it('says the same on stderr where the form has no place for it', () => {
    for (const form of ['unified', 'patch']) {
      const { code, output, error } = whatIf(['--remove-cluster', 'eu-1', '-o', form], listing);
      expect(code).toBe(2);
      expect(output).not.toContain('would not compile');
      expect(error).toContain('the sources would not compile until 1 error is resolved');
    }
  });

  it('is incomplete without any cluster', () => {
    const all = ['eu-1', 'eu-2', 'us-1'].flatMap((name) => ['--remove-cluster', name]);
    const { code, error } = whatIf(all);
    expect(code).toBe(2);
    expect(error).toContain('error[repo/no-inventory]');
  });

  describe('with warnings', () => {
    /** An override for a cluster where the object does not go is a warning. */
    const dead = {
      ...files,
      '/repo/web.yaml': `${files['/repo/web.yaml']}  overrides:
    - clusterName: us-1
      clusterOverrides: [{path: /data/a, value: z}]
`,
    };

    it('counts those that would be gone', () => {
      const { code, output, error } = whatIf(['--label', 'us-1:region=eu'], dead);
      expect({ code, error }).toEqual({ code: 1, error: '' });
      expect(output).toContain('1 warning of now would be gone: override/dead\n');
    });

    it('shows those that are new, and not those of now', () => {
      const eu = dead['/repo/web.yaml'].replace('clusterName: us-1', 'clusterName: eu-1');
      const all = { ...files, '/repo/web.yaml': eu, '/repo/other.yaml': dead['/repo/web.yaml'] };
      const other = all['/repo/other.yaml'].replace('name: web', 'name: other');
      const { code, error } = whatIf(['--label', 'eu-1:region-'], {
        ...all,
        '/repo/other.yaml': other,
      });
      expect(code).toBe(1);
      expect(error).toContain('warning[override/dead]');
      expect(error).toContain('web.yaml:');
      expect(error).not.toContain('other.yaml:');
    });

    it('fails for new ones under --strict', () => {
      const eu = dead['/repo/web.yaml'].replace('clusterName: us-1', 'clusterName: eu-1');
      const all = { ...files, '/repo/web.yaml': eu };
      const { code, output } = whatIf(['--label', 'eu-1:region-', '--strict'], all);
      expect(code).toBe(2);
      expect(output).toContain('would not compile until 1 finding is resolved: override/dead\n');
      expect(output).not.toContain('incomplete');
    });
  });

  it('does not answer for sources that do not compile', () => {
    const broken = { ...files, '/repo/web.yaml': configMap('web', '{clusters: [{name: eu-9}]}') };
    const { code, output, error } = whatIf(['--label', 'us-1:a=b'], broken);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain('error[placement/unknown-cluster]');
  });

  it.each([
    { name: 'nothing supposed', argv: [], said: 'needs something to suppose' },
    { name: 'an unknown cluster', argv: ['--remove-cluster', 'eu-9'], said: 'cli/unknown-cluster' },
    { name: 'a label of one', argv: ['--label', 'eu9:a=b'], said: 'Did you mean "eu-1"' },
    { name: 'an illegal label', argv: ['--label', 'eu-1:a b=c'], said: 'is not a label key' },
    { name: 'a file without clusters', argv: ['--add-cluster', 'web.yaml'], said: 'no cluster' },
  ])('is 64 for $name', ({ argv, said }) => {
    const { code, output, error } = whatIf(argv);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain(said);
  });

  it('gives JSON with a version', () => {
    const { output } = whatIf(['--label', 'us-1:region=eu', '-o', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      against: 'the sources as they are',
      notes: ['supposed: us-1 has region=eu'],
      changes: [{ kind: 'created', objects: [{ name: 'web', clusters: ['us-1'] }] }],
    });
  });

  it('gives markdown under its own name', () => {
    const { output } = whatIf(['--label', 'us-1:region=eu', '-o', 'markdown']);
    expect(output).toMatch(/^\*\*fedc what-if\*\*: 1 object created/);
  });

  it('knows the replicas of the tree if the config says so', () => {
    const preference = {
      ...files,
      '/repo/fedc.yaml': 'apiVersion: fedc/v1alpha1\nkind: Config\nreplicas: {previous: tree}\n',
      '/repo/web.yaml': `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template: {spec: {replicas: 1}}
  placement: {clusterSelector: {}}
---
apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec: {targetKind: FederatedDeployment, totalReplicas: 12, clusters: {"*": {weight: 1}}}
`,
    };
    const { host } = fedc(['build'], { files: preference });
    const added = ['what-if', '--add-cluster', '../new.yaml'];
    host.files.set('/new.yaml', Buffer.from(native('{name: ap-1}')));
    const { output } = fedc(added, host);
    expect(output).toContain('created  2 objects in 1 cluster\nchanged  0 objects\n');
    host.files.delete('/repo/fedc.yaml');
    expect(fedc(added, host).output).toMatch(/^changed {2}3 objects in 3 clusters$/m);
  });
});

describe('fedc what-if --add-cluster', () => {
  const added = native('{name: ap-1, labels: {region: eu}}');

  it('adds to clusters that stand among the sources', () => {
    const { code, output } = whatIf(['--add-cluster', '/new.yaml'], {
      ...files,
      '/new.yaml': added,
    });
    expect(code).toBe(1);
    expect(output).toContain(
      'created  2 objects in 1 cluster\nchanged  0 objects\ndeleted  0 objects',
    );
  });

  it('takes every form beside an inventory that is named, and says so where none is', () => {
    const foreign =
      'apiVersion: fleet.cattle.io/v1alpha1\nkind: Cluster\nmetadata: {name: ap-1, labels: {region: eu}}\n';
    const config = 'apiVersion: fedc/v1alpha1\nkind: Config\ninventory: [clusters.yaml]\n';
    const named = { ...files, '/repo/fedc.yaml': config, '/new.yaml': foreign };
    expect(whatIf(['--add-cluster', '/new.yaml'], named).output).toContain(
      'created  2 objects in 1 cluster\n',
    );
    const { code, error } = whatIf(['--add-cluster', '/new.yaml'], {
      ...files,
      '/new.yaml': foreign,
    });
    expect(code).toBe(64);
    expect(error).toContain('only counts beside an inventory that is named');
  });

  it('adds to clusters that the config names', () => {
    const config = 'apiVersion: fedc/v1alpha1\nkind: Config\ninventory: [clusters.yaml]\n';
    const named = { ...files, '/repo/fedc.yaml': config };
    const outside = whatIf(['--add-cluster', '/new.yaml'], { ...named, '/new.yaml': added });
    expect(outside.output).toContain(
      'created  2 objects in 1 cluster\nchanged  0 objects\ndeleted  0',
    );
    const inside = whatIf(['--add-cluster', 'new.yaml'], { ...named, '/repo/new.yaml': added });
    expect(inside.code).toBe(1);
    expect(inside.output).toContain('ap-1 is there (new.yaml)\n');
    expect(inside.output).toContain(
      'created  2 objects in 1 cluster\nchanged  0 objects\ndeleted  0',
    );
  });

  it('does not read a file twice', () => {
    const { code, output, error } = whatIf(
      ['--add-cluster', 'new.yaml', '--add-cluster', './new.yaml'],
      { ...files, '/repo/new.yaml': added },
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toContain(
      'new.yaml is read already: its clusters are in the inventory as it is\n',
    );
    const linked = fedc(['what-if', '--add-cluster', 'new.yaml', '.'], {
      files: { ...files, '/repo/new.yaml': added },
      links: { '/link': '/repo' },
      workingFolder: '/link',
    });
    expect(linked.output).toContain('new.yaml is read already');
    const twice = whatIf(['--add-cluster', '/new.yaml', '--add-cluster', '../new.yaml'], {
      ...files,
      '/new.yaml': added,
    });
    expect({ code: twice.code, error: twice.error }).toEqual({ code: 1, error: '' });
  });

  it('reports a cluster that is there already, with its place in the file', () => {
    const again = { ...files, '/new.yaml': native('{name: eu-1, labels: {region: xx}}') };
    const { code, output, error } = whatIf(['--add-cluster', '/new.yaml'], again);
    expect(code).toBe(2);
    expect(output).toContain('would not compile until 1 error is resolved');
    expect(error).toContain('error[inventory/duplicate-cluster]');
    expect(error).toMatch(/\.\.\/new\.yaml:4:\d+/);
    expect(error).toContain('name: eu-1');
  });

  it('reports a file that does not parse, and one that is not there', () => {
    const broken = whatIf(['--add-cluster', '/new.yaml'], {
      ...files,
      '/new.yaml': `${added}\nx: [\n`,
    });
    expect(broken.code).toBe(2);
    expect(broken.error).toContain('error[yaml/syntax]');
    const missing = whatIf(['--add-cluster', 'nowhere.yaml']);
    expect({ code: missing.code, output: missing.output }).toEqual({ code: 3, output: '' });
    expect(missing.error).toContain('nowhere.yaml');
  });
});
