/**
 * A piece of a stream in, its value out, if it is made of what nearly all manifests are made of: about twenty times as fast as the
 * full reader, and never otherwise. What is not on its list of shapes, and everything a diagnostic would be due for, is left
 * to the full reader.
 */
import { type JsonValue, newObject } from '../model/kube-object.ts';
import { readBlockText } from './fast-block-text.ts';
import {
  bar,
  colon,
  doubleQuote,
  FastCursor,
  greaterThan,
  hash,
  lineFeed,
  noColumn,
  openBrace,
  openBracket,
  singleQuote,
  space,
} from './fast-cursor.ts';
import { readFlow } from './fast-flow.ts';
import { checkKeyLength, plainKey, plainValue, readQuoted, scanPlain } from './fast-scalar.ts';

/**
 * Reads a piece whose characters are allowed and whose line breaks are LF. Null if it holds nothing but comments; undefined if
 * the full reader has to read it. Linear; goes as deep into the stack as collections stand inside one another, at most `depth`.
 */
export function readFast(
  text: string,
  { depth }: { readonly depth: number },
): JsonValue | undefined {
  const cursor = new FastCursor(text, depth);
  cursor.nextLine();
  if (cursor.column === noColumn) return null;
  const value = readBlock(cursor, 0);
  // Whatever stands in a column where no collection is open leads here.
  return cursor.isRefused || cursor.column !== noColumn ? undefined : value;
}

/** Reads the collection at the cursor, with `level` collections around it, up to the line that does not belong to it. */
function readBlock(cursor: FastCursor, level: number): JsonValue {
  return cursor.isItem(cursor.offset) ? readSequence(cursor, level) : readMapping(cursor, level);
}

function readSequence(cursor: FastCursor, level: number): JsonValue {
  if (level >= cursor.depth) return cursor.refuse() ?? null;
  const items: JsonValue[] = [];
  const { column } = cursor;
  do items.push(readItem(cursor, column, level + 1));
  while (cursor.column === column && cursor.isItem(cursor.offset));
  return items;
}

/** `first` is the first key, if the cursor stands behind it already. */
function readMapping(cursor: FastCursor, level: number, first?: string): JsonValue {
  if (level >= cursor.depth) return cursor.refuse() ?? null;
  const object = newObject();
  const { column } = cursor;
  let key = first ?? readKey(cursor);
  for (;;) {
    if (key in object) cursor.refuse();
    object[key] = readMember(cursor, column, level + 1);
    if (cursor.column !== column) return object;
    key = readKey(cursor);
  }
}

/** Reads what follows a `-` that stands in `column`. */
function readItem(cursor: FastCursor, column: number, level: number): JsonValue {
  const { offset: start } = cursor;
  cursor.offset += 1;
  cursor.skipSpaces();
  const code = cursor.code();
  if (isLineEnd(code)) {
    cursor.endLine();
    return cursor.column > column ? readBlock(cursor, level) : null;
  }
  if (isBlockText(code)) return readBlockText(cursor, column);
  cursor.column += cursor.offset - start;
  if (cursor.isItem(cursor.offset)) return readSequence(cursor, level);
  return readItemOnLine(cursor, level);
}

/** Reads an item that begins beside its `-`: a mapping if a colon follows its first scalar. */
function readItemOnLine(cursor: FastCursor, level: number): JsonValue {
  const { offset: start } = cursor;
  const code = cursor.code();
  let value: JsonValue;
  if (isFlow(code)) value = readFlow(cursor, level);
  else {
    const isPlain = !isQuote(code);
    const text = readScalar(cursor);
    if (cursor.code() === colon)
      return readMapping(cursor, level, takeKey(cursor, { start, text, isPlain }));
    value = isPlain ? plainValue(cursor, text) : text;
  }
  cursor.endLine();
  return value;
}

/** Reads what follows the colon of a key that stands in `column`. */
function readMember(cursor: FastCursor, column: number, level: number): JsonValue {
  cursor.skipSpaces();
  const code = cursor.code();
  if (isLineEnd(code)) {
    cursor.endLine();
    if (cursor.column > column) return readBlock(cursor, level);
    const isList = cursor.column === column && cursor.isItem(cursor.offset);
    return isList ? readSequence(cursor, level) : null;
  }
  if (isBlockText(code)) return readBlockText(cursor, column);
  let value: JsonValue;
  if (isFlow(code)) value = readFlow(cursor, level);
  else if (isQuote(code)) value = readQuoted(cursor);
  else value = plainValue(cursor, readScalar(cursor));
  cursor.endLine();
  return value;
}

/** Reads a key and goes behind its colon. */
function readKey(cursor: FastCursor): string {
  const { offset: start } = cursor;
  const isPlain = !isQuote(cursor.code());
  const text = readScalar(cursor);
  if (cursor.code() !== colon) cursor.refuse();
  return takeKey(cursor, { start, text, isPlain });
}

/** The key that a scalar makes, with the cursor on its colon; goes behind that. */
function takeKey(
  cursor: FastCursor,
  {
    start,
    text,
    isPlain,
  }: { readonly start: number; readonly text: string; readonly isPlain: boolean },
): string {
  const key = isPlain ? plainKey(cursor, text) : text;
  checkKeyLength(cursor, start);
  cursor.offset += 1;
  const code = cursor.code();
  if (code !== space && code !== lineFeed) cursor.refuse();
  return key;
}

/** Reads the text of a scalar on one line, quoted or not. */
function readScalar(cursor: FastCursor): string {
  if (isQuote(cursor.code())) return readQuoted(cursor);
  const { offset: start } = cursor;
  return cursor.text.slice(start, scanPlain(cursor));
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === hash;
}

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}

function isFlow(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function isBlockText(code: number): boolean {
  return code === bar || code === greaterThan;
}
