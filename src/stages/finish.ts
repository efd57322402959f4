/** Overridden objects in, variants out: one per distinct content, stamped, with its identity and its clusters. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { createInterner } from '../kube/intern.ts';
import type { Decisions } from '../model/decisions.ts';
import type { FederatedResource } from '../model/federated-resource.ts';
import { groupBy } from '../model/group-by.ts';
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
import { below, pointerTo } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';

interface Unfinished {
  readonly resource: FederatedResource;
  readonly object: KubeObject;
  readonly clusters: readonly string[];
}

/** KubeFed v0.10, pkg/controller/sync/dispatch/managed.go: the managed label is set after the overrides. */
export function finish(
  objects: readonly Unfinished[],
  decisions: Decisions,
): Outcome<readonly Variant[]> {
  const diagnostics: Diagnostic[] = [];
  const byResource = groupBy(objects, ({ resource }) => resource);
  const variants = [...byResource].flatMap(([resource, results]) => {
    hearStamps(resource, decisions);
    const stamped = results.map(({ object, clusters }) => ({
      object: stamp(object, resource),
      clusters,
    }));
    diagnostics.push(
      ...results.flatMap(({ object }) => textMapProblems(object, resource)).slice(0, 1),
    );
    return mergeEqual(stamped).map(({ object, clusters }) => ({
      key: keyOf(object, resource.key),
      object,
      clusters,
      origin: resource.origin,
      app: appOf(resource),
    }));
  });
  return { value: variants.sort(byKey), diagnostics };
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
  { origin: resource, key, rules }: FederatedResource,
  decisions: Decisions,
): void {
  if (!decisions.wants(key)) return;
  for (const label of Object.keys(rules.labels)) {
    const pointer = pointerTo('', 'metadata', 'labels', label);
    const [rule, row] = ['the managed label', 'managedLabel'];
    decisions.hear({ kind: 'field-stamped', resource, key, pointer, rule, row });
  }
}

/** An override can put a number into a label, which API servers refuse; the template itself was checked before. */
function textMapProblems(
  object: KubeObject,
  { title, origin, template }: FederatedResource,
): Diagnostic[] {
  const metadata = metadataOf(object);
  return ['labels', 'annotations'].flatMap((member) => {
    const map = metadata[member];
    const before = metadataOf(template)[member];
    if (map === undefined || map === null || map === before) return [];
    const at = below(origin, 'spec', 'overrides');
    if (!isObject(map)) {
      const problem = `an override makes the ${member} something that is no mapping`;
      return [diagnose('kubefed/invalid-object', at, { title, problem })];
    }
    return Object.entries(map)
      .filter(([label, value]) => typeof value !== 'string' && !isIn(before, label, value))
      .map(([label, value]) =>
        diagnose('kubefed/template-label-not-text', at, {
          title: `${title}, after its overrides`,
          label,
          isAnnotation: member === 'annotations',
          value: textOf(value),
        }),
      );
  });
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

/** Different edits can end in one content. */
function mergeEqual(
  results: readonly { readonly object: KubeObject; readonly clusters: readonly string[] }[],
) {
  if (results.length < 2) return results;
  const intern = createInterner();
  const byContent = new Map<number, { object: KubeObject; clusters: string[] }>();
  for (const { object, clusters } of results) {
    const content = intern(object);
    const entry = byContent.get(content);
    if (entry === undefined) byContent.set(content, { object, clusters: [...clusters] });
    else entry.clusters.push(...clusters);
  }
  return [...byContent.values()].map(({ object, clusters }) => ({
    object,
    clusters: clusters.sort(),
  }));
}

/** The group is the result's, because an override may change apiVersion. */
function keyOf(object: KubeObject, key: ObjectKey): ObjectKey {
  const { group } = splitApiVersion(String(object['apiVersion']));
  return group === key.group ? key : { ...key, group };
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

function byKey(a: Variant, b: Variant): number {
  return (
    compare(a.key.group, b.key.group) ||
    compare(a.key.kind, b.key.kind) ||
    compare(a.key.namespace, b.key.namespace) ||
    compare(a.key.name, b.key.name) ||
    compare(a.clusters[0] ?? '', b.clusters[0] ?? '')
  );
}

/** UTF-16 code units: the order must not depend on the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
