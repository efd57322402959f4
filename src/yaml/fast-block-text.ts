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
  const { lines, blanks } = readLines(cursor, column);
  cursor.nextLine();
  if (cursor.isRefused || lines.length === 0) return cursor.refuse() ?? '';
  if (isFolded && !lines.every(isFoldable)) return cursor.refuse() ?? '';
  const content = lines.join(isFolded ? ' ' : '\n');
  if (chomping === 'strip') return content;
  return chomping === 'clip' ? `${content}\n` : `${content}\n${'\n'.repeat(blanks)}`;
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

function isFoldable(line: string): boolean {
  const code = line.charCodeAt(0);
  return line !== '' && code !== space && code !== tab;
}

/** Reads the lines of the text, without their indentation, and the blank ones below. */
function readLines(
  cursor: FastCursor,
  column: number,
): { readonly lines: readonly string[]; readonly blanks: number } {
  const { text } = cursor;
  const lines: string[] = [];
  // Blank lines above the first one with text may not be deeper than it: here they have to be empty.
  while (cursor.code() === lineFeed) takeLine(cursor, lines, 0);
  const indent = spacesAt(text, cursor.offset);
  const first = text.charCodeAt(cursor.offset + indent);
  if (indent <= column || first === lineFeed || first === tab) cursor.refuse();
  let said = 0;
  while (cursor.offset < text.length) {
    const deep = spacesAt(text, cursor.offset);
    const isBlank = text.charCodeAt(cursor.offset + deep) === lineFeed;
    if (deep < indent && !isBlank) break;
    takeLine(cursor, lines, Math.min(deep, indent));
    if (!isBlank) said = lines.length;
  }
  const blank = lines.splice(said);
  if (blank.some((line) => line !== '')) cursor.refuse();
  return { lines, blanks: blank.length };
}

/** Takes the rest of a line behind so many characters, and goes to the next one. */
function takeLine(cursor: FastCursor, lines: string[], indent: number): void {
  const end = cursor.text.indexOf('\n', cursor.offset);
  lines.push(cursor.text.slice(cursor.offset + indent, end));
  cursor.offset = end + 1;
}

function spacesAt(text: string, start: number): number {
  let offset = start;
  while (text.charCodeAt(offset) === space) offset += 1;
  return offset - start;
}
