/** What holds of the sources of every field: complete, and every one can be read again where it is said to stand. */
import { expect } from 'vitest';
import { type CompileInput, compile } from '../../src/compile.ts';
import { type Fact, recorder } from '../../src/model/decisions.ts';
import { isArray, isObject, type JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { type Origin, pointerTokens } from '../../src/model/source.ts';
import { blameLines } from '../../src/reports/blame-lines.ts';
import { type FieldSource, type FieldTrace, traceFields } from '../../src/reports/provenance.ts';
import { createLocator } from '../../src/yaml/locate.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { printYaml } from '../../src/yaml/print.ts';

/** Checks every object of a compilation in every cluster; gives how many leaves of each kind of source there were. */
export function checkProvenance(input: CompileInput): Record<FieldSource['kind'], number> {
  const decisions = recorder();
  const { manifests } = compile({ ...input, decisions });
  const bySource = groupFacts(decisions.facts);
  const read = createReader(input);
  const counts = { template: 0, stamped: 0, override: 0, replicas: 0 };
  for (const { object, clusters, origin } of manifests) {
    for (const cluster of clusters) {
      const trace = traceFields(bySource.get(text(origin)) ?? [], origin, cluster);
      if (trace === undefined) throw new Error(`no trace of ${text(origin)} in ${cluster}`);
      expect(canonicalJson(trace.value)).toBe(canonicalJson(object));
      for (const leaf of leavesOf(trace)) {
        counts[leaf.source.kind] += 1;
        checkLeaf(leaf, read);
      }
      checkLines(printYaml(object), trace, input);
    }
  }
  return counts;
}

/** No line of an output without an origin, and none that leads out of its file. */
function checkLines(printed: string, trace: FieldTrace, { files, config }: CompileInput): void {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  if (config !== undefined && 'text' in config) texts.set(config.path, config.text);
  const locators = new Map([...texts].map(([path, source]) => [path, createLocator(source)]));
  const lines = blameLines({
    text: printed,
    trace,
    locate: ({ file, document, pointer, on }) => locators.get(file)?.(document, pointer, on),
    textOf: (file) => texts.get(file),
  });
  expect(lines.map(({ text: line }) => `${line}\n`).join('')).toBe(printed);
  const lengths = new Map([...texts].map(([path, source]) => [path, source.split('\n').length]));
  const lost = lines.filter(({ place }) => {
    if (place === undefined) return false;
    const { file, line = 0 } = place;
    return line < 1 || line > (lengths.get(file) ?? 0);
  });
  expect(lost).toEqual([]);
}

function groupFacts(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(text(fact.resource));
    if (group === undefined) groups.set(text(fact.resource), [fact]);
    else group.push(fact);
  }
  return groups;
}

function text({ file, document, pointer }: Origin): string {
  return `${file}#${document}${pointer}`;
}

type Read = (origin: Origin) => JsonValue | undefined;

function createReader({ files }: CompileInput): Read {
  const documents = new Map(
    files.map((file) => [file.path, parseYaml(file.text, { path: file.path }).documents]),
  );
  return ({ file, document, pointer }) =>
    pointerTokens(pointer).reduce<JsonValue | undefined>((value, token) => {
      if (isArray(value)) return value[Number(token)];
      return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
    }, documents.get(file)?.[document]?.value);
}

function leavesOf(trace: FieldTrace): readonly FieldTrace[] {
  const inside = [...(trace.members?.values() ?? []), ...(trace.items ?? [])];
  return inside.length === 0 ? [trace] : inside.flatMap(leavesOf);
}

function checkLeaf({ source, value, members, items }: FieldTrace, read: Read): void {
  // A collection may have been emptied by edits.
  if (members !== undefined || items !== undefined) return;
  switch (source.kind) {
    case 'template':
      expect(same(read(source.origin), value), text(source.origin)).toBe(true);
      return;
    case 'override':
      // An edit without value sets null.
      expect(same(read(source.origin) ?? null, value), text(source.origin)).toBe(true);
      return;
    case 'replicas':
      expect(value).toBe(source.replicas);
      return;
    case 'stamped':
      expect(source.rule).not.toBe('');
  }
}

/** Numbers of overrides may have passed through a 64-bit float. */
function same(written: JsonValue | undefined, value: JsonValue): boolean {
  if (typeof written === 'bigint' && typeof value === 'number') return Number(written) === value;
  return written !== undefined && canonicalJson(written) === canonicalJson(value);
}
