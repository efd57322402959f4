/** A field of an object, group by group, in; out: its value, and who set it, the last one first. */
import { count } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { describeKey, type JsonValue, type ObjectKey } from '../model/kube-object.ts';
import type { JsonPointer, Origin } from '../model/source.ts';
import type { SourcePlace } from './cluster-view.ts';
import { planLines } from './describe-plan.ts';
import { describeSourceFully } from './describe-source.ts';
import type { ExplainedField, FieldAnswer, FieldStep, RemovedField } from './explain-fields.ts';
import { inClusters } from './name-objects.ts';
import type { FieldSource } from './provenance.ts';
import { section } from './render-explain-cluster.ts';
import { placeText } from './render-explain-table.ts';
import { showValue } from './show-value.ts';

export interface FieldReport extends FieldAnswer {
  readonly key: ObjectKey;
  readonly pointer: JsonPointer;
  readonly placeOf: (origin: Origin) => SourcePlace;
}

/** A section for each value, with the clusters that have it. */
export function renderExplainFields(report: FieldReport): string {
  const { key, pointer, fields, missing } = report;
  const name = pointer === '' ? 'the whole object' : pointer;
  const head = visible(`${name} of ${describeKey(key)}`);
  const absent = missing.length === 0 ? [] : [absentSection(report)];
  const groups = fields.map((field) => fieldSection(field, report));
  return [`${head}\n`, ...groups, ...absent].join('\n');
}

function fieldSection(field: ExplainedField, { placeOf }: FieldReport): string {
  const heading = `${showValue(field.value)} ${inClusters(field.clusters)}`;
  const rows = field.chain.flatMap((step, index) => stepRows(step, index, placeOf));
  return section(heading, [...rows, ...innerRows(field, placeOf)]);
}

function stepRows(
  { source, value }: FieldStep,
  index: number,
  placeOf: FieldReport['placeOf'],
): readonly (readonly string[])[] {
  const when = index === 0 ? 'set to' : 'before';
  const place = sourcePlace(source, placeOf);
  if (source.kind !== 'replicas')
    return [[`${when} ${showValue(value)}`, place, describeSourceFully(source)]];
  const { replicas, share, preference } = source;
  const head = [`${when} ${showValue(value)}`, place, `replica preference ${preference.tieBreak}`];
  return [head, ...planLines({ replicas, share, preference }).map((line) => ['', '', line])];
}

function sourcePlace({ origin }: FieldSource, placeOf: FieldReport['placeOf']): string {
  return origin === undefined ? '' : placeText(placeOf(origin));
}

function absentSection({ missing, removed, placeOf }: FieldReport): string {
  const rows = removed.map(({ clusters, source }) => [
    clusters.length === missing.length ? 'removed' : `removed ${inClusters(clusters)}`,
    sourcePlace(source, placeOf),
    describeSourceFully(source),
  ]);
  return section(`not there ${inClusters(missing)}`, rows);
}

/** Removed where and by whom, for a message; '' if no edit did it. */
export function removalText({ removed, placeOf }: FieldReport): string {
  const [first] = removed;
  if (first === undefined) return '';
  return ` It is removed by ${describeSourceFully(first.source)} (${sourcePlace(first.source, placeOf)}).`;
}

const mostInner = 12;

function innerRows(
  { inner }: ExplainedField,
  placeOf: FieldReport['placeOf'],
): readonly (readonly string[])[] {
  const rows = inner
    .slice(0, mostInner)
    .map(({ pointer, source }) => [
      `in it ${pointer}`,
      sourcePlace(source, placeOf),
      describeSourceFully(source),
    ]);
  const more = inner.length - rows.length;
  return more === 0 ? rows : [...rows, [`and ${count(more, 'more field')}`]];
}

/** The members of a group for JSON. */
export function fieldMembers(
  { clusters, value, chain, inner }: ExplainedField,
  placeOf: FieldReport['placeOf'],
): Readonly<Record<string, unknown>> {
  return {
    clusters,
    value,
    chain: chain.map((step) => ({ value: step.value, ...sourceMembers(step.source, placeOf) })),
    inner: inner.map(({ pointer, source }) => ({ pointer, ...sourceMembers(source, placeOf) })),
  };
}

/** The members of a removal for JSON. */
export function removalMembers(
  { clusters, source }: RemovedField,
  placeOf: FieldReport['placeOf'],
): Readonly<Record<string, unknown>> {
  return { clusters, ...sourceMembers(source, placeOf) };
}

function sourceMembers(
  source: FieldSource,
  placeOf: FieldReport['placeOf'],
): Readonly<Record<string, JsonValue>> {
  const { kind, origin } = source;
  const place = origin === undefined ? {} : { ...placeOf(origin) };
  return { source: kind, words: describeSourceFully(source), ...place };
}
