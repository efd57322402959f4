/** How large and how deep a text may be. */

export interface Limits {
  /** Bytes of one text in UTF-8. */
  readonly bytes: number;
  /** Collections inside collections, those reached through aliases included. */
  readonly depth: number;
}

/** What the fast reader leaves takes about a second and 100 MB per MB of YAML; no Kubernetes object is nested 200 levels deep. */
export const defaultLimits: Limits = { bytes: 10_000_000, depth: 200 };

/** Whether a text has more UTF-8 bytes than allowed; gives their number if so. */
export function bytesAbove(text: string, limit: number): number | undefined {
  // A UTF-16 unit is at most three bytes, so most texts need no encoding to be counted.
  if (text.length * 3 <= limit) return undefined;
  const bytes = text.length > limit ? text.length : new TextEncoder().encode(text).length;
  return bytes > limit ? bytes : undefined;
}
