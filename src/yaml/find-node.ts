/** A tree and a pointer in, the node that was written there out. */
import { isAlias, isMap, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { type JsonPointer, pointerTokens } from '../model/source.ts';
import { mappingKey } from './mapping-key.ts';
import { isMergeKey, scalarResolution } from './scalar-node.ts';
import type { Refusal } from './splices.ts';

export type MappingPair = Pair<ParsedNode, ParsedNode | null>;

export interface FoundNode {
  /** Null for a member without a value. */
  readonly node: ParsedNode | null;
  /** What it is the value of; absent for items and for the whole document. */
  readonly member?: { readonly pair: MappingPair; readonly mapping: YAMLMap.Parsed };
  /** Brackets or braces stand around it. */
  readonly isInFlow: boolean;
}

/** A member that is not there, of a mapping that is. */
export interface MissingMember {
  readonly missing: string;
  readonly parent: YAMLMap.Parsed;
}

/** What stands at a pointer; a refusal where an alias or a merge stands in for it. */
export function findNode(
  root: ParsedNode,
  pointer: JsonPointer,
): FoundNode | MissingMember | Refusal {
  let found: FoundNode = { node: root, isInFlow: false };
  const tokens = pointerTokens(pointer);
  for (const [index, token] of tokens.entries()) {
    const step = stepInto(found, token);
    if ('refusal' in step) return step;
    if ('missing' in step) return index === tokens.length - 1 ? step : nothingThere;
    found = step;
  }
  return found;
}

const nothingThere: Refusal = { refusal: 'nothing stands there any more' };

function stepInto(
  { node, isInFlow }: FoundNode,
  token: string,
): FoundNode | MissingMember | Refusal {
  if (isAlias(node)) return { refusal: 'it is written elsewhere, and an alias stands for it here' };
  if (isSeq(node)) {
    const item = node.items[Number(token)] as ParsedNode | undefined;
    if (item === undefined) return nothingThere;
    return { node: item, isInFlow: isInFlow || node.flow === true };
  }
  if (!isMap(node)) return nothingThere;
  const mapping = node as YAMLMap.Parsed;
  const pairs = mapping.items as readonly MappingPair[];
  const pair = pairs.find(({ key }) => keyText(key) === token);
  if (pair !== undefined)
    return {
      node: pair.value,
      member: { pair, mapping },
      isInFlow: isInFlow || mapping.flow === true,
    };
  return pairs.some(({ key }) => isMergeKey(key))
    ? { refusal: 'it is written elsewhere, and merged here by <<' }
    : { missing: token, parent: mapping };
}

/** The text of a key; undefined if it is none. */
export function keyText(node: ParsedNode): string | undefined {
  if (!('source' in node) || isAlias(node)) return undefined;
  const key = mappingKey(scalarResolution(node as Parameters<typeof scalarResolution>[0]));
  return key.kind === 'text' ? key.text : undefined;
}
