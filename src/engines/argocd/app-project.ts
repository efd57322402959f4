/** A fleet and its settings in, the AppProject out. argo-cd, docs/operator-manual/project-specification.md. */
import type { JsonObject } from '../../model/kube-object.ts';
import type { Fleet } from '../engine.ts';
import { toObject } from '../to-object.ts';
import { argocdName } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';

/** A project that allows this repository, and the clusters of the fleet; in them every kind and namespace. */
export function appProject(
  { repository, clusters }: Fleet,
  { project, namespace }: ArgocdSettings,
): JsonObject {
  const names = new Set(clusters.map(({ cluster }) => argocdName(cluster)));
  return toObject({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: project, namespace },
    spec: {
      description: 'Manifests compiled by fedc',
      sourceRepos: [repository.url],
      destinations: [...names].sort().map((name) => ({ name, namespace: '*' })),
      // A list of the kinds in the tree would forbid to prune the last object of one.
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  });
}
