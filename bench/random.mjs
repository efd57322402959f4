/** Random numbers that are the same on every machine, and choices made with them. */

/** Gives a function from nothing to a number from 0 to 1 (mulberry32). */
export function randomFrom(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `least` to `most`, both included. */
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

/** One of the choices. */
export const pick = (random, choices) => choices[Math.floor(random() * choices.length)];
