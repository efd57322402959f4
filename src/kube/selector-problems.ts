/** What can be wrong with a label selector, in words that name the user's own labels. */

import { nearest } from '../diagnostics/suggest.ts';
import type { JsonObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo } from '../model/source.ts';
import { isLabelValue, isQualifiedName } from './names.ts';

export interface SelectorProblem {
  /** Inside the selector; '' is the selector itself. */
  readonly pointer: JsonPointer;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to write. */
  readonly help?: string;
  /** The text that certainly was meant there. */
  readonly meant?: string;
}

/** Takes the problems of a selector as they are found. */
export type Report = (pointer: JsonPointer, message: string, help?: string, meant?: string) => void;

/** What is wrong with a label key, as one sentence; undefined when it is a legal one. */
export function labelKeyProblem(key: string): string | undefined {
  if (isQualifiedName(key)) return undefined;
  return `"${key}" is not a label key: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after a DNS name and "/" if it has a prefix.`;
}

/** What is wrong with a value for a label, as one sentence; undefined when it is a legal one. */
export function labelValueProblem(key: string, value: string): string | undefined {
  if (isLabelValue(value)) return undefined;
  return `"${value}" cannot be the value of label "${key}": at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends.`;
}

/** The texts among the values; the others, and texts that cannot be label values, are reported at their pointers. */
export function labelValues(
  values: readonly unknown[],
  key: string,
  pointers: readonly JsonPointer[],
  report: Report,
): string[] {
  return values.filter((value, index): value is string => {
    const pointer = pointers[index] ?? '';
    if (typeof value !== 'string') {
      const help = value === null ? 'Write "" for an empty value.' : 'Write it in quotes.';
      report(pointer, `The value of label "${key}" must be text, not ${typeName(value)}.`, help);
      return false;
    }
    const problem = labelValueProblem(key, value);
    if (problem !== undefined) report(pointer, problem);
    return true;
  });
}

/** Reports the members of a selector, or of an expression below it, that Kubernetes does not know. */
export function reportUnknownFields(
  object: JsonObject,
  known: readonly string[],
  pointer: JsonPointer,
  report: Report,
): void {
  for (const [field, value] of Object.entries(object)) {
    if (known.includes(field)) continue;
    const [near] = nearest(field, known);
    const where = pointer === '' ? 'a label selector' : 'a label selector expression';
    let help = `It has ${listOf(known, 'and')}.`;
    if (near !== undefined) help = `Did you mean "${near}"?`;
    else if (pointer === '' && typeof value === 'string') {
      help = `Write labels under matchLabels: {${field}: ${value}}.`;
    }
    report(pointerTo(pointer, field), `"${field}" is not a field of ${where}.`, help);
  }
}

/** `In, NotIn or Exists`. */
export function listOf(words: readonly string[], conjunction = 'or'): string {
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** What a value is, in words: `a number`, `a list`, `nothing`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'bigint' || typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  return typeof value === 'string' ? 'text' : 'an object';
}
