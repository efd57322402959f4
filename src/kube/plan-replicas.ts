/**
 * A total of replicas, preferences and candidate clusters in; replicas per cluster out.
 * KubeFed v0.10, pkg/controller/util/planner/planner.go; all numbers are whole.
 */
import type { ReplicaPass } from '../model/decisions.ts';
import type { ClusterPreference } from '../model/federated-resource.ts';
import { fnv1 } from './digest.ts';

type Whole = number | bigint;

export interface PlanInput {
  readonly totalReplicas: Whole;
  /** False or absent: running replicas stay where they are if they can. */
  readonly rebalance?: boolean;
  /** By cluster name, or `*`; an exact entry hides `*` completely. Absent: every cluster gets 0. */
  readonly clusters?: Readonly<Record<string, ClusterPreference>>;
  /** The candidates, in any order. */
  readonly availableClusters: readonly string[];
  /** Breaks ties between equal weights: `namespace/name` of the preference. */
  readonly key: string;
  /** Replicas that run now; a cluster that is not named is unknown, which is not 0. */
  readonly current?: Readonly<Record<string, Whole>>;
  /** The most replicas that a cluster can run; a cluster that is not named has no limit. */
  readonly capacity?: Readonly<Record<string, Whole>>;
}

export interface ReplicaPlan {
  /** One entry per candidate, in the order they were given. Without prototype. */
  readonly replicas: Record<string, number>;
  /** Replicas meant for a cluster beyond its capacity; only clusters with some. Without prototype. */
  readonly overflow: Record<string, number>;
}

export interface ClusterShare {
  readonly cluster: string;
  /** The entry that counts: the cluster's own name, or `*`. */
  readonly entry: string;
  readonly preference: ClusterPreference;
  readonly weight: Whole;
  /** 32-bit FNV-1 of the cluster's name followed by the key: the smaller is served first among equal weights. */
  readonly hash: number;
  /** Replicas given for minReplicas. */
  readonly minimum: number;
  /** Replicas kept beyond the minimum because they run there already. */
  readonly kept: number;
  /** Replicas given for the weight; negative where maxReplicas lies below the minimum. */
  readonly weightShare: number;
  readonly passes: readonly ReplicaPass[];
  readonly cappedByMax: boolean;
  readonly cappedByCapacity: boolean;
}

export interface PlanReport extends ReplicaPlan {
  /** The candidates that have a preference, in the order they are served. */
  readonly shares: readonly ClusterShare[];
  /** Replicas that fit nowhere, overflow included. */
  readonly undistributed: number;
}

interface Candidate {
  readonly cluster: string;
  readonly entry: string;
  readonly preference: ClusterPreference;
  readonly weight: Whole;
  readonly hash: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly capacity: number;
  readonly current: number | undefined;
  minimum: number;
  kept: number;
  planned: number;
  /** Kept replicas that no weight has accounted for yet. */
  unclaimed: number;
  overflow: number;
  readonly passes: ReplicaPass[];
  cappedByMax: boolean;
  cappedByCapacity: boolean;
}

/**
 * Spreads replicas over clusters: minimums, then running replicas, then the rest by weight.
 * `replicas` leaves `overflow` out. Replicas that fit nowhere are lost.
 * Differs: exact where the controller's product of replicas and weight would leave 64 bits.
 */
export function planReplicas(input: PlanInput): ReplicaPlan {
  const { replicas, overflow } = planWithReport(input);
  return { replicas, overflow };
}

/** {@link planReplicas} together with the reason for each number. */
export function planWithReport(input: PlanInput): PlanReport {
  const candidates = rankedCandidates(input);
  let left = giveMinimums(candidates, clampedNumber(input.totalReplicas));
  if (input.rebalance !== true) left = keepRunning(candidates, left);
  left = spreadByWeight(candidates, left);
  return {
    replicas: replicasOf(input.availableClusters, candidates),
    overflow: overflowOf(candidates, input.rebalance === true ? Number.POSITIVE_INFINITY : left),
    shares: candidates.map(shareOf),
    undistributed: left,
  };
}

function rankedCandidates(input: PlanInput): Candidate[] {
  const candidates: Candidate[] = [];
  for (const cluster of new Set(input.availableClusters)) {
    const entry = entryOf(cluster, input.clusters ?? {});
    if (entry !== undefined) candidates.push(candidateOf(cluster, entry, input));
  }
  return candidates.sort(byRank);
}

function entryOf(
  cluster: string,
  preferences: Readonly<Record<string, ClusterPreference>>,
): string | undefined {
  return [cluster, '*'].find((name) => Object.hasOwn(preferences, name));
}

function candidateOf(cluster: string, entry: string, input: PlanInput): Candidate {
  const current = ownValue(input.current, cluster);
  // An entry with nothing in it is read from YAML as null; it still hides `*`.
  const preference = input.clusters?.[entry] ?? {};
  return {
    cluster,
    entry,
    preference,
    weight: narrowed(preference.weight ?? 0),
    hash: fnv1(cluster + input.key),
    minReplicas: clampedNumber(preference.minReplicas ?? 0),
    maxReplicas: limitOf(preference.maxReplicas),
    capacity: limitOf(ownValue(input.capacity, cluster)),
    current: current === undefined ? undefined : clampedNumber(current),
    minimum: 0,
    kept: 0,
    planned: 0,
    unclaimed: 0,
    overflow: 0,
    passes: [],
    cappedByMax: false,
    cappedByCapacity: false,
  };
}

