import { expect, it } from 'vitest';
import { createConcernCheck } from '../../src/frontends/can-concern.ts';

const concerns = (text: string, name = 'web') => createConcernCheck(name)({ path: 'a.yaml', text });

it.each([
  'name: web',
  'metadata: {name: web}',
  '{"name":"web"}',
  "name: 'web'",
  'name: # of the app\n  web',
  'name: *app',
  'name: &app web',
  'name: >-\n  web',
  '? name\n: web',
  '? name # of the app\n: web',
  'x: &key name\nmetadata: {*key : web}',
  'name: "w\\u0065b"',
  'name: !!binary d2Vi',
  'kind: FederatedNamespace',
  'kind: Namespace',
  'kind: KubeFedConfig',
  'kind: KubefedCluster',
  'kind: FederationConfig',
  'kind: ClusterInventory',
  'apiVersion: cluster.karmada.io/v1alpha1',
  'kind: FederatedTypeConfig',
])('%j may concern web', (text) => {
  expect(concerns(text)).toBe(true);
});

it.each([
  'app: web',
  'username: web',
  'name: webs',
  'name: my-web',
  'name: web.example',
  'image: web-1',
  'kind: FederatedJob',
])('%j does not concern web', (text) => {
  expect(concerns(text)).toBe(false);
});

it('takes a name literally', () => {
  expect(concerns('name: system:node', 'system:node')).toBe(true);
  expect(concerns('name: a-b', 'a.b')).toBe(false);
  expect(concerns('name: (x', '(x')).toBe(true);
});

it('takes no more than linear time', () => {
  const start = performance.now();
  concerns(`name: ${'#'.repeat(100_000)}`);
  concerns(`name${' '.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(1000);
});

it('leaves no inventory out', () => {
  const check = createConcernCheck('web');
  expect(check({ path: 'a.yaml', text: '', role: 'inventory' })).toBe(true);
});

it('takes every file for a name that is written otherwise in quotes', () => {
  expect(concerns("name: 'it''s'", "it's")).toBe(true);
});

it('takes further words of documents that decide about others', () => {
  const check = createConcernCheck('web', ['FederatedTenant']);
  expect(check({ path: 'a.yaml', text: 'kind: FederatedTenant' })).toBe(true);
  expect(check({ path: 'a.yaml', text: 'kind: FederatedJob' })).toBe(false);
});
