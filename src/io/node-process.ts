/** Processes of a real machine: which one this is, and whether another one still runs. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessName } from './host.ts';

/** The process that asks. */
export function currentProcess(): ProcessName {
  return { host: hostname(), pid: process.pid, start: printStart(startOf(process.pid)) };
}

/**
 * Whether a process runs. Undefined if it is of another host, or of a container whose processes cannot be seen from
 * here. Where the machine does not tell when a process began, another process with its number is taken for it.
 */
export function isRunning({ host, pid, start }: ProcessName): boolean | undefined {
  if (host !== hostname()) return undefined;
  const [boot, container, ticks] = start.split('.');
  const own = startOf(process.pid);
  if (own !== undefined && ticks !== undefined) {
    if (boot !== own.boot) return false;
    if (container !== own.container) return undefined;
  }
  if (!isNumberInUse(pid)) return false;
  const there = startOf(pid);
  if (there === undefined) return true;
  return there.ticks !== ended && (ticks === undefined || there.ticks === ticks);
}

/** When and where a process began: the boot of the machine, the number space of its container, ticks since the boot. */
interface Start {
  readonly boot: string;
  readonly container: string;
  readonly ticks: string;
}

const ended = 'ended';

/** Undefined where there is no /proc, or it does not show the process. */
function startOf(pid: number): Start | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const container = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '';
    // The name in parentheses may hold anything; what follows it are numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const [state = '', ticks = ''] = [fields[0], fields[19]];
    return { boot, container, ticks: hasEnded(state) ? ended : ticks };
  } catch {
    return undefined;
  }
}

/** A process that was killed keeps its number until its parent asks after it. */
function hasEnded(state: string): boolean {
  return state === 'Z' || state === 'X';
}

function printStart(start: Start | undefined): string {
  return start === undefined ? '-' : `${start.boot}.${start.container}.${start.ticks}`;
}

function isNumberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
