/** The same slip at several places of one document is one report. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Of diagnostics that say the same the first, with the places of the others as related ones. */
export function oncePerMessage(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byMessage = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const first = byMessage.get(diagnostic.message);
    if (first === undefined) byMessage.set(diagnostic.message, diagnostic);
    else if ('pointer' in diagnostic.at) {
      const related = [...first.related, { at: diagnostic.at, label: 'and here' }];
      byMessage.set(diagnostic.message, { ...first, related });
    }
  }
  return [...byMessage.values()];
}
