import { expect, it } from 'vitest';
import { orderByImportance } from '../../src/diagnostics/order-by-importance.ts';
import { noEffect, notFederated, several, unknownCluster } from './located-diagnostics.ts';

it('puts errors first, those with a file before those without, and one of every code before a second', () => {
  const other = { ...unknownCluster, code: 'override/unknown-cluster' as const, file: 'z.yaml' };
  const { file: _, line: __, ...placeless } = unknownCluster;
  const all = [notFederated, noEffect, placeless, ...several(unknownCluster, 3), other];
  const order = orderByImportance(all).map(({ code, file, line }) => [code, file, line]);
  expect(order).toEqual([
    ['placement/unknown-cluster', 'apps/web.yaml', 1],
    ['override/unknown-cluster', 'z.yaml', 14],
    ['placement/unknown-cluster', 'apps/web.yaml', 2],
    ['placement/unknown-cluster', 'apps/web.yaml', 3],
    ['placement/unknown-cluster', undefined, undefined],
    ['override/no-effect', 'apps/web.yaml', 20],
    ['repo/not-federated', undefined, undefined],
  ]);
});

it('does not depend on the order that it is given', () => {
  const all = [notFederated, noEffect, ...several(unknownCluster, 3)];
  expect(orderByImportance(all.toReversed())).toEqual(orderByImportance(all));
});
