/** A source text in; out: the lines that hold secret values and must not be shown. */
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, type ParsedDocument, pointerTo } from '../model/source.ts';
import type { Locate } from '../yaml/locate.ts';

const secretKind = /^(?:Federated)?Secret$/;
/** Where a Secret, its template and the overrides of it hold values. */
const secretKeys = /^(?:data|stringData|value)$|last-applied|original/;

/**
 * Line numbers, from one, of everything under `data`, `stringData` and `value` in Secrets and FederatedSecrets, and of the
 * annotations in which tools keep a copy of them. It works on the text, so that a document with a syntax error keeps its
 * secrets too, and on the documents that could be read, so that the form of the text (JSON, flow style) does not matter.
 */
export function secretLines(
  text: string,
  documents: readonly ParsedDocument[],
  locate: Locate,
): ReadonlySet<number> {
  const lines = linesByIndentation(text);
  for (const { document, value } of documents) {
    for (const pointer of secretPointers(value)) {
      const place = locate(document, pointer);
      if (place !== undefined) lines.add(place.line);
    }
  }
  return lines;
}

/** A key that holds secrets, alone on its line or inside braces, and what stands behind it. */
const secretKey =
  /(?:^[\s-]*|[{,]\s*)["']?(?:data|stringData|value|[\w./-]*(?:last-applied|original)[\w./-]*)["']?\s*:(.*)$/;

/** A line that begins with a key, a dash, a bracket or a comment. Any other one goes on with a text, however it is indented. */
const ownLine = /^\s*(?:[#{}[\]]|(?:-|---|\.\.\.)(?:\s|$)|"[^"]*"\s*:|[^\s"][^"]*?:(?:\s|$))/;

/** What stands deeper than such a key, and what goes on with a text, in a document that names a Secret. */
function linesByIndentation(text: string): Set<number> {
  const found = new Set<number>();
  const lines = text.split(/\r?\n/);
  let isSecret = namesSecret(lines, 0);
  let secretFrom: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (/^---(?:\s|$)/.test(line)) {
      isSecret = namesSecret(lines, index + 1);
      secretFrom = undefined;
    }
    if (!isSecret || line.trim() === '') continue;
    if (!ownLine.test(line)) {
      found.add(index + 1);
      continue;
    }
    const indent = indentOf(line);
    if (secretFrom !== undefined && indent > secretFrom) found.add(index + 1);
    else secretFrom = undefined;
    const rest = secretKey.exec(line)?.[1];
    if (rest === undefined || secretFrom !== undefined) continue;
    secretFrom = indent;
    if (rest.trim() !== '') found.add(index + 1);
  }
  return found;
}

/** Dashes of list items count as indentation. */
function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0;
}

function namesSecret(lines: readonly string[], from: number): boolean {
  for (const line of lines.slice(from)) {
    if (/^---(?:\s|$)/.test(line)) return false;
    if (/\bkind["']?\s*:\s*["']?(?:Federated)?Secret(?:List)?\b/.test(line)) return true;
  }
  return false;
}

type Region = 'plain' | 'secret' | 'value';

/** Pointers of the values inside Secrets, wherever they stand: a List, a template. */
function secretPointers(
  value: JsonValue,
  pointer: JsonPointer = '',
  outside: Region = 'plain',
): readonly JsonPointer[] {
  const own = outside === 'value' ? [pointer] : [];
  if (isArray(value)) {
    return [
      ...own,
      ...value.flatMap((item, index) => secretPointers(item, pointerTo(pointer, index), outside)),
    ];
  }
  if (!isObject(value)) return own;
  const here = outside === 'plain' && isSecret(value) ? 'secret' : outside;
  const regionOf = (key: string) => (here === 'secret' && secretKeys.test(key) ? 'value' : here);
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, member]) =>
      secretPointers(member, pointerTo(pointer, key), regionOf(key)),
    ),
  ];
}

function isSecret(object: Readonly<Record<string, JsonValue>>): boolean {
  return typeof object['kind'] === 'string' && secretKind.test(object['kind']);
}
