/** One operation of a JSON patch: what it makes of the document, and what it did. */
import { isArray, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo } from '../model/source.ts';
import { equalJson } from './equal.ts';
import {
  findTarget,
  type Owned,
  put,
  type Target,
  type TargetFailure,
  takeOut,
} from './patch-target.ts';
import type { PatchDialect, ReadOperation, Tokens } from './read-patch.ts';

/** What one operation did. */
export interface AppliedEdit {
  /** The concrete place, an RFC 6901 pointer: `/-` and odd indices are resolved to what they meant. */
  readonly pointer: JsonPointer;
  /** `inserted` and `removed` move the later items of a list; `kept`: the value was there already. */
  readonly effect: 'added' | 'inserted' | 'replaced' | 'removed' | 'kept';
  /** What the path named before; undefined where nothing stood, and where an item was inserted. */
  readonly before: JsonValue | undefined;
  /** What the path names afterwards; undefined after a removal. */
  readonly after: JsonValue | undefined;
  /** A replace of a member that was not there; only the kubefed dialect allows it. */
  readonly replaceAdds: boolean;
  /** An index of the path is negative, or has a sign or leading zeros. */
  readonly oddIndex: boolean;
  /** The value was there already. A test that passes is meant to change nothing and does not count. */
  readonly noEffect: boolean;
}

/** What the operations of one patch share. */
export interface PatchContext {
  readonly dialect: PatchDialect;
  readonly owned: Owned;
}

export type OperationResult =
  | { readonly ok: true; readonly value: JsonValue; readonly edit: AppliedEdit }
  | TargetFailure;

/** Applies an operation to a copy; a value that is there already leaves the very same document. */
export function applyOperation(
  document: JsonValue,
  operation: ReadOperation,
  context: PatchContext,
): OperationResult {
  if (operation.tokens.length === 0) return applyToRoot(document, operation, context);
  switch (operation.op) {
    case 'add':
      return add(document, operation.tokens, operation.value, context);
    case 'remove':
      return remove(document, operation.tokens, context);
    case 'replace':
      return replace(document, operation.tokens, operation.value, context);
    case 'move':
      return move(document, operation.from, operation.tokens, context);
    case 'copy':
      return copy(document, operation.from, operation.tokens, context);
    case 'test':
      return test(document, operation.tokens, operation.value, context);
  }
}

function applyToRoot(
  document: JsonValue,
  operation: ReadOperation,
  context: PatchContext,
): OperationResult {
  if (context.dialect === 'kubefed') {
    return {
      ok: false,
      code: 'root',
      message: 'an override edits the members of an object, not the whole object',
    };
  }
  switch (operation.op) {
    case 'add':
    case 'replace':
      return write(operation.value, document, operation.value);
    case 'remove':
      return { ok: false, code: 'root', message: 'the whole document cannot be removed' };
    case 'move':
    case 'copy': {
      const source = read(document, operation.from, context);
      return source.ok ? write(source.value, document, source.value) : source;
    }
    case 'test':
      return compare(document, document, operation.value, '');
  }
}

function add(
  document: JsonValue,
  tokens: Tokens,
  value: JsonValue,
  context: PatchContext,
): OperationResult {
  const target = findTarget(document, tokens, { ...context, purpose: 'insert' });
  if (!target.ok) return target;
  if (holds(target, value)) return keep(document, target);
  return write(put(target, value, 'insert', context.owned), target.before, value, {
    ...target,
    effect: isItem(target) ? 'inserted' : target.before === undefined ? 'added' : 'replaced',
  });
}

function replace(
  document: JsonValue,
  tokens: Tokens,
  value: JsonValue,
  context: PatchContext,
): OperationResult {
  // evanphx/json-patch v4.12.0: replace of a missing member adds it, of a missing item it fails.
  const purpose = context.dialect === 'kubefed' ? 'set' : 'existing';
  const target = findTarget(document, tokens, { ...context, purpose });
  if (!target.ok) return target;
  if (holds(target, value)) return keep(document, target);
  return write(put(target, value, 'set', context.owned), target.before, value, {
    ...target,
    effect: target.before === undefined ? 'added' : 'replaced',
    replaceAdds: target.before === undefined,
  });
}

function remove(document: JsonValue, tokens: Tokens, context: PatchContext): OperationResult {
  const target = findTarget(document, tokens, { ...context, purpose: 'existing' });
  if (!target.ok) return target;
  return write(takeOut(target, context.owned), target.before, undefined, {
    ...target,
    effect: 'removed',
  });
}

function move(
  document: JsonValue,
  from: Tokens,
  tokens: Tokens,
  context: PatchContext,
): OperationResult {
  const inside =
    from.length <= tokens.length && from.every((token, step) => token === tokens[step]);
  if (inside && from.length < tokens.length) {
    return { ok: false, code: 'invalid', message: 'a value cannot be moved into itself' };
  }
  const source = findTarget(document, from, { ...context, purpose: 'existing' });
  if (!source.ok) return source;
  return inside
    ? keep(document, source)
    : add(takeOut(source, context.owned), tokens, source.before ?? null, context);
}

function copy(
  document: JsonValue,
  from: Tokens,
  tokens: Tokens,
  context: PatchContext,
): OperationResult {
  const source = read(document, from, context);
  return source.ok ? add(document, tokens, source.value, context) : source;
}

function test(
  document: JsonValue,
  tokens: Tokens,
  value: JsonValue,
  context: PatchContext,
): OperationResult {
  const found = read(document, tokens, context);
  return found.ok
    ? compare(document, found.value, value, ` at ${pointerTo('', ...tokens)}`)
    : found;
}

function compare(
  document: JsonValue,
  found: JsonValue,
  value: JsonValue,
  where: string,
): OperationResult {
  if (equalJson(found, value)) return write(document, found, found);
  return {
    ok: false,
    code: 'test-failed',
    message: `the value${where} is not the one that is tested for`,
  };
}

function read(
  document: JsonValue,
  tokens: Tokens,
  context: PatchContext,
): { readonly ok: true; readonly value: JsonValue } | TargetFailure {
  if (tokens.length === 0) return { ok: true, value: document };
  const target = findTarget(document, tokens, { ...context, purpose: 'existing' });
  return target.ok ? { ok: true, value: target.before ?? null } : target;
}

function holds(target: Target, value: JsonValue): boolean {
  return target.before !== undefined && equalJson(target.before, value);
}

function keep(document: JsonValue, target: Target): OperationResult {
  const { before, oddIndex } = target;
  const edit = {
    pointer: pointerOf(target.way),
    effect: 'kept',
    before,
    after: before,
    replaceAdds: false,
    oddIndex,
    noEffect: true,
  } as const;
  return { ok: true, value: document, edit };
}

interface Written {
  readonly way?: Target['way'];
  readonly effect?: AppliedEdit['effect'];
  readonly oddIndex?: boolean;
  readonly replaceAdds?: boolean;
}

function write(
  value: JsonValue,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  { way = [], effect = 'replaced', oddIndex = false, replaceAdds = false }: Written = {},
): OperationResult {
  const edit = { pointer: pointerOf(way), effect, before, after, replaceAdds, oddIndex } as const;
  return { ok: true, value, edit: { ...edit, noEffect: false } };
}

function isItem({ way }: Target): boolean {
  const last = way.at(-1);
  return last !== undefined && isArray(last.container);
}

function pointerOf(way: Target['way']): JsonPointer {
  return pointerTo('', ...way.map(({ key }) => key));
}
