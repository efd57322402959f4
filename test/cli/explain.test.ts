import { describe, expect, it } from 'vitest';
import { readAnswer } from './explain-schema.ts';
import { configMap, fedc, files } from './repository.ts';

/** Lines of a page below a heading. */
function sectionOf(output: string, heading: string): string[] {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  return rest.slice(0, end < 0 ? rest.length : end);
}

const deployment = (overrides = '') => `apiVersion: types.kubefed.io/v1beta1
kind: FederatedDeployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata:
      labels: {app: web}
    spec:
      replicas: 2
      template:
        spec:
          containers:
            - name: web
              image: web:1
              args: [--a]
  placement:
    clusterSelector:
      matchLabels: {region: eu}
      matchExpressions:
        - {key: wave, operator: NotIn, values: ["9"]}
${overrides}`;

const edits = `  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - path: /spec/replicas
          value: 5
        - {op: add, path: /spec/template/spec/containers/0/args/0, value: "--first"}
        - {op: remove, path: /metadata/labels/app}
`;

const preference = `apiVersion: scheduling.kubefed.io/v1alpha1
kind: ReplicaSchedulingPreference
metadata: {name: web, namespace: shop}
spec:
  targetKind: FederatedDeployment
  totalReplicas: 9
  rebalance: true
  clusters:
    "*": {weight: 1}
    eu-2: {weight: 1, maxReplicas: 3}
`;

const withWeb = (...documents: string[]) => ({
  files: { ...files, '/repo/web.yaml': documents.join('---\n') },
});

