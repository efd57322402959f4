/** Changes of a text by offsets; line ends keep the form that they have in the file. */
import { normalizeBreaks } from './characters.ts';

/** `text` instead of what stands from `start` up to, not including, `end`. Offsets and text count a line break as LF. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Comments in what stood there go with it. */
  readonly dropsComments?: true;
}

/** Why an edit cannot be done, in a few words: `an alias stands there`. */
export interface Refusal {
  readonly refusal: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}

/**
 * The text with all splices in it; what they add gets the line ends of the file, and a last line without one keeps that.
 * Of splices at one place those that only insert come first. A refusal if two of them change the same characters.
 */
export function applySplices(
  text: string,
  splices: readonly Splice[],
): { readonly text: string } | Refusal {
  const breakText = lineBreakOf(text);
  const isOpen = text !== '' && !/[\r\n\u0085]$/.test(text);
  const whole = isOpen ? text + breakText : text;
  const toOriginal = createOffsetMap(whole);
  const pieces: string[] = [];
  let done = 0;
  for (const splice of sorted(splices)) {
    const start = toOriginal(splice.start);
    if (start < done) return { refusal: 'two changes meet at one place' };
    pieces.push(whole.slice(done, start), splice.text.replaceAll('\n', breakText));
    done = toOriginal(splice.end);
  }
  const result = [...pieces, whole.slice(done)].join('');
  return { text: isOpen ? result.replace(/[\r\n]+$/, '') : result };
}

function sorted(splices: readonly Splice[]): readonly Splice[] {
  return splices.toSorted(
    (one, other) =>
      one.start - other.start ||
      Number(one.end > one.start) - Number(other.end > other.start) ||
      one.end - other.end,
  );
}

function lineBreakOf(text: string): string {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
}

/** From offsets that count each line break as one character to offsets into the text. */
function createOffsetMap(text: string): (offset: number) => number {
  if (!text.includes('\r\n')) return (offset) => offset;
  const feeds: number[] = [];
  const normal = normalizeBreaks(text);
  let original = 0;
  for (let offset = 0; offset < normal.length; offset += 1, original += 1) {
    if (text.startsWith('\r\n', original)) {
      feeds.push(offset);
      original += 1;
    }
  }
  return (offset) => offset + countBelow(feeds, offset);
}

/** How many of the sorted numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
