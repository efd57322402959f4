/** An explained object in; out: a table of all clusters, placed or not, with the reason of each. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { describeKey } from '../model/kube-object.ts';
import { placesText, type SourcePlace } from './cluster-view.ts';
import type { ExplainedObject } from './explain-view.ts';
import { findingLines } from './render-findings.ts';
import { renderTable } from './table.ts';

/** One heading, one row per cluster, and what is reported about the object. */
export function renderExplainTable(object: ExplainedObject): string {
  const { leftOut } = object;
  const head = visible(headText(object));
  const findings = findingLines(object.findings);
  const end = findings === '' ? '' : `\n${findings}`;
  if (leftOut !== undefined) {
    const reason = visible(`  ${leftOut.reason}   ${placeText(leftOut)}`);
    return `${head}\n${reason}\n${end}`;
  }
  return `${head}\n\n${renderTable(rowsOf(object))}${end}`;
}

function headText(object: ExplainedObject): string {
  const title = `${describeKey(object)} (${placeText(object.source)})`;
  if (object.leftOut !== undefined) return `${title}: not written`;
  const placed = object.clusters.filter((row) => row.placed).length;
  return `${title}: ${placed} of ${count(knownClusters(object), 'cluster')}`;
}

/** A name that only the placement knows is no cluster. */
function knownClusters({ clusters }: ExplainedObject): number {
  return clusters.filter(({ rules }) => rules.every(({ rule }) => rule !== 'inventory')).length;
}

function rowsOf({ clusters }: ExplainedObject): readonly (readonly string[])[] {
  const hasReplicas = clusters.some(({ replicas }) => replicas !== undefined);
  const rows = clusters.map((row) => [
    row.cluster,
    row.placed ? 'yes' : 'no',
    ...(hasReplicas ? [row.replicas === undefined ? '-' : String(row.replicas)] : []),
    row.reason,
    placeText(row),
  ]);
  const replicas = hasReplicas ? ['REPLICAS'] : [];
  return [['CLUSTER', 'PLACED', ...replicas, 'REASON', 'SOURCE'], ...rows];
}

/** `apps/web.yaml:40`. */
export function placeText(place: SourcePlace): string {
  return placesText([place]);
}
