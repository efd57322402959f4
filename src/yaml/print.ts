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
import {
  beginPrinting,
  createTextMemory,
  endPrinting,
  note,
  noteText,
  type Printing,
  recall,
  recallText,
  type TextMemory,
} from './text-memory.ts';

/**
 * One document, ended by a newline, without `---`: block style, two spaces, no folding, no anchors, no tags.
 * Keys stand in the order of their UTF-16 code units; a Kubernetes object (text apiVersion and kind at the root)
 * begins with apiVersion, kind and metadata, and its metadata with name, namespace, labels and annotations.
 * A lone surrogate becomes U+FFFD; undefined members are left out.
 * @throws RangeError for NaN and the infinities.
 */
export function printYaml(value: JsonValue): string {
  return printSharing(value);
}

/** As {@link printYaml}, for values that share parts which are never changed, such as the variants of one object. */
export function createPrinter(): (value: JsonValue) => string {
  const memory = createTextMemory();
  return (value) => printSharing(value, memory);
}

function printSharing(value: JsonValue, memory?: TextMemory): string {
  const printing = beginPrinting(memory);
  if (isKubernetesObject(value)) {
    addKubernetesObject(printing, value);
    return endPrinting(printing);
  }
  // As an item whose dash stood two columns to the left.
  addItem(printing, value, -2);
  return endPrinting(printing).slice(1);
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

/** No column: only there members are in the order of METADATA_KEYS. */
const METADATA_OF_ROOT = -1;

function isKubernetesObject(value: JsonValue): value is JsonObject {
  return (
    isObject(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
  );
}

function addKubernetesObject(printing: Printing, object: JsonObject): void {
  for (const key of keysLedBy(ROOT_KEYS, object)) {
    const value: JsonValue | undefined = object[key];
    if (key === 'metadata' && isObject(value)) addMetadata(printing, value);
    else if (value !== undefined) addMember(printing, key, value, 0);
  }
}

function addMetadata(printing: Printing, metadata: JsonObject): void {
  printing.text += 'metadata:';
  const known = recall(printing, metadata, METADATA_OF_ROOT);
  if (known !== '' || isEmpty(metadata)) {
    printing.text += known || emptyText(metadata);
    return;
  }
  const start = printing.text.length;
  printing.text += '\n  ';
  addMembers(printing, metadata, keysLedBy(METADATA_KEYS, metadata), 2);
  note(printing, metadata, METADATA_OF_ROOT, start);
}

function keysLedBy(first: readonly string[], object: JsonObject): readonly string[] {
  const keys = first.filter((key) => object[key] !== undefined);
  for (const key of orderedKeys(object)) if (!first.includes(key)) keys.push(key);
  return keys;
}

/** Those of undefined members are among them. */
function orderedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object);
  let last = '';
  for (const key of keys) {
    // Without a comparison of ours, the order is that of code units.
    if (last > key) return keys.sort();
    last = key;
  }
  return keys;
}

/** What stands behind a dash at `column`, to the end of its last line. */
function addItem(printing: Printing, value: JsonValue, column: number): void {
  if (typeof value !== 'object' || value === null)
    printing.text += scalarLines(value, margin(Math.max(column + 2, 2)));
  else addCollection(printing, value, column + 2, ' ');
}

/** A key at `column`, and what stands behind its colon. */
function addMember(printing: Printing, key: string, value: JsonValue, column: number): void {
  if (isLongKey(key)) {
    printing.text += `? ${printInlineString(key)}\n${margin(column)}:`;
    addItem(printing, value, column);
    return;
  }
  printing.text += plainKey(key);
  if (typeof value === 'string' && value.length > LONGEST_REMEMBERED)
    addLongText(printing, key, value, column + 2);
  else if (typeof value !== 'object' || value === null)
    printing.text += scalarLines(value, margin(column + 2));
  else if (isArray(value)) addCollection(printing, value, column, `\n${margin(column)}`);
  else addCollection(printing, value, column + 2, `\n${margin(column + 2)}`);
}

function addLongText(printing: Printing, key: string, text: string, column: number): void {
  const known = recallText(printing, key, text, column);
  const start = printing.text.length;
  printing.text += known || stringLines(text, margin(column));
  noteText(printing, key, text, { place: column, start });
}

/** From a cursor that stands at `column` once `lead` is written. */
function addCollection(
  printing: Printing,
  value: JsonArray | JsonObject,
  column: number,
  lead: string,
): void {
  const known = recall(printing, value, column);
  if (known !== '') {
    printing.text += lead + known;
    return;
  }
  if (isEmpty(value)) {
    printing.text += emptyText(value);
    return;
  }
  printing.text += lead;
  const start = printing.text.length;
  if (isArray(value)) addItems(printing, value, column);
  else addMembers(printing, value, orderedKeys(value), column);
  note(printing, value, column, start);
}

function isEmpty(value: JsonArray | JsonObject): boolean {
  if (isArray(value)) return value.length === 0;
  for (const key in value) if (value[key] !== undefined) return false;
  return true;
}

function emptyText(value: JsonArray | JsonObject): string {
  return isArray(value) ? ' []\n' : ' {}\n';
}

function addItems(printing: Printing, items: JsonArray, column: number): void {
  let dash = '-';
  for (const item of items) {
    printing.text += dash;
    addItem(printing, item, column);
    dash = `${margin(column)}-`;
  }
}

/** Keys of undefined members are passed over. */
function addMembers(
  printing: Printing,
  object: JsonObject,
  keys: readonly string[],
  column: number,
): void {
  let start = '';
  for (const key of keys) {
    const value: JsonValue | undefined = object[key];
    if (value === undefined) continue;
    printing.text += start;
    addMember(printing, key, value, column);
    start = margin(column);
  }
}

const plainKey = remember((key) => `${printInlineString(key)}:`, { most: 10_000 });
/** '' for what has lines and is perhaps no inline string. */
const shortLine = remember((text) => (text.includes('\n') ? '' : ` ${printInlineString(text)}\n`), {
  most: 10_000,
});

/** What stands behind a colon or a dash, to the line end; further lines of a literal stand behind `literalMargin`. */
function scalarLines(
  value: null | boolean | number | bigint | string,
  literalMargin: string,
): string {
  switch (typeof value) {
    case 'string':
      return stringLines(value, literalMargin);
    case 'number':
    case 'bigint':
      return ` ${printNumber(value)}\n`;
    case 'boolean':
      return value ? ' true\n' : ' false\n';
    default:
      return ' null\n';
  }
}

function stringLines(text: string, literalMargin: string): string {
  const line = text.length <= LONGEST_REMEMBERED ? shortLine(text) : '';
  return line || ` ${printLiteral(text, literalMargin) ?? `${printInlineString(text)}\n`}`;
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
