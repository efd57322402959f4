/** The meaning of a whole repository, worked out the plain way: every cluster's objects, or failure. */
import {
  type ModelDocument,
  nameOf,
  namespaceOf,
  type SourceObject,
  sortDocuments,
  splitVersion,
} from './documents.ts';
import {
  type FederatedObject,
  type ParsedPlacement,
  readFederated,
  readIdentity,
  readPlacement,
  typeOf,
} from './federated.ts';
import { finishObject } from './finish.ts';
import { chooseClusters, type NamespacePlacements, placeObject } from './place.ts';
import { type Preference, readPreference } from './preference.ts';
import { Problems } from './problems.ts';
import { type ModelConfig, resolveRows } from './rows.ts';
import { cloneValue, type JsonMap, member, textOr } from './values.ts';
import { type FederatedType, isInScope, readWorld, type World } from './world.ts';

export interface ModelInput {
  documents: ModelDocument[];
  config: ModelConfig;
}

export interface ModelResult {
  /** An error: nothing may be written. */
  fails: boolean;
  /** Error codes that are certain; with `isCertain` they are all there can be. */
  codes: Set<string>;
  isCertain: boolean;
  /** Objects by `group/kind/namespace/name`, by cluster. */
  clusters: Map<string, Map<string, JsonMap>>;
}

interface Candidate {
  source: SourceObject;
  type: FederatedType;
  namespace: string;
  name: string;
}

export function runModel(input: ModelInput): ModelResult {
  const problems = new Problems();
  const sorted = sortDocuments(input.documents);
  const world = readWorld(input.config, resolveRows(input.config), sorted, problems);
  const clusters: ModelResult['clusters'] = new Map();
  const put = (cluster: string, object: JsonMap) => {
    const objects = clusters.get(cluster) ?? new Map<string, JsonMap>();
    clusters.set(cluster, objects);
    const key = identityText(object);
    if (objects.has(key)) problems.error('output/duplicate-object');
    objects.set(key, object);
  };
  const federated = findFederated(sorted.others, world, problems);
  const namespaces = namespacePlacements(federated, world);
  const preferences = findPreferences(sorted.preferences, world, problems);
  for (const candidate of federated) {
    if (!isCompiled(candidate, world, problems)) continue;
    const object = readFederated(candidate.source, candidate.type, candidate, world, problems);
    compileObject(object, preferences, namespaces, world, problems, put);
  }
  compilePlainObjects(sorted.others, world, problems, put);
  return { fails: problems.fails, codes: problems.codes, isCertain: problems.isCertain, clusters };
}

/** `group/kind/namespace/name` as the object itself says. */
export function identityText(object: JsonMap): string {
  const [group] = splitVersion(textOr(object['apiVersion'], ''));
  return `${group}/${textOr(object['kind'], '')}/${namespaceOf(object)}/${nameOf(object)}`;
}

function findFederated(
  others: readonly SourceObject[],
  world: World,
  problems: Problems,
): Candidate[] {
  const found: Candidate[] = [];
  for (const source of others) {
    const type = typeOf(source, world);
    if (type === 'unknown') problems.error('kubefed/unknown-type');
    if (type === undefined || type === 'unknown') continue;
    const identity = readIdentity(source, type, world, problems);
    if (identity !== undefined) found.push({ source, type, ...identity });
  }
  return found;
}

/** A FederatedNamespace narrows even when it is disabled, out of scope or that of a system namespace. */
function namespacePlacements(federated: readonly Candidate[], world: World): NamespacePlacements {
  const placements = new Map<string, ParsedPlacement>();
  for (const { source, type, name, namespace } of federated) {
    if (type.target.kind !== 'Namespace' || name !== namespace) continue;
    placements.set(namespace, readPlacement(source, world, new Problems()));
  }
  return placements;
}

function findPreferences(
  sources: readonly SourceObject[],
  world: World,
  problems: Problems,
): Preference[] {
  if (!world.isPushing || !world.isScheduling) return [];
  return sources
    .map((source) => readPreference(source, world, problems))
    .filter((preference) => preference !== undefined);
}

function isCompiled(candidate: Candidate, world: World, problems: Problems): boolean {
  const { type, namespace, name } = candidate;
  if (!world.isPushing) return false;
  if (world.isNamespacedControlPlane && !type.isNamespaced) return false;
  if (!isInScope(namespace, world)) return false;
  if (!type.isEnabled && world.rows.disabledType === 'error')
    problems.error('kubefed/propagation-disabled');
  if (!type.isEnabled && world.rows.disabledType !== 'write') return false;
  return type.target.kind !== 'Namespace' || name === namespace;
}

function compileObject(
  federated: FederatedObject,
  preferences: readonly Preference[],
  namespaces: NamespacePlacements,
  world: World,
  problems: Problems,
  put: (cluster: string, object: JsonMap) => void,
): void {
  const preference = preferences.find(
    ({ namespace, name, targetKind }) =>
      namespace === federated.namespace &&
      name === federated.name &&
      targetKind === federated.type.kind,
  );
  const placed = placeObject(federated, preference, namespaces, world, problems);
  if (world.clusters.size === 0) problems.error('repo/no-inventory');
  const systemNamespaces = ['default', 'kube-system', 'kube-public', world.config.kubefedNamespace];
  if (federated.isNamespace && systemNamespaces.includes(federated.name)) return;
  for (const cluster of placed.clusters) {
    const items = placed.overrides.find((override) => override.cluster === cluster)?.items ?? [];
    const object = finishObject(federated, items, world.rows, problems);
    if (object !== undefined) put(cluster, object);
  }
}

const clusterScopedKinds = ['Namespace', 'ClusterRole'];
const namespacedKinds = ['ConfigMap', 'Deployment'];

function compilePlainObjects(
  others: readonly SourceObject[],
  world: World,
  problems: Problems,
  put: (cluster: string, object: JsonMap) => void,
): void {
  for (const source of others) {
    const row = world.config.plainObjects.find(({ files }) =>
      files.some((glob) => matches(glob, source.path)),
    );
    if (row === undefined || typeOf(source, world) !== undefined) continue;
    const object = cloneValue(source.object);
    if (namespacedKinds.includes(source.kind) && namespaceOf(object) === '') {
      const namespace = world.config.defaultNamespace;
      if (namespace === undefined) problems.error('kubefed/missing-namespace');
      else (object['metadata'] as JsonMap)['namespace'] = namespace;
    }
    if (clusterScopedKinds.includes(source.kind))
      delete (object['metadata'] as JsonMap)['namespace'];
    const { clusters, clusterSelector: selector } = row.placement as Record<
      string,
      JsonMap | JsonMap[]
    >;
    const names = (clusters as JsonMap[] | undefined)?.map((item) => String(member(item, 'name')));
    for (const cluster of chooseClusters({ clusters: names, selector }, world, problems))
      put(cluster, cloneValue(object));
  }
}

/** Only the globs that the generator writes: a path, or a folder with `**`. */
function matches(glob: string, path: string): boolean {
  return glob.endsWith('/**') ? path.startsWith(glob.slice(0, -2)) : glob === path;
}
