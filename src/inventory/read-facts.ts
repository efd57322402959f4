/** Places in a document in, the facts that are written there out, each with the place of it. */
import type { Taint } from '../model/cluster.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { below, type Located, type Origin, type SourceObject } from '../model/source.ts';
import { hasText, memberOf, textItems } from './cluster-entry.ts';

type Path = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (found, step) =>
      isArray(found) ? found[typeof step === 'number' ? step : -1] : memberOf(found, String(step)),
    value,
  );
}

/** The text at the first of the paths that has one. */
export function firstText(
  { object, origin }: SourceObject,
  ...paths: readonly Path[]
): Located<string> | undefined {
  for (const path of paths) {
    const value = valueAt(object, path);
    if (hasText(value)) return { value, origin: below(origin, ...path) };
  }
  return undefined;
}

/** The texts of the list at a path; undefined if there are none. */
export function textList(
  { object, origin }: SourceObject,
  path: Path,
): Located<readonly string[]> | undefined {
  const value = textItems(valueAt(object, path));
  return value.length === 0 ? undefined : { value, origin: below(origin, ...path) };
}

/** A text as a list of one. */
export function asList(text: Located<string> | undefined): Located<readonly string[]> | undefined {
  return text === undefined ? undefined : { value: [text.value], origin: text.origin };
}

/**
 * The value of the first item `{name, value}` of the list at a path that is called by the word: `region`, `region.example.io`
 * or `example.io/region`.
 */
export function namedValue(
  { object, origin }: SourceObject,
  path: Path,
  word: string,
): Located<string> | undefined {
  const items = valueAt(object, path);
  if (!isArray(items)) return undefined;
  for (const [index, item] of items.entries()) {
    const name = memberOf(item, 'name');
    const value = memberOf(item, 'value');
    if (hasText(name) && hasText(value) && isCalled(name, word))
      return { value, origin: below(origin, ...path, index, 'value') };
  }
  return undefined;
}

function isCalled(name: string, word: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return last === word || last.startsWith(`${word}.`);
}

/** The address without user and password, without a query, which may hold a token, and without the slash at its end. */
export function serverAddress(text: Located<string> | undefined): Located<string> | undefined {
  if (text === undefined) return undefined;
  const value = withoutUser(text.value)
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return { value, origin: text.origin };
}

/** An address without user and password. */
export function withoutUser(address: string): string {
  return address.replace(/(?<=^[a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '');
}

/** Taints as Kubernetes writes them, without those called `ignored`. */
export function taintsAt(
  { object, origin }: SourceObject,
  path: Path,
  ignored: readonly string[] = [],
): readonly Located<Taint>[] {
  return readTaints(valueAt(object, path), below(origin, ...path)).filter(
    ({ value }) => !ignored.includes(value.key),
  );
}

/** The items of a list that are taints: a key, an effect and perhaps a value. */
export function readTaints(
  taints: JsonValue | undefined,
  origin: Origin,
): readonly Located<Taint>[] {
  if (!isArray(taints)) return [];
  return taints.flatMap((taint, index) => {
    if (!isObject(taint)) return [];
    const { key, value, effect } = taint;
    if (typeof key !== 'string' || typeof effect !== 'string') return [];
    const known = { key, effect, ...(typeof value === 'string' ? { value } : {}) };
    return [{ value: known, origin: below(origin, index) }];
  });
}
