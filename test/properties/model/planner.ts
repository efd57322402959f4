/** KubeFed's replica planner, step by step, in integers of any size. */

export interface ClusterPreference {
  weight?: number;
  minReplicas?: number;
  maxReplicas?: number;
}

export interface PlannerInput {
  totalReplicas: number;
  rebalance: boolean;
  /** By cluster name or `*`. */
  clusters: Readonly<Record<string, ClusterPreference>>;
  availableClusters: readonly string[];
  /** `namespace/name`; breaks ties. */
  key: string;
  current?: Readonly<Record<string, number>>;
  capacity?: Readonly<Record<string, number>>;
}

export interface PlannerResult {
  plan: Record<string, number>;
  overflow: Record<string, number>;
}

/** 32-bit FNV-1 (multiply, then xor) over the UTF-8 bytes. */
export function fnv1(text: string): number {
  let hash = 2166136261n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash * 16777619n) & 0xffffffffn) ^ BigInt(byte);
  }
  return Number(hash);
}

interface Candidate {
  name: string;
  weight: bigint;
  min: bigint;
  max: bigint | undefined;
  capacity: bigint | undefined;
  current: bigint | undefined;
  plan: bigint;
  /** Replicas already granted because they are running. */
  pre: bigint;
  overflow: bigint | undefined;
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const capped = (a: bigint, cap: bigint | undefined): bigint =>
  cap === undefined ? a : smaller(a, cap);

export function planReplicas(input: PlannerInput): PlannerResult {
  const candidates = sortedCandidates(input);
  let left = BigInt(input.totalReplicas);
  left = grantMinimums(candidates, left);
  if (!input.rebalance) left = keepRunning(candidates, left);
  left = distribute(candidates, left);
  return results(input, candidates, left);
}

function sortedCandidates(input: PlannerInput): Candidate[] {
  const known = (map: Readonly<Record<string, number>> | undefined, name: string) =>
    map !== undefined && Object.hasOwn(map, name) ? BigInt(map[name]!) : undefined;
  const candidates: Candidate[] = [];
  for (const name of input.availableClusters) {
    const owner = Object.hasOwn(input.clusters, name) ? name : '*';
    const preference = Object.hasOwn(input.clusters, owner) ? input.clusters[owner] : undefined;
    if (preference === undefined) continue;
    candidates.push({
      name,
      weight: BigInt(preference.weight ?? 0),
      min: BigInt(preference.minReplicas ?? 0),
      max: preference.maxReplicas === undefined ? undefined : BigInt(preference.maxReplicas),
      capacity: known(input.capacity, name),
      current: known(input.current, name),
      plan: 0n,
      pre: 0n,
      overflow: undefined,
    });
  }
  const hash = (candidate: Candidate) => fnv1(candidate.name + input.key);
  return candidates.sort((a, b) =>
    a.weight === b.weight ? hash(a) - hash(b) : a.weight > b.weight ? -1 : 1,
  );
}

function grantMinimums(candidates: readonly Candidate[], total: bigint): bigint {
  let left = total;
  for (const candidate of candidates) {
    candidate.plan = capped(smaller(candidate.min, left), candidate.capacity);
    left -= candidate.plan;
  }
  return left;
}

function keepRunning(candidates: readonly Candidate[], total: bigint): bigint {
  let left = total;
  for (const candidate of candidates) {
    if (candidate.current === undefined || candidate.current <= candidate.plan) continue;
    const target = capped(capped(candidate.current, candidate.max), candidate.capacity);
    const wanted = smaller(target - candidate.plan, left);
    const extra = wanted > 0n ? wanted : 0n;
    left -= extra;
    candidate.plan += extra;
    candidate.pre = extra;
  }
  return left;
}

function distribute(candidates: readonly Candidate[], total: bigint): bigint {
  let left = total;
  let remaining = [...candidates];
  let changed = true;
  while (changed && left > 0n) {
    changed = false;
    const weights = remaining.reduce((sum, candidate) => sum + candidate.weight, 0n);
    const atStart = left;
    const next: Candidate[] = [];
    for (const candidate of remaining) {
      if (weights <= 0n) break;
      const before = candidate.plan;
      let extra = smaller((atStart * candidate.weight + weights - 1n) / weights, left);
      const used = smaller(extra, candidate.pre);
      candidate.pre -= used;
      extra -= used;
      if (used > 0n) changed = true;
      const full = raise(candidate, extra);
      if (!full) next.push(candidate);
      left -= candidate.plan - before;
      if (candidate.plan > before) changed = true;
    }
    remaining = next;
  }
  return left;
}

/** Adds replicas up to the limits of the cluster; true when a limit was passed. */
function raise(candidate: Candidate, extra: bigint): boolean {
  let target = candidate.plan + extra;
  let full = false;
  if (candidate.max !== undefined && target > candidate.max) {
    target = candidate.max;
    full = true;
  }
  if (candidate.capacity !== undefined && target > candidate.capacity) {
    candidate.overflow = target - candidate.capacity;
    target = candidate.capacity;
    full = true;
  }
  candidate.plan = target;
  return full;
}

function results(
  input: PlannerInput,
  candidates: readonly Candidate[],
  left: bigint,
): PlannerResult {
  const plan: Record<string, number> = {};
  const overflow: Record<string, number> = {};
  for (const name of input.availableClusters) plan[name] = 0;
  for (const candidate of candidates) {
    plan[candidate.name] = Number(candidate.plan);
    if (candidate.overflow === undefined) continue;
    const kept = input.rebalance ? candidate.overflow : smaller(candidate.overflow, left);
    if (input.rebalance || kept !== 0n) overflow[candidate.name] = Number(kept);
  }
  return { plan, overflow };
}

/** Plan and overflow together, and 0 for clusters that only have running replicas. */
export function finalReplicas(input: PlannerInput): Record<string, number> {
  const { plan, overflow } = planReplicas(input);
  const replicas: Record<string, number> = {};
  for (const name of Object.keys(input.current ?? {})) replicas[name] = 0;
  Object.assign(replicas, plan);
  for (const [name, more] of Object.entries(overflow))
    replicas[name] = (replicas[name] ?? 0) + more;
  return replicas;
}
