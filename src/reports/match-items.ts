/** Two lists in; out: the key that tells their items apart, if they have one. */
import { isObject, type JsonArray, type JsonObject, type JsonValue } from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';

/** The keys by which Kubernetes and its users tell the items of a list apart, the most telling first. */
const identifyingKeys = [
  'name',
  'mountPath',
  'devicePath',
  'containerPort',
  'port',
  'ip',
  'topologyKey',
  'type',
  'host',
  'key',
];

/** The items of a list by what their key says, in the order of the list. */
export type KeyedItems = ReadonlyMap<string, JsonObject>;

/** A pair of lists whose items can be told apart. */
export interface KeyedLists {
  readonly key: string;
  readonly old: KeyedItems;
  readonly new: KeyedItems;
}

/**
 * The first key that every item of both lists has, with a text, number or boolean that occurs once in each list; undefined
 * if there is none, and items are then compared by their place.
 */
export function matchItems(old: JsonArray, next: JsonArray): KeyedLists | undefined {
  for (const key of identifyingKeys) {
    const oldItems = keyedBy(key, old);
    const newItems = oldItems === undefined ? undefined : keyedBy(key, next);
    if (oldItems !== undefined && newItems !== undefined)
      return { key, old: oldItems, new: newItems };
  }
  return undefined;
}

function keyedBy(key: string, items: JsonArray): KeyedItems | undefined {
  const found = new Map<string, JsonObject>();
  for (const item of items) {
    if (!isObject(item) || !Object.hasOwn(item, key)) return undefined;
    const text = keyTextOf(item[key] ?? null);
    if (text === undefined || found.has(text)) return undefined;
    found.set(text, item);
  }
  return found;
}

/** A text stands for itself unless it looks like another kind of value, so that 80 and "80" stay apart. */
function keyTextOf(value: JsonValue): string | undefined {
  if (value === null || typeof value === 'object') return undefined;
  if (typeof value !== 'string') return canonicalJson(value);
  return /^(?:true$|false$|[-\d"])/.test(value) ? canonicalJson(value) : value;
}
