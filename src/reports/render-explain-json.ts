/** Explained objects in, JSON out; schemas/explain.schema.json describes it. */
import { printJson } from '../model/print-json.ts';
import type { ExplainedObject } from './explain-view.ts';
import { type FieldReport, fieldMembers, removalMembers } from './render-explain-fields.ts';
import type { WhyNot } from './render-why-not.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.1';

export interface ExplainedWithField {
  readonly object: ExplainedObject;
  /** What was asked with --field. */
  readonly field?: FieldReport;
}

/** The answer of `fedc explain`. */
export function renderExplainJson(answers: readonly ExplainedWithField[]): string {
  return print(
    answers.map(({ object, field }) => ({
      ...object,
      ...(field === undefined ? {} : { field: fieldOf(field) }),
    })),
  );
}

/** The answer of `fedc why-not`. */
export function renderWhyNotJson(answers: readonly WhyNot[]): string {
  return print(answers.map(({ object, ways, nearest }) => ({ ...object, ways, nearest })));
}

function fieldOf({ pointer, fields, missing, removed, placeOf }: FieldReport) {
  return {
    pointer,
    groups: fields.map((each) => fieldMembers(each, placeOf)),
    missing,
    removed: removed.map((each) => removalMembers(each, placeOf)),
  };
}

function print(objects: readonly object[]): string {
  return `${printJson({ formatVersion, objects }, { indent: 2 })}\n`;
}
