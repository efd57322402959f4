/** The facts of a compilation in; out: for each source object and cluster whether it goes there, and why. */
import type { Inventory } from '../model/cluster.ts';
import type { Fact } from '../model/decisions.ts';
import { groupBy } from '../model/group-by.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import { type Origin, originText } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';
import {
  type Around,
  type ClusterFacts,
  decisiveRule,
  type EditFact,
  type PlacementRule,
  type PlannedFact,
  type ResourceFacts,
  rulesFor,
  schedules,
} from './explain-rules.ts';

export interface ClusterExplanation {
  readonly cluster: string;
  /** False: only the placement, or whoever asks, names it. */
  readonly isKnown: boolean;
  readonly isPlaced: boolean;
  /** The first rule that keeps it out, else the one that brings it there. */
  readonly because: PlacementRule;
  /** All that decides, in order. */
  readonly rules: readonly PlacementRule[];
  /** What a replica preference gives it. */
  readonly planned?: PlannedFact;
  /** What was edited there, in order. */
  readonly edits: readonly EditFact[];
}

export interface ObjectExplanation extends Omit<ResourceFacts, 'byCluster'> {
  /** All clusters of the inventory, and names that the placement lists without their being in it; sorted. */
  readonly clusters: readonly ClusterExplanation[];
  /** A replica preference decides where it goes, instead of its placement. */
  readonly isScheduled: boolean;
  /** The labels that are set on the result. */
  readonly stamped: readonly StampedFact[];
}

type StampedFact = Extract<Fact, { readonly kind: 'field-stamped' }>;

export interface ExplainInput {
  /** Of the objects that are meant, and of the Namespaces that they live within. */
  readonly facts: readonly Fact[];
  readonly inventory: Inventory;
  readonly manifests: readonly Variant[];
}

/** One explanation per source object, in the order in which the stages met them. */
export function explainPlacement(input: ExplainInput): readonly ObjectExplanation[] {
  const { facts, inventory, manifests } = input;
  const groups = [...groupBy(facts, (fact) => identityText(fact.key, fact.resource)).values()];
  const gathered = groups.flatMap((group) =>
    gather(group).map((resource) => ({ resource, stamped: stampsOf(group) })),
  );
  const around: Around = {
    labels: new Map(inventory.clusters.map(({ name, labels }) => [name, labels])),
    limits: groupBy(
      gathered.map(({ resource }) => resource),
      ({ key }) => keyText(key),
    ),
  };
  const placed = placements(manifests);
  return gathered.map(({ resource, stamped }) => {
    const { byCluster, ...rest } = resource;
    const taken = placed.get(originText(resource.origin)) ?? new Set();
    const clusters = [...namesOf(resource, around)]
      .sort()
      .map((cluster) => explainCluster(resource, cluster, { around, taken }));
    return { ...rest, clusters, isScheduled: schedules(resource), stamped };
  });
}

/** One for each field, however many contents there are. */
function stampsOf(facts: readonly Fact[]): readonly StampedFact[] {
  const byField = new Map(facts.filter(isStamped).map((fact) => [fact.pointer, fact]));
  return [...byField.values()];
}

function isStamped(fact: Fact): fact is StampedFact {
  return fact.kind === 'field-stamped';
}

function identityText(key: ObjectKey, origin: Origin): string {
  return `${keyText(key)} ${originText(origin)}`;
}

/** One object, or several where rules of plainObjects share one source: each is told about every cluster in its turn. */
function gather(facts: readonly [Fact, ...Fact[]]): readonly ResourceFacts[] {
  const [{ key, resource: origin }] = facts;
  const lowered = facts.flatMap((fact) => (fact.kind === 'resource-lowered' ? [fact.lowered] : []));
  const leftOut = facts.find((fact) => fact.kind === 'resource-left-out');
  const about = { key, origin, ...(leftOut === undefined ? {} : { leftOut }) };
  if (lowered.length === 0) return [{ ...about, byCluster: new Map() }];
  const maps = lowered.map(() => new Map<string, ClusterFacts>());
  for (const fact of facts) {
    if (!('cluster' in fact)) continue;
    for (const map of maps) {
      const own = map.get(fact.cluster) ?? { edits: [] };
      map.set(fact.cluster, own);
      if (take(fact, own)) break;
    }
  }
  return lowered.map((each, index) => ({
    ...about,
    lowered: each,
    byCluster: maps[index] ?? new Map(),
  }));
}

/** True if it is told to one resource only, and this one has taken it. */
function take(fact: Extract<Fact, { readonly cluster: string }>, own: ClusterFacts): boolean {
  switch (fact.kind) {
    case 'cluster-listed':
    case 'cluster-not-listed':
    case 'placement-absent':
    case 'selector-evaluated':
      if (own.choice !== undefined) return false;
      own.choice = fact;
      return true;
    case 'limit-evaluated':
      if (own.isAllowed !== undefined) return false;
      own.isAllowed = fact.allowed;
      return true;
    case 'replicas-planned':
      own.planned = fact;
      return false;
    case 'preference-widened':
      own.isWidened = true;
      return false;
    case 'preference-dropped':
      own.isDropped = true;
      return false;
    case 'override-applied':
      own.edits.push(fact);
      return false;
    case 'cluster-unknown':
    case 'namespace-narrowed':
      return false;
  }
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

function namesOf({ lowered }: ResourceFacts, { labels }: Around): ReadonlySet<string> {
  const choice = lowered?.placement.choice;
  const listed = choice?.kind === 'names' ? choice.names.map(({ value }) => value) : [];
  return new Set([...labels.keys(), ...listed]);
}

function explainCluster(
  resource: ResourceFacts,
  cluster: string,
  { around, taken }: { readonly around: Around; readonly taken: ReadonlySet<string> },
): ClusterExplanation {
  const rules = rulesFor(resource, cluster, around);
  const decisive = decisiveRule(rules);
  const isTaken = decisive?.verdict !== 'excludes';
  const isPlaced = isTaken && taken.has(cluster);
  const failed = isTaken && !isPlaced ? failedRule(resource, cluster) : undefined;
  const { planned, edits = [] } = resource.byCluster.get(cluster) ?? {};
  return {
    cluster,
    isKnown: around.labels.has(cluster),
    isPlaced,
    because: failed ?? decisive ?? failedRule(resource, cluster),
    rules: failed === undefined ? rules : [...rules, failed],
    ...(planned === undefined ? {} : { planned }),
    edits,
  };
}

/** What is to be said of a name that no list holds and that is no cluster. */
export function explainUnknown(object: ObjectExplanation, cluster: string): ClusterExplanation {
  const { origin } = object;
  const because = {
    kind: 'inventory',
    verdict: 'excludes',
    reason: 'not in the inventory',
    origin,
  } as const;
  return { cluster, isKnown: false, isPlaced: false, because, rules: [because], edits: [] };
}

/** Why there is no object although every rule takes the cluster. */
function failedRule({ lowered, origin }: ResourceFacts, cluster: string): PlacementRule {
  const own = lowered?.overrides.find(
    ({ target }) => target.kind === 'names' && target.names.some(({ value }) => value === cluster),
  );
  const reason = 'an override fails there';
  return { kind: 'override', verdict: 'excludes', reason, origin: own?.origin ?? origin };
}
