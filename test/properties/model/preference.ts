/** ReplicaSchedulingPreference: its checks, its plan, and how the plan is written into the overrides. */

import type { ModelResult } from './compile-model.ts';
import { nameOf, namespaceOf, type SourceObject } from './documents.ts';
import type { ClusterOverride, FederatedObject } from './federated.ts';
import { type ClusterPreference, finalReplicas } from './planner.ts';
import type { Problems } from './problems.ts';
import { isAbsent, isMap, type Json, member, textOr } from './values.ts';
import type { World } from './world.ts';

export interface Preference {
  namespace: string;
  name: string;
  targetKind: string;
  totalReplicas: number;
  rebalance: boolean;
  intersectWithClusterSelector: boolean;
  clusters: Record<string, ClusterPreference>;
}

/** The usable preferences; two for one object contradict each other. */
export function findPreferences(
  sources: readonly SourceObject[],
  world: World,
  problems: Problems,
): Preference[] {
  const found: Preference[] = [];
  for (const source of sources) {
    const preference = readPreference(source, world, problems);
    if (preference === undefined) continue;
    if (found.some((earlier) => targetText(earlier) === targetText(preference)))
      problems.error('replicas/invalid-preference');
    found.push(preference);
  }
  return world.isScheduling && world.isPushing ? found : [];
}

function targetText({ targetKind, namespace, name }: Preference): string {
  return `${targetKind} ${namespace}/${name}`;
}

/** Undefined, with an error, when the preference cannot be used. */
function readPreference(
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
  const spec = member(source.object, 'spec');
  const targetKind = textOr(member(spec, 'targetKind'), '');
  const totalReplicas = member(spec, 'totalReplicas');
  const isKnownTarget =
    targetKind === 'FederatedDeployment' || targetKind === 'FederatedReplicaSet';
  const isSound = isKnownTarget && isInt32(totalReplicas) && hasIntegers(member(spec, 'clusters'));
  if (!isSound) {
    problems.error('replicas/invalid-preference');
    return undefined;
  }
  const preference: Preference = {
    namespace,
    name: nameOf(source.object),
    targetKind,
    totalReplicas: Number(totalReplicas),
    rebalance: member(spec, 'rebalance') === true,
    intersectWithClusterSelector: member(spec, 'intersectWithClusterSelector') === true,
    clusters: readClusterPreferences(member(spec, 'clusters')),
  };
  checkNumbers(preference, world, problems);
  const unknownFields = fieldsOf(spec).filter((field) => !preferenceFields.includes(field));
  if (unknownFields.length > 0 && world.config.mode === 'gitops')
    problems.error('kubefed/unknown-field');
  return preference;
}

function isInt32(value: Json | undefined): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

function hasIntegers(clusters: Json | undefined): boolean {
  const entries = isMap(clusters) ? Object.values(clusters) : [];
  const numbers = entries.flatMap((entry) =>
    ['weight', 'minReplicas', 'maxReplicas'].map((field) => member(entry, field)),
  );
  // The server refuses null where a number belongs.
  return numbers.every((value) => value === undefined || Number.isInteger(value));
}

const preferenceFields = [
  'targetKind',
  'totalReplicas',
  'rebalance',
  'intersectWithClusterSelector',
  'clusters',
  'weight',
  'minReplicas',
  'maxReplicas',
];

/** The names of the fields of a preference's spec and of those of its clusters. */
function fieldsOf(spec: Json | undefined): string[] {
  const clusters = member(spec, 'clusters');
  const entries = isMap(clusters) ? Object.values(clusters) : [];
  return [spec, ...entries].flatMap((map) => (isMap(map) ? Object.keys(map) : []));
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

function checkNumbers(preference: Preference, world: World, problems: Problems): void {
  const isOdd = ({ weight = 0, minReplicas = 0, maxReplicas }: ClusterPreference) =>
    weight < 0 ||
    minReplicas < 0 ||
    (maxReplicas !== undefined && (maxReplicas < 0 || minReplicas > maxReplicas));
  const anyOdd = preference.totalReplicas < 0 || Object.values(preference.clusters).some(isOdd);
  if (anyOdd && world.config.mode === 'gitops') problems.error('replicas/odd-preference');
}

/** The names of a preference that schedules something. */
export function checkNames(preference: Preference, world: World, problems: Problems): void {
  const unknown = Object.keys(preference.clusters).some(
    (name) => name !== '*' && !world.clusters.has(name),
  );
  if (unknown && world.rows.unknownCluster === 'error') problems.error('replicas/unknown-cluster');
}

/** Replicas of an object by cluster, as they were written last. */
export type History = (federated: FederatedObject) => Record<string, number>;

/** A tree that failed was never written. */
export function readHistory(earlier: ModelResult | undefined): History {
  return ({ type, namespace, name }) => {
    const current: Record<string, number> = {};
    if (earlier === undefined || earlier.fails) return current;
    // Template and overrides may say another group.
    const identity = `/${type.target.kind}/${namespace}/${name}`;
    for (const [cluster, objects] of earlier.clusters)
      for (const [key, object] of objects) {
        const replicas = member(object, 'spec', 'replicas');
        if (key.endsWith(identity) && typeof replicas === 'number') current[cluster] = replicas;
      }
    return current;
  };
}

/** Replicas per candidate, zeros included. */
export function scheduleReplicas(
  preference: Preference,
  candidates: readonly string[],
  known: Readonly<Record<string, number>>,
): Record<string, number> {
  return finalReplicas({
    totalReplicas: preference.totalReplicas,
    rebalance: preference.rebalance,
    clusters: preference.clusters,
    availableClusters: candidates,
    key: `${preference.namespace}/${preference.name}`,
    current: Object.fromEntries(
      Object.entries(known).filter(([name]) => candidates.includes(name)),
    ),
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
