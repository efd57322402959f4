import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, linesOf } from '../../src/reports/diff-lines.ts';

function shown(old: string, next: string, context = 1): string[] {
  return diffLines([...old], [...next], context).map(
    ({ oldStart, newStart, lines }) =>
      `${oldStart} ${newStart} ${lines.map(({ mark, text }) => mark + text).join('')}`,
  );
}

describe('diffLines', () => {
  it.each([
    { name: 'nothing for equal texts', old: 'abc', new: 'abc', expected: [] },
    { name: 'a line that came', old: 'ac', new: 'abc', expected: ['1 1  a+b c'] },
    { name: 'a line that went', old: 'abc', new: 'ac', expected: ['1 1  a-b c'] },
    { name: 'a new text', old: '', new: 'ab', expected: ['0 1 +a+b'] },
    { name: 'a text that is gone', old: 'ab', new: '', expected: ['1 0 -a-b'] },
    { name: 'two hunks', old: 'abcdefg', new: 'xbcdefy', expected: ['1 1 -a+x b', '6 6  f-g+y'] },
    { name: 'hunks that touch as one', old: 'abc', new: 'xby', expected: ['1 1 -a+x b-c+y'] },
  ])('gives $name', ({ old, new: next, expected }) => {
    expect(shown(old, next)).toEqual(expected);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (old, next) => {
        const lines = diffLines(old, next, 100).flatMap((hunk) => hunk.lines);
        if (lines.length === 0) expect(old).toEqual(next);
        else {
          expect(lines.filter(({ mark }) => mark !== '+').map((line) => line.text)).toEqual(old);
          expect(lines.filter(({ mark }) => mark !== '-').map((line) => line.text)).toEqual(next);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows texts that have nothing in common as one block', () => {
    const old = Array.from({ length: 3000 }, (_, index) => `old ${index}`);
    const next = Array.from({ length: 3000 }, (_, index) => `new ${index}`);
    expect(diffLines(old, next, 3)).toHaveLength(1);
  });
});

it('takes a last line feed for the end of the last line', () => {
  expect([linesOf(''), linesOf('a'), linesOf('a\n'), linesOf('a\n\n')]).toEqual([
    [],
    ['a'],
    ['a'],
    ['a', ''],
  ]);
});
