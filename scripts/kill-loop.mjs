/**
 * Kills builds at random moments, and checks after each that nothing was lost and that the next build gives the tree that an
 * undisturbed one gives. `node scripts/kill-loop.mjs [--kills 1000] [--seconds 3600] [--seed 1] [--in FOLDER]`
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '3600' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
  },
});

const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const clusters = Array.from({ length: 24 }, (_, index) => `c${String(index).padStart(2, '0')}`);
const foreign = {
  'README.md': 'ours',
  'clusters/c01/NOTES.txt': 'ours',
  'clusters/c03/apps/NOTES.txt': 'ours',
};

let seed = Number(values.seed);
/** From 0 to 1 (mulberry32). */
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (choices) => choices[Math.floor(random() * choices.length)];

const home = mkdtempSync(join(values.in, 'fedc-kill-'));
const repository = join(home, 'repository');
const out = join(home, 'tree');

/** Objects differ between the versions: some change, a few come and go. */
function writeSources(version) {
  const documents = Array.from({ length: 20 }, (_, index) => {
    const name = index < 17 ? `web-${index}` : `only-${version}-${index}`;
    const data = index % 3 === 0 ? 'same' : version;
    return configMap(name, data.repeat(400));
  });
  mkdirSync(repository, { recursive: true });
  writeFileSync(join(repository, 'objects.yaml'), [namespace, ...documents].join('---\n'));
  writeFileSync(join(repository, 'clusters.yaml'), inventory);
  writeFileSync(join(repository, 'fedc.yaml'), 'guards: {maxDelete: 100%}\n');
}

const inventory = `apiVersion: fedc/v1alpha1
kind: ClusterInventory
clusters:
${clusters.map((name) => `  - {name: ${name}, labels: {name: ${name}}}\n`).join('')}`;

const namespace = `apiVersion: types.kubefed.io/v1beta1
kind: FederatedNamespace
metadata: {name: apps, namespace: apps}
spec: {placement: {clusterSelector: {}}}
`;

function configMap(name, data) {
  return `apiVersion: types.kubefed.io/v1beta1
kind: FederatedConfigMap
metadata: {name: ${name}, namespace: apps}
spec:
  template: {data: {a: ${data}}}
  placement: {clusterSelector: {}}
`;
}

/** Path to text; folders end with a slash. */
function read(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const shown = path.slice(folder.length + 1).replaceAll('\\', '/');
      return entry.isDirectory() ? [`${shown}/`, ''] : [shown, readFileSync(path, 'utf8')];
    }),
  );
}

function putForeign() {
  for (const [path, text] of Object.entries(foreign)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

const versions = ['a', 'b'];
const argumentsOf = (flags) => [command, 'build', repository, '--out', out, ...flags];

function buildInPeace(flags = []) {
  const { status, stderr } = spawnSync(process.execPath, argumentsOf(flags), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build after a kill ended with ${status}: ${stderr}`);
  return stderr;
}

function compare(found, expected, what) {
  for (const path of new Set([...found.keys(), ...expected.keys()])) {
    if (found.get(path) === expected.get(path)) continue;
    const state = !found.has(path) ? 'is missing' : !expected.has(path) ? 'is too much' : 'differs';
    throw new Error(`${what}: ${path} ${state}. The folder is ${home}`);
  }
}

/** No file of the tree but temporary ones may hold anything but the bytes of one version. */
function checkWreck(expected, hadForeign) {
  for (const [path, text] of read(out)) {
    const isOwn = path.startsWith('.fedc/') || path.endsWith('.fedc-tmp') || path.endsWith('/');
    const known = [expected.a, expected.b].some((tree) => tree.get(path) === text);
    if (!isOwn && !known) throw new Error(`${path} is torn. The folder is ${home}`);
  }
  if (!hadForeign) return;
  for (const [path, text] of Object.entries(foreign)) {
    if (readFileSync(join(out, path), 'utf8') !== text) throw new Error(`${path} was touched`);
  }
}

const isWriting = () => existsSync(join(out, '.fedc')) || existsSync(`${out}.fedc-new`);

/** Starts a build and kills it; half of the time only once it writes. Gives how it ended. */
async function kill(flags, duration) {
  const child = spawn(process.execPath, argumentsOf(flags), { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  if (random() < 0.3) await pause(random() * duration);
  else {
    const wasWriting = isWriting();
    if (wasWriting) await pause(duration * (0.5 + random() * 0.5));
    while (!hasEnded && !wasWriting && !isWriting()) await nextTurn();
    if (!wasWriting) await pause(random() * duration * 0.1);
  }
  const signal = pick(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT']);
  const wasSent = child.kill(signal);
  const how = await ended;
  if (how.signal !== null && how.signal !== signal) throw new Error(`It ended by ${how.signal}`);
  if (how.signal === null && how.code !== 0) throw new Error(`It ended with ${how.code}`);
  return wasSent && how.signal !== null;
}

const expected = {};
for (const version of versions) {
  writeSources(version);
  buildInPeace();
  putForeign();
  expected[version] = read(out);
  rmSync(out, { recursive: true });
}
const withoutForeign = (tree) => {
  const paths = [...tree].filter(([path]) => !(path in foreign));
  return new Map(paths);
};

const start = performance.now();
buildInPeace();
const duration = performance.now() - start;
putForeign();

let hasForeign = true;
const counts = { kills: 0, whileWriting: 0, first: 0, slices: 0, tooLate: 0, checks: 0 };
const deadline = performance.now() + Number(values.seconds) * 1000;
while (counts.kills < Number(values.kills) && performance.now() < deadline) {
  if (random() < 0.2) {
    rmSync(out, { recursive: true, force: true });
    hasForeign = false;
  }
  const isFirst = !existsSync(out);
  writeSources(pick(versions));
  const flags = pick([[], [], [], ['--durability', 'full'], ['--cluster', 'c0*']]);
  if (!(await kill(flags, duration))) {
    counts.tooLate += 1;
  } else {
    counts.kills += 1;
    if (isWriting()) counts.whileWriting += 1;
    if (isFirst) counts.first += 1;
    if (flags[0] === '--cluster') counts.slices += 1;
  }
  checkWreck(expected, hasForeign);
  // Now and then the next build is killed, too.
  if (random() < 0.4) continue;
  const version = pick(versions);
  writeSources(version);
  buildInPeace();
  const wanted = hasForeign ? expected[version] : withoutForeign(expected[version]);
  compare(read(out), wanted, `After ${counts.kills} kills`);
  if (existsSync(`${out}.fedc-new`)) throw new Error(`${out}.fedc-new is left`);
  counts.checks += 1;
  if (!hasForeign) putForeign();
  hasForeign = true;
}
rmSync(home, { recursive: true });
console.log(
  `${counts.kills} kills (${counts.whileWriting} of them left something half-done, ${counts.first} were first builds, ${counts.slices} slices), ${counts.tooLate} came too late, ${counts.checks} times the tree was compared: nothing was lost.`,
);
