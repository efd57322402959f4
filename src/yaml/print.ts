/** Values to YAML text in the style of `kubectl get -o yaml`, safe for YAML 1.1 and 1.2 readers. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { remember } from '../model/remember.ts';
import { printInlineString, printLiteral, printNumber } from './print-scalar.ts';
import { createTextMemory, forgetful, type TextMemory } from './text-memory.ts';

/**
 * One document, ended by a newline, without `---`: block style, two spaces, no folding, no anchors, no tags.
 * Keys stand in the order of their UTF-16 code units; a Kubernetes object (text apiVersion and kind at the root)
 * begins with apiVersion, kind and metadata, and its metadata with name, namespace, labels and annotations.
 * A lone surrogate becomes U+FFFD; undefined members are left out.
 * @throws RangeError for NaN and the infinities.
 */
export function printYaml(value: JsonValue): string {
  return printSharing(value, forgetful);
}

/** As {@link printYaml}, for values that share parts which are never changed: each part is printed twice at most. */
export function createPrinter(): (value: JsonValue) => string {
  const memory = createTextMemory();
  return (value) => printSharing(value, memory);
}

function printSharing(value: JsonValue, memory: TextMemory): string {
  return isKubernetesObject(value) ? kubernetesText(value, memory) : blockText(value, 0, memory);
}

/** Several documents with `---` alone on a line between them; nothing before the first or after the last. */
export function printYamlStream(values: Iterable<JsonValue>): string {
  return Array.from(values, (value) => printYaml(value)).join('---\n');
}

/** A key longer than this is no implicit key to the reference implementation. */
const LONGEST_IMPLICIT_KEY_BYTES = 128;
/** Longer texts are seldom seen twice. */
const LONGEST_REMEMBERED = 64;

const ROOT_KEYS = ['apiVersion', 'kind', 'metadata'];
const METADATA_KEYS = ['name', 'namespace', 'labels', 'annotations'];

function isKubernetesObject(value: JsonValue): value is JsonObject {
  return (
    isObject(value) &&
    Object.hasOwn(value, 'apiVersion') &&
    Object.hasOwn(value, 'kind') &&
    typeof value['apiVersion'] === 'string' &&
    typeof value['kind'] === 'string'
  );
}

function kubernetesText(object: JsonObject, memory: TextMemory): string {
  let text = '';
  for (const key of keysLedBy(ROOT_KEYS, object)) {
    const member = object[key] ?? null;
    const metadata =
      key === 'metadata' && isObject(member)
        ? mappingText(member, keysLedBy(METADATA_KEYS, member), 2, memory)
        : '';
    text += metadata === '' ? mappingText(object, [key], 0, memory) : `metadata:\n  ${metadata}`;
  }
  return text;
}

function keysLedBy(first: readonly string[], object: JsonObject): readonly string[] {
  const keys = orderedKeys(object);
  const led = first.filter((key) => keys.includes(key));
  return [...led, ...keys.filter((key) => !first.includes(key))];
}

/** Those of undefined members are among them. */
function orderedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object);
  for (let index = 1; index < keys.length; index += 1) {
    // Without a comparison of ours, the order is that of code units.
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort();
  }
  return keys;
}

/** The text of a value from a cursor that stands at `column`, to the end of its last line. */
function blockText(value: JsonValue, column: number, memory: TextMemory): string {
  if (typeof value !== 'object' || value === null)
    return scalarLines(value, column === 0 ? '  ' : margin(column));
  return membersText(value, column, memory) || emptyText(value);
}

/** What stands behind the colon of a key at `column`. */
function memberText(value: JsonValue, column: number, memory: TextMemory): string {
  if (typeof value !== 'object' || value === null)
    return ` ${scalarLines(value, margin(column + 2))}`;
  const start = isArray(value) ? column : column + 2;
  const text = membersText(value, start, memory);
  return text === '' ? ` ${emptyText(value)}` : `\n${margin(start)}${text}`;
}

function emptyText(value: JsonArray | JsonObject): string {
  return isArray(value) ? '[]\n' : '{}\n';
}

/** '' if there are none. */
function membersText(value: JsonArray | JsonObject, column: number, memory: TextMemory): string {
  const known = memory.recall(value, column);
  if (known !== undefined) return known;
  const text = isArray(value)
    ? sequenceText(value, column, memory)
    : mappingText(value, orderedKeys(value), column, memory);
  memory.note(value, column, text);
  return text;
}

function sequenceText(items: JsonArray, column: number, memory: TextMemory): string {
  const start = `${margin(column)}- `;
  let text = '';
  for (const item of items) {
    text += text === '' ? '- ' : start;
    text += blockText(item, column + 2, memory);
  }
  return text;
}

/** Keys of undefined members are passed over; '' if nothing is left. */
function mappingText(
  object: JsonObject,
  keys: readonly string[],
  column: number,
  memory: TextMemory,
): string {
  const start = margin(column);
  let text = '';
  for (const key of keys) {
    const value: JsonValue | undefined = object[key];
    if (value === undefined) continue;
    if (text !== '') text += start;
    text += isLongKey(key)
      ? `? ${printInlineString(key)}\n${start}: ${blockText(value, column + 2, memory)}`
      : plainKey(key) + memberText(value, column, memory);
  }
  return text;
}

const plainKey = remember((key) => `${printInlineString(key)}:`, { most: 10_000 });
/** '' for what has lines and is perhaps no inline string. */
const shortLine = remember((text) => (text.includes('\n') ? '' : `${printInlineString(text)}\n`), {
  most: 10_000,
});

/** A scalar with its line end; further lines of a literal stand behind `literalMargin`. */
function scalarLines(
  value: null | boolean | number | bigint | string,
  literalMargin: string,
): string {
  switch (typeof value) {
    case 'string':
      return stringLines(value, literalMargin);
    case 'number':
    case 'bigint':
      return `${printNumber(value)}\n`;
    case 'boolean':
      return value ? 'true\n' : 'false\n';
    default:
      return 'null\n';
  }
}

function stringLines(text: string, literalMargin: string): string {
  const line = text.length <= LONGEST_REMEMBERED ? shortLine(text) : '';
  return line || (printLiteral(text, literalMargin) ?? `${printInlineString(text)}\n`);
}

function isLongKey(key: string): boolean {
  // No character has more than three bytes per code unit.
  if (key.length * 3 <= LONGEST_IMPLICIT_KEY_BYTES) return false;
  return key.length > LONGEST_IMPLICIT_KEY_BYTES || byteLength(key) > LONGEST_IMPLICIT_KEY_BYTES;
}

/** The length in UTF-8, a lone surrogate counting as the U+FFFD it becomes. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const MARGINS = Array.from({ length: 64 }, (_, column) => ' '.repeat(column));

function margin(column: number): string {
  return MARGINS[column] ?? ' '.repeat(column);
}
