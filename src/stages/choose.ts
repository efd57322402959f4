/** Resources and the inventory in, the clusters that each placement takes out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { explainNoMatch } from '../diagnostics/explain-no-match.ts';
import { requirementMatches } from '../kube/label-selector.ts';
import { takeClusters } from '../kube/take-clusters.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { Decisions } from '../model/decisions.ts';
import type {
  ClusterChoice,
  FederatedResource,
  LabelRequirement,
  PlacedResource,
} from '../model/federated-resource.ts';
import { keyText } from '../model/kube-object.ts';
import { reportUnknown, type UnknownName, unknownNames } from './unknown-names.ts';

export type Placed = PlacedResource<Diagnostic>;

interface Chosen {
  readonly clusters: readonly string[];
  readonly ifNowhere: readonly Diagnostic[];
}

/**
 * KubeFed v0.10, pkg/controller/util/placement.go. Differs: an unknown name is reported, not dropped in silence.
 * The clusters of the object that a resource lives within come along as its limit.
 */
export function choose(
  resources: readonly FederatedResource[],
  inventory: Inventory,
  decisions: Decisions,
): Outcome<readonly Placed[]> {
  if (inventory.clusters.length === 0) return withoutInventory(resources, inventory);
  const diagnostics: Diagnostic[] = [];
  const unknown: UnknownName[] = [];
  const known = new Map(inventory.clusters.map((cluster) => [cluster.name, cluster]));
  // Plain objects of one rule share their choice, and what is wrong with it is said once.
  const remembered = new Map<ClusterChoice, Chosen>();
  const take = createTaker(known);
  const chosen = resources.map((resource) => {
    const { choice } = resource.placement;
    let result = remembered.get(choice);
    if (result === undefined) {
      const clusters = take(choice);
      result = { clusters, ifNowhere: clusters.length > 0 ? [] : nowhere(resource, inventory) };
      remembered.set(choice, result);
      // As many as are named, if all are known and stand there once.
      if (choice.kind === 'names' && clusters.length < choice.names.length)
        for (const each of unknownNames(resource, known)) unknown.push(each);
      diagnostics.push(...ignoredSelector(resource, known));
    }
    if (decisions.wants(resource.key)) hearChoice(resource, known, decisions);
    return { resource, ...result };
  });
  const value = limitAll(chosen);
  for (const item of value) hearLimit(item, known, decisions);
  return {
    value,
    diagnostics: [...reportUnknown(unknown, known), ...diagnostics],
  };
}

/** Many objects have one and the same selector: its clusters are looked for once. */
function createTaker(
  known: ReadonlyMap<string, Cluster>,
): (choice: ClusterChoice) => readonly string[] {
  const taken = new Map<string, readonly string[]>();
  return (choice) => {
    if (choice.kind !== 'selector') return takeClusters(choice, known);
    const text = choice.requirements.map(requirementText).join('');
    let clusters = taken.get(text);
    if (clusters === undefined) {
      clusters = takeClusters(choice, known);
      taken.set(text, clusters);
    }
    return clusters;
  };
}

/** The same for requirements that take the same; every part of it says where it ends. */
function requirementText({ key, operator, values }: LabelRequirement): string {
  const texts = values.map((value) => `${value.length}:${value}`);
  return `${key.length}:${key}${operator} ${values.length} ${texts.join('')}`;
}

function limitAll(
  chosen: readonly ({ readonly resource: FederatedResource } & Chosen)[],
): Placed[] {
  const limits = new Map<string, Set<string>>();
  for (const { resource } of chosen) {
    const { within } = resource.placement;
    if (within !== undefined) limits.set(keyText(within), new Set());
  }
  for (const { resource, clusters } of chosen) {
    const limit = limits.get(keyText(resource.key));
    if (limit !== undefined) for (const cluster of clusters) limit.add(cluster);
  }
  return chosen.map(({ resource, clusters, ifNowhere }) => {
    const { within } = resource.placement;
    const limit = within === undefined ? undefined : limits.get(keyText(within));
    // What a namespace that goes nowhere contains goes nowhere too; that is reported at the namespace.
    const isExplained =
      resource.rules.isExplained || isNowhereOnPurpose(resource) || limit?.size === 0;
    return {
      resource,
      clusters,
      ifNowhere,
      isExplained,
      ...(limit === undefined ? {} : { limit }),
    };
  });
}

/** `clusters: []` says so. */
function isNowhereOnPurpose({ placement: { choice } }: FederatedResource): boolean {
  return choice.kind === 'names' && choice.names.length === 0;
}

