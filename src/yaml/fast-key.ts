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
import { plainKey, readPlain } from './fast-scalar.ts';

/** kubectl looks 1024 characters far for the colon of a key; nobody writes keys that come near. */
const longestKey = 1000;

/** Reads a key and goes behind its colon. */
export function readKey(cursor: FastCursor): string {
  const { offset: start } = cursor;
  const isPlain = !isQuote(cursor.code());
  const text = isPlain ? readPlain(cursor) : readQuoted(cursor, oneLine);
  if (cursor.code() !== colon) cursor.refuse();
  return takeKey(cursor, { start, text, isPlain });
}

/** The key that a scalar makes, with the cursor on its colon; goes behind that. */
export function takeKey(
  cursor: FastCursor,
  {
    start,
    text,
    isPlain,
  }: { readonly start: number; readonly text: string; readonly isPlain: boolean },
): string {
  const key = isPlain ? plainKey(cursor, text) : text;
  checkWrittenKey(cursor, start);
  cursor.offset += 1;
  const code = cursor.code();
  if (code !== space && code !== lineFeed) cursor.refuse();
  return key;
}

/** Refuses a key, written from `start` on, whose colon kubectl may not find: on another line, or far away. */
export function checkWrittenKey(cursor: FastCursor, start: number): void {
  const { text, offset } = cursor;
  if (offset - start > longestKey || text.slice(start, offset).includes('\n')) cursor.refuse();
}

export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}
