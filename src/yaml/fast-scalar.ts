/** Scalars on one line, as the fast reader takes them: their text, and what it means. */
import type { JsonValue } from '../model/kube-object.ts';
import {
  backslash,
  colon,
  dash,
  doubleQuote,
  type FastCursor,
  hash,
  lineFeed,
  openBrace,
  singleQuote,
  space,
  tab,
} from './fast-cursor.ts';
import { mappingKey } from './mapping-key.ts';
import { isAmbiguous, isCertainlyText, resolvePlain } from './resolve-scalar.ts';

/** kubectl looks 1024 characters far for the colon of a key; nobody writes keys that come near. */
const longestKey = 1000;

const escapes: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\"': '"',
  '\\\\': '\\',
};

/** What may begin an unquoted scalar outside brackets, and is no indicator: 1. */
const beginnings = new Uint8Array(128);
for (const character of '$()+./0123456789;<=ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_abcdefghijklmnopqrstuvwxyz~')
  beginnings[character.charCodeAt(0)] = 1;

/** Whether the text at an offset can begin an unquoted scalar outside brackets. */
function beginsPlain({ text }: FastCursor, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code === dash) {
    const next = text.charCodeAt(offset + 1);
    return next !== space && next !== lineFeed && !text.startsWith('---', offset);
  }
  return code >= 128 || (beginnings[code] === 1 && !text.startsWith('...', offset));
}

/**
 * Goes over an unquoted scalar outside brackets, up to the line feed, to the `#` of a comment or to the colon of a key. Gives
 * where the scalar ends.
 */
export function scanPlain(cursor: FastCursor): number {
  const { text, offset: start } = cursor;
  let offset = start;
  if (!beginsPlain(cursor, start)) cursor.refuse();
  while (!cursor.isRefused) {
    const code = text.charCodeAt(offset);
    if (code === lineFeed) break;
    if (code === colon && isBlank(text.charCodeAt(offset + 1))) break;
    if (code === hash && text.charCodeAt(offset - 1) === space) break;
    if (code === tab || isTemplate(text, offset, code)) cursor.refuse();
    offset += 1;
  }
  if (cursor.isRefused) return start;
  cursor.offset = offset;
  while (text.charCodeAt(offset - 1) === space) offset -= 1;
  return offset;
}

function isBlank(code: number): boolean {
  return code === space || code === lineFeed || code === tab;
}

/** `{{`, which a template language would replace. */
function isTemplate(text: string, offset: number, code: number): boolean {
  return code === openBrace && text.charCodeAt(offset + 1) === openBrace;
}

/** Reads a quoted scalar that ends on its line, from its quote on, and goes behind it. */
export function readQuoted(cursor: FastCursor): string {
  return (cursor.code() === singleQuote ? readSingle(cursor) : readDouble(cursor)) ?? '';
}

function readSingle(cursor: FastCursor): string | undefined {
  const { text } = cursor;
  const start = cursor.offset + 1;
  let hasQuotes = false;
  for (let offset = start; ; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === lineFeed) return cursor.refuse();
    if (code !== singleQuote) continue;
    if (text.charCodeAt(offset + 1) !== singleQuote) {
      cursor.offset = offset + 1;
      const raw = text.slice(start, offset);
      return hasQuotes ? raw.replaceAll("''", "'") : raw;
    }
    hasQuotes = true;
    offset += 1;
  }
}

function readDouble(cursor: FastCursor): string | undefined {
  const { text } = cursor;
  const start = cursor.offset + 1;
  let hasEscapes = false;
  for (let offset = start; ; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === lineFeed) return cursor.refuse();
    if (code === doubleQuote) {
      cursor.offset = offset + 1;
      const raw = text.slice(start, offset);
      return hasEscapes ? unescape(cursor, raw) : raw;
    }
    if (code !== backslash) continue;
    hasEscapes = true;
    offset += 1;
  }
}

function unescape(cursor: FastCursor, raw: string): string {
  return raw.replaceAll(/\\[\s\S]/g, (escape) => escapes[escape] ?? cursor.refuse() ?? '');
}

/** What an unquoted scalar is worth. Refuses what kubectl refuses, or what deserves a warning. */
export function plainValue(cursor: FastCursor, text: string): JsonValue {
  if (isCertainlyText(text)) return text;
  const resolution = resolvePlain(text);
  if (resolution.kind === 'refused' || isAmbiguous(text, resolution))
    return cursor.refuse() ?? null;
  if (resolution.kind !== 'float') return resolution.value;
  if (!Number.isFinite(resolution.value)) cursor.refuse();
  return resolution.value === 0 ? 0 : resolution.value;
}

/** The key that an unquoted scalar makes; merges are refused, too. */
export function plainKey(cursor: FastCursor, text: string): string {
  if (isCertainlyText(text)) return text;
  const resolution = resolvePlain(text);
  const key = mappingKey(resolution);
  const isGood =
    key.kind === 'text' && resolution.kind !== 'merge' && !isAmbiguous(text, resolution);
  return isGood ? key.text : (cursor.refuse() ?? '');
}

/** Refuses a key that is written at such length that kubectl may not find its colon. */
export function checkKeyLength(cursor: FastCursor, start: number): void {
  if (cursor.offset - start > longestKey) cursor.refuse();
}
