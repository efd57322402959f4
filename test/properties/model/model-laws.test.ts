/** Laws that hold for the model itself, and a look at what the generator gives it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ModelInput, type ModelResult, runModel } from './compile-model.ts';
import { repositories } from './generate.ts';
import { byCodeUnits, jsonText } from './values.ts';

/** Everything a result says, as one text. */
function resultText(result: ModelResult): string {
  const codes = [...result.codes].sort(byCodeUnits).join(' ');
  if (result.fails) return `fails: ${codes}`;
  const lines = [...result.clusters].flatMap(([cluster, objects]) =>
    [...objects].map(([key, object]) => `${cluster} ${key} ${jsonText(object, 'sorted')}`),
  );
  return lines.sort(byCodeUnits).join('\n');
}

describe('the model', () => {
  test('the order of the documents is irrelevant', () => {
    fc.assert(
      fc.property(repositories, (input) => {
        const reversed: ModelInput = { ...input, documents: [...input.documents].reverse() };
        expect(resultText(runModel(reversed))).toBe(resultText(runModel(input)));
      }),
      { numRuns: 200 },
    );
  });

  test('it does not change its input', () => {
    fc.assert(
      fc.property(repositories, (input) => {
        const before = jsonText(input.documents);
        runModel(input);
        expect(jsonText(input.documents)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test('random repositories compile more often than not, and place something', () => {
    const results = fc.sample(repositories, { numRuns: 400, seed: 1 }).map(runModel);
    const compiling = results.filter((result) => !result.fails);
    expect(compiling.length).toBeGreaterThan(200);
    expect(compiling.filter((result) => result.clusters.size > 0).length).toBeGreaterThan(130);
    const codes = new Set(results.flatMap((result) => [...result.codes]));
    expect(codes.size).toBeGreaterThan(12);
  });
});
