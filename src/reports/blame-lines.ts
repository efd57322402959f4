/** A printed object and its fields in; out: for every line of the text the field it shows, and where that was written. */
import type { JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, type Origin, pointerTo } from '../model/source.ts';
import { createLocator, type TextRange } from '../yaml/locate.ts';
import type { FieldSource, FieldTrace } from './provenance.ts';

export interface BlamedLine {
  /** From one. */
  readonly line: number;
  readonly text: string;
  /** The innermost field that begins on the line, or the text that goes on there. */
  readonly pointer: JsonPointer;
  readonly value: JsonValue;
  readonly source: FieldSource;
  /** Where it was written; absent if nobody wrote it. */
  readonly place?: SourceLine;
}

export interface SourceLine {
  readonly file: string;
  /** From one; absent if the file cannot be located any more. */
  readonly line?: number;
}

/** Finds the place of an origin in the sources. */
export type LocateOrigin = (origin: Origin) => TextRange | undefined;

export interface BlameInput {
  /** One document, as it is printed. */
  readonly text: string;
  readonly trace: FieldTrace;
  readonly locate: LocateOrigin;
  /** The text of a source file. */
  readonly textOf: (file: string) => string | undefined;
}

interface Start {
  readonly pointer: JsonPointer;
  readonly trace: FieldTrace;
}

/** The field that a line shows, and where it begins. */
interface Current extends Start {
  readonly from: number;
  readonly place: SourceLine | undefined;
  readonly isLiteral: boolean;
}

/** One entry per line of the text; complete, because whatever is printed is a field or goes on with one. */
export function blameLines(input: BlameInput): readonly BlamedLine[] {
  const starts = fieldStarts(input);
  let current: Current | undefined;
  return linesOf(input.text).flatMap((text, index) => {
    const line = index + 1;
    const start = starts.get(line);
    if (start !== undefined) current = { ...start, from: line, ...placeOf(start.trace, input) };
    if (current === undefined) return [];
    const { pointer, trace } = current;
    const { source, value } = trace;
    const place = placeOnLine(current, line);
    return [{ line, text, pointer, value, source, ...(place === undefined ? {} : { place }) }];
  });
}

/** The same for a file that is copied line by line, with its comments. */
export function blameCopiedLines(input: BlameInput, file: string): readonly BlamedLine[] {
  const known = new Map(blameLines(input).map((each) => [each.line, each]));
  const { source, value } = input.trace;
  return linesOf(input.text).map((text, index) => {
    const line = index + 1;
    return { pointer: '', value, source, ...known.get(line), line, text, place: { file, line } };
  });
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** By line; of several fields that begin on one line the innermost. */
function fieldStarts({ text, trace }: BlameInput): ReadonlyMap<number, Start> {
  const locate = createLocator(text);
  const starts = new Map<number, Start>();
  const visit = (field: FieldTrace, pointer: JsonPointer, on: 'key' | undefined) => {
    const range = locate(0, pointer, on);
    if (range !== undefined) starts.set(range.line, { pointer, trace: field });
    for (const [key, member] of field.members ?? []) visit(member, pointerTo(pointer, key), 'key');
    for (const [index, item] of (field.items ?? []).entries())
      visit(item, pointerTo(pointer, index), undefined);
  };
  visit(trace, '', undefined);
  return starts;
}

function placeOf(
  { source, members, items }: FieldTrace,
  { locate, textOf }: BlameInput,
): Pick<Current, 'place' | 'isLiteral'> {
  const { origin } = source;
  if (origin === undefined) return { place: undefined, isLiteral: false };
  const isCollection = members !== undefined || items !== undefined;
  const range = locate(isCollection ? { ...origin, on: 'key' } : origin);
  if (range === undefined) return { place: { file: origin.file }, isLiteral: false };
  const place = { file: origin.file, line: range.line };
  return { place, isLiteral: isLiteral(textOf(origin.file) ?? '', range) };
}

/** The lines of a block literal stand in the output one by one as they stand in the source. */
function placeOnLine({ place, isLiteral: isByLine, from }: Current, line: number) {
  if (place?.line === undefined || !isByLine) return place;
  return { file: place.file, line: place.line + line - from };
}

function isLiteral(text: string, { line, column }: TextRange): boolean {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = text.indexOf('\n', start) + 1;
  return text[start + column - 1] === '|';
}
