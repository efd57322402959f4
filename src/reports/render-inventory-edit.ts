/** What `fedc clusters label` and `remove` did in, their answers out. */
import { count, someOf } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { printJson } from '../model/print-json.ts';
import { placesText, type SourcePlace } from './cluster-view.ts';
import type { FleetDifference } from './compare-fleets.ts';
import { renderChanges } from './render-changes.ts';
import { summarizeChanges } from './summarize-changes.ts';
import { renderTable } from './table.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

export interface LabelledCluster {
  readonly name: string;
  readonly place: SourcePlace;
  readonly labels: readonly {
    readonly key: string;
    /** Absent: the label goes. */
    readonly value?: string;
    /** Absent: there was none. */
    readonly old?: string;
    /** Another document says something else, and the entry holds from now on. */
    readonly decided?: true;
  }[];
}

/** What moves; undefined if the sources did not compile before. */
export type Effect =
  | { readonly difference: FleetDifference; readonly newErrors: readonly string[] }
  | undefined;

export interface LabelReport {
  readonly clusters: readonly LabelledCluster[];
  readonly effect: Effect;
  readonly isWritten: boolean;
}

/** A line for each label of each cluster, and below what it moves. */
export function renderLabelText({ clusters, effect }: LabelReport): string {
  const rows = clusters.flatMap(({ name, place, labels }) =>
    labels.map((label) => [placesText([place]), name, labelText(label)]),
  );
  return renderTable(rows) + effectText(effect);
}

function labelText({ key, value, old, decided }: LabelledCluster['labels'][number]): string {
  if (value === old)
    return value === undefined ? `no ${key}, as before` : `${key}=${value}, as before`;
  const next = value === undefined ? `no ${key}` : `${key}=${value}`;
  const over = decided === true ? ', and decides it' : '';
  return old === undefined ? next : `${next} (was ${old})${over}`;
}

/** The lines that say what a build will change. */
export function effectText(effect: Effect): string {
  if (effect === undefined)
    return 'what this moves is not known while the sources do not compile; fedc lint shows why\n';
  const { difference, newErrors } = effect;
  const errors =
    newErrors.length === 0
      ? ''
      : `the sources do not compile any more: ${someOf(newErrors)}; fedc lint shows where\n`;
  return renderChanges(difference) + errors;
}

/** `{"formatVersion", "written", "clusters": [{"name", "file", "line", "labels": [{"key", "value", "old", "decided"}]}], "changes"}`. */
export function renderLabelJson({ clusters, effect, isWritten }: LabelReport): string {
  const members = clusters.map(({ name, place, labels }) => ({ name, ...place, labels }));
  const changes = effectMembers(effect);
  return `${printJson({ formatVersion, written: isWritten, clusters: members, ...changes }, { indent: 2 })}\n`;
}

function effectMembers(effect: Effect): Readonly<Record<string, unknown>> {
  if (effect === undefined) return {};
  const { created, changed, deleted } = summarizeChanges(effect.difference);
  return { changes: { created, changed, deleted }, newErrors: effect.newErrors };
}

export interface RemovedCluster {
  readonly name: string;
  readonly place: SourcePlace;
  /** What a build gave it; undefined if the sources did not compile. */
  readonly given?: { readonly objects: number; readonly namespaces: number };
  readonly mentions: readonly SourcePlace[];
  /** Documents of other kinds that go on describing it. */
  readonly others: readonly (SourcePlace & { readonly kind: string })[];
}

/** What a build will delete from the tree. */
export type DeletionPlan =
  /** No tree stands there. */
  | { readonly kind: 'none' }
  /** The sources do not compile. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      /** '' if nothing is deleted. */
      readonly name: string;
      readonly objects: number;
      /** Files that tell engines what to deploy. */
      readonly engineFiles: number;
      /** Codes of the guards that stop a build without --accept. */
      readonly guards: readonly string[];
    };

export interface RemoveReport {
  readonly clusters: readonly RemovedCluster[];
  readonly plan: DeletionPlan;
  readonly newErrors: readonly string[];
  /** `fedc build` with the flags that lead to the same tree. */
  readonly build: string;
  readonly isWritten: boolean;
}

const mostPlaces = 20;

/** What goes with each cluster, where it is named, and the build that lets it pass. */
export function renderRemoveText(report: RemoveReport): string {
  const lines = [...report.clusters.flatMap(removedLines), ...planLines(report)];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function removedLines(cluster: RemovedCluster): readonly string[] {
  const { name, place, mentions, others } = cluster;
  const places = mentions.slice(0, mostPlaces).map((each) => `  named in ${placesText([each])}`);
  const more = mentions.length - places.length;
  return [
    `${name} (${placesText([place])}): ${fateOf(cluster)}`,
    ...places,
    ...(more > 0 ? [`  and in ${count(more, 'more place')}`] : []),
    ...others.map((each) => `  still described by ${each.kind} in ${placesText([each])}`),
  ];
}

function fateOf({ given, others }: RemovedCluster): string {
  if (others.length > 0) return 'stays in the inventory, since another document describes it';
  if (given === undefined) return 'how much goes is not known while the sources do not compile';
  const verb = given.objects === 1 ? 'goes' : 'go';
  const places = given.namespaces === 0 ? '' : ` in ${count(given.namespaces, 'namespace')}`;
  return `${count(given.objects, 'object')}${places} ${verb}`;
}

function planLines({ plan, newErrors, build }: RemoveReport): readonly string[] {
  const errors =
    newErrors.length === 0
      ? []
      : [`the sources do not compile until this is resolved: ${someOf(newErrors)}`];
  const [first = '', ...others] = deletionLines(plan, build);
  return [
    ...errors,
    errors.length > 0 && plan.kind === 'known' ? `then ${first}` : first,
    ...others,
  ];
}

function deletionLines(plan: DeletionPlan, build: string): readonly string[] {
  switch (plan.kind) {
    case 'none':
      return ['no tree stands in the output folder, so no build deletes anything'];
    case 'unknown':
      return ['the plan of the deletions has a name once the sources compile: fedc plan shows it'];
    case 'known': {
      if (plan.name === '') return ['the next build deletes nothing'];
      const files = plan.engineFiles === 0 ? '' : ` and ${count(plan.engineFiles, 'engine file')}`;
      const what = `plan ${plan.name} deletes ${count(plan.objects, 'object')}${files}`;
      return plan.guards.length === 0
        ? [`${what}; no guard asks: ${build}`]
        : [
            `${what}; a build stops and asks (${plan.guards.join(', ')}) without`,
            `  ${build} --accept ${plan.name}`,
          ];
    }
  }
}

/** `{"formatVersion", "written", "clusters": [{"name", "file", "line", "objects", "namespaces", "mentions", "others"}], "plan", "newErrors"}`. */
export function renderRemoveJson({ clusters, plan, newErrors, isWritten }: RemoveReport): string {
  const members = clusters.map(({ name, place, given, mentions, others }) => ({
    name,
    ...place,
    ...given,
    mentions,
    others,
  }));
  return `${printJson({ formatVersion, written: isWritten, clusters: members, plan, newErrors }, { indent: 2 })}\n`;
}
