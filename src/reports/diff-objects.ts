/** Two values in; out: the fields in which they differ, each with its path. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';
import { sortedKeys } from '../model/sorted-keys.ts';
import type { PathStep } from './field-path.ts';
import { type KeyedLists, matchItems } from './match-items.ts';

type Path = readonly PathStep[];

export type FieldChange =
  | { readonly kind: 'added'; readonly path: Path; readonly new: JsonValue }
  | { readonly kind: 'removed'; readonly path: Path; readonly old: JsonValue }
  | {
      readonly kind: 'changed';
      readonly path: Path;
      readonly old: JsonValue;
      readonly new: JsonValue;
    }
  /** The items are there as before, in another order: what tells them apart, in both orders. */
  | {
      readonly kind: 'reordered';
      readonly path: Path;
      readonly old: readonly string[];
      readonly new: readonly string[];
    };

/**
 * The differences in the order of the keys; none exactly if both values print as the same JSON. Items of lists are matched by
 * a key that tells them apart, else by their place.
 */
export function diffObjects(old: JsonValue, next: JsonValue): readonly FieldChange[] {
  const found: FieldChange[] = [];
  compareValues(old, next, { path: [], found });
  return found;
}

interface Place {
  readonly path: Path;
  readonly found: FieldChange[];
}

function compareValues(old: JsonValue, next: JsonValue, place: Place): void {
  if (old === next) return;
  if (isArray(old) && isArray(next)) compareArrays(old, next, place);
  else if (isObject(old) && isObject(next)) compareMembers(old, next, place);
  else if (canonicalJson(old) !== canonicalJson(next))
    place.found.push({ kind: 'changed', path: place.path, old, new: next });
}

function compareMembers(old: JsonObject, next: JsonObject, place: Place): void {
  const keys = new Set([...sortedKeys(old), ...sortedKeys(next)]);
  for (const name of [...keys].sort()) {
    const here = below(place, { kind: 'member', name });
    compareSlots(slot(old, name), slot(next, name), here);
  }
}

function slot(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Undefined: there is nothing at that place. */
function compareSlots(old: JsonValue | undefined, next: JsonValue | undefined, place: Place): void {
  const { path, found } = place;
  if (old === undefined) {
    if (next !== undefined) found.push({ kind: 'added', path, new: next });
  } else if (next === undefined) found.push({ kind: 'removed', path, old });
  else compareValues(old, next, place);
}

function compareArrays(old: JsonArray, next: JsonArray, place: Place): void {
  const keyed = matchItems(old, next);
  if (keyed !== undefined) {
    compareKeyed(keyed, place);
    return;
  }
  for (let index = 0; index < Math.max(old.length, next.length); index += 1)
    compareSlots(old[index], next[index], below(place, { kind: 'index', index }));
}

function compareKeyed({ key, old, new: next }: KeyedLists, place: Place): void {
  for (const value of new Set([...old.keys(), ...next.keys()]))
    compareSlots(old.get(value), next.get(value), below(place, { kind: 'item', key, value }));
  const orders = {
    old: [...old.keys()].filter((value) => next.has(value)),
    new: [...next.keys()].filter((value) => old.has(value)),
  };
  if (orders.old.some((value, index) => value !== orders.new[index]))
    place.found.push({ kind: 'reordered', path: place.path, ...orders });
}

function below({ path, found }: Place, step: PathStep): Place {
  return { path: [...path, step], found };
}
