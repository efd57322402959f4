/** A repair that is certain to be what the author means: changes of the sources, named by places, not by text. */
import type { Origin } from '../model/source.ts';

/** One change. Comments, quoting and order around it survive; see yaml/edit-text.ts. */
export type SourceEdit =
  /** A scalar gets another text; its quotes stay if they can. */
  | { readonly kind: 'set-scalar'; readonly at: Origin; readonly value: string }
  /** A member gets another name. */
  | { readonly kind: 'rename-key'; readonly at: Origin; readonly key: string }
  /** A member goes, with its name and its comments, into the mapping at `into`, which is made if it is not there. */
  | { readonly kind: 'move-member'; readonly from: Origin; readonly into: Origin }
  /** Every item `x` of a list becomes `{key: x}`. */
  | { readonly kind: 'wrap-items'; readonly at: Origin; readonly key: string };

export interface Fix {
  /** What it does, as an order without full stop: `write name: eu-1`. */
  readonly title: string;
  /** In the order in which they apply; each sees the text before the first of them. */
  readonly edits: readonly SourceEdit[];
}
