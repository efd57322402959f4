/** Deletions in; out: why they look like an accident and nothing may be written, and which acceptances are stale. */
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, diagnose, type Related } from '../diagnostics/diagnostic.ts';
import type { Guards } from '../model/config.ts';
import { describeKey, type ObjectKey } from '../model/kube-object.ts';
import type { Place } from '../model/source.ts';
import type { DeletedObject, Deletions } from './deletions.ts';
import { clusterOfEngineFile } from './lock.ts';

/** A cluster stops the run if it loses more than this share of its objects, and at least so many. */
const clusterLimit = { share: 0.25, objects: 5 };

/** With each of them goes what no file shows: contents, objects of the kind, data. */
const protectedKinds = [
  { group: '', kind: 'Namespace' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: '', kind: 'PersistentVolumeClaim' },
];

/** What a guard stops with; each can be accepted by the name of the plan. */
export const guardCodes: readonly Code[] = [
  'tree/cluster-emptied',
  'tree/too-many-deletions',
  'tree/protected-kind',
  'tree/engine-file-deleted',
];

export interface GuardInput {
  readonly deletions: Deletions;
  readonly guards: Pick<Guards, 'maxDelete' | 'allowEmptyClusters'>;
  /** Names of plans that were accepted, and where. */
  readonly accepted: readonly { readonly name: string; readonly at: Place }[];
  /** Names of the clusters of the inventory. */
  readonly known: ReadonlySet<string>;
  /** The clusters that get a manifest, those of other parts among them; only asked if files of engines go. */
  readonly placed: () => ReadonlySet<string>;
  /** Engines that this run does not write for, by their folder. */
  readonly idleEngines: readonly string[];
  /** The clusters that have a lock in the tree. */
  readonly listed: ReadonlySet<string>;
  /** `part`: a run over a slice, in which a name may be that of another part. */
  readonly scope: 'whole' | 'part';
  /** Places that explain why objects go; only asked if a guard stops. */
  readonly causesOf?: (objects: readonly DeletedObject[]) => readonly Related[];
}

/**
 * Errors if a cluster would be emptied (tree/cluster-emptied), too much would go (tree/too-many-deletions) or something
 * that takes more with it (tree/protected-kind); none of them if the plan's name is accepted. A name that does not fit is
 * tree/stale-acceptance. Places are paths of the tree, '' for the tree itself.
 */
export function checkGuards(input: GuardInput): readonly Diagnostic[] {
  const { deletions, accepted, scope } = input;
  const stale = accepted.filter(({ name }) => name !== deletions.name);
  const warnings = stale.map(({ name, at }) =>
    diagnose('tree/stale-acceptance', at, { name, plan: deletions.name || undefined }),
  );
  const isAccepted = stale.length < accepted.length;
  const stops = deletions.name === '' || isAccepted ? [] : findStops(input);
  return [...stops, ...(scope === 'part' ? [] : warnings)];
}

function findStops(input: GuardInput): readonly Diagnostic[] {
  const { deletions, guards } = input;
  const emptied = [...deletions.clusters]
    .filter(([, { before, after }]) => before > 0 && after === 0)
    .map(([cluster]) => cluster)
    .sort();
  const allowed = new Set(guards.allowEmptyClusters);
  const refused = emptied.filter((cluster) => !allowed.has(cluster));
  // What an emptied cluster loses has been said, or allowed.
  const isEmptied = new Set(emptied);
  const elsewhere = inClusters(deletions.objects, (cluster) => !isEmptied.has(cluster));
  const tooMany = tooManyInAll(input, elsewhere);
  return [
    ...emptiedClusters(input, refused),
    ...(tooMany ?? tooManyInClusters(input, elsewhere)),
    ...protectedObjects(input, elsewhere),
    ...engineFiles(input, isEmptied),
  ];
}

/**
 * An engine that prunes deletes what it was told of, and the manifests are still wanted. One shard holds the files of engines about
 * the clusters of all: where a cluster of another one goes, that has to be allowed by name here, or done there before.
 */
function engineFiles(
  { deletions, known, placed, listed, guards, idleEngines }: GuardInput,
  emptied: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (deletions.engineFiles.length === 0 || known.size === 0) return [];
  const allowed = new Set(guards.allowEmptyClusters);
  const wanted = placed();
  const isOver = (cluster: string) =>
    emptied.has(cluster) ||
    (!wanted.has(cluster) && (allowed.has(cluster) || !listed.has(cluster)));
  const files = deletions.engineFiles.filter((path) => {
    const cluster = clusterOfEngineFile(path);
    return cluster === undefined || !isOver(cluster);
  });
  const [first] = files;
  if (first === undefined) return [];
  const idle = idleEngines.filter((name) =>
    files.some((path) => path.startsWith(`engine/${name}/`)),
  );
  const args = { files, idle, plan: deletions.name };
  return [diagnose('tree/engine-file-deleted', { file: first }, args)];
}

