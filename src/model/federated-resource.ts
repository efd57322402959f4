/** The one intermediate form: front ends lower into it, and nothing behind them knows a dialect. */
import type { JsonValue, KubeObject, ObjectKey } from './kube-object.ts';
import type { JsonPointer, Located, Origin } from './source.ts';

export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
  /** Inside the selector: `/matchLabels/region`, `/matchExpressions/0`. */
  readonly pointer: string;
}

export type ClusterChoice =
  | { readonly kind: 'names'; readonly names: readonly Located<string>[]; readonly origin: Origin }
  | {
      readonly kind: 'selector';
      /** All must hold; none at all takes every cluster. */
      readonly requirements: readonly LabelRequirement[];
      readonly origin: Origin;
    }
  /** No choice was written; the origin says where it would stand. */
  | { readonly kind: 'none'; readonly origin: Origin };

export interface Placement {
  readonly choice: ClusterChoice;
  /** Also limited to where these objects go: the federated namespace it lives in. */
  readonly within?: ObjectKey;
  /** A selector that a list beside it overrules; without requirements it was not even readable. */
  readonly ignored?: {
    readonly requirements?: readonly LabelRequirement[];
    readonly origin: Origin;
  };
}

export type PatchOp = 'add' | 'remove' | 'replace';

/** One edit of an override, as an RFC 6902 operation in a dialect. */
export interface Edit {
  readonly kind: 'json-patch';
  readonly dialect: 'kubefed' | 'rfc6902';
  readonly op: PatchOp;
  /** A JSON pointer, as written. */
  readonly path: string;
  /** Absent for remove. */
  readonly value?: JsonValue;
  readonly origin: Origin;
  /** A replica preference added it: it is not among those that the author wrote. */
  readonly isAppended?: true;
}

/** Edits for the clusters of a choice; in KubeFed always one named cluster. */
export interface Override {
  readonly target: ClusterChoice;
  readonly edits: readonly Edit[];
  readonly origin: Origin;
}

export interface ClusterPreference {
  readonly weight?: number | bigint;
  readonly minReplicas?: number | bigint;
  readonly maxReplicas?: number | bigint;
}

/** How a total of replicas is spread. */
export interface ReplicaPreference {
  readonly total: number;
  readonly rebalance: boolean;
  /** By cluster name, or `*`. */
  readonly perCluster: Readonly<Record<string, ClusterPreference>>;
  /** `placed`: where the object goes; `all`: every cluster; a list: the clusters that all of the choices take. */
  readonly candidates: 'placed' | 'all' | readonly ClusterChoice[];
  /** The text that breaks ties: `namespace/name`. */
  readonly tieBreak: string;
  readonly origin: Origin;
}

/** What the mode decided for one resource, so that no stage has to know the mode. */
export interface ResourceRules {
  /** Severity of a cluster name that is not in the inventory. */
  readonly unknownCluster: 'error' | 'warning';
  /** Severity of ending up in no cluster. */
  readonly noCluster: 'error' | 'warning';
  /** Set on the result after all edits: the managed label, where it is asked for. */
  readonly labels: Readonly<Record<string, string>>;
  /** False: the placement counts for what lives inside, but no object is written (system namespaces). */
  readonly isWritten: boolean;
  /** True: the front end already reported why it may go nowhere, so nobody else should. */
  readonly isExplained: boolean;
}

/** A field that the front end sets whatever the template says. */
export interface FieldStamp {
  readonly pointer: JsonPointer;
  /** A few words: `the name of the federated object`. */
  readonly rule: string;
  /** Where its value was written, if it was. */
  readonly origin?: Origin;
}

/** How the kind of what is written was found. */
export interface ResolvedTarget {
  /** `FederatedDeployment`. */
  readonly federatedKind: string;
  /** `apps/v1 Deployment`. */
  readonly target: string;
  readonly by:
    | 'type-config'
    | 'chart-default'
    | 'known-kind'
    | 'custom-resource-definition'
    | 'config';
  readonly origin?: Origin;
}

export interface FederatedResource {
  readonly dialect: 'kubefed' | 'karmada' | 'plain';
  /** The identity of the object that is written. */
  readonly key: ObjectKey;
  /** What the source calls it: `FederatedDeployment shop/web`. */
  readonly title: string;
  /** The object for every cluster, before edits: cleaned, named and stamped by the front end. */
  readonly template: KubeObject;
  readonly placement: Placement;
  readonly replicas?: ReplicaPreference;
  /** In the order they apply. */
  readonly overrides: readonly Override[];
  readonly rules: ResourceRules;
  /** The number of replicas belongs to somebody in the cluster: `retainReplicas`. */
  readonly retainsReplicas?: true;
  /** The document as its author wrote it, where it must be copied to the byte: encrypted by SOPS. */
  readonly verbatim?: string;
  /** The federated object. */
  readonly origin: Origin;
  /** Where `template` was written. */
  readonly templateOrigin: Origin;
  /** What in `template` comes from elsewhere. */
  readonly stamps: readonly FieldStamp[];
  /** Absent for plain objects. */
  readonly type?: ResolvedTarget;
}

/** A resource with the clusters it goes to, on its way through the stages. */
export interface PlacedResource<Problem = unknown> {
  readonly resource: FederatedResource;
  /** Sorted by UTF-16 code units, all in the inventory. */
  readonly clusters: readonly string[];
  /** The clusters of the object it lives within; absent: nothing limits it. */
  readonly limit?: ReadonlySet<string>;
  /** What to report if its own choice takes no cluster. */
  readonly ifNowhere: readonly Problem[];
  /** Ending up in no cluster is on purpose, or reported where the cause is. */
  readonly isExplained: boolean;
}
