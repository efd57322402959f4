/**
 * The word that a text most likely means, for small closed sets of words; undefined when none is near.
 * Near: at most 40 % of the text's length plus one edits away; a difference in case alone is one edit.
 */
export function nearestWord<Word extends string>(
  text: string,
  words: readonly Word[],
): Word | undefined {
  const threshold = Math.floor(text.length * 0.4) + 1;
  let best: { readonly word: Word; readonly distance: number } | undefined;
  for (const word of words) {
    const distance = editDistance(text.toLowerCase(), word.toLowerCase());
    const isNear = distance <= threshold && distance < Math.max(text.length, word.length);
    if (isNear && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { word, distance };
  }
  return best?.word;
}

function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const swap = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(
        Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + swap),
      );
    }
    above = current;
  }
  return at(above, other.length);
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.POSITIVE_INFINITY;
}
