/** A node in, the change of the text that gives it another text out. */
import { isAlias, isScalar, type ParsedNode } from 'yaml';
import type { JsonPointer } from '../model/source.ts';
import { type FoundNode, findNode } from './find-node.ts';
import { printInStyle } from './print-in-style.ts';
import { isRefusal, type Refusal, type Splice } from './splices.ts';

/** The node gets another text in the quotes that it has; refused where no scalar of one line stands. */
export function replaceScalar(
  node: ParsedNode | null,
  value: string,
  isInFlow: boolean,
): readonly Splice[] | Refusal {
  if (isAlias(node)) return { refusal: 'an alias stands there' };
  if (!isScalar(node)) return { refusal: 'no text stands there' };
  const [start, end] = node.range;
  const printed = printInStyle(value, { type: node.type, isInFlow });
  return isRefusal(printed) ? printed : [{ start, end, text: printed.text }];
}

/** What was written at a pointer; refused where nothing was. */
export function findWritten(root: ParsedNode, pointer: JsonPointer): FoundNode | Refusal {
  const found = findNode(root, pointer);
  return 'missing' in found ? { refusal: 'nothing stands there any more' } : found;
}
