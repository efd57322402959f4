/** A source text in; out: the lines that hold secret values and must not be shown. */
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, type ParsedDocument, pointerTo } from '../model/source.ts';
import type { Locate } from '../yaml/locate.ts';
import { namesSecrets } from '../yaml/secret-text.ts';

const secretKind = /^(?:Federated)?Secret$/;
/**
 * Where a Secret, its template and the overrides of it hold values, and a kubeconfig its credentials; also under a key that is
 * nearly right.
 */
const keys =
  '(?!metadata)[\\w.-]*data|value|users?|config|[\\w.-]*(?:token|password|passwd|secret|credentials?)';
const copies = 'last-applied|original';
const secretKeys = new RegExp(`^(?:${keys})$|${copies}`, 'i');

/**
 * Line numbers, from one, of everything under `data`, `stringData` and `value` in Secrets and FederatedSecrets, of the
 * annotations in which tools keep a copy of them, and of the users and certificates of a kubeconfig. It works on the text,
 * so that a document with a syntax error keeps its secrets too, and on the documents that could be read, so that the form
 * of the text (JSON, flow style) does not matter.
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
const secretKey = new RegExp(
  `(?:^[\\s-]*|[{,]\\s*)["']?(?:${keys}|[\\w./-]*(?:${copies})[\\w./-]*)["']?\\s*:(.*)$`,
  'i',
);

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
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => /^---(?:\s|$)/.test(line));
  return namesSecrets(rest.slice(0, end < 0 ? rest.length : end).join('\n'));
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
  const { kind, metadata } = object;
  if (typeof kind === 'string' && secretKind.test(kind)) return true;
  const labels = isObject(metadata) ? metadata['labels'] : undefined;
  if (isObject(labels) && labels['argocd.argoproj.io/secret-type'] !== undefined) return true;
  return isArray(object['users']) || isArray(object['contexts']);
}
