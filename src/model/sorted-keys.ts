/** The keys of an object in an order that no machine or locale changes. */

/** The keys of the defined members, by UTF-16 code units; integer-like keys are no exception. */
export function sortedKeys(object: Readonly<Record<string, unknown>>): string[] {
  const keys = Object.keys(object);
  let isSorted = true;
  let isDefined = true;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    if (object[key] === undefined) isDefined = false;
    if (index > 0 && (keys[index - 1] ?? '') > key) isSorted = false;
  }
  const defined = isDefined ? keys : keys.filter((key) => object[key] !== undefined);
  // Without a comparison of ours, the order is that of code units.
  return isSorted ? defined : defined.sort();
}
