import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/yaml/decode-utf8.ts';

function decode(...parts: readonly (string | readonly number[])[]) {
  return decodeUtf8(Buffer.concat(parts.map((part) => Buffer.from(part as string))), 'x.yaml');
}

describe('decoding', () => {
  test.each([
    ['plain text', ['a: é😀\n'], 'a: é😀\n'],
    ['a byte order mark', [[0xef, 0xbb, 0xbf], 'a: 1'], 'a: 1'],
    ['U+FFFD itself', ['a: \uFFFD'], 'a: \uFFFD'],
  ])('takes %s', (_, parts, text) => {
    expect(decode(...parts)).toEqual({ text });
  });

  test.each([
    ['a stray byte', ['a: é\r\nb: "é😀', [0xff], '"\n'], { line: 2, column: 8 }],
    ['a truncated character', ['a: ', [0xe2, 0x82]], { line: 1, column: 4 }],
    ['half a surrogate pair', ['a: ', [0xed, 0xa0, 0x80]], { line: 1, column: 4 }],
    ['an overlong form', [[0xc0, 0xaf]], { line: 1, column: 1 }],
    ['UTF-16 with its mark', [[0xff, 0xfe, 0x61, 0x00]], { line: 1, column: 1 }],
    ['UTF-16, the other end first', [[0xfe, 0xff, 0x00, 0x61]], { line: 1, column: 1 }],
  ])('refuses %s at its place', (_, parts, place) => {
    expect(decode(...parts)).toMatchObject({
      diagnostic: { code: 'yaml/encoding', at: { file: 'x.yaml', length: 1, ...place } },
    });
  });
});
