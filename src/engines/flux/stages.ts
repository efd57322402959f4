/** A cluster in; out: the parts of it that Flux applies one after the other, each with its files. */
import type { FleetCluster, FleetFile } from '../engine.ts';
import { type FluxSettings, nameFor } from './settings.ts';

/** What one Kustomization applies. */
export interface Stage {
  readonly part: 'crds' | 'namespaces' | 'rest';
  /** The name of its Kustomization. */
  readonly name: string;
  /** The names of the Kustomizations that have to be ready before. */
  readonly dependsOn: readonly string[];
  /** Its folder in the tree. */
  readonly path: string;
  /** That folder is a list of files, not the manifests themselves. */
  readonly isListed: boolean;
  /** At least one, sorted by path. */
  readonly files: readonly StageFile[];
}

export interface StageFile {
  /** Inside the folder of the cluster. */
  readonly path: string;
  readonly variant: FleetFile['variant'];
}

/**
 * One stage, or at most three with `split: stages`: definitions, namespaces, the rest. The rest bears the name that an unsplit
 * Kustomization has: when a fleet is split it goes on owning its objects, and waits until the other two own theirs. So a cluster
 * without a rest is not split: that Kustomization would go, and take with it what the other two do not own yet.
 */
export function stagesOf(
  each: FleetCluster,
  { name: template, split }: Pick<FluxSettings, 'name' | 'split'>,
): readonly Stage[] {
  const cluster = each.cluster.name;
  const name = nameFor(template, cluster);
  const files = filesOf(each);
  if (split === 'none' || files.every((file) => partOf(file) !== 'rest'))
    return [
      { part: 'rest', name, dependsOn: [], path: `clusters/${cluster}`, isListed: false, files },
    ];
  const parts = (['crds', 'namespaces', 'rest'] as const).map((part) => ({
    part,
    name: part === 'rest' ? name : `${name}-${part}`,
    path: `engine/flux/stages/${cluster}/${part}`,
    isListed: true,
    files: files.filter((file) => partOf(file) === part),
  }));
  const used = parts.filter((stage) => stage.files.length > 0);
  const before = used.filter(({ part }) => part !== 'rest').map((stage) => stage.name);
  return used.map((stage) => ({ ...stage, dependsOn: stage.part === 'rest' ? before : [] }));
}

/** The files of a cluster, sorted by path. */
export function filesOf({ folders }: FleetCluster): readonly StageFile[] {
  return folders
    .flatMap(({ name, files }) =>
      files.map(({ path, variant }) => ({ path: `${name}/${path}`, variant })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function partOf({ variant: { key } }: StageFile): Stage['part'] {
  if (key.kind === 'Namespace' && key.group === '') return 'namespaces';
  const isDefinition =
    key.kind === 'CustomResourceDefinition' && key.group === 'apiextensions.k8s.io';
  return isDefinition ? 'crds' : 'rest';
}
