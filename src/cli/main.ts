#!/usr/bin/env node
/** The command `fedc`: the real machine, and nothing else. Whoever asks for the version or for help waits for nothing else to load. */
import { existsSync, readFileSync } from 'node:fs';
import { version } from './version.ts';

const argv = process.argv.slice(2);
const answer = argv.length === 1 ? answerTo(argv[0]) : undefined;
if (answer !== undefined) {
  process.stdout.write(answer);
} else {
  void execute();
}

async function execute(): Promise<void> {
  compileLate();
  const { runHere } = await import('./run-here.ts');
  runHere(argv);
}

/**
 * The engine of Node 20 compiles functions for speed before it knows what they are called with, does it again and again, and needs
 * a third of the time of a run for that. Later versions are more patient by themselves.
 */
function compileLate(): void {
  if (!process.version.startsWith('v20.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=600000');
}

function answerTo(question: string | undefined): string | undefined {
  if (question === '--version' || question === '-V') return `${version}\n`;
  if (question !== '--help' && question !== '-h') return undefined;
  // Written by the build, from what the program says itself.
  const file = new URL('help.txt', import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
