import { describe, expect, test } from 'vitest';
import { createLocator } from '../../src/yaml/locate.ts';

function where(
  text: string,
  pointer: string,
  options: { document?: number; on?: 'key' } = {},
): string | undefined {
  const range = createLocator(text)(options.document ?? 0, pointer, options.on);
  return range && `${range.line}:${range.column}+${range.length}`;
}

const text = [
  '# first',
  '---',
  'kind: A',
  'spec:',
  '  clusters:',
  '    - name: west # c',
  '    - { name: "é\u{1F600}", weight: 1 }',
  '  a~b/c: |-',
  '    one',
  '    two',
  '  empty:',
  '  list:',
  '  -',
  '  -   folded',
  '      text',
  '---',
  '{"kind": "B", "x": [1, {"y": null}]}',
].join('\n');

describe('a locator finds', () => {
  test.each([
    ['a scalar', '/kind', {}, '3:7+1'],
    ['a key', '/kind', { on: 'key' }, '3:1+4'],
    ['the whole document', '', {}, '3:1+7'],
    ['the first line of a mapping', '/spec', {}, '5:3+9'],
    ['the first line of a list', '/spec/clusters', {}, '6:5+16'],
    ['a scalar before a comment', '/spec/clusters/0/name', {}, '6:13+4'],
    ['a quoted text, in UTF-16 units', '/spec/clusters/1/name', {}, '7:15+5'],
    ['what stands after it', '/spec/clusters/1/weight', {}, '7:30+1'],
    ['a mapping in braces', '/spec/clusters/1', {}, '7:7+26'],
    ['a block text, by its header', '/spec/a~0b~1c', {}, '8:10+2'],
    ['the key of a member with nothing written', '/spec/empty', {}, '11:3+5'],
    ['the dash of an item with nothing written', '/spec/list/0', {}, '13:3+1'],
    ['the first line of a folded text', '/spec/list/1', {}, '14:7+6'],
    ['the key of the nearest ancestor', '/spec/empty/x/y', {}, '11:3+5'],
    ['the key of a mapping without the member', '/spec/nothing', {}, '4:1+4'],
    ['an item without the member', '/spec/clusters/0/weight', {}, '6:7+14'],
    ['the list without the item', '/spec/clusters/7', { on: 'key' }, '5:3+8'],
    ['a value of the next document', '/x/1/y', { document: 1 }, '17:30+4'],
    ['a key of the next document', '/x/1/y', { document: 1, on: 'key' }, '17:25+3'],
  ] as const)('%s', (_, pointer, options, expected) => {
    expect(where(text, pointer, options)).toBe(expected);
    expect(where(text.replaceAll('\n', '\r\n'), pointer, options)).toBe(expected);
  });

  test('nothing in a document that does not exist', () => {
    expect(where(text, '', { document: 2 })).toBe(undefined);
  });

  test.each([
    ['a plain text', 'path: /spec/a/b', '1:13+1'],
    ['a quoted text', "path: '/spec/a/b'", '1:14+1'],
    ['a text in double quotes', 'path: "/spec/a/b"', '1:14+1'],
    ['a text with an escape, as a whole', 'path: "\\x2fspec/a/b"', '1:7+14'],
    ['another text, as a whole', 'path: spec.a.b', '1:7+8'],
    ['a member that is not there', 'other: /spec/a/b', '1:1+16'],
  ])('a part of %s', (_, text, expected) => {
    const part = { of: '/spec/a/b', start: 6, end: 7 };
    const range = createLocator(text)(0, '/path', undefined, part);
    expect(range && `${range.line}:${range.column}+${range.length}`).toBe(expected);
  });

  test('documents as they are numbered when one of them fails', () => {
    expect(where('a: [\n---\nb: 1\n', '/b', {})).toBe('3:4+1');
  });

  test('the alias, and what stands at its anchor', () => {
    const aliased = 'a: &x\n  b: 1\nc: *x\n';
    expect(where(aliased, '/c')).toBe('3:4+2');
    expect(where(aliased, '/c/b')).toBe('2:6+1');
  });

  test('a merged member where it was written', () => {
    const merged = 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n';
    expect(where(merged, '/d/b')).toBe('1:11+1');
    expect(where(merged, '/d/c')).toBe('4:6+1');
    expect(where(merged, '/d/b', { on: 'key' })).toBe('1:8+1');
  });

  test('places in JSON, and in the YAML after it', () => {
    const mixed = '{\r\n  "a": "x",\r\n  "b": [true, -1.5e3]\r\n}\r\n---\r\nc: d\r\n';
    expect(where(mixed, '/a')).toBe('2:8+3');
    expect(where(mixed, '/b/1')).toBe('3:15+6');
    expect(where(mixed, '')).toBe('1:1+1');
    expect(where(mixed, '/c', { document: 1 })).toBe('6:4+1');
  });
});
