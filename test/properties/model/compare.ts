/** The compiler and the model side by side: what they say differently about one repository. */
import { type CompileResult, compile } from '../../../src/index.ts';
import { type ModelInput, type ModelResult, runModel } from './compile-model.ts';
import { printConfig, printFiles } from './print-repository.ts';
import { byCodeUnits, jsonText } from './values.ts';

/** A difference in one word, in short, and in full with the repository. */
export interface Difference {
  kind: 'verdict' | 'code' | 'objects' | 'variants';
  summary: string;
  report: string;
}

/** Undefined when both agree. */
export function differenceOf(input: ModelInput): Difference | undefined {
  const expected = runModel(input);
  const compiled = compileInput(input);
  const found = compareResults(expected, compiled);
  if (found === undefined) return undefined;
  const summary = `${found.summary}\nmodel: ${modelVerdict(expected)}\ncompiler: ${compilerVerdict(compiled)}`;
  return { ...found, summary, report: `${summary}\n${repositoryText(input)}` };
}

/** Compiles the files of a repository, after the tree of an earlier one if there is one. */
export function compileInput(input: ModelInput): CompileResult {
  const previous = input.earlier === undefined ? undefined : compileInput(input.earlier).outputs;
  return compile({
    files: printFiles(input),
    config: printConfig(input),
    ...(previous === undefined ? {} : { previous }),
  });
}

function compareResults(
  expected: ModelResult,
  compiled: CompileResult,
): Pick<Difference, 'kind' | 'summary'> | undefined {
  const errors = errorsOf(compiled);
  if (errors.length > 0 !== expected.fails) return { kind: 'verdict', summary: 'another verdict' };
  if (expected.fails) {
    const missing = missingCodes(expected, compiled);
    return missing.length === 0 ? undefined : { kind: 'code', summary: `no ${missing.join(' ')}` };
  }
  const [wanted, got] = [modelLines(expected), compilerLines(compiled)];
  if (wanted.join('\n') !== got.join('\n'))
    return { kind: 'objects', summary: lineDifference(wanted, got) };
  return isOnePerContent(compiled) ? undefined : { kind: 'variants', summary: 'a content twice' };
}

function errorsOf({ diagnostics }: CompileResult) {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** A mistake may have companions, but where the model names it, its code is among them. */
function missingCodes(expected: ModelResult, compiled: CompileResult): string[] {
  const codes = new Set<string>(errorsOf(compiled).map(({ code }) => code));
  const wanted = [...expected.codes];
  if (wanted.length === 1) return wanted.filter((code) => !codes.has(code));
  // One mistake can hide another.
  return wanted.some((code) => codes.has(code)) ? [] : wanted;
}

/** One line per object and cluster, comparable as text. */
function modelLines(result: ModelResult): string[] {
  const lines = [...result.clusters].flatMap(([cluster, objects]) =>
    [...objects].map(([key, object]) => `${cluster} ${key} ${jsonText(object, 'sorted')}`),
  );
  return lines.sort(byCodeUnits);
}

function compilerLines(compiled: CompileResult): string[] {
  const lines = compiled.manifests.flatMap(({ key, object, clusters }) => {
    const identity = `${key.group}/${key.kind}/${key.namespace}/${key.name}`;
    return clusters.map((cluster) => `${cluster} ${identity} ${jsonText(object, 'sorted')}`);
  });
  return lines.sort(byCodeUnits);
}

function lineDifference(wanted: readonly string[], got: readonly string[]): string {
  const lacking = wanted.filter((line) => !got.includes(line)).map((line) => `- ${line}`);
  const extra = got.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`);
  return [...lacking, ...extra].sort((a, b) => byCodeUnits(a.slice(2), b.slice(2))).join('\n');
}

/** Equal objects of one source share a manifest. */
function isOnePerContent({ manifests }: CompileResult): boolean {
  const contents = manifests.map(({ object, origin }) => jsonText({ object, origin }, 'sorted'));
  return new Set(contents).size === contents.length;
}

function modelVerdict({ fails, codes }: ModelResult): string {
  if (!fails) return 'compiles';
  return `fails, ${[...codes].sort(byCodeUnits).join(' ') || '(no certain code)'}`;
}

function compilerVerdict(compiled: CompileResult): string {
  const said = errorsOf(compiled).map(({ code, message }) => `${code}: ${message}`);
  return said.join('\n  ') || 'compiles';
}

function repositoryText(input: ModelInput): string {
  const files = [printConfig(input), ...printFiles(input)];
  const text = files.map((file) => `# ${file.path}\n${file.text}`).join('\n');
  return input.earlier === undefined
    ? text
    : `${text}\n#### after the tree of\n${repositoryText(input.earlier)}`;
}
