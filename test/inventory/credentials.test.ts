import { describe, expect, test } from 'vitest';
import { credentialFiles } from '../../src/inventory/credentials.ts';
import { objectsOf } from './read-yaml.ts';

const secret = (data: string) => `apiVersion: v1
kind: Secret
metadata: {name: a, labels: {argocd.argoproj.io/secret-type: cluster}}
${data}
`;
const connection = (config: string) => secret(`stringData: {name: a, config: '${config}'}`);
const encoded = (config: string) => secret(`data: {name: YQ==, config: ${btoa(config)}}`);
const users = (...each: readonly string[]) => `apiVersion: v1
kind: Config
contexts: [{name: a}]
users: [${each.map((user) => `{name: token, user: {${user}}}`).join(', ')}]
`;

function credentialsOf(text: string, file = 'clusters.yaml'): readonly unknown[] {
  return credentialFiles(objectsOf(text, { path: file })).map(({ args, at }) => ({ args, at }));
}

describe('held', () => {
  test.each([
    ['a token for Argo CD', connection('{"bearerToken":"x"}'), 1],
    ['a config as a map', secret('stringData: {name: a, config: {bearerToken: x}}'), 1],
    ['one in base64', encoded('{"username":"u","password":"x"}'), 1],
    ['a private key for Argo CD', connection('{"tlsClientConfig":{"keyData":"eA=="}}'), 1],
    [
      'a secret variable of a plugin',
      connection('{"execProviderConfig":{"env":{"AAD_SERVICE_PRINCIPAL_CLIENT_SECRET":"x"}}}'),
      1,
    ],
    [
      'a token in what kubectl apply keeps',
      secret('stringData: {name: a}').replace(
        'labels:',
        `annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"config":"{\\"bearerToken\\":\\"x\\"}"}}'}, labels:`,
      ),
      1,
    ],
    ['a token', users('token: x'), 1],
    [
      'a password, and a private key',
      users('username: u, password: x', 'client-key-data: eA=='),
      2,
    ],
    ['what a plugin of old keeps', users('auth-provider: {config: {refresh-token: x}}'), 1],
    ['a secret variable', users('exec: {env: [{name: AWS_SECRET_ACCESS_KEY, value: x}]}'), 1],
  ])('%s', (_, text, credentials) => {
    expect(credentialsOf(text)).toEqual([
      {
        args: { file: 'clusters.yaml', credentials },
        at: { file: 'clusters.yaml', document: 0, pointer: '' },
      },
    ]);
  });

  test('one report for a file, at the first document that holds one', () => {
    const text = [connection('{}'), encoded('{"bearerToken":"x"}'), users('token: x')].join(
      '---\n',
    );
    expect(credentialsOf(text)).toEqual([
      {
        args: { file: 'clusters.yaml', credentials: 2 },
        at: { file: 'clusters.yaml', document: 1, pointer: '' },
      },
    ]);
  });

  test('in a List, at the document', () => {
    const item = '{apiVersion: v1, kind: Config, users: [{user: {token: x}}]}';
    expect(credentialsOf(`{apiVersion: v1, kind: List, items: [${item}, ${item}]}`)).toEqual([
      {
        args: { file: 'clusters.yaml', credentials: 2 },
        at: { file: 'clusters.yaml', document: 0, pointer: '' },
      },
    ]);
  });
});

describe('not held', () => {
  test.each([
    ['no config', secret('stringData: {name: a}')],
    ['an empty config', connection('{}')],
    ['a config that is no JSON', connection('bearerToken: x')],
    ['a config that is a list', secret('stringData: {name: a, config: [x]}')],
    ['what SOPS encrypted', secret('stringData: {name: a, config: "ENC[AES256_GCM,data:eA==]"}')],
    ['what is no base64', secret('data: {name: a, config: "<path:clusters/a#config>"}')],
    ['a certificate of the cluster', connection('{"tlsClientConfig":{"caData":"eA=="}}')],
    ['a role', connection('{"awsAuthConfig":{"clusterName":"a","roleARN":"x"}}')],
    ['a placeholder of a vault plugin', connection('{"bearerToken":"<token>"}')],
    ['a command that fetches a token', users('exec: {command: aws, args: [eks, get-token]}')],
    ['a variable that names a file', users('exec: {env: [{name: TOKEN_FILE, value: /t}]}')],
    ['names of files', users('tokenFile: /t, client-key: /k, client-certificate: /c')],
    ['a certificate alone', users('client-certificate-data: eA==')],
    ['what kubectl config view prints', users('token: REDACTED, client-key-data: DATA+OMITTED')],
    ['no user', users()],
    ['users that are no list', 'apiVersion: v1\nkind: Config\ncontexts: []\nusers: {token: x}\n'],
  ])('%s', (_, text) => {
    expect(credentialsOf(text)).toEqual([]);
  });

  test.each(['../kubeconfig.yaml', '/home/me/.kube/config', 'C:/Users/me/.kube/config'])(
    'outside of the root: %s',
    (file) => {
      expect(credentialsOf(users('token: x'), file)).toEqual([]);
    },
  );

  test('in a file that is not named as inventory', () => {
    const objects = objectsOf(connection('{"bearerToken":"x"}'), { role: 'source' });
    expect(credentialFiles(objects)).toEqual([]);
  });
});
