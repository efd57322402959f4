/** Files as diagnostics name them in; out: the same as seen from the root of the repository, where review tools look for them. */
import { posix } from 'node:path';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { type EntryKind, type Host, quietly } from '../io/host.ts';
import { inside, nearestRepository, type Root } from './find-root.ts';
import { isBelow } from './list-sources.ts';

export interface RepositoryPaths {
  /** Undefined if no such file stands in the repository: standard input, another commit, a folder elsewhere. */
  of(file: string): string | undefined;
  /** Where the settings stand, or would stand: it takes what concerns no file. */
  readonly fallbackFile: string;
}

const workspaceVariables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Diagnostics name sources from the root, and files of the tree from the working folder. */
export function createRepositoryPaths(host: Host, { folder, config }: Root): RepositoryPaths {
  const root = realPath(host, folder);
  const repository = findRepository(host, root);
  const fromRepository = (absolute: string) =>
    isBelow(absolute, repository) ? posix.relative(repository, absolute) : undefined;
  const known = new Map<string, string | undefined>();
  const find = (file: string) => {
    const folders = [root, realPath(host, host.workingFolder)];
    const candidates = folders.map((each) => host.resolve(each, file));
    const standing = candidates.find((path) => kindOf(host, path) !== undefined);
    return standing === undefined ? undefined : fromRepository(standing);
  };
  return {
    of(file) {
      if (!known.has(file)) known.set(file, find(file));
      return known.get(file);
    },
    fallbackFile:
      (config === undefined ? undefined : fromRepository(realPath(host, config))) ??
      fromRepository(inside(root, 'fedc.yaml')) ??
      'fedc.yaml',
  };
}

/** The diagnostics with these paths. What is not in the repository is named in the message instead. */
export function inRepository(
  diagnostics: readonly LocatedDiagnostic[],
  paths: RepositoryPaths,
): readonly LocatedDiagnostic[] {
  return diagnostics.map((diagnostic) => {
    const related = diagnostic.related.flatMap((each) => {
      const file = paths.of(each.file);
      return file === undefined ? [] : [{ ...each, file }];
    });
    if (diagnostic.file === undefined) return { ...diagnostic, related };
    const file = paths.of(diagnostic.file);
    return file === undefined
      ? { ...withoutPlace(diagnostic), related }
      : { ...diagnostic, file, related };
  });
}

function withoutPlace(diagnostic: LocatedDiagnostic): LocatedDiagnostic {
  const { file = '', line, column, length, pointer, ...words } = diagnostic;
  if (words.message.includes(file)) return words;
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return { ...words, message: `${place}: ${words.message}` };
}

/**
 * What the pipeline calls the repository, else the nearest folder with `.git`, else the root itself. A checkout may stand
 * in a folder of the workspace; then the workspace is no repository, and that folder is.
 */
function findRepository(host: Host, root: string): string {
  const git = nearestRepository(host, root);
  const workspace = workspaceVariables
    .map((name) => host.environment[name] ?? '')
    .filter((path) => path !== '')
    .map((path) => realPath(host, host.resolve(host.workingFolder, path)))
    .find((path) => isBelow(root, path));
  if (workspace === undefined) return git ?? root;
  const isCheckout = git === undefined || kindOf(host, inside(workspace, '.git')) !== undefined;
  return isCheckout || !isBelow(git, workspace) ? workspace : git;
}

/** Reports are about the run; what the machine refuses here has been said or does not matter. */
function kindOf(host: Host, path: string): EntryKind | undefined {
  let kind: EntryKind | undefined;
  quietly(() => {
    kind = host.kindOf(path);
  });
  return kind;
}

function realPath(host: Host, path: string): string {
  let real: string | undefined;
  quietly(() => {
    real = host.realPath(path);
  });
  return real ?? path;
}
