import { describe, expect, it } from 'vitest';
import type { SourceEdit } from '../../src/diagnostics/fix.ts';
import { editText } from '../../src/yaml/edit-text.ts';

const at = (pointer: string, document = 0) => ({ file: 'a.yaml', document, pointer });
const set = (pointer: string, value: string, document = 0): SourceEdit => ({
  kind: 'set-scalar',
  at: at(pointer, document),
  value,
});
const rename = (pointer: string, key: string): SourceEdit => ({
  kind: 'rename-key',
  at: at(pointer),
  key,
});
const wrap = (pointer: string, key = 'name'): SourceEdit => ({
  kind: 'wrap-items',
  at: at(pointer),
  key,
});
const move = (from: string, into: string, document = 0): SourceEdit => ({
  kind: 'move-member',
  from: at(from, document),
  into: at(into, document),
});

interface Row {
  readonly name: string;
  readonly text: string;
  readonly edits: readonly SourceEdit[];
  readonly expected: string;
}

function table(rows: readonly Row[]): void {
  it.each(rows)('$name', ({ text, edits, expected }) => {
    expect(editText(text, edits)).toEqual({ text: expected });
  });
  it.each(rows)('$name, with Windows line ends', ({ text, edits, expected }) => {
    const windows = (unix: string) => unix.replaceAll('\n', '\r\n');
    expect(editText(windows(text), edits)).toEqual({ text: windows(expected) });
  });
  it.each(rows)('$name, behind another document and without a last line feed', (row) => {
    const before = '# first\na: {b: [1, 2]} # c\n\n--- # second\n';
    const edits = row.edits.map(inSecondDocument);
    const result = editText(before + row.text.replace(/\n$/, ''), edits);
    expect(result).toEqual({ text: before + row.expected.replace(/\n$/, '') });
  });
}

function inSecondDocument(edit: SourceEdit): SourceEdit {
  return edit.kind === 'move-member'
    ? { ...edit, from: { ...edit.from, document: 1 }, into: { ...edit.into, document: 1 } }
    : { ...edit, at: { ...edit.at, document: 1 } };
}

describe('set-scalar', () => {
  table([
    { name: 'a plain text', text: 'a: b # c\n', edits: [set('/a', 'x')], expected: 'a: x # c\n' },
    {
      name: 'single quotes stay',
      text: "a: 'b' # c\n",
      edits: [set('/a', "it's")],
      expected: "a: 'it''s' # c\n",
    },
    {
      name: 'double quotes stay',
      text: 'a: "b"\n',
      edits: [set('/a', '/x~1y')],
      expected: 'a: "/x~1y"\n',
    },
    {
      name: 'plain becomes quoted where it would be a number',
      text: 'a: b\n',
      edits: [set('/a', '12')],
      expected: 'a: "12"\n',
    },
    {
      name: 'plain becomes quoted where it would be a boolean',
      text: 'a: b\n',
      edits: [set('/a', 'on')],
      expected: 'a: "on"\n',
    },
    {
      name: 'plain becomes quoted where it would be a comment',
      text: 'a: b\n',
      edits: [set('/a', 'x # y')],
      expected: "a: 'x # y'\n",
    },
    {
      name: 'plain becomes quoted between braces',
      text: 'a: {b: c, d: e}\n',
      edits: [set('/a/b', 'x,y')],
      expected: "a: {b: 'x,y', d: e}\n",
    },
    {
      name: 'a tag and an anchor that nobody uses stay',
      text: 'a: !!str &x b # c\nd: e\n',
      edits: [set('/a', 'x')],
      expected: 'a: !!str &x x # c\nd: e\n',
    },
    {
      name: 'a text of several lines becomes one line',
      text: 'a: one\n  two # c\nb: d\n',
      edits: [set('/a', 'x')],
      expected: 'a: x # c\nb: d\n',
    },
    {
      name: 'an item of a list that is not indented',
      text: 'a:\n- b\n- c # d\n',
      edits: [set('/a/1', 'x')],
      expected: 'a:\n- b\n- x # d\n',
    },
    {
      name: 'several at once',
      text: 'a: [b, c]\nd: e\n',
      edits: [set('/d', 'three'), set('/a/1', 'two'), set('/a/0', 'one')],
      expected: 'a: [one, two]\nd: three\n',
    },
    {
      name: 'below keys that need escapes',
      text: 'a/b: {c~d: e}\n',
      edits: [set('/a~1b/c~0d', 'x')],
      expected: 'a/b: {c~d: x}\n',
    },
  ]);
});

