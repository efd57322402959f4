/** Lines of block mappings that were read before: all manifests are made of the same few thousand. */
import type { JsonValue } from '../model/kube-object.ts';
import { type FastCursor, lineFeed, space } from './fast-cursor.ts';
import type { Span } from './text-lines.ts';

/** A line from its key to its end, as the fast reader took it. */
export interface KnownLine {
  readonly length: number;
  readonly key: string;
  /** A scalar that ends on the line; undefined if nothing stands behind the colon. */
  readonly value: JsonValue | undefined;
}

type Scalar = Exclude<JsonValue, null | object>;

/** Lines longer than this are seldom seen twice. */
const longest = 100;
/** A few megabytes of lines. */
const most = 20_000;

const lines = new Map<string, KnownLine>();

/** The line whose key stands at the cursor, if it is known and the lines below it cannot change what it means. */
export function recallLine(cursor: FastCursor): KnownLine | undefined {
  const { text, offset } = cursor;
  const end = text.indexOf('\n', offset);
  const known = lines.get(text.slice(offset, end));
  return known?.value === undefined || !mayGoOn(cursor, end) ? known : undefined;
}

/** Whether the line below a scalar is blank or deeper than its key, so that it may belong to the scalar. */
function mayGoOn({ text, column }: FastCursor, end: number): boolean {
  return text.charCodeAt(end + 1 + column) === space || text.charCodeAt(end + 1) === lineFeed;
}

/** Keeps what stands from `start` to `end`, the end of a line: a key, and behind it nothing or a scalar. Scalars of several lines are passed over. */
export function noteLine(
  { text, isRefused }: FastCursor,
  { start, end }: Span,
  { key, value }: { readonly key: string; readonly value: Scalar | undefined },
): void {
  if (isRefused || end - start > longest) return;
  const line = text.slice(start, end);
  if (line.includes('\n')) return;
  if (lines.size >= most) lines.clear();
  lines.set(ownText(line), {
    length: end - start,
    key: ownText(key),
    value: typeof value === 'string' ? ownText(value) : value,
  });
}

/** The same text, but no part of the file that it was read from, which it would keep in memory. */
function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
