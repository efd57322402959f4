/** Values to JSON text: bigint in full, which the language's own printer refuses. */
import { isArray, isObject, type JsonValue } from './kube-object.ts';
import { sortedKeys } from './sorted-keys.ts';

interface Layout {
  /** Text of one level of indentation; '' for everything on one line. */
  readonly step: string;
  readonly keysOf: (object: Readonly<Record<string, unknown>>) => readonly string[];
}

/**
 * JSON text without a final newline. Members keep the object's own order, undefined members are left out, -0 is 0
 * and a number that JSON cannot hold is null. `indent` is the number of spaces per level; without it, or with 0,
 * everything stands on one line.
 */
export function printJson(value: unknown, options: { readonly indent?: number } = {}): string {
  return print(value, '\n', { step: ' '.repeat(options.indent ?? 0), keysOf: Object.keys });
}

/** Compact JSON text with keys in the order of their UTF-16 code units: equal values give equal texts. */
export function canonicalJson(value: JsonValue): string {
  return print(value, '\n', { step: '', keysOf: sortedKeys });
}

function print(value: unknown, lineStart: string, layout: Layout): string {
  if (typeof value === 'string') return quoteJson(value);
  if (isArray(value)) return printArray(value, lineStart, layout);
  if (isObject(value)) return printObject(value, lineStart, layout);
  return printAtom(value);
}

function printAtom(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return 'null';
  }
}

function printArray(items: readonly unknown[], lineStart: string, layout: Layout): string {
  const inner = lineStart + layout.step;
  const texts = items.map((item) => print(item, inner, layout));
  return enclose('[', texts, ']', { lineStart, inner, layout });
}

function printObject(
  object: Readonly<Record<string, unknown>>,
  lineStart: string,
  layout: Layout,
): string {
  const inner = lineStart + layout.step;
  const colon = layout.step === '' ? ':' : ': ';
  const texts: string[] = [];
  for (const key of layout.keysOf(object)) {
    const member = object[key];
    if (isPrintable(member)) texts.push(quoteJson(key) + colon + print(member, inner, layout));
  }
  return enclose('{', texts, '}', { lineStart, inner, layout });
}

function isPrintable(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function enclose(
  open: string,
  texts: readonly string[],
  close: string,
  place: { readonly lineStart: string; readonly inner: string; readonly layout: Layout },
): string {
  if (texts.length === 0) return open + close;
  if (place.layout.step === '') return open + texts.join(',') + close;
  return open + place.inner + texts.join(`,${place.inner}`) + place.lineStart + close;
}

const NEEDS_ESCAPE = /["\\]|[^ -\ud7ff\ue000-\uffff]/;
const ESCAPED = /["\\]|[^ -\u{10ffff}]|\p{Surrogate}/gu;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function quoteJson(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  return `"${text.replace(ESCAPED, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
