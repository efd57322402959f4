/**
 * A ManagedCluster of Open Cluster Management in, what it says about a cluster out.
 * open-cluster-management-io/api, cluster/v1/types.go: region and platform are claims that distributions make.
 */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Located, SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { asList, firstText, namedValue, serverAddress, taintsAt } from './read-facts.ts';

/** The hub itself sets and removes them as a cluster comes and goes. */
const conditions = ['unavailable', 'unreachable'].map(
  (word) => `cluster.open-cluster-management.io/${word}`,
);
const claims = ['status', 'clusterClaims'];

/** The cluster of a ManagedCluster, or inventory/invalid: no name, or a label that is not text. */
export function readManagedCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, 'ManagedCluster', (name) => ({
    kind: 'ocm',
    name,
    otherNames: { ocm: name },
    fields: {
      server: serverAddress(firstText(source, ['spec', 'managedClusterClientConfigs', 0, 'url'])),
      provider: platform(namedValue(source, claims, 'platform')),
      region: namedValue(source, claims, 'region'),
      zones: asList(namedValue(source, claims, 'zone')),
      kubeVersion:
        firstText(source, ['status', 'version', 'kubernetes']) ??
        namedValue(source, claims, 'kubeversion'),
    },
    taints: taintsAt(source, ['spec', 'taints'], conditions),
  }));
}

/** Providers are written in lower case everywhere else; None and Other are what a distribution claims without one. */
function platform(claim: Located<string> | undefined): Located<string> | undefined {
  const value = claim?.value.toLowerCase();
  if (claim === undefined || value === undefined || ['none', 'other'].includes(value))
    return undefined;
  return { value, origin: claim.origin };
}
