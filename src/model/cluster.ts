/** Member clusters and the inventory of them. */
import type { Origin } from './source.ts';

export type Labels = Readonly<Record<string, string>>;

/** What other systems call a cluster, where that differs from its name. */
export interface EngineNames {
  readonly argocd?: string;
  readonly fleet?: string;
  readonly ocm?: string;
  readonly context?: string;
}

/** Facts about a cluster that are never labels: no selector sees them. */
export interface ClusterFields {
  readonly server?: string;
  readonly provider?: string;
  readonly region?: string;
  readonly zones?: readonly string[];
  readonly kubeVersion?: string;
}

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

export interface Cluster {
  /** A DNS-1123 subdomain; the name of its folder. */
  readonly name: string;
  readonly names: EngineNames;
  /** What selectors see. Without prototype. */
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly fields: ClusterFields;
  readonly taints: readonly Taint[];
  readonly origin: Origin;
}

/** Documents of one kind in one file that describe clusters and do not count, since nobody named the file as inventory. */
export interface PassedOver {
  readonly file: string;
  /** `Argo CD cluster Secret`: what one of them is called. */
  readonly title: string;
  readonly documents: number;
}

/** The fleet: clusters sorted by name, names unique. */
export interface Inventory {
  readonly clusters: readonly Cluster[];
  /** Looked for only if there is no cluster, and absent if there are none of them either. */
  readonly passedOver?: readonly PassedOver[];
}
