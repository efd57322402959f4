/** Placed resources in, one object per distinct result with its clusters out: edits are applied copy-on-write. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { explainPatchFailure } from '../diagnostics/explain-patch-failure.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { applyJsonPatch } from '../kube/json-patch.ts';
import type { Inventory } from '../model/cluster.ts';
import type { Decisions } from '../model/decisions.ts';
import type { Edit, FederatedResource, PlacedResource } from '../model/federated-resource.ts';
import { isObject, type KubeObject } from '../model/kube-object.ts';
import { below, type Origin } from '../model/source.ts';

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
  const known = new Set(inventory.clusters.map(({ name }) => name));
  const value = placed.flatMap((item) => {
    diagnostics.push(...idleOverrides(item, known));
    if (!item.resource.rules.isWritten || item.clusters.length === 0) return [];
    const applied = applyOverrides(item, decisions);
    diagnostics.push(...applied.diagnostics);
    return applied.value;
  });
  return { value, diagnostics };
}

/** Overrides for clusters that do not exist, or where the object does not go. */
function idleOverrides(
  { resource, clusters, limit }: PlacedResource,
  known: ReadonlySet<string>,
): Diagnostic[] {
  // Without an inventory that is the one thing to report.
  if (known.size === 0) return [];
  const placed = new Set(clusters);
  const { title, rules } = resource;
  return resource.overrides.flatMap(({ target, edits, origin: at }) => {
    // What a replica preference wrote was written by nobody.
    if (target.kind !== 'names' || at === resource.replicas?.origin) return [];
    return target.names.flatMap(({ value: cluster, origin }) => {
      if (!known.has(cluster)) {
        const near = nearest(cluster, [...known]).slice(0, 1);
        return [
          diagnose(
            'override/unknown-cluster',
            origin,
            { cluster, nearest: near },
            { severity: rules.unknownCluster },
          ),
        ];
      }
      // That an object goes nowhere is reported already, or meant.
      if (placed.has(cluster) || edits.length === 0 || clusters.length === 0) return [];
      const isNarrowed = limit?.has(cluster) === false;
      const reason = isNarrowed
        ? 'its namespace does not go there'
        : 'its placement does not take the cluster';
      return [diagnose('override/dead', origin, { cluster, title, reason })];
    });
  });
}

function applyOverrides(
  { resource, clusters }: PlacedResource,
  decisions: Decisions,
): Outcome<readonly OverriddenObject[]> {
  const editsOf = new Map(
    resource.overrides.flatMap(({ target, edits }) =>
      target.kind === 'names' ? target.names.map(({ value }) => [value, edits] as const) : [],
    ),
  );
  const untouched = clusters.filter((cluster) => (editsOf.get(cluster)?.length ?? 0) === 0);
  const objects: OverriddenObject[] =
    untouched.length === 0 ? [] : [{ resource, object: resource.template, clusters: untouched }];
  const problems = new Map<string, Report>();
  for (const cluster of clusters) {
    const edits = editsOf.get(cluster) ?? [];
    if (edits.length === 0) continue;
    const object = applyEdits(resource, cluster, edits, { problems, decisions });
    if (object !== undefined) objects.push({ resource, object, clusters: [cluster] });
  }
  return {
    value: objects,
    diagnostics: [...problems.values()].map((report) => report.make(report.clusters)),
  };
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
  edits: readonly Edit[],
  listeners: Listeners,
): KubeObject | undefined {
  const result = applyJsonPatch(resource.template, edits, {
    dialect: edits[0]?.dialect ?? 'kubefed',
  });
  const say = (key: string, make: Report['make']) => {
    const report = listeners.problems.get(key);
    if (report === undefined) listeners.problems.set(key, { clusters: [cluster], make });
    else report.clusters.push(cluster);
  };
  if (!result.ok) {
    const edit = edits[result.index];
    const at = edit === undefined ? resource.origin : placeOf(edit, resource);
    const { path = '' } = edit ?? {};
    const identity =
      result.code === 'identity-changed' ||
      result.code === 'protected-path' ||
      result.code === 'root';
    const hint = explainPatchFailure(resource.template, path, result);
    say(`${result.code} ${path} ${result.message}`, (clusters) =>
      identity
        ? diagnose('override/protected-path', at, { path, problem: result.message })
        : diagnose('override/path-not-found', at, {
            path,
            problem: result.message,
            clusters,
            ...(hint === undefined ? {} : { hint }),
          }),
    );
    return undefined;
  }
  for (const [index, edit] of edits.entries()) {
    const applied = result.edits[index];
    if (applied === undefined) continue;
    if (listeners.decisions.isListening) {
      const { before, after } = applied;
      listeners.decisions.hear({
        kind: 'override-applied',
        resource: resource.origin,
        key: resource.key,
        clusters: [cluster],
        path: edit.path,
        before,
        after,
        origin: edit.origin,
      });
    }
    // What a replica preference wrote is not the author's edit.
    if (isPlanned(edit, resource)) continue;
    remark(edit, applied, say);
  }
  return checkIdentity(result.value, resource, edits, say);
}

/** True for what a replica preference wrote. */
function isPlanned({ origin }: Edit, { replicas }: FederatedResource): boolean {
  if (replicas === undefined) return false;
  const { file, document, pointer } = below(replicas.origin, 'spec', 'totalReplicas');
  return origin.pointer === pointer && origin.file === file && origin.document === document;
}

function placeOf(edit: Edit, resource: FederatedResource): Origin {
  return isPlanned(edit, resource) ? edit.origin : below(edit.origin, 'path');
}

function remark(
  edit: Edit,
  applied: { replaceAdds: boolean; oddIndex: boolean; noEffect: boolean },
  say: (key: string, make: Report['make']) => void,
): void {
  const { path } = edit;
  const at = below(edit.origin, 'path');
  const text = `${edit.op} ${path} ${describe(edit.origin)}`;
  if (applied.noEffect)
    say(`no-effect ${text}`, (clusters) =>
      diagnose('override/no-effect', at, { path, reason: 'the value is there already', clusters }),
    );
  else if (applied.replaceAdds)
    say(`replace-adds ${edit.op} ${path}`, (clusters) =>
      diagnose('override/replace-adds', at, { path, clusters }),
    );
  if (applied.oddIndex)
    say(`odd-index ${path}`, () =>
      diagnose('override/odd-index', at, {
        path,
        problem: 'a negative index, a sign or a leading zero',
      }),
    );
}

function describe({ file, document, pointer }: Origin): string {
  return `${file}#${document}${pointer}`;
}

/** An override may change the version and the group, but an object without apiVersion is no manifest. */
function checkIdentity(
  value: unknown,
  resource: FederatedResource,
  edits: readonly Edit[],
  say: (key: string, make: Report['make']) => void,
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
