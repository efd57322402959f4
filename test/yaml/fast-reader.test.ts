import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/print-json.ts';
import { readFast } from '../../src/yaml/fast-reader.ts';
import { readWithBoth } from './both-readers.ts';

/** The value as JSON, or `left` if the full reader has to read the text. */
function fast(text: string, depth = 200): string {
  const value = readFast(text, { depth });
  return value === undefined ? 'left' : canonicalJson(value);
}

describe('the fast reader takes', () => {
  test.each([
    ['nothing but comments', '# a\n\n  # b\n', 'null'],
    ['nothing at all', '', 'null'],
    ['a mapping', 'a: 1\nb: x y # c\nc:\nd: ~\n', '{"a":1,"b":"x y","c":null,"d":null}'],
    ['a mapping that does not begin in the first column', '  a: 1\n  b: 2\n', '{"a":1,"b":2}'],
    ['mappings below', 'a:\n   b:\n    c: 1\n   d: 2\n', '{"a":{"b":{"c":1},"d":2}}'],
    ['a list', '- a\n-\n- 1\n', '["a",null,1]'],
    [
      'a list in the column of its key',
      'a:\n- b\n-  c: 1\n   d: 2\ne: 3\n',
      '{"a":["b",{"c":1,"d":2}],"e":3}',
    ],
    ['a list right of its key', 'a:\n  - b\n  - - c\n    - d\n', '{"a":["b",["c","d"]]}'],
    ['an item below its dash', '-\n  a: 1\n-\n  - b\n', '[{"a":1},["b"]]'],
    [
      'blank lines and comments anywhere',
      '# c\na:\n\n    # d\n  b: 1\n# e\n  c: 2\n',
      '{"a":{"b":1,"c":2}}',
    ],
    ['quotes', `a: "x # \\"y\\"\\n"\n'it''s': 'b: c'\n`, '{"a":"x # \\"y\\"\\n","it\'s":"b: c"}'],
    ['empty collections', 'a: {}\nb: [ ]\n', '{"a":{},"b":[]}'],
    [
      'small collections between brackets',
      'a: {b: [1, "x", {c: d e}], "f": http://g/h}\n',
      '{"a":{"b":[1,"x",{"c":"d e"}],"f":"http://g/h"}}',
    ],
    [
      'block texts',
      'a: |\n  x\n\n    y\n  # z\nb: |-\n  x\n\nc: |+\n  x\n\n',
      '{"a":"x\\n\\n  y\\n# z\\n","b":"x","c":"x\\n\\n"}',
    ],
    ['folded block texts without blank or deeper lines', 'a: >-\n  x\n  y\n', '{"a":"x y"}'],
    ['an unquoted text on several lines', 'a: x\n  - y\n\n  z\nb: 1\n', '{"a":"x - y\\nz","b":1}'],
    ['a quoted text on several lines', 'a: "x\n\n  y \n  z"\n', '{"a":"x\\ny z"}'],
    [
      'numbers as kubectl reads them',
      'a: 0644\nb: 1_000\nc: 9007199254740993\nd: -0.0\n0x10: e\n',
      '{"16":"e","a":420,"b":1000,"c":9007199254740993,"d":0}',
    ],
    [
      '__proto__ as a key like any other',
      '__proto__: {constructor: 1}\n',
      '{"__proto__":{"constructor":1}}',
    ],
  ])('%s', (_, text, expected) => {
    expect(fast(text)).toBe(expected);
    expect(readWithBoth(text).diagnostics).toEqual([]);
  });
});

