/** A plan and the manifests it writes in; the objects that would be gone from their clusters out. */
import { sha256Hex } from '../kube/digest.ts';
import { groupBy } from '../model/group-by.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import type { Variant } from '../model/variant.ts';
import { fileName } from './file-name.ts';
import {
  createIdentityReader,
  identityOf,
  identityOfPath,
  sameIdentity,
  unreadableIdentity,
} from './identity.ts';
import type { TreePlan } from './plan.ts';

/** An object that some clusters have and would no longer have. */
export interface DeletedObject {
  readonly key: ObjectKey;
  /** Sorted; at least one. */
  readonly clusters: readonly string[];
}

/** Objects of one cluster; each counts once. */
export interface ClusterCount {
  /** Listed when the run began. */
  readonly before: number;
  readonly lost: number;
  /** That the manifests give it. */
  readonly after: number;
}

export interface Deletions {
  /** Eight hex digits that stand for exactly these deletions; '' if there are none. */
  readonly name: string;
  /** Sorted by kind, group, namespace and name. */
  readonly objects: readonly DeletedObject[];
  /** Only clusters that lose something. */
  readonly clusters: ReadonlyMap<string, ClusterCount>;
  /** Objects listed in all clusters of the run, and how many of them are lost; counted once per cluster. */
  readonly before: number;
  readonly lost: number;
  /** Paths below `engine/` that go, sorted: what an engine was told of what it deploys. */
  readonly engineFiles: readonly string[];
}

export interface DeletionsInput {
  readonly plan: Pick<TreePlan, 'writes' | 'deletions' | 'owned' | 'left' | 'gone' | 'before'>;
  readonly manifests: readonly Variant[];
  /** Objects that are listed in clusters of which nothing is planned, since nothing changes there. */
  readonly settled?: number;
  /** The text that stands at a path of the tree now; undefined if it cannot be read. */
  readonly readText: (path: string) => string | undefined;
}

/**
 * Counted by identity: a file that moves, as after a change of the layout, is no deletion. What an interrupted run left to
 * delete after it had written its locks is none either: that run was allowed to; the name still covers it, so that the
 * approval of a run holds for the one that finishes it.
 */
export function findDeletions({
  plan,
  manifests,
  settled = 0,
  readText,
}: DeletionsInput): Deletions {
  const listed = countListed(plan);
  const candidates = findCandidates(plan, readText);
  const present = identitiesIn(new Set(candidates.keys()), manifests);
  const all = [...candidates].flatMap(([cluster, identities]) =>
    [...identities.values()]
      .filter(({ key }) => present.get(cluster)?.has(keyText(key)) !== true)
      .map(({ key, isLeft }) => ({ cluster, key, isLeft })),
  );
  const gone = goneObjects(plan, manifests);
  const pairs = [...all.filter(({ isLeft }) => !isLeft), ...gone];
  const made = pairs.length === 0 ? new Map<string, number>() : countManifests(manifests);
  const clusters = new Map(
    Array.from(
      groupBy(pairs, ({ cluster }) => cluster),
      ([cluster, lost]) => {
        const after = made.get(cluster) ?? 0;
        return [cluster, { before: listed.get(cluster) ?? 0, lost: lost.length, after }];
      },
    ),
  );
  const engineFiles = engineFilesOf(plan);
  const isNothing = pairs.length === 0 && engineFiles.length === 0;
  return {
    name: isNothing ? '' : nameOf([...all, ...gone], engineFiles),
    objects: groupObjects(pairs),
    clusters,
    before: [...listed.values()].reduce((sum, number) => sum + number, settled),
    lost: pairs.length,
    engineFiles,
  };
}

/** Also those that somebody removed before the build. */
function engineFilesOf({ deletions, gone, left }: DeletionsInput['plan']): readonly string[] {
  return [...deletions, ...gone]
    .filter((path) => path.startsWith('engine/') && !left.has(path))
    .sort();
}

type Pair = { readonly cluster: string; readonly key: ObjectKey };

