/** An inventory and what is supposed of it in, the inventory as it would then be out. */
import type { Cluster, Inventory, Labels } from '../model/cluster.ts';

export interface LabelChange {
  readonly cluster: string;
  readonly key: string;
  /** Absent: the label goes. */
  readonly value?: string;
}

export interface InventoryChange {
  /** In the order in which they apply. */
  readonly labels: readonly LabelChange[];
  /** Names of clusters that go. */
  readonly removed: readonly string[];
}

/** The inventory with other labels and without some clusters; names that it does not have change nothing. */
export function changeInventory(
  { clusters }: Inventory,
  { labels, removed }: InventoryChange,
): Inventory {
  return {
    clusters: clusters
      .filter(({ name }) => !removed.includes(name))
      .map((cluster) =>
        relabel(
          cluster,
          labels.filter((change) => change.cluster === cluster.name),
        ),
      ),
  };
}

function relabel(cluster: Cluster, changes: readonly LabelChange[]): Cluster {
  if (changes.length === 0) return cluster;
  const labels: Record<string, string> = Object.assign(Object.create(null), cluster.labels);
  for (const { key, value } of changes) {
    if (value === undefined) delete labels[key];
    else labels[key] = value;
  }
  return { ...cluster, labels: labels satisfies Labels };
}
