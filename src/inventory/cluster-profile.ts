/**
 * A ClusterProfile of SIG Multicluster in, what it says about a cluster out.
 * kubernetes-sigs/cluster-inventory-api, apis/v1alpha1/clusterprofile_types.go.
 */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { isArray } from '../model/kube-object.ts';
import type { Located, SourceObject } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { describeObject } from './describe-entry.ts';
import { asList, firstText, namedValue, serverAddress, valueAt } from './read-facts.ts';

const properties = ['status', 'properties'];

/** The cluster of a ClusterProfile, or inventory/invalid: no name, or a label that is not text. */
export function readClusterProfile(source: SourceObject): Outcome<readonly ClusterEntry[]> {
  return describeObject(source, 'ClusterProfile', (name) => ({
    kind: 'cluster-profile',
    name,
    fields: {
      server: serverAddress(
        providedServer(source, 'accessProviders') ?? providedServer(source, 'credentialProviders'),
      ),
      region: namedValue(source, properties, 'region'),
      zones: asList(namedValue(source, properties, 'zone')),
      kubeVersion: firstText(source, ['status', 'version', 'kubernetes']),
    },
  }));
}

/** `credentialProviders` is the older name of the list. */
function providedServer(
  source: SourceObject,
  list: 'accessProviders' | 'credentialProviders',
): Located<string> | undefined {
  const found = valueAt(source.object, ['status', list]);
  const indexes = isArray(found) ? [...found.keys()] : [];
  return firstText(source, ...indexes.map((index) => ['status', list, index, 'cluster', 'server']));
}
