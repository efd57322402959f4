/** Cluster names of placements that are not in the inventory in; one report for each of them out. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../diagnostics/fix.ts';
import { createNameFinder } from '../diagnostics/name-finder.ts';
import type { Cluster } from '../model/cluster.ts';
import type { ClusterChoice, FederatedResource } from '../model/federated-resource.ts';
import { groupBy } from '../model/group-by.ts';
import type { Origin } from '../model/source.ts';
import { inventoryPlace } from './inventory-places.ts';

/** A name in a list that no cluster of the inventory has. */
export interface UnknownName {
  readonly cluster: string;
  /** All names of the list it stands in. */
  readonly listed: ClusterChoice & { readonly kind: 'names' };
  readonly at: Origin;
  readonly severity: 'error' | 'warning';
}

/** The unknown names of a placement that is a list. */
export function unknownNames(
  { placement: { choice }, rules }: FederatedResource,
  known: ReadonlyMap<string, Cluster>,
): UnknownName[] {
  if (choice.kind !== 'names') return [];
  return choice.names
    .filter(({ value }) => !known.has(value))
    .map(({ value, origin }) => ({
      cluster: value,
      listed: choice,
      at: origin,
      severity: rules.unknownCluster,
    }));
}

/** More places than these are only counted. */
const mostPlaces = 5;

/** A cluster that left the inventory is one root cause, in however many placements it still stands. */
export function reportUnknown(
  unknown: readonly UnknownName[],
  known: ReadonlyMap<string, Cluster>,
): Diagnostic[] {
  const finder = createNameFinder([...known.keys()]);
  const isListed = createListLookup();
  const inventory = known.values().next().value?.origin.file ?? '';
  return [...groupBy(unknown, ({ cluster }) => cluster)].map(([cluster, [first, ...others]]) => {
    const near = finder.nearest(cluster).slice(0, 2);
    const args = {
      cluster,
      nearest: near,
      inventory,
      clusters: known.size,
      places: others.length + 1,
    };
    const related = [
      ...inventoryPlace(near[0], known),
      ...others.slice(0, mostPlaces - 1).map(({ at }) => ({ at, label: 'and here' })),
    ];
    const { at, severity } = first;
    const fix = nameFix([first, ...others], finder.certain(cluster), isListed);
    return diagnose('placement/unknown-cluster', at, args, { severity, related, fix });
  });
}

type ListLookup = (list: UnknownName['listed'], name: string) => boolean;

/** Whether a name stands in a list; a list is read through once. */
function createListLookup(): ListLookup {
  const known = new Map<UnknownName['listed'], ReadonlySet<string>>();
  return (list, name) => {
    let names = known.get(list);
    if (names === undefined) {
      names = new Set(list.names.map(({ value }) => value));
      known.set(list, names);
    }
    return names.has(name);
  };
}

/** Where the name that was meant stands beside it already, another one was meant. */
function nameFix(
  all: readonly UnknownName[],
  meant: string | undefined,
  isListed: ListLookup,
): Fix | undefined {
  if (meant === undefined || all.some(({ severity }) => severity !== 'error')) return undefined;
  if (all.some(({ listed }) => isListed(listed, meant))) return undefined;
  return writeText(
    meant,
    all.map(({ at }) => at),
    'name',
  );
}
