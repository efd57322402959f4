/**
 * The compiler against an independent model of its meaning, over random repositories. A failure prints
 * fast-check's seed and the shrunk repository as the files that were compiled.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyJsonPatch, matchLabelSelector, planReplicas } from '../../src/index.ts';
import { differenceOf } from './model/compare.ts';
import { repositories } from './model/generate.ts';
import { drawSelector } from './model/generate-objects.ts';
import { patches, plannerInputs } from './model/generate-small.ts';
import { applyPatch } from './model/patch.ts';
import { finalReplicas } from './model/planner.ts';
import { makeDraw } from './model/random.ts';
import { matchSelector } from './model/selector.ts';
import { type Json, jsonText } from './model/values.ts';

describe('the compiler and the model of its meaning agree', () => {
  test('on random repositories', () => {
    fc.assert(
      fc.property(repositories, (input) => {
        expect(differenceOf(input)?.report).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('on random label selectors', () => {
    const cases = fc.gen().map((generator) => {
      const draw = makeDraw(generator, 'wild');
      const labels: Record<string, string> = {};
      if (draw.chance(60)) labels['env'] = draw.pick(['dev', 'prod']);
      if (draw.chance(60)) labels['region'] = draw.pick(['eu', '']);
      return { selector: drawSelector(draw), labels };
    });
    fc.assert(
      fc.property(cases, ({ selector, labels }) => {
        const actual = matchLabelSelector(selector, labels);
        expect(actual.ok ? actual.matches : 'invalid').toBe(matchSelector(selector, labels));
      }),
      { numRuns: 500 },
    );
  });

  test('on random replica plans', () => {
    fc.assert(
      fc.property(plannerInputs, (input) => {
        expect({ ...planReplicas(input).replicas }).toEqual(finalReplicas(input));
      }),
      { numRuns: 500 },
    );
  });

  test('on random patches', () => {
    fc.assert(
      fc.property(patches, ({ document, items }) => {
        const expected = applyPatch(document, items);
        const actual = applyJsonPatch(document, items, { dialect: 'kubefed' });
        const text = (result: { ok: boolean; value?: unknown }) =>
          result.ok ? jsonText(result.value as Json, 'sorted') : 'fails';
        expect(text(actual)).toBe(text(expected));
      }),
      { numRuns: 1000 },
    );
  });
});
