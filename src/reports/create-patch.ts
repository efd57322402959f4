/** Two values in, the operations of RFC 6902 that turn one into the other out. */
import jsonPatch from 'fast-json-patch';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  newObject,
} from '../model/kube-object.ts';
import { sortedKeys } from '../model/sorted-keys.ts';

export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  /** An RFC 6901 pointer. */
  readonly path: string;
  readonly value?: JsonValue;
}

/** The operations, to be applied one after the other; none if the values are equal. Integers are exact. */
export function createPatch(old: JsonObject, next: JsonObject): readonly PatchOperation[] {
  return jsonPatch.compare(encode(old) as object, encode(next) as object).map((operation) => {
    const { op, path } = operation;
    if (op === 'remove') return { op, path };
    if (op === 'add' || op === 'replace') return { op, path, value: decode(operation.value) };
    throw new TypeError(`fast-json-patch made an operation ${op}`);
  });
}

/** A character for private use; texts that begin with it are marked as well. */
const tag = '\ue000';

/** The package cannot handle bigint; keys are sorted, so that equal changes give equal operations. */
function encode(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return `${tag}${value}`;
  if (typeof value === 'string') return encodeText(value);
  if (isArray(value)) return value.map(encode);
  return isObject(value) ? mapMembers(value, encode) : value;
}

function encodeText(text: string): string {
  return text.startsWith(tag) ? tag + text : text;
}

function decode(value: JsonValue): JsonValue {
  if (typeof value === 'string') return decodeText(value);
  if (isArray(value)) return value.map(decode);
  return isObject(value) ? mapMembers(value, decode) : value;
}

function decodeText(text: string): string | bigint {
  if (!text.startsWith(tag)) return text;
  const rest = text.slice(tag.length);
  return rest.startsWith(tag) ? rest : BigInt(rest);
}

function mapMembers(object: JsonObject, change: (value: JsonValue) => JsonValue): JsonObject {
  const made = newObject();
  for (const key of sortedKeys(object)) made[key] = change(object[key] ?? null);
  return made;
}
