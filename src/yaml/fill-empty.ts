/** A member without a value, or with an empty one, in; the changes of the text that give it one out. */
import { type CST, isCollection, isScalar, type ParsedNode } from 'yaml';
import type { FoundNode } from './find-node.ts';
import { nextLine, startOfMember } from './member-lines.ts';
import type { Refusal, Splice } from './splices.ts';
import { lineAround } from './text-lines.ts';

/** True for nothing, null, `{}` and `[]` that no tag and no anchor stands before. */
export function isEmptyNode(node: ParsedNode | null): boolean {
  if (node === null) return true;
  if (isScalar(node)) return /^(?:|~|null|Null|NULL)$/.test(node.source);
  return isCollection(node) && node.items.length === 0;
}

/** What a value is to be: behind the colon, or as lines below it at a column that depends on that of the key. */
export type NewValue =
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'lines'; readonly linesAt: (column: number) => string };

/** The changes that give a member of a mapping its value; what stands behind it on its line stays there. */
export function fillEmpty(
  text: string,
  { node, member }: FoundNode,
  value: NewValue,
): readonly Splice[] | Refusal {
  const colon = member?.pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  if (member === undefined || colon === undefined) return { refusal: 'no member stands there' };
  const behind = colon.offset + 1;
  const end = isWritten(node) ? node.range[1] : behind;
  const gap = text.slice(behind, isWritten(node) ? node.range[0] : behind);
  if (gap.trim() !== '') return { refusal: 'something stands before its value' };
  if (value.kind === 'inline') return [{ start: behind, end, text: ` ${value.text}` }];
  const keyStart = startOfMember(member.pair);
  const column = keyStart - lineAround(text, keyStart).start;
  const below = nextLine(text, end);
  return [
    { start: behind, end, text: '' },
    { start: below, end: below, text: value.linesAt(column) },
  ];
}

function isWritten(
  node: ParsedNode | null,
): node is ParsedNode & { readonly srcToken?: CST.Token } {
  return node !== null && node.range[1] > node.range[0];
}
