/** Characters kubectl does not read, and the line breaks it knows. */
import { type Problem, problem } from './problem.ts';

/** A byte order mark, allowed where a document begins. */
export const byteOrderMark = '\uFEFF';

/** Whatever may need a closer look: all but the characters that nearly all texts are made of. */
const unusual = /[^\t\n\x20-\x7E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
/** What kubectl's reader lets through (YAML v2 for Go, readerc.go), less the separators of the second pattern. */
const forbidden = /[^\t\n\r\x20-\x7E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const separators = /[\u2028\u2029]/;
const strayMark = /^\uFEFF/m;

/** CRLF, a lone CR and NEL (U+0085) are line breaks to kubectl everywhere, inside quotes too; here all become LF. */
export function normalizeBreaks(text: string): string {
  return text.includes('\r') || text.includes('\u0085')
    ? text.replaceAll(/\r\n?|\u0085/g, '\n')
    : text;
}

/** The first character of a piece of a stream that is refused wherever it stands. */
export function characterProblem(text: string): Problem | undefined {
  if (!unusual.test(text)) return undefined;
  const bad = forbidden.exec(text);
  if (bad !== null) return encodingProblem(bad, `it has the character ${codePoint(bad[0])}`);
  const mark = strayMark.exec(text);
  if (mark !== null) {
    return encodingProblem(
      { 0: byteOrderMark, index: mark.index },
      'a byte order mark stands inside it',
    );
  }
  const separator = separators.exec(text);
  if (separator === null) return undefined;
  const what = `the line separator ${codePoint(separator[0])} outside an escape`;
  return problem('yaml/unsupported', spanOf(separator), { what });
}

function encodingProblem(
  match: { readonly 0: string; readonly index: number },
  what: string,
): Problem {
  return problem('yaml/encoding', spanOf(match), { problem: what });
}

function spanOf(match: { readonly 0: string; readonly index: number }) {
  return { start: match.index, end: match.index + match[0].length };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
