/** A lock of a cluster in; out: whether every file that it lists stands in the tree with the hash that it says. */
import { splitLockLine } from '../model/lock-line.ts';
import { sha256OfBytes } from './digest.ts';
import type { Host, IntactLock } from './host.ts';

/** What is needed of a host. */
export type InspectedDisk = Pick<Host, 'kindOf' | 'kindsIn' | 'readFile' | 'hashFile'>;

/** Where what a tree has of each cluster stands. */
const foldersOfClusters = ['clusters', 'index', 'index/clusters'];

/** What is left of `index/clusters/...lock`, for instance, would lead out of the folder of clusters. */
const noCluster = /^\.{0,2}$/;

/** The clusters that have a lock; none if a link leads to what would be their files. @throws what the disk refuses. */
export function clustersWithLock(disk: InspectedDisk, folder: string): readonly string[] {
  const isPlain = foldersOfClusters.every((path) => disk.kindOf(`${folder}/${path}`) === 'folder');
  if (!isPlain) return [];
  return Array.from(disk.kindsIn(`${folder}/index/clusters`))
    .filter(([name, kind]) => kind === 'file' && name.endsWith('.lock'))
    .map(([name]) => name.slice(0, -'.lock'.length))
    .filter((cluster) => !noCluster.test(cluster));
}

/**
 * Undefined if anything the lock lists is missing or different, behind a link or no plain file; whether a lock may list
 * it is not asked. @throws what the disk refuses.
 */
export function inspectLock(
  disk: InspectedDisk,
  folder: string,
  cluster: string,
): IntactLock | undefined {
  const index = `index/clusters/${cluster}`;
  if (disk.kindOf(`${folder}/${index}.lock`) !== 'file') return undefined;
  const bytes = disk.readFile(`${folder}/${index}.lock`);
  const text = new TextDecoder().decode(bytes);
  const listed = entriesIn(text);
  const { files, others } = filesBelow(disk, folder, `clusters/${cluster}`);
  if (disk.kindOf(`${folder}/${index}.json`) === 'file') files.push(`${index}.json`);
  const found = files.filter((path) => listed.has(path));
  const isIntact =
    // Of other line ends, paths keep a part here.
    !text.includes('\r') &&
    found.length === listed.size &&
    found.every((path) => disk.hashFile(`${folder}/${path}`) === listed.get(path));
  if (!isIntact) return undefined;
  const hash = sha256OfBytes(bytes);
  const unlisted = files.filter((path) => !listed.has(path) && path !== `${index}.json`);
  return { hash, others: [...others, ...unlisted] };
}

interface Entries {
  readonly files: string[];
  /** Links, for instance. */
  readonly others: string[];
}

/** Paths relative to the tree; nothing of a folder behind a link. */
function filesBelow(disk: InspectedDisk, folder: string, path: string): Entries {
  const found: Entries = { files: [], others: [] };
  const visit = (inner: string) => {
    for (const [name, kind] of disk.kindsIn(`${folder}/${inner}`)) {
      if (kind === 'folder') visit(`${inner}/${name}`);
      else (kind === 'file' ? found.files : found.others).push(`${inner}/${name}`);
    }
  };
  if (disk.kindOf(`${folder}/${path}`) === 'folder') visit(path);
  return found;
}

function entriesIn(text: string): ReadonlyMap<string, string> {
  const [, ...lines] = text.split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map(splitLockLine)
      .map(({ path, hash }) => [path, hash]),
  );
}
