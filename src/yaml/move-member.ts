/** A member and the mapping it is to go into, the changes of the text that move it out. */
import { isMap, isScalar, type ParsedNode, type YAMLMap } from 'yaml';
import type { JsonPointer } from '../model/source.ts';
import { type FoundNode, findNode, type MappingPair, type MissingMember } from './find-node.ts';
import {
  endOfContent,
  endOfMembers,
  type MemberLines,
  memberLines,
  nextLine,
  startOfMember,
} from './member-lines.ts';
import { flowText, intoFlow, moveInFlow } from './move-in-flow.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';
import { endOfLine, lineAround } from './text-lines.ts';

type Splices = readonly Splice[] | Refusal;

interface MovedFrom {
  readonly root: ParsedNode;
  readonly text: string;
  readonly isJson: boolean;
}

interface Member {
  readonly pair: MappingPair;
  readonly mapping: YAMLMap.Parsed;
}

/** A block: the lines of the member without those around it, at the column where they stood. */
interface Block {
  readonly lines: MemberLines;
  readonly text: string;
  readonly removal: Splice;
}

/** Moves a member with its comments; lines are indented as those they come to stand among. */
export function moveMember(document: MovedFrom, from: JsonPointer, into: JsonPointer): Splices {
  const source = findNode(document.root, from);
  const target = findNode(document.root, into);
  if (isRefusal(source)) return source;
  if (isRefusal(target)) return target;
  if ('missing' in source || source.member === undefined)
    return { refusal: 'nothing stands there any more' };
  const { member } = source;
  if (source.isInFlow) return moveInFlow(document, member, target);
  if ('missing' in target) return intoNew(document, member, target);
  if (isNonEmptyFlow(target.node)) return blockIntoFlow(document, member.pair, target.node);
  const block = cutBlock(document.text, member);
  if (isRefusal(block)) return block;
  return isMap(target.node) && target.node.flow !== true
    ? intoBlock(document.text, block, target.node as YAMLMap.Parsed)
    : intoNothing(document, block, target);
}

function isNonEmptyFlow(node: ParsedNode | null): node is YAMLMap.Parsed {
  return isMap(node) && node.flow === true && node.items.length > 0;
}

function cutBlock(text: string, { pair, mapping }: Member): Block | Refusal {
  const lines = memberLines(text, pair);
  const { start, end, keyStart, column } = lines;
  if (!lines.isBehindDash) {
    const removal = { start: withoutBlanksAbove(text, lines, { pair, mapping }), end, text: '' };
    return { lines, text: text.slice(start, end), removal };
  }
  const next = neighbour(mapping, pair, 1);
  const nextStart = next === undefined ? undefined : startOfMember(next);
  // What comes next takes the place behind the dash.
  if (nextStart === undefined || text.slice(end, nextStart).trim() !== '')
    return { refusal: 'it stands behind the dash of its item' };
  const moved = ' '.repeat(column) + text.slice(keyStart, end);
  return { lines, text: moved, removal: { start: keyStart, end: nextStart, text: '' } };
}

/** Where the lines begin, or the blank lines above them if nothing but blanks would be left at the end of the document. */
function withoutBlanksAbove(
  text: string,
  { start, end }: MemberLines,
  { pair, mapping }: Member,
): number {
  const before = neighbour(mapping, pair, -1);
  if (before === undefined || text.slice(end).trim() !== '') return start;
  // Blank lines can be the end of a block text.
  const content = endOfContent(before);
  const first = text[content - 1] === '\n' ? content : nextLine(text, content);
  const said = first + text.slice(first, start).trimEnd().length;
  return Math.min(start, said === first ? first : nextLine(text, said));
}

function neighbour(
  mapping: YAMLMap.Parsed,
  pair: MappingPair,
  distance: number,
): MappingPair | undefined {
  const pairs = mapping.items as readonly MappingPair[];
  return pairs[pairs.indexOf(pair) + distance];
}

