/** One edit in, the changes of the text that make it out. */
import { type CST, isAlias, isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { SourceEdit } from '../diagnostics/fix.ts';
import type { JsonPointer } from '../model/source.ts';
import { type FoundNode, findNode } from './find-node.ts';
import { moveMember } from './move-member.ts';
import { printInStyle } from './print-in-style.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';

/** A document that is edited: its tree, and the text that the tree's offsets belong to. */
export interface EditedDocument {
  readonly root: ParsedNode;
  readonly text: string;
  /** Keys stand in double quotes. */
  readonly isJson: boolean;
}

type Splices = readonly Splice[] | Refusal;

export function editSplices(document: EditedDocument, edit: SourceEdit): Splices {
  switch (edit.kind) {
    case 'set-scalar':
      return setScalar(document, edit.at.pointer, edit.value);
    case 'rename-key':
      return renameKey(document, edit.at.pointer, edit.key);
    case 'wrap-items':
      return wrapItems(document, edit.at.pointer, edit.key);
    case 'move-member':
      return moveMember(document, edit.from.pointer, edit.into.pointer);
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

function replaceScalar(node: ParsedNode | null, value: string, isInFlow: boolean): Splices {
  if (isAlias(node)) return { refusal: 'an alias stands there' };
  if (!isScalar(node)) return { refusal: 'no text stands there' };
  const [start, end] = node.range;
  const printed = printInStyle(value, { type: node.type, isInFlow });
  return isRefusal(printed) ? printed : [{ start, end, text: printed.text }];
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

function findWritten(root: ParsedNode, pointer: JsonPointer): FoundNode | Refusal {
  const found = findNode(root, pointer);
  return 'missing' in found ? { refusal: 'nothing stands there any more' } : found;
}
