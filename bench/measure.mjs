/** Whole processes by the clock: how long they take, how much memory, and how two of them compare when run in turn. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const timeCommand = '/usr/bin/time';

let running;

/** Ends what is being measured, with all of its children. */
export function stopRunning() {
  if (running === undefined) return;
  try {
    process.kill(-running, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** Runs a command (a list of words) and gives its seconds, its exit code and what it said on stderr; stdout is dropped. */
export function run([program, ...words], { onStart = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    running = child.pid;
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      error += text;
    });
    let seconds = 0;
    child.on('spawn', () => onStart(child));
    child.on('exit', () => {
      seconds = Number(process.hrtime.bigint() - start) / 1e9;
      running = undefined;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ seconds, code, error }));
  });
}

/**
 * As {@link runWell}, but the seconds are those that processors spent on it and its children, in hundredths: on a machine
 * where others work as well they say more than the clock on the wall.
 */
async function runOnProcessors(command) {
  if (!existsSync(timeCommand)) throw new Error(`--clock cpu needs ${timeCommand}.`);
  const { error } = await runWell([timeCommand, '-f', 'used=%U+%S', ...command]);
  const [, user, system] = /used=([\d.]+)\+([\d.]+)\s*$/.exec(error) ?? [];
  return { seconds: Math.max(Number(user) + Number(system), 0.01) };
}

/** As {@link run}, for a command that has to end well. */
export async function runWell(command, options) {
  const result = await run(command, options);
  if (result.code === 0) return result;
  const said = result.error.slice(0, 1000);
  throw new Error(`${command.join(' ')} ended with ${result.code}: ${said}`);
}

/** The most memory that a command held at once, in MiB; undefined where the machine does not tell. */
export async function peakMemory(command) {
  if (existsSync(timeCommand)) {
    const { error } = await runWell([timeCommand, '-f', 'peak=%M', ...command]);
    return Number(/peak=(\d+)\s*$/.exec(error)?.[1]) / 1024;
  }
  let peak = 0;
  let timer;
  const watch = ({ pid }) => {
    timer = setInterval(() => {
      peak = Math.max(peak, highWater(pid));
    }, 10);
  };
  await runWell(command, { onStart: watch }).finally(() => clearInterval(timer));
  return peak === 0 ? undefined : peak / 1024;
}

/** In KiB; zero if the process has ended or there is no /proc. */
function highWater(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Runs two sides in turn and gives the seconds of each. A side is `{command, before, after}`: a list of words, and what happens
 * outside the clock. The order changes from pair to pair. Stops before `budget` seconds are over, but has at least one pair.
 */
export async function runPairs(left, right, { pairs, budget, clock = 'wall' }) {
  const measure = clock === 'cpu' ? runOnProcessors : runWell;
  const seconds = { left: [], right: [] };
  const start = performance.now();
  for (let pair = 0; pair < pairs; pair += 1) {
    const sides = [
      ['left', left],
      ['right', right],
    ];
    for (const [name, side] of pair % 2 === 0 ? sides : sides.reverse()) {
      await side.before?.();
      seconds[name].push((await measure(side.command)).seconds);
      await side.after?.();
    }
    const used = (performance.now() - start) / 1000;
    if (used + used / (pair + 1) > budget) break;
  }
  return { ...seconds, ratios: seconds.left.map((value, index) => value / seconds.right[index]) };
}

/** `{median, least, most, count}` of some numbers. */
export function summarize(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const isOdd = sorted.length % 2 === 1;
  const median = isOdd ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1), count: sorted.length };
}
