import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/io/memory-host.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { configMap, fedc, files as repository } from './repository.ts';

const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/Prod_EU';
const gke = 'gke_proj_europe-west1-b_blue';

const kubeconfig = (...contexts: readonly string[]) => `apiVersion: v1
kind: Config
clusters:
- name: a
  cluster: {server: "https://admin:hunter2@a.example.com:6443", certificate-authority-data: aHVudGVyMg==}
- name: b
  cluster: {server: https://b.example.com}
contexts:
${contexts.map((name, index) => `- {name: ${JSON.stringify(name)}, context: {cluster: ${index === 0 ? 'a' : 'b'}, user: u}}\n`).join('')}users:
- name: u
  user: {token: hunter2, client-key-data: aHVudGVyMg==}
`;

const kubefed = (name: string, labels = '{region: us}') => `apiVersion: core.kubefed.io/v1beta1
kind: KubeFedCluster
metadata: {name: ${name}, namespace: elsewhere, labels: ${labels}}
`;

const secret = (name: string) => `apiVersion: v1
kind: Secret
metadata:
  name: cluster-secret
  labels: {argocd.argoproj.io/secret-type: cluster, env: prod}
stringData: {name: ${JSON.stringify(name)}, server: https://c.example.com, config: hunter2}
`;

const files = {
  '/home/me/kubeconfig': kubeconfig(arn, gke),
  '/office/kubefed/us-1.yaml': kubefed('us-1'),
  '/office/kubefed/us-2.yaml': kubefed('us-2', '{}'),
};

const run = (argv: readonly string[], all: Readonly<Record<string, string>> = files) =>
  fedc(['clusters', 'import', ...argv], { files: all, workingFolder: '/office' });

