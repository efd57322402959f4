/** Diagnostics in, the same at the levels that the config asks for, each once, in reading order, out. */
import type { Level } from '../model/config.ts';
import { originText } from '../model/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LocatedDiagnostic } from './located.ts';

/** Warnings and notes move; an error is moved only by a row of the modes, which its stage has obeyed already. */
export function adjustLevels(
  diagnostics: readonly Diagnostic[],
  levels: Readonly<Record<string, Level>>,
): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.flatMap((diagnostic) => {
    const identity = `${diagnostic.code} ${placeText(diagnostic)} ${diagnostic.message}`;
    if (seen.has(identity)) return [];
    seen.add(identity);
    const level = Object.hasOwn(levels, diagnostic.code) ? levels[diagnostic.code] : undefined;
    if (level === undefined || diagnostic.severity === 'error') return [diagnostic];
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  });
}

function placeText({ at }: Diagnostic): string {
  if ('flag' in at) return at.flag;
  if ('line' in at) return `${at.file}:${at.line}:${at.column}`;
  return 'pointer' in at ? originText(at) : at.file;
}

/** By file, line, column and code; what has no file comes first. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): LocatedDiagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
