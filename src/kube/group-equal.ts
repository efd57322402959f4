/** Objects made from one base in; out: those that are equal, together. */
import { isArray, isObject, type JsonValue, type KubeObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTokens } from '../model/source.ts';
import { differenceFrom } from './difference.ts';

interface Made {
  readonly object: KubeObject;
}

type Group<Item> = readonly [Item, ...Item[]];

/** What is equal to nothing else, and groups of several that are equal, each in the order of the items. */
export interface Grouped<Item> {
  readonly alone: readonly Item[];
  readonly together: readonly Group<Item>[];
}

/**
 * Groups by content. What most likely tells objects apart are the `places` that were edited; only what is alike in all of them is
 * compared as a whole.
 */
export function groupEqual<Item extends Made>(
  items: readonly Item[],
  base: KubeObject,
  places: readonly JsonPointer[],
): Grouped<Item> {
  const alone: Item[] = [];
  let together: readonly (readonly Item[])[] = [items];
  for (const place of places) {
    if (together.length === 0) break;
    const tokens = pointerTokens(place);
    together = split(together, ({ object }) => scalarAt(object, tokens), alone);
  }
  return { alone, together: split(together, ({ object }) => differenceFrom(base, object), alone) };
}

/** Adds to `alone` what shares its text with nothing else. */
function split<Item extends Made>(
  groups: readonly (readonly Item[])[],
  textOf: (item: Item) => string,
  alone: Item[],
): readonly Group<Item>[] {
  const result: Group<Item>[] = [];
  for (const group of groups) {
    const parts = new Map<string, Item | [Item, ...Item[]]>();
    for (const item of group) {
      const text = textOf(item);
      const part = parts.get(text);
      if (part === undefined) parts.set(text, item);
      else if (Array.isArray(part)) part.push(item);
      else parts.set(text, [part, item]);
    }
    for (const part of parts.values())
      if (Array.isArray(part)) result.push(part);
      else alone.push(part);
  }
  return result;
}

/** The same for equal objects; where it is no scalar, nothing is known. */
function scalarAt(object: KubeObject, tokens: readonly string[]): string {
  let value: JsonValue | undefined = object;
  for (const token of tokens) {
    if (isArray(value)) value = value[Number(token)];
    else if (isObject(value)) value = value[token];
    else return '';
  }
  if (typeof value === 'string') return value;
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