function inClusters(
  objects: readonly DeletedObject[],
  isMeant: (cluster: string) => boolean,
): readonly DeletedObject[] {
  return objects.flatMap(({ key, clusters }) => {
    const meant = clusters.filter(isMeant);
    return meant.length === 0 ? [] : [{ key, clusters: meant }];
  });
}

function emptiedClusters(input: GuardInput, refused: readonly string[]): readonly Diagnostic[] {
  const gone = refused.filter((cluster) => !input.known.has(cluster));
  const kept = refused.filter((cluster) => input.known.has(cluster));
  return [
    { clusters: gone, isGone: true },
    { clusters: kept, isGone: false },
  ].flatMap(({ clusters, isGone }) => {
    const [first] = clusters;
    if (first === undefined) return [];
    const meant = new Set(clusters);
    const lost = inClusters(input.deletions.objects, (cluster) => meant.has(cluster));
    const args = { by: 'build', clusters, objects: pairsIn(lost), isGone } as const;
    const place = { file: `clusters/${first}` };
    const plan = input.deletions.name;
    return [diagnose('tree/cluster-emptied', place, { ...args, plan }, related(input, lost))];
  });
}

function tooManyInAll(
  input: GuardInput,
  objects: readonly DeletedObject[],
): readonly Diagnostic[] | undefined {
  const { guards, deletions } = input;
  const { maxDelete } = guards;
  const lost = pairsIn(objects);
  const most =
    maxDelete.kind === 'number' ? maxDelete.objects : (deletions.before * maxDelete.percent) / 100;
  if (lost <= most) return undefined;
  const limit = maxDelete.kind === 'number' ? `${maxDelete.objects}` : `${maxDelete.percent} %`;
  return [tooMany(input, { objects, limit, clusters: [] })];
}

function tooManyInClusters(
  input: GuardInput,
  objects: readonly DeletedObject[],
): readonly Diagnostic[] {
  const { clusters } = input.deletions;
  const names = new Set(objects.flatMap((object) => object.clusters));
  const losses = [...names].sort().flatMap((cluster) => {
    const { before, lost } = clusters.get(cluster) ?? { before: 0, lost: 0 };
    const isTooMuch = lost >= clusterLimit.objects && lost > before * clusterLimit.share;
    return isTooMuch ? [{ cluster, lost, before }] : [];
  });
  if (losses.length === 0) return [];
  const hit = new Set(losses.map(({ cluster }) => cluster));
  const meant = inClusters(objects, (cluster) => hit.has(cluster));
  return [tooMany(input, { objects: meant, clusters: losses })];
}

function tooMany(
  input: GuardInput,
  found: {
    readonly objects: readonly DeletedObject[];
    readonly limit?: string;
    readonly clusters: readonly { cluster: string; lost: number; before: number }[];
  },
): Diagnostic {
  const { before, name } = input.deletions;
  const args = {
    ...found,
    lost: pairsIn(found.objects),
    before,
    objects: described(found.objects),
    plan: name,
  };
  return diagnose('tree/too-many-deletions', { file: '' }, args, related(input, found.objects));
}

function protectedObjects(
  input: GuardInput,
  objects: readonly DeletedObject[],
): readonly Diagnostic[] {
  const found = objects.filter(({ key }) => isProtected(key));
  if (found.length === 0) return [];
  const args = { objects: described(found), plan: input.deletions.name };
  return [diagnose('tree/protected-kind', { file: '' }, args, related(input, found))];
}

function isProtected({ group, kind }: ObjectKey): boolean {
  return protectedKinds.some((each) => each.group === group && each.kind === kind);
}

function described(objects: readonly DeletedObject[]) {
  // What is in most clusters says most.
  return objects
    .toSorted((a, b) => b.clusters.length - a.clusters.length)
    .map(({ key, clusters }) => ({ object: describeKey(key), clusters }));
}

function pairsIn(objects: readonly DeletedObject[]): number {
  return objects.reduce((sum, { clusters }) => sum + clusters.length, 0);
}

function related(
  { causesOf }: GuardInput,
  objects: readonly DeletedObject[],
): { readonly related: readonly Related[] } {
  return { related: causesOf?.(objects) ?? [] };
}
