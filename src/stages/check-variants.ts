/** Variants in, what is wrong with them as a whole out: one object twice in a cluster, namespaces that nothing makes. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, keyText } from '../model/kube-object.ts';
import { onceInARow } from '../model/once-in-a-row.ts';
import { below, originText } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';

/** Where the file of a variant stands in a cluster, relative to the output folder. */
export type PathOf = (variant: Variant, cluster: string) => string;

/** KubeFed lets two sources of one object fight; files can only hold one of them. */
export function checkVariants(
  variants: readonly Variant[],
  pathOf?: PathOf,
): readonly Diagnostic[] {
  return [...duplicates(variants, pathOf), ...missingNamespaces(variants)];
}

function duplicates(variants: readonly Variant[], pathOf: PathOf | undefined): Diagnostic[] {
  const textOfKey = onceInARow(keyText);
  const byKey = groupBy(variants, ({ key }) => textOfKey(key));
  const places: Places = new Map();
  return [...byKey.values()].flatMap((group) =>
    isApart(group, places) ? [] : clashesOf(group, pathOf),
  );
}

/** Which group a cluster got something of last; for all groups together. */
type Places = Map<string, { last: readonly Variant[] }>;

/** True if no cluster gets two of them. */
function isApart(group: readonly Variant[], places: Places): boolean {
  if (group.length === 1) return true;
  for (const { clusters } of group) {
    for (const cluster of clusters) {
      const place = places.get(cluster);
      if (place === undefined) places.set(cluster, { last: group });
      else if (place.last === group) return false;
      else place.last = group;
    }
  }
  return true;
}

interface Clash {
  readonly first: Variant;
  readonly second: Variant;
  readonly clusters: string[];
}

/** One report for each two sources that meet anywhere. */
function clashesOf(group: readonly Variant[], pathOf: PathOf | undefined): Diagnostic[] {
  const owners = new Map<string, Variant>();
  const clashes = new Map<string, Clash>();
  const bySource = groupBy(group, ({ origin }) => originText(origin));
  for (const second of [...bySource.values()].flat()) {
    for (const cluster of second.clusters) {
      const first = owners.get(cluster);
      if (first === undefined) {
        owners.set(cluster, second);
        continue;
      }
      const pair = `${originText(first.origin)} ${originText(second.origin)}`;
      const clash = clashes.get(pair) ?? { first, second, clusters: [] };
      clash.clusters.push(cluster);
      clashes.set(pair, clash);
    }
  }
  return [...clashes.values()].map((clash) => {
    const sources = [clash.first, clash.second].flatMap(({ origin }) =>
      bySource.get(originText(origin)),
    );
    const reach = new Set(sources.flatMap((variant) => variant?.clusters ?? [])).size;
    return clashDiagnostic(clash, reach, pathOf);
  });
}

function clashDiagnostic(
  { first, second, clusters }: Clash,
  reach: number,
  pathOf: PathOf | undefined,
): Diagnostic {
  clusters.sort();
  const paths = [first, second].map((variant) => pathOf?.(variant, clusters[0] ?? ''));
  const files = [first.origin.file, second.origin.file];
  const isOneSource = originText(first.origin) === originText(second.origin);
  const sameFile = isOneSource
    ? `Two rules of plainObjects for ${files[0]}`
    : `Two documents of ${files[0]}`;
  const args = {
    object: describeKey(second.key),
    clusters,
    titles: files[0] === files[1] ? [sameFile] : files,
    reach,
    ...(paths[0] === undefined || paths[0] !== paths[1] ? {} : { path: paths[0] }),
  };
  const at = below(first.origin, 'metadata', 'name');
  const related = isOneSource ? [] : [{ at, label: 'the other one' }];
  const place = below(second.origin, 'metadata', 'name');
  return diagnose('output/duplicate-object', place, args, { related });
}

/** These exist in every cluster. */
const builtIn = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** One report per namespace that holds objects in clusters where no source makes it. */
function missingNamespaces(variants: readonly Variant[]): Diagnostic[] {
  const made = new Map<string, Set<string>>();
  for (const { key, clusters } of variants) {
    if (key.kind !== 'Namespace' || key.group !== '') continue;
    const where = made.get(key.name) ?? new Set();
    for (const cluster of clusters) where.add(cluster);
    made.set(key.name, where);
  }
  const inside = variants.filter(({ key }) => key.namespace !== '' && !builtIn.has(key.namespace));
  return [...groupBy(inside, ({ key }) => key.namespace)].flatMap(([namespace, group]) => {
    const where = made.get(namespace) ?? new Set();
    const lacking = group.filter(({ clusters }) => !isWithin(clusters, where));
    const [first] = lacking;
    if (first === undefined) return [];
    const isLacking = (cluster: string) => !where.has(cluster);
    const clusters = [
      ...new Set(lacking.flatMap((variant) => variant.clusters.filter(isLacking))),
    ].sort();
    const objects = new Set(lacking.map(({ key }) => keyText(key))).size;
    return [
      diagnose('placement/namespace-not-created', first.origin, { namespace, clusters, objects }),
    ];
  });
}

function isWithin(clusters: readonly string[], where: ReadonlySet<string>): boolean {
  for (const cluster of clusters) if (!where.has(cluster)) return false;
  return true;
}
