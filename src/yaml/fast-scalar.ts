/** Unquoted scalars, as the fast reader takes them: their text, and what it means. */
import type { JsonValue } from '../model/kube-object.ts';
import {
  colon,
  dash,
  type FastCursor,
  hash,
  lineFeed,
  openBrace,
  space,
  tab,
} from './fast-cursor.ts';
import { mappingKey } from './mapping-key.ts';
import { isAmbiguous, isCertainlyText, resolvePlain } from './resolve-scalar.ts';

/** What may begin an unquoted scalar outside brackets, and is no indicator: 1. */
const beginnings = new Uint8Array(128);
for (const character of '$()+./0123456789;<=ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_abcdefghijklmnopqrstuvwxyz~')
  beginnings[character.charCodeAt(0)] = 1;

/** What may stand anywhere in an unquoted scalar, whatever stands beside it: 1. */
const isPlainAlone = new Uint8Array(128).fill(1);
for (const code of [tab, lineFeed, hash, colon, openBrace]) isPlainAlone[code] = 0;

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
  return beginsPlain(cursor, cursor.offset) ? scanLine(cursor) : (cursor.refuse() ?? 0);
}

/** The same on a further line of a scalar, where no colon of a key may stand, and indicators are text. */
export function scanContinuation(cursor: FastCursor): number {
  const { text, offset } = cursor;
  if (text.startsWith('---', offset) || text.startsWith('...', offset)) cursor.refuse();
  const end = scanLine(cursor);
  if (cursor.code() === colon) cursor.refuse();
  return end;
}

function scanLine(cursor: FastCursor): number {
  const { text, offset: start } = cursor;
  let offset = start;
  while (!cursor.isRefused) {
    // Nearly all characters: what only asks for them is over before the engine has compiled anything better.
    while (isPlainAlone[text.charCodeAt(offset)] === 1) offset += 1;
    const code = text.charCodeAt(offset);
    if (isPlainEnd(text, offset, code)) break;
    if (code === tab || isTemplate(text, offset, code)) cursor.refuse();
    offset += 1;
  }
  if (cursor.isRefused) return start;
  cursor.offset = offset;
  while (text.charCodeAt(offset - 1) === space) offset -= 1;
  return offset;
}

function isPlainEnd(text: string, offset: number, code: number): boolean {
  if (code === lineFeed) return true;
  if (code === colon) return isBlank(text.charCodeAt(offset + 1));
  return code === hash && text.charCodeAt(offset - 1) === space;
}

function isBlank(code: number): boolean {
  return code === space || code === lineFeed || code === tab;
}

/** `{{`, which a template language would replace. */
function isTemplate(text: string, offset: number, code: number): boolean {
  return code === openBrace && text.charCodeAt(offset + 1) === openBrace;
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
