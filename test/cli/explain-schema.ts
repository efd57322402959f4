/** Answers of explain and why-not against their published schema, which for tests allows nothing that it does not describe. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { root } from '../repository.ts';

const text = readFileSync(join(root, 'schemas/explain.schema.json'), 'utf8');
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  closed(JSON.parse(text)) as object,
);

/** The answer, after a look at its shape. */
export function readAnswer(output: string) {
  const answer = JSON.parse(output);
  validate(answer);
  const problems = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return answer;
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const copy = Object.fromEntries(members);
  return Object.hasOwn(copy, 'properties') && copy.type === 'object'
    ? { ...copy, additionalProperties: false }
    : copy;
}
