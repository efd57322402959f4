import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHostOptions } from '../../src/io/memory-host.ts';
import { createProgressLine } from '../../src/io/progress-line.ts';
import { counted } from '../../src/model/progress.ts';

const erased = '\r\u001b[K';

/** A terminal whose clock the test moves. */
function terminal() {
  const clock = { time: 1000, looks: 0 };
  const lines: string[] = [];
  const progress = createProgressLine({
    now() {
      clock.looks += 1;
      return clock.time;
    },
    write: (text) => lines.push(text),
  });
  /** So many units, each of which takes so long. */
  const work = (units: number, milliseconds: number) => {
    for (let unit = 0; unit < units; unit += 1) {
      clock.time += milliseconds;
      progress.advance();
    }
  };
  return { clock, lines, progress, work };
}

describe('the line of progress', () => {
  it('stays away from work that takes less than half a second', () => {
    const { lines, progress, work } = terminal();
    progress.begin('reading', () => 400);
    work(400, 1);
    progress.begin('writing', () => 99);
    work(99, 1);
    progress.end();
    expect(lines).toEqual([]);
  });

  it('says the phase, how far it is, how fast, and how long it will take', () => {
    const { lines, progress, work } = terminal();
    progress.begin('writing', () => 10_000);
    work(600, 1);
    expect(lines.at(-1)).toMatch(/^.writing \d+ of 10000 files, 1000 per second, 10 s left.\[K$/s);
  });

  it('is erased at the end, and only if it was there', () => {
    const { lines, progress, work } = terminal();
    progress.begin('writing', () => 1000);
    work(700, 1);
    progress.end();
    progress.end();
    expect(lines.filter((line) => line === erased)).toHaveLength(1);
    expect(lines.at(-1)).toBe(erased);
  });

  it('changes ten times a second at most', () => {
    const { lines, progress, work } = terminal();
    progress.begin('writing', () => 100_000);
    work(100_000, 0.05);
    expect(lines.length).toBeLessThanOrEqual(46);
    expect(lines.length).toBeGreaterThan(30);
  });

  it('looks at the clock every 256 units where they are small', () => {
    const { clock, progress, work } = terminal();
    progress.begin('comparing', () => 100_000);
    work(100_000, 0.01);
    expect(clock.looks).toBeLessThan(100_000 / 256 + 20);
  });

  it('looks more often where they are large', () => {
    const { lines, progress, work } = terminal();
    progress.begin('parsing', () => 40);
    work(40, 200);
    expect(lines.length).toBeGreaterThan(30);
  });

  it('shows a new phase at once when it has waited long enough', () => {
    const { lines, progress, work } = terminal();
    progress.begin('parsing', () => 600);
    work(600, 1);
    progress.begin('compiling', () => 31);
    expect(lines.at(-1)).toBe('\rcompiling 31 objects\u001b[K');
  });

  it('shows no total where nobody knows one, and does not ask before it shows anything', () => {
    const { lines, progress, work } = terminal();
    const asked: string[] = [];
    progress.begin('parsing', () => asked.push('asked'));
    work(10, 1);
    expect(asked).toEqual([]);
    progress.begin('reading');
    work(600, 1);
    expect(lines.at(-1)).toMatch(/^.reading \d+ files.\[K$/s);
  });

  it('gives minutes where seconds are many', () => {
    const { lines, progress, work } = terminal();
    progress.begin('writing', () => 1_000_000);
    work(1000, 1);
    expect(lines.at(-1)).toContain(', 17 min left');
  });

  it('counts its half second anew after the end', () => {
    const { lines, progress, work, clock } = terminal();
    progress.begin('reading', () => 10);
    progress.end();
    clock.time += 10_000;
    progress.begin('reading', () => 10);
    work(10, 10);
    expect(lines).toEqual([]);
  });

  it('shows nothing once it is muted', () => {
    const { lines, progress, work } = terminal();
    progress.mute();
    progress.begin('reading', () => 10_000);
    work(10_000, 1);
    expect(lines).toEqual([]);
  });
});

describe('a host', () => {
  const shown = (options: MemoryHostOptions) => {
    let time = 0;
    const host = createMemoryHost({
      isTerminal: { error: true },
      now: () => {
        time += 1000;
        return time;
      },
      ...options,
    });
    host.progress.begin('reading', () => 3);
    host.progress.advance();
    return host;
  };

  it('shows progress where stderr is a terminal', () => {
    expect(shown({}).error).toBe('\rreading 1 of 3 files, 1 per second, 2 s left\u001b[K');
  });

  it.each<[string, MemoryHostOptions]>([
    ['a pipe', { isTerminal: { error: false } }],
    ['a continuous integration', { environment: { CI: 'true' } }],
    ['a terminal that cannot erase', { environment: { TERM: 'dumb' } }],
  ])('shows none in %s', (_, options) => {
    expect(shown(options).error).toBe('');
  });

  it.each(['writeOutput', 'writeError'] as const)('erases the line before %s', (write) => {
    const host = shown({});
    host[write]('text');
    expect(host.error).toContain(write === 'writeError' ? `${erased}text` : erased);
    expect(host.error.split(erased)).toHaveLength(2);
  });
});

describe('counted', () => {
  it('gives the same items, and counts each once it was used', () => {
    const heard: string[] = [];
    const progress = { begin: () => {}, advance: () => heard.push('done') };
    for (const item of counted(['a', 'b'], progress)) heard.push(item);
    expect(heard).toEqual(['a', 'done', 'b', 'done']);
  });
});
