import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { countBytes, measure, measureChange, mostBytesPerUnit } from '../../src/tree/measure.ts';
import { jsonValue } from '../json-value.ts';

const scalars = fc.constantFrom('', 'a', 'ü', '€', '\u{1f600}', '${A}', 1, 1.5, null, true);
const values = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalars, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'ä', '__proto__'), tie('value'), { maxKeys: 3 }),
})).value;

it('measures the compact form', () => {
  const value: JsonValue = { a: 'ü', b: [1, '€'] };
  // A comma behind every item and member, the last one too.
  expect(measure(value).units).toBe('{"a":"ü","b":[1,"€",],}'.length);
  expect(countBytes(value)).toBe('{"a":"..","b":[1,"...",],}'.length);
});

it('has no more bytes than its units allow', () => {
  fc.assert(
    fc.property(values, (one) => {
      const value = jsonValue(one);
      expect(countBytes(value)).toBeLessThanOrEqual(measure(value).units * mostBytesPerUnit);
      expect(countBytes(value)).toBeGreaterThanOrEqual(measure(value).units);
    }),
  );
});

it('measures a change as the measures of both tell it', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const [base, value] = [jsonValue(one), jsonValue(other)];
      const change = measureChange(base, value);
      expect(change.units).toBe(measure(value).units - measure(base).units);
      if (measure(base).reference === undefined)
        expect(change.reference === undefined).toBe(measure(value).reference === undefined);
    }),
    { numRuns: 2000 },
  );
});
