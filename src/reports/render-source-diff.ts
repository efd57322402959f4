/** Sources before and after in, a unified diff out; secret values do not show. */
import { visible } from '../diagnostics/visible-text.ts';
import { createLocator } from '../yaml/locate.ts';
import { parseYaml } from '../yaml/parse.ts';
import { mayHoldSecrets } from '../yaml/secret-text.ts';
import { type DiffLine, diffLines, type Hunk, linesOf } from './diff-lines.ts';
import { secretLines } from './secret-lines.ts';

export interface ChangedSource {
  readonly path: string;
  readonly old: string;
  readonly new: string;
}

const contextLines = 3;

/** One diff per file, in the order of the paths; '' if nothing differs. Line ends do not show. */
export function renderSourceDiff(changes: readonly ChangedSource[]): string {
  return changes
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map(renderFile)
    .join('');
}

function renderFile({ path, old, new: next }: ChangedSource): string {
  const before = createSide(old);
  const after = createSide(next);
  const hunks = diffLines(before.lines, after.lines, contextLines);
  if (hunks.length === 0) return '';
  const name = visible(path);
  const body = hunks.map((hunk) => renderHunk(hunk, before, after));
  return `--- a/${name}\n+++ b/${name}\n${body.join('')}`;
}

interface Side {
  readonly lines: readonly string[];
  readonly secrets: ReadonlySet<number>;
  /** The last line has no line feed. */
  readonly isOpen: boolean;
}

function createSide(text: string): Side {
  const unix = text.replaceAll(/\r\n?/g, '\n');
  const secrets = mayHoldSecrets(unix)
    ? secretLines(unix, parseYaml(unix).documents, createLocator(unix))
    : new Set<number>();
  return { lines: linesOf(unix), secrets, isOpen: unix !== '' && !unix.endsWith('\n') };
}

function renderHunk({ oldStart, newStart, lines }: Hunk, before: Side, after: Side): string {
  const counts = {
    old: lines.filter(({ mark }) => mark !== '+').length,
    new: lines.filter(({ mark }) => mark !== '-').length,
  };
  const head = `@@ -${oldStart},${counts.old} +${newStart},${counts.new} @@\n`;
  const number = { old: oldStart, new: newStart };
  const body = lines.map((line) => {
    const text = renderLine(line, { before, after, ...number });
    if (line.mark !== '+') number.old += 1;
    if (line.mark !== '-') number.new += 1;
    return text;
  });
  return head + body.join('');
}

/** Numbers of the next line on either side, from one. */
interface Position {
  readonly before: Side;
  readonly after: Side;
  readonly old: number;
  readonly new: number;
}

function renderLine({ mark, text }: DiffLine, at: Position): string {
  const side = mark === '+' ? at.after : at.before;
  const number = mark === '+' ? at.new : at.old;
  const isSecret = side.secrets.has(number) || (mark === ' ' && at.after.secrets.has(at.new));
  const shown = isSecret ? `${/^[ \t]*/.exec(text)?.[0] ?? ''}***` : text;
  const end = side.isOpen && number === side.lines.length ? '\n\\ No newline at end of file' : '';
  return `${mark}${withTabs(shown)}${end}\n`;
}

/** Tabs of a source are what they are; everything else that does not show is written as an escape. */
function withTabs(text: string): string {
  return text.split('\t').map(visible).join('\t');
}
