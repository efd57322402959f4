import { expect, it } from 'vitest';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { showValue } from '../../src/reports/show-value.ts';

interface Row {
  readonly value: JsonValue;
  readonly shown: string;
}

const rows: readonly Row[] = [
  { value: 5, shown: '5' },
  { value: '5', shown: '"5"' },
  { value: 'web:1', shown: 'web:1' },
  { value: '', shown: '""' },
  { value: null, shown: 'null' },
  { value: 2n ** 60n, shown: '1152921504606846976' },
  { value: 'one\ntwo\n', shown: '(2 lines of text)' },
  { value: { a: [1, 2n ** 60n] }, shown: '{"a":[1,1152921504606846976]}' },
  { value: 'x'.repeat(60), shown: `${'x'.repeat(45)}...` },
];

it.each(rows)('shows $shown', ({ value, shown }) => {
  expect(showValue(value)).toBe(shown);
});
