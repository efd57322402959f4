/** Arguments in; out: a command that is ready to run, or what is wrong with them. */
import { Command, CommanderError, Option } from 'commander';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Host } from '../io/host.ts';
import { adopt } from './commands/adopt.ts';
import { addBlame, blame } from './commands/blame.ts';
import { build } from './commands/build.ts';
import { addCheck, check } from './commands/check.ts';
import { addClusters, clusters } from './commands/clusters.ts';
import { addClustersImport, clustersImport } from './commands/clusters-import.ts';
import { addClustersLabel, clustersLabel } from './commands/clusters-label.ts';
import { addClustersRemove, clustersRemove } from './commands/clusters-remove.ts';
import { addCodes, codes } from './commands/codes.ts';
import { addDiff, diff } from './commands/diff.ts';
import { addExplain, explain } from './commands/explain.ts';
import { addFix, fix } from './commands/fix.ts';
import { addLint, lint } from './commands/lint.ts';
import { addPlan, plan } from './commands/plan.ts';
import { addWatch, watch } from './commands/watch.ts';
import { addWhatIf, whatIf } from './commands/what-if.ts';
import { addWhyNot, whyNot } from './commands/why-not.ts';
import { exitCodes } from './exit-codes.ts';
import type { AdoptFlags, BuildFlags, ReadingFlags } from './flags.ts';
import { addReadingOptions, addSliceOptions, collect, withPath } from './reading-options.ts';
import { version } from './version.ts';

export type ParsedArguments =
  /** Help or the version was asked for and is printed. */
  | { readonly kind: 'done'; readonly exitCode: number }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }
  /** `execute` gives the exit code. */
  | { readonly kind: 'command'; readonly execute: () => number; readonly isQuiet: boolean };

/** Reads the arguments (without node and script). Mistakes are cli/usage, with the nearest command or option. */
export function parseArguments(argv: readonly string[], host: Host): ParsedArguments {
  let chosen: (() => number) | undefined;
  const program = createProgram(host, argv[0], (execute) => {
    chosen = execute;
  });
  let isQuiet = false;
  program.hook('preAction', (_, command) => {
    isQuiet = command.opts<ReadingFlags>().quiet === true;
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return explainRefusal(error, program, argv);
  }
  return chosen === undefined
    ? { kind: 'done', exitCode: exitCodes.usage }
    : { kind: 'command', execute: chosen, isQuiet };
}

function createProgram(
  host: Host,
  word: string | undefined,
  choose: (execute: () => number) => void,
): Command {
  const program = new Command('fedc');
  program
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => host.writeOutput(text),
      writeErr: (text) => host.writeError(text),
      // The renderer of diagnostics says it.
      outputError() {},
    })
    .description(
      'Compiles KubeFed resources and a clusters inventory into plain manifests per cluster.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('before', programExamples);
  for (const define of wantedDefinitions(word)) define(program, host, choose);
  return program;
}

/** Adds a command to the program, which is ready to run on the host once its arguments are read. */
type Definition = (program: Command, host: Host, choose: (execute: () => number) => void) => void;

/** By the name of the command, in the order of the help. */
const definitions: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  [
    'build',
    (program, host, choose) => addBuild(program, (flags) => choose(() => build(host, flags))),
  ],
  [
    'adopt',
    (program, host, choose) => addAdopt(program, (flags) => choose(() => adopt(host, flags))),
  ],
  [
    'check',
    (program, host, choose) => addCheck(program, (flags) => choose(() => check(host, flags))),
  ],
  ['diff', (program, host, choose) => addDiff(program, (flags) => choose(() => diff(host, flags)))],
  ['plan', (program, host, choose) => addPlan(program, (flags) => choose(() => plan(host, flags)))],
  [
    'fix',
    (program, host, choose) =>
      addFix(program, (words, flags) => choose(() => fix(host, words, flags))),
  ],
  ['lint', (program, host, choose) => addLint(program, (flags) => choose(() => lint(host, flags)))],
  [
    'watch',
    (program, host, choose) => addWatch(program, (flags) => choose(() => watch(host, flags))),
  ],
  [
    'what-if',
    (program, host, choose) => addWhatIf(program, (flags) => choose(() => whatIf(host, flags))),
  ],
  [
    'clusters',
    (program, host, choose) => {
      const inventory = addClusters(program, (question, flags) =>
        choose(() => clusters(host, question, flags)),
      );
      addClustersImport(inventory, (flags) => choose(() => clustersImport(host, flags)));
      addClustersLabel(inventory, (words, flags) =>
        choose(() => clustersLabel(host, words, flags)),
      );
      addClustersRemove(inventory, (names, flags) =>
        choose(() => clustersRemove(host, names, flags)),
      );
    },
  ],
  [
    'blame',
    (program, host, choose) =>
      addBlame(program, (file, flags) => choose(() => blame(host, file, flags))),
  ],
  [
    'explain',
    (program, host, choose) =>
      addExplain(program, (name, flags) => choose(() => explain(host, name, flags))),
  ],
  [
    'why-not',
    (program, host, choose) =>
      addWhyNot(program, (name, flags) => choose(() => whyNot(host, name, flags))),
  ],
  [
    'codes',
    (program, host, choose) =>
      addCodes(program, (name, flags) => choose(() => codes(host, name, flags))),
  ],
]);

