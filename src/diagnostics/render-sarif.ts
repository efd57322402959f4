/** Diagnostics in, a log in SARIF 2.1.0 out, for code scanning and editors. */
import { printJson } from '../model/print-json.ts';
import type { Code } from './catalogue.ts';
import { entryOf } from './catalogue-entry.ts';
import { type Digest, fingerprintsOf } from './fingerprint.ts';
import { fullMessage } from './full-message.ts';
import type { LocatedDiagnostic, LocatedRelated } from './located.ts';
import { orderByImportance } from './order-by-importance.ts';
import { inReadingOrder } from './render-text.ts';
import { visible } from './visible-text.ts';

export interface RenderSarifOptions {
  /** Of fedc. */
  readonly version: string;
  readonly digest: Digest;
  /** The file that stands for diagnostics without one: GitHub refuses a result without a place. */
  readonly fallbackFile: string;
}

/** The first line of a log after its brace; a log is recognized by it. */
export const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub refuses a run with more. */
const mostResults = 25_000;
/** GitHub refuses longer descriptions. */
const longestDescription = 1024;
const baseId = '%SRCROOT%';

/**
 * One run with the rules that were broken and the results in reading order, with a final newline; the 25,000 most
 * important ones if there are more. Files must be named as seen from the root of the repository. Columns count UTF-16
 * units, the end column is the one behind the last. Nothing in it depends on time or machine.
 */
export function renderSarif(
  diagnostics: readonly LocatedDiagnostic[],
  options: RenderSarifOptions,
): string {
  const ordered = inReadingOrder(diagnostics);
  const fingerprints = fingerprintsOf(ordered, options.digest);
  const kept = new Set(orderByImportance(ordered).slice(0, mostResults));
  const codes = [...new Set(ordered.map(({ code }) => code))].sort();
  const results = ordered.flatMap((diagnostic, index) =>
    kept.has(diagnostic)
      ? [resultOf(diagnostic, { codes, fingerprint: fingerprints[index] ?? '', ...options })]
      : [],
  );
  const run = {
    tool: { driver: { name: 'fedc', version: options.version, rules: codes.map(ruleOf) } },
    ...cutNotice(ordered.length),
    originalUriBaseIds: { [baseId]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  const log = { $schema: sarifSchema, version: '2.1.0', runs: [run] };
  return `${printJson(log, { indent: 2 })}\n`;
}

function cutNotice(total: number): object {
  if (total <= mostResults) return {};
  const text = `${total - mostResults} of ${total} results were left out: GitHub takes ${mostResults} at most.`;
  const notification = { level: 'warning', message: { text } };
  return {
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }],
  };
}

function ruleOf(code: Code): object {
  const { severity, title, page, remedy } = entryOf(code);
  const help = `${page}\n\n${remedy}`;
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: clipped(page) },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: severity },
  };
}

function clipped(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 4)} ...`;
}

interface ResultContext extends RenderSarifOptions {
  readonly codes: readonly Code[];
  readonly fingerprint: string;
}

function resultOf(
  diagnostic: LocatedDiagnostic,
  { codes, fingerprint, fallbackFile }: ResultContext,
): object {
  const { code, severity, file, related } = diagnostic;
  const place = file === undefined ? { file: fallbackFile } : { ...diagnostic, file };
  const relatedLocations = uniqueLocations(related);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: plainText(fullMessage(diagnostic).join('\n')) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    partialFingerprints: { 'fedc/v1': fingerprint },
  };
}

function uniqueLocations(related: readonly LocatedRelated[]): readonly object[] {
  const locations = related.map((each) => ({
    physicalLocation: physicalLocation(each),
    message: { text: plainText(visible(each.label)) },
  }));
  return [...new Map(locations.map((each) => [printJson(each), each])).values()];
}

type FilePlace = Pick<LocatedRelated, 'file' | 'line' | 'column' | 'length'>;

/** A whole file is its first line, because code scanning demands a region. */
function physicalLocation({ file, line, column, length }: FilePlace): object {
  const startColumn = column ?? 1;
  const endColumn = line === undefined ? startColumn : startColumn + (length ?? 1);
  const startLine = line ?? 1;
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: baseId },
    region: { startLine, startColumn, endLine: startLine, endColumn },
  };
}

function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** So that nothing in it is taken for a placeholder or a link. Other braces stay: few viewers undo their doubling. */
function plainText(text: string): string {
  return text.replace(/\{(\d+)\}/g, '{{$1}}').replaceAll('](', '] (');
}
