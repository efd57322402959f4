import { describe, expect, it } from 'vitest';
import { configMap, fedc, files } from './repository.ts';

const deployment = (image: string, replicas = 2) => `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      replicas: ${replicas}
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
            - {name: web, image: "${image}", ports: [{containerPort: 80}]}
            - {name: log, image: "log:1"}
  placement: {clusterSelector: {}}
`;

/** A fleet of eu-1 to eu-<amount> with one Deployment in each. */
function fleet(amount: number) {
  const clusters = Array.from(
    { length: amount },
    (_, index) => `  - {name: eu-${index + 1}, labels: {region: eu}}\n`,
  );
  const inventory = `apiVersion: fedc/v1alpha1\nkind: ClusterInventory\nclusters:\n${clusters.join('')}`;
  return {
    ...files,
    '/repo/clusters.yaml': inventory,
    '/repo/web.yaml': deployment('web:1'),
  };
}

const replace = (host: { files: Map<string, Uint8Array> }, path: string, text: string) =>
  host.files.set(path, Buffer.from(text));

describe('fedc diff', () => {
  it('shows a change of 40 clusters on one screen', () => {
    const { host } = fedc(['build'], { files: fleet(40) });
    replace(host, '/repo/web.yaml', deployment('web:2'));
    const before = host.changes.length;
    const { code, output } = fedc(['diff'], host);
    expect(code).toBe(1);
    expect(output.split('\n').length).toBeLessThan(25);
    expect(output).toBe(`created   0 objects
changed  40 objects in 40 clusters
deleted   0 objects
against rendered: 1 distinct change in 40 clusters, 40 objects are the same

~ Deployment shop/web
  changed in 40 clusters: eu-1, eu-10, ... +38
    spec.template.spec.containers[name=web].image
      - web:1
      + web:2
`);
    expect(host.changes.length).toBe(before);
  });

  it('says so if there is no difference', () => {
    const { host } = fedc(['build']);
    const { code, output } = fedc(['diff'], host);
    expect(code).toBe(0);
    expect(output).toContain('against rendered: no difference, 5 objects are the same\n');
  });

  it('shows everything as created where nothing was built yet', () => {
    const { code, output } = fedc(['diff']);
    expect(code).toBe(1);
    expect(output).toBe(`created  5 objects in 3 clusters
changed  0 objects
deleted  0 objects
against rendered: 2 distinct changes in 3 clusters, 0 objects are the same

+ Namespace shop
  created in 3 clusters: eu-1, eu-2, us-1

+ ConfigMap shop/web
  created in 2 clusters: eu-1, eu-2
`);
  });

  it('shows what is deleted first, with the name of the plan and what a guard would stop', () => {
    const { host } = fedc(['build']);
    host.files.delete('/repo/namespace.yaml');
    const { output } = fedc(['diff'], host);
    const [, changes] = output.split('\n\n');
    expect(changes).toBe('- Namespace shop\n  deleted in 3 clusters: eu-1, eu-2, us-1\n');
    expect(output).toMatch(/^The deletions are plan [0-9a-f]{8}\.$/m);
    expect(output).toMatch(/^fedc build would stop \(tree\/protected-kind\): /m);
  });

  it('says that a build would not overwrite a file that somebody edited', () => {
    const { host } = fedc(['build']);
    const path = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
    replace(host, path, (host.textOf(path) ?? '').replace('a: x', 'a: edited'));
    const { output } = fedc(['diff'], host);
    expect(output).toContain('    data.a\n      - edited\n      + x\n');
    expect(output).toMatch(/^fedc build would stop \(tree\/edited-file\): /m);
  });

  it('keeps to the clusters of a slice', () => {
    const { output } = fedc(['diff', '-l', 'region=us']);
    expect(output).toContain('created  1 object in 1 cluster\n');
  });

  it('takes a file of another form for the same object, and says that it would be written', () => {
    const { host } = fedc(['build']);
    const path = '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml';
    replace(host, path, `# by hand\n${host.textOf(path)}`);
    const { code, output } = fedc(['diff'], host);
    expect(code).toBe(0);
    expect(output).toContain('1 file of the tree would be written or deleted all the same');
  });

  it('reports a file of the tree that cannot be read, and answers nothing', () => {
    const { host } = fedc(['build']);
    replace(host, '/repo/rendered/clusters/eu-1/shop/configmap_web.yaml', 'kind: [\n');
    const { code, output, error } = fedc(['diff'], host);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain('rendered/clusters/eu-1/shop/configmap_web.yaml:');
  });

  it('gives JSON with a version', () => {
    const { host } = fedc(['build'], { files: fleet(2) });
    replace(host, '/repo/web.yaml', deployment('web:2'));
    const { output } = fedc(['diff', '-o', 'json'], host);
    expect(JSON.parse(output)).toEqual({
      formatVersion: '1.0',
      against: 'rendered',
      notes: [],
      summary: {
        created: { objects: 0, clusters: 0 },
        changed: { objects: 2, clusters: 2 },
        deleted: { objects: 0, clusters: 0 },
        unchanged: 2,
        clusters: ['eu-1', 'eu-2'],
      },
      changes: [
        {
          kind: 'changed',
          objects: [
            {
              group: 'apps',
              kind: 'Deployment',
              namespace: 'shop',
              name: 'web',
              clusters: ['eu-1', 'eu-2'],
            },
          ],
          fields: [
            {
              kind: 'changed',
              path: 'spec.template.spec.containers[name=web].image',
              steps: [
                'spec',
                'template',
                'spec',
                'containers',
                { key: 'name', value: 'web' },
                'image',
              ],
              old: 'web:1',
              new: 'web:2',
            },
          ],
        },
      ],
    });
  });

  it('gives patches, each once', () => {
    const { host } = fedc(['build'], { files: fleet(2) });
    replace(host, '/repo/web.yaml', deployment('web:2'));
    const { output } = fedc(['diff', '-o', 'patch'], host);
    expect(JSON.parse(output).patches).toEqual([
      {
        objects: [expect.objectContaining({ name: 'web', clusters: ['eu-1', 'eu-2'] })],
        operations: [
          { op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'web:2' },
        ],
      },
    ]);
  });

  it('gives a unified diff of the files', () => {
    const { host } = fedc(['build']);
    replace(host, '/repo/web.yaml', configMap('web', '{clusters: [{name: eu-1}]}', 'new'));
    expect(
      fedc(['diff', '-o', 'unified'], host).output,
    ).toBe(`--- a/clusters/eu-1/shop/configmap_web.yaml
+++ b/clusters/eu-1/shop/configmap_web.yaml
@@ -4,4 +4,4 @@
   name: web
   namespace: shop
 data:
-  a: x
+  a: new
--- a/clusters/eu-2/shop/configmap_web.yaml
+++ /dev/null
@@ -1,7 +0,0 @@
-apiVersion: v1
-kind: ConfigMap
-metadata:
-  name: web
-  namespace: shop
-data:
-  a: x
`);
  });

  it('gives markdown with a folded section per change', () => {
    const { host } = fedc(['build'], { files: fleet(6) });
    replace(host, '/repo/web.yaml', deployment('web:2'));
    expect(
      fedc(['diff', '-o', 'markdown'], host).output,
    ).toBe(`**fedc diff**: 0 objects created, 6 changed, 0 deleted in 6 clusters, compared with \`rendered\`

<details open><summary>changed: <code>Deployment shop/web</code> in 6 clusters: <code>eu-1, eu-2, ... +4</code></summary>

\`\`\`diff
  spec.template.spec.containers[name=web].image
- web:1
+ web:2
\`\`\`

in 6 clusters: \`eu-1, eu-2, eu-3, eu-4, eu-5, eu-6\`

</details>
`);
  });

  it('masks the values of a Secret in what it prints', () => {
    const secret = (value: string) =>
      configMap('login', '{clusterSelector: {}}', value).replace('ConfigMap', 'Secret');
    const { host } = fedc(['build'], {
      files: { ...files, '/repo/login.yaml': secret('b2xkIG9uZQ==') },
    });
    replace(host, '/repo/login.yaml', secret('bmV3IG9uZQ=='));
    for (const form of ['text', 'markdown', 'json', 'unified', 'patch']) {
      const { code, output } = fedc(['diff', '-o', form], host);
      expect(code).toBe(1);
      expect(output).not.toMatch(/b2xkIG9uZQ|bmV3IG9uZQ/);
      expect(output).toMatch(/\(sha256:[0-9a-f]{8}\)/);
    }
  });
});

