/** A compilation in; out: what a build into a folder creates in which nothing stands, counted without a text of it. */
import { type CompileResult, compilationOf } from '../compile.ts';
import type { Counts, PlanRow } from '../reports/render-plan.ts';
import { countFiles } from '../tree/count-files.ts';
import type { Slice } from '../tree/slice.ts';

/** One row per cluster of the inventory that is in the slice, and one for what belongs to none if there is anything at all. */
export function firstRows(result: CompileResult, slice: Slice | undefined): PlanRow[] {
  const { byCluster, isEmpty } = countFiles(compilationOf(result), slice);
  const indexed = new Set(result.inventory.clusters.map(({ name }) => name));
  const rows = new Map<string, PlanRow>();
  for (const name of indexed)
    if (slice?.has(name) ?? true) rows.set(name, rowOf(name, { objects: 0, files: 0, locks: 0 }));
  for (const [name, { files: objects }] of byCluster) {
    // One object has one file in a cluster: anything else is an error of the sources.
    const files = objects + (indexed.has(name) ? 1 : 0);
    rows.set(name, rowOf(name, { objects, files, locks: 1 }));
  }
  if (!isEmpty) rows.set('', rowOf('', { objects: 0, files: 1, locks: 1 }));
  return [...rows.values()].sort((a, b) => (a.cluster < b.cluster ? -1 : 1));
}

function rowOf(
  cluster: string,
  created: { readonly objects: number; readonly files: number; readonly locks: number },
): PlanRow {
  return {
    cluster,
    objects: counts(created.objects),
    files: counts(created.files),
    locks: counts(created.locks),
  };
}

function counts(created: number): Counts {
  return { created, changed: 0, deleted: 0 };
}
