/** A selector of the command line that cannot be read in, cli/usage with a mark under the fault out. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { ParsedSelectorText } from '../kube/parse-selector-text.ts';

/** `flag` names the option or the argument. */
export function selectorProblem(
  flag: string,
  selector: string,
  { message, start, length }: Extract<ParsedSelectorText, { readonly ok: false }>,
): Diagnostic {
  const details = [selector, ' '.repeat(start) + '^'.repeat(Math.max(1, length))];
  const hint = 'Terms are separated by commas, and all of them must hold.';
  return diagnose('cli/usage', { flag }, { problem: message, hint, details });
}
