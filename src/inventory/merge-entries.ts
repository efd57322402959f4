/** What two kinds of documents say about one cluster in, one cluster and their disagreements out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Cluster, ClusterFields, Labels } from '../model/cluster.ts';
import type { Origin } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';

const fields: readonly (keyof ClusterFields)[] = [
  'server',
  'provider',
  'region',
  'zones',
  'kubeVersion',
];

interface Disagreement {
  readonly field: string;
  readonly values: readonly [string, string];
  readonly places: readonly [Origin, Origin];
}

/** The cluster of both entries, and inventory/conflict for whatever they say differently; there `first` wins. */
export function mergeEntries(first: ClusterEntry, second: ClusterEntry): Outcome<Cluster> {
  const cluster: Cluster = {
    ...first.cluster,
    labels: mergeLabels(second.cluster.labels, first.cluster.labels),
    fields: { ...second.cluster.fields, ...first.cluster.fields },
  };
  const disagreements = [
    ...labelDisagreements(first, second),
    ...fieldDisagreements(first, second),
  ];
  return {
    value: cluster,
    diagnostics: disagreements.map((disagreement) => describe(cluster.name, disagreement)),
  };
}

function mergeLabels(base: Labels, over: Labels): Labels {
  const labels: Record<string, string> = Object.create(null);
  return Object.assign(labels, base, over);
}

function labelDisagreements(first: ClusterEntry, second: ClusterEntry): readonly Disagreement[] {
  return Object.entries(first.cluster.labels).flatMap(([key, value]) => {
    const other = second.cluster.labels[key];
    if (other === undefined || other === value) return [];
    const places = [first.labelAt(key), second.labelAt(key)] as const;
    return [{ field: `the label ${quote(key)}`, values: [value, other], places }];
  });
}

function fieldDisagreements(first: ClusterEntry, second: ClusterEntry): readonly Disagreement[] {
  return fields.flatMap((field) => {
    const value = fieldText(first, field);
    const other = fieldText(second, field);
    if (value === undefined || other === undefined || isSame(field, value, other)) return [];
    const places = [first.fieldAt(field), second.fieldAt(field)] as const;
    return [{ field, values: [value, other], places }];
  });
}

/** Zones are a set: their order says nothing. */
function fieldText(entry: ClusterEntry, field: keyof ClusterFields): string | undefined {
  const value = entry.cluster.fields[field];
  if (value === undefined || typeof value === 'string') return value;
  return [...value].sort((a, b) => (a < b ? -1 : 1)).join(', ');
}

function isSame(field: keyof ClusterFields, value: string, other: string): boolean {
  return value === other || (field === 'kubeVersion' && isSameVersion(value, other));
}

/** A person writes 1.31 where the cluster reports v1.31.4+build: the shorter must be the beginning of the longer. */
function isSameVersion(value: string, other: string): boolean {
  const [short = '', long = ''] = [value, other]
    .map((text) => text.replace(/^v/, ''))
    .sort((a, b) => a.length - b.length);
  return long.startsWith(short) && /^$|^[.+-]/.test(long.slice(short.length));
}

function describe(cluster: string, disagreement: Disagreement): Diagnostic {
  const { field, values, places } = disagreement;
  return diagnose(
    'inventory/conflict',
    places[0],
    { cluster, field, values },
    { related: [{ at: places[1], label: `here it is ${quote(values[1])}` }] },
  );
}
