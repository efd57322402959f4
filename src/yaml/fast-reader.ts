/**
 * A piece of a stream in, its value out, if it is made of what nearly all manifests are made of: some fifteen times as fast as the
 * full reader, and never otherwise. What is not on its list of shapes, and everything a diagnostic would be due for, is left
 * to the full reader.
 */
import { type JsonValue, type MutableJsonObject, newObject } from '../model/kube-object.ts';
import { readBlockText } from './fast-block-text.ts';
import {
  bar,
  colon,
  FastCursor,
  greaterThan,
  hash,
  lineFeed,
  noColumn,
  openBrace,
  openBracket,
} from './fast-cursor.ts';
import { readFlow } from './fast-flow.ts';
import { continuePlain } from './fast-fold.ts';
import { isQuote, readKey } from './fast-key.ts';
import { readQuoted } from './fast-quoted.ts';
import { plainValue, scanPlain } from './fast-scalar.ts';
import { type KnownLine, noteLine, recallLine } from './known-lines.ts';

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
  if (cursor.isItem(cursor.offset)) return readSequence(cursor, level);
  return readMapping(cursor, level, recallLine(cursor));
}

function readSequence(cursor: FastCursor, level: number): JsonValue {
  if (level >= cursor.depth) return cursor.refuse() ?? null;
  const items: JsonValue[] = [];
  const { column } = cursor;
  do items.push(readItem(cursor, column, level + 1));
  while (cursor.column === column && cursor.isItem(cursor.offset));
  // The engine keeps room for more behind what is pushed: of short lists, which nearly all are, several times their size.
  return items.slice();
}

/** `first` is the line at the cursor, if it is known. */
function readMapping(cursor: FastCursor, level: number, first: KnownLine | undefined): JsonValue {
  if (level >= cursor.depth) return cursor.refuse() ?? null;
  const object = newObject();
  const { column } = cursor;
  let known = first;
  for (;;) {
    if (known === undefined) readMember(cursor, object, level + 1);
    else takeMember(cursor, object, { known, level: level + 1 });
    if (cursor.column !== column || cursor.isRefused) return object;
    known = recallLine(cursor);
  }
}

/** Adds the member whose line is known. */
function takeMember(
  cursor: FastCursor,
  object: MutableJsonObject,
  { known, level }: { readonly known: KnownLine; readonly level: number },
): void {
  const { column } = cursor;
  const { key, value } = known;
  if (key in object) cursor.refuse();
  cursor.goBehind(known.length);
  object[key] = value === undefined ? readBelow(cursor, column, level) : value;
}

/** Adds the member whose key stands at the cursor, and keeps its line if it says all there is to say. */
function readMember(cursor: FastCursor, object: MutableJsonObject, level: number): void {
  const { offset: start, column } = cursor;
  const key = readKey(cursor);
  if (key in object) cursor.refuse();
  const { offset: end } = cursor;
  if (cursor.code() === lineFeed) noteLine(cursor, { start, end }, { key, value: undefined });
  const value = readValue(cursor, column, level);
  object[key] = value;
  if (value === null || typeof value === 'object' || cursor.lineEnd < end) return;
  noteLine(cursor, { start, end: cursor.lineEnd }, { key, value });
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
  return readItemOnLine(cursor, column, level);
}

/** Reads an item that begins beside its `-`: a mapping if a colon follows its first scalar. */
function readItemOnLine(cursor: FastCursor, column: number, level: number): JsonValue {
  const { offset: start } = cursor;
  const code = cursor.code();
  if (isFlow(code)) return readFlowOnLine(cursor, level);
  const known = recallLine(cursor);
  if (known !== undefined) return readMapping(cursor, level, known);
  const text = isQuote(code)
    ? readQuoted(cursor, column)
    : cursor.text.slice(start, scanPlain(cursor));
  if (cursor.code() !== colon)
    return isQuote(code) ? endQuoted(cursor, text) : endPlain(cursor, text, column);
  cursor.offset = start;
  return readMapping(cursor, level, undefined);
}

/** Reads what follows the colon of a key that stands in `column`. */
function readValue(cursor: FastCursor, column: number, level: number): JsonValue {
  cursor.skipSpaces();
  const code = cursor.code();
  if (isLineEnd(code)) {
    cursor.endLine();
    return readBelow(cursor, column, level);
  }
  if (isBlockText(code)) return readBlockText(cursor, column);
  if (isFlow(code)) return readFlowOnLine(cursor, level);
  if (isQuote(code)) return endQuoted(cursor, readQuoted(cursor, column));
  const { offset: start } = cursor;
  return endPlain(cursor, cursor.text.slice(start, scanPlain(cursor)), column);
}

/** Reads the value of a key in `column` on whose line nothing more stands, from the line below it. */
function readBelow(cursor: FastCursor, column: number, level: number): JsonValue {
  if (cursor.column > column) return readBlock(cursor, level);
  const isList = cursor.column === column && cursor.isItem(cursor.offset);
  return isList ? readSequence(cursor, level) : null;
}

/** The value of an unquoted scalar whose first line was read; goes to the line below it. */
function endPlain(cursor: FastCursor, text: string, column: number): JsonValue {
  const value = plainValue(cursor, continuePlain(cursor, text, column));
  cursor.endLine();
  return value;
}

function endQuoted(cursor: FastCursor, text: string): JsonValue {
  cursor.endLine();
  return text;
}

function readFlowOnLine(cursor: FastCursor, level: number): JsonValue {
  const value = readFlow(cursor, level);
  cursor.endLine();
  return value;
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === hash;
}

function isFlow(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function isBlockText(code: number): boolean {
  return code === bar || code === greaterThan;
}
