/** A stream of JSON values, read so that integers keep their digits, equal keys are found, and places are known. */
import { type JsonValue, type MutableJsonObject, newObject } from '../model/kube-object.ts';
import { duplicateKey } from './duplicate-key.ts';
import { createPlaces, noPlaces, type Places } from './places.ts';
import { type Problem, problem } from './problem.ts';
import { exactInteger, isInt64 } from './read-integer.ts';
import type { Span } from './text-lines.ts';

export interface JsonDocument {
  readonly value: JsonValue;
  readonly span: Span;
  readonly places: Places;
  /** Set if the value cannot be used. */
  readonly problem?: Problem | undefined;
}

export interface JsonReading {
  readonly documents: readonly JsonDocument[];
  /** Where the text stops being JSON; its length if it never does. */
  readonly end: number;
}

const blanks = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const words: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Reads JSON values one after another until the text is no JSON (or nests deeper than `depth`). Integers within int64 are
 * exact, other numbers float64, and half a surrogate pair is U+FFFD, as in kubectl (sigs.k8s.io/json).
 */
export function parseJsonStream(
  text: string,
  options: { readonly depth: number; readonly recordsPlaces: boolean },
): JsonReading {
  const documents: JsonDocument[] = [];
  let end = 0;
  for (;;) {
    const reader = new JsonReader(text, end, options);
    reader.skipBlanks();
    if (reader.offset === text.length) return { documents, end: text.length };
    const start = reader.offset;
    const value = reader.readValue(0);
    if (reader.isBroken) return { documents, end };
    end = reader.offset;
    documents.push({ value, span: { start, end }, places: reader.places, problem: reader.problem });
  }
}

class JsonReader {
  offset: number;
  /** Not JSON from here on; what is read after that means nothing. */
  isBroken: boolean;
  problem: Problem | undefined;
  readonly places: Places;
  private readonly text: string;
  private readonly depth: number;

  constructor(text: string, offset: number, options: { depth: number; recordsPlaces: boolean }) {
    this.text = text;
    this.isBroken = false;
    this.offset = offset;
    this.depth = options.depth;
    this.places = options.recordsPlaces ? createPlaces() : noPlaces;
  }

  skipBlanks(): void {
    blanks.lastIndex = this.offset;
    blanks.test(this.text);
    this.offset = blanks.lastIndex;
  }

  /** Reads the value at the offset; `level` collections are around it. */
  readValue(level: number): JsonValue {
    switch (this.text[this.offset]) {
      case '{':
        return this.readObject(level + 1);
      case '[':
        return this.readArray(level + 1);
      case '"':
        return this.readString();
      default:
        return this.readWord();
    }
  }

  private readObject(level: number): JsonValue {
    const object = newObject();
    this.readItems('}', level, () => this.readMember(object, level));
    return object;
  }

  private readArray(level: number): JsonValue {
    const array: JsonValue[] = [];
    this.readItems(']', level, () => {
      const start = this.offset;
      array.push(this.readValue(level));
      this.places.note(array, String(array.length - 1), { value: { start, end: this.offset } });
    });
    return array;
  }

  /** Goes over what stands between commas, up to the closing bracket. */
  private readItems(close: string, level: number, readItem: () => void): void {
    if (level > this.depth) this.isBroken = true;
    this.offset += 1;
    this.skipBlanks();
    if (this.take(close)) return;
    while (!this.isBroken) {
      readItem();
      this.skipBlanks();
      if (this.take(close)) return;
      if (!this.take(',')) this.isBroken = true;
      this.skipBlanks();
    }
  }

  private readMember(object: MutableJsonObject, level: number): void {
    const start = this.offset;
    const name = this.text[start] === '"' ? this.readString() : this.stop('');
    const key = { start, end: this.offset };
    this.skipBlanks();
    if (!this.take(':')) this.isBroken = true;
    this.skipBlanks();
    const valueStart = this.offset;
    if (this.isBroken) return;
    const value = this.readValue(level);
    if (name in object) {
      const first = this.places.find(object, name)?.key?.start;
      this.fail(duplicateKey({ key: name, span: key, first }));
    }
    object[name] = value;
    this.places.note(object, name, { key, value: { start: valueStart, end: this.offset } });
  }

  private readString(): string {
    const start = this.offset + 1;
    let end = start;
    for (; this.text[end] !== '"'; end += 1) {
      if (end >= this.text.length || this.text.charCodeAt(end) < 0x20) return this.stop('');
      if (this.text[end] === '\\') end += 1;
    }
    this.offset = end + 1;
    const raw = this.text.slice(start, end);
    return raw.includes('\\') ? this.unescape(raw) : raw;
  }

  private unescape(raw: string): string {
    const plain = raw.replaceAll(
      /\\(?:u([\da-fA-F]{4})|([\s\S]))/g,
      (_, unit?: string, character?: string) => {
        if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
        if (character === undefined) return '';
        return '"\\/'.includes(character) ? character : (escapes[character] ?? this.stop(''));
      },
    );
    return plain.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  }

  private readWord(): JsonValue {
    const word = words.find(([spelling]) => this.text.startsWith(spelling, this.offset));
    if (word === undefined) return this.readNumber();
    this.offset += word[0].length;
    return word[1];
  }

  private readNumber(): JsonValue {
    number.lastIndex = this.offset;
    const match = number.exec(this.text);
    if (match === null) return this.stop(null);
    const [digits, fraction, exponent] = match;
    const span = { start: this.offset, end: this.offset + digits.length };
    this.offset = span.end;
    const float = Number(digits);
    // int64 has at most 19 digits and a sign.
    if (fraction === undefined && exponent === undefined && digits.length <= 20) {
      const integer = BigInt(digits);
      if (isInt64(integer)) return exactInteger(integer);
    }
    if (!Number.isFinite(float)) {
      this.fail(
        problem('yaml/unsupported', span, { what: 'a number beyond the range of float64' }),
      );
    }
    return float === 0 ? 0 : float;
  }

  private take(character: string): boolean {
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private stop<T>(value: T): T {
    this.isBroken = true;
    return value;
  }

  private fail(found: Problem): void {
    this.problem ??= found;
  }
}
