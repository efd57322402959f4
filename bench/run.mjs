/**
 * Measures the built command against copying its output, a naive script, and other tools where they are installed. Prints Markdown.
 * `npm run bench -- [--size S,M] [--pairs 7] [--budget 90] [--against cp,naive,kustomize,cdk8s] [--what cold,plan,...]
 *   [--in FOLDER] [--command FILE] [--cdk8s FOLDER] [--compare auto|objects|counts] [--clock wall|cpu]`
 *
 * Whole processes, the two sides in turn, medians of the ratios of the pairs; trees on a tmpfs; deletions outside the clock.
 * `budget` is the seconds after which a row has no further pair. Objects are compared at L only if asked for: it takes minutes.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findKustomize } from './kustomize.mjs';
import { cold, flag, growth, memory, nothing, plan, small, update } from './scenarios.mjs';
import { growths, sizes } from './sizes.mjs';
import { printMachine, printRows, printSlopes, printWorkloads } from './table.mjs';
import { openWorkload } from './workload.mjs';
import { defaultPlace, isTmpfs, openWorkspace, remove } from './workspace.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const perSize = { cold, plan, nothing, update, memory };
const everything = [...Object.keys(perSize), 'small', 'version', 'help', 'slope'];

const option = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    size: option('M'),
    pairs: option('7'),
    budget: option('90'),
    against: option('cp,naive,kustomize,cdk8s'),
    what: option(everything.join()),
    in: option(defaultPlace()),
    command: option(join(root, 'dist/cli/main.js')),
    cdk8s: option(root),
    compare: option('auto'),
    clock: option('wall'),
  },
});

const chosen = listOf('what', everything);
const settings = {
  command: values.command,
  cdk8s: values.cdk8s,
  pairs: Number(values.pairs),
  budget: Number(values.budget),
  clock: values.clock,
  against: installed(listOf('against', ['cp', 'naive', 'kustomize', 'cdk8s'])),
  folder: openWorkspace(values.in),
};

function listOf(name, allowed) {
  const words = values[name].split(',');
  const strange = words.find((word) => !allowed.includes(word));
  if (strange !== undefined) throw new Error(`--${name} ${strange}: choose ${allowed.join(', ')}.`);
  return words;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Those that this machine has. */
function installed(names) {
  const version = names.includes('kustomize') ? findKustomize() : undefined;
  if (version) say(`kustomize ${version}`);
  const isThere = {
    kustomize: version !== undefined,
    cdk8s: existsSync(join(values.cdk8s, 'node_modules/cdk8s')),
  };
  return names.filter((name) => {
    if (isThere[name] === false) say(`${name} is not installed, left out`);
    return isThere[name] ?? true;
  });
}

async function measureSize(size) {
  const folder = join(settings.folder, size);
  const workload = await openWorkload(folder, sizes[size], settings);
  const compare = size === 'L' && values.compare === 'auto' ? 'counts' : 'objects';
  const options = { ...settings, size, compare: values.compare === 'counts' ? 'counts' : compare };
  const rows = [];
  for (const [name, scenario] of Object.entries(perSize)) {
    if (!chosen.includes(name)) continue;
    say(`${name} ${size}`);
    rows.push(...(await scenario(workload, options)));
  }
  const facts = { ...workload.facts, treeBytes: bytesOf(workload.tree) };
  remove(folder);
  return { rows, facts };
}

function bytesOf(tree) {
  const files = readdirSync(tree, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

async function measureOnce() {
  const rows = [];
  if (chosen.includes('small')) {
    say('small');
    const workload = await openWorkload(join(settings.folder, 'small'), sizes.S, settings);
    rows.push(...(await small(workload, settings)));
  }
  for (const name of ['version', 'help'].filter((what) => chosen.includes(what))) {
    say(name);
    rows.push(...(await flag(name, settings)));
  }
  for (const [name, pair] of Object.entries(chosen.includes('slope') ? growths : {})) {
    say(`growth with ${name}`);
    rows.push(...(await growth(name, pair, settings)));
  }
  return rows;
}

const load = loadavg()[0] ?? 0;
const workloads = [];
const rows = [];
for (const size of chosen.some((what) => what in perSize)
  ? listOf('size', Object.keys(sizes))
  : []) {
  const { rows: measured, facts } = await measureSize(size);
  rows.push(...measured);
  workloads.push([size, facts]);
}
rows.push(...(await measureOnce()));

const place = isTmpfs(settings.folder) ? 'a tmpfs' : 'a disk (not a tmpfs)';
const parts = [
  printMachine(place),
  workloads.length > 0 ? printWorkloads(workloads) : '',
  printRows(rows),
  printSlopes(rows),
  values.clock === 'cpu' ? 'Seconds of processors, not on the wall.' : '',
  `Load of the machine when the run began: ${load.toFixed(1)}.`,
];
console.log(parts.filter((part) => part !== '').join('\n\n'));
