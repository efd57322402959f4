/** Objects made from one base in; out: those that are equal, together. */
import { groupBy } from '../model/group-by.ts';
import { isArray, isObject, type JsonValue, type KubeObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTokens } from '../model/source.ts';
import { differenceFrom } from './difference.ts';

interface Made {
  readonly object: KubeObject;
}

type Group<Item> = readonly [Item, ...Item[]];

/**
 * Groups by content, each in the order of the items. What most likely tells objects apart are the `places` that were edited;
 * only what is alike in all of them is compared as a whole.
 */
export function groupEqual<Item extends Made>(
  items: Group<Item>,
  base: KubeObject,
  places: readonly JsonPointer[],
): readonly Group<Item>[] {
  let groups: readonly Group<Item>[] = [items];
  for (const place of places) {
    const tokens = pointerTokens(place);
    groups = split(groups, ({ object }) => scalarAt(object, tokens));
  }
  return split(groups, ({ object }) => differenceFrom(base, object));
}

function split<Item extends Made>(
  groups: readonly Group<Item>[],
  textOf: (item: Item) => string,
): readonly Group<Item>[] {
  const result: Group<Item>[] = [];
  for (const group of groups) {
    if (group.length === 1) result.push(group);
    else for (const part of groupBy(group, textOf).values()) result.push(part);
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
