/** Blamed lines in, text or JSON out. Lines that hold secret values are masked. */
import { visible } from '../diagnostics/visible-text.ts';
import { printJson } from '../model/print-json.ts';
import type { Origin } from '../model/source.ts';
import type { BlamedLine, SourceLine } from './blame-lines.ts';
import { describeSource, describeSourceFully } from './describe-source.ts';
import type { FieldSource, Replaced } from './provenance.ts';

export interface BlameReport {
  /** As people find it. */
  readonly path: string;
  readonly lines: readonly BlamedLine[];
  /** Numbers of lines that must not be shown. */
  readonly secretLines: ReadonlySet<number>;
  /** Where an origin stands. */
  readonly placeOf: (origin: Origin) => SourceLine;
  /** What a field was before, the latest first. */
  readonly historyOf: (line: BlamedLine) => readonly Replaced[];
}

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** Like `git blame`: the source of every line beside it. */
export function renderBlame(report: BlameReport): string {
  const rows = report.lines.map((line) => ({
    place: placeText(line.place),
    who: visible(describeSource(line.source)),
    number: String(line.line),
    text: visible(shownText(line, report)),
  }));
  const width = (column: 'place' | 'who' | 'number') =>
    Math.max(...rows.map((row) => row[column].length));
  const [place, who, number] = [width('place'), width('who'), width('number')];
  return rows
    .map(
      (row) =>
        `${row.place.padEnd(place)}  ${row.who.padEnd(who)}  ${row.number.padStart(number)} | ${row.text}`,
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** One line at length: the field, who set it, and what it was before. */
export function renderBlamedLine(line: BlamedLine, report: BlameReport): string {
  const isSecret = report.secretLines.has(line.line);
  const history = report
    .historyOf(line)
    .map(
      ({ source, value }) =>
        `  before: ${isSecret ? '***' : excerpt(printJson(value))}   ${placeText(placeOf(source, report))}   ${describeSourceFully(source)}`,
    );
  const lines = [
    `${report.path}:${line.line}: ${shownText(line, report).trim()}`,
    `  field:  ${line.pointer === '' ? 'the object' : line.pointer}`,
    `  source: ${placeText(line.place)}   ${describeSourceFully(line.source)}`,
    ...history,
  ];
  return lines.map((each) => `${visible(each)}\n`).join('');
}

/** `{formatVersion, file, lines: [{line, text, pointer, source: {kind, file, line, ...}, replaced: [...]}]}`. */
export function renderBlameJson(report: BlameReport): string {
  const lines = report.lines.map((line) => {
    const isSecret = report.secretLines.has(line.line);
    const replaced = report.historyOf(line).map(({ source, value }) => ({
      value: isSecret ? '***' : value,
      source: sourceJson(source, placeOf(source, report)),
    }));
    return {
      line: line.line,
      text: shownText(line, report),
      pointer: line.pointer,
      source: sourceJson(line.source, line.place),
      ...(replaced.length === 0 ? {} : { replaced }),
    };
  });
  return `${printJson({ formatVersion, file: report.path, lines }, { indent: 2 })}\n`;
}

function sourceJson(source: FieldSource, place: SourceLine | undefined) {
  const { kind } = source;
  const at = { kind, words: describeSourceFully(source), ...place };
  switch (source.kind) {
    case 'template':
      return at;
    case 'stamped':
      return { ...at, rule: source.rule, ...(source.row === undefined ? {} : { row: source.row }) };
    case 'override': {
      const { number, count, op, path } = source;
      return { ...at, number, count, op, path };
    }
    case 'replicas': {
      const { total, tieBreak } = source.preference;
      const { passes, ...share } = source.share;
      const numbers = { replicas: source.replicas, total, ...share, passes: [...passes] };
      return { ...at, preference: tieBreak, ...numbers };
    }
  }
}

function placeOf({ origin }: FieldSource, report: BlameReport): SourceLine | undefined {
  return origin === undefined ? undefined : report.placeOf(origin);
}

function placeText(place: SourceLine | undefined): string {
  if (place === undefined) return '-';
  return visible(place.line === undefined ? place.file : `${place.file}:${place.line}`);
}

/** Of a secret line only the key. */
function shownText({ line, text }: BlamedLine, { secretLines }: BlameReport): string {
  if (!secretLines.has(line)) return text;
  const key = /^\s*[\w.-]+: /.exec(text)?.[0] ?? /^\s*/.exec(text)?.[0] ?? '';
  return `${key}***`;
}

const longest = 60;

function excerpt(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}
