import fc from 'fast-check';
// CommonJS: its members exist on the default import only.
import fastJsonPatch, { type Operation } from 'fast-json-patch';
import { describe, expect, test } from 'vitest';
import { applyJsonPatch, type PatchOperation } from '../../src/kube/json-patch.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { withPrototypes } from '../conformance/exact-json.ts';

/** Few keys, so that paths meet documents; with the ones that need escapes, and some that look like indices. */
const key = fc.constantFrom('a', 'b', 'c', '0', '1', '-', '', 'm~n', 'a/b', '~1', 'é');

const value = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, -1.5, '', 'x'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

const container = value.filter((one) => typeof one === 'object' && one !== null);

/** Paths that are there, or nearly: a walk through the document with a stray last step. */
function pathsOf(document: JsonValue, path = ''): string[] {
  if (typeof document !== 'object' || document === null) return [path];
  const below = Object.entries(document).flatMap(([name, member]) =>
    pathsOf(member as JsonValue, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  const stray = ['new', '-', '0', '1', '4', '01', '1e0', '-1'].map((name) => `${path}/${name}`);
  return [path, ...below, ...stray];
}

const documentAndPatch = container.chain((document) => {
  const path = fc.constantFrom(...pathsOf(document));
  const operation = fc.oneof(
    fc.record({ op: fc.constantFrom('add', 'replace', 'test'), path, value }),
    fc.record({ op: fc.constant('remove'), path }),
    fc.record({ op: fc.constantFrom('move', 'copy'), path, from: path }),
  );
  return fc.record({
    document: fc.constant(document),
    patch: fc.array(operation, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<PatchOperation[]>,
  });
});

function oracle(document: JsonValue, patch: readonly PatchOperation[]): string | undefined {
  const copy = structuredClone(withPrototypes(document));
  const operations = structuredClone(patch) as Operation[];
  try {
    const result = fastJsonPatch.applyPatch(copy, operations, true, false);
    return canonicalJson(result.newDocument as JsonValue);
  } catch {
    return undefined;
  }
}

/** What the oracle answers otherwise than RFC 6902. */
const knownDifferences: readonly {
  readonly name: string;
  readonly concerns: (operation: PatchOperation) => boolean;
}[] = [
  {
    name: 'it removes the root and leaves null',
    concerns: ({ op, path }) => op === 'remove' && path === '',
  },
  {
    name: 'it moves and copies a missing value to the root, as null',
    concerns: ({ op, path }) => (op === 'move' || op === 'copy') && path === '',
  },
  {
    name: 'it moves a value into itself, which loses it',
    concerns: ({ op, path, from }) => op === 'move' && path.startsWith(`${from}/`),
  },
  {
    name: 'it checks the path of a move before the removal, which may renumber the items on the way',
    concerns: ({ op, path, from = '' }) =>
      op === 'move' && path.startsWith(from.slice(0, from.lastIndexOf('/') + 1)),
  },
  {
    name: 'it edits below a root that became a scalar, without effect',
    concerns: ({ path, value: root }) => path === '' && (typeof root !== 'object' || root === null),
  },
  {
    name: 'it takes the empty text for an index of a list when it adds',
    concerns: ({ op, path }) => op !== 'remove' && op !== 'test' && path.endsWith('/'),
  },
  {
    name: 'it takes leading zeros in an index',
    concerns: ({ path, from = '' }) => /\/0[0-9]/.test(path + from),
  },
  {
    name: 'it moves and copies past the end of a list, as if to the end',
    concerns: ({ op, path }) => (op === 'move' || op === 'copy') && /\/[0-9]+$/.test(path),
  },
];

function isKnownDifference(patch: readonly PatchOperation[]): boolean {
  return patch.some((operation) => knownDifferences.some(({ concerns }) => concerns(operation)));
}

function ours(document: JsonValue, patch: readonly PatchOperation[]): string | undefined {
  const result = applyJsonPatch(document, patch, { dialect: 'rfc6902' });
  return result.ok ? canonicalJson(result.value) : undefined;
}

describe('the rfc6902 dialect', () => {
  test('agrees with fast-json-patch on random documents and patches', () => {
    let compared = 0;
    let applied = 0;
    fc.assert(
      fc.property(documentAndPatch, ({ document, patch }) => {
        fc.pre(!isKnownDifference(patch));
        const answer = ours(document, patch);
        compared += 1;
        if (answer !== undefined) applied += 1;
        expect(answer).toBe(oracle(document, patch));
      }),
      { numRuns: 3000 },
    );
    // A generator whose patches all fail would prove nothing.
    expect(applied / compared).toBeGreaterThan(0.1);
  });

  test('never changes its input', () => {
    fc.assert(
      fc.property(
        documentAndPatch,
        fc.constantFrom('kubefed', 'rfc6902'),
        ({ document, patch }, dialect) => {
          const before = canonicalJson(document) + canonicalJson(patch as unknown as JsonValue);
          applyJsonPatch(document, patch, { dialect });
          expect(canonicalJson(document) + canonicalJson(patch as unknown as JsonValue)).toBe(
            before,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never throws, whatever it is handed as operations', () => {
    const junk = fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true }),
      fc.array(
        fc.record(
          {
            op: fc.anything(),
            path: fc.oneof(fc.string(), fc.anything()),
            value: fc.anything(),
            from: fc.anything(),
          },
          { requiredKeys: [] },
        ),
      ),
    );
    fc.assert(
      fc.property(
        container,
        junk,
        fc.constantFrom('kubefed', 'rfc6902'),
        (document, operations, dialect) => {
          const result = applyJsonPatch(document, operations as PatchOperation[], { dialect });
          expect(typeof result.ok).toBe('boolean');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
