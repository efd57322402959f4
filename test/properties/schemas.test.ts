/** Whether a value fits its schema is asked in a short way first, which may never accept what the long one complains of. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemaProblems } from '../../src/kube/schema-problems.ts';
import { checkSchema, type SchemaName } from '../../src/kube/schemas.ts';
import type { JsonValue } from '../../src/model/kube-object.ts';
import { jsonValue } from '../json-value.ts';
import { nastyString, nastyValue } from './nasty-values.ts';

interface Schema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly JsonValue[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

/** Nearly always what a schema asks for, so that most of a document is right and few places of it are wrong. */
function valueFor(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const { $ref, ...own } = schema;
  const target = $ref === undefined ? {} : root.definitions?.[$ref.slice('#/definitions/'.length)];
  const meant = soundValue({ ...target, ...own }, root);
  return fc.oneof({ weight: 60, arbitrary: meant }, { weight: 1, arbitrary: nastyValue });
}

function soundValue(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.pattern !== undefined) return matching(schema.pattern);
  const [type] = [schema.type ?? 'string'].flat();
  switch (type) {
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, root), { maxLength: 3 });
    case 'object':
      return soundObject(schema, root);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }));
    default:
      return nastyString;
  }
}

/** Patterns that look ahead cannot be turned around; these texts fit most of them. */
function matching(pattern: string): fc.Arbitrary<string> {
  return pattern.includes('(?')
    ? fc.constantFrom('a', 'rendered', 'https://example.com/fleet.git')
    : fc.stringMatching(new RegExp(pattern, 'u'));
}

function soundObject(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties = {} } = schema;
  const members = Object.entries(properties).map(([key, member]) => [key, valueFor(member, root)]);
  const other = typeof additionalProperties === 'object' ? valueFor(additionalProperties, root) : 0;
  const others =
    other === 0
      ? fc.oneof({ weight: 60, arbitrary: fc.constant({}) }, fc.constant({ unknown: 1 }))
      : fc.dictionary(nastyString, other, { maxKeys: 2 });
  const named = fc.record<Record<string, unknown>, string>(Object.fromEntries(members), {
    requiredKeys: [...required],
  });
  return fc.tuple(named, others).map(([one, two]) => ({ ...two, ...one }));
}

const names: readonly SchemaName[] = [
  'config',
  'cluster-inventory',
  'federated-type-config',
  'replica-scheduling-preference',
  'federated-object',
];

test.each(names)('%s', (name) => {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  const schema: Schema = JSON.parse(readFileSync(file, 'utf8'));
  const counts = { right: 0, wrong: 0 };
  const check = (literal: unknown) => {
    const value = jsonValue(literal);
    const problems = schemaProblems(name, value);
    expect(checkSchema(name, value)).toEqual(problems);
    counts[problems.length === 0 ? 'right' : 'wrong'] += 1;
  };
  fc.assert(fc.property(valueFor(schema, schema), check), { numRuns: 1000 });
  expect(counts.right).toBeGreaterThan(20);
  expect(counts.wrong).toBeGreaterThan(20);
});
