/** The options that every command that compiles has in common. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { engines } from '../engines/engines.ts';
import { parseReporter, type Reporter } from './reporters.ts';
import { parseShard, type Shard } from './shard.ts';

const engineNames = engines.map(({ name }) => name);

/** Adds what every command that compiles takes. */
export function addReadingOptions(command: Command): void {
  command
    .allowExcessArguments(false)
    .option('--out <PATH>', 'where the tree stands; rendered/ in the root by default')
    .option('--inventory <FILE>', 'file with the clusters; repeatable', collect)
    .option(
      '-f, --file <FILE>',
      'read this file instead of the sources, - for stdin; repeatable',
      collect,
    )
    .option('--config <FILE>', 'the configuration; fedc.yaml in the root by default')
    .addOption(new Option('--mode <MODE>', 'whose rules hold').choices(['gitops', 'kubefed']))
    .addOption(
      new Option('--layout <LAYOUT>', 'folders of the tree').choices(['by-namespace', 'by-app']),
    )
    .option(
      '--emit <ENGINES>',
      `also write for ${engineNames.join(', ')}; names with commas`,
      collectEngines,
    )
    .option('--repository <URL>', 'git repository that holds the tree, for --emit')
    .option('--default-namespace <NAMESPACE>', 'for namespaced objects that name none')
    .addOption(
      new Option('--reader <READER>', 'full: read YAML without the fast path').choices([
        'fast',
        'full',
      ]),
    )
    .option(
      '--reporter <NAME[=PATH]>',
      'diagnostics as text, json, github, gitlab or sarif; repeatable',
      collectReporter,
    )
    .option('--strict', 'warnings fail')
    .option('-q, --quiet', 'only errors, no summary');
}

/** Adds what every command that can be about some clusters only takes. */
export function addSliceOptions(command: Command): void {
  command
    .option('--cluster <NAME|GLOB>', 'only these clusters; repeatable', collect)
    .option('-l, --selector <SELECTOR>', 'only clusters with these labels')
    .option('--shard <I/N>', 'only part I of N equal parts of the clusters', readShard);
}

/** The flags of a command together with its argument PATH. */
export function withPath<Flags>(path: string | undefined, flags: Flags): Flags {
  return path === undefined ? flags : { ...flags, path };
}

/** Names with commas, and perhaps several times. */
function collectEngines(value: string, before: readonly string[] = []): readonly string[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !engineNames.includes(name));
  if (unknown === undefined) return [...before, ...names];
  const [meant] = nearest(unknown, engineNames, 1);
  const hint = meant === undefined ? '' : ` (did you mean ${quote(meant)}?)`;
  throw new InvalidArgumentError(`${quote(unknown)} is none of ${engineNames.join(', ')}${hint}.`);
}

/** For options that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function readShard(text: string): Shard {
  const parsed = parseShard(text);
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return parsed;
}

function collectReporter(
  text: string,
  before: readonly Reporter[] | undefined,
): readonly Reporter[] {
  const parsed = parseReporter(text);
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return [...(before ?? []), parsed];
}
