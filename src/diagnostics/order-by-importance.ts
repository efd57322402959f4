/** Diagnostics in, the same out with those first that must not be missed where only some can be shown. */
import type { Severity } from './diagnostic.ts';
import type { LocatedDiagnostic } from './located.ts';
import { inReadingOrder } from './render-text.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Errors, warnings, notes; in each those with a file first, and one of every code before the second of any: a list that
 * is cut then still names every kind of problem. What is equal in that stays in reading order.
 */
export function orderByImportance(
  diagnostics: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  const seen = new Map<string, number>();
  const ranked = inReadingOrder(diagnostics).map((diagnostic) => {
    const { severity, file, code } = diagnostic;
    const group = rank[severity] * 2 + (file === undefined ? 1 : 0);
    const key = `${group} ${code}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return { diagnostic, group, earlier };
  });
  return ranked
    .sort((a, b) => a.group - b.group || a.earlier - b.earlier)
    .map(({ diagnostic }) => diagnostic);
}
