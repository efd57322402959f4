/** Placed resources with replica preferences in, the same with their counts written into the overrides out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Fix } from '../diagnostics/fix.ts';
import { createNameFinder, type NameFinder } from '../diagnostics/name-finder.ts';
import { type PlanReport, planWithReport } from '../kube/plan-replicas.ts';
import { noShare, replicaShares } from '../kube/replica-shares.ts';
import { takeClusters } from '../kube/take-clusters.ts';
import { type WrittenBack, writeBackReplicas } from '../kube/write-back-replicas.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { Decisions } from '../model/decisions.ts';
import type {
  FederatedResource,
  PlacedResource,
  ReplicaPreference,
} from '../model/federated-resource.ts';
import type { ObjectKey } from '../model/kube-object.ts';
import { below, onKey } from '../model/source.ts';
import { inventoryPlace } from './inventory-places.ts';

type Placed = PlacedResource<Diagnostic>;

/** `spec.replicas` of an object in a cluster of the tree that was written last; undefined where it is not known. */
export interface PreviousReplicas {
  readonly isGiven: boolean;
  of(key: ObjectKey, cluster: string): number | undefined;
}

/** KubeFed v0.10, pkg/schedulingtypes: plans each preference and writes the result back as the controller does. */
export function scheduleReplicas(
  placed: readonly Placed[],
  inventory: Inventory,
  previous: PreviousReplicas,
  decisions: Decisions,
): Outcome<readonly Placed[]> {
  const diagnostics: Diagnostic[] = [];
  const { clusters } = inventory;
  const around = {
    clusters: new Map(clusters.map((cluster) => [cluster.name, cluster])),
    finder: createNameFinder(clusters.map(({ name }) => name)),
    ...{ previous, decisions },
  };
  const value = placed.map((item) => {
    const { replicas } = item.resource;
    if (replicas === undefined) return item;
    const scheduled = scheduleOne(item, replicas, around);
    diagnostics.push(...scheduled.diagnostics);
    return scheduled.value;
  });
  return { value, diagnostics: [...diagnostics, ...fromScratch(placed, previous)] };
}

interface Around {
  /** By name, sorted. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** Among their names. */
  readonly finder: NameFinder;
  readonly previous: PreviousReplicas;
  readonly decisions: Decisions;
}

function scheduleOne(item: Placed, preference: ReplicaPreference, around: Around): Outcome<Placed> {
  const { resource } = item;
  const candidates = candidatesOf(item, preference, around);
  const diagnostics = unknownNames(preference, resource.rules.unknownCluster, around);
  if (candidates.length === 0) {
    // Without any inventory that is the one thing to report.
    if (around.clusters.size === 0) return { value: item, diagnostics: [] };
    return { value: item, diagnostics: [...diagnostics, ...emptyIntersection(item, preference)] };
  }
  const report = planWithReport({
    totalReplicas: preference.total,
    rebalance: preference.rebalance,
    clusters: preference.perCluster,
    availableClusters: candidates,
    key: preference.tieBreak,
    current: currentReplicas(resource.key, candidates, around.previous),
  });
  const counts = new Map(candidates.map((name) => [name, report.replicas[name] ?? 0]));
  const written = writeBackReplicas(resource.overrides, counts, preference.origin);
  diagnostics.push(
    ...contradictions(written, resource),
    ...losses(item, preference, counts, around),
  );
  if (report.undistributed > 0) {
    const args = { title: resource.title, total: preference.total, left: report.undistributed };
    diagnostics.push(
      diagnose('replicas/undistributed', below(preference.origin, 'spec', 'totalReplicas'), args),
    );
  }
  if (around.decisions.wants(resource.key)) hearPlan(item, report, preference, around.decisions);
  const clusters = preference.candidates === 'placed' ? item.clusters : candidates;
  return {
    value: { ...item, clusters, resource: { ...resource, overrides: written.overrides } },
    diagnostics,
  };
}

/** `placed`: where the object really goes, its namespace considered; else the controller's own rule. */
function candidatesOf(
  { clusters, limit }: Placed,
  { candidates }: ReplicaPreference,
  { clusters: known }: Around,
): readonly string[] {
  if (candidates === 'placed')
    return limit === undefined ? clusters : clusters.filter((name) => limit.has(name));
  if (candidates === 'all') return [...known.keys()].sort();
  const [first = new Set<string>(), ...others] = candidates.map(
    (choice) => new Set(takeClusters(choice, known)),
  );
  return [...first].filter((name) => others.every((names) => names.has(name)));
}

/** The controller then writes nothing, and says nothing. */
function emptyIntersection(
  { resource }: Placed,
  { candidates, origin }: ReplicaPreference,
): Diagnostic[] {
  if (typeof candidates === 'string') return [];
  const { title, key } = resource;
  const reason = `No cluster is taken by both the clusterSelector of ${title} and that of its FederatedNamespace, so the preference schedules nothing.`;
  const at = below(origin, 'spec', 'intersectWithClusterSelector');
  const args = { targetKind: key.kind, name: key.name, namespace: key.namespace, reason };
  return [diagnose('replicas/no-target', at, args)];
}

function currentReplicas(
  key: ObjectKey,
  candidates: readonly string[],
  previous: PreviousReplicas,
): Record<string, number> {
  const current: Record<string, number> = Object.create(null);
  for (const name of candidates) {
    const replicas = previous.of(key, name);
    if (replicas !== undefined) current[name] = replicas;
  }
  return current;
}

