/** The texts of the sources in; out: where an origin stands. Every text is read at most once. */
import type { Origin } from '../model/source.ts';
import { createLocator, type Locate, type TextRange } from '../yaml/locate.ts';

/** Lines and columns from one; undefined if the file or the document is not there. */
export function createOriginLocator(
  textOf: (file: string) => string | undefined,
): (origin: Origin) => TextRange | undefined {
  const locators = new Map<string, Locate>();
  return ({ file, document, pointer, on }) => {
    const locate = locators.get(file) ?? createLocator(textOf(file) ?? '');
    locators.set(file, locate);
    return locate(document, pointer, on);
  };
}
