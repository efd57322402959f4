import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/print-json.ts';
import { readWithBoth } from './both-readers.ts';

function codes(text: string): readonly string[] {
  return readWithBoth(text).diagnostics.map(({ code }) => code);
}

function values(text: string): readonly string[] {
  return readWithBoth(text).documents.map(({ value }) => canonicalJson(value));
}

/** `line:column+length` of every diagnostic. */
function places(text: string): readonly string[] {
  return readWithBoth(text).diagnostics.map(({ at }) =>
    'line' in at ? `${at.line}:${at.column}+${at.length}` : 'no text position',
  );
}

describe('a stream', () => {
  test('empty documents are skipped and do not count', () => {
    const { documents } = readWithBoth('# c\n---\n---\na: 1\n---\n~\n--- # c\nb: 2\n', {
      path: 'x.yaml',
    });
    expect(documents.map(({ file, document }) => [file, document])).toEqual([
      ['x.yaml', 0],
      ['x.yaml', 1],
    ]);
  });

  test('a bad document does not hide the others, and takes no number', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: 3\n';
    expect(values(text)).toEqual(['{"a":1}', '{"c":3}']);
    expect(codes(text)).toEqual(['yaml/syntax']);
    expect(places(text)).toEqual(['3:4+1']);
  });

  test('one document gives one error, and no warnings beside it', () => {
    expect(codes('a: yes\nb: *x\nc: *y\nc: 1\n')).toEqual(['yaml/syntax']);
  });

  test('one byte order mark before each document is dropped', () => {
    expect(values('\uFEFFa: 1\n---\n\uFEFFb: 2\n')).toEqual(['{"a":1}', '{"b":2}']);
  });

  test.each(['\r\n', '\r', '\u0085'])('%j is a line break', (lineBreak) => {
    const text = ['a: |', '  x', '  y', 'b: "p', '  q"', 'c: [', ''].join(lineBreak);
    expect(places(text)).toEqual(['6:4+1']);
    expect(values(text.replace('c: [', 'c: 1'))).toEqual(['{"a":"x\\ny\\n","b":"p q","c":1}']);
  });

  test('a block text at the end without a line break still ends in one', () => {
    expect(values('a: |\n  x')).toEqual(['{"a":"x\\n"}']);
  });

  test('objects have no prototype, and __proto__ is a key', () => {
    const value = readWithBoth('__proto__: {constructor: 1}\n').documents[0]?.value;
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(canonicalJson(value ?? null)).toBe('{"__proto__":{"constructor":1}}');
  });
});

describe('a text that begins with a brace', () => {
  test.each([
    ['is JSON with the escapes of JSON', '{"a":"\\/\\ud83d\\ude00"}', ['{"a":"/😀"}']],
    ['may be several objects', '{"a":1}{"b":2}\n{"c":3}', ['{"a":1}', '{"b":2}', '{"c":3}']],
    ['may go on as YAML', '{"a":1}\n---\nb: 2\n', ['{"a":1}', '{"b":2}']],
    ['is YAML if it is no JSON', '{a: 1, b: [x]}', ['{"a":1,"b":["x"]}']],
    [
      'keeps the digits of int64',
      '{"a":[9007199254740993,1.0,1e3,-0,true,null]}',
      ['{"a":[9007199254740993,1,1000,0,true,null]}'],
    ],
    [
      'makes float64 of longer integers',
      '{"a":18446744073709551616}',
      ['{"a":18446744073709552000}'],
    ],
    ['has U+FFFD for half a pair', '{"a":"\\ud83dx"}', ['{"a":"\uFFFDx"}']],
    ['may be empty', ' {} ', ['{}']],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
    expect(codes(text)).toEqual([]);
  });

  test.each([
    ['equal keys', '{"a":1,"a":2}', 'yaml/duplicate-key', '1:8+3'],
    ['a number out of range', '{"a":1e400}', 'yaml/unsupported', '1:6+5'],
    ['nesting without end', '{"a":'.repeat(100_000), 'yaml/depth-limit', '1:1006+1'],
    ['a bracket too many', '{"a":1}}', 'yaml/syntax', '1:8+1'],
  ])('%s are refused', (_, text, code, place) => {
    expect(codes(text)).toEqual([code]);
    expect(places(text)).toEqual([place]);
  });
});

