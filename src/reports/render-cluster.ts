/** One cluster in, the answer of `fedc clusters get` out. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { printJson } from '../model/print-json.ts';
import { type ClusterView, clusterMembers, placesText, type SourcePlace } from './cluster-view.ts';
import { hideCredentials } from './hide-credentials.ts';
import { renderTable } from './table.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** One thing that is known of a cluster. */
export interface ClusterFact {
  readonly kind: 'label' | 'field' | 'annotation' | 'taint' | 'other name';
  readonly name: string;
  readonly value: string;
  /** Every place that says so. */
  readonly sources: readonly SourcePlace[];
}

export interface KindCount {
  readonly group: string;
  readonly kind: string;
  readonly objects: number;
}

export interface ClusterDetails extends ClusterView {
  readonly facts: readonly ClusterFact[];
  /** What it gets, by kind; absent if the sources do not compile. */
  readonly kinds?: readonly KindCount[];
}

/** Where it is described, how many objects it gets, and a table of all that is known with its places. */
export function renderClusterText(details: ClusterDetails): string {
  const { cluster, sources, facts, kinds } = details;
  const head = [`${cluster.name} (${placesText(sources)})`, objectsText(kinds)];
  const rows = facts.map(({ kind, name, value, sources: places }) => [
    kind,
    name,
    hideCredentials(name, value),
    placesText(places),
  ]);
  const table = renderTable([['KNOWN', 'NAME', 'VALUE', 'SOURCE'], ...rows]);
  return `${head.map(visible).join('\n')}\n${rows.length === 0 ? '' : `\n${table}`}`;
}

/**
 * `{"formatVersion", "cluster": as in the list, "facts": [{"kind", "name", "value", "sources"}], "objects": {"total",
 * "kinds": [{"group", "kind", "objects"}]}}`; `objects` is null if the sources do not compile.
 */
export function renderClusterJson(details: ClusterDetails): string {
  const { kinds } = details;
  const answer = {
    formatVersion,
    cluster: clusterMembers(details),
    facts: details.facts.map(({ kind, name, value, sources }) => ({
      kind,
      name,
      value: hideCredentials(name, value),
      sources,
    })),
    objects: kinds === undefined ? null : { total: totalOf(kinds), kinds },
  };
  return `${printJson(answer, { indent: 2 })}\n`;
}

function objectsText(kinds: readonly KindCount[] | undefined): string {
  if (kinds === undefined) return 'what it gets is not known: the sources do not compile';
  const total = totalOf(kinds);
  if (total === 0) return 'gets no objects';
  const listed = kinds.map(({ kind, objects }) => `${objects} ${kind}`).join(', ');
  return `gets ${count(total, 'object')}: ${listed}`;
}

function totalOf(kinds: readonly KindCount[]): number {
  return kinds.reduce((total, { objects }) => total + objects, 0);
}
