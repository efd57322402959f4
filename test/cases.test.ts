/** Every folder of test/cases and every example: what is written, and what is said. `vitest -u` writes the goldens. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CompileResult, compile } from '../src/compile.ts';
import { renderText } from '../src/diagnostics/render-text.ts';
import { parseYaml } from '../src/yaml/parse.ts';
import { expectGoldenFile, expectGoldenTree } from './golden.ts';
import { type Case, cases, disturbed, examples, readInput } from './repository.ts';

describe.each([...cases, ...examples])('$name', (testCase: Case) => {
  const input = readInput(testCase);
  const result = compile(input);
  const outputs = outputsOf(result);

  it('says what is expected', () => {
    const texts = new Map(input.files.map(({ path, text }) => [path, text]));
    if (input.config !== undefined && 'text' in input.config)
      texts.set(input.config.path, input.config.text);
    const text = renderText(result.diagnostics, {
      textOf: (file) => texts.get(file),
      color: false,
    });
    expectGoldenFile(testCase.diagnostics, text === '' ? undefined : text);
  });

  it('writes what is expected', () => {
    expectGoldenTree(testCase.tree, outputs);
  });

  it('writes nothing if there is an error', () => {
    const isFailed = result.diagnostics.some(({ severity }) => severity === 'error');
    if (isFailed) expect([...outputs.keys()]).toEqual([]);
  });

  it('is the same with the files reversed and with Windows line ends', () => {
    const again = compile(disturbed(input));
    expect(codesOf(again)).toEqual(codesOf(result));
    expect(outputsOf(again)).toEqual(outputs);
  });

  it('is the same with the full reader', () => {
    const again = compile({ ...input, reader: 'full' });
    expect(again.diagnostics).toEqual(result.diagnostics);
    expect(outputsOf(again)).toEqual(outputs);
  });

  it('writes manifests that every reader reads alike', () => {
    for (const [path, text] of outputs) {
      if (!path.endsWith('.yaml')) continue;
      const own = parseYaml(text, { path });
      expect(own.diagnostics, path).toEqual([]);
      expect(own.documents.length, path).toBe(1);
      const value = plainText(own.documents[0]?.value);
      for (const version of ['1.1', '1.2'] as const) {
        expect(
          plainText(parse(text, { version, intAsBigInt: true })),
          `${path}, YAML ${version}`,
        ).toBe(value);
      }
    }
  });
});

function outputsOf(result: CompileResult): Map<string, string> {
  return new Map([...result.outputs].map(({ path, text }) => [path, text]));
}

function codesOf(result: CompileResult): string[] {
  return result.diagnostics.map(({ code, severity }) => `${severity}[${code}]`).sort();
}

/** A text that is the same for equal values, however a reader represents integers. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join(',')}]`;
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${plainText(item)}`,
  );
  return `{${entries.sort().join(',')}}`;
}
