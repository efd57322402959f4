/** A cluster and what its documents say of it in; out: all that is known, each fact with the places that say so. */
import type { Cluster, ClusterFields } from '../model/cluster.ts';
import { below, type Origin } from '../model/source.ts';
import type { SourcePlace } from '../reports/cluster-view.ts';
import type { ClusterFact } from '../reports/render-cluster.ts';
import type { DescribedCluster } from './read-inventory.ts';

const fieldNames = ['region', 'provider', 'zones', 'kubeVersion', 'server'] as const;

type PlaceOf = (origin: Origin) => SourcePlace;

/** Labels, fields, annotations, taints and other names, in this order. */
export function clusterFacts(
  described: DescribedCluster,
  placeOf: PlaceOf,
): readonly ClusterFact[] {
  return [
    ...textFacts(described, { kind: 'label', member: 'labels' }, placeOf),
    ...fieldFacts(described, placeOf),
    ...textFacts(described, { kind: 'annotation', member: 'annotations' }, placeOf),
    ...taintFacts(described, placeOf),
    ...textFacts(described, { kind: 'other name', member: 'names' }, placeOf),
  ];
}

function textFacts(
  { cluster, entries }: DescribedCluster,
  {
    kind,
    member,
  }: {
    readonly kind: ClusterFact['kind'];
    readonly member: 'labels' | 'annotations' | 'names';
  },
  placeOf: PlaceOf,
): ClusterFact[] {
  const textsOf = (each: Cluster): Readonly<Record<string, string>> => ({ ...each[member] });
  return Object.entries(textsOf(cluster))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({
      kind,
      name,
      value,
      sources: entries
        .filter((entry) => textsOf(entry.cluster)[name] === value)
        .map((entry) =>
          placeOf(
            member === 'labels' ? entry.labelAt(name) : below(entry.cluster.origin, member, name),
          ),
        ),
    }));
}

function fieldFacts({ cluster, entries }: DescribedCluster, placeOf: PlaceOf): ClusterFact[] {
  return fieldNames.flatMap((name): ClusterFact[] => {
    const value = fieldText(cluster.fields, name);
    if (value === undefined) return [];
    const saying = entries.filter((entry) => fieldText(entry.cluster.fields, name) === value);
    const sources = saying.map((entry) => placeOf(entry.fieldAt(name)));
    return [{ kind: 'field', name, value, sources }];
  });
}

/** Only the native form has taints. */
function taintFacts({ cluster }: DescribedCluster, placeOf: PlaceOf): ClusterFact[] {
  return cluster.taints.map(({ key, value, effect }, index) => ({
    kind: 'taint',
    name: key,
    value: value === undefined ? effect : `${value}:${effect}`,
    sources: [placeOf(below(cluster.origin, 'taints', index))],
  }));
}

function fieldText(fields: ClusterFields, name: keyof ClusterFields): string | undefined {
  const value = fields[name];
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}