describe('it leaves to the full reader', () => {
  test.each([
    ['equal keys', 'a: 1\na: 2\n'],
    ['equal keys between brackets', 'a: {b: 1, "b": 2}\n'],
    ['a pair in a list between brackets', 'a: [b: c]\n'],
    ['a key on two lines', '- "a\n  b": 1\n'],
    ['a scalar as the document', 'a\n'],
    ['what other readers take for something else', 'a: yes\n'],
    ['a date', 'a: 2001-01-01\n'],
    ['a number that JSON does not have', 'a: .inf\n'],
    ['a null key', '~: 1\n'],
    ['a merge', 'a: 1\n<<: {b: 1}\n'],
    ['an anchor', 'a: &x 1\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a key with a question mark', '? a\n: b\n'],
    ['a directive', '%YAML 1.1\n'],
    ['the end of a document', 'a: 1\n...\n'],
    ['a template expression', 'a: x{{ y }}\n'],
    ['a tab before a value', 'a:\tb\n'],
    ['a tab that indents', 'a:\n\tb: 1\n'],
    ['a line between two columns', 'a:\n    b: 1\n  c: 2\n'],
    ['a line deeper than a finished value', 'a: "b"\n  c: 1\n'],
    ['a second colon', 'a: b: c\n'],
    ['text behind a quote', 'a: "b" c\n'],
    ['a quote that is not closed', 'a: "b\nc: 1\n'],
    ['an escape it does not know', 'a: "\\x41"\n'],
    ['a block text with an indentation indicator', 'a: |2\n    x\n'],
    ['a block text without content', 'a: |\nb: 1\n'],
    ['a block text that begins with a tab', 'a: |\n  \tx\n'],
    ['a folded block text with a deeper line', 'a: >\n  x\n    y\n'],
    ['brackets on several lines', 'a: [b,\n  c]\n'],
    ['a comma too many', 'a: [b,]\n'],
    ['a key between brackets that touches its colon', 'a: {b:}\n'],
    ['a key of great length', `${'x'.repeat(1025)}: 1\n`],
  ])('%s', (_, text) => {
    expect(fast(text)).toBe('left');
    readWithBoth(text);
  });

  test('nesting beyond the limit, however deep', () => {
    expect(fast('- - a\n', 2)).toBe('[["a"]]');
    expect(fast('- - - a\n', 2)).toBe('left');
    expect(fast('a: [[b]]\n', 2)).toBe('left');
    for (const open of ['- ', 'a: ', '[', '{a: ']) {
      expect(fast(`a: ${open.repeat(300_000)}\n`)).toBe('left');
      expect(fast(`${open.repeat(300_000)}\n`)).toBe('left');
    }
  });
});

test('a document that is left does not slow down its neighbours', () => {
  const { documents, diagnostics } = readWithBoth('a: 1\n---\nb: &x 2\n---\nc: yes\n---\nd: 4\n');
  expect(documents.map(({ value }) => canonicalJson(value))).toEqual([
    '{"a":1}',
    '{"b":2}',
    '{"c":true}',
    '{"d":4}',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/ambiguous-scalar']);
});

describe('time grows with the text alone', () => {
  const size = 2_000_000;
  const lines = (line: (index: number) => string): string =>
    Array.from({ length: Math.ceil(size / line(100_000).length) }, (_, index) => line(index)).join(
      '',
    );

  test.each([
    ['keys', () => lines((index) => `key-${index}: value ${index}\n`)],
    ['items', () => lines((index) => `- item ${index}\n`)],
    ['numbers', () => lines((index) => `- ${index}\n`)],
    ['mappings in a list', () => lines((index) => `- name: a-${index}\n  value: "b ${index}"\n`)],
    ['a list between brackets', () => `a: [${lines((index) => `x${index}, `)}z]\n`],
    ['a mapping between brackets', () => `a: {${lines((index) => `"k${index}": 'v', `)}x: z}\n`],
    ['a block text', () => `a: |\n${lines((index) => `  ${index} some text\n`)}`],
    ['a folded block text', () => `a: >\n${lines((index) => `  ${index} some text\n`)}`],
    ['an unquoted text', () => `a: b\n${lines(() => '  some text\n')}`],
    ['a quoted text', () => `a: "b\n${lines(() => '  some \\" text\n')}  "\n`],
    ['one line', () => `a: ${'some text '.repeat(size / 10)}\n`],
    ['one quoted line', () => `a: '${"it''s so ".repeat(size / 9)}'\n`],
    ['spaces', () => `a: b${' '.repeat(size)}# c\nd: 'e${' '.repeat(size)}\n  f'\n`],
    ['comments', () => `a: 1\n${lines(() => '  # some text\n')}b: 2\n`],
    ['blank lines below values', () => lines((index) => `k${index}: a\n\n\n\n   \n`)],
  ])('%s', (_, make) => {
    const text = make();
    const started = performance.now();
    expect(readFast(text, { depth: 200 })).toBeDefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    ['an open quote', () => `a: "${lines(() => 'some text\n')}`],
    ['open quotes', () => lines(() => `- 'some text\n`)],
    ['an open bracket', () => `a: [${lines(() => 'some text, ')}\n`],
    ['the last line', () => `${lines((index) => `key-${index}: value\n`)}&x\n`],
  ])('also until it gives up: %s', (_, make) => {
    const text = make();
    const started = performance.now();
    expect(readFast(text, { depth: 200 })).toBe(undefined);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
