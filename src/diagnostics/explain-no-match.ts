/** Words for a selector that matches nothing: the nearest clusters, and the values that its labels really have. */

import type { Cluster } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { groupBy } from '../model/group-by.ts';
import { quote } from './quote.ts';
import { nearest } from './suggest.ts';

const mostClusters = 3;
const mostValues = 5;

/** A cluster and the requirements that it does not meet. */
export interface NearMiss {
  readonly cluster: Cluster;
  readonly failed: readonly LabelRequirement[];
}

/**
 * The nearest clusters as lines of a table, one column per requirement, and a sentence on each label that fails there:
 * `eu-1  region=eu ok  tier=production (wanted "prod")`.
 */
export function explainNoMatch(
  misses: readonly NearMiss[],
  requirements: readonly LabelRequirement[] = [],
): {
  readonly nearest: readonly string[];
  readonly values: readonly string[];
} {
  const best = [...misses]
    .sort((a, b) => a.failed.length - b.failed.length || missing(a) - missing(b))
    .slice(0, mostClusters);
  const failing = new Set(best.flatMap(({ failed }) => failed));
  const clusters = misses.map(({ cluster }) => cluster);
  return {
    nearest: alignColumns(
      best.map(({ cluster, failed }) => [
        cluster.name,
        ...requirements.map((term) => stateOf(term, cluster, failed)),
      ]),
    ),
    values: oncePerLabel([...failing], clusters).map((term) => valuesOf(term, clusters)),
  };
}

/** How many of the labels that fail are not there at all, which is further away than another value. */
function missing({ cluster, failed }: NearMiss): number {
  return failed.filter(({ key }) => !Object.hasOwn(cluster.labels, key)).length;
}

/** Of several requirements on one label, the one that asks for a value that no cluster has. */
function oncePerLabel(
  terms: readonly LabelRequirement[],
  clusters: readonly Cluster[],
): readonly LabelRequirement[] {
  const isUsed = (key: string, value: string) =>
    clusters.some(({ labels }) => Object.hasOwn(labels, key) && labels[key] === value);
  return [...groupBy(terms, ({ key }) => key).values()].map(
    ([first, ...others]) =>
      [first, ...others].find(({ key, values }) => values.some((value) => !isUsed(key, value))) ??
      first,
  );
}

/** Cells to lines: two spaces between columns, none at the end. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function stateOf(
  term: LabelRequirement,
  { labels }: Cluster,
  failed: readonly LabelRequirement[],
): string {
  const { key, operator, values } = term;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const state = value === undefined ? `${key}: label missing` : `${key}=${value}`;
  if (!failed.includes(term)) return `${state} ok`;
  switch (operator) {
    case 'In':
      return value === undefined
        ? state
        : `${state} (wanted ${values.slice(0, 3).map(quote).join(' or ')})`;
    case 'NotIn':
      return `${state} (not wanted)`;
    case 'Exists':
      return state;
    case 'DoesNotExist':
      return `${state} (wanted without)`;
  }
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
  const unused = wanted === undefined ? '' : `; ${quote(wanted)} is used by no cluster`;
  const suggestion = near === undefined ? '' : `, did you mean ${quote(near)}?`;
  return `Label ${key} has the values ${listed.slice(0, mostValues).join(', ')}${more}${unused}${suggestion}`;
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
  return `No cluster has a label ${key}${near === undefined ? '' : `; did you mean ${near}?`}`;
}
