/** From a text to its documents as kubectl takes them, with their places if asked for. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { byteOrderMark, characterProblem, normalizeBreaks } from './characters.ts';
import { readFast } from './fast-reader.ts';
import { readFully } from './full-reader.ts';
import { bytesAbove, type Limits } from './limits.ts';
import { parseJsonStream } from './parse-json.ts';
import { failedReading, type PieceReading } from './piece-reading.ts';
import { createPlaces, noPlaces, type Places } from './places.ts';
import { type PlacedText, type Problem, problem } from './problem.ts';
import { type Piece, splitStream } from './split-stream.ts';
import { createTextLines, type Span } from './text-lines.ts';

/** `fast` leaves to the full reader what is not made of the usual shapes, and whatever deserves a diagnostic. */
export type Reader = 'fast' | 'full';

export interface StreamOptions {
  /** For the places of diagnostics. */
  readonly file: string;
  readonly limits: Limits;
  readonly recordsPlaces: boolean;
  /** `full` if absent; places are known to the full reader alone. */
  readonly reader?: Reader;
}

export interface StreamDocument {
  readonly value: JsonValue;
  /** Of the value, in `text`; of all the piece, if the fast reader read it. */
  readonly span: Span;
  readonly places: Places;
  /** What the offsets of the span and the places belong to. */
  readonly text: PlacedText;
  /** The text between two separators that it was read from, with line feeds for breaks; of JSON the whole stream. */
  readonly piece: string;
  readonly isJson: boolean;
}

export interface StreamReading {
  /** Those that could be read; null ones are skipped. */
  readonly documents: readonly StreamDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The part of a text that decides whether JSON is tried (kubectl's buffer). */
const guessLength = 4096;

/**
 * Reads a stream: JSON values as long as the text is JSON if it begins with a brace, and the rest as YAML (apimachinery of
 * Kubernetes 1.33, YAMLOrJSONDecoder).
 */
export function readStream(input: string, options: StreamOptions): StreamReading {
  const bytes = bytesAbove(input, options.limits.bytes);
  const text = input.startsWith(byteOrderMark) ? input.slice(1) : input;
  if (bytes !== undefined) {
    const tooLarge = problem(
      'yaml/too-large',
      { start: 0, end: 1 },
      { bytes, limit: options.limits.bytes },
    );
    const lines = createTextLines(text);
    return { documents: [], diagnostics: [tooLarge.place({ file: options.file, lines, base: 0 })] };
  }
  const json = readJson(text, options);
  const yaml = readYaml(text, { ...options, from: json.end });
  return {
    documents: [...json.documents, ...yaml.documents],
    diagnostics: [...json.diagnostics, ...yaml.diagnostics],
  };
}

function readJson(text: string, options: StreamOptions): StreamReading & { readonly end: number } {
  const isJson =
    text.slice(0, guessLength).trimStart().startsWith('{') && !/\p{Surrogate}/u.test(text);
  if (!isJson) return { documents: [], diagnostics: [], end: 0 };
  const placed = { file: options.file, lines: createTextLines(text), base: 0 };
  const { recordsPlaces } = options;
  const piece = normalizeBreaks(text);
  const { documents, end } = parseJsonStream(text, { depth: options.limits.depth, recordsPlaces });
  return {
    documents: documents
      .filter(({ value, problem: found }) => value !== null && found === undefined)
      .map(({ value, span, places }) => ({
        value,
        span,
        places,
        text: placed,
        piece,
        isJson: true,
      })),
    diagnostics: documents.flatMap(({ problem: found }) => (found ? [found.place(placed)] : [])),
    end,
  };
}

function readYaml(text: string, options: StreamOptions & { readonly from: number }): StreamReading {
  const lines = createTextLines(normalizeBreaks(text));
  const from = normalizeBreaks(text.slice(0, options.from)).length;
  const documents: StreamDocument[] = [];
  const found: { readonly problems: readonly Problem[]; readonly text: PlacedText }[] = [];
  const isFast = options.reader === 'fast' && !options.recordsPlaces;
  for (const piece of splitStream(text.slice(options.from))) {
    const places = options.recordsPlaces ? createPlaces() : noPlaces;
    const { depth } = options.limits;
    const { value, span, problems } = readPiece(piece, { depth, places, isFast });
    const placed = { file: options.file, lines, base: from + piece.base };
    found.push({ problems, text: placed });
    if (value !== null)
      documents.push({ value, span, places, text: placed, piece: piece.text, isJson: false });
  }
  const diagnostics = found.flatMap(({ problems, text: placed }) =>
    problems.map((one) => one.place({ ...placed, documents: documents.length })),
  );
  return { documents, diagnostics };
}

function readPiece(
  piece: Piece,
  options: { readonly depth: number; readonly places: Places; readonly isFast: boolean },
): PieceReading {
  const { text } = piece;
  const refused = piece.separatorProblem ?? characterProblem(text);
  if (refused !== undefined) return failedReading(refused);
  const fast = options.isFast ? readFast(text, options) : undefined;
  if (fast !== undefined)
    return { value: fast, span: { start: 0, end: text.length }, problems: [] };
  return readFully(text, options);
}