describe('rename-key', () => {
  table([
    { name: 'a plain key', text: 'a: b # c\n', edits: [rename('/a', 'x')], expected: 'x: b # c\n' },
    {
      name: 'a quoted key',
      text: '"a" : b\n',
      edits: [rename('/a', 'x')],
      expected: '"x" : b\n',
    },
    {
      name: 'an explicit key',
      text: '? a # c\n: b\n',
      edits: [rename('/a', 'x')],
      expected: '? x # c\n: b\n',
    },
    {
      name: 'a key between braces, with its order',
      text: 'o: {a: 1, b: 2, c: 3}\n',
      edits: [rename('/o/b', 'x')],
      expected: 'o: {a: 1, x: 2, c: 3}\n',
    },
    {
      name: 'a key without value',
      text: 'a:\nb: 1\n',
      edits: [rename('/a', 'x')],
      expected: 'x:\nb: 1\n',
    },
    {
      name: 'a key whose value is an alias',
      text: 'd: &d 1\na: *d\n',
      edits: [rename('/a', 'x')],
      expected: 'd: &d 1\nx: *d\n',
    },
    {
      name: 'the parent of another edit',
      text: 'a:\n  b: c\n',
      edits: [rename('/a', 'x'), set('/a/b', 'z')],
      expected: 'x:\n  b: z\n',
    },
  ]);
});

describe('wrap-items', () => {
  table([
    {
      name: 'between brackets',
      text: 'a: [b, "c", \'d\'] # e\n',
      edits: [wrap('/a')],
      expected: 'a: [{name: b}, {name: "c"}, {name: \'d\'}] # e\n',
    },
    {
      name: 'brackets on several lines',
      text: 'a: [\n  b, # one\n  c # two\n]\n',
      edits: [wrap('/a')],
      expected: 'a: [\n  {name: b}, # one\n  {name: c} # two\n]\n',
    },
    {
      name: 'dashes',
      text: 'a:\n  # above\n  - b # one\n  - "c"\nd: e\n',
      edits: [wrap('/a')],
      expected: 'a:\n  # above\n  - name: b # one\n  - name: "c"\nd: e\n',
    },
    {
      name: 'dashes that are not indented',
      text: 'a:\n- b\n-   c\n',
      edits: [wrap('/a')],
      expected: 'a:\n- name: b\n-   name: c\n',
    },
    {
      name: 'anchors and aliases',
      text: 'a:\n  - &x b\n  - *x\nc: *x\n',
      edits: [wrap('/a')],
      expected: 'a:\n  - name: &x b\n  - name: *x\nc: *x\n',
    },
    { name: 'an empty list', text: 'a: []\n', edits: [wrap('/a')], expected: 'a: []\n' },
    {
      name: 'together with a new name for the list, and another text in it',
      text: 'a: {clusterNames: [eu-l, us-1]}\n',
      edits: [
        wrap('/a/clusterNames'),
        rename('/a/clusterNames', 'clusters'),
        set('/a/clusterNames/0', 'eu-1'),
      ],
      expected: 'a: {clusters: [{name: eu-1}, {name: us-1}]}\n',
    },
  ]);
});

