/** Differences in; out: each change once, with all objects and clusters that it befalls. */
import { groupBy } from '../model/group-by.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';
import type { ObjectDifference } from './compare-fleets.ts';
import type { FieldChange } from './diff-objects.ts';
import { fieldPathText } from './field-path.ts';

export interface ChangedObject {
  readonly key: ObjectKey;
  /** Sorted; at least one. */
  readonly clusters: readonly string[];
}

/** The same happens to all of these objects, in all of these clusters. */
export interface ChangeGroup {
  readonly kind: ObjectDifference['kind'];
  readonly objects: readonly ChangedObject[];
  /** Of changed objects; none for the others. */
  readonly fields: readonly FieldChange[];
}

/**
 * Groups so that no field change stands in two groups with the same paths and values: fields that change in exactly the same
 * places stay together. Created and deleted objects are grouped by their clusters. First what is deleted, then what is
 * changed, then what is created; the widest first.
 */
export function groupChanges(differences: readonly ObjectDifference[]): readonly ChangeGroup[] {
  return [
    ...groupWhole('deleted', differences),
    ...groupFields(differences),
    ...groupWhole('created', differences),
  ];
}

/** How many objects a group befalls, counted once per cluster. */
export function placesOf({ objects }: Pick<ChangeGroup, 'objects'>): number {
  return objects.reduce((total, { clusters }) => total + clusters.length, 0);
}

function groupWhole(
  kind: 'created' | 'deleted',
  differences: readonly ObjectDifference[],
): ChangeGroup[] {
  const objects = objectsOf(differences.filter((difference) => difference.kind === kind));
  const groups = groupBy(objects, ({ clusters }) => clusters.join(' '));
  return Array.from(groups.values(), (group) => ({ kind, objects: group, fields: [] })).sort(
    byWidth,
  );
}

interface FieldPlaces {
  readonly field: FieldChange;
  /** Indexes of differences, ascending. */
  readonly differences: number[];
}

function groupFields(differences: readonly ObjectDifference[]): ChangeGroup[] {
  const fields = new Map<string, FieldPlaces>();
  for (const [index, difference] of differences.entries()) {
    if (difference.kind !== 'changed') continue;
    for (const field of difference.fields) {
      const signature = signatureOf(field);
      const known = fields.get(signature);
      if (known === undefined) fields.set(signature, { field, differences: [index] });
      else known.differences.push(index);
    }
  }
  const groups = groupBy(fields.values(), (places) => places.differences.join(' '));
  return Array.from(groups.values(), (group): ChangeGroup => {
    const own = group[0].differences.flatMap((index) => differences[index] ?? []);
    return { kind: 'changed', objects: objectsOf(own), fields: group.map(({ field }) => field) };
  }).sort(byWidth);
}

/** Equal for changes that a reader cannot tell apart. */
function signatureOf(change: FieldChange): string {
  const path = fieldPathText(change.path);
  const values = [
    ...('old' in change ? [canonicalJson(change.old)] : []),
    ...('new' in change ? [canonicalJson(change.new)] : []),
  ];
  return [change.kind, path, ...values].join('\n');
}

/** Each object once, whatever its contents were. */
function objectsOf(differences: readonly ObjectDifference[]): ChangedObject[] {
  const byKey = groupBy(differences, ({ key }) => keyText(key));
  return Array.from(byKey.values(), (group) => ({
    key: group[0].key,
    clusters: group.flatMap(({ places }) => places.map(({ cluster }) => cluster)).sort(),
  }));
}

function byWidth(a: ChangeGroup, b: ChangeGroup): number {
  return placesOf(b) - placesOf(a) || (orderText(a) < orderText(b) ? -1 : 1);
}

function orderText({ objects, fields }: ChangeGroup): string {
  const [first] = objects;
  const object = first === undefined ? '' : `${keyText(first.key)} ${first.clusters.join(' ')}`;
  return `${object} ${fields.map(({ path }) => fieldPathText(path)).join(' ')}`;
}
