/** The texts of files in; out: which of them describe clusters in a form that only counts where the file is named as inventory. */
import type { PassedOver } from '../model/cluster.ts';
import type { SourceFile } from '../model/source.ts';

/** apiVersion and kind as every tool prints them, one right after the other. */
function typePattern(group: string, kind: string): RegExp {
  const apiVersion = `${group.replaceAll('.', '\\.')}/\\w+`;
  return new RegExp(
    `apiVersion["']?:\\s*["']?${apiVersion}["']?,?\\s+["']?kind["']?:\\s*["']?${kind}\\b`,
    'g',
  );
}

const patterns: readonly (readonly [title: string, pattern: RegExp])[] = [
  ['Argo CD cluster Secret', /argocd\.argoproj\.io\/secret-type["']?:\s*["']?cluster\b/g],
  ['Cluster API Cluster', typePattern('cluster.x-k8s.io', 'Cluster')],
  ['ClusterProfile', typePattern('multicluster.x-k8s.io', 'ClusterProfile')],
  ['Config Sync Cluster', typePattern('clusterregistry.k8s.io', 'Cluster')],
  ['Fleet Cluster', typePattern('fleet.cattle.io', 'Cluster')],
  ['ManagedCluster', typePattern('cluster.open-cluster-management.io', 'ManagedCluster')],
  ['kubeconfig', /^current-context["']?:/gm],
];

/** By file, then by title. The texts are only looked through, so the numbers are those of documents in their usual form. */
export function passedOverIn(files: readonly SourceFile[]): readonly PassedOver[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, text }) =>
      patterns.flatMap(([title, pattern]) => {
        const documents = text.match(pattern)?.length ?? 0;
        return documents === 0 ? [] : [{ file: path, title, documents }];
      }),
    );
}
