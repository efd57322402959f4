/** Counts per cluster in, the answer of `fedc plan` out. */
import { printJson } from '../model/print-json.ts';
import type { FleetDifference } from './compare-fleets.ts';

export interface Counts {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
}

export interface PlanRow {
  /** '' for what belongs to no cluster. */
  readonly cluster: string;
  readonly objects: Counts;
  /** Manifests and index files, not locks. */
  readonly files: Counts;
  readonly locks: Counts;
}

export interface PlanReport {
  /** Sorted by cluster. */
  readonly rows: readonly PlanRow[];
  /** What the tree is called. */
  readonly out: string;
  /** Objects that stay as they are. */
  readonly unchanged: number;
  readonly notes: readonly string[];
}

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';
const kinds = ['created', 'changed', 'deleted'] as const;

/** Objects by cluster and kind of difference. */
export function objectCounts({ differences }: FleetDifference): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { kind, places } of differences)
    for (const { cluster } of places) counts.set(cluster, increased(counts.get(cluster), kind));
  return counts;
}

/** The same counts with one more; absent counts are all zero. */
export function increased(counts: Counts | undefined, kind: keyof Counts): Counts {
  const before = counts ?? { created: 0, changed: 0, deleted: 0 };
  return { ...before, [kind]: before[kind] + 1 };
}

/** Whether anything stands behind the counts. */
export function isIdle({ objects, files, locks }: Omit<PlanRow, 'cluster'>): boolean {
  return [objects, files, locks].every((counts) => sum(counts) === 0);
}

/** A table of the clusters in which something differs, and their sum. */
export function renderPlanText({ rows, unchanged, out, notes }: PlanReport): string {
  const busy = rows.filter((row) => !isIdle(row));
  if (busy.length === 0) return `nothing to do in ${out}\n`;
  const head = ['CLUSTER', 'CREATED', 'CHANGED', 'DELETED', 'FILES'];
  const lines = [...busy, totalOf(rows)].map((row) => [
    nameOf(row),
    ...kinds.map((kind) => String(row.objects[kind])),
    String(sum(row.files)),
  ]);
  return table([head, ...lines]) + footer(unchanged, notes);
}

/** All clusters, with what happens to their files and locks. */
export function renderPlanWide({ rows, unchanged, notes }: PlanReport): string {
  const columns = kinds.map((kind) => kind.toUpperCase());
  const head = ['CLUSTER', ...columns, ...columns.map((column) => `FILES ${column}`), 'LOCKS'];
  const lines = [...rows, totalOf(rows)].map((row) => [
    nameOf(row),
    ...kinds.map((kind) => String(row.objects[kind])),
    ...kinds.map((kind) => String(row.files[kind])),
    String(sum(row.locks)),
  ]);
  return table([head, ...lines]) + footer(unchanged, notes);
}

/**
 * `{"formatVersion", "out", "unchanged", "notes", "total": COUNTS, "clusters": [{"cluster", ...COUNTS}]}`, where COUNTS is
 * `{"objects", "files", "locks"}` with `{"created", "changed", "deleted"}` each; cluster "" is what belongs to none.
 */
export function renderPlanJson({ rows, unchanged, out, notes }: PlanReport): string {
  const { objects, files, locks } = totalOf(rows);
  const total = { objects, files, locks };
  const answer = { formatVersion, out, unchanged, notes, total, clusters: rows };
  return `${printJson(answer, { indent: 2 })}\n`;
}

function footer(unchanged: number, notes: readonly string[]): string {
  const same = `${unchanged} ${unchanged === 1 ? 'object stays' : 'objects stay'} the same`;
  return ['', same, ...notes].join('\n').concat('\n');
}

function nameOf({ cluster }: PlanRow): string {
  return cluster === '' ? '(no cluster)' : cluster;
}

function totalOf(rows: readonly PlanRow[]): PlanRow {
  const add = (pick: (row: PlanRow) => Counts): Counts => ({
    created: rows.reduce((total, row) => total + pick(row).created, 0),
    changed: rows.reduce((total, row) => total + pick(row).changed, 0),
    deleted: rows.reduce((total, row) => total + pick(row).deleted, 0),
  });
  return {
    cluster: 'total',
    objects: add((row) => row.objects),
    files: add((row) => row.files),
    locks: add((row) => row.locks),
  };
}

function sum({ created, changed, deleted }: Counts): number {
  return created + changed + deleted;
}

/** The first column to the left, numbers to the right. */
function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) => line.map((cell, column) => aligned(cell, column, widths[column] ?? 0)))
    .map((cells) => `${cells.join('   ')}\n`)
    .join('');
}

function aligned(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
