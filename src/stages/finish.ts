/** Overridden objects of a resource in, variants out: one per distinct content, stamped, with its identity and its clusters. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { groupEqual } from '../kube/group-equal.ts';
import type { Decisions } from '../model/decisions.ts';
import type { FederatedResource } from '../model/federated-resource.ts';
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type KubeObject,
  newObject,
  type ObjectKey,
  splitApiVersion,
} from '../model/kube-object.ts';
import type { Protection } from '../model/protection.ts';
import { below, type JsonPointer, pointerTo } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';
import { guardAnnotations, protect, protectionOrigin } from './protect.ts';

const unprotected: Protection = { kinds: [], guards: [] };

interface Unfinished {
  readonly object: KubeObject;
  readonly clusters: readonly string[];
}

/** All results of a resource in, its variants out, sorted. */
export type FinishOne = (
  resource: FederatedResource,
  results: readonly Unfinished[],
) => Outcome<readonly Variant[]>;

/**
 * KubeFed v0.10, pkg/controller/sync/dispatch/managed.go: the managed label is set after the overrides. What protects an object
 * from its engine comes last.
 */
export function createFinish(
  decisions: Decisions,
  protection: Protection = unprotected,
): FinishOne {
  return (resource, results) => {
    // Of what goes nowhere there is nothing to tell.
    if (results.length === 0) return { value: [], diagnostics: [] };
    hearStamps(resource, results, { protection, decisions });
    const problem = textMapProblem(results, resource);
    return {
      value: variantsOf(resource, results, protection).sort(byKey),
      diagnostics: problem === undefined ? [] : [problem],
    };
  };
}

function variantsOf(
  resource: FederatedResource,
  results: readonly Unfinished[],
  protection: Protection,
): Variant[] {
  const { key, origin, template, retainsReplicas, verbatim } = resource;
  // What is copied to the byte takes no stamp.
  const finished = (object: KubeObject) =>
    verbatim === undefined ? protect(stamp(object, resource), key, protection) : object;
  const base = finished(template);
  const stamped = results.map((result) => {
    const object = result.object === template ? base : finished(result.object);
    return object === result.object ? result : { object, clusters: result.clusters };
  });
  const app = appOf(resource);
  const rest = {
    ...(retainsReplicas === undefined ? {} : { retainsReplicas }),
    ...(verbatim === undefined ? {} : { verbatim }),
  };
  const isPlain = retainsReplicas === undefined && verbatim === undefined;
  const keyFor = createKeyReader(base, key);
  return mergeEqual(base, stamped, resource).map(({ object, clusters }) => {
    const variant: Variant = { key: keyFor(object), object, clusters, origin, app };
    return isPlain ? variant : { ...variant, ...rest };
  });
}

function stamp(object: KubeObject, { rules }: FederatedResource): KubeObject {
  const entries = Object.entries(rules.labels);
  if (entries.length === 0) return object;
  const result = copyObject(object);
  const metadata = isObject(object['metadata']) ? copyObject(object['metadata']) : newObject();
  const labels = isObject(metadata['labels']) ? copyObject(metadata['labels']) : newObject();
  for (const [label, value] of entries) labels[label] = value;
  metadata['labels'] = labels;
  result['metadata'] = metadata;
  return result;
}

function hearStamps(
  resource: FederatedResource,
  results: readonly Unfinished[],
  { protection, decisions }: { readonly protection: Protection; readonly decisions: Decisions },
): void {
  const { origin, key, rules, verbatim } = resource;
  if (!decisions.wants(key) || verbatim !== undefined) return;
  const about = { kind: 'field-stamped', resource: origin, key } as const;
  for (const [label, value] of Object.entries(rules.labels)) {
    const pointer = pointerTo('', 'metadata', 'labels', label);
    const [rule, row] = ['the managed label', 'managedLabel'];
    decisions.hear({ ...about, pointer, value, rule, row });
  }
  const written = protectionOrigin(key, protection);
  const rule = { rule: `protect: ${key.kind}`, ...(written === undefined ? {} : { written }) };
  for (const { object, clusters } of results) {
    for (const [annotation, value] of guardAnnotations(object, key, protection)) {
      const pointer = pointerTo('', 'metadata', 'annotations', annotation);
      decisions.hear({ ...about, ...rule, pointer, value, clusters });
    }
  }
}

/**
 * An override can put a number into a label, which API servers refuse; the template itself was checked before. The first
 * mistake in any result, because those of all have one cause.
 */
