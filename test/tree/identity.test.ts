import { describe, expect, it } from 'vitest';
import { createIdentityReader, identityOf } from '../../src/tree/identity.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { printYaml } from '../../src/yaml/print.ts';
import { variant } from './variants.ts';

const read = createIdentityReader();

describe('createIdentityReader', () => {
  it.each([
    { kind: 'ConfigMap', group: '', namespace: 'shop', name: 'web' },
    { kind: 'ClusterRole', group: 'rbac.authorization.k8s.io', namespace: '', name: 'a:b' },
    { kind: 'Deployment', group: 'apps', namespace: 'shop', name: '0123' },
  ])('reads $kind $name as it was printed', (key) => {
    const { object } = variant({ key, clusters: ['a'], body: 'data: {name: other}' });
    expect(read(printYaml(object))).toEqual(key);
  });

  it('reads what somebody else wrote', () => {
    const text = '# a comment\nmetadata: {name: web}\nkind: ConfigMap\napiVersion: v1\n';
    expect(read(text)).toEqual({ kind: 'ConfigMap', group: '', namespace: '', name: 'web' });
  });

  it('reads a namespace that stands behind other metadata', () => {
    const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n';
    expect(read(`${head}  labels:\n    a: b\n  namespace: shop\n`)?.namespace).toBe('shop');
    expect(read(`${head}data:\n  namespace: shop\n`)?.namespace).toBe('');
  });

  it('does not mistake a key further down for the name', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    a: b\n  name: web\n';
    expect(read(text)?.name).toBe('web');
  });

  it.each(['', 'edited: [', '- a\n', 'kind: 1\nmetadata: {name: 2}\n'])(
    'gives none for %j',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('identityOf', () => {
  it('takes the group of what is written', () => {
    const [document] = parseYaml('apiVersion: apps/v1\nkind: X\nmetadata: {name: a}\n').documents;
    expect(identityOf(document?.value)?.group).toBe('apps');
  });
});
