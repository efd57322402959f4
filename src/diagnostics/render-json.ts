/** Diagnostics in, JSON for programs out. */
import { printJson } from '../model/print-json.ts';
import type { LocatedDiagnostic } from './located.ts';
import { inReadingOrder } from './render-text.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** `{"formatVersion", "diagnostics": [...]}` with a final newline, in reading order, integers in full. */
export function renderJson(diagnostics: readonly LocatedDiagnostic[]): string {
  const document = { formatVersion, diagnostics: inReadingOrder(diagnostics) };
  return `${printJson(document, { indent: 2 })}\n`;
}
