/** A value in, a few characters that tell which one it is out. */
import { count } from '../diagnostics/entry.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { printJson } from '../model/print-json.ts';
import { printYaml } from '../yaml/print.ts';

const longest = 48;

/** A scalar as YAML writes it, a collection as JSON, cut where it is long; of a text of several lines how many there are. */
export function showValue(value: JsonValue): string {
  if (typeof value === 'string' && value.trimEnd().includes('\n'))
    return `(${count(value.trimEnd().split('\n').length, 'line')} of text)`;
  const text = isObject(value) || isArray(value) ? printJson(value) : printYaml(value).trimEnd();
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}
