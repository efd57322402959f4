/** A base and a value in; how the value differs from it out, as a text. What the two share is not looked at. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { sortedKeys } from '../model/sorted-keys.ts';

/**
 * A text that is the same for two values exactly if they are equal, that is if `canonicalJson` prints them alike; '' if they
 * equal the base. Texts hold only among those of one base. The time follows the containers that are not the base's own.
 */
export function differenceFrom(base: JsonValue, value: JsonValue): string {
  if (value === base) return '';
  if (isObject(base) && isObject(value)) return membersText(base, value);
  if (isArray(base) && isArray(value)) return itemsText(base, value);
  const text = contentText(value);
  return text === contentText(base) ? '' : `=${text}`;
}

// No two texts of different kinds begin alike, and all say where they end: names and strings are preceded by their length.

function membersText(base: JsonObject, value: JsonObject): string {
  let text = '';
  for (const key of changedMembers(base, value)) {
    const difference = memberText(base[key], value[key]);
    if (difference !== '') text += `${key.length}:${key}${difference}`;
  }
  return text === '' ? '' : `{${text}}`;
}

/** The names of the members that are not the very same in both, in order. */
function changedMembers(base: JsonObject, value: JsonObject): readonly string[] {
  const changed: string[] = [];
  let common = 0;
  for (const key in value) {
    const before = base[key];
    if (before !== undefined) common += 1;
    if (before !== value[key]) changed.push(key);
  }
  let all = 0;
  for (const _ in base) all += 1;
  if (common < all) for (const key in base) if (value[key] === undefined) changed.push(key);
  return changed.length > 1 ? changed.sort() : changed;
}

function memberText(base: JsonValue | undefined, value: JsonValue | undefined): string {
  if (value === undefined) return base === undefined ? '' : '-';
  return base === undefined ? `=${contentText(value)}` : differenceFrom(base, value);
}

function itemsText(base: JsonArray, value: JsonArray): string {
  let text = base.length === value.length ? '' : `${value.length};`;
  for (let index = 0; index < value.length; index += 1) {
    const difference = memberText(base[index], value[index]);
    if (difference !== '') text += `${index}:${difference}`;
  }
  return text === '' ? '' : `[${text}]`;
}

function contentText(value: JsonValue): string {
  if (typeof value === 'string') return `"${value.length}:${value}`;
  if (isArray(value)) return `[${value.map(contentText).join('')}]`;
  if (!isObject(value)) return `${value},`;
  let text = '{';
  for (const key of sortedKeys(value))
    text += `${key.length}:${key}${contentText(value[key] ?? null)}`;
  return `${text}}`;
}
