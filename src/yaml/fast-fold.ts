/** Scalars that go on below their line, as the fast reader takes them. */
import { type FastCursor, hash, lineFeed, space } from './fast-cursor.ts';
import { scanContinuation } from './fast-scalar.ts';

/** A column that no line is deeper than: for scalars that have to end on their line. */
export const oneLine = 2 ** 30;

/**
 * An unquoted value whose first line was read, with the lines below it that go on with it: those deeper than `column`, up to
 * a comment.
 */
export function continuePlain(cursor: FastCursor, first: string, column: number): string {
  const { text } = cursor;
  const parts = [first];
  while (cursor.code() === lineFeed && mayGoOn(cursor, column)) {
    let start = cursor.offset + 1;
    let end = skipSpaces(text, start);
    let breaks = 1;
    for (; text.charCodeAt(end) === lineFeed; breaks += 1) {
      start = end + 1;
      end = skipSpaces(text, start);
    }
    if (end - start <= column || text.charCodeAt(end) === hash || end === text.length) break;
    cursor.offset = end;
    parts.push(separator(breaks), text.slice(end, scanContinuation(cursor)));
  }
  return parts.length === 1 ? first : parts.join('');
}

/** Settles it at a glance for nearly all values: the next line is neither blank nor deep enough. */
function mayGoOn({ text, offset }: FastCursor, column: number): boolean {
  return text.charCodeAt(offset + 1 + column) === space || text.charCodeAt(offset + 1) === lineFeed;
}

/** The text of several lines between quotes, escapes untouched. Its lines have to be deeper than `column`. */
export function foldQuoted(cursor: FastCursor, raw: string, column: number): string {
  const lines = raw.split('\n');
  const parts = [trimQuoted(lines.shift() ?? '', 0)];
  const last = lines.pop() ?? '';
  let breaks = 1;
  const add = (part: string, start: number): void => {
    if (start <= column) cursor.refuse();
    parts.push(separator(breaks), part);
    breaks = 1;
  };
  for (const line of lines) {
    const start = skipSpaces(line, 0);
    if (start === line.length) breaks += 1;
    else add(trimQuoted(line, start), start);
  }
  const start = skipSpaces(last, 0);
  add(last.slice(start), start);
  // Tabs are trimmed, too, and a backslash keeps what would be, or joins lines.
  if (raw.includes('\t') || /\\ *\n/.test(raw)) cursor.refuse();
  return parts.join('');
}

/** A line from an offset on, without the spaces at its end. */
function trimQuoted(line: string, start: number): string {
  let end = line.length;
  while (end > start && line.charCodeAt(end - 1) === space) end -= 1;
  return line.slice(start, end);
}

/** What line breaks in a row become. */
function separator(breaks: number): string {
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function skipSpaces(text: string, start: number): number {
  let offset = start;
  while (text.charCodeAt(offset) === space) offset += 1;
  return offset;
}
