/** The result: one variant per distinct content, with the clusters that get it. */
import type { Inventory } from './cluster.ts';
import type { JsonObject, KubeObject, ObjectKey } from './kube-object.ts';
import type { Origin } from './source.ts';

export interface Variant {
  readonly key: ObjectKey;
  readonly object: KubeObject;
  /** Sorted by UTF-16 code units; at least one. */
  readonly clusters: readonly string[];
  /** The app it belongs to, for the layout by-app; `_root` for a source in the root that names none. */
  readonly app: string;
  /** The number of replicas belongs to somebody in the cluster: `retainReplicas`. */
  readonly retainsReplicas?: true;
  /** The text of the file, where it must be the author's own to the byte: encrypted by SOPS. */
  readonly verbatim?: string;
  readonly origin: Origin;
}

/** A file that an engine is given beside the manifests. */
export interface EngineFile {
  /** The name of the engine. */
  readonly engine: string;
  /** Relative to the output folder; below `engine/<name>/`, or in the folder of a cluster where the settings ask for it. */
  readonly path: string;
  /** Lines of a comment before the first document, without their `#`. */
  readonly comment?: readonly string[];
  readonly documents: readonly JsonObject[];
}

export interface Compilation {
  readonly inventory: Inventory;
  /** Sorted by path; none unless an engine is chosen. */
  readonly engineFiles?: readonly EngineFile[];
  /** Sorted by key, then by the first cluster. */
  readonly variants: readonly Variant[];
}
