import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/diagnostics/suggest.ts';

describe('nearest', () => {
  const rows: readonly {
    readonly name: string;
    readonly word: string;
    readonly candidates: readonly string[];
    readonly most?: number;
    readonly expected: readonly string[];
  }[] = [
    {
      name: 'two neighbours in the wrong order are one edit',
      word: 'wset',
      candidates: ['east', 'west', 'north'],
      expected: ['west'],
    },
    {
      name: 'a difference in case alone is one edit, so it beats two letters',
      word: 'MATCHLABELS',
      candidates: ['matchLabels', 'MATCHLABXYS'],
      expected: ['matchLabels', 'MATCHLABXYS'],
    },
    {
      name: 'case and a letter are two edits',
      word: 'ClusterSelecter',
      candidates: ['clusterSelector'],
      expected: ['clusterSelector'],
    },
    {
      name: 'what is far away is not offered',
      word: 'placement',
      candidates: ['overrides', 'retainReplicas'],
      expected: [],
    },
    {
      name: 'words of one letter do not stand for each other',
      word: 'a',
      candidates: ['b', 'c'],
      expected: [],
    },
    {
      name: 'equal distances are ordered by code units, whatever the order of the candidates',
      word: 'cluster0',
      candidates: ['cluster3', 'cluster1', 'cluster2', 'cluster4'],
      expected: ['cluster1', 'cluster2', 'cluster3'],
    },
    {
      name: 'as many as asked for',
      word: 'cluster0',
      candidates: ['cluster3', 'cluster1', 'cluster2'],
      most: 1,
      expected: ['cluster1'],
    },
    {
      name: 'a candidate that stands twice is offered once',
      word: 'wst',
      candidates: ['west', 'west'],
      expected: ['west'],
    },
    {
      name: 'words inherited by objects are words',
      word: 'contructor',
      candidates: ['constructor', '__proto__'],
      expected: ['constructor'],
    },
    {
      name: 'a word that is a candidate is the nearest to itself, even an empty one',
      word: '',
      candidates: ['', 'a'],
      expected: [''],
    },
  ];
  test.each(rows)('$name', ({ word, candidates, most, expected }) => {
    expect(nearest(word, candidates, most)).toEqual(expected);
  });

  test('three thousand names take a few milliseconds', () => {
    const candidates = Array.from({ length: 3000 }, (_, index) => `prod-eu-west-${index}-cluster`);
    const start = performance.now();
    expect(nearest('prod-eu-wets-1500-cluster', candidates, 1)).toEqual([
      'prod-eu-west-1500-cluster',
    ]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('editDistance', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['abc', 'ABC', 1],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
  ] as const)('%j to %j is %i', (one, other, expected) => {
    expect(editDistance(one, other, 10)).toBe(expected);
    expect(editDistance(other, one, 10)).toBe(expected);
  });

  test('more than the bound is undefined', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBeUndefined();
  });
});
