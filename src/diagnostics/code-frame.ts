/** A place in a text in, the lines around it with a caret under it out. */
import { type Cell, cellsOf, visible } from './visible-text.ts';

export interface FrameOptions {
  /** From one. */
  readonly line: number;
  /** From one, in UTF-16 units. */
  readonly column: number;
  /** UTF-16 units to underline. */
  readonly length: number;
  /** Lines to show before the line itself. */
  readonly before: number;
  /** The character that underlines. */
  readonly mark: '^' | '-';
  /** A few words to stand behind the underline. */
  readonly words?: string | undefined;
  /** Lines that must not be shown. */
  readonly secretLines?: ReadonlySet<number>;
  /** Makes the underline stand out. */
  readonly paint: (text: string) => string;
}

/** Columns of a source line that are shown at most. */
const widest = 100;
const ellipsis = '...';
/** Columns shown before the caret of a line that had to be cut. */
const lead = 30;

/** The lines of the frame; none if the text has no such line. */
export function codeFrame(text: string, options: FrameOptions): readonly string[] {
  const lines = text.split(/\r?\n/);
  const target = lines[options.line - 1];
  if (target === undefined) return [];
  const first = Math.max(1, options.line - options.before);
  const gutter = String(options.line).length;
  const framed: string[] = [];
  for (let number = first; number < options.line; number += 1) {
    const line = showLine(withoutUsers(lines[number - 1] ?? ''), number, options);
    framed.push(withGutter(String(number), gutter, fromStart(cellsOf(line)).text));
  }
  const { text: shown, caret } = showTarget(withoutUsers(target), options);
  framed.push(withGutter(String(options.line), gutter, shown));
  framed.push(withGutter('', gutter, caret));
  return framed;
}

function withGutter(number: string, width: number, text: string): string {
  return `  ${number.padStart(width)} | ${text}`.trimEnd();
}

/** User and password in an address; frames end up in the logs of pipelines. */
const userInUrl = /(?<=\b[a-z][a-z0-9+.-]*:\/\/)[^/\s@]+(?=@)/gi;

/** As wide as before, so that the caret stays where it belongs. */
function withoutUsers(line: string): string {
  return line.replace(userInUrl, (user) => '*'.repeat(user.length));
}

/** Of a secret line only the indentation, so that the frame still shows where it is. */
function showLine(line: string, number: number, { secretLines }: FrameOptions): string {
  if (secretLines?.has(number) !== true) return line;
  return `${/^[ \t]*/.exec(line)?.[0] ?? ''}***`;
}

function showTarget(
  line: string,
  options: FrameOptions,
): { readonly text: string; readonly caret: string } {
  const shown = showLine(line, options.line, options);
  const column = shown === line ? options.column - 1 : shown.length - 3;
  const length = shown === line ? options.length : 3;
  const { before, marked, after } = split(cellsOf(shown), column, length);
  const start = cutBefore(before);
  const room = widest - start.width;
  const middle = fromStart(marked, room);
  const end = fromStart(after, Math.max(0, room - middle.width));
  const underline = options.mark.repeat(Math.max(1, middle.width));
  return {
    text: start.text + middle.text + (middle.isCut ? '' : end.text),
    caret: ' '.repeat(start.width) + options.paint(underlined(underline, options)),
  };
}

function underlined(underline: string, { words }: FrameOptions): string {
  return words === undefined ? underline : `${underline} ${visible(words)}`;
}

/** The cells before, inside and behind a stretch of UTF-16 units. */
function split(cells: readonly Cell[], column: number, length: number) {
  const before: Cell[] = [];
  const marked: Cell[] = [];
  const after: Cell[] = [];
  let unit = 0;
  for (const cell of cells) {
    const side = unit < column ? before : unit < column + length ? marked : after;
    side.push(cell);
    unit += cell.units;
  }
  return { before, marked, after };
}

interface Piece {
  readonly text: string;
  readonly width: number;
  readonly isCut: boolean;
}

/** As many cells from the start as there is room for. */
function fromStart(cells: readonly Cell[], room = widest): Piece {
  const whole = join(cells);
  if (whole.width <= room) return whole;
  let width = 0;
  const kept = cells.filter((cell) => {
    width += cell.width;
    return width <= room - ellipsis.length;
  });
  const { text, width: keptWidth } = join(kept);
  return { text: text + ellipsis, width: keptWidth + ellipsis.length, isCut: true };
}

/** As many cells from the end as shall stand before a caret. */
function cutBefore(cells: readonly Cell[]): Piece {
  const whole = join(cells);
  if (whole.width <= widest - lead) return whole;
  let width = 0;
  const kept = cells.toReversed().filter((cell) => {
    width += cell.width;
    return width <= lead;
  });
  const { text, width: keptWidth } = join(kept.reverse());
  return { text: ellipsis + text, width: keptWidth + ellipsis.length, isCut: true };
}

function join(cells: readonly Cell[]): Piece {
  return {
    text: cells.map((cell) => cell.text).join(''),
    width: cells.reduce((sum, cell) => sum + cell.width, 0),
    isCut: false,
  };
}
