/** Diagnostics in; written where the reporters say, and turned into the exit code. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { renderJson } from '../diagnostics/render-json.ts';
import { renderText } from '../diagnostics/render-text.ts';
import type { Host } from '../io/host.ts';
import { secretLines } from '../reports/secret-lines.ts';
import { createLocator } from '../yaml/locate.ts';
import { parseYaml } from '../yaml/parse.ts';
import { exitCodeOf } from './exit-codes.ts';

/** `--reporter NAME[=PATH]`; without a path it writes to stderr, since stdout carries the product only. */
export interface Reporter {
  readonly name: 'text' | 'json';
  readonly path?: string;
}

export interface ReportOptions {
  readonly reporters: readonly Reporter[];
  readonly textOf: (file: string) => string | undefined;
  /** Warnings fail. */
  readonly strict?: boolean;
  /** In text, errors only. */
  readonly quiet?: boolean;
}

/** What is used when no reporter is named. */
export const textReporter: Reporter = { name: 'text' };

/** Reports, and gives the exit code that the diagnostics ask for. */
export function report(
  host: Host,
  diagnostics: readonly LocatedDiagnostic[],
  options: ReportOptions,
): number {
  for (const reporter of options.reporters) writeReport(host, reporter, diagnostics, options);
  return exitCodeOf(diagnostics, options);
}

function writeReport(
  host: Host,
  { name, path }: Reporter,
  diagnostics: readonly LocatedDiagnostic[],
  options: ReportOptions,
): void {
  const text =
    name === 'json'
      ? renderJson(diagnostics)
      : renderText(textDiagnostics(diagnostics, options), {
          textOf: options.textOf,
          color: path === undefined && isColored(host),
          secretLines: rememberedSecretLines(options.textOf),
        });
  if (path === undefined) host.writeError(text);
  else writeReportFile(host, host.resolve(host.workingFolder, path), text);
}

function writeReportFile(host: Host, path: string, text: string): void {
  host.makeFolder(path.slice(0, path.lastIndexOf('/')));
  host.writeFile(path, text);
}

function textDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  { quiet, strict }: ReportOptions,
): readonly LocatedDiagnostic[] {
  if (quiet !== true) return diagnostics;
  return diagnostics.filter(
    ({ severity }) => severity === 'error' || (severity === 'warning' && strict === true),
  );
}

function isColored({ environment, isTerminal }: Host): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal.error && environment['TERM'] !== 'dumb';
}

const noLines: ReadonlySet<number> = new Set();

function rememberedSecretLines(
  textOf: (file: string) => string | undefined,
): (file: string) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const text = textOf(file) ?? '';
    const lines = text.includes('Secret')
      ? secretLines(text, parseYaml(text, { path: file }).documents, createLocator(text))
      : noLines;
    known.set(file, lines);
    return lines;
  };
}
