import { expect, it } from 'vitest';
import { nearestWord } from '../../src/kube/nearest-word.ts';

const rows = [
  { name: 'a word in another case is near', text: 'notin', nearest: 'NotIn' },
  { name: 'a missing letter is near', text: 'Exist', nearest: 'Exists' },
  { name: 'two swapped letters are near', text: 'Exitss', nearest: 'Exists' },
  { name: 'a word with nothing in common is not near', text: 'xy', nearest: undefined },
  { name: 'the empty text is near nothing', text: '', nearest: undefined },
];

it.each(rows)('$name', ({ text, nearest }) => {
  expect(nearestWord(text, ['In', 'NotIn', 'Exists', 'DoesNotExist'])).toBe(nearest);
});
