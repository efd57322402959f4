import { describe, expect, it } from 'vitest';
import { previousReplicas } from '../../src/frontends/previous-replicas.ts';
import { jsonValue } from '../json-value.ts';

const key = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
const deployment = (spec: object) =>
  jsonValue({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  });
const read = (file: string, value = deployment({ replicas: 4 })) =>
  previousReplicas([{ file, document: 0, value }]);

describe('previousReplicas', () => {
  it('knows the count of an object in the cluster whose folder holds it', () => {
    const previous = read('clusters/eu/shop/deployment.apps_web.yaml');
    expect(previous.isGiven).toBe(true);
    expect(previous.of(key, 'eu')).toBe(4);
    expect(previous.of(key, 'us')).toBeUndefined();
    expect(previous.of({ ...key, name: 'other' }, 'eu')).toBeUndefined();
  });

  it('finds the folder of the cluster below any other folder', () => {
    expect(read('rendered/clusters/eu/shop/web.yaml').of(key, 'eu')).toBe(4);
  });

  it.each([
    ['a file outside the folders of clusters', 'index/web.yaml', deployment({ replicas: 4 })],
    ['an object without replicas', 'clusters/eu/web.yaml', deployment({})],
    ['a count that is no number', 'clusters/eu/web.yaml', deployment({ replicas: '4' })],
    ['a document that is no object', 'clusters/eu/web.yaml', 'text'],
    [
      'an object without name',
      'clusters/eu/web.yaml',
      jsonValue({ kind: 'Deployment', spec: { replicas: 4 } }),
    ],
  ] as const)('passes over %s', (_, file, value) => {
    expect(read(file, value).of(key, 'eu')).toBeUndefined();
  });

  it('knows nothing where no tree was given', () => {
    const previous = previousReplicas(undefined);
    expect([previous.isGiven, previous.of(key, 'eu')]).toEqual([false, undefined]);
  });
});
