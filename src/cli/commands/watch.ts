/** `fedc watch`: builds again after every change of the sources, and tells what changed in which clusters. */
import type { Command } from 'commander';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Host, Next } from '../../io/host.ts';
import { exitCodes } from '../exit-codes.ts';
import type { WatchFlags } from '../flags.ts';
import { guarded, reportAlone } from '../guarded.ts';
import { shownFolder } from '../output-folder.ts';
import { addReadingOptions, addSliceOptions, withPath } from '../reading-options.ts';
import { runOnce, type WatchRun } from '../watch-run.ts';

/** Milliseconds. Also how long nothing may have changed before a run, so that a burst of saves is one. */
const shortestPause = 100;
/** Looking may take one part in so many of the time. */
const share = 30;

/**
 * Gives the exit code of a first run that can never go well: flags that make no sense, a root that is not there. Else it
 * stays; the code that ends it is the host's.
 */
export function watch(host: Host, flags: WatchFlags): number {
  if (flags.file?.includes('-') === true) return refuseInput(host);
  const first = runOnce(host, flags);
  const isHopeless = first.loaded.input === undefined || first.code === exitCodes.usage;
  if (isHopeless) return first.code;
  if (flags.quiet !== true) {
    const folder = shownFolder(host, first.loaded.root);
    host.writeError(`Watching ${folder === '.' ? 'this folder' : folder}; Ctrl-C ends it.\n`);
  }
  host.stay(createStep(host, flags, first));
  return exitCodes.done;
}

function refuseInput(host: Host): number {
  const problem = 'Standard input can be read only once, and watch reads again and again.';
  return reportAlone(host, diagnose('cli/usage', { flag: '-f' }, { problem }));
}

/** Looks whether anything changed; once it has, and nothing more changes, runs. */
function createStep(host: Host, flags: WatchFlags, first: WatchRun): () => Next {
  let last = first;
  let isDue = first.isOutrun;
  return () => {
    const start = host.now();
    let pause = shortestPause;
    const code = guarded(host, () => {
      if (last.inputs.hasChanged()) {
        isDue = true;
      } else if (isDue) {
        isDue = false;
        last = runOnce(host, flags, last);
        isDue = last.isOutrun;
        return last.code;
      } else {
        pause = Math.max(pause, (host.now() - start) * share);
      }
      return exitCodes.done;
    });
    return code === exitCodes.bug ? { exitCode: code } : { pause };
  };
}

const examples = `Examples:
  fedc watch                                  keep rendered/ up to date while you edit
  fedc watch -l wave=1 --dry-run              only tell what would change, in some clusters
`;

/** Adds the command to the program. */
export function addWatch(program: Command, choose: (flags: WatchFlags) => void): void {
  const command = program
    .command('watch')
    .description('build again after every change, and tell what changed in which clusters')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .option('--dry-run', 'tell what changes and write nothing');
  addSliceOptions(command);
  addReadingOptions(command);
  command.action((path: string | undefined, flags: WatchFlags) => choose(withPath(path, flags)));
}
