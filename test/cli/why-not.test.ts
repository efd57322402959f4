import { describe, expect, it } from 'vitest';
import { readAnswer } from './explain-schema.ts';
import { configMap, fedc, files } from './repository.ts';

const whyNot = (cluster: string, placement: string, ...flags: string[]) =>
  fedc(['why-not', 'configmap/web', '-n', 'shop', '--cluster', cluster, ...flags], {
    files: { ...files, '/repo/web.yaml': configMap('web', placement) },
  });

describe('fedc why-not', () => {
  it('shows the terms that fail, and the label or the term that would have to change', () => {
    const { code, output, error } = whyNot(
      'us-1',
      '{clusterSelector: {matchLabels: {region: eu}, matchExpressions: [{key: wave, operator: Exists}]}}',
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toBe(`ConfigMap shop/web (web.yaml:1) does not go to us-1

Because
  the cluster selector wants region=eu (it has us)   web.yaml:7
  TERM        LABEL       HOLDS   SOURCE
  region=eu   region=us   no      web.yaml:7
  wave        wave=2      yes     web.yaml:7

To bring it there
  label us-1 with region=eu   clusters.yaml:6
  try it: fedc what-if --label us-1:region=eu

Or, without touching the inventory
  relax the term region=eu of FederatedConfigMap shop/web   web.yaml:7
`);
  });

  it('names the list, and the namespace as well', () => {
    const space = `${files['/repo/namespace.yaml']}`.replace(
      'clusterSelector: {}',
      'clusters: [{name: eu-1}]',
    );
    const web = configMap('web', '{clusters: [{name: eu-1}]}');
    const all = { files: { ...files, '/repo/namespace.yaml': space, '/repo/web.yaml': web } };
    const { output } = fedc(['why-not', 'configmap/web', '--cluster', 'us-1'], all);
    expect(output).toBe(`ConfigMap shop/web (web.yaml:1) does not go to us-1

Because
  not listed in placement.clusters   web.yaml:7

It would also be kept out, because
  namespace shop does not go there
  not listed in placement.clusters   namespace.yaml:5

To bring it there
  add {name: us-1} to spec.placement.clusters of FederatedConfigMap shop/web   web.yaml:7
  add {name: us-1} to spec.placement.clusters of FederatedNamespace shop       namespace.yaml:5
`);
  });

  it.each([
    { placement: '{}', words: 'write clusters: [{name: us-1}] as spec.placement of' },
    {
      placement: '{clusterSelector: {matchExpressions: [{key: region, operator: DoesNotExist}]}}',
      words: 'take the label region from us-1',
    },
    {
      placement:
        '{clusterSelector: {matchExpressions: [{key: region, operator: NotIn, values: [us]}]}}',
      words: 'take the label region from us-1',
    },
    {
      placement: '{clusterSelector: {matchExpressions: [{key: gpu, operator: Exists}]}}',
      words: 'label us-1 with gpu=true',
    },
    {
      placement:
        '{clusterSelector: {matchExpressions: [{key: a, operator: Exists}, {key: a, operator: DoesNotExist}]}}',
      words: 'relax the term a of',
    },
  ])('suggests: $words', ({ placement, words }) => {
    expect(whyNot('us-1', placement).output).toContain(`  ${words}`);
  });

  it('tries it in the same repository, with the same rules', () => {
    const flags = ['--cluster', 'us-1', '--mode', 'kubefed', '--inventory', 'clusters.yaml'];
    const { output } = fedc(['why-not', 'configmap/web', '.', ...flags]);
    const attempt =
      'fedc what-if . --mode kubefed --inventory clusters.yaml --label us-1:region=eu';
    expect(output).toContain(`  try it: ${attempt}\n`);
    const tried = fedc(attempt.split(' ').slice(1));
    expect(tried.output).toContain('ConfigMap shop/web');
  });

  it('names many errors of one code once', () => {
    const entries = ['one', 'two', 'three']
      .map((cluster) => `{clusterName: ${cluster}, clusterOverrides: [{path: /data/a, value: b}]}`)
      .join(', ');
    const placement = `{clusters: [{name: eu-1}]}\n  overrides: [${entries}]`;
    expect(whyNot('us-1', placement).output).toMatch(
      /To bring it there\n {2}mend the 3 errors override\/unknown-cluster first +web\.yaml:8\n {2}add/,
    );
  });

  it('wants errors about the object to be mended first', () => {
    const unknown = whyNot('us-1', '{clusters: [{name: eu-1}, {name: nowhere}]}');
    expect(unknown.output).toMatch(
      /To bring it there\n {2}mend the error placement\/unknown-cluster first +web\.yaml:7\n {2}add/,
    );
  });

  it('wants a FederatedNamespace where the mode requires one', () => {
    const { '/repo/namespace.yaml': _, ...rest } = files;
    const { output } = fedc(
      ['why-not', 'configmap/web', '--cluster', 'eu-1', '--mode', 'kubefed'],
      { files: rest },
    );
    expect(output).toContain('no FederatedNamespace shop is compiled');
    expect(output).toContain('write a FederatedNamespace "shop" that goes to eu-1');
  });

  it('tells an object that is left out from one that no rule takes', () => {
    const config = `apiVersion: core.kubefed.io/v1beta1
kind: FederatedTypeConfig
metadata: {name: configmaps, namespace: kube-federation-system}
spec:
  federatedType: {group: types.kubefed.io, version: v1beta1, kind: FederatedConfigMap, pluralName: federatedconfigmaps, scope: Namespaced}
  targetType: {version: v1, kind: ConfigMap, pluralName: configmaps, scope: Namespaced}
  propagation: Disabled
`;
    const all = { files: { ...files, '/repo/types.yaml': config } };
    const { code, output } = fedc(['why-not', 'configmap/web', '--cluster', 'eu-1'], all);
    expect(code).toBe(2);
    expect(output).toContain(
      '  its FederatedTypeConfig says propagation: Disabled   types.yaml:1\n',
    );
    expect(output).toContain('  mend it first: its FederatedTypeConfig says propagation: Disabled');
  });

  it('answers that there is no such cluster', () => {
    const { code, output } = whyNot('us-2', '{clusterSelector: {}}');
    expect(code).toBe(0);
    expect(output).toContain('  there is no cluster "us-2" in the inventory\n  Did you mean us-1');
  });

  it('names the place of a cluster that is listed, but in no inventory', () => {
    const { output } = whyNot(
      'us-2',
      '{clusters: [{name: eu-1}, {name: us-2}]}',
      '--mode',
      'kubefed',
    );
    expect(output).toContain('there is no cluster "us-2" in the inventory   web.yaml:7');
  });

  it('exits with 1 where it goes, and says why', () => {
    const { code, output } = whyNot('eu-1', '{clusters: [{name: eu-1}]}');
    expect(code).toBe(1);
    expect(output).toBe(`ConfigMap shop/web (web.yaml:1) goes to eu-1
  listed in placement.clusters   web.yaml:7
  rendered/clusters/eu-1/shop/configmap_web.yaml
`);
  });

  it('exits with 1 for an object that is not there', () => {
    const { code, output, error } = fedc(['why-not', 'configmap/wep', '--cluster', 'eu-1']);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toContain('Did you mean configmap/web -n shop?');
  });

  it('wants a cluster', () => {
    expect(fedc(['why-not', 'configmap/web']).code).toBe(64);
  });

  it('answers as JSON that its schema describes', () => {
    const { output } = whyNot(
      'us-1',
      '{clusterSelector: {matchLabels: {region: eu}}}',
      '-o',
      'json',
    );
    const [object] = readAnswer(output).objects;
    expect(object.clusters).toMatchObject([{ cluster: 'us-1', placed: false }]);
    expect(object.ways).toMatchObject([
      [{ change: 'label', key: 'region', value: 'eu', file: 'clusters.yaml', line: 6 }],
      [{ change: 'relax', file: 'web.yaml', line: 7 }],
    ]);
    const unknown = readAnswer(whyNot('us-2', '{clusterSelector: {}}', '-o', 'json').output);
    expect(unknown.objects[0].nearest).toContain('us-1');
  });
});
