/** What the parser takes and kubectl refuses or reads otherwise, as seen on the syntax tree. */
import type { CST, Pair, ParsedNode, Scalar } from 'yaml';
import { type Problem, problem } from './problem.ts';
import { endOfLine, type Span } from './text-lines.ts';

/** kubectl's scanner looks no farther for the colon of a key (YAML v2 for Go, yaml_simple_key_is_valid). */
const longestImplicitKey = 1024;

/** Checks a pair of a mapping, or the one that is an item of a flow sequence. */
export function pairProblem(
  pair: Pair<ParsedNode, ParsedNode | null>,
  { text, inFlow }: { readonly text: string; readonly inFlow: boolean },
): Problem | undefined {
  const item = pair.srcToken;
  if (item === undefined) return undefined;
  const span = keySpan(pair);
  const isTagAlone = span.start === span.end && pair.key.tag !== undefined;
  if (isTagAlone) return refuse({ start: span.start - 1, end: span.end }, 'a tag without a key');
  const colon = item.sep?.find(({ type }) => type === 'map-value-ind');
  const isExplicit = item.start.some(({ type }) => type === 'explicit-key-ind');
  if (isExplicit)
    return colon === undefined ? refuse(span, 'a `?` key without its `:`') : undefined;
  if (colon === undefined) return undefined;
  return (
    implicitKeyProblem(text, { start: keyStart(item, colon), end: colon.offset }) ??
    (inFlow ? touchingProblem(text, item, colon) : undefined)
  );
}

/** Checks a block scalar: `|` or `>` with what stands below. */
export function blockScalarProblem(node: Scalar.Parsed, text: string): Problem | undefined {
  const token = node.srcToken;
  if (token?.type !== 'block-scalar') return undefined;
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  const last = token.props.at(-1);
  if (header === undefined || last === undefined || !('source' in header) || !('source' in last))
    return undefined;
  const span = { start: token.offset, end: token.offset + header.source.length };
  const contentStart = last.offset + last.source.length;
  const digit = /[1-9]/.exec(header.source);
  if (digit !== null) {
    const indent = Math.max(token.indent, 0) + Number(digit[0]);
    const end = contentStart + token.source.length;
    return endsInDeepBlanks(text, { start: contentStart, end }, indent)
      ? refuse(span, 'a block text with an indentation indicator that ends in lines of spaces')
      : undefined;
  }
  return beginsWithTab(token.source)
    ? refuse(span, 'a block text whose first line begins with a tab')
    : undefined;
}

function implicitKeyProblem(text: string, span: Span): Problem | undefined {
  const key = text.slice(span.start, span.end);
  if (key.includes('\n')) return refuse(span, 'a key whose `:` stands on another line');
  return key.length > longestImplicitKey
    ? refuse(span, 'a key of more than 1024 characters without a `?` before it')
    : undefined;
}

/** `[a:]` is the text "a:" to kubectl: only after a quoted key may a bracket or comma touch the colon. */
function touchingProblem(
  text: string,
  item: CST.CollectionItem,
  colon: CST.SourceToken,
): Problem | undefined {
  if (item.key?.type !== 'scalar' || item.key.source === '') return undefined;
  const touches = /[,[\]{}]/.test(text.charAt(colon.offset + 1));
  const span = { start: colon.offset, end: colon.offset + 1 };
  return touches
    ? refuse(span, 'an unquoted key between brackets without a space after its `:`')
    : undefined;
}

/** Where the tag, the anchor or the text of a key begins. */
function keyStart(item: CST.CollectionItem, colon: CST.SourceToken): number {
  const property = item.start.find(({ type }) => type === 'tag' || type === 'anchor');
  return property?.offset ?? item.key?.offset ?? colon.offset;
}

function keySpan(pair: Pair<ParsedNode, ParsedNode | null>): Span {
  const [start, end] = pair.key.range;
  return { start, end };
}

/** The parser drops the spaces of such lines, and kubectl keeps those beyond the indentation. */
function endsInDeepBlanks(text: string, content: Span, indent: number): boolean {
  // Spaces and nothing else: U+00A0 and its like are text.
  let said = content.end;
  while (said > content.start && ' \n'.includes(text.charAt(said - 1))) said -= 1;
  let start = said === content.start ? said : endOfLine(text, said) + 1;
  while (start < text.length) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    if (/[^ ]/.test(line)) return false;
    if (line.length > indent) return true;
    start = end + 1;
  }
  return false;
}

function beginsWithTab(source: string): boolean {
  const first = source.search(/[^ \n]/);
  return first >= 0 && source[first] === '\t';
}

function refuse(span: Span, what: string): Problem {
  return problem('yaml/unsupported', span, { what });
}
