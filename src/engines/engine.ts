/** What a GitOps engine is to fedc: a fleet in; the engine's own objects, and what it would stumble over, out. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Cluster } from '../model/cluster.ts';
import type { EngineSettings, Layout } from '../model/config.ts';
import type { JsonObject } from '../model/kube-object.ts';
import type { Guard } from '../model/protection.ts';
import type { Place } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';

/** One engine: a module that knows nothing of the others. */
export interface Engine {
  /** What `engines:` and `--emit` call it, and its folder below `engine/`. */
  readonly name: string;
  /** What people call it: `Argo CD`. */
  readonly title: string;
  /** The annotations by which the engine keeps an object that is no longer in the tree. */
  readonly guards: readonly Guard[];
  /** The files below `engine/<name>/`, and those that its settings ask for in the folders of clusters. */
  readonly emit: (fleet: Fleet) => readonly EmittedFile[];
  /** `engine/*`: what this engine would refuse, or read otherwise than it was meant. */
  readonly check: (fleet: Fleet) => readonly Diagnostic[];
}

/** A file of an engine. */
export interface EmittedFile {
  /** Relative to the engine's folder, or to the folder of `cluster`. */
  readonly path: string;
  /** The name of a cluster: the file stands among its manifests. */
  readonly cluster?: string;
  /** Lines of a comment before the first document, without their `#`. */
  readonly comment?: readonly string[];
  /** At least one; keys are printed in the order of Kubernetes objects. */
  readonly documents: readonly JsonObject[];
}

/** All that an engine may know. */
export interface Fleet {
  readonly repository: FleetRepository;
  /** `engines.<name>`, checked against the schema of fedc.yaml. */
  readonly settings: EngineSettings;
  readonly layout: Layout;
  /** The clusters that get at least one manifest, sorted by name. */
  readonly clusters: readonly FleetCluster[];
  /** What people call the other chosen engines, which read the same tree. */
  readonly others: readonly string[];
  /** Where a setting of this engine was written: `settingAt('name')`; else what chose the engine. */
  readonly settingAt: (...path: readonly string[]) => Place;
}

/** The git repository that holds the tree. */
export interface FleetRepository {
  readonly url: string;
  readonly revision: string;
  /** The folder of the tree, without slash at its ends; empty if it is the repository itself. */
  readonly path: string;
}

export interface FleetCluster {
  readonly cluster: Cluster;
  /** Sorted by name. */
  readonly folders: readonly FleetFolder[];
}

/** A folder of manifests: of a namespace, of an app, or `_cluster`. */
export interface FleetFolder {
  readonly name: string;
  /** Sorted by path. */
  readonly files: readonly FleetFile[];
}

export interface FleetFile {
  /** Inside the folder. */
  readonly path: string;
  readonly variant: Variant;
}

/** A path of the tree as seen from the root of its repository: `rendered/clusters/eu-1`. */
export function repositoryPath({ path }: FleetRepository, inTree: string): string {
  return path === '' ? inTree : `${path}/${inTree}`;
}

/** Each distinct manifest once, whatever number of the clusters has it. */
export function variantsOf(clusters: readonly FleetCluster[]): readonly Variant[] {
  const variants = new Set<Variant>();
  for (const { folders } of clusters)
    for (const { files } of folders) for (const { variant } of files) variants.add(variant);
  return [...variants];
}
