/** `eu-1 tier=gold wave-` in, names and changes of labels out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { labelKeyProblem, labelValueProblem } from '../kube/selector-problems.ts';

export interface LabelWords {
  readonly names: readonly string[];
  /** In the order in which they were given. */
  readonly set: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

const form = 'Write KEY=VALUE, or KEY- to take the label away.';

/** As kubectl reads them; cli/usage for what cannot be a label, for a key that is named twice, and if no label is named. */
export function readLabelWords(words: readonly string[]): Outcome<LabelWords> {
  const names: string[] = [];
  const set = new Map<string, string>();
  const removed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const word of words) {
    const [, key, sign, value] = /^([^=]*?)(?:(=)(.*)|-)$/s.exec(word) ?? [];
    if (key === undefined) {
      names.push(word);
      continue;
    }
    const problem = problemOf(key, value) ?? repeated(key, { set, removed });
    if (problem !== undefined) diagnostics.push(usage(word, problem));
    else if (sign === undefined) removed.push(key);
    else set.set(key, value ?? '');
  }
  if (set.size + removed.length + diagnostics.length === 0)
    diagnostics.push(usage('label', 'label needs a label.'));
  return { value: { names, set, removed }, diagnostics };
}

function problemOf(key: string, value: string | undefined): string | undefined {
  return labelKeyProblem(key) ?? (value === undefined ? undefined : labelValueProblem(key, value));
}

function repeated(
  key: string,
  { set, removed }: Pick<LabelWords, 'set' | 'removed'>,
): string | undefined {
  return set.has(key) || removed.includes(key)
    ? `The label ${quote(key)} is named twice.`
    : undefined;
}

function usage(flag: string, problem: string): Diagnostic {
  return diagnose('cli/usage', { flag }, { problem, hint: form });
}
