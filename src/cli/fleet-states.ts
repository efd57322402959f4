/** Compilations, trees and folders in; out: the objects of each cluster, as a comparison takes them. */
import { posix } from 'node:path';
import type { CompileResult } from '../compile.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../io/host.ts';
import type { Content, PlacedObject } from '../reports/compare-fleets.ts';
import { fileName } from '../tree/file-name.ts';
import { identityOf } from '../tree/identity.ts';
import { folderOf } from '../tree/layout.ts';
import type { Slice } from '../tree/slice.ts';
import type { FileDifference } from './compare-files.ts';
import { inside } from './find-root.ts';
import { shownFolder, shownPath } from './output-folder.ts';
import type { ObjectReader } from './read-objects.ts';

/** What a compilation gives the clusters of a slice, or of it only what stands at these paths. */
export function* compiledObjects(
  { manifests, options }: CompileResult,
  slice: Slice | undefined,
  paths?: ReadonlySet<string>,
): Generator<PlacedObject> {
  for (const variant of manifests) {
    const file = `${folderOf(variant, options.layout)}/${fileName(variant.key)}`;
    const { object } = variant;
    const content: Content = { key: identityOf(object) ?? variant.key, object };
    for (const cluster of variant.clusters) {
      const path = `clusters/${cluster}/${file}`;
      const isMeant = (slice?.has(cluster) ?? true) && (paths?.has(path) ?? true);
      if (isMeant) yield { content, cluster, path };
    }
  }
}

/** The cluster of a file of the tree; undefined if it belongs to none. */
export function clusterOfPath(path: string): string | undefined {
  return /^(?:clusters|index\/clusters)\/([^/]+?)(?:\.json|\.lock)?(?:\/|$)/.exec(path)?.[1];
}

/** The objects in those files of the tree that differ and are there. */
export function objectsInTree(
  host: Host,
  out: string,
  { files, reader }: { readonly files: readonly FileDifference[]; readonly reader: ObjectReader },
): Outcome<readonly PlacedObject[]> {
  const manifests = files.filter(
    ({ path, state }) =>
      state !== 'missing' &&
      path.startsWith('clusters/') &&
      host.kindOf(inside(out, path)) === 'file',
  );
  return readAll(
    manifests.map(({ path }) => ({
      absolute: inside(out, path),
      shown: shownPath(host, out, path),
      cluster: clusterOfPath(path) ?? '',
      path,
    })),
    reader,
  );
}

const manifestName = /\.(?:ya?ml|json)$/;

/**
 * The objects in a folder with one folder per cluster. Links are not followed, folders that begin with a dot are not
 * entered. If a cluster has an object twice, the last file counts.
 */
export function objectsInFolder(
  host: Host,
  folder: string,
  { slice, reader }: { readonly slice: Slice | undefined; readonly reader: ObjectReader },
): Outcome<readonly PlacedObject[]> {
  const shown = shownFolder(host, folder);
  const real = host.realPath(folder) ?? folder;
  if (host.kindOf(real) !== 'folder') return { value: [], diagnostics: [noFolder(shown)] };
  const files = host
    .listFiles(real, { except: [] })
    .filter(({ path, kind }) => kind === 'file' && manifestName.test(path) && path.includes('/'))
    .map(({ path }) => ({
      absolute: inside(real, path),
      shown: posix.join(shown, path),
      cluster: path.slice(0, path.indexOf('/')),
      path: `clusters/${path}`,
    }))
    .filter(({ cluster }) => slice?.has(cluster) ?? true);
  return readAll(files, reader);
}

function noFolder(path: string): Diagnostic {
  return diagnose('repo/unreadable', { file: path }, { path, reason: 'there is no such folder' });
}

interface PlacedFile {
  readonly absolute: string;
  readonly shown: string;
  readonly cluster: string;
  readonly path: string;
}

function readAll(
  files: readonly PlacedFile[],
  reader: ObjectReader,
): Outcome<readonly PlacedObject[]> {
  const outcomes = files.map((file) => ({ file, found: reader.read(file) }));
  return {
    value: outcomes.flatMap(({ file: { cluster, path }, found }) =>
      found.value.map((content) => ({ content, cluster, path })),
    ),
    diagnostics: outcomes.flatMap(({ found }) => found.diagnostics),
  };
}
