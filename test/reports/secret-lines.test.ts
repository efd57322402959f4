import { expect, it } from 'vitest';
import { secretLines } from '../../src/reports/secret-lines.ts';
import { createLocator } from '../../src/yaml/locate.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** The lines of the text that would be shown as they are. */
function shown(text: string): string[] {
  const hidden = secretLines(text, parseYaml(text).documents, createLocator(text));
  return text.split('\n').filter((_, index) => !hidden.has(index + 1));
}

it('hides the values of a Secret, however many lines they have', () => {
  const text = `kind: Secret
metadata: {name: a}
data:
  one: eA==
  two: |
    eA==

    eA==
stringData:
  three: x
type: Opaque`;
  expect(shown(text)).toEqual([
    'kind: Secret',
    'metadata: {name: a}',
    'data:',
    '',
    'stringData:',
    'type: Opaque',
  ]);
});

it('hides template and override values of a FederatedSecret, and no other document', () => {
  const text = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedSecret
spec:
  template:
    data:
      a: eA==
  overrides:
    - clusterName: eu-1
      clusterOverrides:
        - path: /data/a
          value: eQ==
        - value: eQ==
          path: /data/a
---
kind: ConfigMap
data:
  a: b`;
  const visible = shown(text);
  expect(visible).not.toContain('      a: eA==');
  expect(visible.join()).not.toContain('eQ==');
  expect(visible).toContain('          path: /data/a');
  expect(visible).toContain('  a: b');
});

it('hides JSON and flow style', () => {
  expect(
    shown('{"kind": "Secret",\n"data": {\n"a": "eA=="\n},\n"type": "Opaque"}').join(),
  ).not.toContain('eA==');
  expect(shown('{kind: Secret, data: {a: eA==}}')).toEqual([]);
});

it('hides the secrets of a document that cannot be read', () => {
  expect(shown('kind: Secret\ndata:\n  a: eA==\n  a: eQ==\n b: [').join()).not.toMatch(/e[AQ]==/);
});

it('hides Secrets inside a List', () => {
  const text = 'kind: List\nitems:\n- kind: Secret\n  data:\n    a: eA==\n';
  expect(shown(text).join()).not.toContain('eA==');
});

it('hides lines of a text that lost its indentation, in a document that cannot be read', () => {
  const text = `kind: FederatedSecret
spec:
  template:
    stringData:
      key: |
        -----BEGIN KEY-----
  c2VjcmV0
c2VjcmV0/+==
    type: Opaque
  placement:
    clusters: [
      {name: eu-1}]
  overrides:
  - clusterName: eu-1`;
  expect(shown(text)).toEqual(text.split('\n').filter((line) => !/c2VjcmV0|BEGIN|key:/.test(line)));
});

it('hides the copy of the object that tools keep in an annotation', () => {
  const text = `kind: FederatedSecret
metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"data":{"a":"eA=="}}
    team: shop`;
  expect(shown(text)).toEqual([
    'kind: FederatedSecret',
    'metadata:',
    '  annotations:',
    '    team: shop',
  ]);
});

it('hides the credentials of a kubeconfig, also one that says little of itself', () => {
  const text = `kind: Config
clusters:
- name: eu
  cluster:
    certificate-authority-data: eA==
    server: https://eu
contexts:
- name: eu
  context:
    cluster: eu
usres:
- name: eu
  user:
    exec:
      args: [x]
  token: x`;
  expect(shown(text)).toEqual([
    'kind: Config',
    'clusters:',
    '- name: eu',
    '  cluster:',
    '    server: https://eu',
    'contexts:',
    '- name: eu',
    '  context:',
    '    cluster: eu',
    'usres:',
    '- name: eu',
    '  user:',
  ]);
  expect(shown('current-context: eu\nusers: [{user: {token: x}}]')).toEqual([
    'current-context: eu',
  ]);
});

it('hides the data of a Secret of Argo CD under a misspelt kind, and no config of our own', () => {
  const text = `kind: Secert
metadata: {labels: {argocd.argoproj.io/secret-type: cluster}}
stringdata:
  name: eu
  config: x`;
  expect(shown(text)).toEqual(text.split('\n').slice(0, 3));
  const own = 'apiVersion: fedc/v1alpha1\nkind: Config\nout: rendered';
  expect(shown(own)).toEqual(own.split('\n'));
});
