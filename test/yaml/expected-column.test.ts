import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/yaml/parse.ts';

function columnOf(text: string): number | undefined {
  const [problem] = parseYaml(text, { path: 'a.yaml' }).diagnostics;
  expect(problem?.code).toBe('yaml/syntax');
  return (problem?.args as { column?: number } | undefined)?.column;
}

describe('the column at which a line was expected', () => {
  test.each([
    ['of a key one space too far', 'a: 1\n b: 2\n', 1],
    ['of a key of an item', 'a:\n  - b: 80\n     c: TCP\n', 5],
    ['of a key between two others', 'a:\n  b: 1\n c: 2\n', 3],
    ['past comments and empty lines', 'a:\n  b: 1\n\n# c\n   c: 2\n', 3],
    ['not if it is far from all', 'a: 1\n        b: 2\n', undefined],
  ])('%s', (_, text, expected) => {
    expect(columnOf(text)).toBe(expected);
  });

  test('counts what could be read beside it', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: 2\n---\nd: 3\n';
    const [problem] = parseYaml(text, { path: 'a.yaml' }).diagnostics;
    expect(problem?.details).toEqual([
      'The other 3 documents of this file were read; this one was not.',
    ]);
  });
});
