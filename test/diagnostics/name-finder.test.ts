import { describe, expect, it } from 'vitest';
import { createNameFinder } from '../../src/diagnostics/name-finder.ts';

const fleet = (amount: number) => Array.from({ length: amount }, (_, index) => `prod-${index}`);

describe('createNameFinder', () => {
  it('gives the nearest names, and the one that is certain', () => {
    const finder = createNameFinder(['east', 'west', 'north']);
    expect(finder.nearest('wset')).toEqual(['west']);
    expect(finder.certain('wset')).toBe('west');
    expect(finder.nearest('somewhere')).toEqual([]);
  });

  it('suggests nothing more after too many words, but keeps what it said', () => {
    const finder = createNameFinder(fleet(2000));
    const first = finder.nearest('prd-0');
    expect(first).toContain('prod-0');
    const later = Array.from({ length: 200 }, (_, index) => finder.nearest(`prd-${index}`));
    expect(later.at(-1)).toEqual([]);
    expect(finder.nearest('prd-0')).toBe(first);
  });

  it('knows what differs in separators only, after however many words', () => {
    const finder = createNameFinder(fleet(2000));
    for (let index = 0; index < 200; index += 1) finder.nearest(`x-${index}`);
    expect(finder.certain('PROD_17')).toBe('prod-17');
  });
});
