import { expect, it } from 'vitest';
import type { LabelRequirement } from '../../src/model/federated-resource.ts';
import { explainTerms, termText, wantedText } from '../../src/reports/explain-terms.ts';

const term = (
  operator: LabelRequirement['operator'],
  key: string,
  ...values: string[]
): LabelRequirement => ({ operator, key, values, pointer: `/matchExpressions/${key}` });
const origin = { file: 'a.yaml', document: 0, pointer: '/spec/placement/clusterSelector' };

it.each([
  { requirement: term('In', 'tier', 'gold'), text: 'tier=gold' },
  { requirement: term('In', 'tier', 'gold', 'silver'), text: 'tier in (gold,silver)' },
  { requirement: term('NotIn', 'tier', 'dev'), text: 'tier!=dev' },
  { requirement: term('NotIn', 'tier', 'dev', 'test'), text: 'tier notin (dev,test)' },
  { requirement: term('Exists', 'gpu'), text: 'gpu' },
  { requirement: term('DoesNotExist', 'gpu'), text: '!gpu' },
])('writes $text', ({ requirement, text }) => {
  expect(termText(requirement)).toBe(text);
});

it('tells for each term the value, whether it holds, and its place', () => {
  const requirements = [term('In', 'tier', 'gold'), term('Exists', 'constructor')];
  const failed = requirements.slice(1);
  const terms = explainTerms({ requirements, failed, origin }, { tier: 'gold' });
  expect(terms.map(({ value, holds }) => [value, holds])).toEqual([
    ['gold', true],
    [undefined, false],
  ]);
  expect(terms[0]?.origin.pointer).toBe('/spec/placement/clusterSelector/matchExpressions/tier');
});

it.each([
  { requirement: term('In', 'tier', 'gold', 'top'), text: 'tier=gold|top (it has dev)' },
  { requirement: term('In', 'zone', 'a'), text: 'zone=a (it has none)' },
  { requirement: term('NotIn', 'tier', 'dev', 'x'), text: 'tier other than dev|x' },
  { requirement: term('Exists', 'zone'), text: 'a label zone' },
  { requirement: term('DoesNotExist', 'tier'), text: 'no label tier (it has dev)' },
])('says what is wanted: $text', ({ requirement, text }) => {
  const evaluated = { requirements: [requirement], failed: [requirement], origin };
  const [explained] = explainTerms(evaluated, { tier: 'dev' });
  expect(explained && wantedText(explained)).toBe(text);
});
