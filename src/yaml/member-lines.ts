/** The lines of a text that belong to a member of a block mapping. */
import type { CST } from 'yaml';
import type { MappingPair } from './find-node.ts';
import { endOfLine, lineAround, type Span } from './text-lines.ts';

/** Whole lines: the comments above a member at its column, the member, and the comments below that are indented deeper. */
export interface MemberLines extends Span {
  /** Column of the key, from zero. */
  readonly column: number;
  /** Something else stands before the key on its line: the dash of an item. */
  readonly isBehindDash: boolean;
  /** Where the key, or the `?` before it, begins. */
  readonly keyStart: number;
  /** Comments stand above. */
  readonly hasCommentAbove: boolean;
}

export function memberLines(text: string, pair: MappingPair): MemberLines {
  const keyStart = startOfMember(pair);
  const line = lineAround(text, keyStart);
  const column = keyStart - line.start;
  const isBehindDash = line.text.slice(0, column).trim() !== '';
  const start = isBehindDash ? line.start : startOfComments(text, line.start, column);
  const last = Math.max(keyStart, endOfContent(pair) - 1);
  const end = endOfComments(text, nextLine(text, last), column + 1);
  return { start, end, column, isBehindDash, keyStart, hasCommentAbove: start < line.start };
}

/** Where the line after the last member of a mapping begins; comments at the column of its keys belong to it. */
export function endOfMembers(text: string, last: MappingPair, column: number): number {
  const end = nextLine(text, Math.max(startOfMember(last), endOfContent(last) - 1));
  return endOfComments(text, end, column);
}

/** The offset at which the line after that of an offset begins. */
export function nextLine(text: string, offset: number): number {
  return Math.min(endOfLine(text, offset) + 1, text.length);
}

/** The offset of a key, or of what stands before it and belongs to it: `?`, a tag, an anchor. */
export function startOfMember(pair: MappingPair): number {
  const first = pair.srcToken?.start.find(({ type }) => !blank.has(type));
  return Math.min(first?.offset ?? pair.key.range[0], pair.key.range[0]);
}

/** Behind the last character that a member says something with. */
export function endOfContent(pair: MappingPair): number {
  return pair.srcToken === undefined ? pair.key.range[1] : endOfItem(pair.srcToken);
}

const blank: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'comma']);

/** Behind the last character that an item or a pair says something with. */
export function endOfItem({ start, key, sep = [], value }: CST.CollectionItem): number {
  return Math.max(
    endOfTokens(start),
    endOfTokens(sep),
    ...[key, value].map((token) => (token === undefined || token === null ? 0 : endOf(token))),
  );
}

function endOfTokens(tokens: readonly CST.Token[]): number {
  return Math.max(0, ...tokens.filter(({ type }) => !blank.has(type)).map(endOf));
}

function endOf(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq': {
      let end = 0;
      for (const item of token.items as readonly CST.CollectionItem[])
        end = Math.max(end, endOfItem(item));
      return end;
    }
    case 'flow-collection':
      return endOfTokens(token.end);
    case 'block-scalar': {
      const last = token.props.at(-1);
      return (last === undefined ? token.offset : endOf(last)) + token.source.length;
    }
    case 'document':
      return token.offset;
    default:
      return token.offset + token.source.length;
  }
}

/** The start of the comment lines directly above a line, at one column. */
function startOfComments(text: string, lineStart: number, column: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = lineAround(text, start - 1);
    if (indentOfComment(above.text) !== column) return start;
    start = above.start;
  }
  return start;
}

/** The end of the comment lines from a line on that are indented at least so far; blank lines may stand between. */
export function endOfComments(text: string, lineStart: number, leastIndent: number): number {
  let end = lineStart;
  for (let start = lineStart; start < text.length; start = nextLine(text, start)) {
    const line = lineAround(text, start).text;
    if (line.trim() === '') continue;
    const indent = indentOfComment(line);
    if (indent === undefined || indent < leastIndent) return end;
    end = nextLine(text, start);
  }
  return end;
}

function indentOfComment(line: string): number | undefined {
  const match = /^( *)#/.exec(line);
  return match?.[1]?.length;
}
