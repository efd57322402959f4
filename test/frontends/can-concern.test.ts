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
  'name: "w\\u0065b"',
  'name: !!binary d2Vi',
  'kind: FederatedNamespace',
  'kind: Namespace',
  'kind: KubeFedConfig',
  'kind: KubefedCluster',
  'kind: ClusterInventory',
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
