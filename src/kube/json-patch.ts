/**
 * JSON Patch, copy-on-write: the input is never changed, and what no operation touched is shared with the result.
 *
 * The kubefed dialect is what KubeFed v0.10 makes of an override: pkg/controller/util/overrides.go, then
 * evanphx/json-patch v4.12.0. It departs from RFC 6902: replace creates a missing member, a missing value is null,
 * indices may be negative or have a sign or leading zeros, and there is no test, move or copy.
 *
 * Differs: what the original lets pass but no author can mean is an error here.
 * - A result of another kind, name or namespace. The original compares the text of the path, so that `/metadata`, or
 *   any text before the first slash, gets round its check.
 * - An edit of the root, which the original replaces by an object and quietly keeps for a scalar.
 * - A path that does not begin with a slash. The original ignores what stands before the first one, so that
 *   `spec/replicas` would be the root member `replicas`.
 * Numbers stay exact, where the original passes them through a float64.
 */
import { isObject, type JsonValue } from '../model/kube-object.ts';
import { type AppliedEdit, applyOperation, type PatchContext } from './apply-operation.ts';
import { equalJson } from './equal.ts';
import type { Owned } from './patch-target.ts';
import {
  type KnownOperation,
  type PatchDialect,
  type PatchFailure,
  type PatchOperation,
  type ReadOperation,
  type ReadPath,
  readKnown,
  readPatch,
  type Tokens,
} from './read-patch.ts';

export type { AppliedEdit } from './apply-operation.ts';
export type { PatchDialect, PatchFailure, PatchOperation } from './read-patch.ts';

export type PatchResult =
  | { readonly ok: true; readonly value: JsonValue; readonly edits: readonly AppliedEdit[] }
  | PatchFailure;

/**
 * Applies all operations or none, and reports the first that fails. `edits` has one entry per operation. Operations
 * without effect leave the very same document. The operations need not have the shape their type claims.
 */
export function applyJsonPatch(
  document: JsonValue,
  operations: readonly PatchOperation[],
  options: { readonly dialect: PatchDialect },
): PatchResult {
  return applyRead(document, readPatch(operations, options.dialect), options.dialect);
}

/** The same for edits of known shapes, many of which have equal paths. */
export function applyKnownPatch(
  document: JsonValue,
  operations: readonly KnownOperation[],
  { dialect, readPath }: { readonly dialect: PatchDialect; readonly readPath: ReadPath },
): PatchResult {
  return applyRead(document, readKnown(operations, dialect, readPath), dialect);
}

function applyRead(
  document: JsonValue,
  read: ReturnType<typeof readPatch>,
  dialect: PatchDialect,
): PatchResult {
  if (!read.ok) return { ok: false, ...read.problem, index: read.index };
  const owned: Owned = read.value.length > 1 ? new Set() : undefined;
  const context: PatchContext = { dialect, owned };
  const edits: AppliedEdit[] = [];
  let value = document;
  let renamedBy: number | undefined;
  for (const operation of read.value) {
    const index = edits.length;
    // Two places are about to share a container, so neither may write to it.
    if (operation.op === 'copy' || operation.op === 'move') owned?.clear();
    const result = applyOperation(value, operation, context);
    if (!result.ok) return { ...result, index };
    value = result.value;
    edits.push(result.edit);
    if (dialect !== 'kubefed' || !canRename(operation)) continue;
    renamedBy = changedIdentity(document, value) === undefined ? undefined : (renamedBy ?? index);
  }
  if (renamedBy === undefined) return { ok: true, value, edits };
  const message = `the ${changedIdentity(document, value)} of the object would change`;
  return { ok: false, code: 'identity-changed', message, index: renamedBy };
}

/** In the kubefed dialect, where an operation has one path. */
function canRename({ tokens }: ReadOperation): boolean {
  const [member, inner] = tokens;
  if (member !== 'metadata') return member === 'kind';
  return inner === undefined || inner === 'name' || inner === 'namespace';
}

const IDENTITY: readonly Tokens[] = [['kind'], ['metadata', 'name'], ['metadata', 'namespace']];

/** The first of kind, name and namespace that is not the same in both. */
function changedIdentity(before: JsonValue, after: JsonValue): string | undefined {
  if (before === after) return undefined;
  const changed = IDENTITY.find(
    (tokens) => !isSame(valueAt(before, tokens), valueAt(after, tokens)),
  );
  return changed?.at(-1);
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalJson(a, b);
}

function valueAt(document: JsonValue, tokens: Tokens): JsonValue | undefined {
  let current: JsonValue | undefined = document;
  for (const token of tokens) {
    if (!isObject(current) || !Object.hasOwn(current, token)) return undefined;
    current = current[token];
  }
  return current;
}
