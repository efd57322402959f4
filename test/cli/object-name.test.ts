import { describe, expect, it } from 'vitest';
import { isMeant, nearestNames, parseObjectName, withTargets } from '../../src/cli/object-name.ts';

const deployment = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
const role = {
  group: 'rbac.authorization.k8s.io',
  kind: 'ClusterRole',
  namespace: '',
  name: 'system:web',
};
const endpoints = { group: '', kind: 'Endpoints', namespace: 'shop', name: 'web' };

describe('parseObjectName', () => {
  it.each([
    ['Deployment/web', { kind: 'deployment', name: 'web' }],
    ['deployments.apps/web', { kind: 'deployments', group: 'apps', name: 'web' }],
    ['clusterrole/a/b', { kind: 'clusterrole', name: 'a/b' }],
    ['web', undefined],
    ['/web', undefined],
    ['deployment/', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseObjectName(text)).toEqual(expected);
  });
});

describe('isMeant', () => {
  it.each([
    { text: 'deployment/web', key: deployment, meant: true },
    { text: 'deployments.apps/web', key: deployment, meant: true },
    { text: 'federateddeployments/web', key: deployment, meant: true },
    { text: 'FederatedDeployment.types.kubefed.io/web', key: deployment, meant: true },
    { text: 'deployment.extensions/web', key: deployment, meant: false },
    { text: 'deployment/wep', key: deployment, meant: false },
    { text: 'service/web', key: deployment, meant: false },
    { text: 'endpoints/web', key: endpoints, meant: true },
    { text: 'clusterroles/system:web', key: role, meant: true, namespace: 'shop' },
    { text: 'deployment/web', key: deployment, meant: false, namespace: 'other' },
  ])('$text: $meant', ({ text, key, meant, namespace }) => {
    const name = parseObjectName(text);
    expect(name && isMeant(key, name, namespace)).toBe(meant);
  });
});

describe('withTargets', () => {
  const taught = [{ group: 'fed.example.io', federated: 'FederatedApp', target: 'Deployment' }];

  it.each([
    ['FederatedApp/web', true],
    ['federatedapps/web', true],
    ['app/web', true],
    ['FederatedApp.fed.example.io/web', true],
    ['FederatedApp.example.io/web', false],
    ['FederatedTenant/web', false],
  ])('%s: %s', (text, meant) => {
    const name = withTargets(parseObjectName(text)!, taught);
    expect(isMeant(deployment, name, undefined)).toBe(meant);
  });
});

describe('nearestNames', () => {
  it('offers other kinds of that name first, then similar names', () => {
    const name = { kind: 'service', name: 'web' };
    const near = nearestNames([deployment, { ...deployment, kind: 'Service', name: 'wep' }], name);
    expect(near).toEqual(['deployment/web -n shop', 'service/wep -n shop']);
  });
});