describe('fedc clusters import', () => {
  it('prints an inventory, and shows where its names come from', () => {
    const { code, output, error, host } = run(['--from', '/home/me/kubeconfig', 'kubefed/*.yaml']);
    expect(code).toBe(0);
    expect(output).toBe(`apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  - name: blue
    names: {context: gke_proj_europe-west1-b_blue}
    server: https://b.example.com
    provider: gcp
    region: europe-west1
    zones: [europe-west1-b]
  - name: prod-eu
    names: {context: ${arn}}
    server: https://a.example.com:6443
    provider: aws
    region: eu-west-1
  - name: us-1
    labels: {region: us}
  - name: us-2
`);
    expect(
      error,
    ).toBe(`NAME      FROM             CALLED                                               LABELS      SERVER
blue      kubeconfig       gke_proj_europe-west1-b_blue                         -           https://b.example.com
prod-eu   kubeconfig       arn:aws:eks:eu-west-1:123456789012:cluster/Prod_EU   -           https://a.example.com:6443
us-1      KubeFedCluster   -                                                    region=us   -
us-2      KubeFedCluster   -                                                    -           -
blue, prod-eu, us-2 have no labels, and selectors see nothing else: provider, region and zones are fields. Label them once they are in a file:
  fedc clusters label blue env=prod
`);
    expect(host.changes).toEqual([]);
  });

  it('takes standard input, folders, and nothing twice', () => {
    const host = createMemoryHost({
      workingFolder: '/office',
      files,
      input: kubeconfig('kubernetes-admin@west'),
    });
    const argv = [
      'clusters',
      'import',
      '--from',
      '-',
      '--from',
      'kubefed',
      'kubefed/us-1.yaml',
      '-q',
    ];
    const { code, output, error } = fedc(argv, host);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output.match(/- name: .*/g)).toEqual(['- name: us-1', '- name: us-2', '- name: west']);
  });

  it('keeps no credentials', () => {
    const all = { ...files, '/office/argocd.yaml': secret('Prod') };
    const argv = ['--from', 'argocd.yaml', '/home/me/kubeconfig'];
    const runs = [
      run(argv, all),
      run([...argv, '--write', 'inventory.yaml'], all),
      run([...argv, '-o', 'json'], all),
    ];
    for (const { code, output, error, host } of runs) {
      expect(code).toBe(0);
      const texts = [output, error, host.textOf('/office/inventory.yaml') ?? ''].join('\n');
      expect(texts).not.toMatch(/hunter2|aHVudGVyMg/);
    }
  });

  it('writes a file that a build reads', () => {
    const all = { ...repository, '/repo/clusters.yaml': '', '/kubeconfig': kubeconfig(arn, gke) };
    const host = createMemoryHost({ workingFolder: '/repo', files: all });
    const { code, output, error } = fedc(
      ['clusters', 'import', '--from', '/kubeconfig', '--write', 'inventory.yaml'],
      host,
    );
    expect(code).toBe(0);
    expect(output).toMatch(/^NAME {6}FROM /);
    expect(error).toMatch(/^inventory\.yaml: 2 clusters\n/);
    expect(error).toContain('Label them:\n  fedc clusters label blue env=prod\n');
    expect(fedc(['clusters', 'label', 'prod-eu', 'region=eu'], host).code).toBe(0);
    expect(fedc(['build'], host).error).toMatch(/^2 clusters, 3 objects/m);
  });

  it('says what it would write', () => {
    const { code, error, host } = run(['--from', 'kubefed', '--write', 'i.yaml', '--dry-run']);
    expect(code).toBe(0);
    expect(error).toContain('i.yaml would get this: 2 clusters; nothing was written\n');
    expect(host.changes).toEqual([]);
  });

  it('writes JSON where the name of the file says so', () => {
    const { code, host } = run(['--from', 'kubefed', '--write', 'i.json']);
    expect(code).toBe(0);
    expect(JSON.parse(host.textOf('/office/i.json') ?? '')).toEqual({
      apiVersion: 'fedc/v1alpha1',
      kind: 'ClusterInventory',
      clusters: [{ name: 'us-1', labels: { region: 'us' } }, { name: 'us-2' }],
    });
    const more = fedc(
      ['clusters', 'import', '--from', '/home/me/kubeconfig', '--write', 'i.json'],
      host,
    );
    expect(more.code).toBe(0);
    expect(JSON.parse(host.textOf('/office/i.json') ?? '')).toMatchObject({
      clusters: [{ name: 'us-1' }, { name: 'us-2' }, { name: 'blue' }, { names: { context: arn } }],
    });
  });

  it('can read what it wrote beside what it came from', () => {
    const all = { '/office/a.yaml': kubeconfig(arn, gke), '/office/b.yaml': secret('Prod') };
    const { host } = run(['--from', '*.yaml', '--write', 'i.yaml'], all);
    const text = host.textOf('/office/i.yaml');
    const { code, error } = fedc(
      ['clusters', 'import', '--from', '*.yaml', '--write', 'i.yaml'],
      host,
    );
    expect(code).toBe(0);
    expect(error).toContain('i.yaml: nothing to add\n');
    expect(host.textOf('/office/i.yaml')).toBe(text);
  });

  it('gives JSON with a version', () => {
    const { output } = run(['--from', '/home/me/kubeconfig', '--write', 'i.yaml', '-o', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      file: 'i.yaml',
      written: true,
      others: [],
      idle: [],
      clusters: [
        { name: 'blue', called: [gke], kinds: ['kubeconfig'], state: 'new', provider: 'gcp' },
        { name: 'prod-eu', names: { context: arn }, sources: [{ line: 9 }] },
      ],
    });
  });

  it('merges what several kinds say of one cluster, and refuses what they disagree about', () => {
    const all = {
      '/office/a.yaml': kubefed('west', '{env: prod}'),
      '/office/b.yaml': secret('west'),
    };
    const { code, output } = run(['--from', '*.yaml'], all);
    expect(code).toBe(0);
    expect(output).toContain('server: https://c.example.com');
    expect(output.match(/- name/g)).toHaveLength(1);
    const other = { ...all, '/office/a.yaml': kubefed('west', '{env: dev}') };
    const refused = run(['--from', '*.yaml', '--write', 'i.yaml'], other);
    expect({ code: refused.code, output: refused.output }).toEqual({ code: 2, output: '' });
    expect(refused.error).toContain('error[inventory/conflict]');
    expect(refused.host.changes).toEqual([]);
  });
});

