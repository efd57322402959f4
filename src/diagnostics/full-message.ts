/** A diagnostic in, everything it says about itself out, for formats that have one text for it. */
import type { LocatedDiagnostic } from './located.ts';
import { visible } from './visible-text.ts';

/** The lines: message, details, the rule behind it, what to do. Hidden characters are escaped. */
export function fullMessage({
  message,
  details = [],
  why,
  help,
}: LocatedDiagnostic): readonly string[] {
  return [
    message,
    ...details,
    ...(why === undefined ? [] : [why]),
    ...(help === undefined ? [] : [help]),
  ].map(visible);
}
