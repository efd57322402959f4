/** The name of a commit in; out: what its sources compile to, config and inventory of that commit included. */
import { type CompileResult, compile } from '../compile.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { Host } from '../io/host.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { createCommitHost } from './commit-host.ts';
import type { ReadingFlags } from './flags.ts';
import { type Commit, readCommit } from './git-commit.ts';
import { load } from './load.ts';

export interface CompiledBase {
  /** Absent if there are errors, or if the commit has no sources yet, which is no error. */
  readonly result?: CompileResult;
  /** Errors only; files are named as git names them: `main:apps/web.yaml`. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

/** Compiles a commit of the repository that the root belongs to, with the same flags. */
export function compileBase(
  host: Host,
  flags: ReadingFlags,
  { root, reference }: { readonly root: string; readonly reference: string },
): CompiledBase {
  const found = readCommit(host.realPath(root) ?? root, reference);
  if ('refusal' in found) {
    const refusal = diagnose('cli/usage', { flag: '--base' }, found.refusal);
    return { diagnostics: locateDiagnostics([refusal], noText), textOf: noText };
  }
  if (!hasFolder(found.commit)) return { diagnostics: [], textOf: noText };
  // Where reports go is a question of today's files.
  const { reporter: _, ...reading } = flags;
  const loaded = load(createCommitHost(host, found.commit, root), reading);
  const result =
    loaded.input === undefined ? undefined : compile({ ...loaded.input, progress: host.progress });
  const errors = [
    ...locateDiagnostics(loaded.diagnostics, loaded.textOf),
    ...(result?.diagnostics ?? []),
  ].filter(({ severity }) => severity === 'error');
  if (errors.every(({ code }) => code === 'repo/no-sources'))
    return {
      ...(result === undefined || errors.length > 0 ? {} : { result }),
      diagnostics: [],
      textOf: noText,
    };
  const prefix = `${reference}:`;
  return {
    diagnostics: errors.map((error) => withPrefix(error, prefix)),
    textOf: (file) =>
      file.startsWith(prefix) ? loaded.textOf(file.slice(prefix.length)) : undefined,
  };
}

function noText(): undefined {
  return undefined;
}

/** A folder that the commit does not have holds no sources. */
function hasFolder({ prefix, entries }: Commit): boolean {
  if (prefix === '') return true;
  for (const path of entries.keys()) if (path.startsWith(prefix)) return true;
  return false;
}

function withPrefix(diagnostic: LocatedDiagnostic, prefix: string): LocatedDiagnostic {
  const { file, related } = diagnostic;
  return {
    ...diagnostic,
    ...(file === undefined ? {} : { file: prefix + file }),
    related: related.map((each) => ({ ...each, file: prefix + each.file })),
  };
}
