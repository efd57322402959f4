/** The config as given, and the settings over it, in; the options of a compilation out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { describePointer } from '../kube/describe-pointer.ts';
import type { Config, Options } from '../model/config.ts';
import { isArray, type JsonValue, newObject } from '../model/kube-object.ts';
import type { ParsedDocument } from '../model/source.ts';
import { checkConfig } from './check-config.ts';
import { mergeConfig } from './merge.ts';
import { resolveOptions } from './options.ts';
import { readConfig } from './read-config.ts';

/** fedc.yaml as an object or as text. */
export type InputConfig = Config | { readonly path: string; readonly text: string };

type Parse = (
  text: string,
  options: { readonly path: string },
) => { readonly documents: readonly ParsedDocument[]; readonly diagnostics: readonly Diagnostic[] };

export function isConfigFile(
  config: InputConfig,
): config is { readonly path: string; readonly text: string } {
  return 'text' in config && typeof config.text === 'string' && 'path' in config;
}

/** Wrong settings are reported and left out; the options are whole in any case. */
export function readSettings(
  config: InputConfig | undefined,
  settings: Config | undefined,
  parse: Parse,
): Outcome<Options> {
  const read = readInput(config, parse);
  const over =
    settings === undefined ? { value: {}, diagnostics: [] } : checkObject(settings, 'the settings');
  const origin =
    config && isConfigFile(config) ? { file: config.path, document: 0, pointer: '' } : undefined;
  const options = resolveOptions(mergeConfig(read.value, over.value), origin);
  return { value: options, diagnostics: [...read.diagnostics, ...over.diagnostics] };
}

function readInput(config: InputConfig | undefined, parse: Parse): Outcome<Config> {
  if (config === undefined || config === null) return { value: {}, diagnostics: [] };
  if (!isConfigFile(config)) return checkObject(config, 'the config');
  const { documents, diagnostics } = parse(config.text, { path: config.path });
  const read = readConfig(documents[0], config.path);
  // Only fedc reads this file, and `off` is a level.
  const problems = diagnostics.filter(({ code }) => code !== 'yaml/ambiguous-scalar');
  return {
    value: read.value,
    diagnostics: [...problems, ...read.diagnostics, ...furtherDocuments(documents)],
  };
}

function checkObject(config: Config, title: string): Outcome<Config> {
  const place = (pointer: string) => ({ flag: describePointer(pointer) });
  return checkConfig(toJson(config), {
    title,
    valueAt: place,
    keyAt: place,
    nameOf: describePointer,
  });
}

/** Only one document can be the config; another one would be ignored without a word. */
function furtherDocuments(documents: readonly ParsedDocument[]): Diagnostic[] {
  const [, second] = documents;
  if (second === undefined) return [];
  const { file, document } = second;
  const problem = 'The configuration is one document, and this is a second one.';
  const hint = 'Move its settings into the first document.';
  return [diagnose('config/invalid', { file, document, pointer: '' }, { problem, hint })];
}

/** A program's own objects have prototypes and undefined members; manifest data has neither. */
function toJson(value: unknown): JsonValue {
  if (isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return (value ?? null) as JsonValue;
  const result = newObject();
  for (const [key, member] of Object.entries(value))
    if (member !== undefined) result[key] = toJson(member);
  return result;
}
