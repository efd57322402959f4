import { describe, expect, test } from 'vitest';
import { isExcluded, matchesAny, matchesPattern } from '../../src/config/match-path.ts';

describe('matchesPattern', () => {
  const rows: readonly {
    readonly name: string;
    readonly pattern: string;
    readonly yes: readonly string[];
    readonly no: readonly string[];
  }[] = [
    {
      name: 'two stars take any number of folders, none included',
      pattern: '**/*.{yaml,yml,json}',
      yes: ['a.yaml', 'a/b/c.yml', 'a/b.json'],
      no: ['a.txt', 'a/yaml'],
    },
    {
      name: 'one star stays inside a folder',
      pattern: 'apps/*/*.yaml',
      yes: ['apps/web/a.yaml'],
      no: ['apps/a.yaml', 'apps/web/x/a.yaml'],
    },
    {
      name: 'a folder with two stars takes all that is in it',
      pattern: 'platform/**',
      yes: ['platform/a.yaml', 'platform/x/y/a.yaml'],
      no: ['platforms/a.yaml', 'x/platform/a.yaml'],
    },
    {
      name: 'dot folders and dot files are taken by no star',
      pattern: '**/*.yaml',
      yes: ['a/b.yaml'],
      no: ['.github/a.yaml', 'a/.terraform/b.yaml', 'a/.hidden.yaml'],
    },
    {
      name: 'a dot folder is taken when it is named',
      pattern: '.deploy/**/*.yaml',
      yes: ['.deploy/a.yaml', '.deploy/x/a.yaml'],
      no: ['.deploy/.git/a.yaml', '.github/a.yaml'],
    },
    {
      name: 'node_modules is taken by no star',
      pattern: '**/*.yaml',
      yes: ['node_modules.yaml', 'my_node_modules/a.yaml'],
      no: ['node_modules/x/a.yaml', 'a/node_modules/b.yaml'],
    },
    {
      name: 'node_modules is taken when it is named',
      pattern: '**/node_modules/**/*.yaml',
      yes: ['node_modules/x/a.yaml', 'a/node_modules/b.yaml'],
      no: ['a/b.yaml'],
    },
    {
      name: 'node_modules is named inside braces too',
      pattern: '{node_modules,vendor}/*.yaml',
      yes: ['node_modules/a.yaml', 'vendor/a.yaml'],
      no: [],
    },
    {
      name: 'a leading ./ says nothing',
      pattern: './apps/*.yaml',
      yes: ['apps/a.yaml'],
      no: ['a.yaml'],
    },
    {
      name: 'a number sign or an exclamation mark is a character like any other',
      pattern: '#a/!b/*.yaml',
      yes: ['#a/!b/c.yaml'],
      no: ['a/b/c.yaml'],
    },
    {
      name: 'an exclamation mark in front does not turn the pattern round',
      pattern: '!a.yaml',
      yes: ['!a.yaml'],
      no: ['b.yaml'],
    },
    {
      name: 'letters are compared exactly',
      pattern: 'Apps/*.yaml',
      yes: ['Apps/a.yaml'],
      no: ['apps/a.yaml'],
    },
  ];
  test.each(rows)('$name', ({ pattern, yes, no }) => {
    for (const path of yes) expect(matchesPattern(path, pattern), path).toBe(true);
    for (const path of no) expect(matchesPattern(path, pattern), path).toBe(false);
  });

  test('more patterns than are remembered', () => {
    for (let index = 0; index < 1200; index += 1)
      expect(matchesPattern(`a${index}.yaml`, `*${index}.yaml`)).toBe(true);
  });
});

test('matchesAny is true when one of the patterns matches', () => {
  expect(matchesAny('a/b.yaml', ['x/**', 'a/**'])).toBe(true);
  expect(matchesAny('a/b.yaml', ['x/**'])).toBe(false);
  expect(matchesAny('a/b.yaml', [])).toBe(false);
});

test('what is excluded may be in a dot folder or in node_modules', () => {
  expect(isExcluded('.deploy/test/a.yaml', ['**/test/**'])).toBe(true);
  expect(isExcluded('node_modules/a.yaml', ['**'])).toBe(true);
  expect(isExcluded('a/.hidden.yaml', ['a/*'])).toBe(true);
  expect(isExcluded('a/b.yaml', ['b/**'])).toBe(false);
});
