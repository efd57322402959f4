import { expect, it } from 'vitest';
import { requirementMatches } from '../../src/kube/label-selector.ts';
import type { LabelRequirement } from '../../src/model/federated-resource.ts';
import { suggestLabels } from '../../src/reports/suggest-labels.ts';

const term = (
  key: string,
  operator: LabelRequirement['operator'],
  ...values: string[]
): LabelRequirement => ({ key, operator, values, pointer: `/matchExpressions/${key}` });

interface Row {
  readonly name: string;
  readonly terms: readonly LabelRequirement[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Undefined: no value can meet them all. */
  readonly value: string | null | undefined;
}

const rows: readonly Row[] = [
  { name: 'the value that is wanted', terms: [term('tier', 'In', 'gold')], value: 'gold' },
  {
    name: 'the first wanted value that no other term refuses',
    terms: [term('tier', 'In', 'gold', 'silver'), term('tier', 'NotIn', 'gold')],
    value: 'silver',
  },
  {
    name: 'a value that two lists share',
    terms: [term('tier', 'In', 'gold', 'silver'), term('tier', 'In', 'silver', 'tin')],
    value: 'silver',
  },
  {
    name: 'no label, where the value it has is refused',
    terms: [term('tier', 'NotIn', 'dev')],
    labels: { tier: 'dev' },
    value: null,
  },
  {
    name: 'no label, where none is wanted',
    terms: [term('tier', 'DoesNotExist')],
    labels: { tier: 'dev' },
    value: null,
  },
  {
    name: 'another value, where one is wanted and the present one is refused',
    terms: [term('tier', 'Exists'), term('tier', 'NotIn', 'dev', 'true')],
    labels: { tier: 'dev' },
    value: 'yes',
  },
  {
    name: 'nothing, where the terms contradict each other',
    terms: [term('tier', 'Exists'), term('tier', 'DoesNotExist')],
    value: undefined,
  },
];

it.each(rows)('suggests $name', ({ terms, labels = {}, value }) => {
  const [suggestion, ...others] = suggestLabels(terms, labels, requirementMatches);
  expect(suggestion?.value).toBe(value);
  expect(others).toEqual([]);
});

it('leaves labels alone of which every term holds, and tells the terms that do not', () => {
  const terms = [term('a', 'In', 'x'), term('b', 'In', 'y'), term('b', 'Exists')];
  const found = suggestLabels(terms, { a: 'x' }, requirementMatches);
  expect(found.map(({ key, failed }) => [key, failed.map(({ operator }) => operator)])).toEqual([
    ['b', ['In', 'Exists']],
  ]);
});