function byRank(one: Candidate, other: Candidate): number {
  if (one.weight !== other.weight) return one.weight > other.weight ? -1 : 1;
  if (one.hash !== other.hash) return one.hash - other.hash;
  // Equal hashes are left to chance by the controller; here the name decides.
  return one.cluster < other.cluster ? -1 : 1;
}

function giveMinimums(candidates: readonly Candidate[], total: number): number {
  let left = total;
  for (const candidate of candidates) {
    candidate.minimum = Math.min(candidate.minReplicas, left, candidate.capacity);
    candidate.planned = candidate.minimum;
    left -= candidate.minimum;
  }
  return left;
}

function keepRunning(candidates: readonly Candidate[], total: number): number {
  let left = total;
  for (const candidate of candidates) {
    const { current, planned, maxReplicas, capacity } = candidate;
    if (current === undefined || current <= planned) continue;
    const target = Math.min(current, maxReplicas, capacity);
    candidate.kept = Math.max(0, Math.min(target - planned, left));
    candidate.unclaimed = candidate.kept;
    candidate.planned += candidate.kept;
    left -= candidate.kept;
  }
  return left;
}

/** Passes over the clusters that are not full, until nothing is left or nothing changes; gives what is left. */
function spreadByWeight(candidates: readonly Candidate[], total: number): number {
  let open = candidates;
  let left = total;
  let hasChanged = true;
  while (hasChanged && left > 0) {
    const weightSum = open.reduce<Whole>((sum, { weight }) => added(sum, weight), 0);
    if (weightSum <= 0) break;
    const atStart = left;
    const stillOpen: Candidate[] = [];
    hasChanged = false;
    for (const candidate of open) {
      const before = candidate.planned;
      const fair = Math.min(roundedUpShare(atStart, candidate.weight, weightSum), left);
      const claimed = Math.min(fair, candidate.unclaimed);
      candidate.unclaimed -= claimed;
      if (!raise(candidate, fair - claimed)) stillOpen.push(candidate);
      left -= candidate.planned - before;
      candidate.passes.push({ left: atStart, weightSum, fair, given: candidate.planned - before });
      hasChanged ||= claimed > 0 || candidate.planned > before;
    }
    open = stillOpen;
  }
  return left;
}

/** Adds replicas as far as the limits allow, and says whether the cluster is full. */
function raise(candidate: Candidate, extra: number): boolean {
  let target = candidate.planned + extra;
  let isFull = false;
  if (target > candidate.maxReplicas) {
    target = candidate.maxReplicas;
    candidate.cappedByMax = true;
    isFull = true;
  }
  if (target > candidate.capacity) {
    candidate.overflow = target - candidate.capacity;
    target = candidate.capacity;
    candidate.cappedByCapacity = true;
    isFull = true;
  }
  candidate.planned = target;
  return isFull;
}

/** `amount * weight / weightSum` rounded up, exact also where the product leaves the safe integers. */
function roundedUpShare(amount: number, weight: Whole, weightSum: Whole): number {
  if (typeof weight === 'number' && typeof weightSum === 'number') {
    const product = amount * weight;
    const dividend = product + weightSum - 1;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(dividend)) {
      return Math.trunc(dividend / weightSum);
    }
  }
  const sum = BigInt(weightSum);
  return Number((BigInt(amount) * BigInt(weight) + sum - 1n) / sum);
}

function replicasOf(clusters: readonly string[], candidates: readonly Candidate[]) {
  const replicas: Record<string, number> = Object.create(null);
  for (const cluster of clusters) replicas[cluster] = 0;
  for (const { cluster, planned } of candidates) replicas[cluster] = planned;
  return replicas;
}

function overflowOf(candidates: readonly Candidate[], most: number) {
  const overflow: Record<string, number> = Object.create(null);
  for (const candidate of candidates) {
    const amount = Math.min(candidate.overflow, most);
    if (amount > 0) overflow[candidate.cluster] = amount;
  }
  return overflow;
}

function shareOf(candidate: Candidate): ClusterShare {
  const { cluster, entry, preference, weight, hash, minimum, kept, planned, passes } = candidate;
  const { cappedByMax, cappedByCapacity } = candidate;
  const weightShare = planned - minimum - kept;
  const capped = { cappedByMax, cappedByCapacity };
  return {
    cluster,
    entry,
    preference,
    weight,
    hash,
    minimum,
    kept,
    weightShare,
    passes,
    ...capped,
  };
}

/** A member by its own name only, so that `constructor` is a cluster like any other. */
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function limitOf(value: Whole | undefined): number {
  return value === undefined ? Number.POSITIVE_INFINITY : clampedNumber(value);
}

/** A count as a number; beyond the safe integers every count means "more than there are". */
function clampedNumber(value: Whole): number {
  if (value > Number.MAX_SAFE_INTEGER) return Number.MAX_SAFE_INTEGER;
  if (value < Number.MIN_SAFE_INTEGER) return Number.MIN_SAFE_INTEGER;
  return Number(value);
}

/** The same whole number, as a number where that is exact. */
function narrowed(value: Whole): Whole {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value);
}

function added(one: Whole, other: Whole): Whole {
  return typeof one === 'number' && typeof other === 'number' && Number.isSafeInteger(one + other)
    ? one + other
    : narrowed(BigInt(one) + BigInt(other));
}
