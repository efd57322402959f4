/** The same slip at several places of one document is one report. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Origin } from '../../model/source.ts';

/** Of diagnostics that say the same the first, with the places of the others as related ones. */
export function oncePerMessage(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byMessage = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const first = byMessage.get(diagnostic.message);
    if (first === undefined) byMessage.set(diagnostic.message, diagnostic);
    else if ('pointer' in diagnostic.at) {
      byMessage.set(diagnostic.message, withPlace(first, diagnostic, diagnostic.at));
    }
  }
  return [...byMessage.values()];
}

/** One repair for all of the places, or none. */
function withPlace({ fix, ...first }: Diagnostic, other: Diagnostic, at: Origin): Diagnostic {
  const related = [...first.related, { at, label: 'and here' }];
  if (fix === undefined || other.fix === undefined) return { ...first, related };
  const edits = [...fix.edits, ...other.fix.edits];
  return { ...first, related, fix: { title: fix.title, edits } };
}
