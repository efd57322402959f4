import { expect, test } from 'vitest';
import { equalJson } from '../../src/kube/equal.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';

test.each<readonly [string, JsonValue, JsonValue, boolean]>([
  ['members in another order are equal', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['items in another order are not', [1, 2], [2, 1], false],
  ['a missing member is not null', { a: null }, {}, false],
  ['another member is not the same', { a: 1 }, { b: 1 }, false],
  ['an inherited member does not count', { toString: null }, { a: null }, false],
  ['a list is no object', [], {}, false],
  ['an object is no null', {}, null, false],
  ['a text is no number', '1', 1, false],
  ['a bigint equals the number of the same digits', { a: 5n }, { a: 5 }, true],
  ['past 2^53 the neighbours differ', 9007199254740993n, 9007199254740992, false],
  ['two bigints past 2^53', 9007199254740993n, 9007199254740993n, true],
  ['minus zero is zero', -0, 0, true],
  ['true is not 1', true, 1, false],
])('%s', (_name, a, b, expected) => {
  expect(equalJson(a, b)).toBe(expected);
  expect(equalJson(b, a)).toBe(expected);
});
