/** A text in, the same as a word of a shell command out. */
import { visible } from './visible-text.ts';

/** As it is pasted into a shell. */
export function shellWord(text: string): string {
  const shown = visible(text);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
