/** Whatever the text: an answer, in time, that can be pointed at. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocator } from '../../src/yaml/locate.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

/** Pieces that mean something to a scanner, so that random texts get somewhere. */
const fragment = fc.constantFrom(
  ...[
    'a',
    'b',
    '1',
    ': ',
    ':',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    ' ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
  ],
  ...[
    '&x ',
    '*x',
    '<<: ',
    '!!int ',
    '!',
    '| ',
    '|2',
    '>-',
    '\n---\n',
    '\n...\n',
    '# ',
    '%',
    '@',
    '{{ ',
    ' }}',
    '\\',
  ],
  ...[
    '\r',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '😀',
    'yes',
    '0644',
    '1e400',
    '2001-01-01',
    '\u0000',
    '{"a":',
  ],
);
const randomText = fc.oneof(
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const manifest = `apiVersion: v1
kind: ConfigMap
metadata: &m {name: a, labels: {"x": 'y'}}
data:
  text: |
    one
      two
  folded: >-
    three
- no
---
{"items": [1, 2.5, null, "\\u00e9"], "m": {}}
---
list:
- *m
- <<: {a: 1}
  b: !!str 2
`;
const mutatedManifest = fc
  .tuple(fc.nat(manifest.length), fc.nat(12), fragment)
  .map(
    ([at, removed, inserted]) =>
      `${manifest.slice(0, at)}${inserted}${manifest.slice(at + removed)}`,
  );

function check(text: string): void {
  const started = performance.now();
  const { documents, diagnostics } = parseYaml(text);
  const locate = createLocator(text);
  const lines = text.split(/\r\n?|[\n\u0085]/);
  documents.forEach(({ document }, index) => {
    expect(document).toBe(index);
    expect(locate(document, '')).toBeDefined();
  });
  for (const { at } of diagnostics) {
    expect(at).toHaveProperty('line');
    if (!('line' in at)) continue;
    expect(at.line).toBeGreaterThanOrEqual(1);
    expect(at.line).toBeLessThanOrEqual(lines.length);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? 0) + 1);
    expect(at.length).toBeGreaterThanOrEqual(1);
  }
  expect(performance.now() - started).toBeLessThan(2000);
}

test('random text never throws, and every problem has a place inside it', () => {
  fc.assert(fc.property(randomText, check), { numRuns: 3000 });
});

test('nor does a manifest with a mistake in it', () => {
  fc.assert(fc.property(mutatedManifest, check), { numRuns: 700 });
});

test('a long run of one fragment takes no long time', () => {
  fc.assert(
    fc.property(fragment, fragment, (one, two) => check(`${one}${two}`.repeat(1000))),
    { numRuns: 40 },
  );
});
