/** The way to a field of an object, and how people read it. */
import { quote } from '../diagnostics/quote.ts';
import { visible } from '../diagnostics/visible-text.ts';

export type PathStep =
  | { readonly kind: 'member'; readonly name: string }
  /** The item of a list that has this value (as JSON text, if it is no text) under this key. */
  | { readonly kind: 'item'; readonly key: string; readonly value: string }
  /** The item of a list at this place, from zero. */
  | { readonly kind: 'index'; readonly index: number };

/** `spec.template.spec.containers[name=web].args[0]`; the object itself is `.`, and odd names stand in quotes. */
export function fieldPathText(path: readonly PathStep[]): string {
  const text = path.map(stepText).join('');
  return text === '' ? '.' : text.replace(/^\./, '');
}

function stepText(step: PathStep): string {
  switch (step.kind) {
    case 'member':
      return /^[A-Za-z_][\w-]*$/.test(step.name) ? `.${step.name}` : `[${shown(step.name)}]`;
    case 'item':
      return `[${step.key}=${itemText(step.value)}]`;
    case 'index':
      return `[${step.index}]`;
  }
}

/** What begins with a quote is JSON text already. */
function itemText(value: string): string {
  if (value.startsWith('"')) return visible(value);
  return /^[\w./:-]+$/.test(value) ? value : shown(value);
}

function shown(text: string): string {
  return visible(quote(text));
}
