/** A Cluster of Karmada in, what it says about a cluster out. karmada-io/karmada, pkg/apis/cluster/v1alpha1/types.go. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { asList, firstText, serverAddress, taintsAt, textList } from './read-facts.ts';

/** Karmada itself sets and removes them as a cluster comes and goes: pkg/apis/cluster/v1alpha1/well_known_constants.go. */
const conditions = ['not-ready', 'unreachable', 'terminating'].map(
  (word) => `cluster.karmada.io/${word}`,
);

/** The cluster of a Karmada Cluster, or inventory/invalid: no name, or a label that is not text. */
export function readKarmadaCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, 'Karmada Cluster', (name) => ({
    kind: 'karmada',
    name,
    fields: {
      server: serverAddress(firstText(source, ['spec', 'apiEndpoint'])),
      provider: firstText(source, ['spec', 'provider']),
      region: firstText(source, ['spec', 'region']),
      // `zone` is the older of the two, and deprecated.
      zones: textList(source, ['spec', 'zones']) ?? asList(firstText(source, ['spec', 'zone'])),
      kubeVersion: firstText(source, ['status', 'kubernetesVersion']),
    },
    taints: taintsAt(source, ['spec', 'taints'], conditions),
  }));
}
