import { describe, expect, test } from 'vitest';
import { canonicalJson, printJson } from '../../src/model/print-json.ts';
import { readExactJson } from '../conformance/exact-json.ts';

const sample = {
  b: [1, 'x', null, { c: true }],
  a: {},
  d: [],
  'é"\\': '\u0000\u001f\b\f\n\r\t\u007f\u2028\ud800😀',
};

describe('printJson', () => {
  test.each([undefined, 0, 1, 2, 4])(
    'prints as the language does, with an indent of %s',
    (indent) => {
      expect(printJson(sample, indent === undefined ? {} : { indent })).toBe(
        JSON.stringify(sample, null, indent),
      );
    },
  );

  test('prints a bigint in full', () => {
    expect(printJson({ replicas: 12345678901234567890n })).toBe(
      '{"replicas":12345678901234567890}',
    );
  });

  test('prints minus zero as zero and what JSON cannot hold as null', () => {
    expect(printJson([-0, Number.NaN, Number.POSITIVE_INFINITY])).toBe('[0,null,null]');
  });

  test('leaves out undefined members and keeps the places of undefined items', () => {
    const value = { a: undefined, b: [undefined, 1], c: () => 1, d: Symbol('d') };
    expect(printJson(value)).toBe('{"b":[null,1]}');
    expect(printJson({ a: undefined }, { indent: 2 })).toBe('{}');
    expect(printJson(undefined)).toBe('null');
  });

  test('keeps the order of members', () => {
    expect(printJson(readExactJson('{"b":1,"__proto__":2,"a":3}'))).toBe(
      '{"b":1,"__proto__":2,"a":3}',
    );
  });
});

describe('canonicalJson', () => {
  test('sorts keys by code unit, at every depth', () => {
    expect(
      canonicalJson({ b: { 10: 1, 2: 2, a: 3 }, B: [{ d: 1, c: 2 }], '\ue000': 1, '😀': 2 }),
    ).toBe('{"B":[{"c":2,"d":1}],"b":{"10":1,"2":2,"a":3},"😀":2,"\ue000":1}');
  });
});
