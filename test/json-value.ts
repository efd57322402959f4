import { type JsonValue, type MutableJsonObject, newObject } from '../src/model/kube-object.ts';

/** A literal as the parser would give it: objects without prototype, all the way down. */
export function jsonValue(literal: unknown): JsonValue {
  if (Array.isArray(literal)) return literal.map(jsonValue);
  if (typeof literal !== 'object' || literal === null) return literal as JsonValue;
  const made: MutableJsonObject = newObject();
  for (const [key, value] of Object.entries(literal)) made[key] = jsonValue(value);
  return made;
}
