import { describe, expect, it } from 'vitest';
import { configMap, fedc, files, inventory } from './repository.ts';

/** Everything that can be known of a cluster, in two kinds of documents. */
const described = {
  ...files,
  '/repo/clusters.yaml': `${inventory}  - name: ap-1
    region: asia
    server: https://admin:hunter2@api.ap-1
    zones: [a, b]
    labels: {region: ap, tier: gold}
    annotations: {note: hello, api-token: hunter2}
    taints: [{key: gpu, value: "yes", effect: NoSchedule}]
    names: {argocd: prod-ap}
`,
  '/repo/kubefed.yaml': `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata:
  name: ap-1
  namespace: kube-federation-system
  labels: {region: ap, extra: "1"}
spec: {secretRef: {name: hunter2}, caBundle: hunter2}
status: {kubernetesVersion: v1.31.4}
`,
};

/** A federated object that cannot even be read. */
const brokenObject = {
  ...files,
  '/repo/web.yaml': 'apiVersion: types.kubefed.io/v1beta1\nkind: FederatedConfigMap\nspec: [\n',
};

describe('fedc clusters list', () => {
  it('shows names, labels, the fields that are known, and every place', () => {
    const { code, output, error, host } = fedc(['clusters', 'list'], { files: described });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`NAME   LABELS                        REGION   ZONES   VERSION   SOURCE
ap-1   extra=1,region=ap,tier=gold   asia     a,b     v1.31.4   clusters.yaml:7, kubefed.yaml:1
eu-1   region=eu,wave=1              -        -       -         clusters.yaml:4
eu-2   region=eu,wave=2              -        -       -         clusters.yaml:5
us-1   region=us,wave=2              -        -       -         clusters.yaml:6
`);
    expect(host.changes).toEqual([]);
  });

  it('shows more when asked to', () => {
    const { output } = fedc(['clusters', 'list', '-o', 'wide', '-l', 'tier'], { files: described });
    const [head, row] = output.split('\n').map((line) => line.split(/ {3,}/));
    expect(head?.slice(5)).toEqual(['SERVER', 'TAINTS', 'OTHER NAMES', 'ANNOTATIONS', 'SOURCE']);
    expect(row?.slice(5, 9)).toEqual([
      'https://api.ap-1',
      'gpu=yes:NoSchedule',
      'argocd=prod-ap',
      '2',
    ]);
  });

  it('gives names, and JSON with a version', () => {
    const list = (form: string) =>
      fedc(['clusters', 'list', '-o', form, '-l', 'wave=2,region!=us'], { files: described })
        .output;
    expect(list('name')).toBe('eu-2\n');
    expect(JSON.parse(list('json'))).toEqual({
      formatVersion: '1.0',
      clusters: [
        {
          name: 'eu-2',
          names: {},
          labels: { region: 'eu', wave: '2' },
          annotations: {},
          taints: [],
          sources: [{ file: 'clusters.yaml', line: 5 }],
        },
      ],
    });
  });

  it.each(['text', 'wide', 'json', 'name'])('prints no credentials as %s', (form) => {
    const { output } = fedc(['clusters', 'list', '-o', form], { files: described });
    expect(output).toContain('ap-1');
    expect(output).not.toContain('hunter2');
  });

  it('exits with 1 if no cluster has the labels, and says which there are', () => {
    const { code, output, error } = fedc(['clusters', 'list', '-l', 'region=ue']);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toMatch(
      /^"region=ue" takes no cluster\. Label region has the values eu \(2\), us \(1\).*"eu".*[.?]\n$/,
    );
  });

  it('exits with 1 if there is no inventory', () => {
    const { code, output, error } = fedc(['clusters', 'list', '-o', 'json'], {
      files: { '/repo/web.yaml': configMap('web', '{clusterSelector: {}}') },
    });
    expect({ code, error }).toEqual({ code: 1, error: 'No cluster is in any inventory.\n' });
    expect(JSON.parse(output).clusters).toEqual([]);
  });

  it('does not look at federated objects, compiling or not', () => {
    const { code, output, error } = fedc(['clusters', 'list', '-o', 'name'], {
      files: brokenObject,
    });
    expect({ code, output, error }).toEqual({ code: 0, output: 'eu-1\neu-2\nus-1\n', error: '' });
  });

  it('reports what is wrong with the inventory, and shows the rest', () => {
    const text = `${inventory}  - {name: eu-1, labels: {region: xx}}\n---\nkind: ClusterInventory\na: [\n`;
    const { code, output, error } = fedc(['clusters', 'list', '-o', 'name'], {
      files: { ...brokenObject, '/repo/clusters.yaml': text },
    });
    expect({ code, output }).toEqual({ code: 2, output: 'eu-1\neu-2\nus-1\n' });
    expect(error).toContain('error[inventory/duplicate-cluster]');
    expect(error).toContain('error[yaml/syntax]');
    expect(error).not.toContain('web.yaml');
  });

  it('reports wrong settings and files that cannot be read', () => {
    const config = {
      ...files,
      '/repo/fedc.yaml': 'apiVersion: fedc/v1alpha1\nkind: Config\nmoed: x\n',
    };
    expect(fedc(['clusters', 'list'], { files: config })).toMatchObject({
      code: 2,
      error: expect.stringContaining('config/unknown-key'),
    });
    expect(fedc(['clusters', 'list', '--inventory', 'nowhere.yaml']).code).toBe(3);
    expect(fedc(['clusters', 'list', 'nowhere'])).toMatchObject({ code: 3, output: '' });
  });
});

