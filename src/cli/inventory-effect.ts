/** Compilations before and after an edit in, what it moves and what no longer compiles out. */
import type { CompileResult } from '../compile.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { sha256Hex } from '../kube/digest.ts';
import { compareDiagnostics } from '../reports/compare-diagnostics.ts';
import { compareFleets } from '../reports/compare-fleets.ts';
import type { Effect } from '../reports/render-inventory-edit.ts';
import { compiledObjects } from './fleet-states.ts';

/** Undefined if the sources did not compile before: a comparison would show what is missing, not what moves. */
export function effectOf(before: CompileResult, after: CompileResult): Effect {
  if (before.diagnostics.some(isError)) return undefined;
  const difference = compareFleets(
    compiledObjects(before, undefined),
    compiledObjects(after, undefined),
    { digest: sha256Hex },
  );
  return { difference, newErrors: newErrorCodes(before, after) };
}

/** Codes of the errors that come with the edit, each once. */
export function newErrorCodes(before: CompileResult, after: CompileResult): readonly string[] {
  const { added } = compareDiagnostics(before.diagnostics, after.diagnostics);
  return [...new Set(added.filter(isError).map(({ code }) => code))];
}

/** Errors about the inventory itself: with one of them the edit would say something else than it was asked to. */
export function inventoryErrors({ diagnostics }: CompileResult): readonly LocatedDiagnostic[] {
  return diagnostics.filter((each) => isError(each) && each.code.startsWith('inventory/'));
}

function isError({ severity }: LocatedDiagnostic): boolean {
  return severity === 'error';
}
