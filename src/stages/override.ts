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
import { createSplitter, type Touched } from './split-clusters.ts';

/** An object as it is in some clusters, before it is finished. */
export interface OverriddenObject {
  readonly resource: FederatedResource;
  readonly object: KubeObject;
  /** Sorted. */
  readonly clusters: readonly string[];
}

/** One of the placed resources in, its objects out; an edit that fails anywhere is one report for all clusters. */
export type OverrideOne = (item: PlacedResource) => Outcome<readonly OverriddenObject[]>;

/** Resource by resource, so that what follows need not wait for the last. Clusters without edits share the template itself. */
export function createOverride(
  placed: readonly PlacedResource[],
  inventory: Inventory,
  decisions: Decisions,
): OverrideOne {
  const names = inventory.clusters.map(({ name }) => name);
  const fleet = {
    clusters: new Map(inventory.clusters.map((cluster) => [cluster.name, cluster])),
    resources: new Map(placed.map(({ resource }) => [keyText(resource.key), resource])),
    finder: createNameFinder(names),
  };
  const around = { decisions, readPath: createPathReader() };
  const split = createSplitter(names);
  return (item) => {
    const { resource, clusters } = item;
    const { touched, untouched } = split(item);
    const isIdle = touched.length < namesIn(resource.overrides);
    const idle = isIdle ? idleOverrides(item, fleet) : [];
    if (!resource.rules.isWritten || clusters.length === 0) return { value: [], diagnostics: idle };
    const value: OverriddenObject[] = [];
    if (untouched.length > 0)
      value.push({ resource, object: resource.template, clusters: untouched });
    if (touched.length === 0) return { value, diagnostics: idle };
    const reports = [...editEach(resource, touched, value, around)];
    return {
      value,
      diagnostics: [...idle, ...reports.map((report) => report.make(report.clusters))],
    };
  };
}

interface Around {
  readonly decisions: Decisions;
  readonly readPath: ReadPath;
}

/** Adds the objects of the clusters with edits; gives what is to be said, once for all clusters with equal edits. */
function editEach(
  resource: FederatedResource,
  touched: readonly Touched[],
  into: OverriddenObject[],
  around: Around,
): Iterable<Report> {
  const problems = new Map<string, Report>();
  let current = '';
  const say: Say = (key, make) => {
    const report = problems.get(key);
    if (report === undefined) problems.set(key, { clusters: [current], make });
    else report.clusters.push(current);
  };
  const telling = { ...around, say };
  for (const { clusters, own } of touched) {
    current = clusters[0];
    const object = applyEdits(resource, current, own, telling);
    if (object !== undefined) into.push({ resource, object, clusters });
  }
  return problems.values();
}

/** As many as there are clusters with edits, unless one of the overrides is idle. */
function namesIn(overrides: readonly Override[]): number {
  let names = 0;
  for (const { target } of overrides) names += target.kind === 'names' ? target.names.length : 0;
  return names;
}

/** What is to be said about equal edits of several clusters, once for all of them. */
interface Report {
  readonly clusters: string[];
  readonly make: (clusters: readonly string[]) => Diagnostic;
}

interface Telling extends Around {
  readonly say: Say;
}

function applyEdits(
  resource: FederatedResource,
  cluster: string,
  own: Override,
  { say, decisions, readPath }: Telling,
): KubeObject | undefined {
  const { edits } = own;
  const dialect = edits[0]?.dialect ?? 'kubefed';
  const result = applyKnownPatch(resource.template, edits, { dialect, readPath });
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
