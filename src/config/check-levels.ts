/** The map `diagnostics` of a configuration in, out: which of its codes do not exist or must not be moved. */
import type { Code } from '../diagnostics/catalogue.ts';
import { allCodes, entryOf, isCode } from '../diagnostics/catalogue-entry.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { JsonObject, JsonValue } from '../model/kube-object.ts';
import type { Place } from '../model/source.ts';

export interface LevelProblem {
  readonly code: string;
  readonly diagnostic: Diagnostic;
}

/** One problem for each code that is unknown, or is an error that the map would move. */
export function levelProblems(
  levels: JsonObject,
  placeOf: (code: string) => Place,
): readonly LevelProblem[] {
  return Object.entries(levels).flatMap(([code, level]) => {
    const diagnostic = levelProblem(code, level, placeOf(code));
    return diagnostic === undefined ? [] : [{ code, diagnostic }];
  });
}

function levelProblem(code: string, level: JsonValue, place: Place): Diagnostic | undefined {
  if (!isCode(code)) {
    const candidates = nearest(code, allCodes());
    return diagnose('config/unknown-key', place, {
      key: code,
      nearest: candidates,
      where: 'diagnostics',
    });
  }
  if (entryOf(code).severity !== 'error' || level === 'error') return undefined;
  return diagnose('config/invalid', place, {
    problem: `${code} is an error, and diagnostics moves warnings and notes only.`,
    hint: wayOut(code),
  });
}

function wayOut(code: Code): string {
  const { row, level } = entryOf(code);
  if (row !== undefined) return `Set compatibility.${row} instead.`;
  return level ?? 'No setting moves it: what it reports has to be repaired.';
}
