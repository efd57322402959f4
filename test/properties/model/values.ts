/** Plain JSON values of the model, and the texts by which they are compared and written. */

export type Json = null | boolean | number | bigint | string | Json[] | JsonMap;

export interface JsonMap {
  [key: string]: Json;
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a map, or undefined when the value is no map or has no such member of its own. */
export function member(value: unknown, ...path: string[]): Json | undefined {
  let current: unknown = value;
  for (const key of path) {
    if (!isMap(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current as Json | undefined;
}

/** Absent and null are one to the controller's readers. */
export function isAbsent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

export function textOr(value: Json | undefined, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

/** A deep copy, in maps without prototype. */
export function cloneValue<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isMap(value)) return value;
  const copy: JsonMap = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[key] = cloneValue(inner);
  return copy as T;
}

/** What is left of a value that went through Go's 64-bit floats. */
export function throughFloat64(value: Json): Json {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(throughFloat64);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, throughFloat64(inner)]),
  );
}

/** The one order of texts: UTF-16 code units. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** JSON text; bigint in full. With sorted keys it is one and the same for equal values. */
export function jsonText(value: unknown, keyOrder: 'sorted' | 'as-is' = 'as-is'): string {
  if (typeof value === 'bigint' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, keyOrder)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value);
  if (keyOrder === 'sorted') keys.sort(byCodeUnits);
  const members = keys.map(
    (key) => `${JSON.stringify(key)}:${jsonText((value as JsonMap)[key], keyOrder)}`,
  );
  return `{${members.join(',')}}`;
}
