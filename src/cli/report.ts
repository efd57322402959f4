/** Diagnostics in; written where the reporters say, and turned into the exit code. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { renderGithub } from '../diagnostics/render-github.ts';
import { renderGitlab } from '../diagnostics/render-gitlab.ts';
import { renderJson } from '../diagnostics/render-json.ts';
import { renderSarif } from '../diagnostics/render-sarif.ts';
import { renderSummary } from '../diagnostics/render-summary.ts';
import { renderText } from '../diagnostics/render-text.ts';
import { type Host, HostError, quietly } from '../io/host.ts';
import { sha256Hex } from '../kube/digest.ts';
import { secretLines } from '../reports/secret-lines.ts';
import { createLocator } from '../yaml/locate.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { parseYaml } from '../yaml/parse.ts';
import { mayHoldSecrets } from '../yaml/secret-text.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Root } from './find-root.ts';
import { createFixCommand } from './fix-command.ts';
import {
  isForPrograms,
  type Reporter,
  reasonAgainst,
  reporterFlag,
  textReporter,
} from './reporters.ts';
import { createRepositoryPaths, inRepository, type RepositoryPaths } from './repository-paths.ts';
import { version } from './version.ts';

export interface ReportOptions {
  readonly reporters: readonly Reporter[];
  readonly textOf: (file: string) => string | undefined;
  /** What the files of the diagnostics are relative to; without it the working folder. */
  readonly root?: Root;
  /** Warnings fail. */
  readonly strict?: boolean;
  /** For people, errors only. */
  readonly quiet?: boolean;
}

/**
 * Reports, and gives the exit code that the diagnostics ask for. A report that cannot be written is one more error; the
 * others are written all the same. On GitHub Actions annotations and a summary of the job come by themselves.
 */
export function report(
  host: Host,
  diagnostics: readonly LocatedDiagnostic[],
  options: ReportOptions,
): number {
  const reporters = usableReporters(diagnostics, options);
  const renderer = createRenderer(host, options);
  const failures = reporters.flatMap((reporter) => {
    const { path } = reporter;
    if (path === undefined) return [];
    return writeReport(host, path, () => renderer.render(reporter, diagnostics));
  });
  const all = [...diagnostics, ...locateDiagnostics(failures, () => undefined)];
  const streamed = reporters.filter(({ path }) => path === undefined);
  for (const reporter of streamed) {
    const text = renderer.render(reporter, all);
    host.writeError(reporter.name === 'text' && onActions(host) ? withoutCommands(text) : text);
  }
  if (streamed.length === 0 && failures.length > 0)
    host.writeError(renderer.render(textReporter, all.slice(-failures.length)));
  if (onActions(host)) quietly(() => reportToActions(host, { reporters, all, renderer }));
  return exitCodeOf(all, options);
}

function onActions({ environment }: Host): boolean {
  return environment['GITHUB_ACTIONS'] === 'true';
}

/** The runner obeys `::` behind blanks and `##[` anywhere on a line, also where a name or a source line holds them. */
function withoutCommands(text: string): string {
  if (!/^\s*::|##\[/m.test(text)) return text;
  // No text can hold its own digest, so nothing inside it ends the pause.
  const token = sha256Hex(text);
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}

/** What is wrong with the reporters cannot be reported by them. */
function usableReporters(
  diagnostics: readonly LocatedDiagnostic[],
  { reporters }: ReportOptions,
): readonly Reporter[] {
  return diagnostics.some(({ flag }) => flag === reporterFlag) ? [textReporter] : reporters;
}

interface Renderer {
  render(reporter: Reporter, diagnostics: readonly LocatedDiagnostic[]): string;
  summarize(diagnostics: readonly LocatedDiagnostic[]): string;
}

function createRenderer(host: Host, options: ReportOptions): Renderer {
  const secretsOf = rememberedSecretLines(options.textOf);
  const root = options.root ?? { folder: host.workingFolder };
  let known: RepositoryPaths | undefined;
  const paths = () => {
    known ??= createRepositoryPaths(host, root);
    return known;
  };
  const located = (diagnostics: readonly LocatedDiagnostic[]) => inRepository(diagnostics, paths());
  const forPeople = (diagnostics: readonly LocatedDiagnostic[]) => audible(diagnostics, options);
  return {
    render({ name, path }, diagnostics) {
      switch (name) {
        case 'text':
          return renderText(forPeople(diagnostics), {
            textOf: options.textOf,
            color: path === undefined && isColored(host),
            secretLines: secretsOf,
            fixCommand: createFixCommand(host, root),
          });
        case 'json':
          return renderJson(diagnostics);
        case 'github':
          return renderGithub(located(forPeople(diagnostics)));
        case 'gitlab':
          return renderGitlab(located(diagnostics), {
            digest: sha256Hex,
            fallbackFile: paths().fallbackFile,
          });
        case 'sarif':
          return renderSarif(located(diagnostics), {
            version,
            digest: sha256Hex,
            fallbackFile: paths().fallbackFile,
          });
      }
    },
    summarize: (diagnostics) => renderSummary(located(forPeople(diagnostics))),
  };
}

/** `output/write-failed` if the machine refuses. A device takes what it is given and is never replaced. */
function writeReport(host: Host, path: string, render: () => string): readonly Diagnostic[] {
  const absolute = host.resolve(host.workingFolder, path);
  const text = render();
  const refuse = (reason: string) => [
    diagnose('output/write-failed', { file: path }, { path, reason }),
  ];
  try {
    const reason = reasonAgainst(host, absolute);
    if (reason !== undefined) return refuse(reason);
    host.makeFolder(absolute.slice(0, absolute.lastIndexOf('/')));
    if (host.kindOf(absolute) === 'other') host.appendFile(absolute, text);
    else host.writeFile(absolute, text);
    return [];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return refuse(error.reason);
  }
}

/** Annotations on stderr, unless they were asked for or would spoil a report for programs; and the summary of the job. */
function reportToActions(
  host: Host,
  run: {
    readonly reporters: readonly Reporter[];
    readonly all: readonly LocatedDiagnostic[];
    readonly renderer: Renderer;
  },
): void {
  const { reporters, all, renderer } = run;
  const isCovered = reporters.some(
    (reporter) =>
      reporter.name === 'github' || (reporter.path === undefined && isForPrograms(reporter)),
  );
  if (!isCovered) host.writeError(renderer.render({ name: 'github' }, all));
  const file = host.environment['GITHUB_STEP_SUMMARY'] ?? '';
  const text = file === '' ? '' : renderer.summarize(all);
  if (text !== '') host.appendFile(host.resolve(host.workingFolder, file), text);
}

function audible(
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
    const lines = mayHoldSecrets(text)
      ? secretLines(text, parseYaml(text, { path: file }).documents, createLocator(text))
      : noLines;
    known.set(file, lines);
    return lines;
  };
}
