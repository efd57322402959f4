/** Diagnostics in, text for people out: a headline, the place with its frame, related places, the way out. */
import { codeFrame, type FrameOptions } from './code-frame.ts';
import type { Severity } from './diagnostic.ts';
import { count } from './entry.ts';
import { fixedFile } from './fix.ts';
import type { LocatedDiagnostic, LocatedRelated } from './located.ts';
import { visible } from './visible-text.ts';

export interface RenderTextOptions {
  /** The text of a file; without it there is no frame. */
  readonly textOf: (file: string) => string | undefined;
  readonly color: boolean;
  /** How many of each severity are shown; 50 by default. The rest is counted. */
  readonly most?: number;
  /** Lines of a file, from one, that hold secret values and are shown as `***`. */
  readonly secretLines?: (file: string) => ReadonlySet<number>;
  /** What mends a diagnostic, as typed where the reader stands. */
  readonly fixCommand?: (diagnostic: LocatedDiagnostic) => string | undefined;
}

const mostRelated = 3;

/**
 * The diagnostics by file, line and column, ended by a line that counts them; '' if there are none. Control characters are
 * escaped, so text from files cannot reach the terminal as anything but text.
 */
export function renderText(
  diagnostics: readonly LocatedDiagnostic[],
  options: RenderTextOptions,
): string {
  if (diagnostics.length === 0) return '';
  const most = options.most ?? 50;
  const shown = new Map<Severity, number>();
  const blocks: string[] = [];
  for (const diagnostic of inReadingOrder(diagnostics)) {
    const number = (shown.get(diagnostic.severity) ?? 0) + 1;
    shown.set(diagnostic.severity, number);
    if (number <= most) blocks.push(renderOne(diagnostic, options));
  }
  const hidden = [...shown].filter(([, number]) => number > most);
  const rest = hidden.map(
    ([severity, number]) => `... and ${count(number - most, `more ${severity}`)}\n`,
  );
  return [...blocks, ...rest, `${summarize(diagnostics)}\n`].join('\n');
}

/** `2 errors, 1 warning, 3 notes`; severities without any are left out. */
export function summarize(diagnostics: readonly LocatedDiagnostic[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({
      severity,
      number: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => count(number, severity))
    .join(', ');
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** By file, line, column, and at one place errors first; what has no file comes before all files. */
export function inReadingOrder(diagnostics: readonly LocatedDiagnostic[]): LocatedDiagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      rank[a.severity] - rank[b.severity] ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function renderOne(diagnostic: LocatedDiagnostic, options: RenderTextOptions): string {
  const { severity, code, message, details = [], why, help, related } = diagnostic;
  const paint = painter(severity, options.color);
  const lines = [`${paint(`${severity}[${code}]`)}: ${visible(message)}`];
  const place = placeText(diagnostic);
  if (place !== undefined) lines.push(`  ${place}`);
  lines.push(
    ...frame(diagnostic, { before: 2, mark: '^', words: diagnostic.mark, paint }, options),
  );
  for (const item of related.slice(0, mostRelated)) lines.push(...renderRelated(item, options));
  if (related.length > mostRelated)
    lines.push(`  ... and ${count(related.length - mostRelated, 'more place')}`);
  lines.push(...details.map((line) => `  ${visible(line)}`));
  if (why !== undefined) lines.push(`  why: ${visible(why)}`);
  if (help !== undefined) lines.push(`  help: ${visible(help)}`);
  const fix = (options.fixCommand ?? fixCommand)(diagnostic);
  if (fix !== undefined) lines.push(`  fix: ${fix}`);
  return `${lines.join('\n')}\n`;
}

/** As typed in the root. */
function fixCommand({ code, fix }: LocatedDiagnostic): string | undefined {
  if (fix === undefined) return undefined;
  return `fedc fix ${code} ${visible(fixedFile(fix) ?? '')}`.trimEnd();
}

function renderRelated(related: LocatedRelated, options: RenderTextOptions): string[] {
  const paint = painter('related', options.color);
  const head = `  ${placeText(related) ?? ''}: ${visible(related.label)}`;
  return [head, ...frame(related, { before: 0, mark: '-', paint }, options)];
}

type Located = Pick<LocatedDiagnostic, 'file' | 'line' | 'column' | 'length' | 'flag'>;

function placeText({ file, line, column, flag }: Located): string | undefined {
  if (flag !== undefined) return visible(flag);
  if (file === undefined) return undefined;
  if (line === undefined) return visible(file);
  return `${visible(file)}:${line}:${column ?? 1}`;
}

function frame(
  { file, line, column, length }: Located,
  style: Pick<FrameOptions, 'before' | 'mark' | 'words' | 'paint'>,
  { textOf, secretLines }: RenderTextOptions,
): readonly string[] {
  const text = file === undefined ? undefined : textOf(file);
  if (file === undefined || text === undefined || line === undefined) return [];
  const secrets = secretLines?.(file);
  return codeFrame(text, {
    line,
    column: column ?? 1,
    length: length ?? 1,
    ...style,
    ...(secrets === undefined ? {} : { secretLines: secrets }),
  });
}

const escapeCharacter = '\u001b';
/** Select Graphic Rendition: bold and red, yellow, cyan or blue. */
const colors = { error: '1;31', warning: '1;33', note: '1;36', related: '1;34' } as const;

function painter(role: keyof typeof colors, color: boolean): (text: string) => string {
  if (!color) return (text) => text;
  return (text) => `${escapeCharacter}[${colors[role]}m${text}${escapeCharacter}[0m`;
}
