import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupEqual } from '../../src/kube/group-equal.ts';
import type { KubeObject } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { jsonValue } from '../json-value.ts';

const scalars = fc.constantFrom('', '1', 1, 2, null, true);
const objects = fc.dictionary(
  fc.constantFrom('a', 'b'),
  fc.oneof(scalars, fc.array(scalars, { maxLength: 2 })),
  { maxKeys: 2 },
);
const places = fc.uniqueArray(fc.constantFrom('/a', '/b', '/a/0', '/b/-', '/c/d', ''), {
  maxLength: 3,
});

it('puts together what is equal, wherever it looks first', () => {
  fc.assert(
    fc.property(objects, fc.array(objects, { minLength: 1 }), places, (origin, made, looks) => {
      const base = jsonValue(origin) as KubeObject;
      const [first, ...others] = made.map((each) => ({ object: jsonValue(each) as KubeObject }));
      const { alone, together } = groupEqual([first!, ...others], base, looks);
      const groups = [...alone.map((item) => [item]), ...together];
      const texts = groups.map((group) => group.map(({ object }) => canonicalJson(object)));
      expect(texts.every((group) => new Set(group).size === 1)).toBe(true);
      expect(new Set(texts.map(([text]) => text)).size).toBe(groups.length);
      expect(groups.flat()).toHaveLength(made.length);
      expect(together.every((group) => group.length > 1)).toBe(true);
    }),
  );
});

it('takes an integer for the same in both of its forms, and keeps the order', () => {
  const [two, wideTwo, one] = [2, 2n, 1].map((a) => ({ object: { a } as KubeObject }));
  expect(groupEqual([two!, wideTwo!, one!], {}, ['/a'])).toEqual({
    alone: [one],
    together: [[two, wideTwo]],
  });
});
