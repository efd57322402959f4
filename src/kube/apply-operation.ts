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
import type { PatchDialect, ReadOperation, Tokens, Where } from './read-patch.ts';

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
      return add(document, operation, operation.value, context);
    case 'remove':
      return remove(document, operation, context);
    case 'replace':
      return replace(document, operation, operation.value, context);
    case 'move':
      return move(document, operation.from, operation, context);
    case 'copy':
      return copy(document, operation.from, operation, context);
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
  where: Where,
  value: JsonValue,
  { dialect, owned }: PatchContext,
): OperationResult {
  const target = findTarget(document, where.tokens, { dialect, purpose: 'insert' });
  if (!target.ok) return target;
  if (holds(target, value)) return keep(document, target, where.pointer);
  const effect = isItem(target) ? 'inserted' : target.before === undefined ? 'added' : 'replaced';
  const changed = put(document, target, value, 'insert', owned);
  return { ok: true, value: changed, edit: editOf(target, where.pointer, effect, value) };
}

function replace(
  document: JsonValue,
  where: Where,
  value: JsonValue,
  { dialect, owned }: PatchContext,
): OperationResult {
  // evanphx/json-patch v4.12.0: replace of a missing member adds it, of a missing item it fails.
  const purpose = dialect === 'kubefed' ? 'set' : 'existing';
  const target = findTarget(document, where.tokens, { dialect, purpose });
  if (!target.ok) return target;
  if (holds(target, value)) return keep(document, target, where.pointer);
  const changed = put(document, target, value, 'set', owned);
  const edit = editOf(target, where.pointer, 'replaced', value);
  return { ok: true, value: changed, edit: target.before === undefined ? asAdded(edit) : edit };
}

function remove(
  document: JsonValue,
  { tokens, pointer }: Where,
  { dialect, owned }: PatchContext,
): OperationResult {
  const target = findTarget(document, tokens, { dialect, purpose: 'existing' });
  if (!target.ok) return target;
  const edit = editOf(target, pointer, 'removed', undefined);
  return { ok: true, value: takeOut(document, target, owned), edit };
}

function move(
  document: JsonValue,
  from: Tokens,
  where: Where,
  context: PatchContext,
): OperationResult {
  const { tokens } = where;
  const inside =
    from.length <= tokens.length && from.every((token, step) => token === tokens[step]);
  if (inside && from.length < tokens.length) {
    return { ok: false, code: 'invalid', message: 'a value cannot be moved into itself' };
  }
  const source = findTarget(document, from, { dialect: context.dialect, purpose: 'existing' });
  if (!source.ok) return source;
  return inside
    ? keep(document, source, where.pointer)
    : add(takeOut(document, source, context.owned), where, source.before ?? null, context);
}

function copy(
  document: JsonValue,
  from: Tokens,
  where: Where,
  context: PatchContext,
): OperationResult {
  const source = read(document, from, context);
  return source.ok ? add(document, where, source.value, context) : source;
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
  { dialect }: PatchContext,
): { readonly ok: true; readonly value: JsonValue } | TargetFailure {
  if (tokens.length === 0) return { ok: true, value: document };
  const target = findTarget(document, tokens, { dialect, purpose: 'existing' });
  return target.ok ? { ok: true, value: target.before ?? null } : target;
}

function holds({ before }: Target, value: JsonValue): boolean {
  return before !== undefined && equalJson(before, value);
}

function keep(document: JsonValue, target: Target, pointer: JsonPointer): OperationResult {
  const edit = { ...editOf(target, pointer, 'kept', target.before), noEffect: true };
  return { ok: true, value: document, edit };
}

/** `pointer` is the place as the operation names it. */
function editOf(
  { keys, before, oddIndex, isConcrete }: Target,
  pointer: JsonPointer,
  effect: AppliedEdit['effect'],
  after: JsonValue | undefined,
): AppliedEdit {
  return {
    pointer: isConcrete ? pointer : pointerTo('', ...keys),
    effect,
    before,
    after,
    replaceAdds: false,
    oddIndex,
    noEffect: false,
  };
}

function asAdded(edit: AppliedEdit): AppliedEdit {
  return { ...edit, effect: 'added', replaceAdds: true };
}

/** A document that is replaced by another one, or that passed a test. */
function write(
  value: JsonValue,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): OperationResult {
  const edit = {
    pointer: '',
    effect: 'replaced',
    before,
    after,
    replaceAdds: false,
    oddIndex: false,
    noEffect: false,
  } as const;
  return { ok: true, value, edit };
}

function isItem({ container }: Target): boolean {
  return isArray(container);
}
