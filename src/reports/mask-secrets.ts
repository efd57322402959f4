/** Objects in; out: the same with every secret value replaced by the beginning of its digest. */
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
  newObject,
} from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';

/** SHA-256 of the UTF-8 bytes of a text, in hex. */
export type Digest = (text: string) => string;

const shortPrefix = 8;
const wholeDigest = 64;

/**
 * Two states of an object without their secret values: `(sha256:1a2b3c4d)` stands for each value under `data` and
 * `stringData` of a Secret, and for the annotations in which tools keep a copy of the whole object. What differs before
 * differs after.
 */
export function maskPair(
  old: KubeObject,
  next: KubeObject,
  digest: Digest,
): { readonly old: KubeObject; readonly new: KubeObject } {
  const short = { old: maskSecrets(old, digest), new: maskSecrets(next, digest) };
  const isHidden =
    canonicalJson(short.old) === canonicalJson(short.new) &&
    canonicalJson(old) !== canonicalJson(next);
  if (!isHidden) return short;
  const mask = createMask(digest, wholeDigest);
  return { old: maskObject(old, mask), new: maskObject(next, mask) };
}

/** One object without its secret values; an object that can hold none is given back as it is. */
export function maskSecrets(object: KubeObject, digest: Digest): KubeObject {
  return maskObject(object, createMask(digest, shortPrefix));
}

type Mask = (value: JsonValue) => JsonValue;

/** Containers keep their shape and their keys, so that one sees which value differs. */
function createMask(digest: Digest, digits: number): Mask {
  const mask: Mask = (value) => {
    if (isArray(value)) return value.map(mask);
    if (isObject(value)) return mapMembers(value, (_, member) => mask(member));
    const text = typeof value === 'string' ? value : canonicalJson(value);
    return `(sha256:${digest(text).slice(0, digits)})`;
  };
  return mask;
}

function maskObject(object: KubeObject, mask: Mask): KubeObject {
  switch (object['kind']) {
    case 'Secret':
      return maskSecret(object, mask);
    case 'FederatedSecret':
      return maskFederated(object, mask);
    default:
      return object;
  }
}

function maskSecret(object: KubeObject, mask: Mask): KubeObject {
  const masked = copyObject(object);
  for (const name of ['data', 'stringData'])
    if (Object.hasOwn(object, name)) masked[name] = mask(object[name] ?? null);
  if (Object.hasOwn(object, 'metadata'))
    masked['metadata'] = maskCopies(object['metadata'] ?? null, mask);
  return masked;
}

/** Annotations that hold what was applied, and with it the values: those of kubectl and of tools that copied the idea. */
const copyOfObject = /last-applied|original/;

function maskCopies(metadata: JsonValue, mask: Mask): JsonValue {
  if (!isObject(metadata)) return metadata;
  const annotations = metadata['annotations'];
  if (!isObject(annotations)) return metadata;
  const masked = copyObject(metadata);
  masked['annotations'] = mapMembers(annotations, (name, value) =>
    copyOfObject.test(name) ? mask(value) : value,
  );
  return masked;
}

/** Templates and overrides nest at any depth, and `value` is what an override sets. */
function maskFederated(object: JsonObject, mask: Mask): JsonObject {
  return mapMembers(object, (name, value) => {
    if (/^(?:data|stringData|value)$/.test(name)) return mask(value);
    if (name === 'metadata') return maskCopies(value, mask);
    return maskNested(value, mask);
  });
}

function maskNested(value: JsonValue, mask: Mask): JsonValue {
  if (isArray(value)) return value.map((item) => maskNested(item, mask));
  return isObject(value) ? maskFederated(value, mask) : value;
}

function mapMembers(
  object: JsonObject,
  change: (name: string, value: JsonValue) => JsonValue,
): JsonObject {
  const made = newObject();
  for (const name of Object.keys(object)) made[name] = change(name, object[name] ?? null);
  return made;
}