describe('fedc explain', () => {
  it('shows every cluster with the reason and its line', () => {
    const { host, code, output, error } = fedc(['explain', 'configmap/web', '-n', 'shop']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(`\n${output}`).toBe(`
ConfigMap shop/web (web.yaml:1): 2 of 3 clusters

CLUSTER   PLACED   REASON                                             SOURCE
eu-1      yes      the cluster selector takes it                      web.yaml:7
eu-2      yes      the cluster selector takes it                      web.yaml:7
us-1      no       the cluster selector wants region=eu (it has us)   web.yaml:7
`);
    expect(host.changes).toEqual([]);
  });

  it('shows replicas in a column, and the namespace with its own reason and line', () => {
    const narrow = { '/repo/namespace.yaml': `${files['/repo/namespace.yaml']}` };
    narrow['/repo/namespace.yaml'] = narrow['/repo/namespace.yaml'].replace(
      'clusterSelector: {}',
      'clusters: [{name: eu-1}]',
    );
    const web = withWeb(deployment(), preference).files;
    const { output } = fedc(['explain', 'deployment/web'], { files: { ...web, ...narrow } });
    const [table, findings] = output.split('\nFindings\n');
    expect(table).toBe(`Deployment shop/web (web.yaml:1): 1 of 3 clusters

CLUSTER   PLACED   REPLICAS   REASON                                                               SOURCE
eu-1      yes      9          the cluster selector takes it                                        web.yaml:18
eu-2      no       -          namespace shop does not go there: not listed in placement.clusters   namespace.yaml:5
us-1      no       -          the cluster selector wants region=eu (it has us)                     web.yaml:18
`);
    expect(findings).toMatch(/^ {2}warning\[replicas\/unplaced\] web\.yaml:\d+\n {4}/);
  });

  it.each([
    'ConfigMap/web',
    'configmaps/web',
    'FederatedConfigMap/web',
    'federatedconfigmaps.types.kubefed.io/web',
  ])('finds %s', (name) => {
    expect(fedc(['explain', name]).output).toContain('ConfigMap shop/web');
  });

  it.each([
    { name: 'configmap/wep', hint: 'Did you mean configmap/web -n shop?' },
    { name: 'deployment/web', hint: 'Did you mean configmap/web -n shop' },
    { name: 'configmap/nothinglikeit', hint: 'There is no configmap/nothinglikeit' },
  ])('exits with 1 for $name and names the nearest', ({ name, hint }) => {
    const { code, output, error } = fedc(['explain', name]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain(hint);
  });

  it('looks in one namespace if asked to', () => {
    expect(fedc(['explain', 'configmap/web', '-n', 'other']).code).toBe(1);
  });

  it('wants KIND/NAME', () => {
    expect(fedc(['explain', 'web']).code).toBe(64);
  });

  it('shows what it can when there are errors in files that may concern it', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n name: web [' };
    const { code, output } = fedc(['explain', 'configmap/web'], { files: broken });
    expect(code).toBe(2);
    expect(output).toContain('2 of 3 clusters');
  });

  it('does not look at files that cannot concern it', () => {
    const broken = { ...files, '/repo/bad.yaml': 'kind: FederatedConfigMap\n name: [' };
    const { code, output } = fedc(['explain', 'configmap/web'], { files: broken });
    expect(code).toBe(0);
    expect(output).toContain('2 of 3 clusters');
    expect(fedc(['explain', 'configmap/missing'], { files: broken }).code).toBe(2);
  });

  it('says nothing about warnings of other objects', () => {
    const other = configMap('other', '{clusters: [], clusterSelector: {}}');
    const { code, error } = fedc(['explain', 'configmap/web'], {
      files: { ...files, '/repo/other.yaml': other },
    });
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });

  it('says what is wrong with an object that could not be compiled, and what is left alone', () => {
    const broken = configMap('bad', '{}').replace('data: {a: x}', 'metadata: 7');
    const plain = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain, namespace: shop}\n';
    const repository = { '/repo/bad.yaml': broken, '/repo/plain.yaml': `${plain}# Federated\n` };
    const all = { files: { ...files, ...repository } };
    const bad = fedc(['explain', 'configmap/bad'], all);
    expect(bad.code).toBe(2);
    expect(bad.error).toContain('FederatedConfigMap shop/bad (bad.yaml:1) could not be compiled:');
    expect(bad.error).toContain('  error[kubefed/invalid-object] ');
    const left = fedc(['explain', 'configmap/plain'], all);
    expect(left.error).toContain('ConfigMap shop/plain (plain.yaml:1) is a plain manifest');
  });

  it('says why an object is left out', () => {
    const attic = 'kind: FederatedNamespace\nmetadata: {name: attic, namespace: shop}\n';
    const text = `apiVersion: types.kubefed.io/v1beta1\n${attic}spec: {placement: {clusterSelector: {}}}\n`;
    const all = { files: { ...files, '/repo/attic.yaml': text } };
    const { code, output } = fedc(['explain', 'namespace/attic'], all);
    expect(code).toBe(0);
    expect(output).toContain('Namespace attic (attic.yaml:1): not written\n');
    expect(output).toContain('only counts in the namespace of its own name   attic.yaml:3\n');
  });

  it('names no type for what is left out', () => {
    const attic = 'kind: FederatedClusterRole\nmetadata: {name: attic}\nspec: {placement: {}}\n';
    const config = 'apiVersion: core.kubefed.io/v1beta1\nkind: KubeFedConfig\n';
    const all = {
      files: {
        ...files,
        '/repo/attic.yaml': `apiVersion: types.kubefed.io/v1beta1\n${attic}`,
        '/repo/config.yaml': `${config}metadata: {name: kubefed}\nspec: {scope: Namespaced}\n`,
      },
    };
    const flags = ['--cluster', 'eu-1', '--mode', 'kubefed'];
    const { output } = fedc(['explain', 'clusterrole/attic', ...flags], all);
    expect(output).toContain('\nNot written\n  the control plane only looks at namespaced types');
    expect(output).not.toContain('Type\n');
  });

  it('escapes what a terminal would obey', () => {
    const { error } = fedc(['explain', 'configmap/\u001b[31m\nerror: x']);
    expect(error).toContain('\\u001b[31m\\nerror: x');
    expect(error).not.toContain('\u001b');
  });

  it('tells the group that it looked for', () => {
    const { error } = fedc(['explain', 'configmap.apps/web']);
    expect(error).toContain('There is no configmap.apps/web among the sources.');
  });
});

describe('a kind that the repository teaches', () => {
  const config = `apiVersion: fedc/v1alpha1
kind: Config
types: [{federated: types.kubefed.io/v1beta1 FederatedTenant, target: v1 Namespace, scope: Cluster}]
`;
  const tenant = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedTenant
metadata: {name: shop, namespace: shop}
spec: {placement: {clusters: [{name: eu-1}]}}
`;
  const all = {
    files: { ...files, '/repo/fedc.yaml': config, '/repo/namespace.yaml': tenant },
  };

  it('narrows like a FederatedNamespace', () => {
    const { output } = fedc(['explain', 'configmap/web'], all);
    expect(output).toContain('ConfigMap shop/web (web.yaml:1): 1 of 3 clusters');
    expect(output).toContain('namespace shop does not go there: not listed in placement.clusters');
  });

  it.each(['tenant/shop', 'FederatedTenant/shop', 'namespace/shop'])('is found as %s', (name) => {
    const { output } = fedc(['explain', name], all);
    expect(output).toContain('Namespace shop (namespace.yaml:1): 1 of 3 clusters');
  });
});

describe('fedc explain --cluster', () => {
  it('shows the terms of both selectors, the edits and what is stamped', () => {
    const { code, output } = fedc(['explain', 'deployment/web', '--cluster', 'eu-1'], {
      ...withWeb(deployment(edits)),
    });
    expect(code).toBe(0);
    expect(output).toBe(`Deployment shop/web (web.yaml:1) goes to eu-1
  rendered/clusters/eu-1/shop/deployment.apps_web.yaml

Type
  FederatedDeployment is apps/v1 Deployment   a default of the KubeFed chart

Placement: yes
  the cluster selector takes it   web.yaml:18
  TERM        LABEL       HOLDS   SOURCE
  region=eu   region=eu   yes     web.yaml:18
  wave!=9     wave=1      yes     web.yaml:20

Namespace: yes
  namespace shop goes there
  the cluster selector is empty: it takes every cluster   namespace.yaml:5

Overrides: 3 edits
  replace /spec/replicas
    2 -> 5   web.yaml:24   edit 1 of 3 of the entry for eu-1
  add /spec/template/spec/containers/0/args/0
    inserted --first   web.yaml:26   edit 2 of 3 of the entry for eu-1
  remove /metadata/labels/app
    removed web   web.yaml:27   edit 3 of 3 of the entry for eu-1

Set whatever the template says
  /kind                 the target kind of FederatedDeployment   web.yaml:2
  /apiVersion           the target type of FederatedDeployment   web.yaml:2
  /metadata/name        the name of the federated object         web.yaml:3
  /metadata/namespace   the namespace of the federated object    web.yaml:3
`);
  });

  it('shows the arithmetic of a replica preference, and where its result was written', () => {
    const web = withWeb(deployment(), preference);
    const { output } = fedc(['explain', 'deployment/web', '--cluster', 'eu-1'], web);
    const [candidates, entry, ...rest] = sectionOf(output, 'Replicas: 6 of 9 (web.yaml:22)');
    expect(candidates).toBe('  9 replicas over 2 clusters where the object goes: eu-1, eu-2');
    expect(entry).toBe('  entry *: weight 1 (web.yaml:30)');
    expect(rest.join('\n')).toMatch(/9 left x 1\/2 = 4\.5/);
    expect(rest.at(-1)).toMatch(/equal weight, ordered by the hash of name and shop\/web: /);
    expect(sectionOf(output, 'Overrides: 1 edit')).toEqual([
      '  replace /spec/replicas   2 -> 6   web.yaml:27   written by the replica preference',
    ]);
    const capped = fedc(['explain', 'deployment/web', '--cluster', 'eu-2'], web).output;
    expect(sectionOf(capped, 'Replicas: 3 of 9')).toContain('  stopped at maxReplicas 3');
  });

  it('lists the candidates of a replica preference in JSON once, where one cluster is shown', () => {
    const web = withWeb(deployment(), preference);
    const plansOf = (...flags: readonly string[]) => {
      const { output } = fedc(['explain', 'deployment/web', '-o', 'json', ...flags], web);
      return JSON.parse(output).objects[0].clusters.map(
        ({ plan }: { plan: { candidates?: unknown } }) => plan.candidates,
      );
    };
    expect(plansOf('--cluster', 'us-1')).toEqual([['eu-1', 'eu-2']]);
    expect(plansOf()).toEqual([undefined, undefined, undefined]);
  });

  it('says that edits for a cluster have no effect where the object does not go', () => {
    const away = edits.replace('eu-1', 'us-1');
    const { output } = fedc(['explain', 'deployment/web', '--cluster', 'us-1'], {
      ...withWeb(deployment(away)),
    });
    expect(output).toContain('Deployment shop/web (web.yaml:1) does not go to us-1\n');
    expect(sectionOf(output, 'Placement: no')).toContain(
      '  region=eu   region=us   no      web.yaml:18',
    );
    expect(sectionOf(output, 'Overrides')).toEqual([
      '  3 edits written for us-1: without effect, since it does not go there',
    ]);
    expect(sectionOf(output, 'Findings')[0]).toBe('  warning[override/dead] web.yaml:22');
  });

  it('says that an override fails, and which', () => {
    const failing = edits.replace('/metadata/labels/app', '/metadata/labels/nope');
    const { code, output } = fedc(['explain', 'deployment/web', '--cluster', 'eu-1'], {
      ...withWeb(deployment(failing)),
    });
    expect(code).toBe(2);
    expect(sectionOf(output, 'Override: no')).toEqual(['  an override fails there   web.yaml:22']);
    expect(sectionOf(output, 'Findings')[0]).toContain(
      'error[override/path-not-found] web.yaml:27',
    );
  });

  it('exits with 1 for a name that is no cluster', () => {
    const { code, output, error } = fedc(['explain', 'configmap/web', '--cluster', 'eu-3']);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('There is no cluster "eu-3" in the inventory (3 clusters).');
    expect(error).toContain('Did you mean eu-1 or eu-2?');
  });
});

describe('fedc explain --field', () => {
  const field = (pointer: string, ...flags: string[]) =>
    fedc(['explain', 'deployment/web', '--field', pointer, ...flags], withWeb(deployment(edits)));

  it('shows the value and everything that set it, the last one first', () => {
    expect(
      field('/spec/replicas', '--cluster', 'eu-1').output,
    ).toBe(`/spec/replicas of Deployment shop/web

5 in 1 cluster: eu-1
  set to 5   web.yaml:25   override 1 of 3: replace /spec/replicas
  before 2   web.yaml:9    template
`);
  });

  it('groups clusters with the same value from the same place, and tells those without the field', () => {
    expect(field('/spec/replicas').output).toContain(`
2 in 1 cluster: eu-2
  set to 2   web.yaml:9   template
`);
    expect(field('/metadata/labels/app').output).toContain('not there in 1 cluster: eu-1\n');
  });

  it('names what inside a field comes from elsewhere', () => {
    expect(field('/spec/template', '--cluster', 'eu-1').output).toContain(
      '  in it /spec/template/spec/containers/0/args/0\n    web.yaml:26   override 2 of 3: add ',
    );
  });

  it('gives the rule that stamped it', () => {
    expect(field('/metadata/name', '--cluster', 'eu-1').output).toContain(
      'set to web   web.yaml:3   set by fedc: the name of the federated object',
    );
  });

  it.each([
    ['/spec/replica', '/spec of Deployment shop/web has no replica. Did you mean /spec/replicas?'],
    ['/spec/template/spec/containers/7', 'has 1 item, and no 7'],
    ['/spec/replicas/x', '/spec/replicas of Deployment shop/web is a single value'],
    ['/zzzzzzzzzz', 'It has kind, apiVersion, metadata'],
  ])('exits with 1 for %s', (pointer, message) => {
    const { code, output, error } = field(pointer, '--cluster', 'eu-2');
    expect({ code, output }).toEqual({ code: 1, output: '' });
    if (pointer !== '/zzzzzzzzzz') expect(error).toContain(message);
    else expect(error).toMatch(/Deployment shop\/web has no zzzzzzzzzz\. It has .*metadata/);
  });

  it('names the edit that took a field away', () => {
    const all = field('/metadata/labels/app');
    expect(all.output).toContain(
      '\nnot there in 1 cluster: eu-1\n  removed   web.yaml:27   override 3 of 3: remove /metadata/labels/app\n',
    );
    const one = field('/metadata/labels/app', '--cluster', 'eu-1');
    expect(one.code).toBe(1);
    expect(one.error).toContain('It is removed by override 3 of 3');
    const { objects } = readAnswer(field('/metadata/labels/app', '-o', 'json').output);
    expect(objects[0].field.removed).toMatchObject([{ clusters: ['eu-1'], line: 27 }]);
  });

  it('says so where the object does not go', () => {
    const { code, error } = field('/spec/replicas', '--cluster', 'us-1');
    expect(code).toBe(1);
    expect(error).toContain('does not go to us-1, so it has no fields there');
  });

  it('wants a pointer, and says which', () => {
    const { code, error } = field('spec.template.spec.containers[0].image');
    expect(code).toBe(64);
    expect(error).toContain('Did you mean /spec/template/spec/containers/0/image?');
  });
});

describe('the answer as JSON', () => {
  it('keeps its shape, and has all that the text has', () => {
    const answer = readAnswer(fedc(['explain', 'configmap/web', '-o', 'json']).output);
    expect(answer).toMatchObject({
      formatVersion: '1.1',
      objects: [
        {
          group: '',
          kind: 'ConfigMap',
          namespace: 'shop',
          name: 'web',
          source: { file: 'web.yaml', line: 1 },
          clusters: [
            { cluster: 'eu-1', placed: true },
            { cluster: 'eu-2', placed: true },
            { cluster: 'us-1', placed: false, file: 'web.yaml', line: 7 },
          ],
        },
      ],
    });
    expect(answer.objects[0].clusters[2].rules[0].terms).toEqual([
      {
        term: 'region=eu',
        key: 'region',
        operator: 'In',
        values: ['eu'],
        value: 'us',
        holds: false,
        file: 'web.yaml',
        line: 7,
      },
    ]);
  });

  it('is described by the published schema, whatever is asked', () => {
    const all = withWeb(deployment(edits), preference);
    const questions = [
      ['deployment/web'],
      ['deployment/web', '--cluster', 'eu-1'],
      ['deployment/web', '--field', '/spec/replicas'],
      ['deployment/web', '--field', '/spec', '--cluster', 'eu-1'],
      ['deployment/web', '--mode', 'kubefed'],
      ['namespace/shop'],
    ];
    for (const question of questions)
      readAnswer(fedc(['explain', ...question, '-o', 'json'], all).output);
  });

  it('masks the values of a Secret, as the text does', () => {
    const secret = configMap('login', '{clusterSelector: {}}', 'b2xkIG9uZQ==')
      .replace('ConfigMap', 'Secret')
      .concat(
        '  overrides:\n    - clusterName: eu-1\n      clusterOverrides: [{path: /data/a, value: bmV3IG9uZQ==}]\n',
      );
    const all = { files: { ...files, '/repo/login.yaml': secret } };
    const questions = [
      ['--cluster', 'eu-1'],
      ['--field', '/data/a'],
      ['--field', '/data'],
      ['--field', '', '--cluster', 'eu-1'],
    ];
    for (const question of questions)
      for (const form of ['text', 'json']) {
        const { code, output } = fedc(['explain', 'secret/login', ...question, '-o', form], all);
        expect(code).toBe(0);
        expect(output).not.toMatch(/b2xkIG9uZQ|bmV3IG9uZQ/);
        if (!question.includes('')) expect(output).toMatch(/\(sha256:[0-9a-f]{8}\)/);
      }
  });
});
