/** Placed resources in, one after the other; out: their clusters with edits, and those that get the template itself. */
import type { Override, PlacedResource } from '../model/federated-resource.ts';

/** A cluster with edits of its own. */
export interface Touched {
  /** One list for all resources. */
  readonly clusters: readonly [string];
  readonly own: Override;
}

export interface Split {
  readonly touched: readonly Touched[];
  readonly untouched: readonly string[];
}

/** What stands for a cluster in every resource. */
interface Slot {
  readonly clusters: readonly [string];
  /** Of the resource that is being split. */
  own: Override | undefined;
}

/**
 * Splits resource by resource: one table for all of them, because each has few overrides and there are many of them. `names` are
 * those of the inventory, whose very texts placements hold: what is one text is found faster than what is merely equal.
 */
export function createSplitter(names: readonly string[]): (placed: PlacedResource) => Split {
  const slots = new Map<string, Slot>();
  const slotOf = (cluster: string) => {
    let slot = slots.get(cluster);
    if (slot === undefined) {
      slot = { clusters: [cluster], own: undefined };
      slots.set(cluster, slot);
    }
    return slot;
  };
  names.forEach(slotOf);
  return ({ resource: { overrides }, clusters }) => {
    const named = fill(overrides, slotOf);
    if (named.length === 0) return { touched: [], untouched: clusters };
    const touched: Touched[] = [];
    const untouched: string[] = [];
    for (const cluster of clusters) {
      const slot = slots.get(cluster);
      if (slot?.own === undefined) untouched.push(cluster);
      else touched.push({ clusters: slot.clusters, own: slot.own });
    }
    for (const slot of named) slot.own = undefined;
    return { touched, untouched };
  };
}

/** Puts the overrides that hold edits where their clusters are; gives those places. */
function fill(overrides: readonly Override[], slotOf: (cluster: string) => Slot): readonly Slot[] {
  const named: Slot[] = [];
  for (const each of overrides) {
    if (each.target.kind !== 'names') continue;
    for (const { value } of each.target.names) {
      const slot = slotOf(value);
      // The last one counts, also if it takes back all edits.
      slot.own = each.edits.length > 0 ? each : undefined;
      named.push(slot);
    }
  }
  return named;
}
