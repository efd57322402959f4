/** The names of a fleet, or of all kinds, in; out: for each misspelt one what was probably meant. */
import { groupBy } from '../model/group-by.ts';
import { certainName, plainName } from './certain-name.ts';
import { nearest } from './suggest.ts';

export interface NameFinder {
  /** The nearest names, at most three. */
  nearest(word: string): readonly string[];
  /** The name that a word certainly stands for. */
  certain(word: string): string | undefined;
}

/** 2,000 clusters times 100 wrong names: some tenths of a second. */
const mostComparisons = 200_000;

/**
 * Answers each word once and remembers it. Comparing costs words times names, so beyond some number of comparisons there are no more
 * suggestions: where hundreds of names are wrong nobody has misspelt them.
 */
export function createNameFinder(names: readonly string[]): NameFinder {
  const known = new Map<string, readonly string[]>();
  let comparisons = 0;
  let byPlainName: ReadonlyMap<string, readonly string[]> | undefined;
  const find = (word: string): readonly string[] => {
    let found = known.get(word);
    if (found === undefined) {
      found = comparisons > mostComparisons ? [] : nearest(word, names);
      comparisons += names.length;
      known.set(word, found);
    }
    return found;
  };
  return {
    nearest: find,
    certain(word) {
      byPlainName ??= groupBy(names, plainName);
      const same = byPlainName.get(plainName(word)) ?? [];
      return certainName(word, { same, near: same.length > 0 ? [] : find(word) });
    },
  };
}