describe('refused with a likely cause', () => {
  const cause = (text: string) => {
    const [first, ...more] = readWithBoth(text).diagnostics;
    expect(more).toEqual([]);
    return `${first?.code} ${first?.message} ${first?.help}`;
  };
  const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n';

  test.each([
    ['a shell command below', `${deployment}kubectl apply -f deployment.yaml\n`, /shell command/],
    [
      'a here document around',
      `cat <<EOF | kubectl apply -f -\n${deployment}EOF\n`,
      /shell command/,
    ],
    ['elided text', 'spec:\n  ...\n  placement:\n    clusters: []\n', /left out/],
    ['elided text in brackets', 'spec:\n  a: 1\n  [...]\n  b: 2\n', /left out/],
    ['elided text at the margin', 'a: 1\n...\nb: 2\n', /ends the document/],
    ['an indented separator', '  a: 1\n  ---\n  b: 2\n', /is indented/],
    ['a tab as indentation', 'a:\n\tb: 1\n', /tab/],
    ['a tab after a dash', 'a:\n-\tb: 1\n', /tab/],
    ['a missing separator', `${deployment}${deployment}`, /Write `---`/],
    [
      'an indented separator that is swallowed',
      'kind: A\n ---\nkind: B\n',
      /`---` between the two is indented/,
    ],
    ['a Markdown fence', '```yaml\na: 1\n```\n', /fence/],
    ['a second colon', 'message: Error: none\n', /second `: `/],
    ['a line too deep', 'a: 1\n  b: 2\n', /deeper than the line above/],
    ['a line between columns', 'a:\n    b: 1\n  c: 2\n', /not indented like/],
    ['a word without colon', 'a: 1\nkind Deployment\nb: 2\n', /`kind Deployment` is neither/],
    ['an open quote', 'a: "b\nc: d\n', /not closed/],
    ['an open bracket', 'a: {b: 1\n', /not closed/],
    ['an asterisk', 'host: *.example.com\n', /asterisk/],
    ['an at sign', 'a: @b\n', /cannot begin with `@`/],
    ['an unknown alias', 'a: *b\n', /refers to an anchor/],
    ['a decorated separator', 'a: 1\n-----\n', /Write exactly `---`/],
    ['a missing comma in JSON', '{"a": 1\n "b": 2}\n', /comma/],
  ])('%s', (_, text, expected) => {
    expect(cause(text)).toMatch(expected);
  });

  test('messages never carry long texts', () => {
    const long = 'x'.repeat(10_000);
    for (const text of [
      `*${long}: {`,
      `!${long}!x 1`,
      `{{ ${long} }}`,
      `a: !!int ${long}`,
      `${long} y\nb: 1`,
    ]) {
      expect(cause(text).length).toBeLessThan(400);
    }
  });
});

describe('template syntax', () => {
  test.each([
    ['a: {{ name }}\n', '1:4+10'],
    ['a: {{ name }}-x\nb: 1\n', '1:4+10'],
    ['a: repo/{{ name }}:tag\n', '1:9+10'],
    ['a: [x, b-{{ name }}]\n', '1:10+10'],
    ['{{ name }}: 1\n', '1:1+10'],
    ['a:\n  {{- include "x" . | nindent 2 }}\nb: 1\n', '2:3+32'],
    ['{% if x %}\na: 1\n{% endif %}\n', '1:1+10'],
    ['a: 1\n{{- end }}\n', '2:1+10'],
  ])('%j', (text, place) => {
    expect(codes(text)).toEqual(['yaml/template-syntax']);
    expect(places(text)).toEqual([place]);
  });

  test('in quotes, block texts and comments it is data', () => {
    expect(codes('a: "{{ x }}"\nb: \'{{ y }}\'\nc: |\n  {{ z }}\n# {{ w }}\n')).toEqual([]);
  });

  test('a lone pair of braces is data', () => {
    expect(codes('a: x{{y\nb: ${Z}\nc: $(W)\n')).toEqual([]);
  });
});

