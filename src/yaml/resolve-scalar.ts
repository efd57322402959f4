/** What the text of a scalar means to kubectl: YAML 1.1 as YAML v2 for Go reads it (resolve.go). */
import { decodeBinary } from './decode-binary.ts';
import { type IntegerReading, readInteger } from './read-integer.ts';
import { excerpt } from './text-lines.ts';
import { isTimestamp } from './timestamp.ts';

/** A scalar as it stands in the text. */
export interface ScalarText {
  /** Folded and unescaped. */
  readonly text: string;
  /** Written without quotes and not as a block. */
  readonly isPlain: boolean;
  /** The tag in full (`tag:yaml.org,2002:int`), `!`, a local tag, or absent. */
  readonly tag?: string | undefined;
}

export type Resolution =
  | { readonly kind: 'string' | 'timestamp' | 'merge'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null'; readonly value: null }
  | IntegerReading
  /** May be an infinity or not a number, which JSON cannot hold. */
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'refused'; readonly reason: string };

const tagPrefix = 'tag:yaml.org,2002:';

/** The kind a tag asks for, where the tag is one that resolves. */
const askedKinds: ReadonlyMap<string, Resolution['kind']> = new Map([
  ['int', 'integer'],
  ['float', 'float'],
  ['bool', 'boolean'],
  ['null', 'null'],
  ['timestamp', 'timestamp'],
]);

const booleanWords: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
]);

const nullWords: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const specialFloats: ReadonlyMap<string, number> = new Map([
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

/** Go's syntax of a float, which allows one underscore between two digits. */
const dottedFloat = /^\.[\d_]+(?:[eE][-+]?[\d_]+)?$/;
const strayUnderscore = /_(?!\d)|(?<!\d)_/;
const plainFloat = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** Resolves a scalar by its style, its tag and its text. A tag that does not fit the text is refused. */
export function resolveScalar({ text, isPlain, tag }: ScalarText): Resolution {
  if (tag === undefined) return isPlain ? resolvePlain(text) : { kind: 'string', value: text };
  if (!tag.startsWith(tagPrefix)) return { kind: 'string', value: text };
  const name = tag.slice(tagPrefix.length);
  if (name === 'binary') return decodeBinary(text);
  const asked = askedKinds.get(name);
  return asked === undefined
    ? { kind: 'string', value: text }
    : suitTag(resolvePlain(text), { asked, name, text });
}

/** The longest of the words above, less those that begin with a dot or a sign. */
const longestWord = 5;

/** How a plain text begins that may be no string: 1 where only a closer look tells, 2 where only one of the words above can be meant. */
const undecided = new Uint8Array(128);
for (const character of '+-.0123456789<~') undecided[character.charCodeAt(0)] = 1;
for (const character of 'fnotyFNOTY') undecided[character.charCodeAt(0)] = 2;

/** Whether a plain text is a string at first sight, by its first character and its length. */
export function isCertainlyText(text: string): boolean {
  const beginning = undecided[text.charCodeAt(0)];
  return beginning === 0 || (beginning === 2 && text.length > longestWord);
}

/**
 * Whether kustomize (YAML v3) reads a plain text without a tag otherwise than kubectl: the boolean words but true and false,
 * and dates.
 */
export function isAmbiguous(text: string, { kind }: Resolution): boolean {
  return kind === 'timestamp' || (kind === 'boolean' && !/^(?:true|false)$/i.test(text));
}

/** Resolves the text of a plain scalar without a tag. */
export function resolvePlain(text: string): Resolution {
  const boolean = booleanWords.get(text);
  if (boolean !== undefined) return { kind: 'boolean', value: boolean };
  if (nullWords.has(text)) return { kind: 'null', value: null };
  const special = specialFloats.get(text);
  if (special !== undefined) return { kind: 'float', value: special };
  if (text === '<<') return { kind: 'merge', value: text };
  return resolveNumber(text);
}

/** Only text that begins like a number is looked at: a dot, a digit or a sign. */
function resolveNumber(text: string): Resolution {
  if (text.startsWith('.')) {
    const isFloat = dottedFloat.test(text) && !strayUnderscore.test(text);
    return isFloat ? resolveFloat(text, text.replaceAll('_', '')) : { kind: 'string', value: text };
  }
  if (!/^[-+\d]/.test(text)) return { kind: 'string', value: text };
  if (isTimestamp(text)) return { kind: 'timestamp', value: text };
  const digits = text.replaceAll('_', '');
  const integer = readInteger(digits);
  if (integer !== undefined) return integer;
  return plainFloat.test(digits) ? resolveFloat(text, digits) : { kind: 'string', value: text };
}

/** A number beyond float64 is text: `1234e567` is a git hash. */
function resolveFloat(text: string, digits: string): Resolution {
  const value = Number(digits);
  return Number.isFinite(value) ? { kind: 'float', value } : { kind: 'string', value: text };
}

function suitTag(
  found: Resolution,
  { asked, name, text }: { asked: Resolution['kind']; name: string; text: string },
): Resolution {
  if (found.kind === asked) return found;
  if (found.kind === 'integer' && asked === 'float')
    return { kind: 'float', value: Number(found.value) };
  // uint64 is an integer to the tag, too; it only cannot be converted.
  if (found.kind === 'unsigned' && asked === 'integer') return found;
  return { kind: 'refused', reason: `\`${excerpt(text)}\` is not what its tag !!${name} says` };
}
