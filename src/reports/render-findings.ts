/** What is reported about an object in, one entry for each out. */
import { visible } from '../diagnostics/visible-text.ts';
import type { FindingView } from './explain-view.ts';
import { wrapText } from './wrap-text.ts';

const width = 100;

/** A heading and two lines or more for each finding; '' without any. */
export function findingLines(findings: readonly FindingView[]): string {
  if (findings.length === 0) return '';
  const entries = findings.map(({ severity, code, message, file, line }) => {
    const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
    const words = wrapText(visible(message), { width, indent: '    ' });
    return `  ${visible(`${severity}[${code}] ${place}`).trimEnd()}\n${words}\n`;
  });
  return `Findings\n${entries.join('')}`;
}
