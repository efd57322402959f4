/** One item of matchExpressions in, its requirement out, or none with all its problems reported. */

import { nearest } from '../diagnostics/suggest.ts';
import type { LabelRequirement } from '../model/federated-resource.ts';
import { isArray, isObject, type JsonObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo } from '../model/source.ts';
import {
  labelKeyProblem,
  labelValues,
  listOf,
  type Report,
  reportUnknownFields,
  typeName,
} from './selector-problems.ts';

type Operator = LabelRequirement['operator'];

const operators: readonly Operator[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const expressionFields = ['key', 'operator', 'values'];

/** What people write for an operator when they think of another language. */
const operatorMeant: ReadonlyMap<string, Operator> = new Map([
  ['=', 'In'],
  ['==', 'In'],
  ['eq', 'In'],
  ['equal', 'In'],
  ['equals', 'In'],
  ['!=', 'NotIn'],
  ['ne', 'NotIn'],
  ['notequal', 'NotIn'],
  ['notequals', 'NotIn'],
  ['!', 'DoesNotExist'],
  ['notexists', 'DoesNotExist'],
]);

/** The requirement of the item at this index, as a list of one; an item without a usable operator gives none. */
export function expressionRequirement(
  item: unknown,
  index: number,
  report: Report,
): LabelRequirement[] {
  const pointer = pointerTo('/matchExpressions', index);
  if (!isObject(item)) {
    report(
      pointer,
      `An expression must be an object with key and operator, not ${typeName(item)}.`,
    );
    return [];
  }
  reportUnknownFields(item, expressionFields, pointer, report);
  const key = keyOf(item, pointer, report);
  const values = valuesOf(item, key, pointer, report);
  const operator = operatorOf(item, key, pointer, report);
  if (operator === undefined) return [];
  reportValueCount(operator, key, { item, pointer }, report);
  return [{ key, operator, values, pointer }];
}

function keyOf(item: JsonObject, pointer: JsonPointer, report: Report): string {
  const key = item.key ?? undefined;
  if (typeof key === 'string') {
    const problem = labelKeyProblem(key);
    if (problem !== undefined) report(`${pointer}/key`, problem);
    return key;
  }
  if (key === undefined) {
    report(pointer, 'The expression has no key, so it names no label.');
  } else {
    const message = `A label key must be text, not ${typeName(key)}.`;
    report(`${pointer}/key`, message, 'Write it in quotes.');
  }
  return '';
}

function operatorOf(
  item: JsonObject,
  key: string,
  pointer: JsonPointer,
  report: Report,
): Operator | undefined {
  const written = item.operator ?? undefined;
  const operator = operators.find((candidate) => candidate === written);
  if (operator !== undefined) return operator;
  if (written === undefined) {
    report(pointer, `The expression on "${key}" has no operator; expected ${listOf(operators)}.`);
    return undefined;
  }
  const name = typeof written === 'string' ? `"${written}"` : typeName(written);
  report(
    `${pointer}/operator`,
    `${capitalised(name)} is not a label selector operator; expected ${listOf(operators)}.`,
    typeof written === 'string' ? operatorHelp(written, key, item.values) : undefined,
    operatorInOtherCase(written, item.values),
  );
  return undefined;
}

/** The operator, if only its case is wrong and the values suit it. */
function operatorInOtherCase(written: unknown, values: unknown): Operator | undefined {
  if (typeof written !== 'string') return undefined;
  const operator = operators.find((each) => each.toLowerCase() === written.toLowerCase());
  if (operator === undefined) return undefined;
  const hasValues = isArray(values) && values.length > 0;
  return hasValues === needsValues(operator) ? operator : undefined;
}

function needsValues(operator: Operator): boolean {
  return operator === 'In' || operator === 'NotIn';
}

function operatorHelp(written: string, key: string, values: unknown): string | undefined {
  if (written === 'Gt' || written === 'Lt') {
    return 'Only node affinity compares numbers; a label selector names the values: operator In with a list.';
  }
  const meant = operatorMeant.get(written.toLowerCase()) ?? nearest(written, operators)[0];
  if (meant !== 'In' || written.toLowerCase() === 'in') {
    return meant === undefined ? undefined : `Did you mean "${meant}"?`;
  }
  const value = isArray(values) && typeof values[0] === 'string' ? values[0] : 'value';
  return `To require one value write operator: In with values: [${value}], or matchLabels: {${key}: ${value}}.`;
}

function valuesOf(
  item: JsonObject,
  key: string,
  pointer: JsonPointer,
  report: Report,
): readonly string[] {
  const values = item.values ?? [];
  if (isArray(values)) {
    const pointers = values.map((_, index) => pointerTo(pointer, 'values', index));
    return labelValues(values, key, pointers, report);
  }
  report(
    `${pointer}/values`,
    `"values" of the expression on "${key}" must be a list, not ${typeName(values)}.`,
    typeof values === 'string' ? `Write values: [${values}].` : undefined,
  );
  return [];
}

function reportValueCount(
  operator: Operator,
  key: string,
  expression: { readonly item: JsonObject; readonly pointer: JsonPointer },
  report: Report,
): void {
  const { item, pointer } = expression;
  const values = item.values ?? [];
  if (!isArray(values)) return;
  const wantsValues = needsValues(operator);
  if (wantsValues && values.length === 0) {
    report(
      item.values === undefined ? pointer : `${pointer}/values`,
      `Operator ${operator} on "${key}" needs at least one value.`,
      `To ask only whether the label is there, write operator: ${operator === 'In' ? 'Exists' : 'DoesNotExist'}.`,
    );
  } else if (!wantsValues && values.length > 0) {
    report(
      `${pointer}/values`,
      `Operator ${operator} on "${key}" takes no values.`,
      `Drop the values, or write operator: ${operator === 'Exists' ? 'In' : 'NotIn'}.`,
    );
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
