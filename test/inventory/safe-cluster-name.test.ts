import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafe, safeClusterName } from '../../src/inventory/safe-cluster-name.ts';

describe('safeClusterName', () => {
  it.each([
    ['prod', 'prod', {}],
    ['in-cluster', 'in-cluster', {}],
    ['api.prod.example.com', 'api.prod.example.com', {}],
    [
      'arn:aws:eks:eu-west-1:123456789012:cluster/Prod_EU',
      'prod-eu',
      { provider: 'aws', region: 'eu-west-1' },
    ],
    ['arn:aws-cn:eks:cn-north-1:1:cluster/shop', 'shop', { provider: 'aws', region: 'cn-north-1' }],
    [
      'gke_my-project_europe-west1-b_prod',
      'prod',
      { provider: 'gcp', region: 'europe-west1', zones: ['europe-west1-b'] },
    ],
    ['gke_my-project_us-central1_blue', 'blue', { provider: 'gcp', region: 'us-central1' }],
    ['connectgateway_my-project_global_edge', 'edge', { provider: 'gcp' }],
    ['https://rancher.example.com/k8s/clusters/c-m-4x2bd', 'c-m-4x2bd', {}],
    ['https://example.com/rancher/k8s/clusters/local/', 'local', {}],
    ['me@prod.eu-north-1.eksctl.io', 'prod', { provider: 'aws', region: 'eu-north-1' }],
    ['https://kubernetes.default.svc', 'in-cluster', {}],
    ['https://api.prod.example.com:6443', 'prod', {}],
    ['https://prod.example.com', 'prod', {}],
    ['https://user:pass@api.prod.example.com/path?x=y', 'prod', {}],
    ['https://10.0.0.1:6443', '10.0.0.1', {}],
    ['https://[2001:db8::1]:6443', '2001-db8-1', {}],
    [
      'https://ABCDEF01.gr7.eu-west-1.eks.amazonaws.com',
      'abcdef01',
      { provider: 'aws', region: 'eu-west-1' },
    ],
    [
      'https://shop-dns-1a2b.hcp.westeurope.azmk8s.io:443',
      'shop-dns-1a2b',
      { provider: 'azure', region: 'westeurope' },
    ],
    ['kubernetes-admin@prod', 'prod', {}],
    ['me@arn:aws:eks:eu-west-1:1:cluster/a', 'a', { provider: 'aws', region: 'eu-west-1' }],
    ['default/api-prod-example-com:6443/admin', 'prod-example-com', {}],
    ['team/prod', 'prod', {}],
    ['Prod EU_1', 'prod-eu-1', {}],
    ['Zürich', 'zurich', {}],
    ['--x--.-y', 'x.y', {}],
  ] as const)('makes of %j %j', (original, name, facts) => {
    expect(safeClusterName(original)).toEqual({ name, facts });
  });

  it.each(['', '生产', '---', 'x'.repeat(254), 'CON', 'arn:aws:eks:eu-west-1:1:cluster/aux'])(
    'makes nothing of %j',
    (original) => {
      expect(safeClusterName(original)).toHaveProperty('problem');
    },
  );

  it('is safe or nothing, always the same, and at rest', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aB1-_./:@ é\u0000\u202e') }),
    );
    fc.assert(
      fc.property(texts, (original) => {
        const made = safeClusterName(original);
        if ('problem' in made) return true;
        return isSafe(made.name) && 'name' in safeClusterName(made.name);
      }),
    );
  });
});
