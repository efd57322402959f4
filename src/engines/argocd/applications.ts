/** A fleet in; out: the Applications that the ApplicationSet will make of it. */
import type { Cluster } from '../../model/cluster.ts';
import type { Fleet, FleetFolder } from '../engine.ts';
import type { ArgocdSettings } from './settings.ts';

export interface Application {
  readonly name: string;
  readonly cluster: Cluster;
  /** Those that it reads; at least one. */
  readonly folders: readonly FleetFolder[];
}

/** The part of the name for the folder of cluster-scoped objects, which no namespace is likely to have. */
export const clusterScopedName = 'cluster-scoped';
/** The folder of cluster-scoped objects in the layout by-namespace. */
export const clusterScopedFolder = '_cluster';

/** In the order of clusters and folders. */
export function applicationsOf(
  { clusters }: Pick<Fleet, 'clusters'>,
  { applications, namePrefix }: ArgocdSettings,
): readonly Application[] {
  return clusters.flatMap(({ cluster, folders }) => {
    const name = `${namePrefix}${cluster.name}`;
    if (applications === 'cluster') return [{ name, cluster, folders }];
    return folders.map((folder) => ({
      name: `${name}-${folderPart(folder.name)}`,
      cluster,
      folders: [folder],
    }));
  });
}

/** What Argo CD calls a cluster. */
export function argocdName({ name, names }: Cluster): string {
  return names.argocd ?? name;
}

/** argo-cd, applicationset/utils (SanitizeName): what `basenameNormalized` and `nameNormalized` are. */
export function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

function folderPart(folder: string): string {
  return folder === clusterScopedFolder ? clusterScopedName : normalizeName(folder);
}
