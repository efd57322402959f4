/** The shape of a catalogue entry: severity, words made from typed facts, and the page that `fedc codes` prints. */
import type { Compatibility } from '../model/config.ts';

export interface CatalogueEntry<Args> {
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence with the user's own names. */
  readonly message: (args: Args) => string;
  /** A few words behind the carets of the frame: `no such cluster`. */
  readonly mark?: (args: Args) => string | undefined;
  /** Lines of further facts, shown as they are: a table, the other possibilities. */
  readonly details?: (args: Args) => readonly string[];
  /** One sentence: the rule behind it, where that is not obvious. */
  readonly why?: (args: Args) => string | undefined;
  /** One sentence: the way out. */
  readonly help?: (args: Args) => string | undefined;
  /** What is wrong, for a line of a list: at most 55 characters, without full stop. */
  readonly title: string;
  /** The page: what it means and why it matters. Markdown, one paragraph or two. */
  readonly page: string;
  /** The page: what to do. Markdown, one paragraph. */
  readonly remedy: string;
  /** The row of the modes that decides its severity, or whether it is reported at all. */
  readonly row?: keyof Compatibility;
  /** The page: how its level changes, where neither severity nor row says it: by a flag, or by the mode alone. */
  readonly level?: string;
}

/** Gives an entry its argument type. */
export function entry<Args>(definition: CatalogueEntry<Args>): CatalogueEntry<Args> {
  return definition;
}

/** `a, b, c and 37 more`: names in a message, at most `most` of them. */
export function someOf(names: readonly string[], most = 5): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** `1 cluster`, `3 clusters`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
