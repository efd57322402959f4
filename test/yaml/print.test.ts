import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type JsonValue, newObject } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { printYaml, printYamlStream } from '../../src/yaml/print.ts';
import { readExactJson } from '../conformance/exact-json.ts';

describe('a string', () => {
  test.each([
    ['nginx:1.25', 'nginx:1.25'],
    ['a sentence, with commas = and @ signs', 'a sentence, with commas = and @ signs'],
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['', '""'],
    ['yes', '"yes"'],
    ['y', '"y"'],
    ['~', '"~"'],
    ['yEs', 'yEs'],
    ['=', '"="'],
    ['<<', '"<<"'],
    ['0644', '"0644"'],
    ['1_000', '"1_000"'],
    ['-_1', '"-_1"'],
    ['0o8', '"0o8"'],
    ['1e400', '"1e400"'],
    ['e3', '"e3"'],
    ['1234e567', '"1234e567"'],
    ['.', '"."'],
    ['._', '"._"'],
    ['22:22', '"22:22"'],
    ['190:20:30.15', '"190:20:30.15"'],
    ['2026-02-30', '"2026-02-30"'],
    ['2001-12-14 21:59:43.10 -5', '"2001-12-14 21:59:43.10 -5"'],
    ['10.0.0.1', '10.0.0.1'],
    ['1.2.3', '1.2.3'],
    ['v1.2', 'v1.2'],
    ['+', '+'],
    ['-', "'-'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['?a', '?a'],
    [':a', ':a'],
    ['a:', "'a:'"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['a#b', 'a#b'],
    [' a', "' a'"],
    ['a ', "'a '"],
    ["it's", "it's"],
    ["'it's'", "'''it''s'''"],
    ['@a', "'@a'"],
    ['`a', "'`a'"],
    ['{{ .Values.x }}', "'{{ .Values.x }}'"],
    ['a {{ b }} c', "'a {{ b }} c'"],
    ['${a}', '${a}'],
    ['--- a', "'--- a'"],
    ['a\tb', '"a\\tb"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['\u0000\u0007\u001b\u0085\u00a0', '"\\0\\a\\e\\N\u00a0"'],
    ['\u007f\u0080\u2028\u2029\ufeff\uffff', '"\\x7F\\x80\\L\\P\\uFEFF\\uFFFF"'],
    ['é日本', 'é日本'],
    ['😀', '"\\U0001F600"'],
    ['a\ud800b', 'a\ufffdb'],
    ['\udc00😀\ud83d', '"\ufffd\\U0001F600\ufffd"'],
  ])('%j is printed as %s', (text, expected) => {
    expect(printYaml({ v: text })).toBe(`v: ${expected}\n`);
    expect(printYaml({ [text]: 1 })).toBe(`${expected}: 1\n`);
    expect(printYaml([text])).toBe(`- ${expected}\n`);
    expect(printYaml(text)).toBe(`${expected}\n`);
  });

  test.each([
    ['a\nb', '|-\n  a\n  b\n'],
    ['a\nb\n', '|\n  a\n  b\n'],
    ['a\n\n\n', '|+\n  a\n\n\n'],
    ['\n', '|2+\n\n'],
    ['\na', '|2-\n\n  a\n'],
    ['  a\nb\n', '|2\n    a\n  b\n'],
    ['a\n\n  b\n', '|\n  a\n\n    b\n'],
    ['---\n...\n# no comment\n', '|\n  ---\n  ...\n  # no comment\n'],
    ['a\n\tb\n', '"a\\n\\tb\\n"'],
    ['a \nb', '"a \\nb"'],
    ['a\nb ', '"a\\nb "'],
    [' \n', '" \\n"'],
    ['😀\n', '"\\U0001F600\\n"'],
  ])('%j with line feeds is printed as %j', (text, expected) => {
    const lines = expected.endsWith('\n') ? expected : `${expected}\n`;
    expect(printYaml({ v: text })).toBe(`v: ${lines}`);
    expect(printYaml([text])).toBe(`- ${lines}`);
    expect(printYaml(text)).toBe(lines);
  });

  test('a key is never a block literal', () => {
    expect(printYaml({ 'a\nb': 1 })).toBe('"a\\nb": 1\n');
  });

  test('a long value is never folded', () => {
    const text = 'word '.repeat(100_000).trim();
    expect(printYaml({ v: text })).toBe(`v: ${text}\n`);
  });
});

describe('a number', () => {
  test.each<readonly [number | bigint, string]>([
    [0, '0'],
    [-0, '0'],
    [1.5e300, '1.5e+300'],
    [1e21, '1e+21'],
    [-9223372036854775808n, '-9223372036854775808'],
    [12345678901234567890n, '12345678901234567890'],
  ])('%s is printed as %s', (value, expected) => {
    expect(printYaml(value)).toBe(`${expected}\n`);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%s is refused',
    (value) => {
      expect(() => printYaml({ v: [value] })).toThrow(RangeError);
    },
  );
});

describe('the shape', () => {
  test('lists stand under their key, empty collections on its line', () => {
    const value = readExactJson('{"a":[{"b":[1,[2,[]]],"c":{}},null],"d":{"e":{"f":true}}}');
    expect(printYaml(value)).toBe(
      'a:\n- b:\n  - 1\n  - - 2\n    - []\n  c: {}\n- null\nd:\n  e:\n    f: true\n',
    );
  });

  test.each([
    [null, 'null\n'],
    [[], '[]\n'],
    [newObject(), '{}\n'],
    [true, 'true\n'],
  ])('%j alone is a document', (value, expected) => {
    expect(printYaml(value)).toBe(expected);
  });

  test('a key of more than 128 bytes is an explicit key', () => {
    const long = 'x'.repeat(129);
    const wide = 'é'.repeat(65);
    expect(printYaml({ ['x'.repeat(128)]: 1 })).toBe(`${'x'.repeat(128)}: 1\n`);
    expect(printYaml({ [long]: { b: 2, a: [1] }, [wide]: [1, { a: 2 }] })).toBe(
      `? ${long}\n: a:\n  - 1\n  b: 2\n? ${wide}\n: - 1\n  - a: 2\n`,
    );
    expect(printYaml({ a: { [long]: 'l\nm' } })).toBe(`a:\n  ? ${long}\n  : |-\n    l\n    m\n`);
  });

  test('a value of 1000 levels is printed', () => {
    let value: JsonValue = 1;
    for (let level = 0; level < 1000; level += 1) value = level % 2 === 0 ? [value] : { a: value };
    expect(printYaml(value)).toContain('- 1\n');
  });

  test('undefined members are left out', () => {
    const value = { a: undefined, b: { c: undefined } } as unknown as JsonValue;
    expect(printYaml(value)).toBe('b: {}\n');
  });
});

describe('the order of keys', () => {
  test('is that of UTF-16 code units, integer-like keys included', () => {
    const value = readExactJson(
      '{"b":1,"a10":1,"a2":1,"10":1,"2":1,"_":1,"B":1,"é":1,"__proto__":1,"\\ue000":1,"\\ud83d\\ude00":1}',
    );
    const keys = parseAllDocuments(printYaml(value)).flatMap((document) =>
      Object.keys(document.toJS({ mapAsMap: false }) as object),
    );
    expect(printYaml(value).split(': 1\n').slice(0, -1)).toEqual([
      '"10"',
      '"2"',
      'B',
      '_',
      '__proto__',
      'a10',
      'a2',
      'b',
      'é',
      '"\\U0001F600"',
      '\ue000',
    ]);
    expect(keys).toHaveLength(11);
  });

  test('a Kubernetes object begins with what people look for', () => {
    const value = readExactJson(`{
      "spec": {"name": 1, "kind": 2, "apiVersion": 3}, "data": {}, "kind": "K", "metadata":
      {"annotations": {"b": "", "a": ""}, "uid": "u", "labels": {}, "namespace": "n", "finalizers": [], "name": "x"},
      "apiVersion": "v1"}`);
    expect(printYaml(value)).toBe(`apiVersion: v1
kind: K
metadata:
  name: x
  namespace: "n"
  labels: {}
  annotations:
    a: ""
    b: ""
  finalizers: []
  uid: u
data: {}
spec:
  apiVersion: 3
  kind: 2
  name: 1
`);
  });

  test('only the metadata of the root is in that order, also where one object stands in two places', () => {
    const metadata = readExactJson('{"name": "x", "labels": {}}');
    expect(printYaml({ apiVersion: 'v1', kind: 'K', metadata, template: { metadata } })).toBe(
      'apiVersion: v1\nkind: K\nmetadata:\n  name: x\n  labels: {}\ntemplate:\n  metadata:\n    labels: {}\n    name: x\n',
    );
  });

  test.each([
    ['a kind that is no text', { metadata: { name: 1, labels: 2 }, kind: 1, apiVersion: 'v1' }],
    ['no apiVersion', { metadata: { name: 1, labels: 2 }, kind: 'K' }],
  ])('%s makes it plain data', (_name, value) => {
    expect(printYaml(value)).toContain('metadata:\n  labels: 2\n  name: 1\n');
  });

  test.each([null, [], {}, 'text'])('metadata may be %j', (metadata) => {
    expect(printYaml({ apiVersion: 'v1', kind: 'K', metadata, a: 1 })).toMatch(
      /^apiVersion: v1\nkind: K\nmetadata: .*\na: 1\n$/,
    );
  });
});

describe('a stream', () => {
  test('has --- between documents only', () => {
    expect(printYamlStream([{ a: 1 }, 'x\n\n', null])).toBe('a: 1\n---\n|+\n  x\n\n---\nnull\n');
    expect(printYamlStream([])).toBe('');
  });

  test('keeps texts that end in empty lines apart from what follows', () => {
    const values: JsonValue[] = [{ a: 'x\n\n\n' }, { a: ['\n'] }, { a: 'y\n' }];
    const read = parseAllDocuments(printYamlStream(values)).map(
      (document) => document.toJS() as JsonValue,
    );
    expect(canonicalJson(read)).toBe(canonicalJson(values));
  });
});
