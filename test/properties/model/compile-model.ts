/** The meaning of a whole repository, worked out the plain way: every cluster's objects, or failure. */
import { type Candidate, fateOf, findFederated } from './candidates.ts';
import {
  type ModelDocument,
  nameOf,
  namespaceOf,
  sortDocuments,
  splitVersion,
} from './documents.ts';
import { type FederatedObject, readFederated } from './federated.ts';
import { finishObject } from './finish.ts';
import { type Namespaces, type PlacementContext, placeObject, reportNoInventory } from './place.ts';
import { findPlainObjects } from './plain.ts';
import { findPreferences, type Preference, readHistory } from './preference.ts';
import { Problems } from './problems.ts';
import { type ModelConfig, resolveRows } from './rows.ts';
import { type JsonMap, textOr } from './values.ts';
import { readWorld, type World } from './world.ts';

export interface ModelInput {
  documents: ModelDocument[];
  config: ModelConfig;
  /** The repository as it was when the tree was last written; only replica counts are taken from it. */
  earlier?: ModelInput;
}

export interface ModelResult {
  /** An error: nothing may be written. */
  fails: boolean;
  /** Error codes that are certain; with `isCertain` they are all there can be. */
  codes: Set<string>;
  isCertain: boolean;
  /** Objects by `group/kind/namespace/name`, by cluster. */
  clusters: Clusters;
}

type Clusters = Map<string, Map<string, JsonMap>>;

interface Unit {
  federated: FederatedObject;
  isWritten: boolean;
}

export function runModel(input: ModelInput): ModelResult {
  const problems = new Problems();
  const sorted = sortDocuments(input.documents);
  const world = readWorld(input.config, resolveRows(input.config), sorted, problems);
  const candidates = findFederated(sorted.others, world, problems);
  const plain = findPlainObjects(sorted.others, world, problems);
  const units = [
    ...candidates.flatMap((candidate) => readUnit(candidate, world, problems)),
    ...plain.map((federated) => ({ federated, isWritten: true })),
  ];
  // An empty result would look like an order to delete everything.
  if (candidates.length + plain.length === 0) problems.error();
  const context: Context = {
    world,
    problems,
    namespaces: namespacesAmong(units),
    preferences: findPreferences(sorted.preferences, world, problems),
    history: readHistory(input.earlier === undefined ? undefined : runModel(input.earlier)),
  };
  const clusters: Clusters = new Map();
  if (world.clusters.size === 0)
    reportNoInventory(
      units.map(({ federated }) => federated),
      context,
    );
  else for (const unit of units) compileUnit(unit, context, clusters);
  return { fails: problems.fails, codes: problems.codes, isCertain: problems.isCertain, clusters };
}

/** `group/kind/namespace/name` as the object itself says. */
export function identityText(object: JsonMap): string {
  const [group] = splitVersion(textOr(object['apiVersion'], ''));
  return `${group}/${textOr(object['kind'], '')}/${namespaceOf(object)}/${nameOf(object)}`;
}

function readUnit(candidate: Candidate, world: World, problems: Problems): Unit[] {
  const { source, type, name } = candidate;
  const fate = fateOf(candidate, world, problems);
  if (fate === 'ignored') return [];
  const system = ['default', 'kube-system', 'kube-public', world.config.kubefedNamespace];
  const isSystem = type.target.kind === 'Namespace' && system.includes(name);
  const federated = readFederated(source, type, candidate, world, problems, fate);
  return [{ federated, isWritten: fate === 'compiled' && !isSystem }];
}

/** Several sources of one namespace are taken together. */
function namespacesAmong(units: readonly Unit[]): Namespaces {
  const namespaces = new Map<string, FederatedObject[]>();
  for (const { federated } of units) {
    if (!federated.isNamespace) continue;
    namespaces.set(federated.name, [...(namespaces.get(federated.name) ?? []), federated]);
  }
  return namespaces;
}

interface Context extends PlacementContext {
  preferences: readonly Preference[];
}

function compileUnit({ federated, isWritten }: Unit, context: Context, clusters: Clusters): void {
  const { world, problems, preferences } = context;
  const preference = preferences.find(
    ({ namespace, name, targetKind }) =>
      namespace === federated.namespace &&
      name === federated.name &&
      targetKind === federated.type.kind,
  );
  const placed = placeObject(federated, preference, context);
  if (!isWritten) return;
  for (const cluster of placed.clusters) {
    const items = placed.overrides.find((override) => override.cluster === cluster)?.items ?? [];
    const object = finishObject(federated, items, world.rows, problems);
    if (object !== undefined) put(cluster, object, clusters, problems);
  }
}

function put(cluster: string, object: JsonMap, clusters: Clusters, problems: Problems): void {
  const objects = clusters.get(cluster) ?? new Map<string, JsonMap>();
  clusters.set(cluster, objects);
  const key = identityText(object);
  if (objects.has(key)) problems.error('output/duplicate-object');
  objects.set(key, object);
}
