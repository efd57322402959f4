/** `--reporter NAME[=PATH]` in; out: which reports are made, and what speaks against one. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { sarifSchema } from '../diagnostics/render-sarif.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Host } from '../io/host.ts';
import { isBelow } from './list-sources.ts';
import { realOrNearest } from './output-folder.ts';

const reporterNames = ['text', 'json', 'github', 'gitlab', 'sarif'] as const;

type ReporterName = (typeof reporterNames)[number];

/** Without a path it writes to stderr, since stdout carries the product only. */
export interface Reporter {
  readonly name: ReporterName;
  /** As it was given, relative to the working folder. */
  readonly path?: string;
}

/** What is used when no reporter is named. */
export const textReporter: Reporter = { name: 'text' };

/** The flag that wrong reporters are reported at. */
export const reporterFlag = '--reporter';

/** Reads NAME[=PATH]; what is wrong with it is a sentence for people. */
export function parseReporter(text: string): Reporter | { readonly problem: string } {
  const equals = text.indexOf('=');
  const word = equals < 0 ? text : text.slice(0, equals);
  const name = reporterNames.find((each) => each === word);
  if (name === undefined) return { problem: unknownName(word) };
  if (equals < 0) return { name };
  const path = text.slice(equals + 1);
  if (path === '') return { problem: `A path is missing after ${quote(text)}.` };
  if (path === '-')
    return {
      problem: 'Standard output carries the product only; name a file, or no path for stderr.',
    };
  return { name, path };
}

function unknownName(word: string): string {
  const [near] = nearest(word, reporterNames, 1);
  const hint = near === undefined ? '' : `Did you mean ${near}? `;
  return `${hint}Allowed choices are ${reporterNames.join(', ')}.`;
}

/** True for formats that nothing else may stand around. */
export function isForPrograms({ name }: Reporter): boolean {
  return name === 'json' || name === 'gitlab' || name === 'sarif';
}

/** `cli/usage` for every reporter that could not do what it is for, or would destroy something. `out` is absolute. */
export function refuseReporters(
  host: Host,
  reporters: readonly Reporter[],
  { out }: { readonly out: string },
): readonly Diagnostic[] {
  const problems = [
    ...crowdedStderr(reporters),
    ...reporters.flatMap(({ path }, index) => {
      if (path === undefined) return [];
      const absolute = host.resolve(host.workingFolder, path);
      const earlier = reporters.slice(0, index).some((other) => {
        return (
          other.path !== undefined && host.resolve(host.workingFolder, other.path) === absolute
        );
      });
      const reason = earlier
        ? 'another report goes there'
        : (insideTree(host, absolute, out) ?? reasonAgainst(host, absolute));
      return reason === undefined ? [] : [`No report can be written to ${quote(path)}: ${reason}.`];
    }),
  ];
  const hint = 'Name another path: --reporter NAME=PATH.';
  return problems.map((problem) =>
    diagnose('cli/usage', { flag: reporterFlag }, { problem, hint }),
  );
}

/** The absolute paths of the files that reports go to. */
export function reportPaths(host: Host, reporters: readonly Reporter[]): ReadonlySet<string> {
  const paths = reporters.flatMap(({ path }) => path ?? []);
  return new Set(paths.map((path) => host.resolve(host.workingFolder, path)));
}

function crowdedStderr(reporters: readonly Reporter[]): string[] {
  const streamed = reporters.filter(({ path }) => path === undefined);
  const names = streamed.map(({ name }) => name);
  if (new Set(names).size < names.length) return ['The same report is wanted twice on stderr.'];
  if (streamed.length < 2 || !streamed.some(isForPrograms)) return [];
  return [`${names.join(' and ')} on one stream could not be told apart.`];
}

function insideTree(host: Host, path: string, out: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const folder = slash === 0 ? '/' : path.slice(0, slash);
  const real = `${realOrNearest(host, folder)}${path.slice(slash)}`;
  return [path, real].some((each) => isBelow(each, out)) ? 'it is in the output tree' : undefined;
}

/** A few words if a report must not be written there; a report replaces nothing but a report. The path is absolute. */
export function reasonAgainst(host: Host, path: string): string | undefined {
  const kind = host.kindOf(path);
  if (kind === 'folder') return 'it is a folder';
  if (kind === 'link') return 'it is a link';
  if (kind !== 'file') return undefined;
  const text = new TextDecoder().decode(host.readFile(path));
  return isReport(text) ? undefined : 'something that is no report stands there';
}

/** How every report begins; a source, the config or anything else of value does not. */
const beginnings = [
  /^$/,
  /^(?:error|warning|note)\[/,
  /^::(?:error|warning|notice) /,
  /^\[\]\s*$/,
  /^\[\s*\{\s*"description"/,
  /^\{\s*"formatVersion"/,
];

function isReport(text: string): boolean {
  const log = `{\n  "$schema": "${sarifSchema}"`;
  return text.startsWith(log) || beginnings.some((beginning) => beginning.test(text));
}
