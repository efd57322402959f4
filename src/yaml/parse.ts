/** From the text of a file to its documents and what is wrong with them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ParsedDocument } from '../model/source.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type Reader, readStream } from './read-stream.ts';

export interface ParseResult {
  /** Those that could be read, numbered from zero; empty ones are skipped. */
  readonly documents: readonly ParsedDocument[];
  /** At most one error per document, and its warnings if it has none. Places are text positions. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParseOptions {
  /** Names the file in places; '' if absent. */
  readonly path?: string;
  readonly limits?: Partial<Limits>;
  /** `fast` if absent. Both give the same; `full` is there to show it. */
  readonly reader?: Reader;
}

/**
 * Reads YAML or JSON text as kubectl reads it (sigs.k8s.io/yaml behind the stream decoder of Kubernetes 1.33): YAML 1.1 scalars,
 * integers within int64 exact, objects without prototype. Never throws. Differs: equal keys are refused, and so is what
 * kubectl would read only in part.
 */
export function parseYaml(text: string, options: ParseOptions = {}): ParseResult {
  const file = options.path ?? '';
  const limits = { ...defaultLimits, ...options.limits };
  const { reader = 'fast' } = options;
  const { documents, diagnostics } = readStream(text, {
    file,
    limits,
    recordsPlaces: false,
    reader,
  });
  return {
    documents: documents.map(({ value }, document) => ({ file, document, value })),
    diagnostics,
  };
}
