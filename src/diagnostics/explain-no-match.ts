/** Words for a selector that matches nothing: the nearest clusters, and the values that its labels really have. */

import type { Cluster } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { quote } from './quote.ts';
import { nearest } from './suggest.ts';

const mostClusters = 3;
const mostValues = 5;

/** A cluster and the requirements that it does not meet. */
export interface NearMiss {
  readonly cluster: Cluster;
  readonly failed: readonly LabelRequirement[];
}

/** Texts for the message: `eu-1 (tier is "production")`, and a sentence on each label that fails there. */
export function explainNoMatch(misses: readonly NearMiss[]): {
  readonly nearest: readonly string[];
  readonly values: readonly string[];
} {
  const best = [...misses].sort((a, b) => a.failed.length - b.failed.length).slice(0, mostClusters);
  const near = best.map(
    ({ cluster, failed }) =>
      `${cluster.name} (${failed.map((requirement) => stateOf(requirement, cluster)).join(', ')})`,
  );
  const failing = new Set(best.flatMap(({ failed }) => failed));
  const clusters = misses.map(({ cluster }) => cluster);
  return {
    nearest: near,
    values: [...failing].map((requirement) => valuesOf(requirement, clusters)),
  };
}

function stateOf({ key }: LabelRequirement, { labels }: Cluster): string {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return value === undefined ? `${key} is missing` : `${key} is ${quote(value)}`;
}

function valuesOf({ key, values }: LabelRequirement, clusters: readonly Cluster[]): string {
  const counts = new Map<string, number>();
  for (const { labels } of clusters) {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size === 0) return `${missingLabel(key, clusters)}`;
  const listed = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value, amount]) => `${value} (${amount})`);
  const more = listed.length > mostValues ? ` and ${listed.length - mostValues} more` : '';
  const wanted = values.find((value) => !counts.has(value));
  const [near] = wanted === undefined ? [] : nearest(wanted, [...counts.keys()]);
  const suggestion =
    near === undefined || wanted === undefined
      ? ''
      : `; did you mean ${quote(near)} instead of ${quote(wanted)}`;
  return `Label ${key} has the values ${listed.slice(0, mostValues).join(', ')}${more}${suggestion}`;
}

const fields = ['region', 'zones', 'provider', 'server', 'kubeVersion'] as const;

/** Inventory fields are never labels, and people expect them to be. */
function missingLabel(key: string, clusters: readonly Cluster[]): string {
  const plain = key.replace(/^topology\.kubernetes\.io\//, '');
  const field = fields.find((name) => name === plain || name === `${plain}s`);
  if (field !== undefined && clusters.some((cluster) => cluster.fields[field] !== undefined)) {
    return `No cluster has a label ${key}; ${field} is a field of the inventory, and fields are never labels`;
  }
  const labels = [...new Set(clusters.flatMap((cluster) => Object.keys(cluster.labels)))].sort();
  const [near] = nearest(key, labels);
  return `No cluster has a label ${key}${near === undefined ? '' : `; did you mean ${near}`}`;
}
