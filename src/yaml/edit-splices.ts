/** One edit in, the changes of the text that make it out. */
import { type CST, isAlias, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { JsonPointer } from '../model/source.ts';
import { changeItems } from './change-items.ts';
import { changeMembers } from './change-members.ts';
import type { EditedDocument } from './edited-document.ts';
import { moveMember } from './move-member.ts';
import { findWritten, replaceScalar } from './replace-scalar.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';
import type { TextEdit } from './structure-edit.ts';

type Splices = readonly Splice[] | Refusal;

export function editSplices(document: EditedDocument, edit: TextEdit): Splices {
  switch (edit.kind) {
    case 'set-scalar':
      return setScalar(document, edit.at.pointer, edit.value);
    case 'rename-key':
      return renameKey(document, edit.at.pointer, edit.key);
    case 'wrap-items':
      return wrapItems(document, edit.at.pointer, edit.key);
    case 'move-member':
      return moveMember(document, edit.from.pointer, edit.into.pointer);
    case 'change-members':
      return changeMembers(document, edit);
    case 'change-items':
      return changeItems(document, edit);
  }
}

function setScalar({ root }: EditedDocument, pointer: JsonPointer, value: string): Splices {
  const found = findWritten(root, pointer);
  return isRefusal(found) ? found : replaceScalar(found.node, value, found.isInFlow);
}

function renameKey({ root }: EditedDocument, pointer: JsonPointer, key: string): Splices {
  const found = findWritten(root, pointer);
  if (isRefusal(found)) return found;
  if (found.member === undefined) return { refusal: 'it has no name' };
  return replaceScalar(found.member.pair.key, key, found.isInFlow);
}

function wrapItems({ root, isJson }: EditedDocument, pointer: JsonPointer, key: string): Splices {
  const found = findWritten(root, pointer);
  if (isRefusal(found)) return found;
  const { node } = found;
  if (isAlias(node)) return { refusal: 'an alias stands there' };
  if (!isSeq(node)) return { refusal: 'no list stands there' };
  const name = isJson ? `"${key}": ` : `${key}: `;
  return (node.items as readonly ParsedNode[]).flatMap((item, index) => {
    const start = startOfItem(node as YAMLSeq.Parsed, index) ?? item.range[0];
    if (node.flow !== true) return [insertion(start, name)];
    return [insertion(start, `{${name}`), insertion(item.range[1], '}')];
  });
}

/** Where the tag or the anchor of an item begins: they go along with the value they stand before. */
function startOfItem({ srcToken }: YAMLSeq.Parsed, index: number): number | undefined {
  if (srcToken === undefined) return undefined;
  const { start } = srcToken.items[index] as CST.CollectionItem;
  return start.find(({ type }) => type === 'tag' || type === 'anchor')?.offset;
}

function insertion(offset: number, text: string): Splice {
  return { start: offset, end: offset, text };
}
