/** Two fleets in; out: which objects differ, each distinct difference once with the places where it stands. */
import { groupBy } from '../model/group-by.ts';
import { type KubeObject, keyText, type ObjectKey } from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';
import { diffObjects, type FieldChange } from './diff-objects.ts';
import { type Digest, maskPair, maskSecrets } from './mask-secrets.ts';

/** An object; places that share one content should share one of these too, so that it is looked at once. */
export interface Content {
  readonly key: ObjectKey;
  readonly object: KubeObject;
}

/** An object in a cluster. */
export interface PlacedObject {
  readonly content: Content;
  readonly cluster: string;
  /** Of its file, for a difference that is shown file by file. */
  readonly path: string;
}

export interface DifferencePlace {
  readonly cluster: string;
  /** Absent if the object is created. */
  readonly oldPath?: string;
  /** Absent if the object is deleted. */
  readonly newPath?: string;
}

interface Difference {
  readonly key: ObjectKey;
  /** Sorted by cluster; at least one. */
  readonly places: readonly DifferencePlace[];
}

/** Secret values in it are masked. */
export type ObjectDifference =
  | (Difference & { readonly kind: 'created'; readonly new: KubeObject })
  | (Difference & { readonly kind: 'deleted'; readonly old: KubeObject })
  | (Difference & {
      readonly kind: 'changed';
      readonly old: KubeObject;
      readonly new: KubeObject;
      readonly fields: readonly FieldChange[];
    });

export interface FleetDifference {
  /** Sorted by identity, then by the first cluster. */
  readonly differences: readonly ObjectDifference[];
  /** Objects that are the same, counted once per cluster. */
  readonly unchanged: number;
}

export interface CompareOptions {
  readonly digest: Digest;
  /** What of the old object counts, given the new one; everything by default. */
  readonly relevant?: (old: KubeObject, next: KubeObject) => Pair;
}

interface Pair {
  readonly old: KubeObject;
  readonly new: KubeObject;
}

/** Compares by identity (group, kind, namespace, name) within each cluster; the order of objects is of no account. */
export function compareFleets(
  old: Iterable<PlacedObject>,
  next: Iterable<PlacedObject>,
  options: CompareOptions,
): FleetDifference {
  const numberOf = createNumbering();
  const pairs = groupBy(pairUp(old, next), ({ identity, old: before, new: after }) =>
    [numberOf(before), numberOf(after), identity].join(' '),
  );
  const differences: ObjectDifference[] = [];
  let unchanged = 0;
  for (const [key, group] of pairs) {
    const [before, after] = key.split(' ');
    const difference = before === after ? undefined : describe(group, options);
    if (difference === undefined) unchanged += group.length;
    else differences.push(difference);
  }
  return { differences: differences.sort(byIdentity), unchanged };
}

interface PlacedPair {
  readonly identity: string;
  readonly old?: PlacedObject;
  readonly new?: PlacedObject;
}

function pairUp(old: Iterable<PlacedObject>, next: Iterable<PlacedObject>): Iterable<PlacedPair> {
  const pairs = new Map<string, PlacedPair>();
  const identityOf = createIdentities();
  for (const placed of old) {
    const identity = identityOf(placed.content);
    pairs.set(`${placed.cluster} ${identity}`, { identity, old: placed });
  }
  for (const placed of next) {
    const identity = identityOf(placed.content);
    const known = pairs.get(`${placed.cluster} ${identity}`) ?? { identity };
    pairs.set(`${placed.cluster} ${identity}`, { ...known, new: placed });
  }
  return pairs.values();
}

function createIdentities(): (content: Content) => string {
  const known = new WeakMap<Content, string>();
  return (content) => {
    const identity = known.get(content) ?? keyText(content.key);
    known.set(content, identity);
    return identity;
  };
}

/** Equal contents get the same number, however they came to be; nothing is 0. */
function createNumbering(): (placed: PlacedObject | undefined) => number {
  const byObject = new WeakMap<KubeObject, number>();
  const byText = new Map<string, number>();
  return (placed) => {
    if (placed === undefined) return 0;
    const { object } = placed.content;
    const known = byObject.get(object);
    if (known !== undefined) return known;
    const text = canonicalJson(object);
    const number = byText.get(text) ?? byText.size + 1;
    byText.set(text, number);
    byObject.set(object, number);
    return number;
  };
}

/** Undefined if nothing that counts differs. */
function describe(
  group: readonly [PlacedPair, ...PlacedPair[]],
  options: CompareOptions,
): ObjectDifference | undefined {
  const { old, new: next } = group[0];
  const places = group.map(placeOf).sort((a, b) => (a.cluster < b.cluster ? -1 : 1));
  if (old !== undefined && next !== undefined) {
    const pair = maskedPair({ old: old.content.object, new: next.content.object }, options);
    const fields = diffObjects(pair.old, pair.new);
    if (fields.length === 0) return undefined;
    return { kind: 'changed', key: next.content.key, places, ...pair, fields };
  }
  if (next !== undefined) {
    const { key, object } = next.content;
    return { kind: 'created', key, places, new: maskSecrets(object, options.digest) };
  }
  if (old === undefined) return undefined;
  const { key, object } = old.content;
  return { kind: 'deleted', key, places, old: maskSecrets(object, options.digest) };
}

function maskedPair({ old, new: next }: Pair, { digest, relevant }: CompareOptions): Pair {
  const counted = relevant?.(old, next) ?? { old, new: next };
  return maskPair(counted.old, counted.new, digest);
}

function placeOf({ old, new: next }: PlacedPair): DifferencePlace {
  return {
    cluster: next?.cluster ?? old?.cluster ?? '',
    ...(old === undefined ? {} : { oldPath: old.path }),
    ...(next === undefined ? {} : { newPath: next.path }),
  };
}

function byIdentity(a: ObjectDifference, b: ObjectDifference): number {
  const [one, other] = [orderText(a), orderText(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function orderText({ key, places }: ObjectDifference): string {
  return `${keyText(key)} ${places[0]?.cluster}`;
}
