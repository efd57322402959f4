import { describe, expect, test } from 'vitest';
import { fedc, files } from './repository.ts';

/** Each stands where a credential stands, so that one that gets out can be told by its name. */
const token = 'hunter2-token';
const encoded = btoa(`{"bearerToken":"${token}"}`);
const userPassword = 'hunter2-password';

const label = 'labels: {argocd.argoproj.io/secret-type: cluster}';
const config = `config: |
    {
      "bearerToken": "${token}",
      "tlsClientConfig": {"insecure": false, "keyData": "${token}"}
    }`;

const kubeconfigUsers = `users:
- name: admin
  user:
    client-key-data: ${encoded}
    token: ${token}
    exec:
      args: [--token, ${token}]
      env:
      - name: TOKEN
        value: ${token}
`;

const rows: readonly { readonly name: string; readonly text: string; readonly code?: number }[] = [
  {
    name: 'a cluster Secret that is right',
    code: 0,
    text: `apiVersion: v1
kind: Secret
metadata:
  name: a
  ${label}
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"stringData":{"config":"${token}"}}
stringData:
  name: eu-1
  server: https://admin:${userPassword}@eu-1.example.com
  ${config}
`,
  },
  {
    name: 'one in JSON on a single line',
    code: 0,
    text: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
      data: { name: btoa('eu-1'), config: encoded },
    }),
  },
  {
    name: 'config as a map, and no name',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\nstringData:\n  config:\n    bearerToken: ${token}\n`,
  },
  {
    name: 'no name, in JSON on a single line',
    text: `{"stringData":{"config":"${token}"},"apiVersion":"v1","kind":"Secret","metadata":{"labels":{"argocd.argoproj.io/secret-type":"cluster"}}}`,
  },
  {
    name: 'a name that is no base64, between credentials',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\ndata:\n  config: ${encoded}\n  name: "${token}!"\n  server: ${encoded}\n`,
  },
  {
    name: 'a name that is no text',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\nstringData:\n  ${config}\n  name: 12\n`,
  },
  {
    name: 'a label that is no text, below the data',
    text: `apiVersion: v1\nkind: Secret\nstringData:\n  name: eu-1\n  ${config}\nmetadata:\n  labels:\n    argocd.argoproj.io/secret-type: cluster\n    tier: 1\n`,
  },
  {
    name: 'a misspelt kind, with what YAML readers disagree about',
    text: `apiVersion: v1\nkind: Secert\nmetadata:\n  ${label}\nstringdata:\n  ${config}\n  insecure: yes\n  name: 2024-01-01\n`,
  },
  {
    name: 'a misspelt kind in JSON on a single line',
    text: `{"apiVersion":"v1","kind":"Secert","stringData":{"config":"${token}"}}`,
  },
  {
    name: 'no label',
    text: `apiVersion: v1\nkind: Secret\nstringData:\n  name: eu-1\n  ${config}\n`,
  },
  {
    name: 'a key twice',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\nstringData:\n  name: eu-1\n  config: ${token}\n  config: ${token}\n`,
  },
  {
    name: 'a text that does not parse',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\nstringData:\n  name: eu-1\n  config: "${token}\n  other: [${token}\n`,
  },
  {
    name: 'a tab in the data',
    text: `apiVersion: v1\nkind: Secret\nmetadata:\n  ${label}\nstringData:\n  name: eu-1\n\tconfig: ${token}\n`,
  },
  {
    name: 'two Secrets of one name in a list',
    text: `apiVersion: v1\nkind: List\nitems:\n${[1, 2]
      .map(
        (each) =>
          `- apiVersion: v1\n  kind: Secret\n  metadata:\n    name: s${each}\n    ${label}\n  data:\n    config: ${encoded}\n    name: ${btoa('eu-1')}\n    more: ${encoded}\n`,
      )
      .join('')}`,
  },
  {
    name: 'a kubeconfig',
    code: 0,
    text: `apiVersion: v1
kind: Config
clusters:
- name: eu
  cluster:
    certificate-authority-data: ${encoded}
    server: https://admin:${userPassword}@eu-1.example.com
contexts:
- name: eu-1
  context: {cluster: eu, user: admin}
${kubeconfigUsers}`,
  },
  {
    name: 'a kubeconfig with an unsafe name and one twice',
    text: `apiVersion: v1\nkind: Config\n${kubeconfigUsers}contexts:\n- name: admin@prod\n  context: {cluster: eu}\n- name: admin@prod\n  context: {cluster: eu}\n`,
  },
  {
    name: 'a kubeconfig without contexts',
    text: `apiVersion: v1\nkind: Config\n${kubeconfigUsers}`,
  },
  {
    name: 'a kubeconfig without contexts, in JSON on a single line',
    text: `{"users":[{"name":"a","user":{"token":"${token}"}}],"apiVersion":"v1","kind":"Config"}`,
  },
  {
    name: 'a kubeconfig without its kind',
    text: `apiVersion: v1\n${kubeconfigUsers}current-context: yes\n`,
  },
  {
    name: 'a kubeconfig that does not parse',
    text: `apiVersion: v1\nkind: Config\n${kubeconfigUsers}    password: "${token}\n  contexts: [${token}\n`,
  },
  {
    name: 'a kubeconfig with a token that other readers take for something else',
    text: `apiVersion: v1\nkind: Config\ncontexts: []\nuser:\n- name: a\n  token: ${token}\n  password: yes\n  as: ${token}\n`,
  },
];

const commands: readonly (readonly string[])[] = [
  ['lint'],
  ['build'],
  ['clusters', 'list', '-o', 'wide'],
  ['clusters', 'list', '-o', 'json'],
  ['clusters', 'get', 'eu-1'],
  ['clusters', 'get', 'eu-1', '-o', 'json'],
  ['clusters', 'match', 'env=prod', '-o', 'json'],
  ...['json', 'github', 'gitlab', 'sarif'].map((reporter) => ['lint', '--reporter', reporter]),
];

describe('credentials of cluster documents', () => {
  test.each(rows)('$name: not a byte of them is told', ({ text, code = 1 }) => {
    const { '/repo/clusters.yaml': _, ...others } = files;
    const repository = { ...others, '/repo/in/clusters.yaml': text };
    const placement = '{clusterSelector: {}}';
    const web = `${others['/repo/web.yaml']?.replace(/\{clusterSelector.*/, placement)}`;
    for (const [index, command] of commands.entries()) {
      const { output, error, host, ...run } = fedc(
        [...command, '--inventory', 'in/clusters.yaml'],
        { files: { ...repository, '/repo/web.yaml': web } },
      );
      if (index === 0) expect(run.code).toBe(code);
      const written = host
        .listFiles('/repo/rendered', { except: [] })
        .map(({ path }) => new TextDecoder().decode(host.readFile(`/repo/rendered/${path}`)));
      const told = [output, error, ...written].join('\n');
      expect(told, command.join(' ')).not.toMatch(/hunter2/);
      expect(told, command.join(' ')).not.toContain(encoded);
      expect(told, command.join(' ')).not.toContain(encoded.slice(4, 20));
    }
  });
});
