/** Values to YAML text in the style of `kubectl get -o yaml`, safe for YAML 1.1 and 1.2 readers. */
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { sortedKeys } from '../model/sorted-keys.ts';
import { printInlineString, printLiteral, printNumber } from './print-scalar.ts';

/**
 * One document, ended by a newline, without `---`: block style, two spaces, no folding, no anchors, no tags.
 * Keys stand in the order of their UTF-16 code units; a Kubernetes object (text apiVersion and kind at the root)
 * begins with apiVersion, kind and metadata, and its metadata with name, namespace, labels and annotations.
 * A lone surrogate becomes U+FFFD; undefined members are left out.
 * @throws RangeError for NaN and the infinities.
 */
export function printYaml(value: JsonValue): string {
  const pieces: string[] = [];
  if (isKubernetesObject(value)) writeKubernetesObject(value, pieces);
  else writeBlock(value, pieces, 0);
  return pieces.join('');
}

/** Several documents with `---` alone on a line between them; nothing before the first or after the last. */
export function printYamlStream(values: Iterable<JsonValue>): string {
  return Array.from(values, printYaml).join('---\n');
}

/** A key longer than this is no implicit key to the reference implementation. */
const LONGEST_IMPLICIT_KEY_BYTES = 128;

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

function writeKubernetesObject(object: JsonObject, pieces: string[]): void {
  for (const key of keysLedBy(ROOT_KEYS, object)) {
    const member = object[key] ?? null;
    const keys = key === 'metadata' && isObject(member) ? keysLedBy(METADATA_KEYS, member) : [];
    if (isObject(member) && keys.length > 0) {
      pieces.push('metadata:\n  ');
      writeMapping(member, keys, pieces, 2);
    } else {
      writeMapping(object, [key], pieces, 0);
    }
  }
}

function keysLedBy(first: readonly string[], object: JsonObject): readonly string[] {
  const keys = sortedKeys(object);
  const led = first.filter((key) => keys.includes(key));
  return [...led, ...keys.filter((key) => !first.includes(key))];
}

/** Writes a value from a cursor that stands at `column`, to the end of its last line. */
function writeBlock(value: JsonValue, pieces: string[], column: number): void {
  if (isArray(value) && value.length > 0) {
    writeSequence(value, pieces, column);
    return;
  }
  const keys = isObject(value) ? sortedKeys(value) : [];
  if (isObject(value) && keys.length > 0) writeMapping(value, keys, pieces, column);
  else pieces.push(scalarLines(value, column === 0 ? '  ' : margin(column)));
}

function writeSequence(items: JsonArray, pieces: string[], column: number): void {
  const start = margin(column);
  for (const [index, item] of items.entries()) {
    pieces.push(index === 0 ? '- ' : `${start}- `);
    writeBlock(item, pieces, column + 2);
  }
}

function writeMapping(
  object: JsonObject,
  keys: readonly string[],
  pieces: string[],
  column: number,
): void {
  const start = margin(column);
  for (const [index, key] of keys.entries()) {
    if (index > 0) pieces.push(start);
    const text = printInlineString(key);
    if (isLongKey(key)) {
      pieces.push(`? ${text}\n${start}: `);
      writeBlock(object[key] ?? null, pieces, column + 2);
    } else {
      writeMember(`${text}:`, object[key] ?? null, pieces, column);
    }
  }
}

function writeMember(head: string, value: JsonValue, pieces: string[], column: number): void {
  if (isArray(value) && value.length > 0) {
    pieces.push(`${head}\n${margin(column)}`);
    writeSequence(value, pieces, column);
    return;
  }
  const inner = margin(column + 2);
  const keys = isObject(value) ? sortedKeys(value) : [];
  if (isObject(value) && keys.length > 0) {
    pieces.push(`${head}\n${inner}`);
    writeMapping(value, keys, pieces, column + 2);
  } else {
    pieces.push(`${head} ${scalarLines(value, inner)}`);
  }
}

/** A scalar or an empty collection with its line end; further lines of a literal stand behind `literalMargin`. */
function scalarLines(value: JsonValue, literalMargin: string): string {
  switch (typeof value) {
    case 'string':
      return printLiteral(value, literalMargin) ?? `${printInlineString(value)}\n`;
    case 'number':
    case 'bigint':
      return `${printNumber(value)}\n`;
    case 'boolean':
      return value ? 'true\n' : 'false\n';
    default:
      return isArray(value) ? '[]\n' : isObject(value) ? '{}\n' : 'null\n';
  }
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
