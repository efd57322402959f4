/** Scalars of the syntax tree: what they mean, and what readers of them disagree about. */
import { isScalar, type ParsedNode, Scalar } from 'yaml';
import { type Problem, problem } from './problem.ts';
import { isAmbiguous, type Resolution, resolveScalar } from './resolve-scalar.ts';
import type { Span } from './text-lines.ts';

const mergeTag = 'tag:yaml.org,2002:merge';

/** Resolves a scalar of the tree. */
export function scalarResolution(node: Scalar.Parsed): Resolution {
  return resolveScalar({ text: node.source, isPlain: node.type === Scalar.PLAIN, tag: node.tag });
}

/** `<<` as a key: plain, or tagged `!` or `!!merge`; quoted, or tagged `!!str`, it is a key like any other. */
export function isMergeKey(node: ParsedNode): boolean {
  if (!isScalar(node) || node.source !== '<<') return false;
  return node.tag === undefined
    ? node.type === Scalar.PLAIN
    : node.tag === '!' || node.tag === mergeTag;
}

/** The span of a node; empty for a value that is not written. */
export function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** The warning at a plain scalar that kustomize (YAML v3) reads otherwise than kubectl. */
export function ambiguityOf(node: Scalar.Parsed, resolution: Resolution): Problem | undefined {
  if (node.tag !== undefined || node.type !== Scalar.PLAIN) return undefined;
  const text = node.source;
  if (!isAmbiguous(text, resolution)) return undefined;
  const args =
    resolution.kind === 'boolean'
      ? { text, kubectl: String(resolution.value), kustomize: `the text "${text}"` }
      : { text, kubectl: `the text "${text}"`, kustomize: 'a time that it writes anew' };
  return problem('yaml/ambiguous-scalar', spanOf(node), args);
}
