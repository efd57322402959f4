/** A cluster name that is not known in, the place in the inventory that shows it out. */
import type { Related } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Cluster } from '../model/cluster.ts';
import { below, type Origin } from '../model/source.ts';

/** Where the cluster that was probably meant is declared; without one, where the inventory begins. */
export function inventoryPlace(
  near: string | undefined,
  clusters: ReadonlyMap<string, Cluster>,
): readonly Related[] {
  const meant = near === undefined ? undefined : clusters.get(near);
  if (meant !== undefined)
    return [{ at: nameOf(meant), label: `${quote(meant.name)} is declared here` }];
  const [first] = clusters.values();
  if (first === undefined) return [];
  return [{ at: nameOf(first), label: 'the clusters of the inventory are declared here' }];
}

/** An item of a ClusterInventory and a context of a kubeconfig have a name; every other document that describes a cluster has metadata. */
function nameOf({ origin }: Cluster): Origin {
  return /\/(?:clusters|contexts)\/\d+$/.test(origin.pointer)
    ? below(origin, 'name')
    : below(origin, 'metadata', 'name');
}