function unknownNames(
  { perCluster, origin }: ReplicaPreference,
  severity: 'error' | 'warning',
  { clusters, finder }: Around,
): Diagnostic[] {
  // Without any inventory that is the one thing to report.
  if (clusters.size === 0) return [];
  const inventory = clusters.values().next().value?.origin.file ?? '';
  return Object.keys(perCluster)
    .filter((name) => name !== '*' && !clusters.has(name))
    .map((cluster) => {
      const near = finder.nearest(cluster);
      return diagnose(
        'replicas/unknown-cluster',
        onKey(below(origin, 'spec', 'clusters', cluster)),
        { cluster, nearest: near, inventory, clusters: clusters.size },
        {
          severity,
          related: inventoryPlace(near[0], clusters),
          fix:
            severity === 'error'
              ? nameFix(cluster, finder.certain(cluster), { perCluster, origin })
              : undefined,
        },
      );
    });
}

function nameFix(
  cluster: string,
  meant: string | undefined,
  { perCluster, origin }: Pick<ReplicaPreference, 'perCluster' | 'origin'>,
): Fix | undefined {
  if (meant === undefined || Object.hasOwn(perCluster, meant)) return undefined;
  const at = below(origin, 'spec', 'clusters', cluster);
  return { title: `write ${meant}`, edits: [{ kind: 'rename-key', at, key: meant }] };
}

/** What the placement and the preference do to each other. */
function losses(
  { resource, clusters, limit }: Placed,
  preference: ReplicaPreference,
  counts: ReadonlyMap<string, number>,
  { clusters: known }: Around,
): Diagnostic[] {
  const { title } = resource;
  const at = below(preference.origin, 'spec');
  if (preference.candidates === 'placed') {
    const unplaced = Object.keys(preference.perCluster).filter(
      (name) => known.has(name) && !counts.has(name),
    );
    return unplaced.length === 0
      ? []
      : [
          diagnose('replicas/unplaced', below(at, 'clusters'), {
            title,
            clusters: unplaced.sort(),
          }),
        ];
  }
  const placed = new Set(clusters);
  const added = [...counts.keys()].filter((name) => !placed.has(name));
  // A namespace that goes nowhere is reported itself.
  const isLimited = limit !== undefined && limit.size > 0;
  const dropped = clusters.filter((name) => !counts.has(name) && limit?.has(name) !== false);
  const lost = [...counts].filter(
    ([name, replicas]) => replicas > 0 && isLimited && !limit.has(name),
  );
  const replicas = lost.reduce((sum, [, amount]) => sum + amount, 0);
  return [
    ...(added.length + dropped.length === 0
      ? []
      : [
          diagnose('replicas/widens-placement', resource.placement.choice.origin, {
            title,
            added,
            dropped,
          }),
        ]),
    ...(lost.length === 0
      ? []
      : [
          diagnose('replicas/unplaced', at, {
            title,
            clusters: lost.map(([name]) => name),
            replicas,
          }),
        ]),
  ];
}

/** Edits of the author that the preference overrules; the controller rewrites them without a word. */
function contradictions(
  { overruled, removing }: WrittenBack,
  { replicas }: FederatedResource,
): Diagnostic[] {
  const related =
    replicas === undefined
      ? []
      : [
          {
            at: below(replicas.origin, 'spec', 'totalReplicas'),
            label: 'this preference sets /spec/replicas',
          },
        ];
  const [firstRemoving] = removing;
  return [
    ...overruled.map(({ cluster, planned, edit }) => {
      const reason = `the replica preference sets it to ${planned}`;
      return diagnose(
        'override/no-effect',
        below(edit.origin, 'value'),
        { path: edit.path, reason, clusters: [cluster], isPlanned: true },
        { related },
      );
    }),
    ...(firstRemoving === undefined
      ? []
      : [
          diagnose(
            'override/removes-replicas',
            firstRemoving.edit.origin,
            { clusters: removing.map(({ cluster }) => cluster) },
            { related },
          ),
        ]),
  ];
}

/** One note: without rebalance and without history the result is that of a first rollout. */
function fromScratch(placed: readonly Placed[], previous: PreviousReplicas): Diagnostic[] {
  const preferences = placed.flatMap(({ resource }) =>
    resource.replicas === undefined || resource.replicas.rebalance ? [] : [resource.replicas],
  );
  const [first] = preferences;
  if (first === undefined || previous.isGiven) return [];
  return [diagnose('replicas/from-scratch', first.origin, { preferences: preferences.length })];
}

function hearPlan(
  { resource, clusters }: Placed,
  report: PlanReport,
  preference: ReplicaPreference,
  decisions: Decisions,
): void {
  const { key, origin: at } = resource;
  const { origin } = preference;
  const placed = new Set(clusters);
  const shares = replicaShares(report);
  for (const [cluster, replicas] of Object.entries(report.replicas)) {
    const about = { resource: at, key, cluster, origin };
    const share = shares.get(cluster) ?? noShare(report);
    decisions.hear({ kind: 'replicas-planned', ...about, replicas, share });
    if (!placed.has(cluster)) decisions.hear({ kind: 'preference-widened', ...about });
  }
  for (const cluster of clusters) {
    if (preference.candidates === 'placed' || Object.hasOwn(report.replicas, cluster)) continue;
    decisions.hear({ kind: 'preference-dropped', resource: at, key, cluster, origin });
  }
}
