/** Every case and every example whose diagnostics offer a repair: what is left once all of them are made. */
import { describe, expect, it } from 'vitest';
import { type RepairedSources, repairSources } from '../../src/cli/repair-sources.ts';
import { type CompileInput, type CompileResult, compile } from '../../src/compile.ts';
import { fixableCodes } from '../../src/diagnostics/fix.ts';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { type Case, cases, disturbed, examples, readInput } from '../repository.ts';

const all = [...cases, ...examples].map((testCase) => ({
  ...testCase,
  result: compile(readInput(testCase)),
}));
const repairable = all.filter(({ result }) => result.diagnostics.some(isRepairable));

function isRepairable({ fix }: LocatedDiagnostic): boolean {
  return fix !== undefined;
}

function repair(input: CompileInput): RepairedSources {
  return repairSources(input, {
    wanted: (diagnostic) =>
      diagnostic.fix === undefined ? undefined : { ...diagnostic, fix: diagnostic.fix },
    refuseFile: () => undefined,
  });
}

function withTexts(input: CompileInput, texts: ReadonlyMap<string, string>): CompileInput {
  const files = input.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { ...input, files };
}

const messagesOf = (diagnostics: readonly LocatedDiagnostic[]) =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`).sort();
const treeOf = ({ outputs }: CompileResult) => outputs.map(({ path, text }) => [path, text]);
const caseNamed = (name: string): Case => {
  const found = all.find((testCase) => testCase.name === name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found;
};

describe.each(repairable)('$name', (testCase) => {
  const input = readInput(testCase);
  const repaired = repair(input);

  it('loses exactly what was repaired', () => {
    const { diagnostics } = testCase.result;
    expect(repaired.refused).toEqual([]);
    expect(repaired.result.diagnostics.filter(isRepairable)).toEqual([]);
    const others = messagesOf(diagnostics.filter((each) => !isRepairable(each)));
    const left = messagesOf(repaired.result.diagnostics);
    expect(others.filter((message) => !left.includes(message))).toEqual([]);
    const fixed = messagesOf(diagnostics.filter(isRepairable));
    expect(fixed.filter((message) => left.includes(message))).toEqual([]);
  });

  it('compiles to the same if only warnings were repaired', () => {
    const hasError = repaired.applied.some(({ severity }) => severity === 'error');
    if (!hasError) expect(treeOf(repaired.result)).toEqual(treeOf(testCase.result));
  });

  it('says what it compiles to', () => {
    const again = compile(withTexts(input, repaired.texts));
    expect(messagesOf(again.diagnostics)).toEqual(messagesOf(repaired.result.diagnostics));
    expect(treeOf(again)).toEqual(treeOf(repaired.result));
  });

  it('has nothing to repair afterwards', () => {
    expect(repair(withTexts(input, repaired.texts)).texts).toEqual(new Map());
  });

  it('is repaired in the same way with Windows line ends', () => {
    const windows = repair(disturbed(input));
    const texts = [...windows.texts].map(([path, text]) => {
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      return [path, text.replaceAll('\r\n', '\n')];
    });
    expect(new Map(texts as [string, string][])).toEqual(repaired.texts);
  });
});

describe('the codes with a fix', () => {
  const fixed = all.flatMap(({ result }) => result.diagnostics.filter(isRepairable));

  it('are those that cases repair', () => {
    expect([...new Set(fixed.map(({ code }) => code))].sort()).toEqual(fixableCodes);
  });

  it('never repair a warning of what the controller ignores', () => {
    for (const name of ['kubefed-misplaced-field-ignored', 'placement-unknown-cluster-warned'])
      expect(compile(readInput(caseNamed(name))).diagnostics.filter(isRepairable)).toEqual([]);
  });
});

describe('what a repair promises', () => {
  const treeAfter = (name: string) => treeOf(repair(readInput(caseNamed(name))).result);
  const objects = (tree: readonly (readonly (string | undefined)[])[]) =>
    tree.filter(([path]) => path?.startsWith('clusters/'));

  it('is that document 000 becomes what its author meant', () => {
    const corrected = objects(
      treeOf(compile(readInput(caseNamed('examples/seeds/000/corrected')))),
    );
    const meant = corrected.filter(([path]) => !path?.includes('namespace'));
    expect(meant.length).toBeGreaterThan(0);
    expect(objects(treeAfter('examples/seeds/000/as-written'))).toEqual(meant);
  });

  it('is that placement/unknown-cluster places the object in the cluster that was meant', () => {
    const paths = objects(treeAfter('placement-unknown-cluster')).map(([path]) => path);
    expect(paths.filter((path) => path?.includes('configmap'))).toEqual([
      'clusters/eu-1/shop/configmap_feature-flags.yaml',
      'clusters/us-1/shop/configmap_feature-flags.yaml',
    ]);
  });

  it('is that override/unknown-cluster overrides in the cluster that was meant', () => {
    const texts = new Map(
      objects(treeAfter('override-unknown-cluster')).map(([path = '', text]) => [path, text]),
    );
    const checkout = (cluster: string) =>
      /checkout: (\S+)/.exec(
        texts.get(`clusters/${cluster}/shop/configmap_feature-flags.yaml`) ?? '',
      )?.[1];
    expect(['dev-1', 'eu-1', 'us-1'].map(checkout)).toEqual(['v2', 'v3', 'v2']);
  });

  it('is that override/dotted-path sets what the path names', () => {
    const text = objects(treeAfter('override-dotted-path')).join('\n');
    expect(text).toContain('replicas: 3');
    expect(text).toContain('paused: true');
  });

  it('is that old shapes compile to what they compile to where they are accepted', () => {
    const refused = readInput(caseNamed('kubefed-old-shape-refused'));
    const accepted = compile({
      ...refused,
      settings: { ...refused.settings, compatibility: { oldShapes: 'accept' } },
    });
    expect(accepted.outputs.length).toBeGreaterThan(0);
    expect(treeOf(repair(refused).result)).toEqual(treeOf(accepted));
  });
});
