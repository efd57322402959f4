/** A mapping and what is to be other in it in, the changes of the text out. */
import { isAlias, isMap, type YAMLMap } from 'yaml';
import { type JsonObject, newObject } from '../model/kube-object.ts';
import type { EditedDocument } from './edited-document.ts';
import { fillEmpty, isEmptyNode } from './fill-empty.ts';
import { type FoundNode, keyText, type MappingPair } from './find-node.ts';
import { flowChanges } from './flow-changes.ts';
import { endOfContent, endOfMembers, nextLine, startOfMember } from './member-lines.ts';
import { blockMembers, flowMembers, printFlow } from './print-entry.ts';
import { findWritten, replaceScalar } from './replace-scalar.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';
import type { StructureEdit } from './structure-edit.ts';
import { lineAround } from './text-lines.ts';

type Splices = readonly Splice[] | Refusal;
type MembersEdit = Extract<StructureEdit, { readonly kind: 'change-members' }>;

/** Members that are there keep their place and their quotes; new ones come last, in the style of the mapping, which becomes `{}` if all go. */
export function changeMembers(document: EditedDocument, edit: MembersEdit): Splices {
  const found = findWritten(document.root, edit.at.pointer);
  if (isRefusal(found)) return found;
  const { node, isInFlow } = found;
  if (isAlias(node)) return { refusal: 'an alias stands there' };
  if (isEmptyNode(node)) {
    const text = printFlow(edit.set, document);
    return fillEmpty(document.text, found, { kind: 'inline', text });
  }
  if (!isMap(node)) return { refusal: 'no mapping stands there' };
  const mapping = node as YAMLMap.Parsed;
  const parts = partition(mapping, edit);
  const isFlow = isInFlow || mapping.flow === true;
  const replaced = replaceAll(parts, isFlow);
  if (isRefusal(replaced)) return replaced;
  const changed = isFlow
    ? changeFlow(document, mapping, parts)
    : changeBlock(document, { mapping, found }, parts);
  return isRefusal(changed) ? changed : [...replaced, ...changed];
}

interface Parts {
  readonly replaced: readonly { readonly pair: MappingPair; readonly value: string }[];
  readonly removed: readonly MappingPair[];
  readonly added: JsonObject;
}

function partition(mapping: YAMLMap.Parsed, { set, remove }: MembersEdit): Parts {
  const pairs = mapping.items as readonly MappingPair[];
  const added = newObject();
  const replaced: { readonly pair: MappingPair; readonly value: string }[] = [];
  for (const [key, value] of Object.entries(set)) {
    const pair = pairs.find((each) => keyText(each.key) === key);
    if (pair === undefined) added[key] = value;
    else replaced.push({ pair, value: String(value) });
  }
  const removed = pairs.filter(({ key }) => remove.includes(keyText(key) ?? ''));
  return { replaced, removed, added };
}

function replaceAll({ replaced }: Parts, isInFlow: boolean): Splices {
  const splices: Splice[] = [];
  for (const { pair, value } of replaced) {
    const made = replaceScalar(pair.value, value, isInFlow);
    if (isRefusal(made)) return made;
    splices.push(...made);
  }
  return splices;
}

function changeFlow(
  document: EditedDocument,
  mapping: YAMLMap.Parsed,
  { removed, added }: Parts,
): Splices {
  const pairs = mapping.items as readonly MappingPair[];
  return flowChanges(document.text, {
    open: mapping.range[0],
    entries: pairs.map((pair) => ({ start: startOfMember(pair), end: endOfContent(pair) })),
    removed: new Set(removed.map((pair) => pairs.indexOf(pair))),
    added: flowMembers(added, document),
  });
}

function changeBlock(
  { text }: EditedDocument,
  { mapping, found }: { readonly mapping: YAMLMap.Parsed; readonly found: FoundNode },
  { removed, added }: Parts,
): Splices {
  const pairs = mapping.items as readonly MappingPair[];
  const [first, last] = [pairs.at(0), pairs.at(-1)];
  if (first === undefined || last === undefined) return { refusal: 'no mapping stands there' };
  const splices: Splice[] = [];
  for (const pair of removed) {
    const made = removeLines(text, pair, pairs[pairs.indexOf(pair) + 1]);
    if (isRefusal(made)) return made;
    splices.push(made);
  }
  if (Object.keys(added).length === 0) {
    if (removed.length < pairs.length) return splices;
    const emptied = fillEmpty(text, { ...found, node: null }, { kind: 'inline', text: '{}' });
    return isRefusal(emptied) ? emptied : [...emptied, ...splices];
  }
  const start = startOfMember(first);
  const column = start - lineAround(text, start).start;
  const end = endOfMembers(text, last, column);
  const lines = blockMembers(added, { column, style: 'flow' });
  return [...splices, { start: end, end, text: lines }];
}

/** Its lines go; behind a dash what comes next takes its place. Comments above stay: they may speak of more than it. */
function removeLines(
  text: string,
  pair: MappingPair,
  next: MappingPair | undefined,
): Splice | Refusal {
  const keyStart = startOfMember(pair);
  const line = lineAround(text, keyStart);
  const end = nextLine(text, Math.max(keyStart, endOfContent(pair) - 1));
  if (text.slice(line.start, keyStart).trim() === '')
    return { start: line.start, end, text: '', dropsComments: true };
  const nextStart = next === undefined ? undefined : startOfMember(next);
  if (nextStart === undefined || text.slice(end, nextStart).trim() !== '')
    return { refusal: 'it stands behind the dash of its item' };
  return { start: keyStart, end: nextStart, text: '', dropsComments: true };
}
