/** A list and what is to be other in it in, the changes of the text out. */
import { type CST, isAlias, isMap, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { JsonValue } from '../model/kube-object.ts';
import type { EditedDocument } from './edited-document.ts';
import { fillEmpty, isEmptyNode } from './fill-empty.ts';
import type { FoundNode, MappingPair } from './find-node.ts';
import { flowChanges } from './flow-changes.ts';
import { endOfComments, endOfItem, nextLine } from './member-lines.ts';
import { blockItem, type EntryStyle, printFlow } from './print-entry.ts';
import { findWritten } from './replace-scalar.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';
import type { StructureEdit } from './structure-edit.ts';
import { lineAround } from './text-lines.ts';

type Splices = readonly Splice[] | Refusal;
type ItemsEdit = Extract<StructureEdit, { readonly kind: 'change-items' }>;

/** New items come last, written as those that are there; a list that loses all of them becomes `[]`. */
export function changeItems(document: EditedDocument, edit: ItemsEdit): Splices {
  const found = findWritten(document.root, edit.at.pointer);
  if (isRefusal(found)) return found;
  const { node, isInFlow } = found;
  if (isAlias(node)) return { refusal: 'an alias stands there' };
  if (isEmptyNode(node)) return fillList(document, found, edit.add);
  if (!isSeq(node)) return { refusal: 'no list stands there' };
  const list = node as YAMLSeq.Parsed;
  return isInFlow || list.flow === true
    ? changeFlow(document, list, edit)
    : changeBlock(document, { list, found }, edit);
}

function fillList(
  document: EditedDocument,
  found: FoundNode,
  added: readonly JsonValue[],
): Splices {
  if (document.isJson || found.isInFlow)
    return fillEmpty(document.text, found, { kind: 'inline', text: printFlow(added, document) });
  const linesAt = (column: number) =>
    added.map((item) => blockItem(item, { column: column + 2, style: 'flow' })).join('');
  return fillEmpty(document.text, found, { kind: 'lines', linesAt });
}

function changeFlow(document: EditedDocument, list: YAMLSeq.Parsed, edit: ItemsEdit): Splices {
  const entries = (list.items as readonly ParsedNode[]).map((item, index) => ({
    start: startOfFlowItem(list, index) ?? item.range[0],
    end: item.range[1],
  }));
  return flowChanges(document.text, {
    open: list.range[0],
    entries,
    removed: new Set(edit.remove),
    added: edit.add.map((item) => printFlow(item, document)),
  });
}

function tokenOf({ srcToken }: YAMLSeq.Parsed, index: number): CST.CollectionItem | undefined {
  return srcToken?.items[index] as CST.CollectionItem | undefined;
}

/** Where the tag or the anchor of an item begins. */
function startOfFlowItem(list: YAMLSeq.Parsed, index: number): number | undefined {
  return tokenOf(list, index)?.start.find(({ type }) => type === 'tag' || type === 'anchor')
    ?.offset;
}

function changeBlock(
  { text }: EditedDocument,
  { list, found }: { readonly list: YAMLSeq.Parsed; readonly found: FoundNode },
  { add, remove }: ItemsEdit,
): Splices {
  const items = list.items as readonly ParsedNode[];
  const lines = items.map((_, index) => itemLines(text, tokenOf(list, index)));
  const last = lines.at(-1);
  if (last === undefined || lines.includes(undefined))
    return { refusal: 'its dashes share a line' };
  const removed = remove.flatMap((index): Splice[] => {
    const item = lines[index];
    if (item === undefined) return [];
    return [{ start: item.start, end: item.end, text: '', dropsComments: true }];
  });
  if (add.length === 0 && removed.length === items.length) {
    const emptied = fillEmpty(text, { ...found, node: null }, { kind: 'inline', text: '[]' });
    return isRefusal(emptied) ? emptied : [...emptied, ...removed];
  }
  const added = add.map(itemPrinter(items, last.column)).join('');
  return [...removed, ...(added === '' ? [] : [{ start: last.end, end: last.end, text: added }])];
}

interface ItemLines {
  readonly start: number;
  readonly end: number;
  /** Of the dash, from zero. */
  readonly column: number;
}

/** The lines of an item and the comments below that are indented deeper than its dash; undefined if it begins in a line. */
function itemLines(text: string, item: CST.CollectionItem | undefined): ItemLines | undefined {
  const dash = item?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
  if (item === undefined || dash === undefined) return undefined;
  const line = lineAround(text, dash);
  if (text.slice(line.start, dash).trim() !== '') return undefined;
  const column = dash - line.start;
  const below = nextLine(text, Math.max(dash, endOfItem(item) - 1));
  return { start: line.start, end: endOfComments(text, below, column + 1), column };
}

/** As the others are written: between braces if the last one is, and mappings inside as the first one that has any. */
function itemPrinter(items: readonly ParsedNode[], column: number): (item: JsonValue) => string {
  const last = items.at(-1);
  if (isMap(last) && last.flow === true)
    return (item) => `${' '.repeat(column)}- ${printFlow(item, { isJson: false })}\n`;
  // Found once: a fleet adds thousands of items to a list of thousands.
  const style = innerStyle(items);
  return (item) => blockItem(item, { column, style });
}

function innerStyle(items: readonly ParsedNode[]): EntryStyle {
  const inner = items
    .flatMap((item) =>
      isMap(item) ? ((item as YAMLMap.Parsed).items as readonly MappingPair[]) : [],
    )
    .map(({ value }) => value)
    .find((value) => isMap(value));
  return inner !== undefined && inner !== null && isMap(inner) && inner.flow !== true
    ? 'block'
    : 'flow';
}
