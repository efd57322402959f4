/** The diagnostics of two compilations in; out: what the second has to say that the first had not, and what it no longer says. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { groupBy } from '../model/group-by.ts';

export interface DiagnosticDifference {
  /** Without their repairs: what is supposed cannot be repaired in the sources as they are. */
  readonly added: readonly LocatedDiagnostic[];
  /** The same problems at the same places with other facts: more clusters, another number. */
  readonly changed: readonly LocatedDiagnostic[];
  readonly gone: readonly LocatedDiagnostic[];
}

/** Errors and warnings only. What becomes an error is added, whatever it was before. */
export function compareDiagnostics(
  before: readonly LocatedDiagnostic[],
  after: readonly LocatedDiagnostic[],
): DiagnosticDifference {
  const old = without(before, after);
  const next = without(after, before);
  const standing = groupBy(old, problemOf);
  const added: LocatedDiagnostic[] = [];
  const changed: LocatedDiagnostic[] = [];
  for (const diagnostic of next) {
    const counterpart = standing.get(problemOf(diagnostic))?.shift();
    const isNew = counterpart === undefined || isWorse(diagnostic, counterpart);
    if (isNew) added.push(withoutFix(diagnostic));
    else changed.push(diagnostic);
  }
  return { added, changed, gone: [...standing.values()].flat() };
}

/** Those of the first that the second does not have in the same words. */
function without(
  all: readonly LocatedDiagnostic[],
  known: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  const said = new Set(known.map(sentenceOf));
  return all.filter(
    (diagnostic) => diagnostic.severity !== 'note' && !said.has(sentenceOf(diagnostic)),
  );
}

function problemOf({ code, file, line, column, pointer, flag }: LocatedDiagnostic): string {
  return [code, file, line, column, pointer, flag].join('\n');
}

function sentenceOf(diagnostic: LocatedDiagnostic): string {
  return [problemOf(diagnostic), diagnostic.severity, diagnostic.message].join('\n');
}

function isWorse({ severity }: LocatedDiagnostic, before: LocatedDiagnostic): boolean {
  return severity === 'error' && before.severity !== 'error';
}

function withoutFix({ fix: _, ...diagnostic }: LocatedDiagnostic): LocatedDiagnostic {
  return diagnostic;
}
