/** Which clusters a run is about, and what of the tree that makes its own. */
import { clusterOfLock } from './lock.ts';

/** Some clusters, those that have left the inventory among them. */
export interface Slice {
  has(cluster: string): boolean;
}

/** Whether what a lock lists is within the slice; undefined is the whole tree. What belongs to no cluster is in no slice. */
export function isLockWithin(lockPath: string, slice: Slice | undefined): boolean {
  if (slice === undefined) return true;
  const cluster = clusterOfLock(lockPath);
  return cluster !== undefined && slice.has(cluster);
}
