/** Which clusters a run is about, and what of the tree that makes its own. */
import { clusterOfLock } from './lock.ts';

/** Some clusters, those that have left the inventory among them. */
export interface Slice {
  has(cluster: string): boolean;
  /** What belongs to no cluster is part of it too; of the shards of a fleet that is one. */
  readonly ownsCommon?: boolean;
  /** Another run over the rest of the fleet belongs to this one, and what this one leaves is its part. */
  readonly isPartOfWhole?: boolean;
}

/** Whether what a lock lists is within the slice; undefined is the whole tree. */
export function isLockWithin(lockPath: string, slice: Slice | undefined): boolean {
  if (slice === undefined) return true;
  const cluster = clusterOfLock(lockPath);
  return cluster === undefined ? ownsCommon(slice) : slice.has(cluster);
}

/** Whether what belongs to no cluster is written and deleted by a run over the slice. */
export function ownsCommon(slice: Slice | undefined): boolean {
  return slice === undefined || slice.ownsCommon === true;
}
