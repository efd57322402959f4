/** The command line in, the exit code out; whatever happens, nobody sees a stack trace. */
import type { Host } from '../io/host.ts';
import { guarded, reportAlone } from './guarded.ts';
import { parseArguments } from './program.ts';

/**
 * Runs a command and gives its exit code, one of `exitCodes`. A command that stays has told the host so; its code is then
 * the host's to set.
 */
export function run(argv: readonly string[], host: Host): number {
  return guarded(host, () => {
    const parsed = parseArguments(argv, host);
    switch (parsed.kind) {
      case 'done':
        return parsed.exitCode;
      case 'refused':
        return reportAlone(host, parsed.diagnostic);
      case 'command':
        if (parsed.isQuiet) host.progress.mute();
        return parsed.execute();
    }
  });
}
