/** Block texts, `|` and `>`, as the fast reader takes them. */
import { bar, dash, type FastCursor, lineFeed, space, tab } from './fast-cursor.ts';

type Chomping = 'clip' | 'strip' | 'keep';

/**
 * Reads a block text from its `|` or `>` to the next line that does not belong to it; its lines have to stand right of
 * `column`. Refused: an indentation indicator, a comment beside the header, no content, spaces in blank lines at the edges,
 * and a folded text with blank or deeper lines.
 */
export function readBlockText(cursor: FastCursor, column: number): string {
  const isFolded = cursor.code() !== bar;
  const chomping = readHeader(cursor);
  const lines = readLines(cursor, column);
  cursor.nextLine();
  const end = endOfContent(lines);
  if (cursor.isRefused || end === 0 || endsInSpaces(lines, end)) return cursor.refuse() ?? '';
  const length = chomping === 'strip' ? end : chomping === 'clip' ? end + 1 : lines.length;
  return isFolded
    ? fold(cursor, lines.slice(0, end)) + lines.slice(end, length)
    : lines.slice(0, length);
}

/** Goes to the line below the header. */
function readHeader(cursor: FastCursor): Chomping {
  cursor.offset += 1;
  const code = cursor.code();
  const chomping = code === dash ? 'strip' : code === plus ? 'keep' : 'clip';
  if (chomping !== 'clip') cursor.offset += 1;
  cursor.skipSpaces();
  if (cursor.code() === lineFeed) cursor.offset += 1;
  else cursor.refuse();
  return chomping;
}

const plus = 0x2b;

/** The end of the last line that is not empty. */
function endOfContent(lines: string): number {
  let end = lines.length;
  while (lines.charCodeAt(end - 1) === lineFeed) end -= 1;
  return end;
}

function endsInSpaces(lines: string, end: number): boolean {
  let start = end;
  while (lines.charCodeAt(start - 1) === space) start -= 1;
  return start < end && (start === 0 || lines.charCodeAt(start - 1) === lineFeed);
}

function fold(cursor: FastCursor, content: string): string {
  if (unfoldable.test(content)) cursor.refuse();
  return content.replaceAll('\n', ' ');
}

/** A line that is empty or begins with a blank. */
const unfoldable = /^[ \t\n]|\n[ \t\n]/;

/** Reads the lines of the text, without their indentation, and the blank ones below. */
function readLines(cursor: FastCursor, column: number): string {
  const { text, offset: start } = cursor;
  // Blank lines above the first one with text may not be deeper than it: here they have to be empty.
  while (cursor.code() === lineFeed) cursor.offset += 1;
  const indent = spacesAt(text, cursor.offset);
  const first = text.charCodeAt(cursor.offset + indent);
  if (indent <= column || indent > deepest || first === lineFeed || first === tab)
    return cursor.refuse() ?? '';
  const { outdent, margin } = patternsOf(indent);
  outdent.lastIndex = cursor.offset;
  const head = cursor.offset === start ? indent : 0;
  cursor.offset = outdent.test(text) ? outdent.lastIndex : text.length;
  return text.slice(start + head, cursor.offset).replaceAll(margin, '\n');
}

interface Patterns {
  /** Ends before the first line that is neither blank nor so deep. */
  readonly outdent: RegExp;
  readonly margin: RegExp;
}

/** Nobody writes deeper texts, and a file of many depths must not fill the memory. */
const deepest = 100;
const patterns = new Map<number, Patterns>();

function patternsOf(indent: number): Patterns {
  const known = patterns.get(indent);
  if (known !== undefined) return known;
  const made = {
    outdent: new RegExp(`\\n(?! {${indent}}| *\\n)`, 'g'),
    margin: new RegExp(`\\n {0,${indent}}`, 'g'),
  };
  patterns.set(indent, made);
  return made;
}

function spacesAt(text: string, start: number): number {
  let offset = start;
  while (text.charCodeAt(offset) === space) offset += 1;
  return offset - start;
}
