/** A literal in, the same as manifest data out: how the code of engines stays readable. */
import { isArray, type JsonObject, type JsonValue, newObject } from '../model/kube-object.ts';

/** A value as written in code; members that are undefined are left out. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | readonly Literal[]
  | { readonly [key: string]: Literal | JsonObject | undefined };

/** The object without prototype, members in the order written. */
export function toObject(literal: {
  readonly [key: string]: Literal | JsonObject | undefined;
}): JsonObject {
  const object = newObject();
  for (const [key, value] of Object.entries(literal))
    if (value !== undefined) object[key] = toValue(value);
  return object;
}

function toValue(value: Literal | JsonObject): JsonValue {
  if (isArray(value)) return (value as readonly Literal[]).map(toValue);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return toObject(value as { readonly [key: string]: Literal });
}
