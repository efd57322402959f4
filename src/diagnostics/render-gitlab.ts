/** Diagnostics in, a Code Quality report of GitLab out. */
import { printJson } from '../model/print-json.ts';
import type { Severity } from './diagnostic.ts';
import { type Digest, fingerprintsOf } from './fingerprint.ts';
import type { LocatedDiagnostic } from './located.ts';
import { inReadingOrder } from './render-text.ts';
import { visible } from './visible-text.ts';

export interface RenderGitlabOptions {
  readonly digest: Digest;
  /** The file that stands for diagnostics without one, since GitLab demands a place. */
  readonly fallbackFile: string;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  note: 'info',
};

/** A JSON array in reading order with a final newline. Files must be named as seen from the root of the repository. */
export function renderGitlab(
  diagnostics: readonly LocatedDiagnostic[],
  { digest, fallbackFile }: RenderGitlabOptions,
): string {
  const ordered = inReadingOrder(diagnostics);
  const fingerprints = fingerprintsOf(ordered, digest);
  const findings = ordered.map(({ code, severity, message, help, file, line }, index) => ({
    description: [message, ...(help === undefined ? [] : [help])].map(visible).join(' '),
    check_name: code,
    fingerprint: fingerprints[index],
    severity: severities[severity],
    location: { path: file ?? fallbackFile, lines: { begin: line ?? 1 } },
  }));
  return `${printJson(findings, { indent: 2 })}\n`;
}
