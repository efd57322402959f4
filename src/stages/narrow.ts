/** Placed resources in, the same without the clusters that their limit does not allow out; says who ends up nowhere. */
import {
  type Diagnostic,
  diagnose,
  type Outcome,
  type Related,
} from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/entry.ts';
import type { Decisions } from '../model/decisions.ts';
import type { PlacedResource } from '../model/federated-resource.ts';
import { keyText } from '../model/kube-object.ts';

type Placed = PlacedResource<Diagnostic>;

/** KubeFed v0.10, pkg/controller/util/placement.go, computeNamespacedPlacement: the intersection with the namespace. */
export function narrow(
  placed: readonly Placed[],
  decisions: Decisions,
): Outcome<readonly Placed[]> {
  const value = placed.map((item) => narrowOne(item, decisions));
  const resources = new Map(placed.map(({ resource }) => [keyText(resource.key), resource]));
  const limitedBy = ({ resource: { placement } }: Placed): readonly Related[] => {
    const space = placement.within && resources.get(keyText(placement.within));
    if (space === undefined) return [];
    return [{ at: space.placement.choice.origin, label: `where ${space.title} goes` }];
  };
  const diagnostics = [
    ...narrowedNamespaces(placed, value, limitedBy),
    ...placed.flatMap((item, index) => nowhere(item, value[index] ?? item, limitedBy)),
  ];
  return { value, diagnostics };
}

function narrowOne(item: Placed, decisions: Decisions): Placed {
  const { limit, clusters, resource } = item;
  if (limit === undefined || isWithin(clusters, limit)) return item;
  const isHeard = decisions.wants(resource.key);
  for (const cluster of isHeard ? clusters.filter((name) => !limit.has(name)) : []) {
    decisions.hear({
      kind: 'namespace-narrowed',
      resource: resource.origin,
      key: resource.key,
      cluster,
      namespace: resource.key.namespace,
    });
  }
  return { ...item, clusters: clusters.filter((name) => limit.has(name)) };
}

function isWithin(clusters: readonly string[], limit: ReadonlySet<string>): boolean {
  for (const name of clusters) if (!limit.has(name)) return false;
  return true;
}

/** One note per namespace, for objects that lose some of their clusters, or all of them on purpose. */
function narrowedNamespaces(
  placed: readonly Placed[],
  narrowed: readonly Placed[],
  limitedBy: (item: Placed) => readonly Related[],
): Diagnostic[] {
  const byNamespace = new Map<string, { first: Placed; objects: string[]; dropped: Set<string> }>();
  for (const [index, item] of placed.entries()) {
    if (item === narrowed[index]) continue;
    const { limit, clusters, resource } = item;
    const dropped = limit === undefined ? [] : clusters.filter((name) => !limit.has(name));
    if (dropped.length === 0 || resource.rules.isExplained || endsNowhere(item, dropped)) continue;
    const { namespace } = resource.key;
    const entry = byNamespace.get(namespace) ?? {
      first: item,
      objects: [],
      dropped: new Set<string>(),
    };
    entry.objects.push(resource.title);
    for (const name of dropped) entry.dropped.add(name);
    byNamespace.set(namespace, entry);
  }
  return [...byNamespace].map(([namespace, { first, objects, dropped }]) =>
    diagnose(
      'placement/namespace-narrows',
      first.resource.placement.choice.origin,
      { namespace, objects, dropped: [...dropped].sort() },
      { related: limitedBy(first) },
    ),
  );
}

/** True when the loss is reported as an object that goes nowhere. */
function endsNowhere({ clusters, isExplained }: Placed, dropped: readonly string[]): boolean {
  return dropped.length === clusters.length && !isExplained;
}

function nowhere(
  before: Placed,
  after: Placed,
  limitedBy: (item: Placed) => readonly Related[],
): readonly Diagnostic[] {
  if (after.clusters.length > 0 || before.isExplained) return [];
  if (before.clusters.length === 0) return before.ifNowhere;
  const { title, key, placement, rules } = before.resource;
  const reason = `it takes ${someOf(before.clusters)}, and namespace ${key.namespace} only goes to ${someOf([...(before.limit ?? [])].sort())}`;
  return [
    diagnose(
      'placement/none',
      placement.choice.origin,
      { title, reason, hint: 'Widen one of the two placements' },
      { severity: rules.noCluster, related: limitedBy(before) },
    ),
  ];
}
