import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyJsonPatch } from '../../src/kube/json-patch.ts';
import { type JsonObject, newObject } from '../../src/model/kube-object.ts';
import { canonicalJson } from '../../src/model/print-json.ts';
import { createPatch } from '../../src/reports/create-patch.ts';
import { jsonValue } from '../json-value.ts';
import { nastyValue } from '../properties/nasty-values.ts';

/** An object with a few members that often have the same names. */
const object = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'x/y', 'c~d'), nastyValue), {
    maxLength: 4,
  })
  .map((members): JsonObject => {
    const made = newObject();
    for (const [key, value] of members) made[key] = value;
    return made;
  });

it('gives operations that turn the old object into the new one', () => {
  fc.assert(
    fc.property(object, object, (old, next) => {
      const result = applyJsonPatch(old, createPatch(old, next), { dialect: 'rfc6902' });
      expect(result.ok && canonicalJson(result.value as JsonObject)).toBe(canonicalJson(next));
    }),
    { numRuns: 500 },
  );
});

it('gives none for equal objects', () => {
  fc.assert(
    fc.property(object, (one) => {
      expect(createPatch(one, one)).toEqual([]);
    }),
  );
});

it('keeps integers exact, and texts that look like the marks it uses', () => {
  const old = jsonValue({ a: 2n ** 60n, b: '\ue0001' }) as JsonObject;
  const next = jsonValue({ a: 2n ** 60n + 1n, b: '\ue0002', c: ['\ue000'] }) as JsonObject;
  expect(createPatch(old, next)).toEqual([
    { op: 'replace', path: '/b', value: '\ue0002' },
    { op: 'replace', path: '/a', value: 2n ** 60n + 1n },
    { op: 'add', path: '/c', value: ['\ue000'] },
  ]);
});
