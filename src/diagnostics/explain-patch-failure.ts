/** An edit that failed, and the object it was tried on in; out: where its path stops, and the way out. */

import { isArray, isObject, type JsonArray, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo, pointerTokens, type TextPart } from '../model/source.ts';
import { someOf } from './entry.ts';
import { quote } from './quote.ts';
import { nearest } from './suggest.ts';

export interface PatchFailureWords {
  /** The segment of the path that leads nowhere. */
  readonly part: TextPart;
  /** What the path leads to before it stops, or the member there that may have been meant. */
  readonly nearby: { readonly pointer: JsonPointer; readonly label: string };
  /** What is there instead. */
  readonly details: readonly string[];
  /** One sentence. */
  readonly hint?: string;
  /** The path that was certainly meant. */
  readonly corrected?: JsonPointer;
}

interface Failure {
  readonly op: string;
  /** A JSON pointer. */
  readonly path: JsonPointer;
  /** The token that led nowhere, from zero. */
  readonly step: number;
}

const mostNames = 12;

/** Words for a path that leads nowhere in the document. */
export function explainPatchFailure(document: JsonValue, failure: Failure): PatchFailureWords {
  const { path, step } = failure;
  const tokens = pointerTokens(path);
  const above = pointerTo('', ...tokens.slice(0, step));
  const parent = valueAt(document, tokens.slice(0, step));
  const base = {
    part: partOf(path, step),
    nearby: { pointer: above, label: 'the path leads this far' },
  };
  if (isArray(parent)) {
    const list = isSecretData(document, tokens) ? parent.map(() => null) : parent;
    return { ...base, ...explainItem(list, failure) };
  }
  if (parent === null && step > 0) {
    const outer = pointerTo('', ...tokens.slice(0, step - 1));
    return { ...base, details: [], hint: missing({ op: 'add', path, step: step - 1 }, outer) };
  }
  if (!isObject(parent)) {
    const hint = `Correct the path; ${above} itself is what an edit can replace here.`;
    return { ...base, details: [], hint };
  }
  const keys = Object.keys(parent);
  const details = [
    `${nameOf(above)} has ${keys.length === 0 ? 'no members' : someOf(keys, mostNames)}`,
  ];
  const written = tokens.slice(step);
  const slashed = keys.find((key) => key.includes('/') && startsWith(written, key.split('/')));
  if (slashed !== undefined) {
    const rest = written.slice(slashed.split('/').length);
    const corrected = pointerTo(above, slashed, ...rest);
    return {
      part: { ...base.part, end: partOf(path, step + slashed.split('/').length - 1).end },
      nearby: { pointer: pointerTo(above, slashed), label: 'this key contains "/"' },
      details: [],
      hint: `Write the slash inside the key as ~1: ${corrected}`,
      corrected,
    };
  }
  const [near] = nearest(written[0] ?? '', keys);
  if (near === undefined) return { ...base, details, hint: missing(failure, above) };
  return {
    ...base,
    nearby: { pointer: pointerTo(above, near), label: 'the nearest key' },
    details,
    hint: `Did you mean ${quote(near)}?`,
  };
}

/** Nothing near: the edit removes what is not there, or it needs a parent first. */
function missing({ op, path, step }: Failure, above: JsonPointer): string {
  const [token = '', child, ...deeper] = pointerTokens(path).slice(step);
  if (op === 'remove') return 'Remove this edit: what it removes is not there.';
  if (child === undefined) return 'Correct the path.';
  const value = isIndex(child) ? '[...]' : `{${child}: ${below(deeper)}}`;
  return `Correct the path, or add what is missing as a whole: {op: add, path: ${pointerTo(above, token)}, value: ${value}}`;
}

function below([next]: readonly string[]): string {
  if (next === undefined) return '...';
  return isIndex(next) ? '[...]' : '{...}';
}

function isIndex(token: string): boolean {
  return /^(?:-|\d+)$/.test(token);
}

function explainItem(
  list: JsonArray,
  { path, step }: Failure,
): Pick<PatchFailureWords, 'details' | 'hint'> {
  const tokens = pointerTokens(path);
  const token = tokens[step] ?? '';
  const names = list.map((item, index) => `${index} ${labelOf(item)}`.trimEnd());
  const listName = tokens[step - 1] ?? 'the list';
  const details = [
    list.length === 0
      ? `${listName} has no items`
      : `${listName} has ${list.length === 1 ? '1 item' : `${list.length} items`}: ${someOf(names, mostNames)}`,
  ];
  const named = list.findIndex((item) => labelOf(item) === token);
  if (named >= 0) {
    const index = pointerTo('', ...tokens.with(step, String(named)));
    return { details, hint: `Items are named by their index, from 0: ${index}` };
  }
  const last = list.length - 1;
  const range = last === 0 ? 'the only index is 0' : `the indices are 0 to ${last}`;
  const append = 'op: add with - as index appends an item';
  return { details, hint: last < 0 ? `Here ${append}.` : `Here ${range}; ${append}.` };
}

/** True where a text is no name, but what nobody may read. */
function isSecretData(document: JsonValue, [first = '']: readonly string[]): boolean {
  return isObject(document) && document['kind'] === 'Secret' && /^(?:data|stringData)$/.test(first);
}

/** What Kubernetes calls an item of a list. */
function labelOf(item: JsonValue): string {
  if (typeof item === 'string') return item.length > 40 ? '' : item;
  const name = isObject(item) ? item['name'] : undefined;
  return typeof name === 'string' ? name : '';
}

function nameOf(pointer: JsonPointer): string {
  return pointer === '' ? 'The object' : pointer;
}

function partOf(path: JsonPointer, step: number): TextPart {
  const segments = path.split('/').slice(1);
  const start = segments.slice(0, step).reduce((sum, segment) => sum + segment.length + 1, 1);
  return { of: path, start, end: start + (segments[step]?.length ?? 0) };
}

function startsWith(tokens: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((token, index) => tokens[index] === token);
}

function valueAt(document: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const token of tokens) {
    if (isArray(value)) value = value.at(Number(token));
    else if (isObject(value)) value = value[token];
    else return undefined;
  }
  return value;
}
