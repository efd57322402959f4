/** A document in, what is wrong with its shape out. The shapes are published as JSON Schemas in schemas/. */
import type { JsonValue } from '../model/kube-object.ts';
import type { JsonPointer } from '../model/source.ts';
import {
  clusterInventory,
  config,
  federatedObject,
  federatedTypeConfig,
  replicaSchedulingPreference,
} from './generated/acceptors.ts';
import { schemaProblems } from './schema-problems.ts';

export type SchemaName =
  | 'config'
  | 'cluster-inventory'
  | 'federated-type-config'
  | 'replica-scheduling-preference'
  | 'federated-object';

type Keyword =
  | 'type'
  | 'required'
  | 'additionalProperties'
  | 'enum'
  | 'pattern'
  | 'minimum'
  | 'maximum';

export interface SchemaProblem {
  /** The value concerned; for an unknown member the member itself, for a missing one the object that lacks it. */
  readonly pointer: JsonPointer;
  readonly keyword: Keyword;
  /** What holds of a right value, in plain words: `must be a list`, `must be one of a, b`. */
  readonly message: string;
  /** Name of the unknown or missing member. */
  readonly member?: string;
  /** The values of an enum, or the members that may stand where an unknown one was found. */
  readonly allowed?: readonly string[];
}

const accepts: Readonly<Record<SchemaName, (value: JsonValue) => boolean>> = {
  config,
  'cluster-inventory': clusterInventory,
  'federated-type-config': federatedTypeConfig,
  'replica-scheduling-preference': replicaSchedulingPreference,
  'federated-object': federatedObject,
};

/**
 * What is wrong with a value, at most one problem for one place (and one for each missing or unknown member).
 * A bigint is fine where anything is, and where the schema says format: int64; elsewhere it is no integer.
 */
export function checkSchema(name: SchemaName, value: JsonValue): readonly SchemaProblem[] {
  return accepts[name](value) ? [] : schemaProblems(name, value);
}