it('tells the files that describe no cluster', () => {
  const all = { ...files, '/office/kubefed/plain.yaml': 'kind: Secret\napiVersion: v1\n' };
  const { code, error } = run(['--from', 'kubefed'], all);
  expect(code).toBe(0);
  expect(error).toContain('kubefed/plain.yaml describes no cluster\n');
  const json = run(['--from', 'kubefed', '-o', 'json'], all);
  expect(JSON.parse(json.output)).toMatchObject({ idle: ['kubefed/plain.yaml'] });
});

describe('names', () => {
  const clash = { '/office/a': kubeconfig('me@prod', 'gke_p_us-central1_prod') };

  it('are refused where two clusters would share one, with both originals', () => {
    const { code, output, error } = run(['--from', 'a', '--write', 'i.yaml'], clash);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toBe(`error[cli/usage]: 2 clusters would be called "prod".
  --name
  me@prod (a:9)
  gke_p_us-central1_prod (a:10)
  help: Choose one: --name me@prod=NAME. If they are one cluster: --name me@prod=prod --name gke_p_us-central1_prod=prod

1 error
`);
  });

  it('can be chosen', () => {
    const { code, output } = run(['--from', 'a', '--name', 'me@prod=prod-me'], clash);
    expect(code).toBe(0);
    expect(output).toContain('- name: prod-me\n    names: {context: me@prod}\n');
  });

  it('can say that two documents mean one cluster', () => {
    const all = { '/office/a': kubeconfig('me@prod'), '/office/b': secret('Prod') };
    const server = {
      ...all,
      '/office/b': secret('Prod').replace('https://c.example.com', 'https://a.example.com:6443'),
    };
    expect(run(['--from', 'a', 'b'], server).code).toBe(64);
    const { code, output } = run(
      ['--from', 'a', 'b', '--name', 'me@prod=prod', '--name', 'Prod=prod'],
      server,
    );
    expect(code).toBe(0);
    expect(output).toContain('names: {argocd: Prod, context: me@prod}\n');
  });

  it.each([
    [['--name', 'x'], 'does not say which cluster'],
    [['--name', 'a=B_c'], '"B_c" cannot be the name of a cluster'],
    [['--name', 'me@prd=x'], 'Did you mean "me@prod"?'],
    [['--name', 'me@prod=x', '--name', 'me@prod=z'], 'gets two names'],
  ])('are refused for %j', (argv, said) => {
    const { code, output, error } = run(['--from', 'a', ...argv], clash);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain(said);
  });

  it('of contexts with one address are one, and stay so', () => {
    const contexts = kubeconfig('x', 'shop/api-prod:6443/me', 'default/api-prod:6443/you');
    const shared = { '/office/a': contexts };
    const { code, output, host } = run(['--from', 'a', '--write', 'i.yaml'], shared);
    expect(code).toBe(0);
    expect(output).toContain('shop/api-prod:6443/me, default/api-prod:6443/you');
    const text = Buffer.from(host.files.get('/office/i.yaml') ?? []).toString('utf8');
    expect(text).toContain('- name: prod\n    names: {context: shop/api-prod:6443/me}\n');
    const again = run(['--from', 'a', '--write', 'i.yaml'], { ...shared, '/office/i.yaml': text });
    expect(again).toMatchObject({ code: 0 });
    expect(again.host.changes).toEqual([]);
    const own = contexts.replace('https://b.example.com', 'https://127.0.0.1:6443');
    expect(run(['--from', 'a'], { '/office/a': own }).code).toBe(64);
  });

  it('can say that two contexts mean one cluster', () => {
    const { code, output } = run(['--from', 'a', '--name', 'a@x=one', '--name', 'b@y=one'], {
      '/office/a': kubeconfig('x', 'a@x', 'b@y'),
    });
    expect(code).toBe(0);
    expect(output).toContain('- name: one\n    names: {context: a@x}\n');
  });

  it('that nothing can be made of are said', () => {
    const { code, error } = run(['--from', 'a'], { '/office/a': kubeconfig('生产') });
    expect(code).toBe(64);
    expect(error).toContain('No name can be made of "生产"');
    expect(error).toContain("help: Choose one: --name '生产=NAME'.");
  });

  it('that are hostile are shown as they are and do no harm', () => {
    const names = ['__proto__', '\u001b[31mred\u202e', 'constructor'];
    const { code, output, error } = run(['--from', 'a'], { '/office/a': kubeconfig(...names) });
    expect(code).toBe(0);
    expect(output).toContain('- name: proto\n    names: {context: __proto__}\n');
    expect(output).toContain('- name: 31mred\n');
    expect([...output, ...error]).not.toContain('\u001b');
    expect([...output, ...error]).not.toContain('\u202e');
    const [document] = parseYaml(output).documents;
    expect(document?.value).toMatchObject({
      clusters: [{ names: { context: names[1] } }, { name: 'constructor' }, {}],
    });
  });
});

