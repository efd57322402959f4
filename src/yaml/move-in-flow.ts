/** The changes of the text that move a member between braces. */
import { isCollection, isMap, isScalar, type ParsedNode, Scalar, type YAMLMap } from 'yaml';
import type { FoundNode, MappingPair, MissingMember } from './find-node.ts';
import { endOfContent, startOfMember } from './member-lines.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';

type Splices = readonly Splice[] | Refusal;

interface Member {
  readonly pair: MappingPair;
  readonly mapping: YAMLMap.Parsed;
}

/** Moves a member of a mapping in braces into another such mapping, or into one that is made where it stands. */
export function moveInFlow(
  { text, isJson }: { readonly text: string; readonly isJson: boolean },
  member: Member,
  target: FoundNode | MissingMember,
): Splices {
  const [start, end] = [startOfMember(member.pair), endOfContent(member.pair)];
  if ('missing' in target) {
    if (target.parent !== member.mapping)
      return { refusal: `there is no ${target.missing} to move it into` };
    const key = isJson ? `"${target.missing}"` : target.missing;
    return [
      { start, end: start, text: `${key}: {` },
      { start: end, end, text: '}' },
    ];
  }
  const { node } = target;
  if (!isMap(node) || node.flow !== true) return { refusal: 'no mapping in braces stands there' };
  const removal = removeFromFlow(text, member);
  if (isRefusal(removal)) return removal;
  return [removal, intoFlow(node as YAMLMap.Parsed, text.slice(start, end))];
}

/** Puts the text of a member behind the last one of a mapping in braces. */
export function intoFlow(mapping: YAMLMap.Parsed, moved: string): Splice {
  const last = (mapping.items as readonly MappingPair[]).at(-1);
  const offset = last === undefined ? mapping.range[0] + 1 : endOfContent(last);
  return { start: offset, end: offset, text: last === undefined ? moved : `, ${moved}` };
}

/** The text of a member if it can stand between braces as it is; undefined if it cannot. */
export function flowText(text: string, pair: MappingPair): string | undefined {
  const { value } = pair;
  if (value === null || !canStandInFlow(value)) return undefined;
  const moved = text.slice(startOfMember(pair), endOfContent(pair));
  return moved.includes('\n') ? undefined : moved;
}

function canStandInFlow(value: ParsedNode): boolean {
  if (isCollection(value)) return value.flow === true;
  return isScalar(value) && (isQuoted(value) || !/[,[\]{}?]/.test(value.source));
}

function isQuoted({ type }: Scalar): boolean {
  return type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
}

/** The member and one of the commas beside it. */
function removeFromFlow(text: string, { pair, mapping }: Member): Splice | Refusal {
  const pairs = mapping.items as readonly MappingPair[];
  const index = pairs.indexOf(pair);
  const [before, next] = [pairs[index - 1], pairs[index + 1]];
  const [start, end] = [startOfMember(pair), endOfContent(pair)];
  const splice =
    next === undefined
      ? { start: before === undefined ? start : endOfContent(before), end, text: '' }
      : { start, end: startOfMember(next), text: '' };
  const around = text.slice(splice.start, start) + text.slice(end, splice.end);
  return /^[\s,]*$/.test(around) ? splice : { refusal: 'a comment stands between the braces' };
}
