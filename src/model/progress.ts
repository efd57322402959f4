/** How far a long piece of work is, told by those who do it. They know no clock and no terminal. */

export type PhaseName = 'reading' | 'parsing' | 'compiling' | 'comparing' | 'writing';

export interface Progress {
  /** Another phase begins. `total`: how many units it will be, asked only if somebody wants to know; absent if nobody knows. */
  begin(phase: PhaseName, total?: () => number): void;
  /** One more unit is done. */
  advance(): void;
}

/** Nobody looks. */
export const silentProgress: Progress = {
  begin() {
    // Nobody asked how far it is.
  },
  advance() {
    // Nobody asked how far it is.
  },
};

/** The same items; each counts as done once the next one is asked for. */
export function* counted<T>(items: Iterable<T>, progress: Progress): Generator<T> {
  for (const item of items) {
    yield item;
    progress.advance();
  }
}
