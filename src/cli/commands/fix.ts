/** `fedc fix`: writes what was certainly meant into the sources, with their comments and their layout. */
import { posix } from 'node:path';
import type { Command } from 'commander';
import { diagnose, hasError } from '../../diagnostics/diagnostic.ts';
import { count } from '../../diagnostics/entry.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { summarize } from '../../diagnostics/render-text.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { type ReadWatch, watchReads } from '../../io/watch-reads.ts';
import { renderSourceDiff } from '../../reports/render-source-diff.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { placeOf, type RefusedRepair, type Repair } from '../apply-fixes.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import { type FixTarget, readFixTarget } from '../fix-target.ts';
import type { FixFlags } from '../flags.ts';
import { type Loaded, load } from '../load.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';
import { type RepairedSources, repairSources, textOf } from '../repair-sources.ts';
import { createFileGuard, rewriteSources } from '../rewrite-sources.ts';

/** Gives the exit code: 1 if a repair was refused, or under --dry-run if there is one to make. */
export function fix(host: Host, words: readonly string[], flags: FixFlags): number {
  const target = readFixTarget(host, flags, words);
  if ('diagnostic' in target)
    return reportAll(host, flags, locateDiagnostics([target.diagnostic], noText), noText);
  const watch = watchReads(host);
  const reading = withPath(target.path, flags);
  const loaded = load(watch.host, reading);
  const problem = hasError(loaded.diagnostics)
    ? loaded.diagnostics
    : unreadFile(loaded, words.at(-1) ?? '', target);
  if (loaded.input === undefined || problem.length > 0)
    return reportAll(host, reading, locateDiagnostics(problem, loaded.textOf), loaded.textOf);
  const repaired = repairSources(loaded.input, {
    wanted: (diagnostic) => wantedRepair(diagnostic, target),
    refuseFile: createFileGuard(host, loaded),
  });
  const changed = flags.dryRun === true ? [] : write(host, watch, loaded, repaired);
  if (changed.length > 0) return reportAll(host, reading, changed, loaded.textOf);
  host.writeOutput(renderSourceDiff(changesOf(loaded, repaired)));
  if (flags.reporter !== undefined) reportLeft(host, reading, loaded, repaired);
  if (flags.quiet !== true) host.writeError(summary(repaired, flags));
  const isDone = repaired.refused.length === 0;
  const isPending = flags.dryRun === true && repaired.applied.length > 0;
  return isDone && !isPending ? exitCodes.done : exitCodes.negative;
}

function noText(): undefined {
  return undefined;
}

function unreadFile({ input }: Loaded, word: string, { below }: FixTarget) {
  if (below === undefined || input === undefined) return [];
  const isRead =
    textOf(input, below) !== undefined || input.files.some(({ path }) => isIn(path, below));
  if (isRead) return [];
  const problem = `${word} is none of the files that are compiled.`;
  const hint = '`sources:` and `exclude:` of fedc.yaml decide which are.';
  return [diagnose('cli/usage', { flag: word }, { problem, hint })];
}

function isIn(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

/** Of a repair at several places those that were asked for. */
function wantedRepair(
  diagnostic: LocatedDiagnostic,
  { code, below }: FixTarget,
): Repair | undefined {
  const { fix: offered } = diagnostic;
  if (offered === undefined || (code !== undefined && diagnostic.code !== code)) return undefined;
  if (below === undefined) return { ...diagnostic, fix: offered };
  const edits = offered.edits.filter((edit) => isIn(placeOf(edit).file, below));
  return edits.length === 0 ? undefined : { ...diagnostic, fix: { ...offered, edits } };
}

/** Writes unless a source has changed since it was read; then it says which. */
function write(
  host: Host,
  watch: ReadWatch,
  { root }: Loaded,
  { texts }: RepairedSources,
): readonly LocatedDiagnostic[] {
  if (texts.size === 0) return [];
  const changed = watch.firstChanged();
  if (changed !== undefined) {
    const path = posix.relative(root, changed);
    const diagnostic = diagnose('repo/changed-underneath', { file: path }, { path });
    return locateDiagnostics([diagnostic], noText);
  }
  rewriteSources(host, root, texts);
  return [];
}

function changesOf({ input }: Loaded, { texts }: RepairedSources) {
  return Array.from(texts, ([path, text]) => ({
    path,
    old: (input && textOf(input, path)) ?? '',
    new: text,
  }));
}

function reportLeft(host: Host, flags: FixFlags, loaded: Loaded, repaired: RepairedSources): void {
  const { texts, result } = repaired;
  reportAll(host, flags, result.diagnostics, (file) => texts.get(file) ?? loaded.textOf(file));
}

function summary(
  { texts, applied, refused, result }: RepairedSources,
  { dryRun }: FixFlags,
): string {
  const done =
    applied.length === 0
      ? 'nothing to fix'
      : `${count(applied.length, 'fix').replace(/fixs$/, 'fixes')} in ${count(texts.size, 'file')}`;
  const note = dryRun === true && applied.length > 0 ? '; nothing was written' : '';
  const left = result.diagnostics.filter(({ severity }) => severity !== 'note');
  const fixable = left.filter((diagnostic) => diagnostic.fix !== undefined).length;
  const lines = [
    ...(applied.length === 0 && refused.length > 0 ? [] : [done + note]),
    ...refused.map(refusalLine),
    ...(left.length === 0 ? [] : [leftLine(left, fixable)]),
  ];
  return `${lines.join('\n')}\n`;
}

function refusalLine({
  repair: {
    code,
    file,
    line,
    fix: { title },
  },
  ...refused
}: RefusedRepair): string {
  const place = refused.file === file && line !== undefined ? `${file}:${line}` : refused.file;
  return visible(`not fixed: ${place}: ${code}, ${title}: ${refused.reason}`);
}

function leftLine(left: readonly LocatedDiagnostic[], fixable: number): string {
  const some = fixable === 0 ? 'without a fix' : `${fixable} with a fix`;
  return `left: ${summarize(left)}, ${some}; fedc lint shows them`;
}

const examples = `Examples:
  fedc fix --dry-run                                      what would be written?
  fedc fix                                                write it
  fedc fix placement/unknown-cluster apps/web.yaml        one code, in one file
`;

/** Adds the command to the program. */
export function addFix(
  program: Command,
  choose: (words: readonly string[], flags: FixFlags) => void,
): void {
  const command = program
    .command('fix')
    .description('write what was certainly meant into the sources, and show a diff')
    .argument('[CODE]', 'only what diagnostics of this code offer')
    .argument('[FILE]', 'only this file, or the files of this folder')
    .addHelpText('before', examples)
    .option('--dry-run', 'show the diff and write nothing');
  addReadingOptions(command);
  command.action((code: string | undefined, file: string | undefined, flags: FixFlags) =>
    choose(
      [code, file].filter((word) => word !== undefined),
      flags,
    ),
  );
}
