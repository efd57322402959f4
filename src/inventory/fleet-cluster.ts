/**
 * A Cluster of Rancher Fleet in, what it says about a cluster out.
 * rancher/fleet, pkg/apis/fleet.cattle.io/v1alpha1/cluster_types.go. Rancher gives its objects names like c-m-4x2bd, and keeps
 * the name that people gave in a label.
 */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { firstText } from './read-facts.ts';

const displayName = 'management.cattle.io/cluster-display-name';

/** The cluster of a Fleet Cluster, or inventory/invalid: no name, or a label that is not text. */
export function readFleetCluster(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, 'Fleet Cluster', (name) => ({
    kind: 'fleet',
    name: firstText(source, ['metadata', 'labels', displayName]) ?? name,
    otherNames: { fleet: name },
  }));
}
