/** The report of a plan in; out: what the planner did for each cluster, as a reader is told. */
import type { ReplicaShare } from '../model/decisions.ts';
import type { PlanReport } from './plan-replicas.ts';

/** By cluster; a candidate that no entry speaks of has none. */
export function replicaShares({ shares }: PlanReport): ReadonlyMap<string, ReplicaShare> {
  const facts = shares.map((share, index): [string, ReplicaShare] => {
    const { cluster, entry, preference, weight, hash, minimum, kept, passes, cappedByMax } = share;
    const { minReplicas, maxReplicas } = preference;
    const limits = {
      ...(minReplicas === undefined ? {} : { minReplicas }),
      ...(maxReplicas === undefined ? {} : { maxReplicas }),
    };
    const place = { rank: index + 1, ranked: shares.length, hash };
    return [cluster, { entry, weight, ...limits, ...place, minimum, kept, passes, cappedByMax }];
  });
  return new Map(facts);
}

/** A candidate that no entry speaks of gets nothing. */
export function noShare({ shares }: PlanReport): ReplicaShare {
  const nothing = { weight: 0, rank: 0, hash: 0, minimum: 0, kept: 0, passes: [] };
  return { ...nothing, ranked: shares.length, cappedByMax: false };
}
