/** Prints what was measured as Markdown. */
import { cpus, totalmem } from 'node:os';
import { targets } from './sizes.mjs';

const titles = {
  cold: 'cold compile into an absent folder',
  plan: 'compile without writing (`plan`, no tree yet)',
  nothing: 'second run, nothing changed',
  update: 'update of 10 % of the files',
  memory: 'peak memory of a cold compile',
  small: 'whole run at S',
  version: '`--version`',
  help: '`--help`',
  marginal: 'one more output',
};
const opponents = {
  cp: '`cp -r` of the finished tree',
  naive: 'naive script',
  kustomize: '`kubectl kustomize`, an overlay per cluster',
  cdk8s: 'cdk8s',
  plan: '`plan`',
  nothing: 'the run that changes nothing',
  node: '`node -e 0`',
};

/** The machine in one sentence; `place` says what the trees stood on. */
export function printMachine(place) {
  const [first] = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return `${first?.model.trim()}, ${cpus().length} cores, ${memory}, Node ${process.versions.node}, ${process.platform}, trees on ${place}.`;
}

/** A table of the generated repositories. */
export function printWorkloads(workloads) {
  const rows = workloads.map(([size, facts]) =>
    line([
      `${size}: ${facts.specs} specs, ${facts.clusters} clusters`,
      facts.outputs.toLocaleString('en'),
      facts.overridden.toLocaleString('en'),
      facts.editedOutputs.toLocaleString('en'),
      megabytes(facts.bytes),
      megabytes(facts.treeBytes),
    ]),
  );
  const head = ['workload', 'outputs', 'overridden', 'edited by an update', 'input', 'output'];
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The table of the measurements, with the bars where there are any. */
export function printRows(rows) {
  const head = ['what', 'size', 'fedc', 'against', '', 'ratio [min..max], n', 'at most', ''];
  const body = rows.map((row) =>
    line([
      titles[row.what],
      row.size,
      amount(row.fedc, row.unit),
      opponents[row.against] ?? '',
      row.other === undefined ? '' : amount(row.other, row.unit),
      row.ratio ? ratioText(row.ratio) : '',
      ...verdict(row),
    ]),
  );
  return [line(head), line(head.map(() => '---')), ...body].join('\n');
}

/** A line for each growth: exponents of 1 are linear. */
export function printSlopes(rows) {
  return rows
    .filter(({ slopes }) => slopes)
    .map(({ size, slopes: { from, to, fedc, other } }) => {
      const numbers = `${fedc.toFixed(2)} (\`cp -r\` ${other.toFixed(2)})`;
      return `Growth with ${size}, ${from} to ${to} outputs: time grows with the power ${numbers} of the outputs, start-up included; 1 is linear.`;
    })
    .join('\n');
}

const line = (cells) => `| ${cells.join(' | ')} |`;

function amount(value, unit = 's') {
  if (value === undefined) return 'unknown';
  if (unit === 'MiB') return `${value.toFixed(0)} MiB`;
  if (unit === 'us') return `${(value * 1e6).toFixed(0)} us`;
  return value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(2)} s`;
}

const short = (value) => (value < 0.1 ? `1/${(1 / value).toFixed(1)}` : value.toFixed(2));

function ratioText({ median, least, most, count }) {
  const range = count === 1 ? '' : ` [${short(least)}..${short(most)}]`;
  return `${short(median)}${range}, ${count}`;
}

function verdict({ what, size, against, ratio, fedc }) {
  const most = targets[`${what} ${size} ${against}`];
  if (most === undefined) return ['', ''];
  const value = ratio ? ratio.median : fedc;
  const shown = ratio ? short(most) : `${most} MiB`;
  return [shown, value <= most ? 'ok' : 'missed'];
}