describe('guards of what kubectl reads otherwise', () => {
  const long = 'k'.repeat(1025);

  test.each([
    ['a block text that begins with a tab', 'a: |\n  \tx\n'],
    ['an indented block text of spaces only', 'a: |2\n     \n'],
    ['an indented block text that ends in spaces', 'a: |2\n  x\n     \nb: 1\n'],
    ['a question mark between brackets', 'a: {u: http://x/?a=1}\n'],
    ['a colon first between brackets', 'a: [x, :b]\n'],
    ['a colon before a bracket', 'a: [b:]\n'],
    ['a colon before a comma', 'a: {b:, c: 1}\n'],
    ['an escaped slash', 'a: "\\/"\n'],
    ['an escaped pair', 'a: "\\ud83d\\ude00"\n'],
    ['half an escaped pair', 'a: "\\uD800"\n'],
    ['a key above 1024 characters', `${long}: 1\n`],
    ['a tagged key above 1024 characters', `!!str ${'k'.repeat(1020)}: 1\n`],
    ['a key and its colon on two lines', 'a: {b\n  : 1}\n'],
    ['an anchor name with a dot', 'a: &x.y 1\n'],
    ['an empty tag', 'a: !<> 1\n'],
    ['a directive', '%YAML 1.2\n'],
    ['a question mark key without colon', '? a\n'],
    ['a question mark key with text behind', '? "a" junk\n: 1\n'],
    ['text after a separator', '--- !!map\na: 1\n'],
    ['an infinity', 'a: .inf\n'],
    ['a tag that does not fit', 'a: !!int x\n'],
    ['a null key', '~: 1\n'],
    ['a tag without a key', 'a: {!b, c}\n'],
    ['a list as key', '[a]: 1\n'],
    ['a merge of null', 'a:\n  <<: null\n'],
    ['a merge of an alias of a list', 'a: &x [{b: 1}]\nc:\n  <<: *x\n'],
    ['a raw line separator', 'a: b\u2028c\n'],
    ['a raw control character', 'a: b\u0007c\n'],
    ['a lone surrogate', 'a: b\uD800c\n'],
    ['a byte order mark inside', 'a: 1\n\uFEFFb: 1\n'],
    ['the end before any content', '...\na: 1\n'],
    ['the end before any content, alone', '# c\n...\n'],
    ['a byte order mark below a separator that ends nothing', '---\n\uFEFFa: 1\n'],
  ])('%s', (_, text) => {
    const { documents, diagnostics } = readWithBoth(text);
    expect(documents.filter(({ value }) => canonicalJson(value) !== '{}')).toEqual([]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });

  test.each([
    ['a key of 1024 characters', `${'k'.repeat(1024)}: 1\n`],
    ['a long key after a question mark', `? ${long}\n: 1\n`],
    ['a tab after a colon', 'a:\tb\n'],
    ['a tab inside a block text', 'a: |\n  x\n  \ty\n'],
    ['a tab inside brackets', 'a: [\n  \t1]\n'],
    ['an indented block text with less spaces below', 'a: |2\n  x\n \nb: 1\n'],
    ['a colon touching after a quoted key', 'a: {"b":1}\n'],
    ['an alias before its name is given again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n'],
  ])('read all the same: %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('equal keys', () => {
  test.each([
    'a: 1\na: 2\n',
    '1: a\n"1": b\n',
    '1: a\n1.0: b\n',
    'true: a\nyes: b\n',
    'x: {a: 1, a: 2}\n',
  ])('%j', (text) => {
    expect(codes(text)).toEqual(['yaml/duplicate-key']);
  });

  test('a key may overwrite a merged one', () => {
    expect(values('x: &x {a: 1, b: 2}\nm:\n  <<: *x\n  a: 3\n')).toEqual([
      '{"m":{"a":3,"b":2},"x":{"a":1,"b":2}}',
    ]);
  });

  test('a merge after the key overwrites it, with a warning', () => {
    const text = 'm:\n  a: 3\n  <<: {a: 1}\n';
    expect(values(text)).toEqual(['{"m":{"a":1}}']);
    expect(codes(text)).toEqual(['yaml/ambiguous-scalar']);
  });

  test('in a list of merges the first wins', () => {
    expect(values('m:\n  <<: [{a: 1}, {a: 2, b: 3}]\n')).toEqual(['{"m":{"a":1,"b":3}}']);
  });
});

describe('ambiguous scalars', () => {
  test.each(['yes', 'No', 'ON', 'off', 'y', 'N', '2001-01-01', '2001-01-01T00:00:00Z'])(
    '%s is one warning',
    (word) => {
      expect(codes(`a: ${word}\n`)).toEqual(['yaml/ambiguous-scalar']);
      expect(codes(`${word}: a\n`)).toEqual(['yaml/ambiguous-scalar']);
      expect(places(`a: ${word}\n`)).toEqual([`1:4+${word.length}`]);
    },
  );

  test.each([
    'true',
    'False',
    "'yes'",
    '"no"',
    '!!bool yes',
    'yEs',
    '12:30',
    '"2001-01-01"',
    '0644',
  ])('%s is none', (word) => {
    expect(codes(`a: ${word}\n`)).toEqual([]);
  });

  test('aliases do not repeat it', () => {
    expect(codes('a: &x yes\nb: *x\n')).toEqual(['yaml/ambiguous-scalar']);
  });
});

describe('limits', () => {
  const list = (length: number, line: (index: number) => string) =>
    Array.from({ length }, (_, index) => line(index)).join('\n');

  test.each([
    ['200 brackets', `${'['.repeat(200)}${']'.repeat(200)}`, []],
    ['201 brackets', `${'['.repeat(201)}${']'.repeat(201)}`, ['yaml/depth-limit']],
    [
      '201 collections around a scalar',
      `a: ${'['.repeat(200)}1${']'.repeat(200)}`,
      ['yaml/depth-limit'],
    ],
    ['100,000 brackets', '['.repeat(100_000), ['yaml/depth-limit']],
    ['100,000 dashes', `${'- '.repeat(100_000)}x`, ['yaml/depth-limit']],
    ['100,000 implicit mappings', '[a: '.repeat(100_000), ['yaml/depth-limit']],
    [
      'a deep staircase',
      `${list(2000, (index) => `${' '.repeat(index)}a:`)} 1\nb: 1\n`,
      ['yaml/depth-limit'],
    ],
    [
      'depth through aliases',
      `a0: &a0 [x]\n${list(5000, (index) => `a${index + 1}: &a${index + 1} [*a${index}]`)}\n`,
      ['yaml/depth-limit'],
    ],
    ['an alias inside its anchor', '&a [*a]', ['yaml/alias-limit']],
    ['a key inside its anchor', 'a: &x {*x : 1}', ['yaml/alias-limit']],
    [
      'doubling aliases',
      `a0: &a0 [x, x]\n${list(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}\n`,
      ['yaml/alias-limit'],
    ],
    ['500 honest aliases', `a: &x {b: 1}\nl:\n${list(500, () => '- *x')}\n`, []],
    ['20,000 keys', list(20_000, (index) => `k${index}: v`), []],
    ['20,000 aliases', `a: &x 1\nl:\n${list(20_000, () => '- *x')}\n`, []],
    ['200,000 mistakes', `[${','.repeat(200_000)}`, ['yaml/syntax']],
    ['a number of a million digits', `a: ${'1'.repeat(1_000_000)}`, []],
    ['a million open quotes', 'a: "x\n'.repeat(20_000), ['yaml/syntax']],
  ])('%s', { timeout: 10_000 }, (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('the share of aliases may be 99 %, and less beyond 400,000 nodes', () => {
    const text = (items: number, aliases: number) =>
      `a: &x [${'1,'.repeat(items)}]\nl: [${'*x,'.repeat(aliases)}]\n`;
    expect(codes(text(2000, 98))).toEqual([]);
    expect(codes(text(2000, 110))).toEqual(['yaml/alias-limit']);
    expect(codes(text(98, 3900))).toEqual([]);
    expect(codes(text(98, 5000))).toEqual(['yaml/alias-limit']);
  });

  test('bytes are counted, not characters', () => {
    const limits = { bytes: 20 };
    expect(readWithBoth(`a: ${'x'.repeat(17)}`, { limits }).diagnostics).toEqual([]);
    expect(
      readWithBoth(`a: ${'é'.repeat(9)}`, { limits }).diagnostics.map(({ code, args }) => [
        code,
        args,
      ]),
    ).toEqual([['yaml/too-large', { bytes: 21, limit: 20 }]]);
    expect(codes(`a: ${'x'.repeat(10_000_000)}`)).toEqual(['yaml/too-large']);
  });
});
