/** A compilation in; out: objects that would share a file, which only a file system could tell apart or not. */

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Layout } from '../model/config.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, joinApiVersion, keyText } from '../model/kube-object.ts';
import type { Compilation, Variant } from '../model/variant.ts';
import { fileName } from './file-name.ts';
import { folderOf } from './layout.ts';

/** `output/path-collision`, one for each file that several objects of one cluster would be, also where case does not count. */
export function checkPaths({ variants }: Compilation, layout: Layout): readonly Diagnostic[] {
  const byPath = groupBy(variants, (variant) =>
    `${folderOf(variant, layout)}/${fileName(variant.key)}`.toLowerCase(),
  );
  return [...byPath].flatMap(([path, sharing]) => collision(path, sharing) ?? []);
}

function collision(path: string, sharing: readonly Variant[]): Diagnostic | undefined {
  const objects = new Map(sharing.map((variant) => [keyText(variant.key), variant]));
  const [first, ...others] = objects.values();
  const clusters = clustersOfSeveral(sharing);
  if (first === undefined || others[0] === undefined || clusters.length === 0) return undefined;
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
