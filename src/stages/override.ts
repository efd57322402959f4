/** Placed resources in, one object per distinct result with its clusters out: edits are applied copy-on-write. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { createNameFinder } from '../diagnostics/name-finder.ts';
import { type AppliedEdit, applyKnownPatch } from '../kube/json-patch.ts';
import { createPathReader, type ReadPath } from '../kube/read-patch.ts';
import type { Inventory } from '../model/cluster.ts';
import type { Decisions } from '../model/decisions.ts';
import type {
  Edit,
  FederatedResource,
  Override,
  PlacedResource,
} from '../model/federated-resource.ts';
import { isObject, type KubeObject, keyText } from '../model/kube-object.ts';
import { below } from '../model/source.ts';
import { failedEdit } from './failed-edit.ts';
import { idleOverrides } from './idle-overrides.ts';
import { isPlanned, remarkEdits, type Say } from './remark-edits.ts';

/** An object as it is in some clusters, before it is finished. */
export interface OverriddenObject {
  readonly resource: FederatedResource;
  readonly object: KubeObject;
  /** Sorted. */
  readonly clusters: readonly string[];
}

/** Clusters without edits share the template itself; an edit that fails anywhere is one report for all clusters. */
export function override(
  placed: readonly PlacedResource[],
  inventory: Inventory,
  decisions: Decisions,
): Outcome<readonly OverriddenObject[]> {
  const diagnostics: Diagnostic[] = [];
  const fleet = {
    clusters: new Map(inventory.clusters.map((cluster) => [cluster.name, cluster])),
    resources: new Map(placed.map(({ resource }) => [keyText(resource.key), resource])),
    finder: createNameFinder(inventory.clusters.map(({ name }) => name)),
  };
  const value: OverriddenObject[] = [];
  const readPath = createPathReader();
  for (const item of placed) {
    const { resource, clusters } = item;
    const { touched, untouched } = splitClusters(item);
    if (touched.length < namesIn(resource.overrides))
      diagnostics.push(...idleOverrides(item, fleet));
    if (!resource.rules.isWritten || clusters.length === 0) continue;
    if (untouched.length > 0)
      value.push({ resource, object: resource.template, clusters: untouched });
    const problems = new Map<string, Report>();
    for (const { cluster, own } of touched) {
      const object = applyEdits(resource, cluster, own, { problems, decisions, readPath });
      if (object !== undefined) value.push({ resource, object, clusters: [cluster] });
    }
    for (const { clusters: where, make } of problems.values()) diagnostics.push(make(where));
  }
  return { value, diagnostics };
}

interface Split {
  readonly touched: readonly { readonly cluster: string; readonly own: Override }[];
  readonly untouched: readonly string[];
}

/** The clusters with edits, and those that get the template itself. */
function splitClusters({ resource, clusters }: PlacedResource): Split {
  const overrideOf = overridesByCluster(resource);
  if (overrideOf.size === 0) return { touched: [], untouched: clusters };
  const touched: { readonly cluster: string; readonly own: Override }[] = [];
  const untouched: string[] = [];
  for (const cluster of clusters) {
    const own = overrideOf.get(cluster);
    if (own === undefined) untouched.push(cluster);
    else touched.push({ cluster, own });
  }
  return { touched, untouched };
}

/** As many as there are clusters with edits, unless one of the overrides is idle. */
function namesIn(overrides: readonly Override[]): number {
  let names = 0;
  for (const { target } of overrides) names += target.kind === 'names' ? target.names.length : 0;
  return names;
}

/** Those that hold edits, by the clusters they name. */
function overridesByCluster({ overrides }: FederatedResource): ReadonlyMap<string, Override> {
  const found = new Map<string, Override>();
  for (const each of overrides) {
    if (each.target.kind !== 'names') continue;
    for (const { value } of each.target.names) {
      // The last one counts, also if it takes back all edits.
      if (each.edits.length > 0) found.set(value, each);
      else found.delete(value);
    }
  }
  return found;
}

/** What is to be said about equal edits of several clusters, once for all of them. */
interface Report {
  readonly clusters: string[];
  readonly make: (clusters: readonly string[]) => Diagnostic;
}

interface Around {
  readonly problems: Map<string, Report>;
  readonly decisions: Decisions;
  readonly readPath: ReadPath;
}

function applyEdits(
  resource: FederatedResource,
  cluster: string,
  own: Override,
  { problems, decisions, readPath }: Around,
): KubeObject | undefined {
  const { edits } = own;
  const dialect = edits[0]?.dialect ?? 'kubefed';
  const result = applyKnownPatch(resource.template, edits, { dialect, readPath });
  const say: Say = (key, make) => {
    const report = problems.get(key);
    if (report === undefined) problems.set(key, { clusters: [cluster], make });
    else report.clusters.push(cluster);
  };
  if (!result.ok) {
    const path = edits[result.index]?.path ?? '';
    say(`${result.code} ${path} ${result.message}`, failedEdit(resource, edits, result));
    return undefined;
  }
  if (decisions.wants(resource.key))
    hearEdits(resource, cluster, own, { applied: result.edits, decisions });
  remarkEdits(resource, edits, result.edits, say);
  return checkIdentity(result.value, resource, edits, say);
}

function hearEdits(
  resource: FederatedResource,
  cluster: string,
  { edits, origin: entry }: Override,
  { applied, decisions }: { applied: readonly AppliedEdit[]; decisions: Decisions },
): void {
  const about = { resource: resource.origin, key: resource.key, cluster };
  const written = edits.filter(({ isAppended }) => isAppended !== true).length;
  for (const [index, edit] of edits.entries()) {
    const done = applied[index];
    if (done === undefined) continue;
    const { pointer, effect, before, after } = done;
    const position = { number: index + 1, count: written, entry };
    const isPlannedEdit = isPlanned(edit, resource);
    decisions.hear({
      kind: 'override-applied',
      ...about,
      origin: edit.origin,
      edit,
      ...position,
      isPlanned: isPlannedEdit,
      ...{ pointer, effect, before, after },
    });
  }
}

/** An override may change the version and the group, but an object without apiVersion is no manifest. */
function checkIdentity(
  value: unknown,
  resource: FederatedResource,
  edits: readonly Edit[],
  say: Say,
): KubeObject | undefined {
  const object = isObject(value) ? value : undefined;
  const apiVersion = object?.['apiVersion'];
  if (object !== undefined && typeof apiVersion === 'string' && apiVersion !== '') return object;
  const edit = edits.find(({ path }) => path === '/apiVersion');
  const at = edit === undefined ? resource.origin : below(edit.origin, 'path');
  say('apiVersion', () =>
    diagnose('override/protected-path', at, {
      path: edit?.path ?? '',
      problem: 'the object would have no apiVersion',
    }),
  );
  return undefined;
}
