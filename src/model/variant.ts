/** The result: one variant per distinct content, with the clusters that get it. */
import type { Inventory } from './cluster.ts';
import type { KubeObject, ObjectKey } from './kube-object.ts';
import type { Origin } from './source.ts';

export interface Variant {
  readonly key: ObjectKey;
  readonly object: KubeObject;
  /** Sorted by UTF-16 code units; at least one. */
  readonly clusters: readonly string[];
  /** The app it belongs to, for the layout by-app; `_root` for a source in the root that names none. */
  readonly app: string;
  readonly origin: Origin;
}

export interface Compilation {
  readonly inventory: Inventory;
  /** Sorted by key, then by the first cluster. */
  readonly variants: readonly Variant[];
}
