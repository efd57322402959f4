/** The text a mapping key becomes. */
import type { Resolution } from './resolve-scalar.ts';

export type MappingKey =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Keys are text in JSON: how kubectl spells a key that is none (sigs.k8s.io/yaml, convertToJSONableObject). */
export function mappingKey(key: Resolution): MappingKey {
  switch (key.kind) {
    case 'string':
    case 'timestamp':
    case 'merge':
      return { kind: 'text', text: key.value };
    case 'boolean':
    case 'integer':
      return { kind: 'text', text: String(key.value) };
    case 'float':
      return { kind: 'text', text: float32Text(key.value) };
    case 'null':
      return { kind: 'refused', reason: 'a mapping key that is null' };
    case 'unsigned':
      return {
        kind: 'refused',
        reason: 'a mapping key that is an integer above 9223372036854775807',
      };
    case 'refused':
      return key;
  }
}

/** The shortest decimal that gives the same float32, as Go's FormatFloat(value, 'g', -1, 32) writes it. */
function float32Text(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  const [digits = '', exponent = '0'] = shortestDigits(single).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 6) {
    return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return String(Number(`${digits}e${exponent}`));
}

function shortestDigits(single: number): string {
  for (let digits = 0; digits < 8; digits += 1) {
    const text = single.toExponential(digits);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(8);
}
