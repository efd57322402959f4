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

interface Step {
  readonly container: Container;
  /** An index from zero in a list; the length of the list for one past its end. */
  readonly key: string | number;
}

/** A member or an item by the containers on the way to it; the last of them holds it or will hold it. */
export interface Target {
  readonly ok: true;
  readonly way: readonly Step[];
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
  { dialect, purpose }: Search,
): Target | TargetFailure {
  const way: Step[] = [];
  let current: JsonValue | undefined = document;
  let hasItems = false;
  for (let step = 0; step < tokens.length; step += 1) {
    const purposeHere = step === tokens.length - 1 ? purpose : 'existing';
    const key: string | number | TargetFailure = isArray(current)
      ? findItem(current, tokens, step, { dialect, purpose: purposeHere })
      : findMember(current, tokens, step, purposeHere);
    if (typeof key === 'object') return key;
    hasItems ||= isArray(current);
    // Of anything else both searches give a failure.
    const container = current as Container;
    way.push({ container, key });
    current = purposeHere === 'insert' && isArray(container) ? undefined : valueIn(container, key);
  }
  const spelling = hasItems ? spellingOf(way, tokens) : usualSpelling;
  const { oddIndex, isConcrete } = spelling;
  return { ok: true, way, before: current, oddIndex, isConcrete };
}

type Spelling = Pick<Target, 'oddIndex' | 'isConcrete'>;

const usualSpelling: Spelling = { oddIndex: false, isConcrete: true };

function spellingOf(way: readonly Step[], tokens: Tokens): Spelling {
  let oddIndex = false;
  let isConcrete = true;
  for (let step = 0; step < tokens.length; step += 1) {
    const token = tokens[step] ?? '';
    const key = way[step]?.key;
    if (typeof key !== 'number' || PLAIN_INDEX.test(token)) continue;
    isConcrete = false;
    if (token !== '-') oddIndex = true;
  }
  return { oddIndex, isConcrete };
}

function valueIn(container: Container, key: string | number): JsonValue | undefined {
  if (isArray(container)) return container[Number(key)];
  return Object.hasOwn(container, key) ? container[String(key)] : undefined;
}

function findMember(
  object: JsonValue | undefined,
  tokens: Tokens,
  step: number,
  purpose: Search['purpose'],
): string | TargetFailure {
  const key = tokens[step] ?? '';
  if (object === undefined || !isObject(object)) return noContainer(object, tokens, step);
  if (purpose === 'existing' && !Object.hasOwn(object, key)) return noKey(tokens, step);
  return key;
}

/**
 * Containers that this patch has copied already and may write to. Nobody else holds them, so that many operations on one
 * large object copy it once.
 */
export type Owned = Set<Container>;

/** The document with `value` in the place; an item is inserted if the target was found for that. */
export function put(
  { way }: Target,
  value: JsonValue,
  mode: 'insert' | 'set',
  owned: Owned,
): JsonValue {
  const { container, key } = lastOf(way);
  const writable = own(container, owned);
  if (!Array.isArray(writable)) writable[String(key)] = value;
  else writable.splice(Number(key), mode === 'insert' ? 0 : 1, value);
  return rebuild(way, writable, owned);
}

/** The document without the place; the items after it move up. */
export function takeOut({ way }: Target, owned: Owned): JsonValue {
  const { container, key } = lastOf(way);
  if (!isArray(container) && !owned.has(container)) {
    const rest = withoutMember(container, String(key));
    owned.add(rest);
    return rebuild(way, rest, owned);
  }
  const writable = own(container, owned);
  if (Array.isArray(writable)) writable.splice(Number(key), 1);
  else delete writable[String(key)];
  return rebuild(way, writable, owned);
}

/** What a member is deleted from becomes a hash table to the engine, slow to copy and to go through. */
function withoutMember(object: JsonObject, name: string): MutableJsonObject {
  const rest = newObject();
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (key !== name && value !== undefined) rest[key] = value;
  }
  return rest;
}

type WritableContainer = MutableJsonObject | JsonValue[];

function lastOf(way: readonly Step[]): Step {
  const last = way[way.length - 1];
  if (last === undefined) throw new RangeError('a target has at least one step');
  return last;
}

/** Puts the last container of the way, as it is now, into copies of those above it. */
function rebuild(way: readonly Step[], changed: WritableContainer, owned: Owned): JsonValue {
  let below = changed;
  for (let step = way.length - 2; step >= 0; step -= 1) {
    const above = way[step];
    // What stands above an own container refers to it already.
    if (above === undefined || way[step + 1]?.container === below) return way[0]?.container ?? null;
    const writable = own(above.container, owned);
    if (Array.isArray(writable)) writable[Number(above.key)] = below;
    else writable[String(above.key)] = below;
    below = writable;
  }
  return below;
}

/** The container itself if the patch made it, else a copy. */
function own(container: Container, owned: Owned): WritableContainer {
  if (owned.has(container)) return container as WritableContainer;
  const copy = isArray(container) ? [...container] : copyObject(container);
  owned.add(copy);
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
): number | TargetFailure {
  const token = tokens[step] ?? '';
  const positions = search.purpose === 'insert' ? list.length + 1 : list.length;
  if (token === '-') {
    if (search.purpose === 'insert') return list.length;
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
  if (index >= 0 && index < positions) return index;
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
