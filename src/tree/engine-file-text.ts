/** A file of an engine in, its text out. */
import type { EngineFile } from '../model/variant.ts';
import { printYamlStream } from '../yaml/print.ts';

/** The comment, then the documents. */
export function engineFileText({ comment = [], documents }: EngineFile): string {
  const lines = comment.map((line) => (line === '' ? '#\n' : `# ${line}\n`));
  return `${lines.join('')}${printYamlStream(documents)}`;
}
