import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyJsonPatch, applyKnownPatch } from '../../src/kube/json-patch.ts';
import { createPathReader, type KnownOperation } from '../../src/kube/read-patch.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { jsonValue } from '../json-value.ts';

const dialect = 'kubefed';
const leaf = fc.constantFrom<unknown>(1, 'x', null);
const inner = fc.oneof(
  leaf,
  fc.dictionary(fc.constantFrom('a', '0', 'm~/n'), leaf, { maxKeys: 3 }),
  fc.array(fc.oneof(leaf, fc.constant({ a: 1 })), { maxLength: 3 }),
);
const documents = fc
  .dictionary(fc.constantFrom('a', 'b', 'kind', 'metadata'), inner, { maxKeys: 4 })
  .map(jsonValue);

const tokens = fc.constantFrom(
  ...['a', 'b', 'kind', 'metadata', 'name', 'm~0~1n'],
  ...'0 1 -1 -'.split(' '),
);
const paths = fc
  .array(tokens, { minLength: 1, maxLength: 3 })
  .map((steps) => `/${steps.join('/')}`);
const operations: fc.Arbitrary<KnownOperation> = fc.oneof(
  fc.record({
    op: fc.constantFrom('add' as const, 'replace' as const),
    path: paths,
    value: inner.map(jsonValue),
  }),
  fc.record({ op: fc.constant('remove' as const), path: paths }),
);
const patches = fc.array(operations, { maxLength: 14 });

test('of known shapes a patch does what any patch does', () => {
  const readPath = createPathReader();
  fc.assert(
    fc.property(documents, patches, (document, patch) => {
      const before = canonicalJson(document);
      const known = applyKnownPatch(document, patch, { dialect, readPath });
      expect(known).toEqual(applyJsonPatch(document, patch, { dialect }));
      expect(canonicalJson(document)).toBe(before);
    }),
    { numRuns: 2000 },
  );
});

test('many operations are one after the other, and leave their values alone', () => {
  const readPath = createPathReader();
  let applied = 0;
  fc.assert(
    fc.property(documents, patches, (document, patch) => {
      const values = () => patch.map(({ value = null }) => canonicalJson(value));
      const before = values();
      const fitting: KnownOperation[] = [];
      let value: JsonValue = document;
      for (const operation of patch) {
        if (fitting.some(({ path }) => path === operation.path)) continue;
        const step = applyKnownPatch(value, [operation], { dialect, readPath });
        if (!step.ok) continue;
        value = step.value;
        fitting.push(operation);
      }
      const whole = applyKnownPatch(document, fitting, { dialect, readPath });
      applied += fitting.length;
      expect(whole.ok && canonicalJson(whole.value)).toBe(canonicalJson(value));
      expect(values()).toEqual(before);
    }),
    { numRuns: 3000 },
  );
  // A generator whose patches all fail would prove nothing.
  expect(applied).toBeGreaterThan(1000);
});
