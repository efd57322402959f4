/** Why things are as they are: facts that the stages report while they work. */

import type { LabelRequirement } from './federated-resource.ts';
import type { JsonValue, ObjectKey } from './kube-object.ts';
import type { Origin } from './source.ts';

export type Fact =
  | {
      readonly kind: 'type-resolved';
      readonly federatedKind: string;
      readonly target: string;
      readonly by:
        | 'type-config'
        | 'chart-default'
        | 'known-kind'
        | 'custom-resource-definition'
        | 'config';
      readonly origin?: Origin;
    }
  | {
      readonly kind: 'cluster-listed';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'cluster-not-listed';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'cluster-unknown';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'selector-evaluated';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly matched: boolean;
      /** The requirements that the cluster does not meet. */
      readonly failed: readonly LabelRequirement[];
      readonly origin: Origin;
    }
  | {
      readonly kind: 'placement-absent';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'replicas-planned';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly replicas: number;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'preference-widened';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'preference-dropped';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'namespace-narrowed';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly cluster: string;
      readonly namespace: string;
    }
  | {
      readonly kind: 'override-applied';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly clusters: readonly string[];
      readonly path: string;
      readonly before: JsonValue | undefined;
      readonly after: JsonValue | undefined;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'field-stamped';
      readonly resource: Origin;
      readonly key: ObjectKey;
      readonly pointer: string;
      readonly rule: string;
    };

/** A listener; silent while building, listening for explain. */
export interface Decisions {
  /** False: nobody listens, so a stage may skip making facts. */
  readonly isListening: boolean;
  hear(fact: Fact): void;
}

export const silent: Decisions = {
  isListening: false,
  hear() {
    // Nobody asked why.
  },
};

/** A listener that keeps what it hears, in order. */
export function recorder(): Decisions & { readonly facts: readonly Fact[] } {
  const facts: Fact[] = [];
  return { isListening: true, facts, hear: (fact) => facts.push(fact) };
}
