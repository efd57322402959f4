/** A JSON patch as somebody wrote it to operations that can be applied: shapes, paths and the checks of the list. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo, pointerTokens } from '../model/source.ts';

/** `kubefed`: the override path of KubeFed v0.10 and the library it pins; `rfc6902`: the RFC, all six operations. */
export type PatchDialect = 'kubefed' | 'rfc6902';

export interface PatchOperation {
  /** In the kubefed dialect absent or empty means replace. */
  readonly op?: string | undefined;
  readonly path: JsonPointer;
  /** In the kubefed dialect absent means null. */
  readonly value?: JsonValue | undefined;
  /** Only move and copy have it. */
  readonly from?: JsonPointer | undefined;
}

type PatchFailureCode =
  | 'duplicate-path'
  | 'protected-path'
  | 'path-not-found'
  | 'bad-index'
  | 'unsupported-op'
  | 'root'
  | 'identity-changed'
  | 'test-failed'
  | 'invalid';

export interface PatchFailure {
  readonly ok: false;
  readonly code: PatchFailureCode;
  /** What is wrong, without full stop, in words that name the user's own keys. */
  readonly message: string;
  /** The operation, from zero; of two with the same path the second. */
  readonly index: number;
  /** The token of the path that failed, from zero, where one did. */
  readonly step?: number;
}

export type ReadOperation = Where &
  (
    | { readonly op: 'add' | 'replace' | 'test'; readonly value: JsonValue }
    | { readonly op: 'remove' }
    | { readonly op: 'move' | 'copy'; readonly from: Tokens }
  );

/** The place an operation names: its path, escaped as RFC 6901 does, and the steps of it. */
export interface Where {
  readonly pointer: JsonPointer;
  readonly tokens: Tokens;
}

/** The decoded steps of a pointer; none for the whole document. */
export type Tokens = readonly string[];

type Problem = Pick<PatchFailure, 'code' | 'message'>;
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The operations of a patch, or the first thing that makes the whole list wrong. The input is not trusted to have
 * the type it claims.
 */
export function readPatch(
  operations: readonly PatchOperation[],
  dialect: PatchDialect,
): Read<readonly ReadOperation[]> & { readonly index: number } {
  if (!isArray(operations)) {
    return { ...refuse('invalid', 'a patch is a list of operations'), index: 0 };
  }
  const value: ReadOperation[] = [];
  for (const operation of operations) {
    const read = readOperation(operation, dialect);
    if (!read.ok) return { ...read, index: value.length };
    value.push(read.value);
  }
  const wrong = dialect === 'kubefed' ? checkList(operations, value) : undefined;
  return wrong ?? { ok: true, value, index: operations.length };
}

/** An operation whose shape is known: its path begins with a slash, and it has a value unless it removes one. */
export interface KnownOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: JsonPointer;
  readonly value?: JsonValue;
}

/** As {@link readPatch} for the edits of a fleet, of which there are very many, and whose shapes the front end has checked. */
export function readKnown(
  operations: readonly KnownOperation[],
  dialect: PatchDialect,
  readPath: ReadPath,
): ReturnType<typeof readPatch> {
  const value: ReadOperation[] = [];
  for (const { op, path, value: written = null } of operations) {
    const { pointer, tokens } = readPath(path);
    value.push(op === 'remove' ? { op, pointer, tokens } : { op, pointer, tokens, value: written });
  }
  const wrong = dialect === 'kubefed' ? checkList(operations, value) : undefined;
  return wrong ?? { ok: true, value, index: operations.length };
}

function refuse(
  code: PatchFailureCode,
  message: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, message } };
}

function readOperation(operation: unknown, dialect: PatchDialect): Read<ReadOperation> {
  if (!isObject(operation))
    return refuse('invalid', 'an operation is an object with op, path and value');
  const name = readName(operation, dialect);
  if (!name.ok) return name;
  const misspelt = dialect === 'kubefed' ? misspeltMember(operation) : undefined;
  if (misspelt !== undefined) return misspelt;
  const path = readPlace(operation, 'path', dialect);
  if (!path.ok) return path;
  const { pointer, tokens } = path.value;
  switch (name.value) {
    case 'remove':
      return { ok: true, value: { op: 'remove', pointer, tokens } };
    case 'move':
    case 'copy': {
      const from = readPlace(operation, 'from', dialect);
      if (!from.ok) return from;
      return { ok: true, value: { op: name.value, pointer, tokens, from: from.value.tokens } };
    }
    default: {
      const value = readValue(operation, dialect);
      if (!value.ok) return value;
      return { ok: true, value: { op: name.value, pointer, tokens, value: value.value } };
    }
  }
}

function member(operation: JsonObject, name: string): unknown {
  return Object.hasOwn(operation, name) ? operation[name] : undefined;
}

const OPERATIONS: Readonly<Record<PatchDialect, readonly ReadOperation['op'][]>> = {
  // KubeFed v0.10, the pattern of op in its CRDs: ^(add|remove|replace)?$
  kubefed: ['add', 'remove', 'replace'],
  rfc6902: ['add', 'remove', 'replace', 'move', 'copy', 'test'],
};

