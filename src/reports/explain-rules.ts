/** What was heard about one object in; out: for each cluster the rules that decide whether it goes there, in their order. */
import type { Labels } from '../model/cluster.ts';
import type { Fact } from '../model/decisions.ts';
import type { FederatedResource } from '../model/federated-resource.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import type { Origin } from '../model/source.ts';
import { explainTerms, type TermExplanation, wantedText } from './explain-terms.ts';

/** What decides: in this order, which is that of the stages. */
export type RuleKind =
  /** The object is not compiled, or never written. */
  | 'left-out'
  /** A name that is no cluster. */
  | 'inventory'
  | 'placement'
  /** A replica preference that schedules over other clusters than the placement takes. */
  | 'replicas'
  | 'namespace'
  /** Everything takes the cluster, and yet there is no object: an override failed. */
  | 'override';

export interface PlacementRule {
  readonly kind: RuleKind;
  readonly verdict: 'takes' | 'excludes' | 'adds';
  /** What it says: a few words that follow `because`. */
  readonly reason: string;
  /** Where it was decided. */
  readonly origin: Origin;
  /** Of a selector. */
  readonly terms?: readonly TermExplanation[];
  /** A replica preference schedules in its place, so it decides nothing. */
  readonly isOverruled?: true;
  /** Of the rule of a namespace: the placement of that namespace. */
  readonly within?: PlacementRule;
}

export type PlannedFact = Extract<Fact, { readonly kind: 'replicas-planned' }>;
export type EditFact = Extract<Fact, { readonly kind: 'override-applied' }>;
type LeftOutFact = Extract<Fact, { readonly kind: 'resource-left-out' }>;
type ChoiceFact = Extract<
  Fact,
  { readonly kind: 'cluster-listed' | 'cluster-not-listed' | 'placement-absent' }
>;
type SelectorFact = Extract<Fact, { readonly kind: 'selector-evaluated' }>;

/** What was said about one object in one cluster. */
export interface ClusterFacts {
  choice?: ChoiceFact | SelectorFact;
  isAllowed?: boolean;
  planned?: PlannedFact;
  isWidened?: boolean;
  isDropped?: boolean;
  readonly edits: EditFact[];
}

/** What was said about one object. */
export interface ResourceFacts {
  readonly key: ObjectKey;
  readonly origin: Origin;
  /** Absent: it is not compiled. */
  readonly lowered?: FederatedResource;
  readonly leftOut?: LeftOutFact;
  readonly byCluster: ReadonlyMap<string, ClusterFacts>;
}

export interface Around {
  /** Labels by cluster: the inventory. */
  readonly labels: ReadonlyMap<string, Labels>;
  /** The objects that others live within, by the text of their keys. */
  readonly limits: ReadonlyMap<string, readonly ResourceFacts[]>;
}

/** The rules of an object for one cluster or for a name that is no cluster; none where no stage said anything. */
export function rulesFor(
  resource: ResourceFacts,
  cluster: string,
  around: Around,
): readonly PlacementRule[] {
  const { lowered } = resource;
  const outside = leftOutRule(resource);
  if (lowered === undefined) return outside;
  if (!around.labels.has(cluster)) return [...outside, inventoryRule(lowered, cluster)];
  const placement = placementRule(resource, cluster, around);
  const isOverruled = schedules(resource);
  return [
    ...outside,
    ...placement.map((rule) => (isOverruled ? { ...rule, isOverruled } : rule)),
    ...(isOverruled ? [scheduleRule(resource, lowered, cluster)] : []),
    ...namespaceRule(resource, lowered, cluster, around),
  ];
}

/** True if a replica preference decides where the object goes, instead of its placement. */
export function schedules({ lowered, byCluster }: ResourceFacts): boolean {
  const { replicas } = lowered ?? {};
  if (replicas === undefined || replicas.candidates === 'placed') return false;
  return [...byCluster.values()].some(({ planned }) => planned !== undefined);
}

/** The first rule that keeps the object out; else what brings it there. */
export function decisiveRule(rules: readonly PlacementRule[]): PlacementRule | undefined {
  const counting = rules.filter(({ isOverruled }) => isOverruled !== true);
  return (
    counting.find(({ verdict }) => verdict === 'excludes') ??
    counting.find(({ verdict }) => verdict === 'adds') ??
    rules[0]
  );
}

