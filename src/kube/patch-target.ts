/** The place a patch operation speaks of: found by its tokens, and written without touching the original. */
import {
  copyObject,
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  type MutableJsonObject,
  newObject,
} from '../model/kube-object.ts';
import { pointerTo } from '../model/source.ts';
import type { PatchDialect, PatchFailure, Tokens } from './read-patch.ts';

type Container = JsonObject | JsonArray;

/** A member or an item by the way to it from the document. */
export interface Target {
  readonly ok: true;
  /** The tokens, but what an odd index or `-` means in its place; for the end of a list its length. */
  readonly keys: Tokens;
  /** Holds it or will hold it. */
  readonly container: Container;
  /** What stands there; undefined where nothing does, and where an item is about to be inserted. */
  readonly before: JsonValue | undefined;
  /** An index of the path is negative or has a sign or leading zeros. */
  readonly oddIndex: boolean;
  /** The path names the place itself: no index of it is odd or `-`. */
  readonly isConcrete: boolean;
}

export type TargetFailure = Omit<PatchFailure, 'index'>;

export interface Search {
  readonly dialect: PatchDialect;
  /** `insert`: a new member, or an item before the index or at the end; `existing`: it must be there;
   * `set`: an item must be there, a member need not. */
  readonly purpose: 'insert' | 'existing' | 'set';
}

/** Finds the place of at least one token. Fails with path-not-found or bad-index, and the token that failed. */
export function findTarget(
  document: JsonValue,
  tokens: Tokens,
  search: Search,
): Target | TargetFailure {
  const last = tokens.length - 1;
  const onTheWay = existing[search.dialect];
  let resolved: string[] | undefined;
  let current: JsonValue | undefined = document;
  for (let step = 0; ; step += 1) {
    const key = findKey(current, tokens, step, step === last ? search : onTheWay);
    if (typeof key === 'object') return key;
    if (key !== tokens[step]) {
      resolved ??= [...tokens];
      resolved[step] = key;
    }
    // Of anything else the search gives a failure.
    const container = current as Container;
    if (step >= last) {
      const isInserted = search.purpose === 'insert' && isArray(container);
      return {
        ok: true,
        keys: resolved ?? tokens,
        container,
        before: isInserted ? undefined : valueIn(container, key),
        oddIndex: resolved !== undefined && isOdd(resolved, tokens),
        isConcrete: resolved === undefined,
      };
    }
    current = valueIn(container, key);
  }
}

const existing: Readonly<Record<PatchDialect, Search>> = {
  kubefed: { dialect: 'kubefed', purpose: 'existing' },
  rfc6902: { dialect: 'rfc6902', purpose: 'existing' },
};

function isOdd(keys: Tokens, tokens: Tokens): boolean {
  return tokens.some((token, step) => token !== '-' && token !== keys[step]);
}

