/** Values in; out: their size as JSON, and the first text in them that Flux would replace. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';

export interface Measure {
  /** Bytes of the compact JSON form; escapes are not counted. */
  readonly bytes: number;
  /** The first `${NAME}`, as it stands there; a doubled dollar sign protects it. */
  readonly reference: string | undefined;
}

export interface Meter {
  measure(value: JsonValue): Measure;
}

/** github.com/drone/envsubst, which Flux uses: a name, and behind it perhaps a function such as `:=default`. */
const fluxReference = /(?<!\$)\$\{#?[A-Za-z_]\w*[^}\n]{0,80}\}/;

/** Measures values, each shared part of them only once. */
export function createMeter(): Meter {
  const known = new WeakMap<object, Measure>();
  const measure = (value: JsonValue): Measure => {
    if (!isArray(value) && !isObject(value)) return measureScalar(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const result = isArray(value) ? measureItems(value) : measureMembers(value);
    known.set(value, result);
    return result;
  };
  const measureItems = (items: JsonArray): Measure => {
    let [bytes, reference] = [2, undefined as string | undefined];
    for (const item of items) {
      const part = measure(item);
      bytes += part.bytes + 1;
      reference ??= part.reference;
    }
    return { bytes, reference };
  };
  const measureMembers = (object: JsonObject): Measure => {
    let [bytes, reference] = [2, undefined as string | undefined];
    for (const key of Object.keys(object)) {
      const part = measure(object[key] ?? null);
      bytes += part.bytes + byteLength(key) + 4;
      reference ??= part.reference;
    }
    return { bytes, reference };
  };
  return { measure };
}

function measureScalar(value: null | boolean | number | bigint | string): Measure {
  if (typeof value !== 'string') return { bytes: String(value).length, reference: undefined };
  const reference = value.includes('${') ? fluxReference.exec(value)?.[0] : undefined;
  return { bytes: byteLength(value) + 2, reference };
}

/** The length in UTF-8; each half of a surrogate pair counts as two bytes. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}