describe('fedc clusters get', () => {
  it('shows all that is known, and where it is written', () => {
    const { code, output } = fedc(['clusters', 'get', 'ap-1'], { files: described });
    expect(code).toBe(0);
    expect(output).toBe(`ap-1 (clusters.yaml:7, kubefed.yaml:1)
gets 1 object: 1 Namespace

KNOWN        NAME          VALUE              SOURCE
label        extra         1                  kubefed.yaml:6
label        region        ap                 clusters.yaml:11, kubefed.yaml:6
label        tier          gold               clusters.yaml:11
field        region        asia               clusters.yaml:8
field        zones         a, b               clusters.yaml:10
field        kubeVersion   v1.31.4            kubefed.yaml:8
field        server        https://api.ap-1   clusters.yaml:9
annotation   api-token     ***                clusters.yaml:12
annotation   note          hello              clusters.yaml:12
taint        gpu           yes:NoSchedule     clusters.yaml:13
other name   argocd        prod-ap            clusters.yaml:14
`);
  });

  it('gives JSON with a version', () => {
    const { output } = fedc(['clusters', 'get', 'eu-1', '-o', 'json']);
    expect(JSON.parse(output)).toEqual({
      formatVersion: '1.0',
      cluster: expect.objectContaining({ name: 'eu-1', labels: { region: 'eu', wave: '1' } }),
      facts: [
        {
          kind: 'label',
          name: 'region',
          value: 'eu',
          sources: [{ file: 'clusters.yaml', line: 4 }],
        },
        { kind: 'label', name: 'wave', value: '1', sources: [{ file: 'clusters.yaml', line: 4 }] },
      ],
      objects: {
        total: 2,
        kinds: [
          { group: '', kind: 'ConfigMap', objects: 1 },
          { group: '', kind: 'Namespace', objects: 1 },
        ],
      },
    });
  });

  it('exits with 1 and the nearest names if there is none', () => {
    const { code, output, error } = fedc(['clusters', 'get', 'us1']);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('No cluster is called "us1". Did you mean "us-1"');
  });

  it('counts no objects if the sources do not compile', () => {
    const text = fedc(['clusters', 'get', 'eu-1'], { files: brokenObject });
    expect(text.code).toBe(0);
    expect(text.output).toContain('what it gets is not known: the sources do not compile\n');
    const json = fedc(['clusters', 'get', 'eu-1', '-o', 'json'], { files: brokenObject });
    expect(JSON.parse(json.output).objects).toBeNull();
  });

  it('says so if it gets nothing and nothing is known but its name', () => {
    const more = {
      ...described,
      '/repo/namespace.yaml': '',
      '/repo/clusters.yaml': `${inventory}  - {name: bare}\n`,
    };
    expect(fedc(['clusters', 'get', 'bare'], { files: more }).output).toBe(
      'bare (clusters.yaml:7)\ngets no objects\n',
    );
  });
});

