/** The configuration: as a person writes it (Config), and with every default filled in (Options). */
import type { JsonObject, JsonValue } from './kube-object.ts';
import type { Origin } from './source.ts';

export type Mode = 'gitops' | 'kubefed';
export type Level = 'error' | 'warning' | 'note' | 'off';
export type Layout = 'by-namespace' | 'by-app';

/** The rows of the two modes; each can be set by itself. */
export interface Compatibility {
  readonly namespaces: 'narrow' | 'require';
  readonly kubefedConfig: 'ignore' | 'obey';
  readonly replicaCandidates: 'placed' | 'all';
  readonly templateAnnotations: 'keep' | 'drop';
  readonly templateFinalizers: 'drop' | 'keep';
  readonly managedLabel: 'omit' | 'add';
  readonly serverFields: 'drop' | 'keep';
  readonly unknownCluster: 'error' | 'warn';
  readonly noCluster: 'error' | 'warn';
  readonly overrideNumbers: 'exact' | 'float64';
  readonly misplacedPlacement: 'error' | 'ignore';
  readonly oldShapes: 'accept' | 'refuse';
  readonly disabledType: 'error' | 'omit' | 'write';
}

/** A target type taught by the config: `types.kubefed.io/v1beta1 FederatedWidget` to `example.io/v1 Widget`. */
export interface TypeMapping {
  readonly federated: string;
  readonly target: string;
  readonly scope: 'Namespaced' | 'Cluster';
}

/** Files of plain manifests, and where they go. */
export interface PlainObjectsRule {
  readonly files: readonly string[];
  /** The shape of `spec.placement` of a federated object. */
  readonly placement: JsonValue;
}

/** What one run may delete without being asked again. */
export interface Guards {
  /** Of all objects of the run's clusters: a share in percent, or a number of objects. */
  readonly maxDelete:
    | { readonly kind: 'share'; readonly percent: number }
    | { readonly kind: 'number'; readonly objects: number };
  /** Names of plans that were looked at. */
  readonly accept: readonly string[];
  /** Clusters that may lose all of their manifests. */
  readonly allowEmptyClusters: readonly string[];
}

/** Where the output tree will live, for the engines that fetch it. */
export interface EngineRepository {
  /** Empty if nobody said. */
  readonly url: string;
  readonly revision: string;
  /** The folder of the tree in that repository, separated by '/'; empty if it is the repository itself, absent if unknown. */
  readonly path?: string;
}

/** The settings of an engine, checked against the schema of fedc.yaml. */
export type EngineSettings = JsonObject;

/** The engines that are written for, and all that was set of any. */
export interface EngineOptions {
  readonly repository: EngineRepository;
  /** Names in the order of the UTF-16 code units. */
  readonly chosen: readonly string[];
  /** By name; without prototype. */
  readonly settings: Readonly<Record<string, EngineSettings>>;
}

/** `engines:`, as written. */
export type EnginesConfig = {
  readonly repository?: {
    readonly url?: string;
    readonly revision?: string;
    readonly path?: string;
  };
  /** From flags and environment: exactly these engines, whatever the settings enable. */
  readonly emit?: readonly string[];
} & Readonly<Record<string, JsonValue | undefined>>;

/** fedc.yaml, as written. */
export interface Config {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly mode?: Mode;
  readonly sources?: readonly string[];
  readonly exclude?: readonly string[];
  readonly inventory?: readonly string[];
  readonly out?: string;
  readonly layout?: Layout;
  readonly defaultNamespace?: string;
  readonly kubefed?: { readonly namespace?: string };
  readonly types?: readonly TypeMapping[];
  readonly compatibility?: Partial<Compatibility>;
  readonly plainObjects?: 'ignore' | readonly PlainObjectsRule[];
  readonly diagnostics?: Readonly<Record<string, Level>>;
  readonly guards?: {
    /** A number of objects, or a share such as `20%`. */
    readonly maxDelete?: number | string;
    readonly accept?: readonly string[];
    readonly allowEmptyClusters?: readonly string[];
  };
  readonly replicas?: { readonly previous?: 'none' | 'tree' };
  readonly engines?: EnginesConfig;
  readonly protect?: readonly string[];
}

/** The configuration with the mode's defaults filled in; the stages never see less. */
export interface Options {
  readonly mode: Mode;
  readonly layout: Layout;
  readonly sources: readonly string[];
  readonly exclude: readonly string[];
  /** Absent: cluster documents among the sources. */
  readonly inventory?: readonly string[];
  readonly out: string;
  readonly defaultNamespace?: string;
  readonly kubefedNamespace: string;
  readonly types: readonly TypeMapping[];
  readonly compatibility: Compatibility;
  readonly plainObjects: readonly PlainObjectsRule[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly guards: Guards;
  readonly previousReplicas: boolean;
  readonly engines: EngineOptions;
  /** Kinds whose objects no engine may delete or prune: `Namespace`, or `Database.example.io` with a group. */
  readonly protect: readonly string[];
  /** Where the config was written; absent when it came as an object or there is none. */
  readonly origin?: Origin;
}
