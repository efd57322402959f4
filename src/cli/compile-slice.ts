/** Flags in; out: a compiled repository and the clusters that are meant, for every command that works on the tree. */
import { type CompileInput, type CompileResult, compile } from '../compile.ts';
import { adjustLevels } from '../diagnostics/adjust-levels.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { Host, TreeInspection } from '../io/host.ts';
import type { Slice } from '../tree/slice.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { findRoot } from './find-root.ts';
import type { ReadingFlags, SliceFlags } from './flags.ts';
import { type Loaded, load } from './load.ts';
import { report } from './report.ts';
import { textReporter } from './reporters.ts';
import { chooseSlice, isWholeFleet } from './slice.ts';

export interface CompiledSlice {
  readonly loaded: Loaded;
  /** Absent if there is an error, or under --strict a warning. */
  readonly compiled?: {
    readonly result: CompileResult;
    readonly slice: Slice | undefined;
  };
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads and compiles; problems are diagnostics. */
export function compileSlice(host: Host, flags: SliceFlags): CompiledSlice {
  return compileLoaded(host, flags, load(host, flags));
}

export interface CompiledBeside extends CompiledSlice {
  /** Undefined for some clusters only, and where it does not pay. */
  readonly inspection: TreeInspection | undefined;
}

/** Reads and compiles, while the tree that the result is compared with is looked at. */
export function compileBesideTree(host: Host, flags: SliceFlags): CompiledBeside {
  let inspection: TreeInspection | undefined;
  const loaded = load(host, flags, {
    located(folder) {
      if (isWholeFleet(flags)) inspection = host.inspectTree(folder);
    },
  });
  return { ...compileLoaded(host, flags, loaded), inspection };
}

/** Compiles what was read already. */
export function compileLoaded(
  host: Host,
  flags: SliceFlags,
  loaded: Loaded,
  finished?: CompileInput['finished'],
): CompiledSlice {
  const own = locateDiagnostics(loaded.diagnostics, loaded.textOf);
  if (loaded.input === undefined) return { loaded, diagnostics: own };
  const result = compile({
    ...loaded.input,
    progress: host.progress,
    ...(finished === undefined ? {} : { finished }),
  });
  const chosen = chooseSlice(result.inventory, flags);
  // Without an inventory every name is unknown, which has been said.
  const isSaid =
    result.inventory.clusters.length === 0 && exitCodeOf(result.diagnostics) !== exitCodes.done;
  const problems = isSaid
    ? []
    : locateDiagnostics(adjustLevels(chosen.diagnostics, result.options.levels), () => undefined);
  const diagnostics = [...own, ...withoutEchoes(result.diagnostics, own), ...problems];
  if (exitCodeOf(diagnostics, flags) !== exitCodes.done) return { loaded, diagnostics };
  return { loaded, compiled: { result, slice: chosen.value }, diagnostics };
}

/** A file that could not be read is the cause of there being nothing to compile. */
function withoutEchoes(
  found: readonly LocatedDiagnostic[],
  own: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  if (exitCodeOf(own) === exitCodes.done) return found;
  return found.filter(({ code }) => code !== 'repo/no-sources');
}

/** Reports as the flags ask for, and gives the exit code. */
export function reportAll(
  host: Host,
  flags: ReadingFlags,
  diagnostics: readonly LocatedDiagnostic[],
  textOf: Loaded['textOf'],
): number {
  const { reporter, strict = false, quiet = false } = flags;
  const found = findRoot(host, flags);
  return report(host, diagnostics, {
    reporters: reporter ?? [textReporter],
    textOf,
    ...('root' in found ? { root: found.root } : {}),
    strict,
    quiet,
  });
}
