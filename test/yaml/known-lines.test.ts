/** A line that was read before may not mean the same below it. */
import { expect, test } from 'vitest';
import { readWithBoth, takenPieces } from './both-readers.ts';

const known = 'a: b c\nlist:\nquoted: "x"\nnumber: 12\nempty: ""\nitems:\n- a: b c\n';

/** The text, and whether it is simple enough for the fast reader. */
const texts: readonly (readonly [string, string, boolean])[] = [
  ['a line goes on below', 'a: b c\n  d\n', true],
  ['also behind an empty line', 'a: b c\n\n  d\n', true],
  ['a line ends in front of an empty one', 'a: b c\n\nnumber: 12\n', true],
  ['a comment below', 'a: b c\n# d\nnumber: 12\n', true],
  ['a deeper comment below', 'x:\n  a: b c\n    # d\n  number: 12\n', true],
  ['text below a comment', 'a: b c\n# d\n  e\n', false],
  ['a quoted text has something below', 'quoted: "x"\n  y\n', false],
  ['a mapping below a scalar', 'number: 12\n  a: b c\n', false],
  ['a known key twice', 'a: b c\nnumber: 12\na: b c\n', false],
  ['a known key twice, once unknown', 'a: zzz\nnumber: 12\na: b c\n', false],
  ['nothing below a key', 'list:\nnumber: 12\n', true],
  ['a key at the end', 'number: 12\nlist:\n', true],
  ['a list below a key', 'list:\n- a: b c\n- a: b c\n  number: 12\n', true],
  ['a text below a key', 'list:\n  a b c\n', false],
  ['a mapping below a key', 'list:\n  list:\n    list:\n      a: b c\nnumber: 12\n', true],
  ['an item in an item', '- - a: b c\n    number: 12\n  - a: b c\n', true],
  ['an item that goes on', '- a: b c\n   d\n- a: b c\n  d: e\n', true],
  ['a comment behind a line', 'a: b c # d\nnumber: 12\na2: b c # d\n', true],
  ['a line break of another kind', 'a: b c\r\nnumber: 12\r\n', true],
  ['the last line without its end', 'number: 12\na: b c', true],
  ['more outside', '  a: b c\nnumber: 12\n', false],
];

test.each(texts)('%s', (_, text, isFast) => {
  readWithBoth(known, { path: 'x.yaml' });
  // Once with lines that are known from above, once with all of them known.
  for (const again of [1, 2]) {
    readWithBoth(text, { path: `x${again}.yaml` });
    readWithBoth(`x:\n${text.replaceAll(/^(?=.)/gm, '  ')}`, { path: 'x.yaml' });
  }
  expect(takenPieces(text).taken.length > 0).toBe(isFast);
});

test('lines are forgotten before they fill the memory', () => {
  const lines = Array.from({ length: 21_000 }, (_, index) => `key-${index}: value of ${index}\n`);
  const { documents } = readWithBoth(lines.join(''), { path: 'x.yaml' });
  expect(readWithBoth(lines.join(''), { path: 'x.yaml' }).documents).toEqual(documents);
});

test('what was read does not change with what is read later', () => {
  const text = 'a: b c\nobjects: {}\nother: []\n';
  const [first, second] = [1, 2].map(() => readWithBoth(text).documents[0]?.value);
  expect(first).toEqual(second);
  expect(first).not.toBe(second);
});
