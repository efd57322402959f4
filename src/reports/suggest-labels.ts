/** Selectors and the labels of a cluster in; out: how the labels would have to be for all of them to take it. */
import type { Labels } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { groupBy } from '../model/group-by.ts';
import { labelValue } from './explain-terms.ts';

/** Whether labels meet a requirement; the same function that chooses clusters. */
export type Matches = (requirement: LabelRequirement, labels: Labels) => boolean;

export interface LabelSuggestion<Term extends LabelRequirement> {
  readonly key: string;
  /** The value it should have; null: no such label; undefined: the terms contradict each other or what it has. */
  readonly value: string | null | undefined;
  /** The terms that do not hold now. */
  readonly failed: readonly Term[];
}

/** One suggestion for each label of which some term does not hold. */
export function suggestLabels<Term extends LabelRequirement>(
  terms: readonly Term[],
  labels: Labels,
  matches: Matches,
): readonly LabelSuggestion<Term>[] {
  return [...groupBy(terms, ({ key }) => key)].flatMap(([key, group]) => {
    const failed = group.filter((term) => !matches(term, labels));
    if (failed.length === 0) return [];
    const value = candidates(group, labelValue(labels, key)).find((candidate) =>
      group.every((term) => matches(term, labelsWith(key, candidate))),
    );
    return [{ key, value, failed }];
  });
}

/** What a term asks for comes first, then no label, then a value that nobody excludes. */
function candidates(
  terms: readonly LabelRequirement[],
  current: string | undefined,
): readonly (string | null)[] {
  const wanted = terms.flatMap(({ operator, values }) => (operator === 'In' ? values : []));
  const refused = new Set(
    terms.flatMap(({ operator, values }) => (operator === 'NotIn' ? values : [])),
  );
  const free = ['true', 'yes', 'enabled', ...Array.from(refused, (_, index) => `value-${index}`)];
  const any = free.find((value) => !refused.has(value) && value !== current);
  return [...wanted, null, ...(any === undefined ? [] : [any])];
}

function labelsWith(key: string, value: string | null): Labels {
  const labels: Record<string, string> = Object.create(null);
  if (value !== null) labels[key] = value;
  return labels;
}
