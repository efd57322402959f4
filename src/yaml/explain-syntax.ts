/** From the parser's errors to the likely cause, in words of the person who wrote the text. */
import type { YAMLError } from 'yaml';
import { type Problem, problem } from './problem.ts';
import { endOfLine, excerpt, lineAround, type Span } from './text-lines.ts';

interface Line extends Span {
  readonly text: string;
}

interface Cause {
  readonly problem: string;
  readonly hint?: string;
  /** Where the line should begin, from one. */
  readonly column?: number;
}

interface LineCause {
  readonly pattern: RegExp;
  /** Takes the line without its indentation. */
  readonly explain: (line: string) => Cause;
}

const elision = /^\s*(?:- *)?(?:\.{3,}|…|\[\.{3}\]|\[…\]|<\.{3}>)\s*(?:#.*)?$/;
const indentedSeparator = /^[ \t]+---\s*(?:#.*)?$/;
const fence = /^\s*(?:```|~~~)/;
const shellCommand =
  /^\s*(?:\$ \S|sudo |cat <<|EOF\s*$|kind (?:create|delete|get|load) |(?:kubectl|kubefedctl|karmadactl|kustomize|helm|argocd|flux|minikube|oc|docker|podman|git|gcloud|aws|az|curl|wget|cat|echo|export|cd|source|bash|sh|apt|apt-get|brew|make|terraform|ssh)\s+[^\s:=])/;

/** Errors that the parser reports at the beginning of a line. */
const misplaced =
  /start at the same column|must be sufficiently indented|without - indicator|^A block sequence may not be used/;

/** What a line shows by itself when the error is on it or beside it. */
const neighbourCauses: readonly LineCause[] = [
  {
    pattern: elision,
    explain: (line) => ({
      problem: `\`${line}\` stands for text that was left out`,
      hint: 'Write out what was left out, or remove the line.',
    }),
  },
  {
    pattern: indentedSeparator,
    explain: () => ({
      problem: 'the `---` is indented, so it does not separate documents',
      hint: 'Move `---`, and the documents it separates, to the first column.',
    }),
  },
];

/** What a line shows by itself when the error is on it. */
const ownCauses: readonly LineCause[] = [
  ...neighbourCauses,
  {
    pattern: fence,
    explain: () => ({ problem: 'a Markdown fence stands in the file', hint: 'Remove the line.' }),
  },
  {
    pattern: shellCommand,
    explain: (line) => ({
      problem: `\`${line}\` looks like a shell command`,
      hint: 'Remove the line, or make it a comment with `#`.',
    }),
  },
];

/** Causes by what the parser says; `text` is the text it stumbled over, up to the end of its line. */
const messageCauses: readonly (readonly [RegExp, (text: string) => Cause])[] = [
  [
    /^Nested mappings are not allowed/,
    () => ({
      problem: 'a second `: ` stands on this line',
      hint: 'Put the value in quotes, or the mapping on lines of its own.',
    }),
  ],
  [
    /^Implicit (map keys|keys need)/,
    (text) => ({
      problem: `\`${text}\` is neither \`key: value\` nor a list item`,
      hint: 'Add the missing colon, indent a text that goes on from the line above, or remove the line.',
    }),
  ],
  [
    /^Missing , |^Block collections are not allowed/,
    () => ({
      problem: 'a comma is missing here',
      hint: 'Separate what stands between brackets with commas, and quote values with a `: ` in them.',
    }),
  ],
  [
    misplaced,
    () => ({
      problem: 'this line is not indented like the lines it belongs to',
      hint: 'Give every key of one mapping, and every `-` of one list, the same column.',
    }),
  ],
  [
    /^Plain value cannot start with/,
    (text) => ({
      // An excerpt has apostrophes in place of backticks, and an apostrophe itself is a quote, which can begin a value.
      problem: `an unquoted value cannot begin with ${text.startsWith("'") ? 'a backtick' : `\`${text.slice(0, 1)}\``}`,
      hint: 'Put the value in quotes.',
    }),
  ],
  [
    /block-seq-ind on same line/,
    () => ({
      problem: 'a list cannot begin on the line of its key',
      hint: 'Begin the list on the next line.',
    }),
  ],
  [
    /at node end$|^Unexpected flow-(map|seq)-end/,
    (text) => ({
      problem: `\`${text}\` stands where the value has ended already`,
      hint: 'Put the whole value in quotes, doubling or escaping a quote inside it, or remove the rest.',
    }),
  ],
  [
    /^Block scalar lines must not be less indented/,
    () => ({
      problem: 'a line of this block text stands further left than its first line',
      hint: 'Give all lines of the text at least the indentation of the first.',
    }),
  ],
  [
    /^Tabs are not allowed/,
    () => ({
      problem: 'a tab stands where only spaces may indent',
      hint: 'YAML indents with spaces; replace the tab by spaces.',
    }),
  ],
  [
    /^Invalid escape sequence/,
    () => ({
      problem: 'a backslash in double quotes begins an escape that does not exist',
      hint: 'Double the backslash, or use single quotes.',
    }),
  ],
  [
    /must be separated from (other tokens|the next token)/,
    () => ({
      problem: 'a space is missing here',
      hint: 'Write a space before `#`, and after a tag or an anchor.',
    }),
  ],
];

