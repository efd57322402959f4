/** The facts of a compilation in; out: for each source object and cluster whether it goes there, and why. */
import type { Inventory } from '../model/cluster.ts';
import type { Fact } from '../model/decisions.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import type { Origin } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';

export interface ClusterExplanation {
  readonly cluster: string;
  readonly isPlaced: boolean;
  /** A few words. */
  readonly reason: string;
  /** Where it was decided. */
  readonly origin: Origin;
  /** What a replica preference gives it. */
  readonly replicas?: number;
}

export interface PlacementExplanation {
  readonly key: ObjectKey;
  readonly origin: Origin;
  /** All clusters of the inventory, and names that the placement lists without their being in it; sorted. */
  readonly clusters: readonly ClusterExplanation[];
}

export interface ExplainInput {
  readonly facts: readonly Fact[];
  readonly inventory: Inventory;
  readonly manifests: readonly Variant[];
}

type ResourceFact = Extract<Fact, { readonly resource: Origin }>;
/** What decides whether an object goes to a cluster. */
type ClusterFact = Exclude<
  Extract<ResourceFact, { readonly cluster: string }>,
  { readonly kind: 'override-applied' | 'limit-evaluated' }
>;

/** One explanation per source object, in the order in which the stages met them. */
export function explainPlacement({
  facts,
  inventory,
  manifests,
}: ExplainInput): readonly PlacementExplanation[] {
  const resources = new Map<string, { key: ObjectKey; origin: Origin; facts: ClusterFact[] }>();
  const resourceAt = (key: ObjectKey, origin: Origin) => {
    const identity = `${keyText(key)} ${originText(origin)}`;
    const known = resources.get(identity) ?? { key, origin, facts: [] };
    resources.set(identity, known);
    return known;
  };
  for (const fact of facts) {
    const resource = resourceAt(fact.key, fact.resource);
    if (isDeciding(fact)) resource.facts.push(fact);
  }
  for (const { key, origin } of manifests) resourceAt(key, origin);
  const placed = placements(manifests);
  return Array.from(resources.values(), ({ key, origin, facts: own }) => ({
    key,
    origin,
    clusters: explainClusters({
      origin,
      facts: own,
      inventory,
      placed: placed.get(originText(origin)),
    }),
  }));
}

function isDeciding(fact: Fact): fact is ClusterFact {
  return 'cluster' in fact && fact.kind !== 'override-applied' && fact.kind !== 'limit-evaluated';
}

function originText({ file, document, pointer }: Origin): string {
  return `${file}#${document}${pointer}`;
}

function placements(manifests: readonly Variant[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { origin, clusters } of manifests) {
    const text = originText(origin);
    const known = found.get(text) ?? new Set();
    for (const cluster of clusters) known.add(cluster);
    found.set(text, known);
  }
  return found;
}

interface Resource {
  readonly origin: Origin;
  readonly facts: readonly ClusterFact[];
  readonly inventory: Inventory;
  readonly placed: ReadonlySet<string> | undefined;
}

function explainClusters({ origin, facts, inventory, placed }: Resource): ClusterExplanation[] {
  const labels = new Map(inventory.clusters.map((cluster) => [cluster.name, cluster.labels]));
  const names = new Set([...labels.keys(), ...facts.map(({ cluster }) => cluster)]);
  return [...names].sort().map((cluster) => {
    const own = facts.filter((fact) => fact.cluster === cluster);
    const decisive = own.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
    const planned = own.findLast((fact) => fact.kind === 'replicas-planned');
    return {
      cluster,
      isPlaced: placed?.has(cluster) ?? false,
      reason:
        decisive === undefined ? 'no decision' : reasonOf(decisive, labels.get(cluster) ?? {}),
      origin: decisive !== undefined && 'origin' in decisive ? decisive.origin : origin,
      ...(planned === undefined ? {} : { replicas: planned.replicas }),
    };
  });
}

/** What narrows comes after what schedules, and that after what chooses: the last word counts. */
function weightOf({ kind }: ClusterFact): number {
  switch (kind) {
    case 'namespace-narrowed':
      return 3;
    case 'preference-widened':
    case 'preference-dropped':
      return 2;
    case 'replicas-planned':
      return 0;
    case 'cluster-listed':
    case 'cluster-not-listed':
    case 'cluster-unknown':
    case 'selector-evaluated':
    case 'placement-absent':
      return 1;
  }
}

type Labels = Readonly<Record<string, string>>;

function reasonOf(fact: ClusterFact, labels: Labels): string {
  switch (fact.kind) {
    case 'cluster-listed':
      return 'listed in placement.clusters';
    case 'cluster-not-listed':
      return 'not listed in placement.clusters';
    case 'cluster-unknown':
      return 'listed, but not in the inventory';
    case 'selector-evaluated':
      if (fact.matched) return 'the cluster selector takes it';
      return `the cluster selector wants ${fact.failed.map((each) => wanted(each, labels)).join(' and ')}`;
    case 'placement-absent':
      return 'no placement is written';
    case 'replicas-planned':
      return `the replica preference gives it ${fact.replicas}`;
    case 'preference-widened':
      return 'added by the replica preference';
    case 'preference-dropped':
      return 'dropped by the replica preference';
    case 'namespace-narrowed':
      return `namespace ${fact.namespace} does not go there`;
  }
}

function wanted({ key, operator, values }: LabelRequirement, labels: Labels): string {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const has = value === undefined ? 'it has none' : `it has ${value}`;
  switch (operator) {
    case 'In':
      return `${key}=${values.join('|')} (${has})`;
    case 'NotIn':
      return `${key} other than ${values.join('|')}`;
    case 'Exists':
      return `a label ${key}`;
    case 'DoesNotExist':
      return `no label ${key} (${has})`;
  }
}
