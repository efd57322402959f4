import { expect, test } from 'vitest';
import { quote } from '../../src/diagnostics/quote.ts';

test.each([
  ['', '""'],
  ['eu-1', '"eu-1"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['a\nb\u001b[31m\u009b', '"a\\u000ab\\u001b[31m\\u009b"'],
  ['ü\u2028', '"ü\\u2028"'],
])('%j is quoted', (text, expected) => {
  expect(quote(text)).toBe(expected);
  expect(JSON.parse(quote(text))).toBe(text);
});
