import { expect, it } from 'vitest';
import { checkPaths } from '../../src/tree/check-paths.ts';
import { compilation, variant } from './variants.ts';

it('finds kinds that differ only by case, where both go', () => {
  const found = checkPaths(
    compilation(
      variant({ clusters: ['a', 'b'], key: { kind: 'Widget' }, file: 'one.yaml' }),
      variant({ clusters: ['b', 'c'], key: { kind: 'WIDGET' }, file: 'two.yaml' }),
    ),
    'by-namespace',
  );
  expect(found).toMatchObject([
    {
      code: 'output/path-collision',
      at: { file: 'one.yaml' },
      related: [{ at: { file: 'two.yaml' } }],
      args: { path: 'shop/widget_web.yaml', clusters: ['b'] },
    },
  ]);
});

it('is silent where no cluster gets both', () => {
  const found = checkPaths(
    compilation(
      variant({ clusters: ['a'], key: { kind: 'Widget' } }),
      variant({ clusters: ['b'], key: { kind: 'WIDGET' } }),
    ),
    'by-namespace',
  );
  expect(found).toEqual([]);
});

it('is silent about two variants of one object', () => {
  const variants = [
    variant({ clusters: ['a'] }),
    variant({ clusters: ['b'], body: 'data: {x: y}\n' }),
  ];
  expect(checkPaths(compilation(...variants), 'by-namespace')).toEqual([]);
});

it('finds equal names of two namespaces that one app folder would hold', () => {
  const found = checkPaths(
    compilation(
      variant({ clusters: ['a'], app: 'shop', file: 'one.yaml' }),
      variant({ clusters: ['a'], app: 'shop', key: { namespace: 'staging' }, file: 'two.yaml' }),
    ),
    'by-app',
  );
  expect(found).toMatchObject([
    { code: 'output/path-collision', args: { path: 'shop/configmap_web.yaml', clusters: ['a'] } },
  ]);
});
