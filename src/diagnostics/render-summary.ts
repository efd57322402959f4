/** Diagnostics in, markdown for the summary of a job out. */
import { count } from './entry.ts';
import type { LocatedDiagnostic } from './located.ts';
import { orderByImportance } from './order-by-importance.ts';
import { summarize } from './render-text.ts';
import { visible } from './visible-text.ts';

/** GitHub drops a summary of more than 1 MiB as a whole, and several steps share the page. */
const mostCharacters = 100_000;
const mostRows = 100;
const longestText = 1000;

/** A headline with the counts and a table, the most important first, at most 100 rows; '' without diagnostics. */
export function renderSummary(diagnostics: readonly LocatedDiagnostic[]): string {
  if (diagnostics.length === 0) return '';
  const rows: string[] = [];
  let left = mostCharacters;
  for (const diagnostic of orderByImportance(diagnostics).slice(0, mostRows)) {
    const row = rowOf(diagnostic);
    left -= row.length;
    if (left < 0) break;
    rows.push(row);
  }
  const rest = diagnostics.length - rows.length;
  return [
    `### fedc: ${summarize(diagnostics)}\n\n`,
    '| Code | Place | Message |\n| --- | --- | --- |\n',
    ...rows,
    ...(rest > 0 ? [`\nand ${count(rest, 'more diagnostic')}\n`] : []),
    '\n',
  ].join('');
}

function rowOf({ severity, code, message, help, file, line, flag }: LocatedDiagnostic): string {
  const place = file === undefined ? (flag ?? '') : line === undefined ? file : `${file}:${line}`;
  const words = [message, ...(help === undefined ? [] : [help])].map(escapeMarkdown).join('<br>');
  return `| ${severity} ${escapeMarkdown(code)} | ${escapeMarkdown(place)} | ${words} |\n`;
}

function escapeMarkdown(text: string): string {
  const shown = visible(text);
  const end = shown.slice(0, longestText).replace(/[\ud800-\udbff]$/, '');
  const whole = shown.length > longestText ? `${end} ...` : shown;
  return whole
    .replace(/[\\`*_[\]|~#$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
