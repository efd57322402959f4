/** Label selectors as apimachinery v0.22 reads them. */
import { isAbsent, isMap, type Json } from './values.ts';

export type Labels = Readonly<Record<string, string>>;

/** 'invalid', or whether the labels match. An absent selector matches nothing, an empty one everything. */
export function matchSelector(selector: Json | undefined, labels: Labels): boolean | 'invalid' {
  if (isAbsent(selector)) return false;
  if (!isValidSelector(selector)) return 'invalid';
  const wanted = isMap(selector['matchLabels']) ? selector['matchLabels'] : {};
  const expressions = Array.isArray(selector['matchExpressions'])
    ? selector['matchExpressions']
    : [];
  const labelsMatch = Object.entries(wanted).every(
    ([key, value]) => labelOf(labels, key) === value,
  );
  return labelsMatch && expressions.every((expression) => matchExpression(expression, labels));
}

function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function matchExpression(expression: Json, labels: Labels): boolean {
  if (!isMap(expression)) return false;
  const value = labelOf(labels, String(expression['key']));
  const values = Array.isArray(expression['values']) ? expression['values'] : [];
  switch (expression['operator']) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

export function isValidSelector(selector: Json): selector is { [key: string]: Json } {
  if (!isMap(selector)) return false;
  const { matchLabels, matchExpressions } = selector;
  if (!isAbsent(matchLabels)) {
    if (!isMap(matchLabels)) return false;
    if (
      !Object.entries(matchLabels).every(([key, value]) => isLabelKey(key) && isLabelValue(value))
    )
      return false;
  }
  if (isAbsent(matchExpressions)) return true;
  return Array.isArray(matchExpressions) && matchExpressions.every(isValidExpression);
}

function isValidExpression(expression: Json): boolean {
  if (!isMap(expression) || !isLabelKey(expression['key'])) return false;
  const values = isAbsent(expression['values']) ? [] : expression['values'];
  if (!Array.isArray(values) || !values.every(isLabelValue)) return false;
  switch (expression['operator']) {
    case 'In':
    case 'NotIn':
      return values.length > 0;
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0;
    default:
      return false;
  }
}

const labelName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function isLabelValue(value: Json | undefined): boolean {
  if (typeof value !== 'string') return false;
  return value === '' || (value.length <= 63 && labelName.test(value));
}

function isLabelKey(key: Json | undefined): boolean {
  if (typeof key !== 'string') return false;
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2 || name.length > 63 || !labelName.test(name)) return false;
  return parts.length === 1 || (parts[0]!.length <= 253 && subdomain.test(parts[0]!));
}