function nowhere(
  { title, placement: { choice }, rules }: FederatedResource,
  inventory: Inventory,
): readonly Diagnostic[] {
  const severity = rules.noCluster;
  switch (choice.kind) {
    case 'none':
      return [
        diagnose(
          'placement/none',
          choice.origin,
          { title, reason: 'its placement has neither clusters nor a clusterSelector' },
          { severity },
        ),
      ];
    case 'selector': {
      const misses = inventory.clusters.map((cluster) => ({
        cluster,
        failed: choice.requirements.filter(
          (requirement) => !requirementMatches(requirement, cluster.labels),
        ),
      }));
      const { nearest: near, values } = explainNoMatch(misses, choice.requirements);
      const args = { title, clusters: inventory.clusters.length, nearest: near, values };
      return [
        diagnose('placement/selector-matches-nothing', choice.origin, args, { severity }),
        ...noLabels(choice, inventory),
      ];
    }
    case 'names': {
      // Every name was unknown, and each of them is reported; only a warning would be too little here.
      const reason = 'none of the clusters it names is in the inventory';
      const isReported = rules.unknownCluster === 'error' || severity === 'warning';
      return isReported
        ? []
        : [
            diagnose(
              'placement/none',
              choice.origin,
              { title, reason, hint: 'Correct the names' },
              { severity },
            ),
          ];
    }
  }
}

function ignoredSelector(
  { title, placement: { choice, ignored } }: FederatedResource,
  known: ReadonlyMap<string, Cluster>,
): Diagnostic[] {
  if (ignored === undefined || choice.kind !== 'names') return [];
  const { requirements, origin } = ignored;
  const selected =
    requirements === undefined
      ? undefined
      : takeClusters({ kind: 'selector', requirements, origin }, known);
  return [
    diagnose('placement/selector-ignored', origin, {
      title,
      listed: choice.names.length,
      selected,
    }),
  ];
}

/** One report, not one per name: the root cause is that nothing says which clusters there are. */
function withoutInventory(
  resources: readonly FederatedResource[],
  inventory: Inventory,
): Outcome<readonly Placed[]> {
  const asking = resources.filter(
    ({ placement: { choice } }) =>
      choice.kind === 'selector' || (choice.kind === 'names' && choice.names.length > 0),
  );
  const names = resources.flatMap(({ placement: { choice } }) =>
    choice.kind === 'names' ? choice.names.map(({ value }) => value) : [],
  );
  // What has no placement at all would go nowhere with an inventory too.
  const value = resources.map((resource) => ({
    resource,
    clusters: [],
    ifNowhere: resource.placement.choice.kind === 'none' ? nowhere(resource, inventory) : [],
    isExplained: resource.rules.isExplained || resource.placement.choice.kind !== 'none',
  }));
  const [first] = asking;
  if (first === undefined) return { value, diagnostics: [] };
  const { passedOver } = inventory;
  const args = {
    placed: asking.length,
    names: [...new Set(names)].sort(),
    ...(passedOver === undefined ? {} : { passedOver }),
  };
  return {
    value,
    diagnostics: [diagnose('repo/no-inventory', first.placement.choice.origin, args)],
  };
}

function hearChoice(
  { origin: resource, key, placement: { choice } }: FederatedResource,
  known: ReadonlyMap<string, Cluster>,
  decisions: Decisions,
): void {
  const { origin } = choice;
  const listed = new Map(
    choice.kind === 'names' ? choice.names.map((name) => [name.value, name.origin]) : [],
  );
  for (const [cluster, { labels }] of known) {
    switch (choice.kind) {
      case 'none':
        decisions.hear({ kind: 'placement-absent', resource, key, cluster, origin });
        break;
      case 'names': {
        const at = listed.get(cluster);
        decisions.hear({
          kind: at === undefined ? 'cluster-not-listed' : 'cluster-listed',
          resource,
          key,
          cluster,
          origin: at ?? origin,
        });
        break;
      }
      case 'selector': {
        const failed = choice.requirements.filter(
          (requirement) => !requirementMatches(requirement, labels),
        );
        decisions.hear({
          kind: 'selector-evaluated',
          resource,
          key,
          cluster,
          matched: failed.length === 0,
          failed,
          origin,
        });
        break;
      }
    }
  }
  for (const [cluster, at] of listed) {
    if (!known.has(cluster))
      decisions.hear({ kind: 'cluster-unknown', resource, key, cluster, origin: at });
  }
}

/** Also of clusters that its own placement does not take: a reader wants to know all that stands in the way. */
function hearLimit(
  { resource: { origin, key, placement }, limit }: Placed,
  known: ReadonlyMap<string, Cluster>,
  decisions: Decisions,
): void {
  const { within } = placement;
  if (limit === undefined || within === undefined || !decisions.wants(key)) return;
  for (const cluster of known.keys()) {
    const allowed = limit.has(cluster);
    decisions.hear({ kind: 'limit-evaluated', resource: origin, key, cluster, within, allowed });
  }
}

/** With the selector's own error: an inventory in which nothing is labelled. */
function noLabels(choice: ClusterChoice, { clusters }: Inventory): Diagnostic[] {
  const [first] = clusters;
  if (first === undefined || choice.kind !== 'selector') return [];
  if (clusters.some(({ labels }) => Object.keys(labels).length > 0)) return [];
  return [diagnose('inventory/no-labels', first.origin, { clusters: clusters.length })];
}