/** The cluster of a manifest's path; undefined for every other file, such as a list that an engine has beside the folders. */
function clusterOf(path: string): string | undefined {
  return /^clusters\/([^/]+)\/[^/]+\//.exec(path)?.[1];
}

function countListed({ owned, left }: DeletionsInput['plan']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of owned.keys()) {
    const cluster = left.has(path) ? undefined : clusterOf(path);
    if (cluster !== undefined) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return counts;
}

type Identities = Map<string, { readonly key: ObjectKey; readonly isLeft: boolean }>;

/** By cluster: what stands in files that are deleted, or overwritten with another object. */
function findCandidates(
  { writes, deletions, owned, left, before }: DeletionsInput['plan'],
  readText: DeletionsInput['readText'],
): ReadonlyMap<string, Identities> {
  const read = createIdentityReader();
  const found = new Map<string, Identities>();
  const add = (path: string, cluster: string, newText: string | undefined) => {
    const text = readText(path);
    const key = (text === undefined ? undefined : read(text)) ?? unreadableIdentity(path);
    const next = newText === undefined ? undefined : read(newText);
    if (next !== undefined && sameIdentity(key, next)) return;
    const identities = found.get(cluster) ?? new Map();
    found.set(cluster, identities.set(keyText(key), { key, isLeft: left.has(path) }));
  };
  for (const path of deletions) {
    const cluster = clusterOf(path);
    if (cluster !== undefined) add(path, cluster, undefined);
  }
  // Where nothing stood, nothing is overwritten, and no text has to be made to know it.
  if (before.size === 0) return found;
  for (const { path, text } of writes) {
    const cluster = clusterOf(path);
    if (cluster !== undefined && owned.has(path) && before.has(path)) add(path, cluster, text);
  }
  return found;
}

/**
 * Whoever removes files before a build must not get round the guards. What stood there is known by its file name alone, so
 * an object whose file only moves is recognised by that.
 */
function goneObjects(
  { gone, left }: DeletionsInput['plan'],
  manifests: readonly Variant[],
): Pair[] {
  const paths = gone.filter((path) => !left.has(path) && clusterOf(path) !== undefined);
  if (paths.length === 0) return [];
  const files = new Set(
    manifests.flatMap(({ key, clusters }) => {
      const file = fileName(key);
      return clusters.map((cluster) => `${cluster}/${file}`);
    }),
  );
  return paths
    .map((path) => ({ path, cluster: clusterOf(path) ?? '' }))
    .filter(({ path, cluster }) => !files.has(`${cluster}${path.slice(path.lastIndexOf('/'))}`))
    .map(({ path, cluster }) => ({ cluster, key: identityOfPath(path) }));
}

function countManifests(manifests: readonly Variant[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cluster of manifests.flatMap(({ clusters }) => clusters))
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  return counts;
}

function identitiesIn(
  clusters: ReadonlySet<string>,
  manifests: readonly Variant[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  if (clusters.size === 0) return found;
  for (const { object, key, clusters: placed } of manifests) {
    const text = keyText(identityOf(object) ?? key);
    for (const cluster of placed) {
      if (clusters.has(cluster)) found.set(cluster, (found.get(cluster) ?? new Set()).add(text));
    }
  }
  return found;
}

function groupObjects(pairs: readonly Pair[]): readonly DeletedObject[] {
  return Array.from(
    groupBy(pairs, ({ key }) => keyText(key)).values(),
    ([first, ...others]): DeletedObject => ({
      key: first.key,
      clusters: [first, ...others].map(({ cluster }) => cluster).sort(),
    }),
  ).sort((a, b) => (orderOf(a.key) < orderOf(b.key) ? -1 : 1));
}

function orderOf({ kind, group, namespace, name }: ObjectKey): string {
  return `${kind}/${group}/${namespace}/${name}`;
}

function nameOf(pairs: readonly Pair[], engineFiles: readonly string[]): string {
  const lines = pairs.map(({ cluster, key }) => `${cluster}/${keyText(key)}\n`);
  const files = engineFiles.map((path) => `${path}\n`);
  return sha256Hex([...lines.sort(), ...files].join('')).slice(0, 8);
}
