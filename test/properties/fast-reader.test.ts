/** The fast reader may hand over what it likes, and may never read anything otherwise than the full one. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'glob';
import { expect, test } from 'vitest';
import { printYaml, printYamlStream } from '../../src/yaml/print.ts';
import { isCertainlyText, resolvePlain } from '../../src/yaml/resolve-scalar.ts';
import { readWithBoth, takenPieces } from '../yaml/both-readers.ts';
import { nastyString, nastyValue } from './nasty-values.ts';
import { makeMistakes, mistakes, styledText } from './yaml-texts.ts';

const root = new URL('../../', import.meta.url);

/** Every YAML file of the cases and the examples, and every published text. */
const writtenTexts: readonly string[] = [
  ...globSync('{test/cases,examples}/**/*.{yaml,yml}', { cwd: root, dot: true }).map((path) =>
    readFileSync(new URL(path, root), 'utf8'),
  ),
  ...publishedTexts('yaml-read-cases.json'),
];
const shortTexts = [...new Set(writtenTexts)].filter(({ length }) => length < 3000);

function publishedTexts(file: string): string[] {
  const url = new URL(`test/conformance/data/${file}`, root);
  const cases: readonly { readonly yaml?: string }[] = JSON.parse(readFileSync(url, 'utf8'));
  return cases.flatMap(({ yaml }) => (yaml === undefined ? [] : [yaml]));
}

/** Reads with both if there is anything to compare; gives whether there was. */
function compare(text: string, depth = 200): boolean {
  const isTaken = takenPieces(text, depth).taken.length > 0;
  if (isTaken) readWithBoth(text, { path: 'x.yaml', limits: { depth } });
  return isTaken;
}

test('the files of the cases and the examples are read alike, and nearly all of them fast', () => {
  let bytes = 0;
  let taken = 0;
  for (const text of writtenTexts) {
    readWithBoth(text, { path: 'x.yaml' });
    const pieces = takenPieces(text);
    bytes += pieces.all.join('').length;
    taken += pieces.taken.join('').length;
  }
  expect(taken / bytes).toBeGreaterThan(0.9);
});

test('texts in all styles are read alike, and many of them fast', () => {
  let taken = 0;
  const check = (text: string) => {
    if (compare(text)) taken += 1;
  };
  fc.assert(fc.property(styledText, check), { numRuns: 1000 });
  expect(taken).toBeGreaterThan(300);
});

test('so is what we print, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(nastyValue, { minLength: 1, maxLength: 2 }), (values) => {
      compare(printYamlStream(values));
    }),
    { numRuns: 500 },
  );
});

test('so are texts with mistakes in them', () => {
  const text = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...shortTexts) },
    { weight: 2, arbitrary: styledText },
    { weight: 1, arbitrary: nastyValue.map(printYaml) },
  );
  fc.assert(
    fc.property(text, mistakes, (written, made) => {
      compare(makeMistakes(written, made));
    }),
    { numRuns: 2000 },
  );
});

test('and so they are where the nesting is near its limit', () => {
  fc.assert(
    fc.property(styledText, fc.integer({ min: 0, max: 6 }), (text, depth) => {
      compare(text, depth);
    }),
    { numRuns: 400 },
  );
});

test('what is text at first sight is text', () => {
  fc.assert(
    fc.property(nastyString, (text) => {
      if (isCertainlyText(text))
        expect(resolvePlain(text)).toEqual({ kind: 'string', value: text });
    }),
    { numRuns: 3000 },
  );
});
