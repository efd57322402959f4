/** A function of a text in, the same function with a memory out. */

/**
 * The same results, worked out once for each text as long as it is remembered: when `most` texts are, they are all forgotten.
 */
export function remember<T>(
  resultOf: (text: string) => T,
  { most }: { readonly most: number },
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = resultOf(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
