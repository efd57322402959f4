import { expect, it } from 'vitest';
import { wrapText } from '../../src/reports/wrap-text.ts';

it.each([
  { name: 'nothing stays nothing', text: '', width: 10, wrapped: '' },
  { name: 'a line that fits exactly stays whole', text: 'abc def', width: 7, wrapped: 'abc def' },
  { name: 'breaks at spaces', text: 'abc def ghi', width: 8, wrapped: 'abc def\nghi' },
  {
    name: 'a longer word has a line for itself',
    text: 'a bcdefgh i',
    width: 4,
    wrapped: 'a\nbcdefgh\ni',
  },
  { name: 'a line break counts as a space', text: 'a\nb', width: 10, wrapped: 'a b' },
  { name: 'an empty line begins a paragraph', text: 'a b\n\nc', width: 10, wrapped: 'a b\n\nc' },
])('$name', ({ text, width, wrapped }) => {
  expect(wrapText(text, { width })).toBe(wrapped);
});

it('counts the indentation', () => {
  expect(wrapText('abc def ghi', { width: 9, indent: '  ' })).toBe('  abc def\n  ghi');
});