describe('move-member', () => {
  table([
    {
      name: 'to the end of the mapping above',
      text: 'spec:\n  a: 1\np:\n  b: 2\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: 1\n  p:\n    b: 2\n',
    },
    {
      name: 'two of them',
      text: 'spec:\n  a: 1\np:\n  b: 2\no:\n- c\n',
      edits: [move('/p', '/spec'), move('/o', '/spec')],
      expected: 'spec:\n  a: 1\n  p:\n    b: 2\n  o:\n  - c\n',
    },
    {
      name: 'to a mapping below, with what stands beside it',
      text: 'p: # why\n  b: 2\nkind: X\nspec:\n    a: 1\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'kind: X\nspec:\n    a: 1\n    p: # why\n      b: 2\nz: 1\n',
    },
    {
      name: 'the comments above it, inside it and below it',
      text: 'spec:\n  a: 1\n  # of spec\n\n# above\n# too\np:\n  # inside\n  b: 2 # beside\n  # at its end\n# of z\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected:
        'spec:\n  a: 1\n  # of spec\n  # above\n  # too\n  p:\n    # inside\n    b: 2 # beside\n    # at its end\n\n# of z\nz: 1\n',
    },
    {
      name: 'a block text keeps its content',
      text: 'spec:\n  a: 1\np:\n  b: |\n    one\n      two\n\n    # three\n  c: |2-\n      x\n',
      edits: [move('/p', '/spec')],
      expected:
        'spec:\n  a: 1\n  p:\n    b: |\n      one\n        two\n\n      # three\n    c: |2-\n        x\n',
    },
    {
      name: 'behind a block text',
      text: 'spec:\n  a: |\n    one\np: 1\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: |\n    one\n  p: 1\nz: 1\n',
    },
    {
      name: 'into spec without a value',
      text: 'm:\n    a: 1\nspec: # nothing\np:\n    b: 2\n',
      edits: [move('/p', '/spec')],
      expected: 'm:\n    a: 1\nspec: # nothing\n    p:\n        b: 2\n',
    },
    {
      name: 'into spec: null',
      text: 'spec: null # nothing\np: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec: # nothing\n  p: 1\n',
    },
    {
      name: 'into spec: {}',
      text: 'p: 1\nspec: {}\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  p: 1\n',
    },
    {
      name: 'into a spec that is not there',
      text: 'm:\n   a: 1\n# why\np:\n   b: 2\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'm:\n   a: 1\nspec:\n   # why\n   p:\n      b: 2\nz: 1\n',
    },
    {
      name: 'a line of braces into a spec of braces',
      text: 'spec: {a: 1}\np: {b: [x]}\n',
      edits: [move('/p', '/spec')],
      expected: 'spec: {a: 1, p: {b: [x]}}\n',
    },
    {
      name: 'between braces',
      text: 'o: {spec: {a: 1}, p: {b: 2}, z: 1}\n',
      edits: [move('/o/p', '/o/spec')],
      expected: 'o: {spec: {a: 1, p: {b: 2}}, z: 1}\n',
    },
    {
      name: 'between braces, the last one, into an empty one',
      text: 'o: {spec: {}, p: {b: 2}}\n',
      edits: [move('/o/p', '/o/spec')],
      expected: 'o: {spec: {p: {b: 2}}}\n',
    },
    {
      name: 'between braces, into one that is not there',
      text: 'o: {p: {b: 2}, z: 1}\n',
      edits: [move('/o/p', '/o/spec')],
      expected: 'o: {spec: {p: {b: 2}}, z: 1}\n',
    },
    {
      name: 'in an item of a List',
      text: 'items:\n- kind: A\n  spec:\n    a: 1\n  p:\n  - b\n- kind: B\n',
      edits: [move('/items/0/p', '/items/0/spec')],
      expected: 'items:\n- kind: A\n  spec:\n    a: 1\n    p:\n    - b\n- kind: B\n',
    },
    {
      name: 'the member behind the dash of an item',
      text: 'items:\n  - p:\n      b: 1\n    kind: A\n    spec:\n      a: 1\n',
      edits: [move('/items/0/p', '/items/0/spec')],
      expected: 'items:\n  - kind: A\n    spec:\n      a: 1\n      p:\n        b: 1\n',
    },
    {
      name: 'the member behind the dash, into a spec that is not there',
      text: 'items:\n  - p:\n      b: 1\n    kind: A\n',
      edits: [move('/items/0/p', '/items/0/spec')],
      expected: 'items:\n  - spec:\n      p:\n        b: 1\n    kind: A\n',
    },
    {
      name: 'a member whose key is explicit',
      text: 'spec:\n  a: 1\n? p\n: b: 2\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: 1\n  ? p\n  : b: 2\nz: 1\n',
    },
    {
      name: 'a value in brackets on several lines',
      text: 'spec:\n  a: 1\np: [\n  b, # c\n  d\n]\nz: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: 1\n  p: [\n    b, # c\n    d\n  ]\nz: 1\n',
    },
    {
      name: 'no blank line is left behind at the end',
      text: 'spec:\n  a: 1\n\nz: 1 # c\n\n\np: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: 1\n  p: 1\n\nz: 1 # c\n',
    },
    {
      name: 'blank lines that are the end of a text stay',
      text: 'spec:\n  a: |+\n    one\n\np: 1\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: |+\n    one\n\n  p: 1\n',
    },
    {
      name: 'blank lines that are the end of another text stay',
      text: 'spec:\n  a: 1\nz: |+\n  one\n\n\np: 1\nkind: X\n',
      edits: [move('/p', '/spec')],
      expected: 'spec:\n  a: 1\n  p: 1\nz: |+\n  one\n\n\nkind: X\n',
    },
    {
      name: 'a whole document that is indented',
      text: '   spec:\n     a: 1\n   p:\n     b: 2\n',
      edits: [move('/p', '/spec')],
      expected: '   spec:\n     a: 1\n     p:\n       b: 2\n',
    },
  ]);
});

