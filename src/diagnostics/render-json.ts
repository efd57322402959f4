/** Diagnostics in, JSON for programs out. */
import type { LocatedDiagnostic } from './located.ts';
import { inReadingOrder } from './render-text.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/**
 * `{"formatVersion", "diagnostics": [...]}` with a final newline, in reading order. `printJson` prints any value, bigint
 * included.
 */
export function renderJson(
  diagnostics: readonly LocatedDiagnostic[],
  printJson: (value: unknown, options: { readonly indent: number }) => string,
): string {
  const document = { formatVersion, diagnostics: inReadingOrder(diagnostics) };
  return `${printJson(document, { indent: 2 })}\n`;
}
