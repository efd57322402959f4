/** A compilation in; out: which files its tree has, and what they hold once somebody asks. Locks excepted, they follow from the files. */
import type { Layout } from '../model/config.ts';
import type { Compilation, EngineFile, Variant } from '../model/variant.ts';
import { clusterIndexPath, clusterIndexText } from './cluster-index.ts';
import { type Content, createContent, forget, type TreeFile } from './content.ts';
import { engineFileText } from './engine-file-text.ts';
import { clusterOfPath } from './lock.ts';
import { ownsCommon, type Slice } from './slice.ts';
import { sheetPath, withContents } from './variant-files.ts';

/** The files of a tree, known without a text of them. */
export interface TreeFiles {
  /** How many there are; none at all without a manifest, so that no folder looks like a tree. */
  readonly size: number;
  /** The clusters that get at least one manifest, in the order in which their folders stand in the tree. */
  readonly clusters: readonly ClusterFiles[];
  /** What belongs to no cluster, sorted by path: .gitattributes, and the files of engines. */
  readonly common: readonly TreeFile[];
  /**
   * All of them in the order of the UTF-16 code units of their paths: .gitattributes, the manifests, the files of engines and the
   * index files. A text is forgotten as soon as the file after the last one that holds it is asked for.
   */
  files(): Generator<TreeFile>;
}

/** What belongs to one cluster. */
export interface ClusterFiles {
  readonly name: string;
  /** Sorted by path. */
  readonly sheets: readonly Sheet[];
  /** Absent for a cluster that is not in the inventory. */
  readonly index: Content | undefined;
}

/** A variant on its way to the disk. */
export interface Sheet {
  /** Inside the folder of a cluster. */
  readonly path: string;
  readonly content: Content;
  /** The last cluster that gets it; known once the files are asked for. */
  last: string;
}

const attributes = {
  clusters: 'clusters/** text eol=lf\n',
  engine: 'engine/** text eol=lf\n',
  index: 'index/** text eol=lf linguist-generated\n',
};

export interface TreeFilesOptions {
  /** Only some clusters. */
  readonly slice?: Slice | undefined;
  /** The content of a variant all of whose files stand where they belong already. */
  readonly written?: ((variant: Variant) => Content | undefined) | undefined;
}

/** Lays out the manifests. */
export function createTreeFiles(
  compilation: Compilation,
  layout: Layout,
  options: TreeFilesOptions = {},
): TreeFiles {
  const { slice } = options;
  const sheets = sheetsByCluster(compilation, layout, options);
  const inventory = new Map(compilation.inventory.clusters.map((each) => [each.name, each]));
  // `a-b/` stands before `a/`: the order of paths is not the order of names.
  const clusters = sortedWith(sheets.keys(), '/').map((name): ClusterFiles => {
    const cluster = inventory.get(name);
    const index = cluster && createContent(() => clusterIndexText(cluster));
    return { name, sheets: sheets.get(name) ?? [], index };
  });
  const isEmpty = clusters.length === 0 && !(ownsCommon(slice) && compilation.variants.length > 0);
  return treeFilesOf(clusters, isEmpty ? [] : commonFiles(compilation));
}

/** The same without what belongs to some clusters; who asks for the files of the one asks for none of the other any more. */
export function withoutClusters(
  { clusters, common }: TreeFiles,
  names: ReadonlySet<string>,
): TreeFiles {
  return treeFilesOf(
    clusters.filter(({ name }) => !names.has(name)),
    common,
  );
}

function treeFilesOf(clusters: readonly ClusterFiles[], common: readonly TreeFile[]): TreeFiles {
  for (const { name, sheets } of clusters) for (const sheet of sheets) sheet.last = name;
  const size = clusters.reduce(
    (sum, { sheets, index }) => sum + sheets.length + (index === undefined ? 0 : 1),
    common.length,
  );
  return { size, clusters, common, files: () => filesOf(clusters, common) };
}