describe('JSON', () => {
  const json = '{\n  "spec": {"a": 1},\n  "p": {"clusterNames": ["x", "y"]}\n}\n';

  it('keeps its form', () => {
    const edits = [
      wrap('/p/clusterNames'),
      rename('/p/clusterNames', 'clusters'),
      set('/p/clusterNames/1', 'z'),
    ];
    expect(editText(json, edits)).toEqual({
      text: '{\n  "spec": {"a": 1},\n  "p": {"clusters": [{"name": "x"}, {"name": "z"}]}\n}\n',
    });
  });

  it('moves a member', () => {
    expect(editText(json, [move('/p', '/spec')])).toEqual({
      text: '{\n  "spec": {"a": 1, "p": {"clusterNames": ["x", "y"]}}\n}\n',
    });
    expect(editText('{"p": 1}', [move('/p', '/spec')])).toEqual({ text: '{"spec": {"p": 1}}' });
  });
});

describe('what stays as it is', () => {
  it('a byte order mark', () => {
    expect(editText('\uFEFFa: b\n', [set('/a', 'x')])).toEqual({ text: '\uFEFFa: x\n' });
  });

  it('documents that cannot be read, and those that only hold comments', () => {
    const text = 'a: [\n---\n# nothing\n---\nb: 1\n---\nc: d\n...\n# end\n';
    expect(editText(text, [set('/c', 'x', 1)])).toEqual({ text: text.replace('d', 'x') });
  });

  it('a text without edits', () => {
    expect(editText('a: b', [])).toEqual({ text: 'a: b' });
  });
});

describe('what is refused', () => {
  const rows: readonly {
    readonly name: string;
    readonly text: string;
    readonly edit: SourceEdit;
    readonly reason: RegExp;
  }[] = [
    { name: 'an alias', text: 'd: &d x\na: *d\n', edit: set('/a', 'y'), reason: /alias/ },
    {
      name: 'a text that aliases share',
      text: 'a: &d x\nb: *d\n',
      edit: set('/a', 'y'),
      reason: /anchor/,
    },
    {
      name: 'a place behind an alias',
      text: 'd: &d {e: x}\na: *d\n',
      edit: set('/a/e', 'y'),
      reason: /alias/,
    },
    {
      name: 'a place that is merged',
      text: 'd: &d {e: x}\na:\n  <<: *d\n',
      edit: set('/a/e', 'y'),
      reason: /merged/,
    },
    {
      name: 'a key that is merged elsewhere',
      text: 'd: &d\n  e: x\na:\n  <<: *d\n',
      edit: rename('/d/e', 'y'),
      reason: /anchor/,
    },
    { name: 'a block text', text: 'a: |\n  b\n', edit: set('/a', 'y'), reason: /block of lines/ },
    { name: 'a mapping', text: 'a: {b: c}\n', edit: set('/a', 'y'), reason: /no text/ },
    {
      name: 'a name that is taken',
      text: 'a: 1\nb: 2\n',
      edit: rename('/a', 'b'),
      reason: /beside it already/,
    },
    {
      name: 'a place that is taken',
      text: 'spec:\n  p: 1\np: 2\n',
      edit: move('/p', '/spec'),
      reason: /there already/,
    },
    {
      name: 'a block into braces',
      text: 'spec: {a: 1}\np:\n  b: 1\n',
      edit: move('/p', '/spec'),
      reason: /between braces/,
    },
    {
      name: 'a comment between braces',
      text: 'o: {spec: {a: 1}, # why\n  p: 1}\n',
      edit: move('/o/p', '/o/spec'),
      reason: /comment/,
    },
    {
      name: 'a spec that is an alias',
      text: 'd: &d {e: x}\nspec: *d\np: 1\n',
      edit: move('/p', '/spec'),
      reason: /no mapping/,
    },
    {
      name: 'an anchor that would come to stand below its alias',
      text: 'p: &x 1\nb: *x\nspec:\n  a: 1\n',
      edit: move('/p', '/spec'),
      reason: /anchor/,
    },
    { name: 'no list', text: 'a: b\n', edit: wrap('/a'), reason: /no list/ },
    { name: 'nothing', text: 'a: b\n', edit: set('/c', 'y'), reason: /any more/ },
    { name: 'no document', text: 'a: b\n', edit: set('/a', 'y', 1), reason: /cannot be read/ },
    {
      name: 'two JSON documents',
      text: '{"a": "b"}\n{"a": "c"}\n',
      edit: set('/a', 'y'),
      reason: /no YAML/,
    },
  ];

  it.each(rows)('$name', ({ text, edit, reason }) => {
    expect(editText(text, [edit])).toEqual({ refusal: expect.stringMatching(reason) });
  });

  it('two changes of one place', () => {
    expect(editText('a: b\n', [set('/a', 'x'), set('/a', 'y')])).toHaveProperty('refusal');
  });
});
