/** A text and edits in; out: the text with these edits in it and nothing else changed, or why that cannot be done. */
import { CST, Lexer } from 'yaml';
import { groupBy } from '../model/group-by.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';
import { byteOrderMark, normalizeBreaks } from './characters.ts';
import { editSplices } from './edit-splices.ts';
import { editValue } from './edit-value.ts';
import type { EditedDocument } from './edited-document.ts';
import { defaultLimits } from './limits.ts';
import { readStream, type StreamDocument, type StreamReading } from './read-stream.ts';
import { applySplices, isRefusal, type Refusal, type Splice } from './splices.ts';
import type { TextEdit } from './structure-edit.ts';
import { parseTree } from './syntax-tree.ts';

export type EditedText = { readonly text: string } | Refusal;

/**
 * Applies edits of one file; each sees the text before the first of them. Comments, quotes, order, line ends and indentation
 * stay. The result is read again: unless its documents differ exactly as the edits say, and every comment is still there that
 * does not stand on the lines of something removed, it is refused.
 */
export function editText(text: string, edits: readonly TextEdit[]): EditedText {
  if (text.startsWith(byteOrderMark)) {
    const edited = editText(text.slice(1), edits);
    return isRefusal(edited) ? edited : { text: byteOrderMark + edited.text };
  }
  const before = read(text);
  const splices: Splice[] = [];
  const expected = before.documents.map(({ value }) => value);
  const dropped: string[] = [];
  for (const [index, group] of groupBy(edits, documentOf)) {
    const document = before.documents[index];
    const edited = document && editDocument(document, group);
    if (edited === undefined) return { refusal: 'its document cannot be read' };
    if (isRefusal(edited)) return edited;
    splices.push(...edited.splices);
    dropped.push(...edited.dropped);
    expected[index] = edited.value;
  }
  const edited = applySplices(text, splices);
  return isRefusal(edited)
    ? edited
    : check({ before, expected, dropped, old: text, edited: edited.text });
}

function read(text: string): StreamReading {
  return readStream(text, { file: '', limits: defaultLimits, recordsPlaces: false });
}

function documentOf(edit: TextEdit): number {
  return edit.kind === 'move-member' ? edit.from.document : edit.at.document;
}

interface EditedPart {
  /** Offsets are those of the stream. */
  readonly splices: readonly Splice[];
  /** Comments that go with what they stand beside. */
  readonly dropped: readonly string[];
  readonly value: JsonValue;
}

function editDocument(
  { piece, isJson, value: old, text: { base } }: StreamDocument,
  edits: readonly TextEdit[],
): EditedPart | Refusal {
  const tree = parseTree(piece, { depth: defaultLimits.depth });
  if (!('root' in tree) || tree.root === null) return { refusal: 'its document is no YAML' };
  const document: EditedDocument = { root: tree.root, text: piece, isJson };
  const splices: Splice[] = [];
  const dropped: string[] = [];
  for (const edit of edits) {
    const made = editSplices(document, edit);
    if (isRefusal(made)) return made;
    for (const { start, end, text, dropsComments } of made) {
      splices.push({ start: start + base, end: end + base, text });
      if (dropsComments === true) dropped.push(...commentsOf(piece.slice(start, end)));
    }
  }
  const edited = editValue(old, edits);
  return isRefusal(edited) ? edited : { splices, dropped, value: edited.value };
}

interface Check {
  readonly before: StreamReading;
  readonly expected: readonly JsonValue[];
  readonly dropped: readonly string[];
  readonly old: string;
  readonly edited: string;
}

/** Nothing else may be written than what was promised, whatever the form of the text. */
function check({ before, expected, dropped, old, edited }: Check): EditedText {
  const after = read(edited);
  const values = after.documents.map(({ value }) => canonicalJson(value));
  const isAsPromised =
    values.length === expected.length &&
    expected.every((value, index) => canonicalJson(value) === values[index]);
  if (!isAsPromised || after.diagnostics.length > before.diagnostics.length) {
    return /[&*][\w-]/.test(old)
      ? { refusal: 'other places share its text by an anchor' }
      : { refusal: 'its form does not allow it' };
  }
  const left = [...commentsOf(edited), ...dropped].sort();
  return commentsOf(old).sort().join('\n') === left.join('\n')
    ? { text: edited }
    : { refusal: 'a comment would be lost' };
}

function commentsOf(text: string): string[] {
  const comments: string[] = [];
  const scalarMark = CST.SCALAR;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(normalizeBreaks(text))) {
    if (!isScalar && lexeme.startsWith('#')) comments.push(lexeme);
    isScalar = lexeme === scalarMark;
  }
  return comments;
}
