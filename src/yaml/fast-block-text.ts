/** Block texts, `|` and `>`, as the fast reader takes them. */
import { bar, dash, type FastCursor, lineFeed, space, tab } from './fast-cursor.ts';

type Chomping = 'clip' | 'strip' | 'keep';

/** The lines of a block text without their indentation, and how many blank ones stand below the last of them. */
interface BlockLines {
  readonly lines: readonly string[];
  readonly blanks: number;
}

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

function readLines(cursor: FastCursor, column: number): BlockLines {
  const { text } = cursor;
  const lines: string[] = [];
  let indent = column + 1;
  /** Of `lines`, up to and with the last one that is not blank. */
  let said = 0;
  while (cursor.offset < text.length) {
    const start = cursor.offset;
    let offset = start;
    while (text.charCodeAt(offset) === space) offset += 1;
    const isBlank = text.charCodeAt(offset) === lineFeed;
    if (!isBlank && offset - start < indent) break;
    if (said === 0 && isBlank && offset > start) cursor.refuse();
    if (said === 0 && !isBlank) {
      indent = offset - start;
      if (text.charCodeAt(offset) === tab) cursor.refuse();
    }
    if (cursor.isRefused) break;
    const end = isBlank ? offset : text.indexOf('\n', offset);
    lines.push(text.slice(Math.min(start + indent, end), end));
    if (!isBlank) said = lines.length;
    cursor.offset = end + 1;
  }
  const blank = lines.splice(said);
  if (blank.some((line) => line !== '')) cursor.refuse();
  return { lines, blanks: blank.length };
}
