/**
 * A label selector in, its requirements or all that is wrong with it out; a requirement and labels in, a verdict out.
 * KubeFed v0.10 with k8s.io/apimachinery v0.22, pkg/labels: operators are case-sensitive, everything is ANDed.
 */
import type { Labels } from '../model/cluster.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { isArray, isObject, type JsonObject } from '../model/kube-object.ts';
import { pointerTo } from '../model/source.ts';
import { expressionRequirement } from './selector-expression.ts';
import {
  labelKeyProblem,
  labelValues,
  type Report,
  reportUnknownFields,
  type SelectorProblem,
  typeName,
} from './selector-problems.ts';

export type ParsedSelector =
  | { readonly ok: true; readonly requirements: readonly LabelRequirement[] }
  | { readonly ok: false; readonly problems: readonly SelectorProblem[] };

const selectorFields = ['matchLabels', 'matchExpressions'];

/**
 * The requirements of a selector, all of which must hold, or every problem in it.
 * None at all takes everything. `matchLabels: null` and `matchExpressions: null` count as absent; a selector that is
 * itself null or undefined is a problem, because what its absence means is the caller's to say.
 */
export function parseLabelSelector(selector: unknown): ParsedSelector {
  const problems: SelectorProblem[] = [];
  const report: Report = (pointer, message, help, meant) =>
    problems.push({
      pointer,
      message,
      ...(help === undefined ? {} : { help }),
      ...(meant === undefined ? {} : { meant }),
    });
  const requirements = requirementsOf(selector, report);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, requirements };
}

/** True when labels meet a requirement; `NotIn` and `DoesNotExist` are met by labels without the key. */
export function requirementMatches(requirement: LabelRequirement, labels: Labels): boolean {
  const { key, operator, values } = requirement;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

/** Whether a selector takes these labels: null and undefined take nothing, `{}` takes everything; all problems in one text. */
export function matchLabelSelector(
  selector: unknown,
  labels: Labels,
):
  | { readonly ok: true; readonly matches: boolean }
  | { readonly ok: false; readonly message: string } {
  if (selector === null || selector === undefined) return { ok: true, matches: false };
  const parsed = parseLabelSelector(selector);
  if (!parsed.ok) return { ok: false, message: parsed.problems.map(problemText).join(' ') };
  return {
    ok: true,
    matches: parsed.requirements.every((requirement) => requirementMatches(requirement, labels)),
  };
}

function requirementsOf(selector: unknown, report: Report): LabelRequirement[] {
  if (!isObject(selector)) {
    report('', `A label selector must be an object, not ${typeName(selector)}.`);
    return [];
  }
  reportUnknownFields(selector, selectorFields, '', report);
  const labels = selector.matchLabels ?? undefined;
  const expressions = selector.matchExpressions ?? undefined;
  const requirements: LabelRequirement[] = [];
  if (isObject(labels)) requirements.push(...labelRequirements(labels, report));
  else if (labels !== undefined) {
    report('/matchLabels', `"matchLabels" must be an object of labels, not ${typeName(labels)}.`);
  }
  if (isArray(expressions)) {
    requirements.push(
      ...expressions.flatMap((item, index) => expressionRequirement(item, index, report)),
    );
  } else if (expressions !== undefined) {
    report(
      '/matchExpressions',
      `"matchExpressions" must be a list, not ${typeName(expressions)}.`,
      'Write each expression as a list item: - {key: region, operator: In, values: [eu]}.',
    );
  }
  return requirements;
}

function labelRequirements(labels: JsonObject, report: Report): LabelRequirement[] {
  return Object.entries(labels).map(([key, value]) => {
    const pointer = pointerTo('/matchLabels', key);
    const keyProblem = labelKeyProblem(key);
    if (keyProblem !== undefined) report(pointer, keyProblem);
    return { key, operator: 'In', values: labelValues([value], key, [pointer], report), pointer };
  });
}

function problemText({ message, help }: SelectorProblem): string {
  return help === undefined ? message : `${message} ${help}`;
}
