/** A selector and the labels of a cluster in; out: what each of its terms says, and whether it holds there. */
import type { Labels } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { below, type Origin, pointerTokens } from '../model/source.ts';

export interface TermExplanation {
  /** `tier=gold`, `region in (eu,us)`, `tier!=sandbox`, `gpu`, `!gpu`. */
  readonly text: string;
  readonly requirement: LabelRequirement;
  /** What the label holds in the cluster; absent: the cluster has no such label. */
  readonly value?: string;
  readonly holds: boolean;
  /** The member of matchLabels, or the item of matchExpressions. */
  readonly origin: Origin;
}

interface Evaluated {
  readonly requirements: readonly LabelRequirement[];
  /** Those that the stage found not to hold. */
  readonly failed: readonly LabelRequirement[];
  /** Where the selector stands. */
  readonly origin: Origin;
}

/** One entry per requirement, in the order of the selector. */
export function explainTerms(
  { requirements, failed, origin }: Evaluated,
  labels: Labels,
): readonly TermExplanation[] {
  const missed = new Set(failed.map(({ pointer }) => pointer));
  return requirements.map((requirement) => {
    const value = labelValue(labels, requirement.key);
    return {
      text: termText(requirement),
      requirement,
      ...(value === undefined ? {} : { value }),
      holds: !missed.has(requirement.pointer),
      origin: below(origin, ...pointerTokens(requirement.pointer)),
    };
  });
}

/** The value of a label; undefined if there is no such label, `constructor` and its like included. */
export function labelValue(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** As it would be written on a command line. */
export function termText({ key, operator, values }: LabelRequirement): string {
  const list = `(${values.join(',')})`;
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in ${list}`;
    case 'NotIn':
      return values.length === 1 ? `${key}!=${values[0]}` : `${key} notin ${list}`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

/** What a term wants of a cluster that it does not take: `region=eu (it has us)`. */
export function wantedText({ requirement, value }: TermExplanation): string {
  const { key, operator, values } = requirement;
  const has = value === undefined ? 'it has none' : `it has ${value}`;
  switch (operator) {
    case 'In':
      return `${key}=${values.join('|')} (${has})`;
    case 'NotIn':
      return `${key} other than ${values.join('|')}`;
    case 'Exists':
      return `a label ${key}`;
    case 'DoesNotExist':
      return `no label ${key} (${has})`;
  }
}
