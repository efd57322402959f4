/** Reads JSON with integers past 2^53 exact, which JSON.parse spoils. */
import {
  copyObject,
  isArray,
  isObject,
  type JsonValue,
  newObject,
} from '../../src/model/kube-object.ts';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const MARK = '\u0001integer:';

/** JSON text to a value of the project: null-prototype objects, int64 beyond 2^53 as bigint, other numbers as Number. */
export function readExactJson(text: string): JsonValue {
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    /^-?\d{16,}$/.test(token) ? JSON.stringify(MARK + token) : token,
  );
  return restore(JSON.parse(marked) as JsonValue);
}

function restore(value: JsonValue): JsonValue {
  if (typeof value === 'string') {
    const [before, digits] = value.split(MARK);
    return before === '' && digits !== undefined ? integer(digits) : value;
  }
  if (isArray(value)) return value.map(restore);
  if (!isObject(value)) return value;
  const object = newObject();
  for (const [key, member] of Object.entries(value)) object[key] = restore(member);
  return object;
}

function integer(digits: string): number | bigint {
  const exact = BigInt(digits);
  const isInt64 = BigInt.asIntN(64, exact) === exact;
  return isInt64 && !Number.isSafeInteger(Number(exact)) ? exact : Number(exact);
}

/** The same value with ordinary prototypes, as other people's libraries want it. */
export function withPrototypes(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(withPrototypes);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(copyObject(value)).map(([key, member]) => [key, withPrototypes(member)]),
  );
}
