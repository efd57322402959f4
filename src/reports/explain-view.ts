/** Explanations in; out: what is shown of them, with files and lines instead of pointers and without secret values. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { ResolvedTarget } from '../model/federated-resource.ts';
import type { JsonValue } from '../model/kube-object.ts';
import type { Origin } from '../model/source.ts';
import type { SourcePlace } from './cluster-view.ts';
import type { ClusterExplanation, ObjectExplanation } from './explain-placement.ts';
import { createPlanViewer, type PlanView, undoneBy } from './explain-plan.ts';
import type { EditFact, PlacementRule } from './explain-rules.ts';
import type { TermExplanation } from './explain-terms.ts';
import { maskField } from './mask-field.ts';
import type { Digest } from './mask-secrets.ts';

/** What the views need beside the explanations. */
export interface ViewContext {
  readonly placeOf: (origin: Origin) => SourcePlace;
  readonly digest: Digest;
  /** The file of an object in a cluster, as people find it; undefined if there is none. */
  readonly pathOf: (object: ObjectExplanation, cluster: string) => string | undefined;
  /** What is reported about an object. */
  readonly findingsOf: (object: ObjectExplanation) => readonly LocatedDiagnostic[];
}

export interface TermView extends SourcePlace {
  readonly term: string;
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** What the label holds; null: there is no such label. */
  readonly value: string | null;
  readonly holds: boolean;
}

export interface RuleView extends SourcePlace {
  readonly rule: PlacementRule['kind'];
  readonly verdict: PlacementRule['verdict'];
  readonly reason: string;
  readonly overruled?: true;
  readonly terms?: readonly TermView[];
  readonly within?: RuleView;
}

export interface EditView extends SourcePlace {
  readonly op: string;
  /** As written. */
  readonly path: string;
  /** Where it took effect. */
  readonly pointer: string;
  readonly effect: EditFact['effect'];
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  /** From one, among the `count` edits that are written for the cluster; absent for what a replica preference wrote. */
  readonly number?: number;
  readonly count?: number;
  /** A replica preference wrote it. */
  readonly planned?: true;
}

export interface ExplainedCluster extends SourcePlace {
  readonly cluster: string;
  readonly placed: boolean;
  readonly reason: string;
  readonly replicas?: number;
  readonly path?: string;
  readonly rules: readonly RuleView[];
  readonly plan?: PlanView;
  readonly edits: readonly EditView[];
  /** How many edits the source has for this cluster, applied or not. */
  readonly written: number;
}

export interface StampView extends Partial<SourcePlace> {
  readonly pointer: string;
  readonly rule: string;
  /** The row of the modes that decides it. */
  readonly row?: string;
}

export interface FindingView extends Partial<SourcePlace> {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

export interface TypeView extends Partial<SourcePlace> {
  readonly federated: string;
  readonly target: string;
  readonly by: ResolvedTarget['by'];
}

export interface ExplainedObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly source: SourcePlace;
  readonly type?: TypeView;
  readonly leftOut?: SourcePlace & { readonly reason: string };
  readonly clusters: readonly ExplainedCluster[];
  readonly stamps: readonly StampView[];
  readonly findings: readonly FindingView[];
}

/** The object with these of its clusters. */
export function viewObject(
  object: ObjectExplanation,
  rows: readonly ClusterExplanation[],
  context: ViewContext,
): ExplainedObject {
  const { placeOf } = context;
  const { key, origin, lowered, leftOut } = object;
  const views = rows.map(createClusterViewer(object, context));
  return {
    ...key,
    source: placeOf(origin),
    ...(lowered?.type === undefined ? {} : { type: viewType(lowered.type, context) }),
    ...(leftOut === undefined
      ? {}
      : { leftOut: { reason: leftOut.reason, ...placeOf(leftOut.origin) } }),
    clusters: views.length === 1 ? views : views.map(withoutCandidates),
    stamps: viewStamps(object, context),
    findings: context.findingsOf(object).map(viewFinding),
  };
}

function viewType({ federatedKind, target, by, origin }: ResolvedTarget, context: ViewContext) {
  return { federated: federatedKind, target, by, ...(origin && context.placeOf(origin)) };
}

/** What decides about one cluster, and what the object is there. */
export function viewCluster(
  object: ObjectExplanation,
  row: ClusterExplanation,
  context: ViewContext,
): ExplainedCluster {
  return createClusterViewer(object, context)(row);
}

