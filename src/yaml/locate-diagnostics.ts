/** Diagnostics with pointers in, diagnostics with lines and columns out. */
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic, LocatedRelated } from '../diagnostics/located.ts';
import type { Place } from '../model/source.ts';
import { createLocator, type Locate } from './locate.ts';

/** `textOf` gives the text of a file; what cannot be located keeps its file alone. */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): LocatedDiagnostic[] {
  const locators = new Map<string, Locate>();
  const locatorOf = (file: string): Locate => {
    let locate = locators.get(file);
    if (locate === undefined) {
      locate = createLocator(textOf(file) ?? '');
      locators.set(file, locate);
    }
    return locate;
  };
  return diagnostics.map(({ code, severity, message, at, related, args, ...words }) => ({
    code,
    severity,
    message,
    ...locatePlace(at, locatorOf),
    ...words,
    related: related.map((item) => locateRelated(item, locatorOf)),
    args,
  }));
}

type Located = Pick<LocatedDiagnostic, 'file' | 'line' | 'column' | 'length' | 'pointer' | 'flag'>;

function locatePlace(at: Place, locatorOf: (file: string) => Locate): Located {
  if ('flag' in at) return { flag: at.flag };
  if ('line' in at) return { file: at.file, line: at.line, column: at.column, length: at.length };
  if (!('pointer' in at)) return { file: at.file };
  const range = locatorOf(at.file)(at.document, at.pointer, at.on, at.part);
  return { file: at.file, pointer: at.pointer, ...range };
}

function locateRelated(
  { at, label }: Related,
  locatorOf: (file: string) => Locate,
): LocatedRelated {
  return { label, file: at.file, ...locatorOf(at.file)(at.document, at.pointer, at.on, at.part) };
}