function textMapProblem(
  results: readonly Unfinished[],
  resource: FederatedResource,
): Diagnostic | undefined {
  const before = metadataOf(resource.template);
  for (const { object } of results) {
    const metadata = metadataOf(object);
    if (metadata === before) continue;
    const problem =
      noTextMap('labels', metadata, before, resource) ??
      noTextMap('annotations', metadata, before, resource);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function noTextMap(
  member: 'labels' | 'annotations',
  metadata: JsonObject,
  { [member]: before }: JsonObject,
  { title, origin }: FederatedResource,
): Diagnostic | undefined {
  const map = metadata[member];
  if (map === undefined || map === null || map === before) return undefined;
  const at = () => below(origin, 'spec', 'overrides');
  if (!isObject(map)) {
    const problem = `an override makes the ${member} something that is no mapping`;
    return diagnose('kubefed/invalid-object', at(), { title, problem });
  }
  for (const label in map) {
    const value = map[label] ?? null;
    if (typeof value === 'string' || isIn(before, label, value)) continue;
    return diagnose('kubefed/template-label-not-text', at(), {
      title: `${title}, after its overrides`,
      label,
      isAnnotation: member === 'annotations',
      value: textOf(value),
    });
  }
  return undefined;
}

function metadataOf(object: KubeObject): JsonObject {
  return isObject(object['metadata']) ? object['metadata'] : newObject();
}

/** Edits are copy-on-write, so what none of them touched is the very same value. */
function isIn(map: JsonValue | undefined, label: string, value: JsonValue): boolean {
  return isObject(map) && map[label] === value;
}

function textOf(value: JsonValue): string {
  return isObject(value) || isArray(value) ? 'a collection' : String(value);
}

interface Result {
  readonly object: KubeObject;
  readonly clusters: readonly string[];
}

/** Different edits can end in one content. All results share with the base what no edit of theirs touched. */
function mergeEqual(
  base: KubeObject,
  results: readonly Result[],
  resource: FederatedResource,
): readonly Result[] {
  if (results.length < 2) return results;
  const { alone, together } = groupEqual(results, base, someEditedPlaces(resource));
  const merged = together.map((group) => ({
    object: group[0].object,
    clusters: group.flatMap(({ clusters }) => clusters).sort(),
  }));
  return merged.length === 0 ? alone : [...alone, ...merged];
}

const mostPlaces = 4;
const mostOverrides = 16;

/** A few places to which overrides write: there the clusters differ. */
function someEditedPlaces({ overrides }: FederatedResource): readonly JsonPointer[] {
  const places: JsonPointer[] = [];
  for (const { edits } of overrides.slice(0, mostOverrides)) {
    for (const { path, op } of edits)
      if (op !== 'remove' && places.length < mostPlaces && !places.includes(path))
        places.push(path);
  }
  return places;
}

/** The group is the result's, because an override may change apiVersion. */
function createKeyReader(base: KubeObject, key: ObjectKey): (object: KubeObject) => ObjectKey {
  const keyOf = ({ apiVersion }: KubeObject) => {
    const { group } = splitApiVersion(String(apiVersion));
    return group === key.group ? key : { ...key, group };
  };
  const usual = keyOf(base);
  return (object) => (object['apiVersion'] === base['apiVersion'] ? usual : keyOf(object));
}

/** The layout by-app: labels of the template, else the folder that the source stands in. */
function appOf({ template, origin }: FederatedResource): string {
  const metadata = isObject(template['metadata']) ? template['metadata'] : undefined;
  const labels = isObject(metadata?.['labels']) ? metadata['labels'] : undefined;
  for (const label of ['app.kubernetes.io/part-of', 'app.kubernetes.io/name']) {
    const value = labels?.[label];
    if (typeof value === 'string' && value !== '') return value;
  }
  return origin.file.split('/').at(-2) ?? '_root';
}

/** Sorted lists as one. Nearly always each is of a key of its own: then it stays whole. */
export function inOrder(lists: readonly (readonly Variant[])[]): Variant[] {
  const sorted = lists
    .filter((list) => list.length > 0)
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : byKey(a, b)));
  const isApart = sorted.every((list, index) => {
    const [before, first] = [sorted[index - 1]?.at(-1), list[0]];
    return before === undefined || first === undefined || byKey(before, first) < 0;
  });
  return isApart ? sorted.flat() : lists.flat().sort(byKey);
}

function byKey(a: Variant, b: Variant): number {
  return (
    (a.key === b.key ? 0 : compareKeys(a.key, b.key)) ||
    compare(a.clusters[0] ?? '', b.clusters[0] ?? '')
  );
}

function compareKeys(a: ObjectKey, b: ObjectKey): number {
  return (
    compare(a.group, b.group) ||
    compare(a.kind, b.kind) ||
    compare(a.namespace, b.namespace) ||
    compare(a.name, b.name)
  );
}

/** UTF-16 code units: the order must not depend on the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
