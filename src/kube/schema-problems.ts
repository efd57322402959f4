/** A value that does not fit its schema in, what is wrong with it out. */

import { quote } from '../diagnostics/quote.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo, pointerTokens } from '../model/source.ts';
import {
  clusterInventory,
  config,
  facts,
  federatedObject,
  federatedTypeConfig,
  replicaSchedulingPreference,
} from './generated/validators.ts';
import type { SchemaName, SchemaProblem } from './schemas.ts';

/** One error of a compiled validator. */
interface Complaint {
  readonly instancePath: JsonPointer;
  readonly schemaPath: string;
  /** Any keyword of JSON Schema, `if` included. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly validate: {
    (value: JsonValue): boolean;
    errors?: readonly Complaint[] | null;
  };
  readonly facts: {
    /** The members allowed, by the schema path of additionalProperties. */
    readonly members: Readonly<Record<string, readonly string[]>>;
    /** Schema paths of the types that are 64-bit integers. */
    readonly wide: readonly string[];
    /** What to say instead of showing a pattern, by schema path. */
    readonly words: Readonly<Record<string, string>>;
  };
}

const schemas: Readonly<Record<SchemaName, Schema>> = {
  config: { validate: config, facts: facts.config },
  'cluster-inventory': { validate: clusterInventory, facts: facts.clusterInventory },
  'federated-type-config': { validate: federatedTypeConfig, facts: facts.federatedTypeConfig },
  'replica-scheduling-preference': {
    validate: replicaSchedulingPreference,
    facts: facts.replicaSchedulingPreference,
  },
  'federated-object': { validate: federatedObject, facts: facts.federatedObject },
};

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'an integer',
  null: 'empty',
  number: 'a number',
  object: 'a map',
  string: 'text',
};

const LEAST_INT64 = -(2n ** 63n);
const MOST_INT64 = 2n ** 63n - 1n;

/** What is wrong with a value, as `checkSchema` gives it. */
export function schemaProblems(name: SchemaName, value: JsonValue): readonly SchemaProblem[] {
  const schema = schemas[name];
  if (schema.validate(value)) return [];
  const problems = new Map<string, SchemaProblem>();
  for (const complaint of schema.validate.errors ?? []) {
    const problem = problemOf(complaint, schema, value);
    if (problem === undefined) continue;
    const place = `${problem.pointer}\n${problem.member ?? ''}`;
    // The type is checked first, and what else is said about a value of the wrong type is noise, but for the values there are.
    if (!problems.has(place) || problem.keyword === 'enum') problems.set(place, problem);
  }
  return [...problems.values()];
}

function problemOf(
  complaint: Complaint,
  schema: Schema,
  value: JsonValue,
): SchemaProblem | undefined {
  const { instancePath: pointer, params } = complaint;
  switch (complaint.keyword) {
    case 'type':
      return typeProblem(complaint, schema, value);
    case 'required':
      return missingMember(pointer, String(params['missingProperty']));
    case 'additionalProperties':
      return unknownMember(complaint, schema);
    case 'enum':
      return notAmong(pointer, params['allowedValues'] as readonly string[]);
    case 'pattern':
      return {
        pointer,
        keyword: 'pattern',
        message: schema.facts.words[complaint.schemaPath] ?? `must match ${params['pattern']}`,
      };
    case 'minimum':
    case 'maximum':
      return outOfRange(pointer, complaint.keyword, String(params['limit']));
    default:
      // `if` only says that the complaints about its branch were about its branch.
      return undefined;
  }
}

function typeProblem(
  complaint: Complaint,
  schema: Schema,
  value: JsonValue,
): SchemaProblem | undefined {
  const pointer = complaint.instancePath;
  if (schema.facts.wide.includes(complaint.schemaPath)) {
    const found = valueAt(value, pointer);
    if (typeof found === 'bigint') return wideIntegerProblem(pointer, found);
  }
  const wanted = [complaint.params['type']].flat().map(String);
  // Nothing under a key counts as absent, so `empty` would be a strange thing to ask for.
  const words = wanted.filter((type) => type !== 'null').map((type) => typeWords[type] ?? type);
  return { pointer, keyword: 'type', message: `must be ${words.join(' or ')}` };
}

function wideIntegerProblem(pointer: JsonPointer, found: bigint): SchemaProblem | undefined {
  if (found > MOST_INT64) return outOfRange(pointer, 'maximum', String(MOST_INT64));
  if (found < LEAST_INT64) return outOfRange(pointer, 'minimum', String(LEAST_INT64));
  return undefined;
}

function outOfRange(
  pointer: JsonPointer,
  keyword: 'minimum' | 'maximum',
  limit: string,
): SchemaProblem {
  const side = keyword === 'minimum' ? 'at least' : 'at most';
  return { pointer, keyword, message: `must be ${side} ${limit}` };
}

function missingMember(pointer: JsonPointer, member: string): SchemaProblem {
  return { pointer, keyword: 'required', message: `must have ${quote(member)}`, member };
}

function unknownMember(complaint: Complaint, schema: Schema): SchemaProblem {
  const member = String(complaint.params['additionalProperty']);
  return {
    pointer: pointerTo(complaint.instancePath, member),
    keyword: 'additionalProperties',
    message: 'is not known here',
    member,
    allowed: schema.facts.members[complaint.schemaPath] ?? [],
  };
}

function notAmong(pointer: JsonPointer, values: readonly string[]): SchemaProblem {
  const allowed = values.filter((value) => value !== '');
  const message = `must be ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}`;
  return { pointer, keyword: 'enum', message, allowed };
}

function valueAt(value: JsonValue, pointer: JsonPointer): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const token of pointerTokens(pointer)) {
    if (isArray(found)) found = found[Number(token)];
    else if (isObject(found)) found = found[token];
    else return undefined;
  }
  return found;
}
