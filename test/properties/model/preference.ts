/** ReplicaSchedulingPreference: its checks, its plan, and how the plan is written into the overrides. */
import { nameOf, namespaceOf, type SourceObject } from './documents.ts';
import type { ClusterOverride } from './federated.ts';
import { type ClusterPreference, finalReplicas } from './planner.ts';
import type { Problems } from './problems.ts';
import { isAbsent, isMap, type Json, member, textOr } from './values.ts';
import { isInScope, type World } from './world.ts';

export interface Preference {
  namespace: string;
  name: string;
  targetKind: string;
  totalReplicas: number;
  rebalance: boolean;
  intersectWithClusterSelector: boolean;
  clusters: Record<string, ClusterPreference>;
}

/** Undefined when the preference cannot be used, with an error unless it is only out of scope. */
export function readPreference(
  source: SourceObject,
  world: World,
  problems: Problems,
): Preference | undefined {
  const written = namespaceOf(source.object);
  const namespace = written === '' ? (world.config.defaultNamespace ?? '') : written;
  if (namespace === '') {
    problems.error('kubefed/missing-namespace');
    return undefined;
  }
  if (!isInScope(namespace, world)) return undefined;
  const spec = member(source.object, 'spec');
  const targetKind = textOr(member(spec, 'targetKind'), '');
  const totalReplicas = member(spec, 'totalReplicas');
  const isKnownTarget =
    targetKind === 'FederatedDeployment' || targetKind === 'FederatedReplicaSet';
  if (!isKnownTarget || typeof totalReplicas !== 'number') {
    problems.error('replicas/invalid-preference');
    return undefined;
  }
  const preference: Preference = {
    namespace,
    name: nameOf(source.object),
    targetKind,
    totalReplicas,
    rebalance: member(spec, 'rebalance') === true,
    intersectWithClusterSelector: member(spec, 'intersectWithClusterSelector') === true,
    clusters: readClusterPreferences(member(spec, 'clusters')),
  };
  checkPreference(preference, world, problems);
  return preference;
}

function readClusterPreferences(clusters: Json | undefined): Record<string, ClusterPreference> {
  if (!isMap(clusters) || Object.keys(clusters).length === 0) return { '*': { weight: 1 } };
  const read: Record<string, ClusterPreference> = {};
  for (const [name, written] of Object.entries(clusters)) {
    const preference: ClusterPreference = {};
    for (const field of ['weight', 'minReplicas', 'maxReplicas'] as const) {
      const value = member(written, field);
      if (!isAbsent(value)) preference[field] = Number(value);
    }
    read[name] = preference;
  }
  return read;
}

function checkPreference(preference: Preference, world: World, problems: Problems): void {
  const isOdd = ({ weight = 0, minReplicas = 0, maxReplicas }: ClusterPreference) =>
    weight < 0 ||
    minReplicas < 0 ||
    (maxReplicas !== undefined && (maxReplicas < 0 || minReplicas > maxReplicas));
  const anyOdd = preference.totalReplicas < 0 || Object.values(preference.clusters).some(isOdd);
  if (anyOdd && world.config.mode === 'gitops') problems.error('replicas/odd-preference');
  const unknown = Object.keys(preference.clusters).some(
    (name) => name !== '*' && !world.clusters.has(name),
  );
  if (unknown && world.rows.unknownCluster === 'error') problems.error('replicas/unknown-cluster');
}

/** Replicas per candidate, zeros included. */
export function scheduleReplicas(
  preference: Preference,
  candidates: readonly string[],
): Record<string, number> {
  return finalReplicas({
    totalReplicas: preference.totalReplicas,
    rebalance: preference.rebalance,
    clusters: preference.clusters,
    availableClusters: candidates,
    key: `${preference.namespace}/${preference.name}`,
  });
}

/** The overrides after a plan was written into them. */
export function writeBack(
  overrides: readonly ClusterOverride[],
  replicas: Readonly<Record<string, number>>,
): ClusterOverride[] {
  const written = overrides.map((override) => ({
    cluster: override.cluster,
    items: [...override.items],
  }));
  for (const override of written) {
    if (Object.hasOwn(replicas, override.cluster)) continue;
    const index = override.items.findIndex((item) => item.path === '/spec/replicas');
    if (index >= 0) override.items.splice(index, 1);
  }
  for (const [cluster, value] of Object.entries(replicas)) {
    let override = written.find((entry) => entry.cluster === cluster);
    if (override === undefined) {
      override = { cluster, items: [] };
      written.push(override);
    }
    const index = override.items.findIndex((item) => item.path === '/spec/replicas');
    if (index < 0) override.items.push({ path: '/spec/replicas', value });
    else override.items[index] = { ...override.items[index]!, value };
  }
  return written;
}
