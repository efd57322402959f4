/** Variants in, what is wrong with them as a whole out: one object twice in a cluster, namespaces that nothing makes. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, keyText } from '../model/kube-object.ts';
import { below, type Origin } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';

/** KubeFed lets two sources of one object fight; files can only hold one of them. */
export function checkVariants(variants: readonly Variant[]): readonly Diagnostic[] {
  return [...duplicates(variants), ...missingNamespaces(variants)];
}

function duplicates(variants: readonly Variant[]): Diagnostic[] {
  const byKey = groupBy(variants, ({ key }) => keyText(key));
  return [...byKey.values()].flatMap((group) => {
    const sources = [...groupBy(group, ({ origin }) => textOf(origin)).values()];
    const [first, ...others] = sources.map((own) => ({
      key: own[0]?.key,
      origin: own[0]?.origin,
      clusters: new Set(own.flatMap(({ clusters }) => clusters)),
    }));
    return others.flatMap(({ key, origin, clusters }) => {
      const shared = [...clusters].filter((cluster) => first?.clusters.has(cluster)).sort();
      if (
        shared.length === 0 ||
        key === undefined ||
        origin === undefined ||
        first?.origin === undefined
      )
        return [];
      const titles = [first.origin, origin].map(({ file }) => file);
      const args = {
        object: describeKey(key),
        clusters: shared,
        titles: titles[0] === titles[1] ? [`Two documents of ${titles[0]}`] : titles,
      };
      return [
        diagnose('output/duplicate-object', below(origin, 'metadata', 'name'), args, {
          related: [{ at: below(first.origin, 'metadata', 'name'), label: 'the other one' }],
        }),
      ];
    });
  });
}

function textOf({ file, document, pointer }: Origin): string {
  return `${file}#${document}${pointer}`;
}

/** These exist in every cluster. */
const builtIn = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** One report per namespace that holds objects in clusters where no source makes it. */
function missingNamespaces(variants: readonly Variant[]): Diagnostic[] {
  const made = new Map<string, Set<string>>();
  for (const { key, clusters } of variants) {
    if (key.kind !== 'Namespace' || key.group !== '') continue;
    made.set(key.name, new Set([...(made.get(key.name) ?? []), ...clusters]));
  }
  const inside = variants.filter(({ key }) => key.namespace !== '' && !builtIn.has(key.namespace));
  return [...groupBy(inside, ({ key }) => key.namespace)].flatMap(([namespace, group]) => {
    const lacking = group.filter(({ clusters }) =>
      clusters.some((cluster) => made.get(namespace)?.has(cluster) !== true),
    );
    const [first] = lacking;
    if (first === undefined) return [];
    const clusters = [
      ...new Set(
        lacking.flatMap((variant) =>
          variant.clusters.filter((cluster) => made.get(namespace)?.has(cluster) !== true),
        ),
      ),
    ].sort();
    const objects = new Set(lacking.map(({ key }) => keyText(key))).size;
    return [
      diagnose('placement/namespace-not-created', first.origin, { namespace, clusters, objects }),
    ];
  });
}
