/** From a pointer to the line and column where the value was written. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { type JsonPointer, pointerTokens, type TextPart } from '../model/source.ts';
import { defaultLimits } from './limits.ts';
import { readStream, type StreamDocument } from './read-stream.ts';
import type { Span } from './text-lines.ts';

/** A stretch of one line; line and column from one, column and length in UTF-16 units. */
export interface TextRange {
  readonly line: number;
  readonly column: number;
  /** At least 1. */
  readonly length: number;
}

/** Finds the place of a pointer in a document of the text, as `parseYaml` numbers them; undefined if there is no such document. */
export type Locate = (
  document: number,
  pointer: JsonPointer,
  on?: 'key',
  part?: TextPart,
) => TextRange | undefined;

/**
 * A locator for one text, which it reads on first use. A value is underlined up to the end of its first line; of a member
 * with nothing written, its key; of a pointer that leads nowhere, the nearest ancestor: its key, if it has one. A part is
 * found in plain scalars and in quoted ones without escapes; elsewhere the whole scalar is underlined.
 */
export function createLocator(text: string): Locate {
  let documents: readonly StreamDocument[] | undefined;
  return (index, pointer, on, part) => {
    documents ??= readStream(text, {
      file: '',
      limits: defaultLimits,
      recordsPlaces: true,
    }).documents;
    const document = documents[index];
    if (document === undefined) return undefined;
    const span = findSpan(document, pointer, on);
    return rangeOf(document, part === undefined ? span : partOf(document, span, part));
  };
}

function partOf({ text: { lines, base } }: StreamDocument, whole: Span, part: TextPart): Span {
  const written = lines.textOf({ start: base + whole.start, end: base + whole.end });
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (written !== `${quote}${part.of}${quote}`) return whole;
  const start = whole.start + quote.length;
  return { start: start + part.start, end: start + part.end };
}

function findSpan(document: StreamDocument, pointer: JsonPointer, on: 'key' | undefined): Span {
  let value: JsonValue | undefined = document.value;
  let span = document.span;
  let key: Span | undefined;
  for (const token of pointerTokens(pointer)) {
    const container: JsonObject | JsonArray | undefined =
      isObject(value) || isArray(value) ? value : undefined;
    const place = container && document.places.find(container, token);
    if (place === undefined) return key ?? span;
    span = place.value;
    key = place.key;
    value = isArray(container) ? container[Number(token)] : container?.[token];
  }
  return on === 'key' ? (key ?? span) : span;
}

function rangeOf({ text: { lines, base } }: StreamDocument, { start, end }: Span): TextRange {
  const span = { start: base + start, end: base + end };
  return { ...lines.position(span.start), length: lines.lengthOnLine(span) };
}
