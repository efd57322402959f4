/** A cluster and what its documents say of it in; out: all that is known, each fact with the places that say so. */
import type { ClusterEntry } from '../inventory/cluster-entry.ts';
import { labelOfField } from '../inventory/well-known-labels.ts';
import type { Cluster, ClusterFields, EngineNames } from '../model/cluster.ts';
import type { Origin } from '../model/source.ts';
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
        .map((entry) => placeOf(textAt(entry, member, name))),
    }));
}

function textAt(
  entry: ClusterEntry,
  member: 'labels' | 'annotations' | 'names',
  name: string,
): Origin {
  switch (member) {
    case 'labels':
      return entry.labelAt(name);
    case 'annotations':
      return entry.annotationAt(name);
    case 'names':
      return entry.otherNameAt(name as keyof EngineNames);
  }
}

function fieldFacts({ cluster, entries }: DescribedCluster, placeOf: PlaceOf): ClusterFact[] {
  return fieldNames.flatMap((name): ClusterFact[] => {
    const value = fieldText(cluster.fields, name);
    if (value === undefined) return [];
    const saying = entries.filter((entry) => fieldText(entry.cluster.fields, name) === value);
    const places = saying.map((entry) => entry.fieldAt(name));
    const sources = (places.length > 0 ? places : labelPlaces(entries, name)).map(placeOf);
    return [{ kind: 'field', name, value, sources }];
  });
}

/** Where the label stands that tells a field which no document has. */
function labelPlaces(
  entries: readonly ClusterEntry[],
  field: keyof ClusterFields,
): readonly Origin[] {
  const label = labelOfField[field] ?? '';
  return entries
    .filter(({ cluster }) => cluster.labels[label] !== undefined)
    .map((entry) => entry.labelAt(label));
}

function taintFacts({ cluster, entries }: DescribedCluster, placeOf: PlaceOf): ClusterFact[] {
  return cluster.taints.map(({ key, value, effect }) => ({
    kind: 'taint',
    name: key,
    value: value === undefined ? effect : `${value}:${effect}`,
    sources: entries.flatMap((entry) =>
      entry.cluster.taints.flatMap((taint, index) => {
        const isSame = taint.key === key && taint.value === value && taint.effect === effect;
        return isSame ? [placeOf(entry.taintAt(index))] : [];
      }),
    ),
  }));
}

function fieldText(fields: ClusterFields, name: keyof ClusterFields): string | undefined {
  const value = fields[name];
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}
