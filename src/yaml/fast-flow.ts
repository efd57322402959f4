/** Collections between brackets, as the fast reader takes them: on one line, with nothing left out. */
import { type JsonValue, newObject } from '../model/kube-object.ts';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  doubleQuote,
  type FastCursor,
  openBrace,
  openBracket,
  singleQuote,
  space,
} from './fast-cursor.ts';
import { oneLine } from './fast-fold.ts';
import { checkWrittenKey } from './fast-key.ts';
import { readQuoted } from './fast-quoted.ts';
import { plainKey, plainValue } from './fast-scalar.ts';

/** What an unquoted scalar between brackets may be made of, spaces and colons inside it excepted: 1. */
const plainCharacters = new Uint8Array(128);
for (const character of '$()+-./0123456789;<=ABCDEFGHIJKLMNOPQRSTUVWXYZ^_abcdefghijklmnopqrstuvwxyz~')
  plainCharacters[character.charCodeAt(0)] = 1;

/** Reads what an opening bracket begins, with `level` collections around it, and goes behind its closing bracket. */
export function readFlow(cursor: FastCursor, level: number): JsonValue {
  if (level >= cursor.depth) return cursor.refuse() ?? null;
  return cursor.code() === openBrace ? readMapping(cursor, level) : readSequence(cursor, level);
}

function readMapping(cursor: FastCursor, level: number): JsonValue {
  const object = newObject();
  for (let isOpen = open(cursor, closeBrace); isOpen; isOpen = continues(cursor, closeBrace)) {
    const key = readKey(cursor);
    if (key in object) cursor.refuse();
    object[key] = readValue(cursor, level + 1);
  }
  return object;
}

function readSequence(cursor: FastCursor, level: number): JsonValue {
  const items: JsonValue[] = [];
  for (let isOpen = open(cursor, closeBracket); isOpen; isOpen = continues(cursor, closeBracket))
    items.push(readValue(cursor, level + 1));
  return items;
}

/** Goes behind the opening bracket, or behind both if nothing stands between them. */
function open(cursor: FastCursor, close: number): boolean {
  cursor.offset += 1;
  cursor.skipSpaces();
  if (cursor.code() !== close) return true;
  cursor.offset += 1;
  return false;
}

/** Goes behind the comma that follows an item, or behind the closing bracket. */
function continues(cursor: FastCursor, close: number): boolean {
  if (cursor.isRefused) return false;
  cursor.skipSpaces();
  const code = cursor.code();
  if (code !== comma && code !== close) cursor.refuse();
  if (cursor.isRefused) return false;
  cursor.offset += 1;
  if (code === close) return false;
  cursor.skipSpaces();
  return true;
}

/** Reads a key, its colon, and the spaces behind it. */
function readKey(cursor: FastCursor): string {
  const start = cursor.offset;
  const isQuoted = cursor.code() === doubleQuote || cursor.code() === singleQuote;
  const key = isQuoted ? readQuoted(cursor, oneLine) : plainKey(cursor, readPlain(cursor));
  if (cursor.code() !== colon) cursor.refuse();
  checkWrittenKey(cursor, start);
  cursor.offset += 1;
  if (cursor.code() !== space) cursor.refuse();
  cursor.skipSpaces();
  return key;
}

function readValue(cursor: FastCursor, level: number): JsonValue {
  if (cursor.isRefused) return null;
  const code = cursor.code();
  if (code === openBrace || code === openBracket) return readFlow(cursor, level);
  if (code === doubleQuote || code === singleQuote) return readQuoted(cursor, oneLine);
  return plainValue(cursor, readPlain(cursor));
}

/** Reads an unquoted scalar up to a comma, a closing bracket or the colon of a key. */
function readPlain(cursor: FastCursor): string {
  const { text, offset: start } = cursor;
  let offset = start;
  while (isPlainAt(text, offset)) offset += 1;
  cursor.offset = offset;
  let end = offset;
  while (text.charCodeAt(end - 1) === space) end -= 1;
  if (end <= start || isIndicator(text, start)) return cursor.refuse() ?? '';
  return text.slice(start, end);
}

/** Within a scalar; a colon is, if a letter, a digit or the like follows. */
function isPlainAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code === space || code >= 128) return true;
  return plainCharacters[code === colon ? text.charCodeAt(offset + 1) : code] === 1;
}

/** A `-` before a space is one, and so is a colon at the beginning. */
function isIndicator(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code === colon || (code === dash && plainCharacters[text.charCodeAt(start + 1)] !== 1);
}
