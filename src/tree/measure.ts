/** Values in; out: their size as JSON, and the first text in them that Flux would replace. */
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';

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
    const parts = isArray(value) ? value.map(measure) : members(value).map(measureMember);
    const result = sum(parts);
    known.set(value, result);
    return result;
  };
  const measureMember = ({ key, value }: Member): Measure => {
    const { bytes, reference } = measure(value);
    return { bytes: bytes + byteLength(key) + 3, reference };
  };
  return { measure };
}

interface Member {
  readonly key: string;
  readonly value: JsonValue;
}

function members(object: Readonly<Record<string, JsonValue>>): Member[] {
  return Object.entries(object).map(([key, value]) => ({ key, value }));
}

function sum(parts: readonly Measure[]): Measure {
  return {
    bytes: parts.reduce((total, part) => total + part.bytes + 1, 2),
    reference: parts.find((part) => part.reference !== undefined)?.reference,
  };
}

function measureScalar(value: null | boolean | number | bigint | string): Measure {
  if (typeof value !== 'string') return { bytes: String(value).length, reference: undefined };
  const reference = value.includes('${') ? fluxReference.exec(value)?.[0] : undefined;
  return { bytes: byteLength(value) + 2, reference };
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
