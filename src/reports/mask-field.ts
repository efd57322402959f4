/** The value of one field in; out: what may be shown of it. */
import { copyObject, isArray, isObject, type JsonValue, newObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTokens } from '../model/source.ts';
import { type Digest, maskSecrets } from './mask-secrets.ts';

export interface Field {
  /** Of the object. */
  readonly kind: string;
  readonly pointer: JsonPointer;
  readonly value: JsonValue;
}

/** Masked as it would be in the whole object: `(sha256:1a2b3c4d)` for each secret value in it. */
export function maskField({ kind, pointer, value }: Field, digest: Digest): JsonValue {
  const tokens = pointerTokens(pointer);
  const wrapped = tokens.reduceRight<JsonValue>((inner, token) => {
    const outer = newObject();
    outer[token] = inner;
    return outer;
  }, value);
  if (!isObject(wrapped)) return value;
  const object = copyObject(wrapped);
  object['kind'] = kind;
  return valueAt(maskSecrets(object, digest), pointer) ?? null;
}

/** What stands at a pointer; undefined if nothing does. An index is written without sign and leading zeros. */
export function valueAt(root: JsonValue, pointer: JsonPointer): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(memberOf, root);
}

function memberOf(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
