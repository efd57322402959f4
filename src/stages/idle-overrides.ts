/** A placed resource in; out: its overrides for clusters that do not exist, or where it does not go. */
import { type Diagnostic, diagnose, type Related } from '../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../diagnostics/fix.ts';
import type { NameFinder } from '../diagnostics/name-finder.ts';
import { quote } from '../diagnostics/quote.ts';
import { requirementMatches } from '../kube/label-selector.ts';
import { takeClusters } from '../kube/take-clusters.ts';
import type { Cluster } from '../model/cluster.ts';
import type {
  ClusterChoice,
  FederatedResource,
  PlacedResource,
} from '../model/federated-resource.ts';
import { keyText } from '../model/kube-object.ts';
import { below, type Origin, pointerTokens } from '../model/source.ts';
import { inventoryPlace } from './inventory-places.ts';

/** What an override is looked up in. */
export interface Fleet {
  /** By name. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** All resources by the text of their key: the namespaces that narrow others are among them. */
  readonly resources: ReadonlyMap<string, FederatedResource>;
  /** Among the names of the clusters. */
  readonly finder: NameFinder;
}

/** A resource, and what is only worked out if one of its overrides is idle, and then once. */
interface Case {
  readonly item: PlacedResource;
  readonly fleet: Fleet;
  /** What its own placement takes. */
  readonly taken: () => ReadonlySet<string>;
  /** The names of the overrides that stand for each cluster. */
  readonly written: () => ReadonlyMap<string, ReadonlySet<string>>;
}

function caseOf(item: PlacedResource, fleet: Fleet): Case {
  const { overrides, placement } = item.resource;
  return {
    item,
    fleet,
    taken: onDemand(() => new Set(takeClusters(placement.choice, fleet.clusters))),
    written: onDemand(() => namesByMeaning(overrides, fleet)),
  };
}

function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function namesByMeaning(
  overrides: FederatedResource['overrides'],
  { clusters, finder }: Fleet,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { target } of overrides) {
    for (const { value } of target.kind === 'names' ? target.names : []) {
      const meant = clusters.has(value) ? value : finder.certain(value);
      if (meant !== undefined) found.set(meant, (found.get(meant) ?? new Set()).add(value));
    }
  }
  return found;
}

/** override/unknown-cluster and override/dead, each with the place where it is decided. */
export function idleOverrides(item: PlacedResource, fleet: Fleet): Diagnostic[] {
  const { resource, clusters } = item;
  // Without an inventory that is the one thing to report.
  if (fleet.clusters.size === 0) return [];
  if (resource.overrides.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const placed = new Set(clusters);
  const about = caseOf(item, fleet);
  for (const { target, edits, origin: at } of resource.overrides) {
    // What a replica preference wrote was written by nobody.
    if (target.kind !== 'names' || at === resource.replicas?.origin) continue;
    for (const { value, origin } of target.names) {
      const cluster = fleet.clusters.get(value);
      if (cluster === undefined) diagnostics.push(unknownCluster(value, origin, about));
      // That an object goes nowhere is reported already, or meant.
      else if (!placed.has(value) && edits.length > 0 && clusters.length > 0)
        diagnostics.push(deadOverride(cluster, origin, about));
    }
  }
  return diagnostics;
}

function deadOverride(cluster: Cluster, origin: Origin, about: Case): Diagnostic {
  const { reason, way, related } = absence(cluster, about);
  const args = { cluster: cluster.name, title: about.item.resource.title, reason, way };
  return diagnose('override/dead', origin, args, { related: [related] });
}

function unknownCluster(cluster: string, origin: Origin, about: Case): Diagnostic {
  const { clusters, finder } = about.fleet;
  const near = cluster === '' ? [] : finder.nearest(cluster).slice(0, 1);
  const inventory = clusters.values().next().value?.origin.file ?? '';
  const args = { cluster, nearest: near, inventory, clusters: clusters.size };
  return diagnose('override/unknown-cluster', origin, args, {
    severity: about.item.resource.rules.unknownCluster,
    related: cluster === '' ? [] : inventoryPlace(near[0], clusters),
    fix: cluster === '' ? undefined : nameFix(cluster, origin, about),
  });
}

/** A second entry of the cluster that was meant would make the controller apply none. */
function nameFix(cluster: string, origin: Origin, { item, fleet, written }: Case): Fix | undefined {
  const meant = fleet.finder.certain(cluster);
  const { rules } = item.resource;
  if (meant === undefined || rules.unknownCluster !== 'error') return undefined;
  const isTaken = (written().get(meant)?.size ?? 0) > 1;
  return isTaken ? undefined : writeText(meant, [origin], 'clusterName');
}

interface Absence {
  readonly reason: string;
  /** What to change so that the object goes there. */
  readonly way: string;
  readonly related: Related;
}

function absence(cluster: Cluster, { item: { resource, limit }, fleet, taken }: Case): Absence {
  const { placement, replicas } = resource;
  const { within } = placement;
  const space = within === undefined ? undefined : fleet.resources.get(keyText(within));
  const isTaken = taken().has(cluster.name);
  if (limit?.has(cluster.name) === false)
    return {
      reason: 'its namespace does not go there',
      way: isTaken ? 'Place the namespace there' : 'Place the object and its namespace there',
      related: decidedBy((space ?? resource).placement.choice, cluster),
    };
  if (isTaken && replicas !== undefined)
    return {
      reason: 'its replica preference schedules it elsewhere',
      way: 'Let the preference take the cluster',
      related: {
        at: below(replicas.origin, 'spec'),
        label: 'this preference decides where it goes',
      },
    };
  return {
    reason: 'its placement does not take the cluster',
    way: 'Place the object there',
    related: decidedBy(placement.choice, cluster),
  };
}

/** The list, or the term of the selector that the cluster does not meet. */
function decidedBy(choice: ClusterChoice, { name, labels }: Cluster): Related {
  const at = choice.origin;
  if (choice.kind !== 'selector') return { at, label: `${quote(name)} is not in this list` };
  const failed = choice.requirements.find((term) => !requirementMatches(term, labels));
  if (failed === undefined) return { at, label: 'this selector decides where it goes' };
  const value = Object.hasOwn(labels, failed.key) ? labels[failed.key] : undefined;
  return {
    at: below(at, ...pointerTokens(failed.pointer)),
    label:
      value === undefined
        ? `${quote(name)} has no label ${failed.key}`
        : `label ${failed.key} of ${quote(name)} is ${quote(value)}`,
  };
}
