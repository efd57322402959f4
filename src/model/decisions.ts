/** Why things are as they are: facts that the stages report while they work. */

import type { Edit, FederatedResource, LabelRequirement } from './federated-resource.ts';
import type { JsonValue, ObjectKey } from './kube-object.ts';
import type { JsonPointer, Origin } from './source.ts';

/** What every fact about a resource begins with; `resource` is the object in the sources. */
interface About {
  readonly resource: Origin;
  readonly key: ObjectKey;
}

/** A fact about one cluster, and where it was decided. */
interface AboutCluster extends About {
  readonly cluster: string;
  readonly origin: Origin;
}

/** What the planner did for one cluster; replicas are whole numbers. */
export interface ReplicaShare {
  /** The name of the entry in `spec.clusters` that counts: the cluster's own, or `*`. Absent: none, so it gets 0. */
  readonly entry?: string;
  readonly weight: number | bigint;
  readonly minReplicas?: number | bigint;
  readonly maxReplicas?: number | bigint;
  /** From one, among the clusters that have an entry: by weight, then by hash, then by name. */
  readonly rank: number;
  /** How many clusters have an entry. */
  readonly ranked: number;
  /** 32-bit FNV-1 of the cluster's name followed by `namespace/name` of the preference: the smaller is served first. */
  readonly hash: number;
  /** Given for minReplicas. */
  readonly minimum: number;
  /** Kept beyond the minimum because they run there already. */
  readonly kept: number;
  /** What it got for its weight, pass by pass. */
  readonly passes: readonly ReplicaPass[];
  readonly cappedByMax: boolean;
}

/** One pass over the clusters that are not full. */
export interface ReplicaPass {
  /** Replicas that were left when the pass began. */
  readonly left: number;
  readonly weightSum: number | bigint;
  /** `left * weight / weightSum` rounded up, at most what the clusters served before left over. */
  readonly fair: number;
  readonly given: number;
}

export type Fact =
  /** What a front end made of an object: its template, where that was written, its type. */
  | (About & { readonly kind: 'resource-lowered'; readonly lowered: FederatedResource })
  /** An object that is not compiled at all, and why: a sentence without full stop. */
  | (About & {
      readonly kind: 'resource-left-out';
      readonly reason: string;
      readonly origin: Origin;
    })
  | (AboutCluster & { readonly kind: 'cluster-listed' })
  | (AboutCluster & { readonly kind: 'cluster-not-listed' })
  | (AboutCluster & { readonly kind: 'cluster-unknown' })
  | (AboutCluster & {
      readonly kind: 'selector-evaluated';
      readonly matched: boolean;
      /** The requirements that the cluster does not meet. */
      readonly failed: readonly LabelRequirement[];
    })
  | (AboutCluster & { readonly kind: 'placement-absent' })
  /** Whether the object it lives within goes to a cluster. */
  | (About & {
      readonly kind: 'limit-evaluated';
      readonly cluster: string;
      readonly within: ObjectKey;
      readonly allowed: boolean;
    })
  | (AboutCluster & {
      readonly kind: 'replicas-planned';
      readonly replicas: number;
      readonly share: ReplicaShare;
    })
  | (AboutCluster & { readonly kind: 'preference-widened' })
  | (AboutCluster & { readonly kind: 'preference-dropped' })
  | (About & {
      readonly kind: 'namespace-narrowed';
      readonly cluster: string;
      readonly namespace: string;
    })
  | (AboutCluster & {
      readonly kind: 'override-applied';
      readonly edit: Edit;
      /** From one, among the edits of the cluster; `count` is how many were written there. */
      readonly number: number;
      readonly count: number;
      /** The entry of the cluster. */
      readonly entry: Origin;
      /** A replica preference wrote it. */
      readonly isPlanned: boolean;
      /** Where it took effect, with odd indices and `-` resolved. */
      readonly pointer: JsonPointer;
      readonly effect: 'added' | 'inserted' | 'replaced' | 'removed' | 'kept';
      readonly before: JsonValue | undefined;
      readonly after: JsonValue | undefined;
    })
  /** Set on the result, after all edits. */
  | (About & {
      readonly kind: 'field-stamped';
      readonly pointer: JsonPointer;
      readonly value: string;
      readonly rule: string;
      /** Where the rule was written. */
      readonly written?: Origin;
      /** Absent: in all of them. */
      readonly clusters?: readonly string[];
      readonly row?: string;
    });

/** A listener; silent while building, listening for explain. */
export interface Decisions {
  /** False: nobody wants to know about this object, so a stage may skip making facts. */
  wants(key: ObjectKey): boolean;
  hear(fact: Fact): void;
}

export const silent: Decisions = {
  wants: () => false,
  hear() {
    // Nobody asked why.
  },
};

/** A listener that keeps what it hears of the objects that are wanted (all by default), in order. */
export function recorder(
  wants: (key: ObjectKey) => boolean = () => true,
): Decisions & { readonly facts: readonly Fact[] } {
  const facts: Fact[] = [];
  return { wants, facts, hear: (fact) => facts.push(fact) };
}
