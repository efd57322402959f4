/** What a reader makes of one piece of a stream. */
import type { JsonValue } from '../model/kube-object.ts';
import type { Problem } from './problem.ts';
import type { Span } from './text-lines.ts';

export interface PieceReading {
  /** Null if the piece is empty, or cannot be used. */
  readonly value: JsonValue;
  readonly span: Span;
  readonly problems: readonly Problem[];
}

/** One problem for a document: the first, since the others often follow from it. */
export function failedReading(found: Problem): PieceReading {
  return { value: null, span: found, problems: [found] };
}
