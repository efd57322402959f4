/** The folders of clusters in; the files there that no lock lists out. */
import type { Host } from '../io/host.ts';
import { looksLikeManifest } from '../tree/foreign-files.ts';
import type { TreePlan } from '../tree/plan.ts';
import type { Slice } from '../tree/slice.ts';

/** Paths relative to the tree, sorted; only in the clusters of a slice, if there is one. No link is followed. */
export function listForeignFiles(
  host: Host,
  out: string,
  { plan, slice }: { readonly plan: TreePlan; readonly slice: Slice | undefined },
): readonly string[] {
  const folders = new Set<string>();
  const isKnown = (path: string) => plan.listed.has(path) || plan.owned.has(path);
  for (const path of [...plan.listed.keys(), ...plan.owned.keys()]) addFolders(folders, path);
  const found: string[] = [];
  const visit = (path: string) => {
    if (isKnown(path)) return;
    const kind = folders.has(path) ? 'folder' : host.kindOf(`${out}/${path}`);
    if (kind === 'folder')
      for (const name of host.listFolder(`${out}/${path}`)) visit(`${path}/${name}`);
    else if (kind !== undefined && looksLikeManifest(path)) found.push(path);
  };
  for (const cluster of host.listFolder(`${out}/clusters`))
    if (slice?.has(cluster) ?? true) visit(`clusters/${cluster}`);
  return found.sort();
}

/** What is known need not be asked for again: most entries of a tree are listed. */
function addFolders(folders: Set<string>, path: string): void {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}
