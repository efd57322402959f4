/** Where an object goes: its own choice, its replica preference, its namespace, in this order. */
import type { ClusterOverride, FederatedObject, ParsedPlacement } from './federated.ts';
import { type Preference, scheduleReplicas, writeBack } from './preference.ts';
import type { Problems } from './problems.ts';
import { isValidSelector, matchSelector } from './selector.ts';
import { isAbsent, type Json } from './values.ts';
import type { World } from './world.ts';

/** Placement of the FederatedNamespaces whose name is that of their namespace, by namespace. */
export type NamespacePlacements = ReadonlyMap<string, ParsedPlacement>;

export interface Placed {
  clusters: string[];
  overrides: ClusterOverride[];
}

export function placeObject(
  federated: FederatedObject,
  preference: Preference | undefined,
  namespaces: NamespacePlacements,
  world: World,
  problems: Problems,
): Placed {
  const within = isNarrowed(federated) ? namespaces.get(federated.namespace) : undefined;
  const narrow = (names: string[]) => narrowNames(names, federated, within, world, problems);
  const own = chooseClusters(federated.placement, world, problems);
  let placed: Placed = { clusters: narrow(own), overrides: federated.overrides };
  const candidates =
    preference && candidatesOf(preference, federated, placed.clusters, within, world);
  if (preference !== undefined && candidates !== undefined && candidates.length > 0) {
    const replicas = scheduleReplicas(preference, candidates);
    placed = {
      clusters: narrow(Object.keys(replicas)),
      overrides: writeBack(federated.overrides, replicas),
    };
  }
  const onPurpose = [federated.placement, within].some(
    (placement) => placement?.clusters?.length === 0,
  );
  if (placed.clusters.length === 0 && !onPurpose && world.rows.noCluster === 'error')
    problems.error(codeForNowhere(federated.placement));
  return placed;
}

function isNarrowed(federated: FederatedObject): boolean {
  return federated.type.isNamespaced && !federated.isNamespace;
}

function codeForNowhere({ clusters, selector }: ParsedPlacement): string | undefined {
  return clusters === undefined && isAbsent(selector) ? 'placement/none' : undefined;
}

/** The names that a placement selects among the clusters there are. */
export function chooseClusters(
  placement: ParsedPlacement,
  world: World,
  problems: Problems,
): string[] {
  const { clusters, selector } = placement;
  const known = [...world.clusters.keys()];
  if (clusters !== undefined) {
    if (clusters.some((name) => !world.clusters.has(name)) && world.rows.unknownCluster === 'error')
      problems.error('placement/unknown-cluster');
    if (!isAbsent(selector) && world.config.mode === 'gitops' && !isValidSelector(selector))
      problems.error('placement/invalid-selector');
    return known.filter((name) => clusters.includes(name));
  }
  return selectClusters(selector, world, problems);
}

function selectClusters(selector: Json | undefined, world: World, problems: Problems): string[] {
  if (!isAbsent(selector) && !isValidSelector(selector)) {
    problems.error('placement/invalid-selector');
    return [];
  }
  const names: string[] = [];
  for (const [name, labels] of world.clusters)
    if (matchSelector(selector, labels) === true) names.push(name);
  return names;
}

function narrowNames(
  names: string[],
  federated: FederatedObject,
  within: ParsedPlacement | undefined,
  world: World,
  problems: Problems,
): string[] {
  if (!isNarrowed(federated)) return names;
  if (within === undefined) {
    const placesAsWritten = world.rows.namespaces === 'narrow' || world.isNamespacedControlPlane;
    return placesAsWritten ? names : [];
  }
  const allowed = chooseClusters(within, world, problems);
  return names.filter((name) => allowed.includes(name));
}

/** Undefined when nothing is scheduled. */
function candidatesOf(
  preference: Preference,
  federated: FederatedObject,
  placed: readonly string[],
  within: ParsedPlacement | undefined,
  world: World,
): readonly string[] | undefined {
  if (world.rows.replicaCandidates === 'placed') return placed;
  const all = [...world.clusters];
  if (!preference.intersectWithClusterSelector) return all.map(([name]) => name);
  if (within === undefined) return undefined;
  return all
    .filter(([, labels]) => matchSelector(federated.placement.selector, labels) === true)
    .filter(([, labels]) => matchSelector(within.selector, labels) === true)
    .map(([name]) => name);
}
