/** What a selector makes of each cluster in, the answer of `fedc clusters match` out. */
import { count } from '../diagnostics/entry.ts';
import type { NearMiss } from '../diagnostics/explain-no-match.ts';
import { quote } from '../diagnostics/quote.ts';
import { visible } from '../diagnostics/visible-text.ts';
import type { Cluster } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { printJson } from '../model/print-json.ts';
import { labelValue, termText } from './explain-terms.ts';
import { renderTable } from './table.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

export interface MatchReport {
  /** As it was written. */
  readonly selector: string;
  readonly requirements: readonly LabelRequirement[];
  /** Every cluster with the requirements that it does not meet; none: it is taken. */
  readonly clusters: readonly NearMiss[];
}

/** How many are taken, how many meet each term if there are several, and a table of the clusters. '' without a cluster. */
export function renderMatchesText({ selector, requirements, clusters }: MatchReport): string {
  if (clusters.length === 0) return '';
  const of = (amount: number) => `${amount} of ${count(clusters.length, 'cluster')}`;
  const head = `${quote(selector)} takes ${of(clusters.filter(isTaken).length)}\n`;
  const terms = requirements.map((term) => [termText(term), of(meeting(term, clusters))]);
  const rows = clusters.map((match) => [
    match.cluster.name,
    isTaken(match) ? 'yes' : 'no',
    match.failed.map((term) => reasonText(term, match.cluster)).join('; '),
  ]);
  return [
    visible(head.trimEnd()).concat('\n'),
    ...(terms.length < 2 ? [] : [renderTable([['TERM', 'MET BY'], ...terms])]),
    renderTable([['CLUSTER', 'TAKEN', 'WHY NOT'], ...rows]),
  ].join('\n');
}

/** The names of the clusters that are taken, one per line. */
export function renderMatchNames({ clusters }: MatchReport): string {
  return clusters
    .filter(isTaken)
    .map(({ cluster }) => `${visible(cluster.name)}\n`)
    .join('');
}

/**
 * `{"formatVersion", "selector", "terms": [{"term", "key", "operator", "values", "clusters": NUMBER}], "clusters": [{"name",
 * "taken", "failed": [{"term", "value"}]}]}`; `value` is what the label holds, null without such a label.
 */
export function renderMatchesJson({ selector, requirements, clusters }: MatchReport): string {
  const terms = requirements.map((term) => ({
    term: termText(term),
    key: term.key,
    operator: term.operator,
    values: term.values,
    clusters: meeting(term, clusters),
  }));
  const answers = clusters.map((match) => ({
    name: match.cluster.name,
    taken: isTaken(match),
    failed: match.failed.map((term) => ({
      term: termText(term),
      value: labelValue(match.cluster.labels, term.key) ?? null,
    })),
  }));
  return `${printJson({ formatVersion, selector, terms, clusters: answers }, { indent: 2 })}\n`;
}

function isTaken({ failed }: NearMiss): boolean {
  return failed.length === 0;
}

function meeting(term: LabelRequirement, clusters: readonly NearMiss[]): number {
  return clusters.filter(({ failed }) => !failed.includes(term)).length;
}

function reasonText(term: LabelRequirement, cluster: Cluster): string {
  const value = labelValue(cluster.labels, term.key);
  const state = value === undefined ? 'is missing' : `is ${quote(value)}`;
  return `${termText(term)}: ${term.key} ${state}`;
}
