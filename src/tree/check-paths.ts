/** A compilation in; out: objects that would share a file, which only a file system could tell apart or not. */

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Layout } from '../model/config.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, joinApiVersion, keyText, type ObjectKey } from '../model/kube-object.ts';
import type { Compilation, Variant } from '../model/variant.ts';
import { fileName } from './file-name.ts';
import { folderOf } from './layout.ts';

/** `output/path-collision`, one for each file that several objects of one cluster would be, also where case does not count. */
export function checkPaths({ variants }: Compilation, layout: Layout): readonly Diagnostic[] {
  const byPath = groupBy(variants, createPathReader(layout));
  return [...byPath].flatMap(([path, sharing]) => collision(path, sharing) ?? []);
}

/** Variants of one object stand together and share their key. */
function createPathReader(layout: Layout): (variant: Variant) => string {
  let before: { readonly key: ObjectKey; readonly app: string; readonly path: string } | undefined;
  return (variant) => {
    const { key, app } = variant;
    if (before?.key !== key || before.app !== app) {
      const path = `${folderOf(variant, layout)}/${fileName(key)}`.toLowerCase();
      before = { key, app, path };
    }
    return before.path;
  };
}

function collision(
  path: string,
  sharing: readonly [Variant, ...Variant[]],
): Diagnostic | undefined {
  const [{ key }] = sharing;
  if (sharing.every((variant) => variant.key === key)) return undefined;
  const objects = new Map(sharing.map((variant) => [keyText(variant.key), variant]));
  const [first, ...others] = objects.values();
  if (first === undefined || others.length === 0) return undefined;
  const clusters = clustersOfSeveral(sharing);
  if (clusters.length === 0) return undefined;
  const args = { path, objects: [...objects.values()].map(fullName), clusters };
  const related = others.map((other) => ({
    at: other.origin,
    label: `${fullName(other)} is made here`,
  }));
  return diagnose('output/path-collision', first.origin, args, { related });
}

/** The clusters that get two objects with different identities. */
function clustersOfSeveral(variants: readonly Variant[]): readonly string[] {
  const owner = new Map<string, string>();
  const shared = new Set<string>();
  for (const { key, clusters } of variants) {
    const text = keyText(key);
    for (const cluster of clusters) {
      if ((owner.get(cluster) ?? text) !== text) shared.add(cluster);
      owner.set(cluster, text);
    }
  }
  return [...shared].sort();
}

function fullName({ key, object }: Variant): string {
  const version = object['apiVersion'];
  const shown = typeof version === 'string' ? version : joinApiVersion({ ...key, version: '' });
  return `${describeKey(key)} (${shown})`;
}
