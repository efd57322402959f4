/** Where an object goes: its own choice, its replica preference, its namespace, in this order. */
import type { ClusterOverride, FederatedObject, ParsedPlacement } from './federated.ts';
import {
  checkNames,
  type History,
  type Preference,
  scheduleReplicas,
  writeBack,
} from './preference.ts';
import type { Problems } from './problems.ts';
import { isValidSelector, matchSelector } from './selector.ts';
import { isAbsent, type Json } from './values.ts';
import type { World } from './world.ts';

/** The objects that make each namespace, by its name. */
export type Namespaces = ReadonlyMap<string, readonly FederatedObject[]>;

export interface Placed {
  clusters: string[];
  overrides: ClusterOverride[];
}

export interface PlacementContext {
  world: World;
  problems: Problems;
  namespaces: Namespaces;
  history: History;
}

export function placeObject(
  federated: FederatedObject,
  preference: Preference | undefined,
  context: PlacementContext,
): Placed {
  const { world, problems } = context;
  const own = chooseClusters(federated.placement, world, problems);
  const limit = limitOf(federated, context);
  const narrow = (names: readonly string[]) =>
    names.filter((name) => limit === undefined || limit.includes(name));
  let placed: Placed = { clusters: narrow(own), overrides: federated.overrides };
  const candidates =
    preference && candidatesOf(preference, federated, placed.clusters, context.namespaces, world);
  if (preference !== undefined && candidates !== undefined) {
    checkNames(preference, world, problems);
    if (candidates.length > 0) {
      const current = context.history(federated);
      const replicas = scheduleReplicas(preference, candidates, current);
      placed = {
        clusters: narrow(Object.keys(replicas)),
        overrides: writeBack(federated.overrides, replicas),
      };
    }
  }
  if (placed.clusters.length === 0 && world.rows.noCluster === 'error')
    reportNowhere(federated, own, limit, context);
  return placed;
}

/** The clusters of the namespace an object lives in; undefined when nothing limits it. */
function limitOf(
  federated: FederatedObject,
  { namespaces, world }: PlacementContext,
): string[] | undefined {
  if (!federated.type.isNamespaced || federated.isNamespace) return undefined;
  const within = namespaces.get(federated.namespace);
  if (within !== undefined) {
    // What is wrong with the namespace itself is found where it is placed.
    const allowed = within.flatMap(({ placement }) => chooseClusters(placement, world));
    return [...new Set(allowed)];
  }
  return world.rows.namespaces === 'narrow' || world.isNamespacedControlPlane ? undefined : [];
}

/** Going nowhere is right if it is said so, or if the namespace goes nowhere, which is reported there. */
function reportNowhere(
  federated: FederatedObject,
  own: readonly string[],
  limit: readonly string[] | undefined,
  { namespaces, problems, world }: PlacementContext,
): void {
  const { clusters, selector } = federated.placement;
  if (clusters?.length === 0) return;
  if (limit?.length === 0) {
    if (!namespaces.has(federated.namespace)) problems.error('placement/namespace-not-federated');
    return;
  }
  if (own.length > 0 || (clusters === undefined && isAbsent(selector)))
    problems.error('placement/none');
  else if (clusters === undefined) problems.error(codeForSelector(selector));
  // Names that are not known are an error of their own, or else only warned of.
  else if (world.rows.unknownCluster === 'warn') problems.error('placement/none');
}

function codeForSelector(selector: Json | undefined): string {
  const isValid = !isAbsent(selector) && isValidSelector(selector);
  return isValid ? 'placement/selector-matches-nothing' : 'placement/invalid-selector';
}

/** Without any cluster nothing can be placed; objects that ask for none are left. */
export function reportNoInventory(
  objects: readonly FederatedObject[],
  context: PlacementContext,
): void {
  const { world, problems } = context;
  for (const federated of objects) {
    const { clusters, selector } = federated.placement;
    if (clusters === undefined && !isAbsent(selector) && !isValidSelector(selector))
      problems.error('placement/invalid-selector');
    const asks = clusters === undefined ? !isAbsent(selector) : clusters.length > 0;
    if (asks) problems.error('repo/no-inventory');
    else if (world.rows.noCluster === 'error')
      reportNowhere(federated, [], limitOf(federated, context), context);
  }
}

/** The names that a placement selects among the clusters there are. Without `problems` nothing is reported. */
function chooseClusters(placement: ParsedPlacement, world: World, problems?: Problems): string[] {
  const { clusters, selector } = placement;
  const known = [...world.clusters.keys()];
  if (clusters === undefined) return selectClusters(selector, world, problems);
  if (clusters.some((name) => !world.clusters.has(name)) && world.rows.unknownCluster === 'error')
    problems?.error('placement/unknown-cluster');
  if (!isAbsent(selector) && world.config.mode === 'gitops' && !isValidSelector(selector))
    problems?.error('placement/invalid-selector');
  return known.filter((name) => clusters.includes(name));
}

function selectClusters(
  selector: Json | undefined,
  world: World,
  problems: Problems | undefined,
): string[] {
  if (!isAbsent(selector) && !isValidSelector(selector)) {
    problems?.error('placement/invalid-selector');
    return [];
  }
  const names: string[] = [];
  for (const [name, labels] of world.clusters)
    if (matchSelector(selector, labels) === true) names.push(name);
  return names;
}

/** Undefined when nothing is scheduled. */
function candidatesOf(
  preference: Preference,
  federated: FederatedObject,
  placed: readonly string[],
  namespaces: Namespaces,
  world: World,
): readonly string[] | undefined {
  if (world.rows.replicaCandidates === 'placed') return placed;
  const all = [...world.clusters];
  if (!preference.intersectWithClusterSelector) return all.map(([name]) => name);
  // A plain Namespace is none that the controller would look at.
  const within = namespaces
    .get(federated.namespace)
    ?.filter(({ type }) => type.kind !== '')
    .at(-1)?.placement;
  if (within === undefined) return undefined;
  return all
    .filter(([, labels]) => matchSelector(federated.placement.selector, labels) === true)
    .filter(([, labels]) => matchSelector(within.selector, labels) === true)
    .map(([name]) => name);
}
