/** The result: one variant per distinct content, with the clusters that get it. */
import type { Inventory } from './cluster.ts';
import type { KubeObject, ObjectKey } from './kube-object.ts';
import type { Origin } from './source.ts';

export interface Variant {
  readonly key: ObjectKey;
  readonly object: KubeObject;
  /** Sorted by UTF-16 code units; at least one. */
  readonly clusters: readonly string[];
  readonly origin: Origin;
}

export interface Compilation {
  readonly inventory: Inventory;
  /** Sorted by key, then by the first cluster. */
  readonly variants: readonly Variant[];
}
