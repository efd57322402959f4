/** Cluster names of placements that are not in the inventory in; one report for each of them out. */
import { certainName } from '../diagnostics/certain-name.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../diagnostics/fix.ts';
import { nearest } from '../diagnostics/suggest.ts';
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
  const names = [...known.keys()];
  const inventory = known.values().next().value?.origin.file ?? '';
  return [...groupBy(unknown, ({ cluster }) => cluster)].map(([cluster, [first, ...others]]) => {
    const near = nearest(cluster, names).slice(0, 2);
    const args = {
      cluster,
      nearest: near,
      inventory,
      clusters: known.size,
      places: others.length + 1,
    };
    const related = [
      ...inventoryPlace(near[0], known.values()),
      ...others.slice(0, mostPlaces - 1).map(({ at }) => ({ at, label: 'and here' })),
    ];
    const { at, severity } = first;
    const fix = nameFix([first, ...others], names);
    return diagnose('placement/unknown-cluster', at, args, { severity, related, fix });
  });
}

/** Where the name that was meant stands beside it already, another one was meant. */
function nameFix(
  [first, ...others]: readonly [UnknownName, ...UnknownName[]],
  names: readonly string[],
): Fix | undefined {
  const meant = certainName(first.cluster, names);
  const all = [first, ...others];
  if (meant === undefined || all.some(({ severity }) => severity !== 'error')) return undefined;
  const isListed = all.some(({ listed }) => listed.names.some(({ value }) => value === meant));
  if (isListed) return undefined;
  return writeText(
    meant,
    all.map(({ at }) => at),
    'name',
  );
}
