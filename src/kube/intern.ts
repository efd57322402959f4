/** Values in; out: a number for each, the same for equal values. What is shared between values is looked at only once. */
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { sortedKeys } from '../model/sorted-keys.ts';

/** Gives a value its number. Equal means what {@link canonicalJson} prints alike: the order of keys does not count. */
export type Intern = (value: JsonValue) => number;

/** Numbers hold only among those of one interner. */
export function createInterner(): Intern {
  const byText = new Map<string, number>();
  const known = new WeakMap<object, number>();
  const numberOf = (text: string): number => {
    const before = byText.get(text);
    if (before !== undefined) return before;
    byText.set(text, byText.size);
    return byText.size - 1;
  };
  const intern = (value: JsonValue): number => {
    if (typeof value !== 'object' || value === null) return numberOf(scalarText(value));
    const before = known.get(value);
    if (before !== undefined) return before;
    const result = numberOf(isArray(value) ? listText(value) : objectText(value));
    known.set(value, result);
    return result;
  };
  // No two texts of different kinds are alike, and neither are two of one kind: names are preceded by their length.
  const listText = (items: readonly JsonValue[]) => {
    let text = '[';
    for (const item of items) text += `${intern(item)},`;
    return text;
  };
  const objectText = (object: JsonValue) => {
    let text = '{';
    if (!isObject(object)) return text;
    for (const key of sortedKeys(object))
      text += `${key.length}:${key}${intern(object[key] ?? null)},`;
    return text;
  };
  return intern;
}

function scalarText(value: null | boolean | number | bigint | string): string {
  return typeof value === 'string' ? `"${value}` : String(value);
}
