/** An unknown field and the one that is near in; out: the repair, if nothing else can have been meant. */
import type { Fix } from '../../diagnostics/fix.ts';
import { editDistance } from '../../diagnostics/suggest.ts';
import { checkSchema, type SchemaName, type SchemaProblem } from '../../kube/schemas.ts';
import { copyObject, isArray, isObject, type JsonValue } from '../../model/kube-object.ts';
import { type Origin, pointerTokens } from '../../model/source.ts';

export interface UnknownField {
  readonly object: JsonValue;
  readonly place: Origin;
  readonly problem: SchemaProblem;
  readonly schema: SchemaName;
}

/** More slips than these make another word. */
const mostSlips = 2;

/** Another name for the field; only if that is free, and the schema then has no more against the values. */
export function renameFix(
  { object, place, problem, schema }: UnknownField,
  key: string | undefined,
): Fix | undefined {
  const tokens = pointerTokens(problem.pointer);
  if (key === undefined || editDistance(tokens.at(-1) ?? '', key, mostSlips) === undefined)
    return undefined;
  const renamed = renameMember(object, tokens, key);
  if (renamed === undefined) return undefined;
  if (countWrongValues(schema, renamed) > countWrongValues(schema, object)) return undefined;
  return { title: `write ${key}`, edits: [{ kind: 'rename-key', at: place, key }] };
}

/** Fields that are unknown inside of the renamed one have reports of their own. */
function countWrongValues(schema: SchemaName, object: JsonValue): number {
  return checkSchema(schema, object).filter(({ keyword }) => keyword !== 'additionalProperties')
    .length;
}

/** A copy with another name for one member; undefined if that name is taken. */
function renameMember(
  value: JsonValue,
  [token = '', ...rest]: readonly string[],
  key: string,
): JsonValue | undefined {
  if (isArray(value)) {
    const renamed = renameMember(value[Number(token)] ?? null, rest, key);
    return renamed === undefined ? undefined : value.with(Number(token), renamed);
  }
  if (!isObject(value)) return undefined;
  const copy = copyObject(value);
  if (rest.length === 0) {
    if (key in value) return undefined;
    copy[key] = value[token] ?? null;
    delete copy[token];
    return copy;
  }
  const renamed = renameMember(value[token] ?? null, rest, key);
  if (renamed === undefined) return undefined;
  copy[token] = renamed;
  return copy;
}
