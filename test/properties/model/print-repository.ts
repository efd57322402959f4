/** Writes a random repository as the text files that a person would have. */
import { stringify } from 'yaml';
import type { ModelInput } from './compile-model.ts';
import { configDocument } from './rows.ts';
import { type Json, jsonText } from './values.ts';

export interface TextFile {
  path: string;
  text: string;
}

/** One file per path; the documents of a YAML file in their order. */
export function printFiles(input: ModelInput): TextFile[] {
  const texts = new Map<string, string>();
  for (const { path, value } of input.documents) {
    const text = path.endsWith('.json') ? `${jsonText(value)}\n` : `---\n${printYaml(value)}`;
    texts.set(path, (texts.get(path) ?? '') + text);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

export function printConfig(input: ModelInput): TextFile {
  return { path: 'fedc.yaml', text: printYaml(configDocument(input.config)) };
}

/** Texts are quoted, so that no reader takes them for anything else. */
function printYaml(value: Json): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
}
