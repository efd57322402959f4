/** Deleted objects in; out: the places in the sources that explain why their clusters no longer get them. */
import type { Related } from '../diagnostics/diagnostic.ts';
import { count, someOf } from '../diagnostics/entry.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, isObject, type JsonValue, type ObjectKey } from '../model/kube-object.ts';
import { type Origin, originText } from '../model/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import { clusterIndexPath } from './cluster-index.ts';
import type { DeletedObject } from './deletions.ts';

/** Why a source that is still there does not go to a cluster. */
export interface Absence {
  /** A few words. */
  readonly reason: string;
  readonly origin: Origin;
}

export interface CausesInput {
  readonly clusters: readonly Cluster[];
  /** Undefined if no source makes the object, or the cluster is not in the inventory. */
  readonly explain: (key: ObjectKey, cluster: string) => Absence | undefined;
  /** The text that stands at a path of the tree now. */
  readonly readText: (path: string) => string | undefined;
}

/**
 * Clusters whose labels changed since the tree was written come first, then placements: those of namespaces, which narrow
 * others, then those of most clusters.
 */
export function findCauses(
  objects: readonly DeletedObject[],
  input: CausesInput,
): readonly Related[] {
  const absences = objects.flatMap(({ key, clusters }) =>
    clusters.flatMap((cluster) => {
      const absence = input.explain(key, cluster);
      return absence === undefined ? [] : [{ key, cluster, ...absence }];
    }),
  );
  const clusters = new Set(absences.map(({ cluster }) => cluster));
  return [
    ...input.clusters
      .filter(({ name }) => clusters.has(name))
      .flatMap((cluster) => labelChange(cluster, input.readText)),
    ...placementCauses(absences),
  ];
}

interface ObjectAbsence extends Absence {
  readonly key: ObjectKey;
  readonly cluster: string;
}

function placementCauses(absences: readonly ObjectAbsence[]): readonly Related[] {
  const groups = groupBy(absences, ({ origin }) => originText(origin));
  return [...groups.values()]
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.length - a.length)
    .map((group): Related => {
      const [{ origin, reason }] = group;
      const objects = [...new Set(group.map(({ key }) => describeKey(key)))];
      const clusters = [...new Set(group.map(({ cluster }) => cluster))].sort();
      const why = group.every((each) => each.reason === reason) ? `: ${reason}` : '';
      const label = `${someOf(objects, 2)} no longer ${objects.length === 1 ? 'goes' : 'go'} to ${someOf(clusters, 3)}${why}`;
      return { at: origin, label };
    });
}

function rankOf(absences: readonly ObjectAbsence[]): number {
  return absences.some(({ key }) => key.kind === 'Namespace') ? 0 : 1;
}

/** The index file of the tree still holds the labels of the last build. */
function labelChange(
  { name, labels, origin }: Cluster,
  readText: CausesInput['readText'],
): readonly Related[] {
  const text = readText(clusterIndexPath(name));
  const before = text === undefined ? undefined : labelsIn(text);
  if (before === undefined) return [];
  const keys = [...new Set([...before.keys(), ...Object.keys(labels)])].sort();
  const changes = keys.flatMap((key) => {
    const now = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return before.get(key) === now ? [] : [describeChange(key, before.get(key), now)];
  });
  if (changes.length === 0) return [];
  const label = `${count(changes.length, 'label')} of cluster ${quote(name)} changed since the last build: ${someOf(changes, 3)}`;
  return [{ at: origin, label }];
}

function describeChange(key: string, before: string | undefined, now: string | undefined): string {
  if (before === undefined) return `${key}=${now} is new`;
  return now === undefined ? `${key}=${before} is gone` : `${key} was ${before} and is ${now}`;
}

function labelsIn(text: string): ReadonlyMap<string, string> | undefined {
  const index = member(parseYaml(text).documents[0]?.value, 'cluster');
  if (!isObject(index)) return undefined;
  const labels = member(index, 'labels');
  const entries = isObject(labels) ? Object.entries(labels) : [];
  return new Map(entries.map(([key, value]) => [key, String(value)]));
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) ? value[key] : undefined;
}
