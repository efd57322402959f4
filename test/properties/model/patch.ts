/** The patch library under KubeFed (evanphx/json-patch 4.12.0), on a copy, one step at a time. */
import { cloneValue, isMap, type Json, type JsonMap } from './values.ts';

export interface PatchItem {
  op?: string;
  path: string;
  value?: Json;
}

export type PatchResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly reason: string };

class PatchFailure extends Error {}

/** Applies the items in order; on the first failure nothing is applied. */
export function applyPatch(document: Json, items: readonly PatchItem[]): PatchResult {
  const copy = cloneValue(document);
  try {
    for (const item of items) applyItem(copy, item);
    return { ok: true, value: copy };
  } catch (error) {
    if (error instanceof PatchFailure) return { ok: false, reason: error.message };
    throw error;
  }
}

/** The decoded steps of a path; text before the first slash does not count. Undefined without a slash. */
export function pathTokens(path: string): string[] | undefined {
  const slash = path.indexOf('/');
  if (slash < 0) return undefined;
  return path
    .slice(slash + 1)
    .split('/')
    .map((token) => token.replace(/~[01]/g, (sequence) => (sequence === '~1' ? '/' : '~')));
}

function applyItem(document: Json, item: PatchItem): void {
  const op = item.op === undefined || item.op === '' ? 'replace' : item.op;
  if (!['add', 'remove', 'replace'].includes(op)) throw new PatchFailure('unsupported-op');
  const tokens = pathTokens(item.path);
  if (tokens === undefined) throw new PatchFailure('missing-path');
  const last = tokens.pop()!;
  const parent = tokens.reduce(stepInto, document);
  const value = item.value === undefined ? null : cloneValue(item.value);
  if (Array.isArray(parent)) editArray(parent, op, last, value);
  else if (isMap(parent)) editMap(parent, op, last, value);
  else throw new PatchFailure('missing-path');
}

function stepInto(container: Json, token: string): Json {
  let next: Json | undefined;
  if (Array.isArray(container)) {
    const index = existingIndex(container, token);
    next = container[index];
  } else if (isMap(container) && Object.hasOwn(container, token)) {
    next = container[token];
  }
  if (typeof next !== 'object' || next === null) throw new PatchFailure('missing-path');
  return next;
}

function editMap(map: JsonMap, op: string, key: string, value: Json): void {
  if (op !== 'remove') {
    map[key] = value;
    return;
  }
  if (!Object.hasOwn(map, key)) throw new PatchFailure('missing-key');
  delete map[key];
}

function editArray(list: Json[], op: string, token: string, value: Json): void {
  if (op === 'replace') list[existingIndex(list, token)] = value;
  else if (op === 'remove') list.splice(existingIndex(list, token), 1);
  else if (token === '-') list.push(value);
  else list.splice(indexWithin(token, list.length + 1), 0, value);
}

function existingIndex(list: readonly Json[], token: string): number {
  return indexWithin(token, list.length);
}

/** A decimal integer with optional sign, counted from the end when negative; 0 to count-1. */
function indexWithin(token: string, count: number): number {
  if (!/^[+-]?[0-9]+$/.test(token)) throw new PatchFailure('bad-index');
  const index = Number(token);
  const counted = index < 0 ? index + count : index;
  if (counted < 0 || counted >= count) throw new PatchFailure('index');
  return counted === 0 ? 0 : counted;
}
