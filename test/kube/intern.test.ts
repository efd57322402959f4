import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInterner } from '../../src/kube/intern.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { jsonValue } from '../json-value.ts';

const scalars = fc.oneof(
  fc.constantFrom('', '1', 'true', 'null', '"', '1:a0', ',', '[', '{', 'a'),
  fc.constantFrom(0, 1, -0, 1.5, null, true, false),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalars, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('', 'a', 'b', '1', '0,1:b', '__proto__'), tie('value'), {
    maxKeys: 3,
  }),
})).value;

it('gives equal values one number, and different values different ones', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const intern = createInterner();
      const [a, b] = [jsonValue(one), jsonValue(other)];
      expect(intern(a) === intern(b)).toBe(canonicalJson(a) === canonicalJson(b));
    }),
    { numRuns: 2000 },
  );
});

it('takes an integer for the same in both of its forms', () => {
  const intern = createInterner();
  expect(intern(2n)).toBe(intern(2));
  expect(intern('2')).not.toBe(intern(2));
});
