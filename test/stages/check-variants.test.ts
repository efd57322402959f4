import { describe, expect, it } from 'vitest';
import { newObject, type ObjectKey } from '../../src/model/kube-object.ts';
import type { Variant } from '../../src/model/variant.ts';
import { checkVariants } from '../../src/stages/check-variants.ts';
import { at, said } from './resources.ts';

const web: ObjectKey = { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'web' };
const shop: ObjectKey = { group: '', kind: 'Namespace', namespace: '', name: 'shop' };

function variant(key: ObjectKey, clusters: readonly string[], file: string): Variant {
  return { key, object: newObject(), clusters, app: '_root', origin: at('', file) };
}

const namespaces = variant(shop, ['eu', 'lab', 'us'], 'shop.yaml');

const rows: { name: string; variants: readonly Variant[]; said: readonly string[] }[] = [
  {
    name: 'two sources of one object in different clusters are fine',
    variants: [namespaces, variant(web, ['eu'], 'a.yaml'), variant(web, ['us'], 'b.yaml')],
    said: [],
  },
  {
    name: 'two sources that meet in a cluster clash, and the later one is named',
    variants: [namespaces, variant(web, ['eu', 'us'], 'a.yaml'), variant(web, ['us'], 'b.yaml')],
    said: ['error[output/duplicate-object] b.yaml#/metadata/name'],
  },
  {
    name: 'two of three sources clash, even if neither meets the first',
    variants: [
      namespaces,
      variant(web, ['eu'], 'a.yaml'),
      variant(web, ['us'], 'b.yaml'),
      variant(web, ['us'], 'c.yaml'),
    ],
    said: ['error[output/duplicate-object] c.yaml#/metadata/name'],
  },
  {
    name: 'two sources clash also where those of another object went before',
    variants: [
      namespaces,
      variant(web, ['eu'], 'a.yaml'),
      variant(web, ['us'], 'b.yaml'),
      variant({ ...web, name: 'other' }, ['eu'], 'c.yaml'),
      variant({ ...web, name: 'other' }, ['eu'], 'd.yaml'),
    ],
    said: ['error[output/duplicate-object] d.yaml#/metadata/name'],
  },
  {
    name: 'two sources are one report, in however many variants and clusters they meet',
    variants: [
      namespaces,
      variant(web, ['eu'], 'a.yaml'),
      variant(web, ['us'], 'a.yaml'),
      variant(web, ['eu', 'us'], 'b.yaml'),
    ],
    said: ['error[output/duplicate-object] b.yaml#/metadata/name'],
  },
  {
    name: 'variants of one source never meet, so one source twice in a cluster is a clash too',
    variants: [namespaces, variant(web, ['eu'], 'a.yaml'), variant(web, ['eu'], 'a.yaml')],
    said: ['error[output/duplicate-object] a.yaml#/metadata/name'],
  },
  {
    name: 'a namespace that nothing makes is one warning for all of its objects',
    variants: [
      variant(web, ['eu'], 'a.yaml'),
      variant({ ...web, name: 'other' }, ['us'], 'b.yaml'),
    ],
    said: ['warning[placement/namespace-not-created] a.yaml#'],
  },
  {
    name: 'a namespace must be made in every cluster that gets objects in it',
    variants: [variant(shop, ['eu'], 'shop.yaml'), variant(web, ['eu', 'us'], 'a.yaml')],
    said: ['warning[placement/namespace-not-created] a.yaml#'],
  },
  {
    name: 'two sources may make a namespace together',
    variants: [
      variant(shop, ['eu'], 'shop.yaml'),
      variant(shop, ['us'], 'plain.yaml'),
      variant(web, ['eu', 'us'], 'a.yaml'),
    ],
    said: [],
  },
  {
    name: 'a kind Namespace of another group makes no namespace',
    variants: [
      variant({ ...shop, group: 'example.io' }, ['eu'], 'shop.yaml'),
      variant(web, ['eu'], 'a.yaml'),
    ],
    said: ['warning[placement/namespace-not-created] a.yaml#'],
  },
  {
    name: 'some namespaces are in every cluster',
    variants: ['default', 'kube-system', 'kube-public', 'kube-node-lease'].map((namespace) =>
      variant({ ...web, namespace }, ['eu'], 'a.yaml'),
    ),
    said: [],
  },
  {
    name: 'cluster-scoped objects need no namespace',
    variants: [variant({ ...web, kind: 'ClusterRole', namespace: '' }, ['eu'], 'a.yaml')],
    said: [],
  },
];

describe('checkVariants', () => {
  it.each(rows)('$name', ({ variants, said: expected }) => {
    expect(said(checkVariants(variants))).toEqual(expected);
  });

  it('names the clusters in which two sources meet, and the other source', () => {
    const [clash] = checkVariants([
      namespaces,
      variant(web, ['eu', 'lab', 'us'], 'a.yaml'),
      variant(web, ['us', 'eu'], 'b.yaml'),
    ]);
    expect(clash?.args).toMatchObject({ clusters: ['eu', 'us'], titles: ['a.yaml', 'b.yaml'] });
    expect(clash?.related.map(({ at: place }) => place.file)).toEqual(['a.yaml']);
  });

  it('counts the clusters that either source reaches, and names the file if it is one', () => {
    const one = variant(web, ['eu', 'lab'], 'a.yaml');
    const other = variant(web, ['us'], 'b.yaml');
    const both = variant({ ...web }, ['eu'], 'b.yaml');
    const variants = [namespaces, one, other, both];
    const [clash] = checkVariants(variants, ({ key }, cluster) => `${cluster}/${key.name}`);
    expect(clash?.args).toMatchObject({ reach: 3, path: 'eu/web' });
    const [apart] = checkVariants(variants, ({ origin }) => origin.file);
    expect(apart?.args).not.toHaveProperty('path');
  });

  it('counts the clusters and objects that lack a namespace', () => {
    const [problem] = checkVariants([
      variant(shop, ['eu'], 'shop.yaml'),
      variant(web, ['eu', 'us'], 'a.yaml'),
      variant({ ...web, name: 'other' }, ['lab'], 'b.yaml'),
      variant({ ...web, name: 'fine' }, ['eu'], 'c.yaml'),
    ]);
    expect(problem?.args).toEqual({ namespace: 'shop', clusters: ['lab', 'us'], objects: 2 });
  });
});
