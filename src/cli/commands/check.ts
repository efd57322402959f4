/** `fedc check`: whether the tree on disk is what the sources give, by content. Writes nothing. */
import { type Command, Option } from 'commander';
import { count } from '../../diagnostics/entry.ts';
import type { Host } from '../../io/host.ts';
import {
  type DifferentFile,
  renderCheckJson,
  renderCheckNames,
  renderCheckText,
} from '../../reports/render-check.ts';
import { compareFiles } from '../compare-files.ts';
import { compileBesideTree, reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CheckFlags } from '../flags.ts';
import { shownFolder, shownPath } from '../output-folder.ts';
import { addReadingOptions, addSliceOptions, withPath } from '../reading-options.ts';

/** Gives the exit code: 1 if anything differs. */
export function check(host: Host, flags: CheckFlags): number {
  const { loaded, compiled, diagnostics, inspection } = compileBesideTree(host, flags);
  const code = reportAll(host, flags, diagnostics, loaded.textOf);
  if (compiled === undefined) return code;
  const { differences, same } = compareFiles(host, loaded.out, { ...compiled, inspection });
  host.writeOutput(print(host, loaded.out, { files: differences, form: flags.output }));
  const folder = shownFolder(host, loaded.out);
  if (flags.quiet !== true) host.writeError(`${summary({ differences, same, folder })}\n`);
  return differences.length === 0 ? exitCodes.done : exitCodes.negative;
}

function print(
  host: Host,
  out: string,
  {
    files,
    form,
  }: { readonly files: readonly DifferentFile[]; readonly form: CheckFlags['output'] },
): string {
  const shown = files.map(({ path, state }) => ({ path: shownPath(host, out, path), state }));
  switch (form) {
    case 'text':
      return renderCheckText(shown);
    case 'name':
      return renderCheckNames(shown);
    case 'json':
      return renderCheckJson(files, shownFolder(host, out));
  }
}

function summary({
  differences,
  same,
  folder,
}: {
  readonly differences: readonly DifferentFile[];
  readonly same: number;
  readonly folder: string;
}): string {
  if (differences.length === 0) return `${folder} is what the sources give: ${count(same, 'file')}`;
  const amount = `${count(differences.length, 'file')} in ${folder}`;
  const verb = differences.length === 1 ? 'is' : 'are';
  // Only manifests have a diff; what engines have beside them git shows, once it is written.
  const isShown = differences.some(({ path }) => path.startsWith('clusters/'));
  const how = isShown
    ? 'fedc diff shows what differs, fedc build writes it'
    : 'fedc build writes it';
  return `${amount} ${verb} not what the sources give; ${how}`;
}

const examples = `Examples:
  fedc check                                  in a pipeline: is rendered/ up to date?
  fedc check -l wave=1 -o name                the paths that differ, in some clusters only
`;

/** Adds the command to the program. */
export function addCheck(program: Command, choose: (flags: CheckFlags) => void): void {
  const command = program
    .command('check')
    .description('tell whether the tree is what the sources give; write nothing')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json', 'name'])
        .default('text'),
    );
  addSliceOptions(command);
  addReadingOptions(command);
  command.action((path: string | undefined, flags: CheckFlags) => choose(withPath(path, flags)));
}
