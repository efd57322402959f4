/** A compilation in; out: its files as they are looked at, and on the way it is told how far that is. */
import { type CompileResult, compilationOf } from '../compile.ts';
import { counted, type Progress } from '../model/progress.ts';
import type { TreeFile } from '../tree/content.ts';
import type { Settlement } from '../tree/settle.ts';
import type { Slice } from '../tree/slice.ts';
import { createTreeFiles, type TreeFiles, type TreeFilesOptions } from '../tree/tree-files.ts';

/** The files, each compared with what stands on the disk before the next one is asked for. */
function countedOutputs(files: TreeFiles, progress: Progress): Iterable<TreeFile> {
  progress.begin('comparing', () => files.size);
  return counted(files.files(), progress);
}

/** Where only what belongs to no cluster is left, the count goes on. */
export function remainingOutputs(
  rest: TreeFiles,
  settled: Settlement['settled'],
  progress: Progress,
): Iterable<TreeFile> {
  const isEnd = settled.files > 0 && rest.clusters.length === 0;
  return isEnd ? counted(rest.files(), progress) : countedOutputs(rest, progress);
}

/** What a build writes, locks excepted, for a compilation without errors. */
export function treeFilesOf(
  result: CompileResult,
  slice: Slice | undefined,
  written?: TreeFilesOptions['written'],
): TreeFiles {
  return createTreeFiles(compilationOf(result), result.options.layout, { slice, written });
}
