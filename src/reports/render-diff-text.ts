/** A comparison in, text for a terminal out: how far it reaches, then each change once. */
import { count } from '../diagnostics/entry.ts';
import type { FleetDifference } from './compare-fleets.ts';
import type { FieldChange } from './diff-objects.ts';
import { fieldLines, markedLine } from './field-lines.ts';
import { type ChangeGroup, groupChanges } from './group-changes.ts';
import { inClusters, nameOf, sharedClusters } from './name-objects.ts';
import { type ChangeSummary, type Reach, summarizeChanges } from './summarize-changes.ts';

export interface DiffReport {
  readonly difference: FleetDifference;
  /** What the new state is compared with, in a few words: `rendered`. */
  readonly against: string;
  /** Further sentences that belong above the changes. */
  readonly notes: readonly string[];
  /** The command that answers; `fedc diff` if absent. */
  readonly command?: string;
}

const mostObjects = 10;
const mostLines = 40;

/** The reach of created, changed and deleted objects stands in the first three lines. Ends in a line feed. */
export function renderDiffText({ difference, against, notes }: DiffReport): string {
  const summary = summarizeChanges(difference);
  const groups = groupChanges(difference.differences);
  const head = [...reachLines(summary), headline(summary, groups.length, against), ...notes];
  return `${[...head, ...groups.flatMap((group) => ['', ...groupLines(group)])].join('\n')}\n`;
}

/** `created`, `changed` and `deleted`, one line each. */
function reachLines(summary: ChangeSummary): string[] {
  const rows: readonly (readonly [string, Reach])[] = [
    ['created', summary.created],
    ['changed', summary.changed],
    ['deleted', summary.deleted],
  ];
  const width = Math.max(...rows.map(([, { objects }]) => String(objects).length));
  return rows.map(([name, { objects, clusters }]) => {
    const amount = `${String(objects).padStart(width)} ${objects === 1 ? 'object' : 'objects'}`;
    return `${name}  ${amount}${objects === 0 ? '' : ` in ${count(clusters, 'cluster')}`}`;
  });
}

/** `against rendered: 2 distinct changes in 41 clusters, 812 objects are the same`. */
function headline(
  { clusters, unchanged }: ChangeSummary,
  distinct: number,
  against: string,
): string {
  const same = `${count(unchanged, 'object')} ${unchanged === 1 ? 'is' : 'are'} the same`;
  if (distinct === 0) return `against ${against}: no difference, ${same}`;
  const changes = `${count(distinct, 'distinct change')} in ${count(clusters.length, 'cluster')}`;
  return `against ${against}: ${changes}, ${same}`;
}

const signs = { created: '+', changed: '~', deleted: '-' } as const;

function groupLines({ kind, objects, fields }: ChangeGroup): string[] {
  const sign = signs[kind];
  const shown = objects.slice(0, mostObjects);
  const rest = objects.length - shown.length;
  const shared = sharedClusters(objects);
  const names = shown.map((object) => {
    const where = shared === undefined ? ` ${inClusters(object.clusters)}` : '';
    return `${sign} ${nameOf(object)}${where}`;
  });
  return [
    ...names,
    ...(rest === 0 ? [] : [`${sign} ... and ${count(rest, 'more object')}`]),
    ...(shared === undefined ? [] : [`  ${kind} ${inClusters(shared)}`]),
    ...fields.flatMap(fieldText),
  ];
}

function fieldText(field: FieldChange): string[] {
  const { path, lines } = fieldLines(field, mostLines);
  return [`    ${path}`, ...lines.map((line) => `      ${markedLine(line)}`)];
}
