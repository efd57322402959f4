/** Laws that hold for every repository, whatever it means. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompileResult, compile, parseYaml } from '../../src/index.ts';
import { compileInput } from './model/compare.ts';
import type { ModelInput } from './model/compile-model.ts';
import { repositoriesIn } from './model/generate.ts';
import { lostReplicas } from './model/lost-replicas.ts';
import { printConfig, printFiles } from './model/print-repository.ts';
import { withoutCluster, withoutFirstOverride } from './model/shrink-repository.ts';
import { byCodeUnits, jsonText } from './model/values.ts';

const calm = repositoriesIn('calm');
const mixed = repositoriesIn('calm', 'wild');

type Files = readonly { readonly path: string; readonly text: string }[];

/** Paths and texts, one after the other. */
function treeText(files: Files): string {
  return files.map(({ path, text }) => `# ${path}\n${text}`).join('');
}

/** Everything a person sees. */
function resultText({ outputs, diagnostics }: CompileResult): string {
  const said = diagnostics.map(
    ({ severity, code, message, file, line, column }) =>
      `${severity} ${code} ${message} ${file}:${line}:${column}`,
  );
  return `${said.join('\n')}\n${treeText(outputs)}`;
}

function hasError({ diagnostics }: CompileResult): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** The tree without the files of one cluster. */
function treeWithout(result: CompileResult, cluster: string): string {
  const mine = (path: string) =>
    path.startsWith(`clusters/${cluster}/`) || path === `index/clusters/${cluster}.json`;
  return treeText(result.outputs.filter(({ path }) => !mine(path)));
}

function check(
  repositories: fc.Arbitrary<ModelInput>,
  numRuns: number,
  law: (input: ModelInput) => void,
): void {
  fc.assert(fc.property(repositories, law), { numRuns });
}

describe('compile', () => {
  test('gives the same bytes for the same input', () => {
    check(mixed, 30, (input) => {
      expect(resultText(compileInput(input))).toBe(resultText(compileInput(input)));
    });
  });

  test('does not care in which order the files come', () => {
    check(mixed, 30, (input) => {
      const files = printFiles(input);
      const config = printConfig(input);
      const reversed = compile({ files: [...files].reverse(), config });
      expect(resultText(reversed)).toBe(resultText(compile({ files, config })));
    });
  });

  test('does not care in which order the documents stand', () => {
    check(mixed, 30, (input) => {
      const reversed = compileInput({ ...input, documents: [...input.documents].reverse() });
      const straight = compileInput(input);
      expect(hasError(reversed)).toBe(hasError(straight));
      expect(treeText(reversed.outputs)).toBe(treeText(straight.outputs));
    });
  });

  test('does not care about Windows line ends', () => {
    check(mixed, 30, (input) => {
      const windows = printFiles(input).map(({ path, text }) => ({
        path,
        text: text.replaceAll('\n', '\r\n'),
      }));
      const config = printConfig(input);
      const result = compile({ files: windows, config });
      expect(resultText(result)).toBe(resultText(compile({ files: printFiles(input), config })));
    });
  });

  test('writes into each file the object of its manifest', () => {
    check(calm, 30, (input) => {
      const { manifests, outputs } = compileInput(input);
      const written = outputs
        .filter(({ path }) => path.startsWith('clusters/'))
        .flatMap(({ path, text }) =>
          parseYaml(text).documents.map(
            (value) => `${path.split('/')[1]} ${jsonText(value, 'sorted')}`,
          ),
        );
      const meant = manifests.flatMap(({ object, clusters }) =>
        clusters.map((cluster) => `${cluster} ${jsonText(object, 'sorted')}`),
      );
      if (outputs.length > 0) expect(written.sort(byCodeUnits)).toEqual(meant.sort(byCodeUnits));
    });
  });

  test('an override for one cluster changes no other', () => {
    check(calm, 50, (input) => {
      const changed = withoutFirstOverride(input);
      if (changed === undefined) return;
      const [before, after] = [compileInput(input), compileInput(changed.input)];
      if (hasError(before) || hasError(after)) return;
      expect(treeWithout(after, changed.cluster)).toBe(treeWithout(before, changed.cluster));
    });
  });

  test('removing a cluster only removes its folder', () => {
    check(calm, 50, (input) => {
      const removed = withoutCluster(input);
      if (removed === undefined) return;
      const [before, after] = [compileInput(removed.before), compileInput(removed.after)];
      if (hasError(before) || hasError(after)) return;
      expect(treeText(after.outputs)).toBe(treeWithout(before, removed.cluster));
    });
  });

  test('replicas add up to the total, or the rest is reported', () => {
    check(calm, 50, (input) => {
      expect(lostReplicas(input, compileInput(input))).toEqual([]);
    });
  });

  test('building, and building again with the tree just built, changes nothing', () => {
    check(calm, 50, (input) => {
      const config = printConfig(input);
      const files = printFiles(input);
      const { outputs, diagnostics } = compileInput(input);
      // Replicas planned where the namespace does not go are running nowhere, so they are planned anew.
      if (diagnostics.some(({ code }) => code === 'replicas/unplaced')) return;
      const again = compile({ files, config, previous: outputs });
      expect(treeText(again.outputs)).toBe(treeText(outputs));
    });
  });
});
