/** A compilation in, the files of the output tree out; locks excepted, they follow from the files. */
import type { Layout } from '../model/config.ts';
import type { KubeObject } from '../model/kube-object.ts';
import type { OutputFile } from '../model/output.ts';
import type { Compilation } from '../model/variant.ts';
import { printYaml } from '../yaml/print.ts';
import { clusterIndexPath, clusterIndexText } from './cluster-index.ts';
import { fileName } from './file-name.ts';
import { folderOf } from './layout.ts';
import type { Slice } from './slice.ts';

const gitAttributes: OutputFile = {
  path: '.gitattributes',
  text: 'clusters/** text eol=lf\nindex/** text eol=lf linguist-generated\n',
};

/** A variant on its way to the disk; the text is kept until the last cluster has it. */
interface Sheet {
  /** Inside the folder of a cluster. */
  readonly path: string;
  readonly object: KubeObject;
  text: string | undefined;
  remaining: number;
}

/**
 * The files, one at a time, in the order of the UTF-16 code units of their paths: .gitattributes, the manifests and an index
 * file for every cluster that gets one; none at all without a manifest. `clusters` limits it to some clusters. Equal contents share one text.
 */
export function* outputFiles(
  compilation: Compilation,
  layout: Layout,
  clusters?: Slice,
): Generator<OutputFile> {
  const sheets = sheetsByCluster(compilation, layout, clusters);
  // Nothing to deploy is nothing to write: no folder that looks like a tree.
  if (sheets.size === 0) return;
  yield gitAttributes;
  // `a-b/` stands before `a/`: the order of paths is not the order of names.
  for (const cluster of sortedWith(sheets.keys(), '/')) {
    for (const sheet of sheets.get(cluster) ?? []) {
      yield { path: `clusters/${cluster}/${sheet.path}`, text: takeText(sheet) };
    }
  }
  const inventory = new Map(compilation.inventory.clusters.map((each) => [each.name, each]));
  for (const name of sortedWith(sheets.keys(), '.json')) {
    const cluster = inventory.get(name);
    if (cluster !== undefined)
      yield { path: clusterIndexPath(name), text: clusterIndexText(cluster) };
  }
}

function sheetsByCluster(
  { variants }: Compilation,
  layout: Layout,
  wanted: Slice | undefined,
): ReadonlyMap<string, readonly Sheet[]> {
  const located = variants
    .map((variant) => ({ variant, path: `${folderOf(variant, layout)}/${fileName(variant.key)}` }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const byCluster = new Map<string, Sheet[]>();
  for (const { variant, path } of located) {
    const clusters =
      wanted === undefined
        ? variant.clusters
        : variant.clusters.filter((cluster) => wanted.has(cluster));
    const sheet = { path, object: variant.object, text: undefined, remaining: clusters.length };
    for (const cluster of clusters) {
      const sheets = byCluster.get(cluster);
      if (sheets === undefined) byCluster.set(cluster, [sheet]);
      else sheets.push(sheet);
    }
  }
  return byCluster;
}

function takeText(sheet: Sheet): string {
  sheet.text ??= printYaml(sheet.object);
  const { text } = sheet;
  sheet.remaining -= 1;
  if (sheet.remaining === 0) sheet.text = undefined;
  return text;
}

function sortedWith(names: Iterable<string>, ending: string): readonly string[] {
  return Array.from(names, (name) => name + ending)
    .sort()
    .map((name) => name.slice(0, -ending.length));
}