function intoBlock(text: string, block: Block, target: YAMLMap.Parsed): Splices {
  const pairs = target.items as readonly MappingPair[];
  const [first, last] = [pairs.at(0), pairs.at(-1)];
  if (first === undefined || last === undefined) return { refusal: 'no mapping stands there' };
  const start = startOfMember(first);
  const column = start - lineAround(text, start).start;
  const end = endOfMembers(text, last, column);
  return [block.removal, { start: end, end, text: shift(block.text, column - block.lines.column) }];
}

/** Into `spec:`, `spec: null` or `spec: {}`, which becomes a block. */
function intoNothing({ text }: MovedFrom, block: Block, target: FoundNode): Splices {
  const { node, member } = target;
  if (member === undefined || target.isInFlow) return { refusal: 'no mapping stands there' };
  const isEmpty = node === null || isMap(node) || (isScalar(node) && isNull(node.source));
  if (!isEmpty) return { refusal: 'no mapping stands there' };
  if (node?.tag !== undefined || (node !== null && 'anchor' in node && node.anchor !== undefined))
    return { refusal: 'a tag or an anchor stands there' };
  const keyStart = startOfMember(member.pair);
  const keyColumn = keyStart - lineAround(text, keyStart).start;
  const [valueStart, valueEnd] = node?.range ?? [keyStart, keyStart];
  const colon = text.lastIndexOf(':', valueStart) + 1;
  const isWritten = valueEnd > valueStart;
  if (isWritten && text.slice(colon, valueStart).trim() !== '')
    return { refusal: 'a comment stands before its braces' };
  const below = nextLine(text, isWritten ? valueEnd : keyStart);
  const column = keyColumn + stepOf(text, member.mapping);
  return [
    block.removal,
    ...(isWritten ? [{ start: colon, end: valueEnd, text: '' }] : []),
    { start: below, end: below, text: shift(block.text, column - block.lines.column) },
  ];
}

function isNull(source: string): boolean {
  return /^(?:|~|null|Null|NULL)$/.test(source);
}

/** The mapping is made where the member stands. */
function intoNew(
  { text }: MovedFrom,
  { pair, mapping }: Member,
  { missing, parent }: MissingMember,
): Splices {
  if (parent !== mapping) return { refusal: `there is no ${missing} to move it into` };
  const { start, end, column, isBehindDash, keyStart } = memberLines(text, pair);
  const step = stepOf(text, mapping);
  const head = `${missing}:\n`;
  if (!isBehindDash) {
    const moved = shift(text.slice(start, end), step);
    return [{ start, end, text: `${' '.repeat(column)}${head}${moved}` }];
  }
  const moved = shift(' '.repeat(column) + text.slice(keyStart, end), step);
  return [{ start: keyStart, end, text: head + moved }];
}

/** A member of one line goes between braces as it is. */
function blockIntoFlow({ text }: MovedFrom, pair: MappingPair, target: YAMLMap.Parsed): Splices {
  const lines = memberLines(text, pair);
  const moved = flowText(text, pair);
  const isOneLine =
    !lines.hasCommentAbove && !lines.isBehindDash && endOfLine(text, lines.start) + 1 === lines.end;
  const isAlone = text.slice(lines.start, lines.end).trim() === moved;
  if (moved === undefined || !isOneLine || !isAlone)
    return { refusal: 'a block cannot stand between braces' };
  return [{ start: lines.start, end: lines.end, text: '' }, intoFlow(target, moved)];
}

/** How far the members of a mapping indent what is in them; two where none shows it. */
function stepOf(text: string, mapping: YAMLMap.Parsed): number {
  const columnOf = (pair: MappingPair) => {
    const start = startOfMember(pair);
    return start - lineAround(text, start).start;
  };
  for (const pair of mapping.items as readonly MappingPair[]) {
    const inner = isMap(pair.value) && pair.value.flow !== true ? pair.value.items : [];
    const [first] = inner as readonly MappingPair[];
    if (first !== undefined && columnOf(first) > columnOf(pair))
      return columnOf(first) - columnOf(pair);
  }
  return 2;
}

/** The lines so many columns further to the right, or to the left as far as their blanks allow. */
function shift(text: string, columns: number): string {
  if (columns > 0) return text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
  return text.replaceAll(new RegExp(`^ {0,${-columns}}`, 'gm'), '');
}
