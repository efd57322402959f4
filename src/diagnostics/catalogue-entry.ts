/** A code in, its entry of the catalogue out. By functions alone, so that a run with nothing to report need not load the texts. */
import { type ArgsOf, type Code, catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './entry.ts';

/** The entry of a code. */
export function entryOf<C extends Code>(code: C): CatalogueEntry<ArgsOf<C>> {
  // It takes exactly the arguments of that code; the union hides it from the compiler.
  return catalogue[code] as CatalogueEntry<ArgsOf<C>>;
}

/** Whether there is such a code. */
export function isCode(word: string): word is Code {
  return Object.hasOwn(catalogue, word);
}

/** Every code, in the order of the catalogue. */
export function allCodes(): readonly Code[] {
  return Object.keys(catalogue).filter(isCode);
}
