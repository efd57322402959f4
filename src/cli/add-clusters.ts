/** Files with further clusters in; out: the files to compile with them. */
import { posix } from 'node:path';
import type { CompileInput, CompileResult } from '../compile.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { unpackLists } from '../frontends/unpack-lists.ts';
import {
  clusterKindOf,
  countsAmongSources,
  inventoryForms,
} from '../inventory/cluster-documents.ts';
import type { Host } from '../io/host.ts';
import type { SourceFile } from '../model/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { inside } from './find-root.ts';
import { isBelow, namedFile } from './list-sources.ts';
import { readSources } from './read-sources.ts';

export interface AddedClusters {
  readonly files: readonly SourceFile[];
  /** Paths of files that are added, as seen from the root. */
  readonly added: readonly string[];
  /** Paths of files whose clusters are in the inventory already. */
  readonly idle: readonly string[];
}

/**
 * The files of the input with those that are named, each once. What cannot be read is repo/unreadable, a file without a cluster
 * document cli/usage.
 */
export function addClusters(
  host: Host,
  { files }: CompileInput,
  {
    root,
    named,
    result,
  }: { readonly root: string; readonly named: readonly string[]; readonly result: CompileResult },
): Outcome<AddedClusters> {
  const known = new Map(files.map((file) => [file.path, file]));
  const listed = named.map((name) =>
    namedFile(host, locate(host, name, { root, known }), {
      root: { folder: root },
      role: 'inventory',
      isTrusted: true,
    }),
  );
  const unique = new Map(listed.flatMap(({ value }) => value).map((file) => [file.path, file]));
  const read = readSources(host, [...unique.values()], result.options);
  const role = addedRole(files, result);
  const isIdle = ({ path }: SourceFile) => {
    const before = known.get(path);
    return before !== undefined && (role === 'source' || before.role === role);
  };
  const added = read.value.filter((file) => !isIdle(file)).map((file) => ({ ...file, role }));
  const paths = new Set(added.map(({ path }) => path));
  return {
    value: {
      files: [...files.filter(({ path }) => !paths.has(path)), ...added],
      added: [...paths],
      idle: read.value.filter(isIdle).map(({ path }) => path),
    },
    diagnostics: [
      ...listed.flatMap(({ diagnostics }) => diagnostics),
      ...read.diagnostics,
      ...read.value.flatMap((file) => withoutClusters(file, role)),
    ],
  };
}

/** A file of the repository keeps the path under which it is read there, by whatever links it was reached. */
function locate(
  host: Host,
  name: string,
  { root, known }: { readonly root: string; readonly known: ReadonlyMap<string, SourceFile> },
): string {
  const absolute = host.resolve(host.workingFolder, name);
  const real = host.realPath(absolute);
  const realRoot = host.realPath(root) ?? root;
  const isRead = known.has(posix.relative(root, absolute));
  if (isRead || real === undefined || !isBelow(real, realRoot)) return absolute;
  return inside(root, posix.relative(realRoot, real));
}

/** Clusters of files that are named as inventory make those among the sources not count; an addition must not do that. */
function addedRole(
  files: readonly SourceFile[],
  { inventory: { clusters } }: CompileResult,
): 'inventory' | 'source' {
  const roles = new Map(files.map(({ path, role }) => [path, role]));
  const isNamed = clusters.every(({ origin }) => roles.get(origin.file) === 'inventory');
  return isNamed ? 'inventory' : 'source';
}

/** A file that does not parse is reported by the compilation. */
function withoutClusters(
  { path, text }: SourceFile,
  role: 'inventory' | 'source',
): readonly Diagnostic[] {
  const parsed = parseYaml(text, { path });
  const objects = unpackLists(parsed.documents).value;
  const isSilent = parsed.diagnostics.some(({ severity }) => severity === 'error');
  const kinds = objects.flatMap(({ object }) => clusterKindOf(object) ?? []);
  if (isSilent || kinds.some((kind) => role === 'inventory' || countsAmongSources(kind))) return [];
  const isNamedOnly = kinds.length > 0;
  const problem = isNamedOnly
    ? `${quote(path)} describes clusters in a form that only counts beside an inventory that is named.`
    : `${quote(path)} describes no cluster.`;
  const hint = isNamedOnly
    ? 'Name the inventory under inventory: in fedc.yaml or with --inventory.'
    : `A cluster is described by ${inventoryForms}.`;
  return [diagnose('cli/usage', { flag: '--add-cluster' }, { problem, hint })];
}
