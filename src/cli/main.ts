#!/usr/bin/env node
/** The command `fedc`: the real machine, and nothing else. */
import { createNodeHost } from '../io/node-host.ts';
import { run } from './run.ts';

// An exit code that is set, not an exit: what is still in the pipes has to arrive.
process.exitCode = run(process.argv.slice(2), createNodeHost());
