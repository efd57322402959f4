/** Keys of block mappings, as the fast reader takes them. */
import {
  colon,
  doubleQuote,
  type FastCursor,
  lineFeed,
  singleQuote,
  space,
} from './fast-cursor.ts';
import { oneLine } from './fast-fold.ts';
import { readQuoted } from './fast-quoted.ts';
import { plainKey, scanPlain } from './fast-scalar.ts';

/** kubectl looks 1024 characters far for the colon of a key; nobody writes keys that come near. */
const longestKey = 1000;

/** Reads a key and goes behind its colon. */
export function readKey(cursor: FastCursor): string {
  const { offset: start } = cursor;
  if (!isQuote(cursor.code())) return takePlainKey(cursor, start, scanPlain(cursor));
  return takeQuotedKey(cursor, start, readQuoted(cursor, oneLine));
}

/** The key that an unquoted scalar makes, with the cursor behind it; goes behind its colon. */
function takePlainKey(cursor: FastCursor, start: number, end: number): string {
  if (cursor.offset - start > longestKey) cursor.refuse();
  const key = plainKey(cursor, cursor.text.slice(start, end));
  goBehindColon(cursor);
  return key;
}

/** The same for a quoted scalar, whose text was read. */
function takeQuotedKey(cursor: FastCursor, start: number, text: string): string {
  checkWrittenKey(cursor, start);
  goBehindColon(cursor);
  return text;
}

function goBehindColon(cursor: FastCursor): void {
  if (cursor.code() !== colon) cursor.refuse();
  cursor.offset += 1;
  const code = cursor.code();
  if (code !== space && code !== lineFeed) cursor.refuse();
}

/** Refuses a key, written from `start` on, whose colon kubectl may not find: on another line, or far away. */
export function checkWrittenKey(cursor: FastCursor, start: number): void {
  const { text, offset } = cursor;
  if (offset - start > longestKey || text.slice(start, offset).includes('\n')) cursor.refuse();
}

export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}