describe('an inventory that is there', () => {
  const inventory = `# ours
apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  # the first
  - name: production # not prod-eu
    labels: {env: prod} # decided
    names: {context: "${arn}"}
    region: nowhere
  - {name: us-1, labels: {region: moon}}
  - name: gone
`;
  const all = { ...files, '/office/i.yaml': inventory };
  const argv = ['--from', '/home/me/kubeconfig', 'kubefed', '--write', 'i.yaml'];

  it('gets what it lacks, and keeps its names, labels and comments', () => {
    const { code, output, error, host } = run(argv, all);
    expect(code).toBe(0);
    expect(host.textOf('/office/i.yaml')).toBe(`# ours
apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
  # the first
  - name: production # not prod-eu
    labels: {env: prod} # decided
    names: {context: "${arn}"}
    region: nowhere
    server: https://a.example.com:6443
    provider: aws
  - {name: us-1, labels: {region: moon}}
  - name: gone
  - name: blue
    names: {context: ${gke}}
    server: https://b.example.com
    provider: gcp
    region: europe-west1
    zones: [europe-west1-b]
  - name: us-2
`);
    expect(output).toMatch(/^production .* env=prod .* gets server, provider$/m);
    expect(output).toMatch(/^us-1 .* region=moon .* known$/m);
    expect(error).toBe(`i.yaml: 2 clusters added, 1 completed
production keeps what is written: region
us-1 keeps what is written: label region
gone is in i.yaml and in no document given by --from; nothing was taken away
blue, us-2 have no labels, and selectors see nothing else: provider, region and zones are fields. Label them:
  fedc clusters label blue env=prod
`);
  });

  it('gets nothing the second time', () => {
    const { host } = run(argv, all);
    const text = host.textOf('/office/i.yaml');
    const { code, error } = fedc(['clusters', 'import', ...argv], host);
    expect(code).toBe(0);
    expect(error).toContain('i.yaml: nothing to add\n');
    expect(host.textOf('/office/i.yaml')).toBe(text);
    expect(host.changes).toEqual(['rewrite /office/i.yaml']);
  });

  it('is refused a cluster that only came by the name of another', () => {
    const other = {
      '/office/a': kubeconfig('arn:aws:eks:us-east-1:1:cluster/production'),
      '/office/i.yaml': inventory,
    };
    const { code, error, host } = run(['--from', 'a', '--write', 'i.yaml'], other);
    expect(code).toBe(64);
    expect(error).toContain('The inventory has another cluster that is called "production".');
    expect(error).toContain('production (i.yaml:6), in the inventory');
    expect(host.changes).toEqual([]);
  });

  it('takes a name that was made for that of a cluster only with its address, or if somebody says so', () => {
    const arnOfGone = 'arn:aws:eks:us-east-1:1:cluster/gone';
    const bare = { '/office/a': kubeconfig(arnOfGone), '/office/i.yaml': inventory };
    const into = ['--from', 'a', '--write', 'i.yaml'];
    const refused = run(into, bare);
    expect({ code: refused.code, changes: refused.host.changes }).toEqual({
      code: 64,
      changes: [],
    });
    expect(refused.error).toContain(`If they are one cluster: --name ${arnOfGone}=gone\n`);
    expect(run([...into, '--name', `${arnOfGone}=gone`], bare).code).toBe(0);
    const server = 'name: gone, server: "https://a.example.com:6443"';
    const known = inventory.replace('- name: gone', `- {${server}}`);
    expect(run(into, { ...bare, '/office/i.yaml': known }).code).toBe(0);
  });

  it.each([
    ['a file of another kind', { '/office/i.yaml': kubefed('x') }, 64, 'holds no ClusterInventory'],
    ['a file that does not parse', { '/office/i.yaml': 'a: [\n' }, 2, 'error[yaml/syntax]'],
    [
      'an inventory with a fault',
      { '/office/i.yaml': inventory.replace('region:', 'regoin:') },
      2,
      'regoin',
    ],
    ['a folder', { '/office/i.yaml/x': '' }, 64, 'is no regular file'],
  ])('is left alone: %s', (_, files_, exitCode, said) => {
    const { code, output, error, host } = run(argv, { ...files, ...files_ });
    expect({ code, output }).toEqual({ code: exitCode, output: '' });
    expect(error).toContain(said);
    expect(host.changes).toEqual([]);
  });

  it.each([
    ['', ''],
    ['# ours', '# ours\n'],
    ['\uFEFF# ours\r\n\r\n---\r\n', '\uFEFF# ours\r\n\r\n---\r\n'],
  ])('is made of one that holds nothing but comments: %j', (text, kept) => {
    const { code, error, host } = run(argv, { ...files, '/office/i.yaml': text });
    expect({ code, error }).toMatchObject({ code: 0 });
    const written = Buffer.from(host.files.get('/office/i.yaml') ?? []).toString('utf8');
    expect(written.startsWith(`${kept}apiVersion: fedc/v1alpha1`)).toBe(true);
    expect(written.includes('\r\n')).toBe(text.includes('\r\n'));
  });

  it('decides where documents disagree', () => {
    const all = {
      '/office/a': kubefed('west', '{env: dev}'),
      '/office/b': secret('west'),
      '/office/i.yaml':
        'apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n  - {name: west, labels: {env: x}}\n',
    };
    const { code, error, host } = run(['--from', 'a', 'b', '--write', 'i.yaml'], all);
    expect({ code, error }).toMatchObject({ code: 0 });
    expect(error).toContain('west keeps what is written: label env');
    const text = Buffer.from(host.files.get('/office/i.yaml') ?? []).toString('utf8');
    expect(text).toContain('env: x');
  });

  it('is left alone behind a link', () => {
    const { code, error } = fedc(['clusters', 'import', ...argv], {
      files: all,
      links: { '/office/link.yaml': '/office/i.yaml' },
      workingFolder: '/office',
    });
    expect(code).toBe(0);
    const linked = fedc(['clusters', 'import', '--from', 'kubefed', '--write', 'link.yaml'], {
      files: all,
      links: { '/office/link.yaml': '/office/i.yaml' },
      workingFolder: '/office',
    });
    expect({ code: linked.code, error }).toMatchObject({ code: 64 });
    expect(linked.error).toContain('is no regular file');
  });

  it('keeps its byte order mark and its line ends', () => {
    const windows = `\uFEFF${inventory.replaceAll('\n', '\r\n')}`;
    const { host } = run(argv, { ...files, '/office/i.yaml': windows });
    const text = Buffer.from(host.files.get('/office/i.yaml') ?? []).toString('utf8');
    expect(text.startsWith('\uFEFF# ours\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('  - name: blue\r\n');
  });
});

describe('what cannot be imported', () => {
  it.each([
    [[], 64, 'import needs files'],
    [['--from', 'nowhere.yaml'], 3, 'there is no such file'],
    [['--from', 'no/*.yaml'], 3, 'no file matches'],
    [['--from', 'docs'], 3, 'no manifest stands in this folder'],
    [['--from', 'web.yaml'], 64, 'web.yaml describes no cluster.'],
    [['--from', 'bad.yaml'], 2, 'error[yaml/syntax]'],
    [['--from', 'kubefed', 'extra'], 0, ''],
  ] as const)('%j', (argv, exitCode, said) => {
    const all = {
      ...files,
      '/office/web.yaml': configMap('web', '{}'),
      '/office/bad.yaml': 'a: [\n',
      '/office/docs/readme.md': '#',
      '/office/extra': kubefed('x'),
    };
    const { code, error } = run(argv, all);
    expect(code).toBe(exitCode);
    expect(error).toContain(said);
  });
});