function readName(operation: JsonObject, dialect: PatchDialect): Read<ReadOperation['op']> {
  const op = member(operation, 'op');
  // KubeFed v0.10, pkg/controller/util/overrides.go: an absent op means replace.
  if (dialect === 'kubefed' && (op === undefined || op === ''))
    return { ok: true, value: 'replace' };
  const known = OPERATIONS[dialect].find((name) => name === op);
  if (known !== undefined) return { ok: true, value: known };
  if (typeof op !== 'string') return refuse('invalid', 'the op of an operation is a text');
  return refuse(
    'unsupported-op',
    `"${op}" is no operation here; there are ${OPERATIONS[dialect].join(', ')}`,
  );
}

/** The original decodes member names whatever their case; saying so is safer than to read a null. */
function misspeltMember(operation: JsonObject): Read<never> | undefined {
  for (const key of Object.keys(operation)) {
    if (key.length > LONGEST_MEMBER || MEMBERS.has(key)) continue;
    const lower = key.toLowerCase();
    if (MEMBERS.has(lower)) return refuse('invalid', `"${key}" is written "${lower}"`);
  }
  return undefined;
}

const MEMBERS: ReadonlySet<string> = new Set(['op', 'path', 'value']);
const LONGEST_MEMBER = 'value'.length;

/** Reads a path that is empty or begins with a slash. */
export type ReadPath = (path: JsonPointer) => Where;

/** Reads equal paths once: those of the clusters of a fleet are few, in very many edits. */
export function createPathReader(): ReadPath {
  const known = new Map<JsonPointer, Where>();
  return (path) => {
    let where = known.get(path);
    if (where === undefined) {
      where = readPointer(path);
      known.set(path, where);
    }
    return where;
  };
}

function readPointer(path: JsonPointer): Where {
  const tokens = pointerTokens(path);
  return { pointer: pointerTo('', ...tokens), tokens };
}

function readPlace(
  operation: JsonObject,
  name: 'path' | 'from',
  dialect: PatchDialect,
): Read<Where> {
  const pointer = member(operation, name);
  if (typeof pointer !== 'string')
    return refuse('invalid', `the operation has no ${name}, or it is no text`);
  if (pointer === '' || pointer.startsWith('/')) return { ok: true, value: readPointer(pointer) };
  const meant = meantPointer(pointer);
  // The library ignores the text before the first slash, so these would get round the check of the list.
  const candidates = [pointerTokens(meant), pointerTokens(pointer)];
  const found = dialect === 'kubefed' ? candidates.find(isProtected) : undefined;
  if (found !== undefined) return protectedPath(found);
  return refuse('invalid', `"${pointer}" does not begin with a slash; write "${meant}"`);
}

/** `spec/replicas`, `#/spec/replicas` and `spec.containers[0].image` as the pointers they stand for. */
function meantPointer(path: string): JsonPointer {
  if (path.startsWith('#/')) return path.slice(1);
  if (path.includes('/')) return `/${path}`;
  return pointerTo('', ...path.split(/[.[\]]+/).filter((token) => token !== ''));
}

function readValue(operation: JsonObject, dialect: PatchDialect): Read<JsonValue> {
  const value = member(operation, 'value');
  if (value === undefined) {
    return dialect === 'kubefed'
      ? { ok: true, value: null }
      : refuse('invalid', 'the operation has no value');
  }
  return isJson(value, 0)
    ? { ok: true, value }
    : refuse('invalid', 'the value of the operation is no JSON value');
}

/** Far beyond any manifest, and far below what a call stack bears. */
const DEEPEST_VALUE = 1000;

function isJson(value: unknown, depth: number): value is JsonValue {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value);
    case 'string':
    case 'boolean':
    case 'bigint':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= DEEPEST_VALUE) return false;
      return isArray(value)
        ? value.every((inner) => isJson(inner, depth + 1))
        : Object.values(value).every((inner) => isJson(inner, depth + 1));
    default:
      return false;
  }
}

/** KubeFed v0.10, pkg/controller/util/overrides.go: in the order of the list, a protected path, then a repeated one. */
function checkList(
  operations: readonly PatchOperation[],
  read: readonly ReadOperation[],
): { readonly ok: false; readonly problem: Problem; readonly index: number } | undefined {
  const seen = read.length > MOST_COMPARED ? new Set<string>() : undefined;
  let index = 0;
  for (const { pointer, tokens } of read) {
    if (PROTECTED.has(pointer)) return { ...protectedPath(tokens), index };
    const path = operations[index]?.path ?? '';
    if (seen === undefined ? isEarlier(path, operations, index) : seen.has(path)) {
      const message = `the path "${path}" is there twice; a path may be edited only once`;
      return { ...refuse('duplicate-path', message), index };
    }
    seen?.add(path);
    index += 1;
  }
  return undefined;
}

/** Of longer lists a set tells sooner what is there twice. */
const MOST_COMPARED = 8;

function isEarlier(path: string, operations: readonly PatchOperation[], end: number): boolean {
  for (let index = 0; index < end; index += 1)
    if ((operations[index]?.path ?? '') === path) return true;
  return false;
}

const PROTECTED = new Set([
  '/metadata/name',
  '/metadata/namespace',
  '/metadata/generateName',
  '/kind',
]);

function isProtected(tokens: Tokens): boolean {
  return PROTECTED.has(pointerTo('', ...tokens));
}

function protectedPath(tokens: Tokens): { readonly ok: false; readonly problem: Problem } {
  return refuse('protected-path', `${pointerTo('', ...tokens)} cannot be changed by an override`);
}
