/** Quoted scalars, as the fast reader takes them. */
import { backslash, doubleQuote, type FastCursor, singleQuote } from './fast-cursor.ts';
import { foldQuoted } from './fast-fold.ts';

/** The escapes that people and printers write. */
const escapes: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\"': '"',
  '\\\\': '\\',
};

/** Reads a quoted scalar from its quote on, and goes behind it. Its further lines have to be deeper than `column`. */
export function readQuoted(cursor: FastCursor, column: number): string {
  const isSingle = cursor.code() === singleQuote;
  const start = cursor.offset + 1;
  const end = isSingle ? endOfSingle(cursor.text, start) : endOfDouble(cursor.text, start);
  if (end < 0) return cursor.refuse() ?? '';
  cursor.offset = end + 1;
  const raw = cursor.text.slice(start, end);
  const folded = raw.includes('\n') ? foldQuoted(cursor, raw, column) : raw;
  if (isSingle) return folded.replaceAll("''", "'");
  return folded.includes('\\') ? resolveEscapes(cursor, folded) : folded;
}

/** The offset of the quote that closes, or -1. */
function endOfSingle(text: string, start: number): number {
  let offset = text.indexOf("'", start);
  while (offset >= 0 && text.charCodeAt(offset + 1) === singleQuote)
    offset = text.indexOf("'", offset + 2);
  return offset;
}

function endOfDouble(text: string, start: number): number {
  for (let offset = start; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === doubleQuote) return offset;
    if (code === backslash) offset += 1;
  }
  return -1;
}

function resolveEscapes(cursor: FastCursor, raw: string): string {
  return raw.replaceAll(/\\[\s\S]/g, (written) => escapes[written] ?? cursor.refuse() ?? '');
}
