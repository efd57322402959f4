import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceFrom } from '../../src/kube/difference.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { jsonValue } from '../json-value.ts';

const scalars = fc.oneof(
  fc.constantFrom('', '1', 'true', 'null', '"', '1:a0', ',', '-', '=', '[', '{', '}', 'a'),
  fc.constantFrom(0, 1, -0, 1.5, null, true, false),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalars, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('', 'a', 'b', '1', '0,1:b', '__proto__'), tie('value'), {
    maxKeys: 3,
  }),
})).value;

it('gives equal values one text, and different values different ones', () => {
  fc.assert(
    fc.property(values, values, values, (origin, one, other) => {
      const [base, a, b] = [jsonValue(origin), jsonValue(one), jsonValue(other)];
      const isEqual = differenceFrom(base, a) === differenceFrom(base, b);
      expect(isEqual).toBe(canonicalJson(a) === canonicalJson(b));
      expect(differenceFrom(base, a) === '').toBe(canonicalJson(a) === canonicalJson(base));
    }),
    { numRuns: 3000 },
  );
});

it('takes an integer for the same in both of its forms', () => {
  expect(differenceFrom(2, 2n)).toBe('');
  expect(differenceFrom(1, 2n)).toBe(differenceFrom(1, 2));
  expect(differenceFrom(2, '2')).not.toBe('');
});

it('does not look into what is shared', () => {
  const shared = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('looked into');
      },
    },
  );
  expect(differenceFrom({ shared, a: 1 }, { a: 2, shared })).toBe('{1:a=2,}');
});
