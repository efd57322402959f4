/** A JSON pointer as a person would write it down. */

import { quote } from '../diagnostics/quote.ts';
import { type JsonPointer, pointerTokens } from '../model/source.ts';

const PLAIN_KEY = /^[A-Za-z_][-\w]*$/;

/** `/clusters/0/labels/team~1owner` as `clusters[0].labels["team/owner"]`; the whole document as ''. */
export function describePointer(pointer: JsonPointer): string {
  return pointerTokens(pointer).reduce((text, token) => `${text}${step(text, token)}`, '');
}

function step(before: string, token: string): string {
  if (/^\d+$/.test(token)) return `[${token}]`;
  if (!PLAIN_KEY.test(token)) return `[${quote(token)}]`;
  return before === '' ? token : `.${token}`;
}
