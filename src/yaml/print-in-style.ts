/** A text in, the same in the quotes that another one has out. */
import { Scalar } from 'yaml';
import { printInlineString } from './print-scalar.ts';
import type { Refusal } from './splices.ts';

/** What ends or begins something else between brackets. */
const notPlainInFlow = /[,[\]{}?]|^:|:$/;

/** The text as the scalar that stood there was quoted; plain becomes quoted where it would be read as something else. */
export function printInStyle(
  text: string,
  { type, isInFlow }: { readonly type: string | undefined; readonly isInFlow: boolean },
): { readonly text: string } | Refusal {
  const inline = printInlineString(text);
  const isPrintable = !inline.startsWith('"') || isWord(text);
  switch (type) {
    case Scalar.PLAIN: {
      const isSafe = inline !== text || !isInFlow || !notPlainInFlow.test(text);
      return { text: isSafe ? inline : singleQuoted(text) };
    }
    case Scalar.QUOTE_SINGLE:
      return { text: isPrintable ? singleQuoted(text) : inline };
    case Scalar.QUOTE_DOUBLE:
      return { text: isPrintable ? doubleQuoted(text) : inline };
    default:
      return { refusal: 'it is written as a block of lines' };
  }
}

/** Quoted only because it looks like something else. */
function isWord(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
