/** What is told of long work in; out: one line on a terminal that says how far it is, and goes when the work is done. */
import type { PhaseName, Progress } from '../model/progress.ts';
import type { Host } from './host.ts';

export interface ProgressLine extends Progress {
  /** Takes the line away, so that something else can be written; it comes back if the work goes on. */
  erase(): void;
  /** The work is done: the line goes, and the next work counts its time anew. */
  end(): void;
  /** Nothing is shown from now on. */
  mute(): void;
}

export interface Terminal {
  /** Milliseconds since some moment. */
  now(): number;
  write(text: string): void;
}

/** Milliseconds. Shorter work shows nothing, since a line that flashes only disturbs. */
const patience = 500;
const betweenLines = 100;
/** Milliseconds of a phase after which its speed says something. */
const warmUp = 250;
/** Units after which the clock is looked at, at most. */
const mostBetweenLooks = 256;

const eraseLine = '\r\u001b[K';

/** True where a person looks at stderr: a terminal that can erase a line, and no continuous integration. */
export function isProgressShown({
  isTerminal,
  environment,
}: Pick<Host, 'isTerminal' | 'environment'>): boolean {
  return isTerminal.error && environment['TERM'] !== 'dumb' && (environment['CI'] ?? '') === '';
}

interface Phase {
  readonly name: PhaseName;
  readonly total: (() => number) | undefined;
  readonly since: number;
}

/** The line appears after half a second and changes ten times a second at most; a new phase is shown at once. */
export function createProgressLine({ now, write }: Terminal): ProgressLine {
  let phase: Phase | undefined;
  let done = 0;
  let total: number | undefined;
  let started: number | undefined;
  let drawn = 0;
  let looked = 0;
  let interval = 1;
  let untilLook = 1;
  let isDrawn = false;
  let isMuted = false;

  const erase = () => {
    if (isDrawn) write(eraseLine);
    isDrawn = false;
  };
  const draw = (time: number) => {
    if (isMuted || phase === undefined || time - (started ?? time) < patience) return;
    total ??= phase.total?.();
    write(`\r${describe(phase.name, { done, total, elapsed: time - phase.since })}\u001b[K`);
    isDrawn = true;
    drawn = time;
  };
  const look = (time: number) => {
    // Parsing a large file takes as long as writing a hundred small ones.
    const isLate = time - looked > betweenLines / 2;
    interval = isLate ? Math.max(1, interval >> 1) : Math.min(mostBetweenLooks, interval * 2);
    untilLook = interval;
    looked = time;
    if (time - drawn >= betweenLines) draw(time);
  };
  return {
    begin(name, count) {
      const time = now();
      started ??= time;
      phase = { name, total: count, since: time };
      done = 0;
      total = undefined;
      interval = 1;
      untilLook = 1;
      looked = time;
      draw(time);
    },
    advance() {
      done += 1;
      untilLook -= 1;
      if (untilLook <= 0) look(now());
    },
    erase,
    end() {
      erase();
      phase = undefined;
      started = undefined;
    },
    mute() {
      erase();
      isMuted = true;
    },
  };
}

/** Where nobody would see it. */
export const noProgressLine: ProgressLine = {
  begin: doNothing,
  advance: doNothing,
  erase: doNothing,
  end: doNothing,
  mute: doNothing,
};

function doNothing(): void {
  // There is no line.
}

interface State {
  readonly done: number;
  readonly total: number | undefined;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** `writing 4096 of 152000 files, 51200 per second, 3 s left`; short enough for a terminal of 80 columns. */
function describe(name: PhaseName, { done, total, elapsed }: State): string {
  const unit = name === 'compiling' ? 'objects' : 'files';
  if (total === undefined) return `${name}${done === 0 ? '' : ` ${done} ${unit}`}`;
  if (done === 0) return `${name} ${total} ${unit}`;
  const amount = `${name} ${done} of ${total} ${unit}`;
  if (elapsed < warmUp) return amount;
  const speed = (done * 1000) / elapsed;
  const left = Math.max(0, total - done) / speed;
  return `${amount}, ${Math.round(speed)} per second, ${duration(left)} left`;
}

function duration(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
