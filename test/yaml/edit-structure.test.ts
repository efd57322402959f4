import { describe, expect, it } from 'vitest';
import { copyObject, type JsonObject, type JsonValue } from '../../src/model/kube-object.ts';
import { editText } from '../../src/yaml/edit-text.ts';
import type { TextEdit } from '../../src/yaml/structure-edit.ts';

const at = (pointer: string) => ({ file: 'a.yaml', document: 0, pointer });
const members = (
  pointer: string,
  set: Record<string, JsonValue>,
  remove: readonly string[] = [],
): TextEdit => ({ kind: 'change-members', at: at(pointer), set: copyObject(set), remove });
const items = (
  pointer: string,
  add: readonly JsonObject[],
  remove: readonly number[] = [],
): TextEdit => ({ kind: 'change-items', at: at(pointer), add, remove });

interface Row {
  readonly name: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
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
  it.each(rows)('$name, without a last line end', ({ text, edits, expected }) => {
    const open = (whole: string) => whole.replace(/\n$/, '');
    expect(editText(open(text), edits)).toEqual({ text: open(expected) });
  });
}

describe('change-members', () => {
  table([
    {
      name: 'adds to braces, replaces in its quotes and removes',
      text: 'a: {x: "1", w: old, z: 3s} # why\nb: 1\n',
      edits: [members('/a', { x: '2', new: 'yes', 'a/b': 'c,d' }, ['w'])],
      expected: 'a: {x: "2", z: 3s, new: "yes", a/b: \'c,d\'} # why\nb: 1\n',
    },
    {
      name: 'removes the first and the last between braces',
      text: 'a: { x: 1s, w: 2s, z: 3s }\n',
      edits: [members('/a', { new: 'v' }, ['x', 'z'])],
      expected: 'a: { w: 2s, new: v }\n',
    },
    {
      name: 'removes several that stand together',
      text: 'a: {x: 1s, w: 2s, z: 3s, q: 4s}\n',
      edits: [members('/a', {}, ['w', 'z', 'q'])],
      expected: 'a: {x: 1s}\n',
    },
    {
      name: 'exchanges all between braces',
      text: 'a: {x: 1s, w: 2s,}\n',
      edits: [members('/a', { new: 'v' }, ['x', 'w'])],
      expected: 'a: {new: v}\n',
    },
    {
      name: 'leaves empty braces',
      text: 'a: {x: 1s}\n',
      edits: [members('/a', {}, ['x'])],
      expected: 'a: {}\n',
    },
    {
      name: 'gives every member a line where they have one',
      text: 'a: {\n    x: 1s, # one\n    w: 2s # two\n  }\n',
      edits: [members('/a', { new: 'v' })],
      expected: 'a: {\n    x: 1s, # one\n    w: 2s,\n    new: v # two\n  }\n',
    },
    {
      name: 'adds to a block behind its comments',
      text: 'a:\n  x: 1s # one\n  # about more\n\n# end\nb: 1\n',
      edits: [members('/a', { new: 'v', o: 'true' })],
      expected: 'a:\n  x: 1s # one\n  # about more\n  new: v\n  o: "true"\n\n# end\nb: 1\n',
    },
    {
      name: 'removes lines of a block; comments above stay',
      text: 'a:\n  # these\n  x: 1s # one\n  w: 2s\nb: 1\n',
      edits: [members('/a', {}, ['x'])],
      expected: 'a:\n  # these\n  w: 2s\nb: 1\n',
    },
    {
      name: 'exchanges all of a block',
      text: 'a:\n  x: 1s\n  w: 2s\nb: 1\n',
      edits: [members('/a', { new: 'v' }, ['x', 'w'])],
      expected: 'a:\n  new: v\nb: 1\n',
    },
    {
      name: 'leaves braces where a block was',
      text: 'a: # these\n  x: 1s # one\n  # two\n  w: 2s\nb: 1\n',
      edits: [members('/a', {}, ['x', 'w'])],
      expected: 'a: {} # these\n  # two\nb: 1\n',
    },
    {
      name: 'fills what is null, empty or not there',
      text: 'a: # later\nb: {}\nc: ~\nd: null # never\n',
      edits: ['/a', '/b', '/c', '/d'].map((pointer) => members(pointer, { new: 'v' })),
      expected: 'a: {new: v} # later\nb: {new: v}\nc: {new: v}\nd: {new: v} # never\n',
    },
    {
      name: 'adds a mapping to an item, behind the dash',
      text: 'a:\n  - name: x # first\n  - name: y\n',
      edits: [members('/a/0', { labels: copyObject({ new: 'v' }) })],
      expected: 'a:\n  - name: x # first\n    labels: {new: v}\n  - name: y\n',
    },
    {
      name: 'removes what stands behind the dash',
      text: 'a:\n  - labels: {x: w}\n    name: x\n',
      edits: [members('/a/0', {}, ['labels'])],
      expected: 'a:\n  - name: x\n',
    },
    {
      name: 'writes JSON into JSON',
      text: '{\n  "a": {\n    "x": "1"\n  }\n}\n',
      edits: [members('/a', { new: 'v', o: 'w' })],
      expected: '{\n  "a": {\n    "x": "1",\n    "new": "v",\n    "o": "w"\n  }\n}\n',
    },
    {
      name: 'takes keys like any other',
      text: 'a: {__proto__: x}\n',
      edits: [members('/a', { constructor: 'w' }, [])],
      expected: 'a: {__proto__: x, constructor: w}\n',
    },
  ]);

  it.each([
    ['a: &x {k: v}\nb: *x\n', '/a', 'other places share its text by an anchor'],
    ['x: &x {k: v}\na: *x\n', '/a', 'an alias stands there'],
    ['a: text\n', '/a', 'no mapping stands there'],
    ['a: {k: v, # why\n  l: w}\n', '/a', 'a comment stands between the braces'],
  ])('refuses %j', (text, pointer, refusal) => {
    const removes = refusal.startsWith('a comment') ? ['l'] : [];
    expect(editText(text, [members(pointer, { new: 'v' }, removes)])).toEqual({ refusal });
  });
});

