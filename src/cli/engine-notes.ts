/** Two states in; out: a line about the files of engines that differ, which are no objects of a cluster and so in no diff. */
import type { CompileResult } from '../compile.ts';
import { count, someOf } from '../diagnostics/entry.ts';
import { engineFileText } from '../tree/engine-file-text.ts';
import { clusterOfEngineFile } from '../tree/lock.ts';
import type { Slice } from '../tree/slice.ts';

/** One line, or none if no path is that of an engine's file about the slice. */
export function engineNotes(paths: readonly string[], slice: Slice | undefined): readonly string[] {
  const files = paths.filter((path) => {
    const cluster = clusterOfEngineFile(path);
    return path.startsWith('engine/') && (cluster === undefined || slice?.has(cluster) !== false);
  });
  if (files.length === 0) return [];
  const verb = files.length === 1 ? 'differs' : 'differ';
  return [`${count(files.length, 'engine file')} ${verb} too: ${someOf([...files].sort(), 4)}`];
}

/** The paths of files of engines that only one of the two has, or that hold something else. */
export function changedEngineFiles(
  before: Pick<CompileResult, 'engineFiles'> | undefined,
  after: Pick<CompileResult, 'engineFiles'>,
): readonly string[] {
  const old = textsOf(before?.engineFiles ?? []);
  const now = textsOf(after.engineFiles);
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].filter((path) => old.get(path) !== now.get(path));
}

function textsOf(files: CompileResult['engineFiles']): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, engineFileText(file)]));
}
