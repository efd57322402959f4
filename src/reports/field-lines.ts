/** A changed field in, lines with marks for people out. */
import { visible } from '../diagnostics/visible-text.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { printYaml } from '../yaml/print.ts';
import { diffLines, linesOf } from './diff-lines.ts';
import type { FieldChange } from './diff-objects.ts';
import { fieldPathText } from './field-path.ts';

/** Around a change inside a text of several lines. */
const contextLines = 1;

export interface FieldLine {
  /** `@`: a heading inside a text of several lines. */
  readonly mark: ' ' | '-' | '+' | '@';
  readonly text: string;
}

export interface FieldLines {
  readonly path: string;
  readonly lines: readonly FieldLine[];
}

/**
 * The path of the field, then what it held and what it holds: values as YAML, texts of several lines line by line. There are
 * at most `most` lines, and one that says how many more there are.
 */
export function fieldLines(change: FieldChange, most: number): FieldLines {
  const all = valueLines(change);
  const shown = all.slice(0, most);
  const cut = all.length - shown.length;
  const rest: FieldLine[] = cut === 0 ? [] : [{ mark: ' ', text: `... ${cut} more lines` }];
  return {
    path: fieldPathText(change.path),
    lines: [...shown, ...rest].map(({ mark, text }) => ({ mark, text: visible(text) })),
  };
}

/** As it stands in a diff: `- old`, `@@ line 3 @@`. */
export function markedLine({ mark, text }: FieldLine): string {
  return mark === '@' ? `@@ ${text} @@` : `${mark} ${text}`;
}

function valueLines(change: FieldChange): readonly FieldLine[] {
  switch (change.kind) {
    case 'added':
      return marked('+', yamlLines(change.new));
    case 'removed':
      return marked('-', yamlLines(change.old));
    case 'reordered':
      return [
        ...marked('-', [`order: ${change.old.join(', ')}`]),
        ...marked('+', [`order: ${change.new.join(', ')}`]),
      ];
    case 'changed':
      return isText(change.old) && isText(change.new)
        ? textLines(change.old, change.new)
        : [...marked('-', yamlLines(change.old)), ...marked('+', yamlLines(change.new))];
  }
}

/** A text of several lines; others are shown as values. */
function isText(value: JsonValue): value is string {
  return typeof value === 'string' && value.includes('\n');
}

function textLines(old: string, next: string): readonly FieldLine[] {
  const hunks = diffLines(linesOf(old), linesOf(next), contextLines);
  // Only the line feed at the end differs.
  if (hunks.length === 0) return [...marked('-', [endOf(old)]), ...marked('+', [endOf(next)])];
  return hunks.flatMap(({ newStart, lines }): FieldLine[] => [
    { mark: '@', text: `line ${newStart}` },
    ...lines,
  ]);
}

function endOf(text: string): string {
  return text.endsWith('\n') ? 'a line feed at the end' : 'no line feed at the end';
}

function yamlLines(value: JsonValue): readonly string[] {
  return linesOf(printYaml(value));
}

function marked(mark: '-' | '+', lines: readonly string[]): FieldLine[] {
  return lines.map((text) => ({ mark, text }));
}
