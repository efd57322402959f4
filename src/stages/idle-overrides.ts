/** A placed resource in; out: its overrides for clusters that do not exist, or where it does not go. */
import { certainName } from '../diagnostics/certain-name.ts';
import { type Diagnostic, diagnose, type Related } from '../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../diagnostics/fix.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
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
}

/** override/unknown-cluster and override/dead, each with the place where it is decided. */
export function idleOverrides(item: PlacedResource, fleet: Fleet): Diagnostic[] {
  const { resource, clusters } = item;
  // Without an inventory that is the one thing to report.
  if (fleet.clusters.size === 0) return [];
  const placed = new Set(clusters);
  return resource.overrides.flatMap(({ target, edits, origin: at }) => {
    // What a replica preference wrote was written by nobody.
    if (target.kind !== 'names' || at === resource.replicas?.origin) return [];
    return target.names.flatMap(({ value, origin }) => {
      const cluster = fleet.clusters.get(value);
      if (cluster === undefined) return [unknownCluster(value, origin, resource, fleet)];
      // That an object goes nowhere is reported already, or meant.
      if (placed.has(value) || edits.length === 0 || clusters.length === 0) return [];
      const { reason, way, related } = absence(item, cluster, fleet);
      const args = { cluster: value, title: resource.title, reason, way };
      return [diagnose('override/dead', origin, args, { related: [related] })];
    });
  });
}

function unknownCluster(
  cluster: string,
  origin: Origin,
  resource: FederatedResource,
  { clusters }: Fleet,
): Diagnostic {
  const near = cluster === '' ? [] : nearest(cluster, [...clusters.keys()]).slice(0, 1);
  const inventory = clusters.values().next().value?.origin.file ?? '';
  const args = { cluster, nearest: near, inventory, clusters: clusters.size };
  return diagnose('override/unknown-cluster', origin, args, {
    severity: resource.rules.unknownCluster,
    related: cluster === '' ? [] : inventoryPlace(near[0], clusters.values()),
    fix: cluster === '' ? undefined : nameFix(cluster, origin, resource, [...clusters.keys()]),
  });
}

/** A second entry of the cluster that was meant would make the controller apply none. */
function nameFix(
  cluster: string,
  origin: Origin,
  { rules, overrides }: FederatedResource,
  names: readonly string[],
): Fix | undefined {
  const meant = certainName(cluster, names);
  if (meant === undefined || rules.unknownCluster !== 'error') return undefined;
  const others = overrides
    .flatMap(({ target }) => (target.kind === 'names' ? target.names : []))
    .filter(({ value }) => value !== cluster);
  const isTaken = others.some(
    ({ value }) => value === meant || certainName(value, names) === meant,
  );
  return isTaken ? undefined : writeText(meant, [origin], 'clusterName');
}

interface Absence {
  readonly reason: string;
  /** What to change so that the object goes there. */
  readonly way: string;
  readonly related: Related;
}

function absence({ resource, limit }: PlacedResource, cluster: Cluster, fleet: Fleet): Absence {
  const { placement, replicas } = resource;
  const { within } = placement;
  const space = within === undefined ? undefined : fleet.resources.get(keyText(within));
  const isTaken = takeClusters(placement.choice, fleet.clusters).includes(cluster.name);
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
