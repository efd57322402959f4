/** Differences in; out: the numbers that say how far they reach. */
import type { FleetDifference, ObjectDifference } from './compare-fleets.ts';

export interface Reach {
  /** Counted once per cluster. */
  readonly objects: number;
  readonly clusters: number;
}

export interface ChangeSummary {
  readonly created: Reach;
  readonly changed: Reach;
  readonly deleted: Reach;
  /** Objects, counted once per cluster. */
  readonly unchanged: number;
  /** Names of the clusters in which anything differs, sorted. */
  readonly clusters: readonly string[];
}

/** Counts what differs, by kind of difference. */
export function summarizeChanges({ differences, unchanged }: FleetDifference): ChangeSummary {
  return {
    created: reachOf('created', differences),
    changed: reachOf('changed', differences),
    deleted: reachOf('deleted', differences),
    unchanged,
    clusters: [...clustersOf(differences)].sort(),
  };
}

function reachOf(kind: ObjectDifference['kind'], differences: readonly ObjectDifference[]): Reach {
  const own = differences.filter((difference) => difference.kind === kind);
  return {
    objects: own.reduce((total, { places }) => total + places.length, 0),
    clusters: clustersOf(own).size,
  };
}

function clustersOf(differences: readonly ObjectDifference[]): ReadonlySet<string> {
  return new Set(differences.flatMap(({ places }) => places.map(({ cluster }) => cluster)));
}
