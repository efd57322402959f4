/** Placed resources in, one object per distinct result with its clusters out: edits are applied copy-on-write. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { createNameFinder } from '../diagnostics/name-finder.ts';
import { type AppliedEdit, applyJsonPatch } from '../kube/json-patch.ts';
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
  const value = placed.flatMap((item) => {
    diagnostics.push(...idleOverrides(item, fleet));
    if (!item.resource.rules.isWritten || item.clusters.length === 0) return [];
    const applied = applyOverrides(item, decisions);
    diagnostics.push(...applied.diagnostics);
    return applied.value;
  });
  return { value, diagnostics };
}

function applyOverrides(
  { resource, clusters }: PlacedResource,
  decisions: Decisions,
): Outcome<readonly OverriddenObject[]> {
  const overrideOf = overridesByCluster(resource);
  const problems = new Map<string, Report>();
  const listeners = { problems, decisions };
  const untouched: string[] = [];
  const touched: OverriddenObject[] = [];
  for (const cluster of clusters) {
    const own = overrideOf.get(cluster);
    if (own === undefined) {
      untouched.push(cluster);
      continue;
    }
    const object = applyEdits(resource, cluster, own, listeners);
    if (object !== undefined) touched.push({ resource, object, clusters: [cluster] });
  }
  const value =
    untouched.length === 0
      ? touched
      : [{ resource, object: resource.template, clusters: untouched }, ...touched];
  const reports = [...problems.values()];
  return { value, diagnostics: reports.map((report) => report.make(report.clusters)) };
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

interface Listeners {
  readonly problems: Map<string, Report>;
  readonly decisions: Decisions;
}

function applyEdits(
  resource: FederatedResource,
  cluster: string,
  own: Override,
  listeners: Listeners,
): KubeObject | undefined {
  const { edits } = own;
  const result = applyJsonPatch(resource.template, edits, {
    dialect: edits[0]?.dialect ?? 'kubefed',
  });
  const say: Say = (key, make) => {
    const report = listeners.problems.get(key);
    if (report === undefined) listeners.problems.set(key, { clusters: [cluster], make });
    else report.clusters.push(cluster);
  };
  if (!result.ok) {
    const path = edits[result.index]?.path ?? '';
    say(`${result.code} ${path} ${result.message}`, failedEdit(resource, edits, result));
    return undefined;
  }
  if (listeners.decisions.wants(resource.key))
    hearEdits(resource, cluster, own, { applied: result.edits, decisions: listeners.decisions });
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
