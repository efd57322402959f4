/** The problem of a key that stands twice, with the usual reason for it. */
import { type Problem, problem } from './problem.ts';
import type { Span } from './text-lines.ts';

/** The keys every Kubernetes object begins with. */
const objectKeys: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec']);

export interface DuplicateKey {
  readonly key: string;
  /** The second of the two. */
  readonly span: Span;
  /** Where the first one begins. */
  readonly first?: number | undefined;
  /** How the key is spelt, if otherwise than the text it becomes. */
  readonly written?: string | undefined;
  /** The mapping is the whole document. */
  readonly isOutermost?: boolean;
  /** The text, if it is YAML: a separator may hide in it. */
  readonly text?: string;
}

/** A doubled `apiVersion` or `kind` of a document nearly always means that a `---` is missing, or indented. */
export function duplicateKey({
  key,
  written,
  span,
  first,
  isOutermost,
  text,
}: DuplicateKey): Problem {
  const between = text === undefined || first === undefined ? '' : text.slice(first, span.start);
  return problem('yaml/duplicate-key', span, (lineOf) => ({
    key,
    ...(written === undefined || written === key ? {} : { written }),
    ...(first === undefined ? {} : { firstLine: lineOf(first) }),
    ...(isOutermost === true && objectKeys.has(key) ? { hint: separatorHint(between) } : {}),
  }));
}

function separatorHint(between: string): string {
  return /^[ \t]+---\s*$/m.test(between)
    ? 'The `---` between the two is indented, so it separates nothing; move it to the first column.'
    : 'Write `---` on a line of its own where the second object begins.';
}