describe('fedc diff --against', () => {
  const live = (data: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: shop
  uid: 1b4e28ba-2fa1-11d2-883f-0016d3cca427
  resourceVersion: "42"
  creationTimestamp: "2026-01-01T00:00:00Z"
  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
  managedFields: [{manager: argocd}]
data: {a: ${data}}
`;
  const namespace = (name: string) => `apiVersion: v1
kind: Namespace
metadata: {name: ${name}, generation: 1}
status: {phase: Active}
`;

  it('compares by identity with any files, and ignores what the server made', () => {
    const dump = {
      '/repo/live/eu-1/all.yaml': `${live('x')}---\n${namespace('shop')}`,
      '/repo/live/eu-2/deep/er/web.yml': live('old'),
      '/repo/live/eu-2/ns.json':
        '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}]}',
      '/repo/live/us-1/ns.yaml': `${namespace('shop')}---\n${namespace('other')}`,
      '/repo/live/README.md': 'no cluster',
    };
    const { code, output } = fedc(['diff', '--against', 'live'], { files: { ...files, ...dump } });
    expect(code).toBe(1);
    expect(output).toBe(`created  0 objects
changed  1 object in 1 cluster
deleted  1 object in 1 cluster
against live: 2 distinct changes in 2 clusters, 4 objects are the same

- Namespace other
  deleted in 1 cluster: us-1

~ ConfigMap shop/web
  changed in 1 cluster: eu-2
    data.a
      - old
      + x
`);
  });

  it('takes no source from the folder', () => {
    const federated = configMap('stray', '{clusterSelector: {}}');
    const { output } = fedc(['diff', '--against', 'live'], {
      files: { ...files, '/repo/live/eu-1/stray.yaml': federated },
    });
    expect(output).toContain('- FederatedConfigMap shop/stray\n');
  });

  it('exits with 3 if there is no such folder, and with 2 if a file is broken', () => {
    expect(fedc(['diff', '--against', 'nowhere']).code).toBe(3);
    const broken = { ...files, '/repo/live/eu-1/a.yaml': 'a: [' };
    expect(fedc(['diff', '--against', 'live'], { files: broken }).code).toBe(2);
  });
});

describe('fedc diff --base', () => {
  it.each([
    ['outside of a repository', ['diff', '--base', 'main'], 'the sources are in none'],
    ['with an option for a commit', ['diff', '--base=--output=x'], '--base takes the name'],
    ['with --against', ['diff', '--base', 'main', '--against', 'live'], 'exclude each other'],
    ['with standard input', ['diff', '--base', 'main', '-f', '-'], 'standard input is none'],
  ])('is cli/usage %s', (_, argv, message) => {
    const { code, output, error } = fedc(argv);
    expect({ code, output }).toEqual({ code: 64, output: '' });
    expect(error).toContain('error[cli/usage]');
    expect(error).toContain(message);
  });
});
