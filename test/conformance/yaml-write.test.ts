import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type DocumentOptions,
  type ParseOptions,
  parseAllDocuments,
  type SchemaOptions,
} from 'yaml';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { printYaml, printYamlStream } from '../../src/yaml/print.ts';
import { readExactJson } from './exact-json.ts';

interface Case {
  readonly id: string;
  readonly value: JsonValue;
  /** Compact JSON with sorted keys, the value that every reader must find. */
  readonly text: string;
  /** The text as `kubectl get -o yaml` prints it, where that is safe. */
  readonly kubectlStyle?: string;
}

const cases = readExactJson(
  readFileSync(new URL('data/yaml-write-cases.json', import.meta.url), 'utf8'),
) as unknown as readonly Case[];

/** Texts that are not the canonical one, with the one that is. */
const canonicalText: ReadonlyMap<string, string> = new Map([
  // Minus zero is zero in a manifest.
  ['w-json-717', '{"v":0}'],
]);

/** Texts that are not kubectl's on purpose. */
const otherThanKubectl: ReadonlyMap<string, string> = new Map([
  ['w-k8s-1179', 'apiVersion, kind and metadata come first'],
]);

type ReaderOptions = ParseOptions & DocumentOptions & SchemaOptions;

/** Both have faults, but about plain texts that the printer quotes and integers that it is told to keep. */
const readers: readonly { readonly name: string; readonly options: ReaderOptions }[] = [
  { name: 'YAML 1.2', options: { version: '1.2', intAsBigInt: true } },
  { name: 'YAML 1.2 with merge keys', options: { version: '1.2', intAsBigInt: true, merge: true } },
  { name: 'YAML 1.1', options: { version: '1.1', intAsBigInt: true } },
];

function readBack(text: string, options: ReaderOptions): string[] {
  const documents = parseAllDocuments(text, { ...options, prettyErrors: false });
  if (!Array.isArray(documents)) return [];
  return documents.map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return canonicalJson(document.toJS() as JsonValue);
  });
}

describe.each(readers)('what is printed reads back the same in $name', ({ options }) => {
  test.each(cases)('$id', ({ id, value, text }) => {
    expect(readBack(printYaml(value), options)).toEqual([canonicalText.get(id) ?? text]);
  });

  test('all of them as one stream', () => {
    const stream = printYamlStream(cases.map(({ value }) => value));
    expect(readBack(stream, options)).toEqual(
      cases.map(({ id, text }) => canonicalText.get(id) ?? text),
    );
  });
});

describe('what is printed reads back the same in our own reader', () => {
  test.each(cases)('$id', ({ id, value, text }) => {
    const { documents, diagnostics } = parseYaml(printYaml(value));
    // Nothing at all: what is printed must not even deserve a warning.
    expect(diagnostics).toEqual([]);
    expect(documents.map((document) => canonicalJson(document.value))).toEqual([
      canonicalText.get(id) ?? text,
    ]);
  });

  test('all of them as one stream', () => {
    const { documents } = parseYaml(printYamlStream(cases.map(({ value }) => value)));
    expect(documents.map(({ value }) => canonicalJson(value))).toEqual(
      cases.map(({ id, text }) => canonicalText.get(id) ?? text),
    );
  });
});

describe('what is printed is what kubectl prints', () => {
  const safe = cases.filter(
    (one) => one.kubectlStyle !== undefined && !otherThanKubectl.has(one.id),
  );
  test.each(safe)('$id', ({ value, kubectlStyle }) => {
    expect(printYaml(value)).toBe(kubectlStyle);
  });
});
