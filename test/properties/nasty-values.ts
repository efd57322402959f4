/** Random JSON-like values whose strings are chosen to hurt YAML printers and readers. */
import fc from 'fast-check';
import { type JsonValue, newObject } from '../../src/model/kube-object.ts';

const fragments = (
  'y n yes no on off Yes NO true FALSE null ~ .inf -.Inf .nan = << 0 00 0644 08 0o14 0x1f 0b11 0B 1_000 _1 1e3 e3 1e400 1.5 . ._ .5 5. -0 +1 ' +
  '12:30 1:2:3.4 2001-01-01 2026-02-30T1:2:3Z T Z - -- --- ... ? : :: # ## & * ! | > % @ ` { } [ ] , \' " \\ / a ab kubectl x-y é 日本 😀 \u0301 \u200d \ufeff \u0085 \u00a0 ' +
  '\u2028 \u2029 \u007f \u0000 \u001b \ufffd \uffff \t \r {{ }} $ ${x} &a *a !!str |- >+ |2 key: -\t'
)
  .split(' ')
  .concat([
    ' ',
    '  ',
    '\n',
    '\n\n',
    ': ',
    ' #',
    '- ',
    '? ',
    '\n ',
    ' \n',
    '\n\t',
    '\r\n',
    '\u2028\n',
  ]);

export const nastyString: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.constantFrom(...fragments), { maxLength: 6 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789+-._:eEobxXTZ \n'), maxLength: 12 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 150 }) },
);

const nastyNumber: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((exact) => {
    const number = Number(exact);
    return Number.isSafeInteger(number) ? number : exact;
  }),
  // Whole floats past 2^53 read back as exact integers, which is another value.
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter(
      (number) =>
        !Number.isInteger(number) || Number.isSafeInteger(number) || Math.abs(number) >= 1e21,
    )
    .map((number) => (Object.is(number, -0) ? 0 : number)),
);

/** Values as the project holds them: null-prototype objects, bigint where a number is not exact. */
export const nastyValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    nastyString,
    nastyNumber,
    fc.constantFrom<JsonValue>(null, true, false),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(nastyString, tie('value')), { maxLength: 5 }).map((members) => {
      const object = newObject();
      for (const [key, member] of members) object[key] = member;
      return object;
    }),
  ),
})).value;
