/** From the text of a stream to its pieces, each of which kubectl parses on its own. */
import { byteOrderMark, normalizeBreaks } from './characters.ts';
import { type Problem, problem } from './problem.ts';
import { endOfLine } from './text-lines.ts';

/** What stands between two separators. Line breaks are LF, and the last line has one. */
export interface Piece {
  readonly text: string;
  /** Where the piece begins in the stream, counted with line breaks as LF. */
  readonly base: number;
  /** What is wrong with the separator above it, which stands at negative offsets. */
  readonly separatorProblem?: Problem | undefined;
}

/**
 * Splits at every line that begins with `---`, wherever it stands, before any YAML is read (apimachinery, YAMLReader.Read).
 * Only blanks or a comment may follow on that line.
 */
export function splitStream(stream: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let base = 0;
  let separator = '';
  let start = 0;
  // A separator that ends nothing is kept as the first line of the next piece, so a mark after it is not the first character.
  let isKept = false;
  for (;;) {
    const end = nextSeparator(stream, start);
    const raw = stream.slice(start, end);
    pieces.push(
      makePiece(raw, { base, separator, marks: !isKept && raw.startsWith(byteOrderMark) ? 1 : 0 }),
    );
    if (end === stream.length) return pieces;
    start = Math.min(endOfLine(stream, end) + 1, stream.length);
    separator = normalizeBreaks(stream.slice(end, start));
    base += normalizeBreaks(raw).length + separator.length;
    isKept = !isKept && raw === '';
  }
}

function nextSeparator(stream: string, from: number): number {
  if (stream.startsWith('---', from)) return from;
  const feed = stream.indexOf('\n---', from);
  return feed < 0 ? stream.length : feed + 1;
}

function makePiece(
  raw: string,
  {
    base,
    separator,
    marks,
  }: { readonly base: number; readonly separator: string; readonly marks: number },
): Piece {
  const text = normalizeBreaks(raw.slice(marks));
  return {
    text: text === '' || text.endsWith('\n') ? text : `${text}\n`,
    base: base + marks,
    separatorProblem: checkSeparator(separator, -marks - separator.length),
  };
}

function checkSeparator(line: string, start: number): Problem | undefined {
  const rest = line.slice('---'.length).trim();
  if (rest === '' || rest.startsWith('#')) return undefined;
  const span = { start, end: start + line.trimEnd().length };
  if (/^---\s/.test(line)) {
    return problem('yaml/unsupported', span, { what: 'text after `---` on its line' });
  }
  return problem('yaml/syntax', span, {
    problem: 'a line that begins with `---` separates documents, and this one goes on',
    hint: 'Write exactly `---`, or begin the line with `#` if it is decoration.',
  });
}
