import { describe, expect, it } from 'vitest';
import { fedc, inventory, files as repository } from './repository.ts';

const deployment = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      replicas: 2
  placement: {clusters: [{name: eu-1}, {name: us-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - {path: /spec/paused, op: add, value: true}
        - {path: /spec/replicas, value: 4}
`;

const secret = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedSecret
metadata: {name: pw, namespace: shop}
spec:
  template:
    stringData:
      token: hunter2
      key: |
        hunter3
        hunter4
  placement: {clusters: [{name: eu-1}]}
  overrides:
    - clusterName: eu-1
      clusterOverrides: [{path: /stringData/token, value: hunter5}]
`;

const files = {
  '/repo/clusters.yaml': inventory,
  '/repo/web.yaml': deployment,
  '/repo/pw.yaml': secret,
};

const web = 'rendered/clusters/eu-1/shop/deployment.apps_web.yaml';

/** Blames in a repository whose tree is written. */
function blame(argv: readonly string[], repository: Readonly<Record<string, string>> = files) {
  const { host } = fedc(['build'], { files: repository });
  const changes = host.changes.length;
  const run = fedc(['blame', ...argv], host);
  expect(host.changes.length).toBe(changes);
  return run;
}

describe('fedc blame', () => {
  it('tells which engine a file is for that the run does not write for', () => {
    const { host } = fedc(['build', '--emit', 'flux']);
    const file = 'rendered/engine/flux/clusters/eu-1/sync.yaml';
    const { code, error } = fedc(['blame', file], host);
    expect(code).toBe(1);
    expect(error).toContain(
      `${file} is written for Flux only: add --emit flux, or engines: {flux: {}} in fedc.yaml.`,
    );
  });

  it('tells what a file of an engine follows from', () => {
    const config = 'engines:\n  repository: {path: rendered}\n  flux: {}\n';
    const file = 'rendered/engine/flux/clusters/eu-1/sync.yaml';
    const { code, output, error } = blame([`${file}:2`], { ...files, '/repo/fedc.yaml': config });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`${file}:2: kind: Kustomization
  field:  /kind
  source: fedc.yaml:3   set by fedc: for Flux
`);
  });

  it('shows the source of every line', () => {
    const { code, output, error } = blame([web]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(`\n${output}`).toBe(`
web.yaml:2   the target type of FederatedDeployment  1 | apiVersion: apps/v1
web.yaml:2   the target kind of FederatedDeployment  2 | kind: Deployment
web.yaml:3   made for the name                       3 | metadata:
web.yaml:3   the name of the federated object        4 |   name: web
web.yaml:3   the namespace of the federated object   5 |   namespace: shop
web.yaml:6   template                                6 | spec:
web.yaml:12  override 1 of 2                         7 |   paused: true
web.yaml:13  override 2 of 2                         8 |   replicas: 4
`);
  });

  it('shows one line at length, with what stood there before', () => {
    const { output } = blame([`${web}:8`]);
    expect(`\n${output}`).toBe(`
rendered/clusters/eu-1/shop/deployment.apps_web.yaml:8: replicas: 4
  field:  /spec/replicas
  source: web.yaml:13   override 2 of 2: replace /spec/replicas
  before: 2   web.yaml:7   template
`);
  });

  it('shows a range, and answers as JSON', () => {
    expect(blame([`${web}:7-8`]).output.split('\n')).toHaveLength(3);
    const { output } = blame([`${web}:8`, '-o', 'json']);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: '1.0',
      file: web,
      lines: [
        {
          line: 8,
          text: '  replicas: 4',
          pointer: '/spec/replicas',
          source: { kind: 'override', file: 'web.yaml', line: 13, number: 2, count: 2 },
          replaced: [{ value: 2, source: { kind: 'template', file: 'web.yaml', line: 7 } }],
        },
      ],
    });
  });

  it('tells how a replica preference came to its number', () => {
    const preference = `apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec: {targetKind: FederatedDeployment, totalReplicas: 3, rebalance: true, clusters: {us-1: {weight: 1}}}
`;
    const repository = { ...files, '/repo/rsp.yaml': preference };
    const path = 'rendered/clusters/us-1/shop/deployment.apps_web.yaml';
    expect(blame([`${path}:7`], repository).output).toContain(
      'source: rsp.yaml:4   replica preference shop/web: 3 of 3; entry us-1: weight 1; 3 left x 1/1 = 3',
    );
    const { output } = blame([`${path}:7`, '-o', 'json'], repository);
    expect(JSON.parse(output).lines[0].source).toMatchObject({
      kind: 'replicas',
      total: 3,
      replicas: 3,
      weight: 1,
      passes: [{ left: 3, weightSum: 1, fair: 3, given: 3 }],
    });
  });

  it('shows no secret, in no form', () => {
    const path = 'rendered/clusters/eu-1/shop/secret_pw.yaml';
    const texts = ['', ':7', ':8', ':9', ':10'].flatMap((line) => [
      blame([`${path}${line}`]).output,
      blame([`${path}${line}`, '-o', 'json']).output,
    ]);
    expect(texts.filter((text) => /hunter/.test(text))).toEqual([]);
    expect(texts[0]).toContain('  token: ***');
    expect(texts[0]).toContain('pw.yaml:9   template');
  });

  it('shows no secret that an edit replaced as a whole', () => {
    const path = 'rendered/clusters/eu-1/shop/secret_pw.yaml';
    const whole = secret.replace(
      '{path: /stringData/token, value: hunter5}',
      '{path: /stringData, value: {other: hunter5}}',
    );
    const repository = { ...files, '/repo/pw.yaml': whole };
    const text = blame([`${path}:6`], repository).output;
    expect(text).toMatch(/^ {2}before: \{"token":"\(sha256:[0-9a-f]{8}\)"/m);
    const json = blame([path, '-o', 'json'], repository).output;
    expect(text + json).not.toContain('hunter');
  });

  it('knows where the index of a cluster comes from', () => {
    const { output } = blame(['rendered/index/clusters/eu-1.json:4']);
    expect(output).toContain('source: clusters.yaml:4   set by fedc: the cluster in the inventory');
  });

  it.each(['.gitattributes', 'index/lock', 'index/clusters/eu-1.lock'])(
    'says that %s comes from no source',
    (file) => {
      const { code, error } = blame([`rendered/${file}`]);
      expect(code).toBe(1);
      expect(error).toBe(`No source sets rendered/${file}: fedc keeps its own records there.\n`);
    },
  );

  it('says that a file is not what a build writes, or is not written yet', () => {
    const { host } = fedc(['build'], { files });
    host.writeFile(`/repo/${web}`, 'edited: true\n');
    const edited = fedc(['blame', web], host);
    expect(edited.error).toContain('differs from what a build writes now');
    expect(edited.output).toContain('override 1 of 2');
    const unwritten = fedc(['blame', web], { files });
    expect([unwritten.code, unwritten.error]).toEqual([
      0,
      `${web} is not written yet; the lines are those of the next build.\n`,
    ]);
  });

  it.each([
    {
      file: 'rendered/clusters/eu-1/shop/deployment.apps_wep.yaml',
      said: `Did you mean ${web}`,
    },
    { file: 'rendered/clusters/eu-2/shop/deployment.apps_web.yaml', said: `Did you mean ${web}` },
    { file: `${web}:99`, said: 'has 8 lines' },
  ])('exits with 1 for $file', ({ file, said }) => {
    const { code, output, error } = blame([file]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain(said);
  });

  it('refuses what is no file of the tree', () => {
    const { code, error } = blame(['web.yaml']);
    expect(code).toBe(64);
    expect(error).toContain('is not a file of the tree in rendered');
  });

  it('reports errors, and shows what could be worked out', () => {
    const broken = { ...files, '/repo/broken.yaml': 'kind: FederatedX\n  a: [' };
    const { code, output, error } = fedc(['blame', web], { files: broken });
    expect(code).toBe(2);
    expect(error).toContain('broken.yaml:2');
    expect(output).toContain('override 2 of 2');
  });
});

it('names the line that protects an object', () => {
  const { host } = fedc(['build'], {
    files: { ...repository, '/repo/fedc.yaml': 'mode: gitops\nprotect: [Secret, Namespace]\n' },
  });
  const { output } = fedc(['blame', 'rendered/clusters/eu-1/_cluster/namespace_shop.yaml'], host);
  expect(output).toMatch(/fedc\.yaml:2\s.*protect: Namespace.*Delete=confirm,Prune=confirm/);
});
