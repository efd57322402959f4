/** A misspelt word in, the words it may have meant out. */

/**
 * The candidates nearest to a word, at most `most` of them: by edit distance, then by UTF-16 code units.
 * Near: at most 40 % of the word's length plus one edits away, and not every character differs. An edit is a character
 * inserted, removed, replaced or swapped with its neighbour; a difference in case alone is one edit however long it is.
 */
export function nearest(word: string, candidates: readonly string[], most = 3): readonly string[] {
  const threshold = Math.floor(word.length * 0.4) + 1;
  const found: Suggestion[] = [];
  for (const candidate of new Set(candidates)) {
    // Once enough are found, what is further away than the last of them need not be measured to the end.
    const bound = found[most - 1]?.distance ?? threshold;
    const longer = Math.max(word.length, candidate.length);
    const distance = editDistance(word, candidate, Math.min(bound, longer - 1));
    if (distance === undefined) continue;
    found.push({ candidate, distance });
    found.sort(byDistance);
    found.length = Math.min(found.length, most);
  }
  return found.map(({ candidate }) => candidate);
}

interface Suggestion {
  readonly candidate: string;
  readonly distance: number;
}

function byDistance(a: Suggestion, b: Suggestion): number {
  return a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1);
}

/** The number of edits between two texts, where case alone counts as one; undefined when they are more than `most`. */
export function editDistance(one: string, other: string, most: number): number | undefined {
  if (one === other) return 0;
  const exact = boundedDistance(one, other, most);
  const [lowerOne, lowerOther] = [one.toLowerCase(), other.toLowerCase()];
  if (lowerOne === one && lowerOther === other) return exact;
  const folded = boundedDistance(lowerOne, lowerOther, most - 1);
  if (folded === undefined) return exact;
  return Math.min(folded + 1, exact ?? Number.POSITIVE_INFINITY);
}

/** Optimal string alignment, given up as soon as a whole row is above the bound. */
function boundedDistance(wholeOne: string, wholeOther: string, most: number): number | undefined {
  if (Math.abs(wholeOne.length - wholeOther.length) > most) return undefined;
  const [one, other] = withoutCommonEnds(wholeOne, wholeOther);
  if (one === '' || other === '') return Math.max(one.length, other.length);
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let column = 0; column <= other.length; column += 1) last.push(column);
  let current: number[] = [];
  for (let row = 1; row <= one.length; row += 1) {
    const least = fillRow(current, { one, other, row, last, beforeLast });
    if (least > most) return undefined;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  const distance = at(last, other.length);
  return distance <= most ? distance : undefined;
}

/** Names of one fleet share most of their letters, and equal ends cost nothing. */
function withoutCommonEnds(one: string, other: string): readonly [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

interface Rows {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

/** Gives the least number of the row; fills in place because this runs a million times where a whole fleet is misspelt. */
function fillRow(current: number[], { one, other, row, last, beforeLast }: Rows): number {
  const letter = one[row - 1];
  current[0] = row;
  let left = row;
  let least = row;
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = letter === other[column - 1];
    const kept = at(last, column - 1) + (isSame ? 0 : 1);
    left = Math.min(at(last, column) + 1, left + 1, kept);
    if (letter === other[column - 2] && one[row - 2] === other[column - 1])
      left = Math.min(left, at(beforeLast, column - 2) + 1);
    current[column] = left;
    if (left < least) least = left;
  }
  return least;
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.POSITIVE_INFINITY;
}
