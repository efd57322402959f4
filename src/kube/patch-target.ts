/** The place a patch operation speaks of: found by its tokens, and written without touching the original. */
import {
  copyObject,
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  type MutableJsonObject,
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
  const way: Step[] = [];
  let current: JsonValue | undefined = document;
  for (const step of tokens.keys()) {
    const purpose = step === tokens.length - 1 ? search.purpose : 'existing';
    const found: Step | TargetFailure = isArray(current)
      ? findItem(current, tokens, step, { ...search, purpose })
      : findMember(current, tokens, step, purpose);
    if ('ok' in found) return found;
    way.push(found);
    current = purpose === 'insert' && isArray(current) ? undefined : valueIn(found);
  }
  return {
    ok: true,
    way,
    before: current,
    oddIndex: tokens.some((token, step) => isOdd(token, way[step])),
  };
}

function valueIn({ container, key }: Step): JsonValue | undefined {
  if (isArray(container)) return container[Number(key)];
  return Object.hasOwn(container, key) ? container[String(key)] : undefined;
}

function isOdd(token: string, step: Step | undefined): boolean {
  return step !== undefined && isArray(step.container) && token !== '-' && !PLAIN_INDEX.test(token);
}

function findMember(
  object: JsonValue | undefined,
  tokens: Tokens,
  step: number,
  purpose: Search['purpose'],
): Step | TargetFailure {
  const key = tokens[step] ?? '';
  if (object === undefined || !isObject(object)) return noContainer(object, tokens, step);
  if (purpose === 'existing' && !Object.hasOwn(object, key)) return noKey(tokens, step);
  return { container: object, key };
}

/**
 * Containers that this patch has copied already and may write to. Nobody else holds them, so that many operations on one
 * large object copy it once.
 */
export type Owned = Set<Container>;

/** The document with `value` in the place; an item is inserted if the target was found for that. */
export function put(
  target: Target,
  value: JsonValue,
  mode: 'insert' | 'set',
  owned: Owned,
): JsonValue {
  return rebuild(target, owned, (container, key) => {
    if (!Array.isArray(container)) container[String(key)] = value;
    else container.splice(Number(key), mode === 'insert' ? 0 : 1, value);
  });
}

/** The document without the place; the items after it move up. */
export function takeOut(target: Target, owned: Owned): JsonValue {
  return rebuild(target, owned, (container, key) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[String(key)];
  });
}

type WritableContainer = MutableJsonObject | JsonValue[];

function rebuild(
  { way }: Target,
  owned: Owned,
  change: (container: WritableContainer, key: string | number) => void,
): JsonValue {
  let below: JsonValue | undefined;
  for (const { container, key } of way.toReversed()) {
    const isOwned = owned.has(container);
    const writable = isOwned ? (container as WritableContainer) : copyContainer(container, owned);
    if (below === undefined) change(writable, key);
    else if (Array.isArray(writable)) writable[Number(key)] = below;
    else writable[String(key)] = below;
    // What stands above an own container refers to it already.
    if (isOwned) return way[0]?.container ?? null;
    below = writable;
  }
  return below ?? null;
}

function copyContainer(container: Container, owned: Owned): WritableContainer {
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
): Step | TargetFailure {
  const token = tokens[step] ?? '';
  const positions = search.purpose === 'insert' ? list.length + 1 : list.length;
  if (token === '-') {
    if (search.purpose === 'insert') return { container: list, key: list.length };
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
  if (index >= 0 && index < positions) return { container: list, key: index };
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