describe('fedc clusters match', () => {
  it('shows each cluster with the terms that fail', () => {
    const { code, output } = fedc(['clusters', 'match', 'region=eu,wave!=1,!edge']);
    expect(code).toBe(0);
    expect(output).toBe(`"region=eu,wave!=1,!edge" takes 1 of 3 clusters

TERM        MET BY
region=eu   2 of 3 clusters
wave!=1     2 of 3 clusters
!edge       3 of 3 clusters

CLUSTER   TAKEN   WHY NOT
eu-1      no      wave!=1: wave is "1"
eu-2      yes
us-1      no      region=eu: region is "us"
`);
  });

  it.each([
    ['', ['eu-1', 'eu-2', 'us-1']],
    ['region in (eu, ap)', ['eu-1', 'eu-2']],
    ['region notin (eu,ap)', ['us-1']],
    ['wave==2', ['eu-2', 'us-1']],
    ['wave', ['eu-1', 'eu-2', 'us-1']],
  ])('takes by %j', (selector, names) => {
    const { code, output } = fedc(['clusters', 'match', selector, '-o', 'name']);
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toEqual(names);
  });

  it('exits with 1 if it takes none, with what the labels really hold', () => {
    const { code, output, error } = fedc(['clusters', 'match', 'region=eu,wave=3']);
    expect(code).toBe(1);
    expect(output).toContain('takes 0 of 3 clusters');
    expect(error).toContain('Label wave has the values 2 (2), 1 (1)');
  });

  it('says that a field is no label', () => {
    const { error } = fedc(['clusters', 'match', 'zones=a'], { files: described });
    expect(error).toContain('zones is a field of the inventory, and fields are never labels');
  });

  it('gives JSON with a version', () => {
    const { output } = fedc(['clusters', 'match', 'region in (us,ap),tier=gold', '-o', 'json']);
    const parsed = JSON.parse(output);
    expect(parsed.terms).toEqual([
      {
        term: 'region in (us,ap)',
        key: 'region',
        operator: 'In',
        values: ['us', 'ap'],
        clusters: 1,
      },
      { term: 'tier=gold', key: 'tier', operator: 'In', values: ['gold'], clusters: 0 },
    ]);
    expect(parsed.clusters[0]).toEqual({
      name: 'eu-1',
      taken: false,
      failed: [
        { term: 'region in (us,ap)', value: 'eu' },
        { term: 'tier=gold', value: null },
      ],
    });
  });

  it('points at the term that cannot be read', () => {
    const { code, output, error } = fedc(['clusters', 'match', 'region=eu, wave>1']);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('error[cli/usage]: "wave>1" compares numbers');
    expect(error).toContain('  region=eu, wave>1\n             ^^^^^^\n');
  });
});

describe('clusters that several systems describe', () => {
  const several = {
    ...files,
    '/repo/fedc.yaml': 'apiVersion: fedc/v1alpha1\nkind: Config\ninventory: ["in/*.yaml"]\n',
    '/repo/in/clusters.yaml': `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - name: eu-1
    names: {argocd: Frankfurt}
`,
    '/repo/in/argocd.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: s1
  labels: {argocd.argoproj.io/secret-type: cluster, topology.kubernetes.io/region: eu-central-1}
stringData: {name: Frankfurt, server: "https://eu-1"}
`,
    '/repo/in/karmada.yaml': `apiVersion: cluster.karmada.io/v1alpha1
kind: Cluster
metadata: {name: eu-1, labels: {env: prod}}
spec:
  taints:
    - {key: gpu, effect: NoSchedule}
`,
  };

  it('are shown with every place', () => {
    const { code, output } = fedc(['clusters', 'get', 'eu-1'], { files: several });
    expect(code).toBe(0);
    expect(output.replaceAll(/ {2,}/g, '  ').split('\n').slice(3)).toEqual([
      'KNOWN  NAME  VALUE  SOURCE',
      'label  argocd.argoproj.io/secret-type  cluster  in/argocd.yaml:5',
      'label  env  prod  in/karmada.yaml:3',
      'label  topology.kubernetes.io/region  eu-central-1  in/argocd.yaml:5',
      'field  region  eu-central-1  in/argocd.yaml:5',
      'field  server  https://eu-1  in/argocd.yaml:6',
      'taint  gpu  NoSchedule  in/karmada.yaml:6',
      'other name  argocd  Frankfurt  in/clusters.yaml:5, in/argocd.yaml:6',
      '',
    ]);
  });

  it('are found by labels of any of them', () => {
    const { output } = fedc(['clusters', 'list', '-l', 'env=prod', '-o', 'name'], {
      files: several,
    });
    expect(output).toBe('eu-1\n');
  });
});

describe('fedc clusters', () => {
  it.each([
    { argv: ['clusters'], code: 64, said: 'fedc clusters match' },
    { argv: ['clusters', '--help'], code: 0, said: 'fedc clusters match' },
    { argv: ['clusters', 'lst'], code: 64, said: 'Did you mean list or get?' },
    { argv: ['clusters', 'list', '--selctor', 'a'], code: 64, said: 'Did you mean --selector?' },
    { argv: ['clusters', 'list', '-l', 'a b'], code: 64, said: '--selector' },
    { argv: ['clusters', 'get'], code: 64, said: 'NAME' },
    { argv: ['clusters', 'get', 'eu-1', '-o', 'wide'], code: 64, said: 'wide' },
  ])('answers $argv with $code', ({ argv, code, said }) => {
    const run = fedc(argv);
    expect(run.code).toBe(code);
    expect(run.output + run.error).toContain(said);
  });
});
