/** `fedc lint`: everything that a build would find in the sources. Writes nothing, and does not compare with the tree. */
import { type Command, InvalidArgumentError } from 'commander';
import type { CompileResult } from '../../compile.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { summarize } from '../../diagnostics/render-text.ts';
import type { Host } from '../../io/host.ts';
import { compileSlice, reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import type { LintFlags } from '../flags.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';

/** Gives the exit code: 1 if there is an error, under --strict a warning, or more warnings than --max-warnings allows. */
export function lint(host: Host, flags: LintFlags): number {
  const { loaded, compiled, diagnostics } = compileSlice(host, flags);
  const code = answerOf(reportAll(host, flags, diagnostics, loaded.textOf));
  const excess = excessOf(diagnostics, flags);
  if (excess !== undefined) host.writeError(`${excess}\n`);
  if (code !== exitCodes.done) return code;
  if (excess !== undefined) return exitCodes.negative;
  if (compiled !== undefined && flags.quiet !== true)
    host.writeError(`${summary(compiled.result, diagnostics)}\n`);
  return exitCodes.done;
}

/** Input that does not compile is the answer here, not a failure to give one. */
function answerOf(code: number): number {
  return code === exitCodes.input ? exitCodes.negative : code;
}

function excessOf(
  diagnostics: readonly LocatedDiagnostic[],
  { maxWarnings }: LintFlags,
): string | undefined {
  if (maxWarnings === undefined) return undefined;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (warnings <= maxWarnings) return undefined;
  return `${count(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}`;
}

/** `18 objects for 3 clusters, no findings`: objects are counted once per cluster. */
function summary({ manifests }: CompileResult, diagnostics: readonly LocatedDiagnostic[]): string {
  const placed = manifests.flatMap(({ clusters }) => clusters);
  const clusters = count(new Set(placed).size, 'cluster');
  const findings = diagnostics.length === 0 ? 'no findings' : summarize(diagnostics);
  return `${count(placed.length, 'object')} for ${clusters}, ${findings}`;
}

const examples = `Examples:
  fedc lint                                   in an editor or a hook: is anything wrong with the sources?
  fedc lint --strict                          in a pipeline: warnings fail, too
  fedc lint --max-warnings 12                 no more warnings than there are now
`;

/** Adds the command to the program. */
export function addLint(program: Command, choose: (flags: LintFlags) => void): void {
  const command = program
    .command('lint')
    .description('report everything that is wrong with the sources; write nothing')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .option('--max-warnings <N>', 'more warnings than this fail', wholeNumber);
  addReadingOptions(command);
  command.action((path: string | undefined, flags: LintFlags) => choose(withPath(path, flags)));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}