function createClusterViewer(
  object: ObjectExplanation,
  context: ViewContext,
): (row: ClusterExplanation) => ExplainedCluster {
  const viewPlan = createPlanViewer(object, context.placeOf);
  const written = writtenEdits(object);
  return (row) => ({
    ...viewRow(object, row, context, viewPlan(row)),
    written: written.get(row.cluster) ?? 0,
  });
}

/** A list of all clusters for each cluster would be long. */
function withoutCandidates({ plan, ...view }: ExplainedCluster): ExplainedCluster {
  if (plan === undefined) return view;
  const { candidates: _, ...rest } = plan;
  return { ...view, plan: rest };
}

function viewRow(
  object: ObjectExplanation,
  row: ClusterExplanation,
  context: ViewContext,
  plan: PlanView | undefined,
): Omit<ExplainedCluster, 'written'> {
  const { cluster, isPlaced: placed, because, planned } = row;
  const path = placed ? context.pathOf(object, cluster) : undefined;
  return {
    cluster,
    placed,
    reason: reasonText(because),
    ...(planned === undefined || !placed || undoneBy(planned, row.edits) !== undefined
      ? {}
      : { replicas: planned.replicas }),
    ...context.placeOf(because.origin),
    ...(path === undefined ? {} : { path }),
    rules: row.rules.map((rule) => viewRule(rule, context)),
    ...(plan === undefined ? {} : { plan }),
    edits: row.edits.map((edit) => viewEdit(edit, object.key.kind, context)),
  };
}

/** With the reason of the namespace, where that is the reason. */
function reasonText({ reason, verdict, within }: PlacementRule): string {
  return within === undefined || verdict === 'takes' ? reason : `${reason}: ${within.reason}`;
}

/** By cluster; the first entry of a cluster counts. */
function writtenEdits({ lowered }: ObjectExplanation): ReadonlyMap<string, number> {
  const written = new Map<string, number>();
  for (const { target, edits } of lowered?.overrides ?? []) {
    for (const { value } of target.kind === 'names' ? target.names : [])
      if (!written.has(value)) written.set(value, edits.length);
  }
  return written;
}

/** A rule with its terms and, of a namespace, the rule of that. */
export function viewRule(rule: PlacementRule, context: ViewContext): RuleView {
  const { kind, verdict, isOverruled, terms, within } = rule;
  return {
    rule: kind,
    verdict,
    reason: rule.reason,
    ...(isOverruled === undefined ? {} : { overruled: isOverruled }),
    ...context.placeOf(rule.origin),
    ...(terms === undefined ? {} : { terms: terms.map((term) => viewTerm(term, context)) }),
    ...(within === undefined ? {} : { within: viewRule(within, context) }),
  };
}

function viewTerm(
  { text, requirement, value, holds, origin }: TermExplanation,
  { placeOf }: ViewContext,
): TermView {
  const { key, operator, values } = requirement;
  return { term: text, key, operator, values, value: value ?? null, holds, ...placeOf(origin) };
}

function viewEdit(fact: EditFact, kind: string, { placeOf, digest }: ViewContext): EditView {
  const { edit, pointer, effect, before, after, number, count, isPlanned, origin } = fact;
  const masked = (value: JsonValue) => maskField({ kind, pointer, value }, digest);
  return {
    op: edit.op,
    path: edit.path,
    ...{ pointer, effect },
    ...(before === undefined ? {} : { before: masked(before) }),
    ...(after === undefined ? {} : { after: masked(after) }),
    ...(isPlanned ? { planned: isPlanned } : { number, count }),
    ...placeOf(origin),
  };
}

function viewStamps(
  { lowered, stamped }: ObjectExplanation,
  { placeOf }: ViewContext,
): readonly StampView[] {
  const own = (lowered?.stamps ?? []).map(({ pointer, rule, origin }) => ({
    ...{ pointer, rule },
    ...(origin && placeOf(origin)),
  }));
  const labels = stamped.map(({ pointer, rule, row }) => ({
    ...{ pointer, rule },
    ...(row === undefined ? {} : { row }),
  }));
  return [...own, ...labels];
}

function viewFinding({ severity, code, message, file, line }: LocatedDiagnostic): FindingView {
  const place = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
  return { severity, code, message, ...place };
}
