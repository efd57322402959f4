/** Values in; out: their size as JSON, and the first text in them that Flux would replace. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';

/** What walks over values add up. One for all their parts: a repository has millions of them. */
export interface Measure {
  /** The length of the compact JSON form in UTF-16 units; escapes are not counted. */
  units: number;
  /** The first `${NAME}`, as it stands there; a doubled dollar sign protects it. */
  reference: string | undefined;
}

/** No UTF-16 unit takes more bytes in UTF-8. */
export const mostBytesPerUnit = 3;

/** github.com/drone/envsubst, which Flux uses: a name, and behind it perhaps a function such as `:=default`. */
const fluxReference = /(?<!\$)\$\{#?[A-Za-z_]\w*[^}\n]{0,1000}\}/;

export function measure(value: JsonValue): Readonly<Measure> {
  const result: Measure = { units: 0, reference: undefined };
  addValue(value, result);
  return result;
}

/**
 * How a value measures against a base: the units that it has more, and some reference in what the two do not share. Takes
 * time for that part only.
 */
export function measureChange(base: JsonValue, value: JsonValue): Readonly<Measure> {
  const result: Measure = { units: 0, reference: undefined };
  addChange(base, value, result);
  return result;
}

/** The bytes of the compact JSON form in UTF-8; escapes are not counted, and each half of a surrogate pair counts as two. */
export function countBytes(value: JsonValue): number {
  if (typeof value === 'string') return byteLength(value) + 2;
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + countBytes(item) + 1, 2);
  if (!isObject(value)) return String(value).length;
  return Object.keys(value).reduce(
    (sum, key) => sum + byteLength(key) + 4 + countBytes(value[key] ?? null),
    2,
  );
}

function addValue(value: JsonValue, sum: Measure): void {
  if (typeof value === 'string') addText(value, sum);
  else if (isArray(value)) addItems(value, sum);
  else if (isObject(value)) addMembers(value, sum);
  else sum.units += String(value).length;
}

function addText(text: string, sum: Measure): void {
  sum.units += text.length + 2;
  findReference(text, sum);
}

function findReference(text: string, sum: Measure): void {
  if (sum.reference === undefined && text.includes('${'))
    sum.reference = fluxReference.exec(text)?.[0];
}

function addItems(items: JsonArray, sum: Measure): void {
  sum.units += items.length + 2;
  for (const item of items) addValue(item, sum);
}

function addMembers(object: JsonObject, sum: Measure): void {
  sum.units += 2;
  for (const key in object) {
    addKey(key, sum);
    addValue(object[key] ?? null, sum);
  }
}

/** Flux replaces in the text of the whole object. */
function addKey(key: string, sum: Measure): void {
  sum.units += unitsOfKey(key);
  findReference(key, sum);
}

/** With the quotes, the colon and the comma. */
function unitsOfKey(key: string): number {
  return key.length + 4;
}

function addChange(base: JsonValue, value: JsonValue, sum: Measure): void {
  if (value === base) return;
  if (isObject(base) && isObject(value)) addChangeOfMembers(base, value, sum);
  else if (isArray(base) && isArray(value) && base.length === value.length) {
    for (let index = 0; index < value.length; index += 1)
      addChange(base[index] ?? null, value[index] ?? null, sum);
  } else {
    addValue(value, sum);
    sum.units -= unitsOf(base);
  }
}

function addChangeOfMembers(base: JsonObject, value: JsonObject, sum: Measure): void {
  let common = 0;
  for (const key in value) {
    const before = base[key];
    const after = value[key] ?? null;
    if (before === undefined) {
      addKey(key, sum);
      addValue(after, sum);
    } else {
      common += 1;
      addChange(before, after, sum);
    }
  }
  if (common === countMembers(base)) return;
  for (const key in base)
    if (value[key] === undefined) sum.units -= unitsOfKey(key) + unitsOf(base[key] ?? null);
}

function countMembers(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count += 1;
  return count;
}

/** The size alone. */
function unitsOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  let units = 2;
  if (isArray(value)) {
    units += value.length;
    for (const item of value) units += unitsOf(item);
  } else if (isObject(value)) {
    for (const key in value) units += unitsOfKey(key) + unitsOf(value[key] ?? null);
  } else return String(value).length;
  return units;
}

function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}
