/**
 * The compiler against an independent model of its meaning, over random repositories. A failure prints
 * fast-check's seed and the shrunk repository as the files that were compiled.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyJsonPatch, compile, matchLabelSelector, planReplicas } from '../../src/index.ts';
import { type ModelInput, type ModelResult, runModel } from './model/compile-model.ts';
import { repositories } from './model/generate.ts';
import { drawSelector } from './model/generate-objects.ts';
import { patches, plannerInputs } from './model/generate-small.ts';
import { applyPatch } from './model/patch.ts';
import { finalReplicas } from './model/planner.ts';
import { printConfig, printFiles } from './model/print-repository.ts';
import { makeDraw } from './model/random.ts';
import { matchSelector } from './model/selector.ts';
import { byCodeUnits, type Json, jsonText } from './model/values.ts';

/** One line per object and cluster, comparable as text. */
function modelLines(result: ModelResult): string[] {
  const lines = [...result.clusters].flatMap(([cluster, objects]) =>
    [...objects].map(([key, object]) => `${cluster} ${key} ${jsonText(object, 'sorted')}`),
  );
  return lines.sort(byCodeUnits);
}

function compilerLines(compiled: ReturnType<typeof compile>): string[] {
  const lines = compiled.manifests.flatMap(({ key, object, clusters }) => {
    const identity = `${key.group}/${key.kind}/${key.namespace}/${key.name}`;
    return clusters.map((cluster) => `${cluster} ${identity} ${jsonText(object, 'sorted')}`);
  });
  return lines.sort(byCodeUnits);
}

function repositoryText(input: ModelInput): string {
  const files = [printConfig(input), ...printFiles(input)];
  return files.map(({ path, text }) => `# ${path}\n${text}`).join('\n');
}

function compareOnce(input: ModelInput): void {
  const expected = runModel(input);
  const compiled = compile({ files: printFiles(input), config: printConfig(input) });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  const said = errors.map(({ code, message }) => `${code}: ${message}`).join('\n');
  const wanted = [...expected.codes].sort(byCodeUnits).join(' ') || '(no certain code)';
  const report = `model: ${expected.fails ? `fails, ${wanted}` : 'compiles'}\ncompiler: ${said || 'compiles'}\n${repositoryText(input)}`;
  expect(errors.length > 0, report).toBe(expected.fails);
  if (!expected.fails) {
    expect(compilerLines(compiled), report).toEqual(modelLines(expected));
    const contents = compiled.manifests.map(({ object }) => jsonText(object, 'sorted'));
    expect(new Set(contents).size, `one manifest per distinct content\n${report}`).toBe(
      contents.length,
    );
  } else if (expected.isCertain && expected.codes.size === 1) {
    expect(new Set(errors.map(({ code }) => code as string)), report).toEqual(expected.codes);
  }
}

describe('the compiler and the model of its meaning agree', () => {
  test('on random repositories', () => {
    fc.assert(fc.property(repositories, compareOnce), { numRuns: 300 });
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
