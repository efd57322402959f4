/** From offsets to lines and columns. */

const longestExcerpt = 60;

export interface TextLines {
  /** Line and column of an offset (the end of the text, if it is beyond), both from one; columns in UTF-16 units. */
  position(offset: number): { readonly line: number; readonly column: number };
  /** Units of a span that stand on its first line, trailing blanks left out; at least 1. */
  lengthOnLine(span: Span): number;
  /** What is written there. */
  textOf(span: Span): string;
}

/** Offsets into a text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text whose breaks are line feeds (a carriage return before one does no harm). Counted on first use. */
export function createTextLines(text: string): TextLines {
  let starts: number[] | undefined;
  return {
    position(place) {
      starts ??= lineStarts(text);
      const offset = Math.min(place, text.length);
      const line = lastAtMost(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    textOf: ({ start, end }) => text.slice(start, end),
    lengthOnLine({ start, end }) {
      return Math.max(1, text.slice(start, Math.min(end, endOfLine(text, start))).trimEnd().length);
    },
  };
}

/** The offset of the line feed that ends the line of an offset, or the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The line an offset stands on, without its line feed. */
export function lineAround(text: string, offset: number): Span & { readonly text: string } {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = endOfLine(text, offset);
  return { start, end, text: text.slice(start, end) };
}

/** The beginning of a text, for a message in which it stands between backticks. */
export function excerpt(text: string): string {
  const whole = text.replaceAll('`', "'");
  return whole.length <= longestExcerpt ? whole : `${whole.slice(0, longestExcerpt - 1)}…`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
    starts.push(feed + 1);
  }
  return starts;
}

/** The index of the last number that is not above `limit`. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