const entry = copyObject({ name: 'z', labels: copyObject({ env: 'prod' }), region: 'eu' });

describe('change-items', () => {
  table([
    {
      name: 'adds as the last item is written',
      text: 'a:\n- {name: x}\n- {name: y} # last\nb: 1\n',
      edits: [items('/a', [entry])],
      expected:
        'a:\n- {name: x}\n- {name: y} # last\n- {name: z, labels: {env: prod}, region: eu}\nb: 1\n',
    },
    {
      name: 'adds lines with blocks inside where others have them',
      text: 'a:\n  - name: x\n    labels:\n      k: v\n    # about x\n# end\n',
      edits: [items('/a', [entry])],
      expected:
        'a:\n  - name: x\n    labels:\n      k: v\n    # about x\n  - name: z\n    labels:\n      env: prod\n    region: eu\n# end\n',
    },
    {
      name: 'fills an empty list',
      text: 'a: [] # none\nb: 1\n',
      edits: [items('/a', [entry])],
      expected: 'a: # none\n  - name: z\n    labels: {env: prod}\n    region: eu\nb: 1\n',
    },
    {
      name: 'removes an item with its own comments and nothing else',
      text: 'a:\n  # all\n  - name: x # this\n    # and this\n    k: v\n    # about x\n  # about y\n  - name: y\n# end\n',
      edits: [items('/a', [], [0])],
      expected: 'a:\n  # all\n  # about y\n  - name: y\n# end\n',
    },
    {
      name: 'leaves an empty list',
      text: 'a: # all\n  - name: x\n  # some\n  - name: y\nb: 1\n',
      edits: [items('/a', [], [0, 1])],
      expected: 'a: [] # all\n  # some\nb: 1\n',
    },
    {
      name: 'removes and adds between brackets',
      text: 'a: [{name: w}, {name: x}, {name: y}]\n',
      edits: [items('/a', [entry], [0, 2])],
      expected: 'a: [{name: x}, {name: z, labels: {env: prod}, region: eu}]\n',
    },
    {
      name: 'adds at one place in the order of the edits',
      text: 'a:\n  - name: x\n    labels:\n      k: v\n',
      edits: [
        members('/a/0/labels', { l: 'w' }),
        members('/a/0', { region: 'us' }),
        items('/a', [copyObject({ name: 'z' })]),
      ],
      expected:
        'a:\n  - name: x\n    labels:\n      k: v\n      l: w\n    region: us\n  - name: z\n',
    },
    {
      name: 'keeps the text of a block at the end of an item',
      text: 'a:\n  - name: x\n    note: |\n      # no comment\n\n  - name: y\nb: c\n',
      edits: [items('/a', [], [1])],
      expected: 'a:\n  - name: x\n    note: |\n      # no comment\n\nb: c\n',
    },
  ]);

  it('refuses items that an anchor or a dash holds together', () => {
    expect(editText('a:\n- - x\n- y\n', [items('/a/0', [], [0])])).toHaveProperty('refusal');
    expect(editText('a:\n- &x {new: m}\n- *x\n', [items('/a', [], [0])])).toHaveProperty('refusal');
  });
});