/** The one command that the first word names; all, where the answer is about more than one. */
function wantedDefinitions(word: string | undefined): readonly Definition[] {
  const named = definitions.get(word ?? '');
  return named === undefined ? [...definitions.values()] : [named];
}

const programExamples = `Examples:
  fedc build                                  compile this repository into rendered/
  fedc build --cluster eu-1 --stdout          print what one cluster gets
  fedc explain deployment/web -n shop         show where an object goes, and why
`;

const buildExamples = `Examples:
  fedc build                                  compile this repository into rendered/
  fedc build path/to/repo --out path/to/tree --inventory clusters.yaml
  fedc build --cluster eu-1 --stdout          print that cluster's manifests, write nothing
  fedc build -l wave=1                        only the clusters that a selector takes
  fedc build --shard 1/4                      the first of four jobs that share the clusters
  fedc build --accept 3f9a1c20                delete what that name stands for
  fedc build -f - --inventory c.yaml --cluster eu-1 --stdout < federated.yaml
`;

const adoptExamples = `Examples:
  fedc adopt                                  claim every file that is exactly what would be written
  fedc adopt rendered/clusters/eu-1/shop/configmap_web.yaml
`;

function addBuild(program: Command, choose: (flags: BuildFlags) => void): void {
  const command = program
    .command('build')
    .description('compile a repository and write one folder of manifests per cluster')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', buildExamples);
  addSliceOptions(command);
  command
    .option('--stdout', 'print the manifests of one cluster and write nothing')
    .addOption(
      new Option(
        '-o, --output <FORMAT>',
        'form of the product; json and name are printed, nothing is written',
      )
        .choices(['yaml', 'json', 'name'])
        .default('yaml'),
    )
    .option('--allow-empty-cluster <NAME>', 'a cluster that may get nothing; repeatable', collect)
    .option('--accept <NAME>', 'delete what a plan of this name deletes; repeatable', collect)
    .option('--force-overwrite <PATH>', 'a file to give up, whatever it holds; repeatable', collect)
    .option('--no-prune', 'delete nothing; what is no longer wanted stays')
    .addOption(
      new Option(
        '--durability <LEVEL>',
        'what the tree survives at any moment: fast, the end of the process; full, a power cut, too',
      )
        .choices(['fast', 'full'])
        .default('fast'),
    );
  addReadingOptions(command);
  command.action((path: string | undefined, flags: BuildFlags) => choose(withPath(path, flags)));
}

function addAdopt(program: Command, choose: (flags: AdoptFlags) => void): void {
  const command = program
    .command('adopt')
    .description(
      'claim files of the tree by writing them into its locks, and make broken locks anew',
    )
    .argument(
      '[PATH...]',
      'files to claim as they are; without, all that are as they would be written',
    )
    .addHelpText('before', adoptExamples);
  addReadingOptions(command);
  command.action((named: readonly string[], flags: Omit<AdoptFlags, 'named'>) =>
    choose({ ...flags, named }),
  );
}

function explainRefusal(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): ParsedArguments {
  if (error.exitCode === 0) return { kind: 'done', exitCode: exitCodes.done };
  if (error.code === 'commander.help') return { kind: 'done', exitCode: exitCodes.usage };
  const [, quoted] = /'([^']*)'/.exec(error.message) ?? [];
  const word = quoted?.split(/[ ,=]/)[0] ?? '';
  const command = namedCommand(program, argv);
  const candidates =
    error.code === 'commander.unknownOption'
      ? command.options.flatMap(({ long }) => long ?? [])
      : error.code === 'commander.unknownCommand'
        ? command.commands.map((each) => each.name())
        : [];
  const near = nearest(word, candidates, 2);
  const args = {
    problem: sentence(error.message),
    ...(near.length === 0 ? {} : { hint: `Did you mean ${near.join(' or ')}?` }),
  };
  const flag = word === '' ? 'fedc' : word;
  return { kind: 'refused', diagnostic: diagnose('cli/usage', { flag }, args) };
}

/** The innermost command that the first words name. */
function namedCommand(outer: Command, [word, ...words]: readonly string[]): Command {
  const inner = outer.commands.find((each) => each.name() === word);
  return inner === undefined ? outer : namedCommand(inner, words);
}

function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replaceAll("'", '"');
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
