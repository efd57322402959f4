/** Integers as Go's strconv reads them with base 0. */

export type IntegerReading =
  /** Within int64; a bigint where a number would lose digits. */
  | { readonly kind: 'integer'; readonly value: number | bigint }
  /** Above int64 and within uint64, which kubectl turns into a float64. */
  | { readonly kind: 'unsigned'; readonly value: number };

const integer = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0([0-7]+)|(0|[1-9]\d*))$/;
/** YAML v2 for Go hands what follows `0b` to the parser once more, sign and all. */
const signedBinary = /^0b([-+])([01]+)$/;

const maxInt64 = 2n ** 63n - 1n;
const maxUint64 = 2n ** 64n - 1n;
/** No more digits than uint64 has in base 2: more are no integer, and long to convert. */
const mostDigits = 64;

/**
 * Reads a text without underscores as an integer: decimal, 0x, 0o, 0b, or octal after a zero. Undefined if it is none, or
 * out of range. (YAML v2 for Go, resolve.go.)
 */
export function readInteger(text: string): IntegerReading | undefined {
  const match = integer.exec(text);
  if (match === null) return readSignedBinary(text);
  const [, sign = '', hexadecimal, octal, binary, oldOctal, decimal] = match;
  if (decimal !== undefined && decimal.length < 16) return small(sign, decimal);
  const magnitude =
    toBigInt('0x', hexadecimal) ??
    toBigInt('0o', octal ?? oldOctal) ??
    toBigInt('0b', binary) ??
    toBigInt('', decimal);
  return magnitude === undefined ? undefined : inRange(sign, magnitude);
}

/** The bigint if a number cannot hold it exactly, else the number. */
export function exactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Whether int64 holds it. */
export function isInt64(value: bigint): boolean {
  return value <= maxInt64 && value >= -maxInt64 - 1n;
}

function small(sign: string, decimal: string): IntegerReading {
  const value = Number(decimal);
  return { kind: 'integer', value: sign === '-' && value !== 0 ? -value : value };
}

function readSignedBinary(text: string): IntegerReading | undefined {
  const match = signedBinary.exec(text);
  if (match === null) return undefined;
  const magnitude = toBigInt('0b', match[2]);
  if (magnitude === undefined) return undefined;
  const value = match[1] === '-' ? -magnitude : magnitude;
  return isInt64(value) ? { kind: 'integer', value: exactInteger(value) } : undefined;
}

function toBigInt(prefix: string, digits: string | undefined): bigint | undefined {
  if (digits === undefined) return undefined;
  const significant = digits.replace(/^0+/, '');
  return significant.length > mostDigits
    ? undefined
    : BigInt(`${prefix}${significant === '' ? '0' : significant}`);
}

function inRange(sign: string, magnitude: bigint): IntegerReading | undefined {
  const value = sign === '-' ? -magnitude : magnitude;
  if (isInt64(value)) return { kind: 'integer', value: exactInteger(value) };
  if (sign === '' && value <= maxUint64) return { kind: 'unsigned', value: Number(value) };
  return undefined;
}
