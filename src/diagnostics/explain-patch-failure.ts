/** The way out when an edit fails: the nearest key, or the slash in a key that must be written ~1. */

import { isObject, type JsonValue } from '../model/kube-object.ts';
import { pointerTo, pointerTokens } from '../model/source.ts';
import { quote } from './quote.ts';
import { nearest } from './suggest.ts';

/** A sentence for `help`, or undefined when there is nothing to suggest. */
export function explainPatchFailure(
  document: JsonValue,
  path: string,
  failure: { readonly step?: number },
): string | undefined {
  const tokens = pointerTokens(path);
  const step = failure.step ?? tokens.length - 1;
  const parent = valueAt(document, tokens.slice(0, step));
  const wanted = tokens[step];
  if (!isObject(parent) || wanted === undefined) return undefined;
  const keys = Object.keys(parent);
  const written = tokens.slice(step);
  const slashed = keys.find((key) => key.includes('/') && startsWith(written, key.split('/')));
  if (slashed !== undefined) {
    const rest = written.slice(slashed.split('/').length);
    return `Write the slash inside the key as ~1: ${pointerTo('', ...tokens.slice(0, step), slashed, ...rest)}`;
  }
  const [near] = nearest(wanted, keys);
  return near === undefined ? undefined : `Did you mean ${quote(near)}?`;
}

function startsWith(tokens: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((token, index) => tokens[index] === token);
}

function valueAt(document: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const token of tokens) {
    if (Array.isArray(value)) value = (value as readonly JsonValue[])[Number(token)];
    else if (isObject(value)) value = value[token];
    else return undefined;
  }
  return value;
}
