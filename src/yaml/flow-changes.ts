/** What stands between brackets or braces in, the changes of the text that take some of it away and add to it out. */
import type { Refusal, Splice } from './splices.ts';
import { lineAround, type Span } from './text-lines.ts';

export interface FlowChange {
  /** Offset of the bracket or brace that opens. */
  readonly open: number;
  /** Members or items, in order. */
  readonly entries: readonly Span[];
  /** Indexes of those that go. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly string[];
}

/** Refused where a comment stands between what is taken away. Of what is added each has a line where the others have one. */
export function flowChanges(text: string, change: FlowChange): readonly Splice[] | Refusal {
  const { open, entries, removed, added } = change;
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) return [insertion(open + 1, added.join(', '))];
  if (removed.size === entries.length) return replaceAll(text, { first, last, added });
  const splices: Splice[] = [];
  const firstKept = entries.findIndex((_, index) => !removed.has(index));
  for (const index of removed) {
    const span = withComma(entries, index, firstKept);
    if (!isBare(text, span, entries[index])) return commentBetween;
    splices.push({ ...span, text: '' });
  }
  if (added.length === 0) return splices;
  return [
    ...splices,
    insertion(last.end, added.map((each) => separator(text, last) + each).join('')),
  ];
}

const commentBetween: Refusal = { refusal: 'a comment stands between the braces' };

function insertion(offset: number, text: string): Splice {
  return { start: offset, end: offset, text };
}

function replaceAll(
  text: string,
  {
    first,
    last,
    added,
  }: { readonly first: Span; readonly last: Span; readonly added: readonly string[] },
): readonly Splice[] | Refusal {
  const end = last.end + (/^\s*,/.exec(text.slice(last.end))?.[0].length ?? 0);
  return [{ start: first.start, end, text: added.join(', ') }];
}

/** With the comma before it, or behind it for those before the first that stays. */
function withComma(entries: readonly Span[], index: number, firstKept: number): Span {
  const { start, end } = entries[index] ?? { start: 0, end: 0 };
  if (index > firstKept) return { start: entries[index - 1]?.end ?? start, end };
  return { start, end: entries[index + 1]?.start ?? end };
}

function isBare(text: string, span: Span, entry: Span = span): boolean {
  const around = text.slice(span.start, entry.start) + text.slice(entry.end, span.end);
  return /^[\s,]*$/.test(around);
}

function separator(text: string, last: Span): string {
  const line = lineAround(text, last.start);
  const margin = text.slice(line.start, last.start);
  return margin !== '' && margin.trim() === '' ? `,\n${margin}` : ', ';
}
