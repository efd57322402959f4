/** Small words for drawing random things inside one fast-check generator, so that failures still shrink. */
import fc, { type GeneratorValue } from 'fast-check';

/** Draws: `pick` one of some, `chance` in percent, `some` of a list in its order. */
export interface Draw {
  pick<T>(items: readonly T[]): T;
  chance(percent: number): boolean;
  some<T>(items: readonly T[], percent: number): T[];
  /** From least to most, both included. */
  between(least: number, most: number): number;
  /** A deliberate mistake: never in a calm repository, seldom in a wild one. */
  mistake(percent?: number): boolean;
}

/** A calm repository is made to compile. */
export function makeDraw(generator: GeneratorValue, mood: 'calm' | 'wild'): Draw {
  const between = (least: number, most: number) => generator(fc.integer, { min: least, max: most });
  // Zero is what shrinking tends to, so it means "no".
  const chance = (percent: number) => between(0, 99) >= 100 - percent;
  return {
    between,
    chance,
    pick: (items) => items[between(0, items.length - 1)]!,
    some: (items, percent) => items.filter(() => chance(percent)),
    // A third of the chance: several mistakes at once hide each other.
    mistake: (percent = 4) => mood === 'wild' && between(0, 299) >= 300 - percent,
  };
}