/** The problem of an error of the parser: at the line that causes it, if a neighbour shows why. */
export function explainSyntax(text: string, error: YAMLError): Problem {
  const start = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = lineAround(text, start);
  return (
    lineProblem(line, ownCauses) ??
    lineProblem(lineAround(text, Math.min(line.end + 1, text.length)), neighbourCauses) ??
    lineProblem(lineAround(text, Math.max(line.start - 1, 0)), neighbourCauses) ??
    deeperLine(text, line, { start, message: error.message }) ??
    messageProblem(text, start, error)
  );
}

/** A key indented below a finished value makes one text of both, up to its colon. */
function deeperLine(
  text: string,
  line: Line,
  { start, message }: { readonly start: number; readonly message: string },
): Problem | undefined {
  const isNested = message.startsWith('Nested mappings');
  if (!isNested || /:(?:\s|$)/.test(text.slice(start, line.end))) return undefined;
  const deeper = writtenLine(text, Math.min(line.end + 1, text.length));
  return problem('yaml/syntax', withoutIndent(deeper), {
    problem: 'this line is indented deeper than the line above, whose value is complete',
    hint: 'Give every key of one mapping the same column.',
    ...expectedColumn(text, deeper),
  });
}

function messageProblem(text: string, start: number, error: YAMLError): Problem {
  const isMisplaced = misplaced.test(error.message);
  const line = isMisplaced ? writtenLine(text, start) : lineAround(text, start);
  const isAtIndent = isMisplaced && text.slice(line.start, start).trim() === '';
  const span = isAtIndent ? withoutIndent(line) : { start, end: Math.max(error.pos[1], start + 1) };
  const column = isAtIndent ? expectedColumn(text, line) : {};
  return problem('yaml/syntax', span, { ...explainMessage(text, start, error), ...column });
}

const emptyLine = /^\s*(?:#.*)?$/;

/** The line of an offset, or the next one that holds more than a comment: the parser stops before those. */
function writtenLine(text: string, offset: number): Line {
  let line = lineAround(text, offset);
  while (emptyLine.test(line.text) && line.end < text.length) line = lineAround(text, line.end + 1);
  return line;
}

/** A line further from every column that is open above it was hardly meant for one of them. */
const furthest = 2;

/** The column, from one, of the key or `-` above that the line was meant to stand under. */
function expectedColumn(text: string, line: Line): Pick<Cause, 'column'> {
  const actual = indentOf(line.text);
  const columns = new Set<number>();
  let limit = Number.POSITIVE_INFINITY;
  for (let start = line.start; start > 0 && limit > 0; ) {
    const above = lineAround(text, start - 1);
    start = above.start;
    const indent = indentOf(above.text);
    if (emptyLine.test(above.text) || indent >= limit) continue;
    for (const column of columnsOf(above.text)) if (column < limit) columns.add(column);
    limit = indent;
  }
  const [best] = [...columns].sort((a, b) => Math.abs(a - actual) - Math.abs(b - actual));
  if (best === undefined || best === actual || Math.abs(best - actual) > furthest) return {};
  return { column: best + 1 };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Of each `-` that begins a line, and of what follows them. */
function columnsOf(line: string): number[] {
  const columns = [indentOf(line)];
  const dashes = /^\s*(?:- +)*/.exec(line)?.[0] ?? '';
  for (const { index } of dashes.matchAll(/- +/g)) columns.push(index);
  return [...columns, dashes.length];
}

function lineProblem(line: Line, causes: readonly LineCause[]): Problem | undefined {
  const cause = causes.find(({ pattern }) => pattern.test(line.text));
  return (
    cause && problem('yaml/syntax', withoutIndent(line), cause.explain(excerpt(line.text.trim())))
  );
}

function withoutIndent({ text, start, end }: Line): Span {
  return { start: start + (text.length - text.trimStart().length), end };
}

function explainMessage(text: string, start: number, { message }: YAMLError): Cause {
  if (/^\s*[{[]/.test(text) && message.startsWith('Implicit keys')) {
    return {
      problem: 'a comma is missing after this',
      hint: 'Separate what stands between brackets with commas.',
    };
  }
  const found = messageCauses.find(([pattern]) => pattern.test(message));
  if (found !== undefined)
    return found[1](excerpt(text.slice(start, endOfLine(text, start)).trim()));
  const words = excerpt(message.split('\n', 1)[0] ?? '');
  return { problem: `${words.charAt(0).toLowerCase()}${words.slice(1)}` };
}
