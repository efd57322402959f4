/** A Cluster of the cluster registry, as Config Sync uses it, in; what it says about a cluster out. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { firstText, serverAddress } from './read-facts.ts';

const endpoint = ['spec', 'kubernetesApiEndpoints', 'serverEndpoints', 0, 'serverAddress'];

/** The cluster of a Config Sync Cluster, or inventory/invalid: no name, or a label that is not text. */
export function readConfigSyncCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, 'Config Sync Cluster', (name) => ({
    kind: 'config-sync',
    name,
    fields: { server: serverAddress(firstText(source, endpoint)) },
  }));
}
