/** A misspelt name and what is near it in, the one it certainly stands for out: what may be written without asking. */
import { editDistance } from './suggest.ts';

/** A part with this many characters is a word, and a slip in it looks like one. */
const shortestWord = 3;

/**
 * The candidate that differs only in case, in separators or in characters that look alike (`l` for `1`, `o` for `0`); else
 * the only near one, if it is one slip in a word of three letters or more away. Other digits (`eu-2` for `eu-1`) and other
 * short parts (`uk` for `us`) are other names. Undefined if there are several such, or none.
 */
export function certainName(
  word: string,
  candidates: {
    /** Those with the {@link plainName} of the word. */
    readonly same: readonly string[];
    /** The nearest ones, two of them if there are. */
    readonly near: readonly string[];
  },
): string | undefined {
  const [same, ...likewise] = candidates.same;
  if (same !== undefined) return likewise.length === 0 ? same : undefined;
  const [near, ...others] = candidates.near;
  if (near === undefined || others.length > 0) return undefined;
  const isSlip = editDistance(word, near, 1) !== undefined && digits(word) === digits(near);
  return isSlip && differInOneWord(word, near) ? near : undefined;
}

/** The name without what a slip can change: case, separators, characters that look alike. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[-_.\s]/g, '')
    .replaceAll(/[li]/g, '1')
    .replaceAll('o', '0');
}

function digits(name: string): string {
  return name.replaceAll(/\D+/g, ' ').trim();
}

function differInOneWord(one: string, other: string): boolean {
  const [parts, others] = [partsOf(one), partsOf(other)];
  if (parts.length !== others.length) return false;
  return parts.every((part, index) => {
    const candidate = others[index] ?? '';
    return part === candidate || Math.max(part.length, candidate.length) >= shortestWord;
  });
}

/** The words of a name; digits at the end of a word are a part of their own. */
function partsOf(name: string): string[] {
  return name.match(/\d+|[^\d\-_.\s]+/g) ?? [];
}