function valueIn(container: Container, key: string): JsonValue | undefined {
  if (isArray(container)) return container[Number(key)];
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function findKey(
  container: JsonValue | undefined,
  tokens: Tokens,
  step: number,
  search: Search,
): string | TargetFailure {
  if (isArray(container)) return findItem(container, tokens, step, search);
  if (container === undefined || !isObject(container)) return noContainer(container, tokens, step);
  const key = tokens[step] ?? '';
  if (search.purpose === 'existing' && !Object.hasOwn(container, key)) return noKey(tokens, step);
  return key;
}

/**
 * Containers that this patch has copied already and may write to. Nobody else holds them, so that many operations on one
 * large object copy it once. Absent for a patch of one operation, which meets none of its copies again.
 */
export type Owned = Set<Container> | undefined;

/** The document with `value` in the place; an item is inserted if the target was found for that. */
export function put(
  document: JsonValue,
  { keys }: Target,
  value: JsonValue,
  mode: 'insert' | 'set',
  owned: Owned,
): JsonValue {
  const root = own(document as Container, owned);
  const last = keys.length - 1;
  const holder = ownHolder(root, keys, last, owned);
  const key = keys[last] ?? '';
  if (!Array.isArray(holder)) holder[key] = value;
  else holder.splice(Number(key), mode === 'insert' ? 0 : 1, value);
  return root;
}

/** The document without the place; the items after it move up. */
export function takeOut(document: JsonValue, { keys, container }: Target, owned: Owned): JsonValue {
  const last = keys.length - 1;
  const key = keys[last] ?? '';
  if (!isArray(container) && owned?.has(container) !== true) {
    const rest = withoutMember(container, key);
    owned?.add(rest);
    if (last === 0) return rest;
    const root = own(document as Container, owned);
    setIn(ownHolder(root, keys, last - 1, owned), keys[last - 1] ?? '', rest);
    return root;
  }
  const root = own(document as Container, owned);
  const holder = ownHolder(root, keys, last, owned);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return root;
}

/** What a member is deleted from becomes a hash table to the engine, slow to copy and to go through. */
function withoutMember(object: JsonObject, name: string): MutableJsonObject {
  const rest = newObject();
  for (const key in object) {
    const value = object[key];
    if (key !== name && value !== undefined) rest[key] = value;
  }
  return rest;
}

type WritableContainer = MutableJsonObject | JsonValue[];

/** Goes some steps down from a container that may be written to, and makes all on the way such; gives the last one. */
function ownHolder(
  root: WritableContainer,
  keys: Tokens,
  steps: number,
  owned: Owned,
): WritableContainer {
  let holder = root;
  for (let step = 0; step < steps; step += 1) {
    const key = keys[step] ?? '';
    // The search has been there.
    const inner = valueIn(holder, key) as Container;
    const copy = own(inner, owned);
    if (copy !== inner) setIn(holder, key, copy);
    holder = copy;
  }
  return holder;
}

function setIn(holder: WritableContainer, key: string, value: Container): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
}

/** The container itself if the patch made it, else a copy. */
function own(container: Container, owned: Owned): WritableContainer {
  if (owned?.has(container) === true) return container as WritableContainer;
  const copy = isArray(container) ? container.slice() : copyObject(container);
  owned?.add(copy);
  return copy;
}

const PLAIN_INDEX = /^(?:0|[1-9][0-9]*)$/;
const SIGNED_INDEX = /^[-+]?[0-9]+$/;

/** evanphx/json-patch v4.12.0: any decimal integer; negative ones count from the end, in add from one past it. */
function findItem(
  list: JsonArray,
  tokens: Tokens,
  step: number,
  search: Search,
): string | TargetFailure {
  const token = tokens[step] ?? '';
  const positions = search.purpose === 'insert' ? list.length + 1 : list.length;
  if (token === '-') {
    if (search.purpose === 'insert') return String(list.length);
    return fail(
      'bad-index',
      step,
      `"-" is the end of the list ${pointerOf(tokens, step)}; only add can use it`,
    );
  }
  const pattern = search.dialect === 'kubefed' ? SIGNED_INDEX : PLAIN_INDEX;
  if (!pattern.test(token)) {
    const hint = SIGNED_INDEX.test(token) ? ' without sign and leading zeros' : '';
    return fail(
      'bad-index',
      step,
      `${pointerOf(tokens, step)} is a list; "${token}" is no index${hint}`,
    );
  }
  const written = Number(token);
  const index = written < 0 ? written + positions : written;
  if (index >= 0 && index < positions) return String(index);
  const items = `${list.length} ${list.length === 1 ? 'item' : 'items'}`;
  return fail(
    'bad-index',
    step,
    `${pointerOf(tokens, step)} has ${items}; index ${token} is out of range`,
  );
}

function noKey(tokens: Tokens, step: number): TargetFailure {
  const token = tokens[step] ?? '';
  return fail('path-not-found', step, `no key "${token}" in ${pointerOf(tokens, step)}`);
}

function noContainer(value: JsonValue | undefined, tokens: Tokens, step: number): TargetFailure {
  const message = `${pointerOf(tokens, step)} is ${describe(value)}; there is no "${tokens[step] ?? ''}" in it`;
  return fail('path-not-found', step, message);
}

function fail(code: 'path-not-found' | 'bad-index', step: number, message: string): TargetFailure {
  return { ok: false, code, message, step };
}

/** The container that the token at `step` is looked up in. */
function pointerOf(tokens: Tokens, step: number): string {
  return step === 0 ? 'the object' : pointerTo('', ...tokens.slice(0, step));
}

function describe(value: JsonValue | undefined): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return String(value);
    case 'string':
      return 'a text';
    default:
      return 'null';
  }
}
