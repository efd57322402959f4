/** The keys of an object in an order that no machine or locale changes. */

/** The keys of the defined members, by UTF-16 code units; integer-like keys are no exception. */
export function sortedKeys(object: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : 1));
}
