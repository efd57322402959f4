/** A piece of a stream in, its value and everything that is to be said about it out: whatever it holds, by way of its syntax tree. */
import { failedReading, type PieceReading } from './piece-reading.ts';
import type { Places } from './places.ts';
import { resolveDocument } from './resolve-document.ts';
import { spanOf } from './scalar-node.ts';
import { parseTree } from './syntax-tree.ts';

/** Reads a piece whose characters are allowed and whose line breaks are LF, and notes the places of all members. */
export function readFully(
  text: string,
  options: { readonly depth: number; readonly places: Places },
): PieceReading {
  const tree = parseTree(text, options);
  if ('problem' in tree) return failedReading(tree.problem);
  if (tree.root === null) return { value: null, span: { start: 0, end: 0 }, problems: [] };
  const { value, problem, warnings } = resolveDocument(tree.root, { text, ...options });
  return problem === undefined
    ? { value, span: spanOf(tree.root), problems: warnings }
    : failedReading(problem);
}
