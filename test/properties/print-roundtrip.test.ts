import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import {
  copyObject,
  isObject,
  type JsonObject,
  type JsonValue,
  newObject,
} from '../../src/model/kube-object.ts';
import { canonicalJson, printJson } from '../../src/model/print-json.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { createPrinter, printYaml } from '../../src/yaml/print.ts';
import { readExactJson } from '../conformance/exact-json.ts';
import { nastyString, nastyValue } from './nasty-values.ts';

function readWith(text: string, version: '1.1' | '1.2'): string {
  const document = parseDocument(text, { version, intAsBigInt: true, prettyErrors: false });
  if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message} in ${text}`);
  return canonicalJson(document.toJS({ maxAliasCount: 0 }) as JsonValue);
}

/** A document of the kind that is really written. */
function manifest(value: JsonValue): JsonValue {
  const object = newObject();
  object['spec'] = value;
  object['kind'] = 'Test';
  object['metadata'] = isObject(value) ? value : newObject();
  object['apiVersion'] = 'v1';
  return object;
}

describe('a printer that remembers', () => {
  test('prints values that share parts as if it saw each for the first time', () => {
    const parts = fc.array(nastyValue, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.array(fc.nat(11), { minLength: 2, maxLength: 12 }), (shared, picks) => {
        const print = createPrinter();
        for (const pick of picks) {
          const part = shared[pick % shared.length] ?? null;
          // The same part at different columns, in different company.
          const value = [part, manifest(part), [[part]]][pick % 3] ?? null;
          const object = manifest(pick % 2 === 0 ? [value, part] : value);
          expect(print(object)).toBe(printYaml(object));
          expect(print(value)).toBe(printYaml(value));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('prints variants that were edited copy-on-write like any other value', () => {
    const members = fc.dictionary(nastyString, fc.oneof(nastyValue, longText), { maxKeys: 5 });
    const edits = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.oneof(nastyValue, longText)));
    fc.assert(
      fc.property(fc.array(members, { minLength: 1, maxLength: 5 }), edits, (base, changes) => {
        const spec = toObject(
          base.map((each, index) => [`${index}`, toObject(Object.entries(each))]),
        );
        const print = createPrinter();
        const variants = changes.map(([first, second, value]) =>
          manifest(edited(spec, first, (part) => edited(part, second, () => value))),
        );
        for (const variant of [manifest(spec), ...variants])
          expect(print(variant)).toBe(printYaml(variant));
      }),
      { numRuns: 500 },
    );
  });

  test('prints the same long text again wherever its key stands', () => {
    const depths = fc.array(fc.nat(4), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(longText, depths, (text, each) => {
        const print = createPrinter();
        for (const depth of each) {
          let value: JsonValue = toObject([['script', text]]);
          for (let around = 0; around < depth; around += 1)
            value = around % 2 === 0 ? toObject([['data', value]]) : [value];
          expect(print(manifest(value))).toBe(printYaml(manifest(value)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

const longText = fc
  .tuple(nastyString, fc.constantFrom('word ', 'line\n', 'é\n', ' \n'), fc.constantFrom(13, 20, 80))
  .map(([text, piece, count]) => text + piece.repeat(count));

function toObject(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  const object = newObject();
  for (const [key, value] of entries) object[key] = value;
  return object;
}

/** A copy in which the member at an index is another one; nothing else is copied. */
function edited(
  value: JsonValue,
  index: number,
  change: (member: JsonValue) => JsonValue,
): JsonValue {
  if (!isObject(value)) return value;
  const object = copyObject(value);
  const key = Object.keys(value)[index % Math.max(Object.keys(value).length, 1)];
  if (key !== undefined) object[key] = change(value[key] ?? null);
  return object;
}

describe('print then parse gives the same value', () => {
  test.each(['1.1', '1.2'] as const)('in a reader of YAML %s', (version) => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        const object = manifest(value);
        expect(readWith(printYaml(object), version)).toBe(canonicalJson(object));
      }),
      { numRuns: 1500 },
    );
  });

  test('in our own reader, without a warning', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        const object = manifest(value);
        const { documents, diagnostics } = parseYaml(printYaml(object));
        expect(diagnostics).toEqual([]);
        expect(documents.map((document) => canonicalJson(document.value))).toEqual([
          canonicalJson(object),
        ]);
      }),
      { numRuns: 1500 },
    );
  });

  test('for every string as value, key, item and document', () => {
    fc.assert(
      fc.property(nastyString, (text) => {
        const object = newObject();
        object[text] = [text, { [text]: text }, [[text]]];
        expect(readWith(printYaml(object), '1.2')).toBe(canonicalJson(object));
        expect(readWith(printYaml(text), '1.1')).toBe(canonicalJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('as JSON, compact and indented', () => {
    fc.assert(
      fc.property(nastyValue, fc.constantFrom(0, 2), (value, indent) => {
        expect(canonicalJson(readExactJson(printJson(value, { indent })))).toBe(
          canonicalJson(value),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test('the order of members makes no difference to what is printed', () => {
  const reversed = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(reversed);
    if (!isObject(value)) return value;
    const object = newObject();
    for (const key of Object.keys(value).reverse()) object[key] = reversed(value[key] ?? null);
    return object;
  };
  fc.assert(
    fc.property(nastyValue, (value) => {
      expect(printYaml(manifest(reversed(value)))).toBe(printYaml(manifest(value)));
    }),
  );
});
