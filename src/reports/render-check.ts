/** Files that differ in, the answer of `fedc check` out. */
import { visible } from '../diagnostics/visible-text.ts';
import { printJson } from '../model/print-json.ts';

export interface DifferentFile {
  readonly path: string;
  readonly state: 'missing' | 'different' | 'extra';
}

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/** A line `state  path` for each; '' if there are none. */
export function renderCheckText(files: readonly DifferentFile[]): string {
  return files
    .map(({ path, state }) => `${state.padEnd('different'.length)}  ${visible(path)}\n`)
    .join('');
}

/** The paths, one per line. */
export function renderCheckNames(files: readonly DifferentFile[]): string {
  return files.map(({ path }) => `${visible(path)}\n`).join('');
}

/** `{"formatVersion", "out", "upToDate", "files": [{"path", "state"}]}`, paths as seen from `out`. */
export function renderCheckJson(files: readonly DifferentFile[], out: string): string {
  const shown = files.map(({ path, state }) => ({ path, state }));
  const answer = { formatVersion, out, upToDate: files.length === 0, files: shown };
  return `${printJson(answer, { indent: 2 })}\n`;
}
