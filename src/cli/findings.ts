/** Diagnostics in, those about one object out. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { Origin } from '../model/source.ts';
import type { TextRange } from '../yaml/locate.ts';

/** Errors and warnings in the documents of these objects; an object that is an item of a List is only part of one. */
export function findingsIn(
  origins: readonly Origin[],
  diagnostics: readonly LocatedDiagnostic[],
  locate: (origin: Origin) => TextRange | undefined,
): readonly LocatedDiagnostic[] {
  const stretches = origins.map((origin) => ({ origin, ...linesOf(origin, locate) }));
  return diagnostics.filter(
    ({ severity, file, line, pointer = '' }) =>
      severity !== 'note' &&
      stretches.some(
        ({ origin, from, to }) =>
          origin.file === file &&
          `${pointer}/`.startsWith(`${origin.pointer}/`) &&
          (line === undefined || (line >= from && line < to)),
      ),
  );
}

/** From the first line of the document up to the next document. */
function linesOf(
  { file, document }: Origin,
  locate: (origin: Origin) => TextRange | undefined,
): { readonly from: number; readonly to: number } {
  const start = (index: number) => locate({ file, document: index, pointer: '' })?.line;
  // What stands before the first document belongs to it.
  const from = document === 0 ? 1 : (start(document) ?? 1);
  return { from, to: start(document + 1) ?? Number.POSITIVE_INFINITY };
}