/** The files that a cluster's lock lists, sorted by path. */
export function* filesOfCluster({ name, sheets, index }: ClusterFiles): Generator<TreeFile> {
  const folder = `clusters/${name}/`;
  for (const { path, content } of sheets) yield { path: folder + path, content };
  if (index !== undefined) yield { path: clusterIndexPath(name), content: index };
}

function commonFiles({ engineFiles = [] }: Compilation): readonly TreeFile[] {
  const own = engineFiles.filter(({ path }) => clusterOfPath(path) === undefined);
  const { clusters, engine, index } = attributes;
  const text = clusters + (own.length === 0 ? '' : engine) + index;
  return [
    { path: '.gitattributes', content: createContent(() => text) },
    ...own.map((file) => ({
      path: file.path,
      content: createContent(() => engineFileText(file)),
    })),
  ];
}

function* filesOf(
  clusters: readonly ClusterFiles[],
  common: readonly TreeFile[],
): Generator<TreeFile> {
  yield* common.slice(0, 1);
  for (const { name, sheets } of clusters) for (const sheet of sheets) sheet.last = name;
  for (const { name, sheets } of clusters) {
    const folder = `clusters/${name}/`;
    for (const { path, content, last } of sheets) {
      yield { path: folder + path, content };
      if (last === name) forget(content);
    }
  }
  yield* common.slice(1);
  const byName = new Map(clusters.map(({ name, index }) => [name, index]));
  for (const name of sortedWith(byName.keys(), '.json')) {
    const content = byName.get(name);
    if (content === undefined) continue;
    yield { path: clusterIndexPath(name), content };
    forget(content);
  }
}

function sheetsByCluster(
  { variants, engineFiles = [] }: Compilation,
  layout: Layout,
  { slice, written }: TreeFilesOptions,
): ReadonlyMap<string, readonly Sheet[]> {
  const byCluster = new Map<string, Sheet[]>();
  for (const { path, variants: sharing } of sortedPaths(variants, layout)) {
    for (const [variant, own] of withContents(sharing)) {
      const content = written?.(variant) ?? own;
      const sheet = { path, content, last: '' };
      for (const cluster of variant.clusters)
        if (slice?.has(cluster) !== false) addSheet(byCluster, cluster, sheet);
    }
  }
  for (const file of engineFiles) addToCluster(byCluster, file);
  return byCluster;
}

function addSheet(byCluster: Map<string, Sheet[]>, cluster: string, sheet: Sheet): void {
  const sheets = byCluster.get(cluster);
  if (sheets === undefined) byCluster.set(cluster, [sheet]);
  else sheets.push(sheet);
}

/** Only to clusters that get manifests: an engine's file alone would be nothing to deploy. */
function addToCluster(byCluster: ReadonlyMap<string, Sheet[]>, file: EngineFile): void {
  const cluster = clusterOfPath(file.path);
  const sheets = cluster === undefined ? undefined : byCluster.get(cluster);
  if (cluster === undefined || sheets === undefined) return;
  const path = file.path.slice(`clusters/${cluster}/`.length);
  sheets.push({ path, content: createContent(() => engineFileText(file)), last: '' });
  sheets.sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Located {
  readonly path: string;
  readonly variants: Variant[];
}

/** Variants of one object stand one after the other and share its key, so that most paths need not be worked out. */
function sortedPaths(variants: readonly Variant[], layout: Layout): readonly Located[] {
  const located: Located[] = [];
  let last: (Located & Pick<Variant, 'key' | 'app'>) | undefined;
  for (const variant of variants) {
    const { key, app } = variant;
    if (last === undefined || last.key !== key || last.app !== app) {
      const path = sheetPath(variant, layout);
      last = { path, variants: [], key, app };
      located.push(last);
    }
    last.variants.push(variant);
  }
  return located.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function sortedWith(names: Iterable<string>, ending: string): readonly string[] {
  return Array.from(names, (name) => name + ending)
    .sort()
    .map((name) => name.slice(0, -ending.length));
}
