/** What is measured. Each gives rows `{what, size, against, fedc, other, ratio, unit?, slopes?}`; times in seconds. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareTrees, countManifests } from './compare.mjs';
import { peakMemory, runPairs, runWell, summarize } from './measure.mjs';
import { fedc, openWorkload } from './workload.mjs';
import { remove } from './workspace.mjs';

const bareNode = { command: [process.execPath, '-e', '0'] };

/** The row of two sides that ran in turn. */
function rowOf(about, { left, right, ratios }) {
  return {
    ...about,
    fedc: summarize(left).median,
    other: summarize(right).median,
    ratio: summarize(ratios),
  };
}

/** Into an absent folder, against each competitor; before the clock starts, its objects are compared with ours. */
export async function cold(workload, { size, against, pairs, budget, clock, compare }) {
  const rows = [];
  for (const name of against) {
    const other = workload.sides[name];
    await checkObjects(workload, other, compare);
    const result = await runPairs(workload.sides.fedc, other, { pairs, budget, clock });
    rows.push(rowOf({ what: 'cold', size, against: name }, result));
  }
  return rows;
}

async function checkObjects({ tree, facts }, { command, before, after, out }, compare) {
  await before?.();
  await runWell(command);
  // What prints one stream for each cluster has no file for each object.
  const isPerObject = countManifests(out) !== facts.clusters;
  if (isPerObject && countManifests(out) !== facts.outputs) {
    throw new Error(`${command.join(' ')} made ${countManifests(out)} files of ${facts.outputs}.`);
  }
  if (compare === 'objects') {
    const { differences, objects } = compareTrees(tree, out);
    if (differences.length > 0) throw new Error(differences.slice(0, 5).join('\n'));
    if (objects !== facts.outputs) throw new Error(`${objects} objects of ${facts.outputs}`);
  }
  after();
}

const planSide = ({ command, repository, folder }) => ({
  command: fedc(command, 'plan', repository, '--out', join(folder, 'absent')),
});

/** Compiling without writing, against copying the finished tree. */
export async function plan(workload, { size, pairs, budget, clock }) {
  const result = await runPairs(planSide(workload), workload.sides.cp, { pairs, budget, clock });
  return [rowOf({ what: 'plan', size, against: 'cp' }, result)];
}

const buildSide = ({ command, tree }, repository) => ({
  command: fedc(command, 'build', repository, '--out', tree),
});

/** A second run over a tree that is as it should be, against compiling without writing; no file may be touched. */
export async function nothing(workload, { size, pairs, budget, clock }) {
  const before = newestChange(workload.tree);
  const side = buildSide(workload, workload.repository);
  const result = await runPairs(side, planSide(workload), { pairs, budget, clock });
  if (newestChange(workload.tree) !== before) throw new Error('A second run wrote files.');
  return [rowOf({ what: 'nothing', size, against: 'plan' }, result)];
}

function newestChange(tree) {
  const files = readdirSync(tree, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).ctimeMs),
      0,
    );
}

/** A run that changes a tenth of the files, forth and back, against the run after it that changes nothing. */
export async function update(workload, { size, pairs, budget, clock }) {
  const { repository, later } = workload;
  const seconds = { left: [], right: [], ratios: [] };
  const start = performance.now();
  do {
    const side = buildSide(workload, seconds.left.length % 2 === 0 ? later : repository);
    const pair = await runPairs(side, side, { pairs: 1, budget, clock });
    for (const name of Object.keys(seconds)) seconds[name].push(...pair[name]);
  } while (seconds.left.length < pairs && (performance.now() - start) / 1000 < budget);
  if (seconds.left.length % 2 === 1) await runWell(buildSide(workload, repository).command);
  return [rowOf({ what: 'update', size, against: 'nothing' }, seconds)];
}

/** The most memory of a cold run. */
export async function memory(workload, { size }) {
  const { command, after } = workload.sides.fedc;
  const peak = await peakMemory(command);
  after();
  return [{ what: 'memory', size, against: '', fedc: peak, unit: 'MiB' }];
}

/** A whole cold run of a small repository, against Node doing nothing. */
export async function small(workload, { pairs, budget, clock }) {
  const result = await runPairs(workload.sides.fedc, bareNode, { pairs: pairs * 2, budget, clock });
  return [rowOf({ what: 'small', size: 'S', against: 'node' }, result)];
}

/** `--version` or `--help` against Node doing nothing. */
export async function flag(what, { command, pairs, budget, clock }) {
  const side = { command: fedc(command, `--${what}`) };
  const result = await runPairs(side, bareNode, { pairs: pairs * 4, budget, clock });
  return [rowOf({ what, size: '', against: 'node' }, result)];
}

/** How time grows from a small to a large workload: the exponent, and what one more output costs against copying it. */
export async function growth(name, [small, large], { folder, pairs, budget, clock, ...options }) {
  const folders = ['small', 'large'].map((part) => join(folder, `${name}-${part}`));
  const workloads = [
    await openWorkload(folders[0], small, options),
    await openWorkload(folders[1], large, options),
  ];
  const rounds = await growthRounds(workloads, { pairs, budget, clock });
  folders.forEach(remove);
  const [from, to] = workloads.map(({ facts }) => facts.outputs);
  const marginal = (side) => rounds.map((round) => (round[1][side] - round[0][side]) / (to - from));
  const slope = (side) =>
    summarize(
      rounds.map((round) => Math.log(round[1][side] / round[0][side]) / Math.log(to / from)),
    ).median;
  const [left, right] = [marginal('left'), marginal('right')];
  return [
    {
      ...rowOf(
        { what: 'marginal', size: name, against: 'cp', unit: 'us' },
        { left, right, ratios: left.map((value, index) => value / right[index]) },
      ),
      slopes: { from, to, fedc: slope('left'), other: slope('right') },
    },
  ];
}

/** Rounds of `[small, large]`, each the seconds of both sides. */
async function growthRounds(workloads, { pairs, budget, clock }) {
  const rounds = [];
  const start = performance.now();
  do {
    const round = [];
    for (const { sides } of workloads) {
      const { left, right } = await runPairs(sides.fedc, sides.cp, { pairs: 1, budget, clock });
      round.push({ left: left[0], right: right[0] });
    }
    rounds.push(round);
  } while (rounds.length < pairs && (performance.now() - start) / 1000 < budget);
  return rounds;
}
