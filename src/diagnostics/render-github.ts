/** Diagnostics in, workflow commands of GitHub Actions out: annotations on the lines of the sources. */
import type { Severity } from './diagnostic.ts';
import { count } from './entry.ts';
import { fullMessage } from './full-message.ts';
import type { LocatedDiagnostic } from './located.ts';
import { orderByImportance } from './order-by-importance.ts';
import { visible } from './visible-text.ts';

/** GitHub shows this many of each level per step and drops the rest without a word. */
const mostPerLevel = 10;

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * At most ten annotations of each level, the most important first; '' without diagnostics. If some had to be cut, a last
 * notice says how many. Files must be named as seen from the root of the repository.
 */
export function renderGithub(diagnostics: readonly LocatedDiagnostic[]): string {
  const levels = (['error', 'warning', 'note'] as const).map((severity) => ({
    severity,
    all: orderByImportance(diagnostics).filter((each) => each.severity === severity),
  }));
  const isCut = levels.some(({ all }) => all.length > mostPerLevel);
  const shares = levels.map(({ severity, all }) => {
    // The last line is a notice itself.
    const most = isCut && severity === 'note' ? mostPerLevel - 1 : mostPerLevel;
    return { severity, shown: all.slice(0, most), cut: all.length - Math.min(all.length, most) };
  });
  const lines = shares.flatMap(({ shown }) => shown.map(annotation));
  if (isCut) lines.push(cutNotice(shares, diagnostics.length));
  return lines.map((line) => `${line}\n`).join('');
}

function cutNotice(
  shares: readonly { readonly severity: Severity; readonly cut: number }[],
  total: number,
): string {
  const cut = shares.filter((share) => share.cut > 0);
  const which = cut.map((share) => count(share.cut, share.severity)).join(', ');
  const sum = cut.reduce((before, share) => before + share.cut, 0);
  const text = `${sum} of ${count(total, 'diagnostic')} are not annotated (${which}): GitHub shows ${mostPerLevel} of each level per step.`;
  return `::notice title=fedc::${escapeData(text)}`;
}

function annotation(diagnostic: LocatedDiagnostic): string {
  const properties = [...placeOf(diagnostic), ['title', diagnostic.code] as const]
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  const text = escapeData(fullMessage(diagnostic).join('\n'));
  return `::${commands[diagnostic.severity]} ${properties}::${text}`;
}

/** `endColumn` is the one behind the last character. */
function placeOf({
  file,
  line,
  column,
  length,
}: LocatedDiagnostic): readonly (readonly [string, string])[] {
  if (file === undefined) return [];
  if (line === undefined) return [['file', visible(file)]];
  const start = column ?? 1;
  return [
    ['file', visible(file)],
    ['line', `${line}`],
    ['endLine', `${line}`],
    ['col', `${start}`],
    ['endColumn', `${start + (length ?? 1)}`],
  ];
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
