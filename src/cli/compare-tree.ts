/** A compilation and the tree on disk in; out: the objects and files that differ. */

import type { CompileResult } from '../compile.ts';
import { hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../io/host.ts';
import { sha256Hex } from '../kube/digest.ts';
import { compareFleets, type FleetDifference } from '../reports/compare-fleets.ts';
import type { Slice } from '../tree/slice.ts';
import { type ComparedFiles, compareFiles, type FileComparison } from './compare-files.ts';
import { compiledObjects, objectsInTree } from './fleet-states.ts';
import type { ObjectReader } from './read-objects.ts';

export interface ComparedTree {
  readonly difference: FleetDifference;
  readonly files: ComparedFiles;
}

export interface TreeComparison extends FileComparison {
  readonly reader: ObjectReader;
}

/** Only files that differ are read as objects. */
export function compareTree(
  host: Host,
  out: string,
  { reader, ...comparison }: TreeComparison,
): Outcome<ComparedTree | undefined> {
  const { result, slice } = comparison;
  const files = compareFiles(host, out, comparison);
  const { value: old, diagnostics } = objectsInTree(host, out, {
    files: files.differences,
    reader,
  });
  if (hasError(diagnostics)) return { value: undefined, diagnostics };
  const paths = new Set(files.differences.map(({ path }) => path));
  const next = [...compiledObjects(result, slice, paths)];
  const compared = compareFleets(old, next, { digest: sha256Hex });
  const unchanged = compared.unchanged + placements(result, slice) - next.length;
  return { value: { difference: { ...compared, unchanged }, files }, diagnostics };
}

function placements({ manifests }: CompileResult, slice: Slice | undefined): number {
  return manifests.reduce(
    (total, { clusters }) =>
      total + clusters.filter((cluster) => slice?.has(cluster) ?? true).length,
    0,
  );
}
