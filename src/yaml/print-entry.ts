/** Values in, the text that they have between braces, or as lines of a mapping, out. */
import { Scalar } from 'yaml';
import { visible } from '../diagnostics/visible-text.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../model/kube-object.ts';
import { printJson } from '../model/print-json.ts';
import { printInStyle } from './print-in-style.ts';
import { printInlineString, printNumber } from './print-scalar.ts';

/** How mappings inside of an entry are written. */
export type EntryStyle = 'flow' | 'block';

export interface FlowOptions {
  /** Everything stands in double quotes. */
  readonly isJson: boolean;
}

/** One line: `{region: eu, wave: "1"}`, or the same as JSON. Members keep their order. */
export function printFlow(value: JsonValue, options: FlowOptions): string {
  if (isArray(value)) return `[${value.map((item) => printFlow(item, options)).join(', ')}]`;
  if (isObject(value)) return `{${flowMembers(value, options).join(', ')}}`;
  return options.isJson ? visible(printJson(value)) : printAtom(value, flowText);
}

/** `key: value` for each member. */
export function flowMembers(object: JsonObject, options: FlowOptions): readonly string[] {
  return Object.entries(object).map(([key, value]) => {
    const name = options.isJson ? visible(printJson(key)) : flowText(key);
    return `${name}: ${printFlow(value, options)}`;
  });
}

/** A line per member at a column, each ended; mappings inside in the style that is asked for, lists between brackets. */
export function blockMembers(
  object: JsonObject,
  { column, style }: { readonly column: number; readonly style: EntryStyle },
): string {
  const margin = ' '.repeat(column);
  return Object.entries(object)
    .map(([key, value]) => {
      const name = `${margin}${blockText(key)}:`;
      if (style === 'block' && isObject(value) && Object.keys(value).length > 0)
        return `${name}\n${blockMembers(value, { column: column + 2, style })}`;
      const text =
        isArray(value) || isObject(value)
          ? printFlow(value, { isJson: false })
          : printAtom(value, blockText);
      return `${name} ${text}\n`;
    })
    .join('');
}

/** An item of a list whose dash stands at a column: the lines of a mapping, or one line for anything else. */
export function blockItem(
  value: JsonValue,
  { column, style }: { readonly column: number; readonly style: EntryStyle },
): string {
  const margin = ' '.repeat(column);
  if (!isObject(value)) return `${margin}- ${printFlow(value, { isJson: false })}\n`;
  const lines = blockMembers(value, { column: column + 2, style });
  return lines === '' ? `${margin}- {}\n` : `${margin}- ${lines.slice(column + 2)}`;
}

function printAtom(
  value: null | boolean | number | bigint | string,
  printText: (text: string) => string,
): string {
  if (typeof value === 'string') return printText(value);
  return typeof value === 'number' || typeof value === 'bigint'
    ? printNumber(value)
    : String(value);
}

function blockText(text: string): string {
  return escaped(text) ?? printInlineString(text);
}

/** In double quotes, if anything in it does not show: people review what names other systems brought. */
function escaped(text: string): string | undefined {
  return visible(text) === text ? undefined : visible(printJson(text));
}

function flowText(text: string): string {
  const safe = escaped(text);
  if (safe !== undefined) return safe;
  const printed = printInStyle(text, { type: Scalar.PLAIN, isInFlow: true });
  return 'text' in printed ? printed.text : printJson(text);
}
