/** Two texts in; out: which lines went and which came, in hunks with a few lines around them. */

export interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

export interface Hunk {
  /** Number of the first old line, from one; 0 if there are no old lines. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

/** More differences than this are shown as one block: nobody reads them line by line, and the search is quadratic. */
const mostEdits = 1000;

/** Hunks that turn the old lines into the new ones, with `context` unchanged lines around them; none if all are equal. */
export function diffLines(
  old: readonly string[],
  next: readonly string[],
  context: number,
): readonly Hunk[] {
  let start = 0;
  const shorter = Math.min(old.length, next.length);
  while (start < shorter && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const script = [
    ...same(old.slice(0, start)),
    ...editScript(old.slice(start, old.length - end), next.slice(start, next.length - end)),
    ...same(old.slice(old.length - end)),
  ];
  return hunksOf(script, context);
}

/** The lines of a text; a last line feed ends the last line and begins no other. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function same(lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ mark: ' ', text }));
}

function marked(lines: readonly string[], mark: '-' | '+'): DiffLine[] {
  return lines.map((text) => ({ mark, text }));
}

/** E. Myers, "An O(ND) difference algorithm and its variations", 1986: the shortest script, deletions before additions. */
function editScript(old: readonly string[], next: readonly string[]): DiffLine[] {
  if (old.length === 0 || next.length === 0) return [...marked(old, '-'), ...marked(next, '+')];
  const trace = findTrace(old, next);
  if (trace === undefined) return [...marked(old, '-'), ...marked(next, '+')];
  return walkBack(trace, old, next);
}

type Frontier = ReadonlyMap<number, number>;

/** For each number of edits the furthest old line on each diagonal, before that edit; undefined if there are too many. */
function findTrace(old: readonly string[], next: readonly string[]): Frontier[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Frontier[] = [];
  for (let edits = 0; edits <= Math.min(old.length + next.length, mostEdits); edits += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(furthest, diagonal, edits);
      while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= next.length) return trace;
    }
  }
  return undefined;
}

function comesFromAbove(furthest: Frontier, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function startOf(furthest: Frontier, diagonal: number, edits: number): number {
  return comesFromAbove(furthest, diagonal, edits)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? 0) + 1;
}

function walkBack(
  trace: readonly Frontier[],
  old: readonly string[],
  next: readonly string[],
): DiffLine[] {
  const script: DiffLine[] = [];
  let x = old.length;
  let y = next.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const from = stepBack(trace[edits] ?? new Map(), x - y, edits);
    for (; x > from.x && y > from.y; x -= 1, y -= 1)
      script.push({ mark: ' ', text: old[x - 1] ?? '' });
    if (from.mark === '+') script.push({ mark: '+', text: next[from.y] ?? '' });
    if (from.mark === '-') script.push({ mark: '-', text: old[from.x] ?? '' });
    ({ x, y } = from);
  }
  return script.reverse();
}

interface StepBack {
  readonly x: number;
  readonly y: number;
  /** Absent at the beginning, where no edit comes before. */
  readonly mark?: '-' | '+';
}

/** Where the last of so many edits began. */
function stepBack(furthest: Frontier, diagonal: number, edits: number): StepBack {
  if (edits === 0) return { x: 0, y: 0 };
  const isInsertion = comesFromAbove(furthest, diagonal, edits);
  const before = isInsertion ? diagonal + 1 : diagonal - 1;
  const x = furthest.get(before) ?? 0;
  return { x, y: x - before, mark: isInsertion ? '+' : '-' };
}

function hunksOf(script: readonly DiffLine[], context: number): Hunk[] {
  const ranges: { from: number; to: number }[] = [];
  for (const [index, { mark }] of script.entries()) {
    if (mark === ' ') continue;
    const from = Math.max(0, index - context);
    const to = Math.min(script.length, index + context + 1);
    const last = ranges.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else ranges.push({ from, to });
  }
  const numbers = lineNumbers(script);
  return ranges.map(({ from, to }) => {
    const lines = script.slice(from, to);
    const hasOld = lines.some(({ mark }) => mark !== '+');
    const hasNew = lines.some(({ mark }) => mark !== '-');
    const before = numbers[from] ?? { old: 0, new: 0 };
    return {
      oldStart: before.old + (hasOld ? 1 : 0),
      newStart: before.new + (hasNew ? 1 : 0),
      lines,
    };
  });
}

/** How many old and new lines stand before each line of the script. */
function lineNumbers(
  script: readonly DiffLine[],
): { readonly old: number; readonly new: number }[] {
  const numbers = [];
  const count = { old: 0, new: 0 };
  for (const { mark } of script) {
    numbers.push({ ...count });
    if (mark !== '+') count.old += 1;
    if (mark !== '-') count.new += 1;
  }
  return numbers;
}