function leftOutRule({ lowered, leftOut, origin }: ResourceFacts): readonly PlacementRule[] {
  const rule = { kind: 'left-out', verdict: 'excludes' } as const;
  if (leftOut !== undefined) return [{ ...rule, reason: leftOut.reason, origin: leftOut.origin }];
  if (lowered?.rules.isWritten !== false) return [];
  const reason = 'a namespace of the system is never written, only what lives in it';
  return [{ ...rule, reason, origin }];
}

function inventoryRule({ placement, origin }: FederatedResource, cluster: string): PlacementRule {
  const { choice } = placement;
  const listed =
    choice.kind === 'names' ? choice.names.find(({ value }) => value === cluster) : undefined;
  const rule = { kind: 'inventory', verdict: 'excludes' } as const;
  return listed === undefined
    ? { ...rule, reason: 'not in the inventory', origin }
    : { ...rule, reason: 'listed, but not in the inventory', origin: listed.origin };
}

function placementRule(
  { lowered, byCluster }: ResourceFacts,
  cluster: string,
  { labels }: Around,
): readonly PlacementRule[] {
  const choice = byCluster.get(cluster)?.choice;
  if (choice === undefined) return [];
  const { origin } = choice;
  switch (choice.kind) {
    case 'cluster-listed':
      return [rule('takes', 'listed in placement.clusters', origin)];
    case 'cluster-not-listed':
      return [rule('excludes', 'not listed in placement.clusters', origin)];
    case 'placement-absent':
      return [rule('excludes', absenceText(origin), origin)];
    case 'selector-evaluated': {
      const placement = lowered?.placement.choice;
      const requirements = placement?.kind === 'selector' ? placement.requirements : choice.failed;
      const evaluated = { requirements, failed: choice.failed, origin };
      const terms = explainTerms(evaluated, labels.get(cluster) ?? {});
      const verdict = choice.matched ? 'takes' : 'excludes';
      return [{ ...rule(verdict, selectorText(terms), origin), terms }];
    }
  }
}

function rule(
  verdict: PlacementRule['verdict'],
  reason: string,
  origin: Origin,
): PlacementRule & { readonly kind: 'placement' } {
  return { kind: 'placement', verdict, reason, origin };
}

/** A selector that breaks the rules takes nothing either, and is what stands there. */
function absenceText({ pointer }: Origin): string {
  return pointer.endsWith('/clusterSelector')
    ? 'the cluster selector cannot be used'
    : 'no placement is written';
}

function selectorText(terms: readonly TermExplanation[]): string {
  const failed = terms.filter(({ holds }) => !holds);
  if (failed.length > 0)
    return `the cluster selector wants ${failed.map(wantedText).join(' and ')}`;
  return terms.length === 0
    ? 'the cluster selector is empty: it takes every cluster'
    : 'the cluster selector takes it';
}

function scheduleRule(
  { byCluster }: ResourceFacts,
  { replicas, origin }: FederatedResource,
  cluster: string,
): PlacementRule {
  const { planned, isWidened, isDropped } = byCluster.get(cluster) ?? {};
  const at = { kind: 'replicas', origin: replicas?.origin ?? origin } as const;
  if (planned === undefined) {
    const reason =
      isDropped === true
        ? 'dropped by the replica preference'
        : 'the replica preference only spreads over clusters that both selectors take';
    return { ...at, verdict: 'excludes', reason };
  }
  return isWidened === true
    ? { ...at, verdict: 'adds', reason: 'added by the replica preference' }
    : { ...at, verdict: 'takes', reason: `the replica preference gives it ${planned.replicas}` };
}

function namespaceRule(
  { byCluster }: ResourceFacts,
  { key, origin, placement }: FederatedResource,
  cluster: string,
  around: Around,
): readonly PlacementRule[] {
  const { within: limit } = placement;
  const isAllowed = byCluster.get(cluster)?.isAllowed;
  if (limit === undefined || isAllowed === undefined) return [];
  const { namespace } = key;
  const own = (around.limits.get(keyText(limit)) ?? [])
    .flatMap((space) => placementRule(space, cluster, around))
    .toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  if (own === undefined) {
    const reason = `no FederatedNamespace ${namespace} is compiled, so nothing in it goes anywhere`;
    return [{ kind: 'namespace', verdict: 'excludes', reason, origin }];
  }
  const verdict = isAllowed ? 'takes' : 'excludes';
  const reason = `namespace ${namespace} ${isAllowed ? 'goes' : 'does not go'} there`;
  return [{ kind: 'namespace', verdict, reason, origin: own.origin, within: own }];
}

/** Of several documents of one namespace the one that takes the cluster counts. */
function rankOf({ verdict }: PlacementRule): number {
  return verdict === 'takes' ? 0 : 1;
}
