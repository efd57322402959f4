/** What a replica preference gave one cluster in; out: the numbers, and the arithmetic in words. */
import { count } from '../diagnostics/entry.ts';
import type { ReplicaPreference } from '../model/federated-resource.ts';
import { groupBy } from '../model/group-by.ts';
import { below, type Origin } from '../model/source.ts';
import type { SourcePlace } from './cluster-view.ts';
import { planLines } from './describe-plan.ts';
import type { ClusterExplanation, ObjectExplanation } from './explain-placement.ts';
import type { EditFact, PlannedFact } from './explain-rules.ts';
import { valueAt } from './mask-field.ts';
import { someClusters } from './name-objects.ts';

export interface PlanView extends SourcePlace {
  /** `namespace/name` of the preference. */
  readonly preference: string;
  readonly total: number;
  readonly rebalance: boolean;
  /** The clusters it spreads over; absent where all clusters are shown, which are then seen to have a share. */
  readonly candidates?: readonly string[];
  /** Absent: the cluster is none of them. */
  readonly replicas?: number;
  readonly share?: PlannedFact['share'];
  /** The place of the entry that counts. */
  readonly entry?: SourcePlace;
  /** The arithmetic, line by line. */
  readonly words: readonly string[];
}

type ViewPlan = (row: ClusterExplanation) => PlanView | undefined;

/** Gives for each row of the object its part of the plan; undefined for an object without a replica preference. */
export function createPlanViewer(
  object: ObjectExplanation,
  placeOf: (origin: Origin) => SourcePlace,
): ViewPlan {
  const preference = object.lowered?.replicas;
  if (preference === undefined) return () => undefined;
  const all = object.clusters.flatMap((each) => each.planned ?? []);
  const { origin, tieBreak, total, rebalance } = preference;
  const about = {
    ...placeOf(origin),
    preference: tieBreak,
    ...{ total, rebalance },
    candidates: all.map(({ cluster }) => cluster),
  };
  const head = candidateWords(preference, all);
  const minimums = minimumWords(all, preference);
  const ties = tieWords(all, preference);
  return ({ planned, edits }) => {
    if (planned === undefined) return { ...about, words: [head, 'this cluster is none of them'] };
    const { replicas, share } = planned;
    const entry = share.entry && placeOf(below(origin, 'spec', 'clusters', share.entry));
    const words = [
      head,
      ...minimums,
      ...planLines({ replicas, share, preference }).slice(1),
      ...(share.rank > 0 ? (ties.get(BigInt(share.weight)) ?? []) : []),
      ...undoneWords(undoneBy(planned, edits)),
    ];
    return {
      ...about,
      ...{ replicas, share, words },
      ...(entry === undefined || entry === '' ? {} : { entry }),
    };
  };
}

function undoneWords(edit: EditFact | undefined): readonly string[] {
  if (edit === undefined) return [];
  const does = edit.effect === 'removed' ? 'removes' : 'overwrites';
  return [`but the override of ${edit.edit.path} ${does} it`];
}

/** The edit of the author that leaves nothing of what the preference wrote; undefined if none does. */
export function undoneBy(
  { replicas }: PlannedFact,
  edits: readonly EditFact[],
): EditFact | undefined {
  const last = edits.findLast(({ pointer }) => '/spec/replicas/'.startsWith(`${pointer}/`));
  if (last === undefined || last.isPlanned || last.effect === 'kept') return undefined;
  const { pointer, after = null } = last;
  const kept = valueAt(after, '/spec/replicas'.slice(pointer.length));
  return kept === replicas ? undefined : last;
}

function candidateWords(
  { total, candidates }: ReplicaPreference,
  planned: readonly PlannedFact[],
): string {
  if (planned.length === 0) return `${total} replicas, and no cluster to spread them over`;
  const names = someClusters(planned.map(({ cluster }) => cluster));
  const head = `${total} replicas over ${count(planned.length, 'cluster')}`;
  if (candidates === 'placed') return `${head} where the object goes: ${names}`;
  return candidates === 'all'
    ? `${head}, all of the inventory, whatever the placement says: ${names}`
    : `${head} that the selectors of the object and of its namespace both take: ${names}`;
}

function minimumWords(
  planned: readonly PlannedFact[],
  { total }: ReplicaPreference,
): readonly string[] {
  const minimums = planned.reduce((sum, { share }) => sum + share.minimum, 0);
  const kept = planned.reduce((sum, { share }) => sum + share.kept, 0);
  if (minimums + kept === 0) return [];
  const parts = [
    ...(minimums > 0 ? [`minReplicas take ${minimums} of ${total}`] : []),
    ...(kept > 0 ? [`${kept} stay where they run already`] : []),
  ];
  const rest = total - minimums - kept;
  return [
    `in all clusters: ${parts.join(', ')}, ${rest} ${rest === 1 ? 'is' : 'are'} left to go by weight`,
  ];
}

/** By weight: who is served first among equals. The order decides who gets what is left over. */
function tieWords(
  planned: readonly PlannedFact[],
  { tieBreak }: ReplicaPreference,
): ReadonlyMap<bigint, readonly string[]> {
  const ranked = planned.filter(({ share }) => share.rank > 0);
  const where = `the hash of name and ${tieBreak}`;
  const groups = groupBy(ranked, ({ share }) => BigInt(share.weight));
  const words = [...groups].flatMap(([weight, equal]): [bigint, readonly string[]][] => {
    if (equal.length < 2) return [];
    const order = equal.toSorted((a, b) => a.share.rank - b.share.rank).map((each) => each.cluster);
    return [[weight, [`equal weight, ordered by ${where}: ${someClusters(order, 6)}`]]];
  });
  return new Map(words);
}
