/** Strings and numbers to the YAML text that every reader in use takes back as the same value. */

/** Everything else is escaped; surrogates are among it, so characters above U+FFFF are escaped too. */
const UNPRINTABLE = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const ESCAPED = /["\\]|[^\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/gu;
const HAS_SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Most names, images and sentences; no number begins with a letter other than e. */
const SURELY_PLAIN = /^[A-DF-Za-df-z](?:[\w./,=@-]|:(?=[^ ])| (?=[^ #:]))*$/;
/** A pattern with a choice inside a loop needs stack per character, so long texts take the other way. */
const LONGEST_QUICK = 200;

const OTHER_KIND = new Set(
  (
    'y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF ' +
    '~ null Null NULL .nan .NaN .NAN .inf .Inf .INF -.inf -.Inf -.INF +.inf +.Inf +.INF = <<'
  ).split(' '),
);

/** What some reader takes for a number, underscores taken out before. */
const NUMBER_LIKE =
  /^[-+]?(?:0[bBoOxX][0-9a-fA-F]*|(?=[0-9.eE])[0-9]*\.?[0-9]*(?:[eE][-+]?[0-9]+)?|[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?)$/;
const DATE_LIKE =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2})?(?:\.[0-9]*)?[ \t]*(?:[Zz]|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?$/;
/** Braces of a template language are quoted so that they are data, also to readers that look for templates. */
const NOT_PLAIN = /^(?: |---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?:](?: |$))| $|:(?: |$)| #|\{\{/;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\0', '\\0'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\u001b', '\\e'],
  ['\u0085', '\\N'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

/**
 * Number or bigint in decimal, other numbers as JavaScript prints them; -0 is 0.
 * @throws RangeError for NaN and the infinities, which no manifest can hold.
 */
export function printNumber(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} has no place in a manifest`);
  }
  return String(value);
}

/** A string on one line, as a key or a value: plain where every reader takes it for the same string, else quoted. */
export function printInlineString(original: string): string {
  if (original.length <= LONGEST_QUICK && SURELY_PLAIN.test(original)) {
    return OTHER_KIND.has(original) ? `"${original}"` : original;
  }
  const text = wellFormed(original);
  if (needsDoubleQuotes(text)) return `"${text.replace(ESCAPED, escapeCharacter)}"`;
  if (NOT_PLAIN.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return text;
}

/**
 * A string as block literal: header line and content, each line ended, the content after `margin`; undefined where
 * only quotes keep the string whole (no line feed, unprintable characters, spaces at the end of a line).
 */
export function printLiteral(original: string, margin: string): string | undefined {
  if (!original.includes('\n')) return undefined;
  const text = wellFormed(original);
  if (text.endsWith(' ') || text.includes(' \n') || UNPRINTABLE.test(text)) return undefined;
  const content = text.replace(/\n(?=[^\n])/g, `\n${margin}`);
  const firstMargin = text.startsWith('\n') ? '' : margin;
  return `|${literalHeader(text)}\n${firstMargin}${content}${text.endsWith('\n') ? '' : '\n'}`;
}

function literalHeader(text: string): string {
  const indicator = text.startsWith(' ') || text.startsWith('\n') ? '2' : '';
  if (!text.endsWith('\n')) return `${indicator}-`;
  return text === '\n' || text.endsWith('\n\n') ? `${indicator}+` : indicator;
}

function needsDoubleQuotes(text: string): boolean {
  if (text === '' || text.includes('\n') || UNPRINTABLE.test(text) || OTHER_KIND.has(text))
    return true;
  if (!/^[-+.0-9eE]/.test(text)) return false;
  const digits = text.replaceAll('_', '');
  return NUMBER_LIKE.test(digits) || DATE_LIKE.test(text);
}

function wellFormed(text: string): string {
  return HAS_SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return short;
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  if (hex.length <= 4) return `\\u${hex.padStart(4, '0')}`;
  return `\\U${hex.padStart(8, '0')}`;
}
