/** Arguments in; the command runs on the real machine, and the process gets its exit code. */
import { createNodeHost } from '../io/node-host.ts';
import { run } from './run.ts';

/** Runs a command on this machine. */
export function runHere(argv: readonly string[]): void {
  // An exit code that is set, not an exit: what is still in the pipes has to arrive.
  process.exitCode = run(argv, createNodeHost());
}
