/** Texts of parts that several values share, so that each is printed once or twice and not once for each value. */
import type { JsonArray, JsonObject } from '../model/kube-object.ts';

type Part = JsonArray | JsonObject;

export interface TextMemory {
  /** The text that was noted of the very same part at the same column; undefined if there is none. */
  recall(part: Part, column: number): string | undefined;
  /** A part was printed; its text is kept if that was not the first time. */
  note(part: Part, column: number, text: string): void;
}

/** Parts that were seen once are most, and of one value only: they are forgotten in time. */
const mostSeenOnce = 100_000;

/** Parts are told apart by identity, so they must not change. */
export function createTextMemory(): TextMemory {
  const texts = new Map<Part, { readonly column: number; readonly text: string }>();
  const seenOnce = new Set<Part>();
  return {
    recall(part, column) {
      const known = texts.get(part);
      return known?.column === column ? known.text : undefined;
    },
    note(part, column, text) {
      if (seenOnce.delete(part)) {
        // Asked for a character, the engine joins the pieces of a text; else every text it becomes a part of would do so again.
        text.charCodeAt(0);
        texts.set(part, { column, text });
      } else {
        if (seenOnce.size >= mostSeenOnce) seenOnce.clear();
        seenOnce.add(part);
      }
    },
  };
}

/** Remembers nothing. */
export const forgetful: TextMemory = {
  recall: () => undefined,
  note() {
    // A value that is printed alone shares nothing.
  },
};
