import { expect, it } from 'vitest';
import { clusterIndexText } from '../../src/tree/cluster-index.ts';
import { cluster } from './variants.ts';

it('holds what is known of a cluster, texts only, keys sorted', () => {
  const text = clusterIndexText(
    cluster('eu-1', {
      names: { argocd: 'prod-eu', context: 'left out' },
      labels: { tier: 'gold', env: 'prod' },
      annotations: { note: 'x' },
      fields: { server: 'https://eu-1', region: 'eu-west-1', provider: 'aws', zones: ['a'] },
    }),
  );
  expect(text).toBe(`{
  "cluster": {
    "annotations": {
      "note": "x"
    },
    "argocdName": "prod-eu",
    "labels": {
      "env": "prod",
      "tier": "gold"
    },
    "name": "eu-1",
    "provider": "aws",
    "region": "eu-west-1",
    "server": "https://eu-1"
  },
  "dir": "clusters/eu-1",
  "schema": "1"
}
`);
});

it('leaves out what is unknown', () => {
  expect(JSON.parse(clusterIndexText(cluster('eu-1')))).toEqual({
    schema: '1',
    cluster: { name: 'eu-1' },
    dir: 'clusters/eu-1',
  });
});
