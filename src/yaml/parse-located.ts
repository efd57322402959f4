/** The reader as other people's programs call it: values and located diagnostics. */
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { parseYaml } from './parse.ts';

export interface LocatedParse {
  /** kubectl's documents: empty ones are skipped, Lists are not unpacked. */
  readonly documents: readonly JsonValue[];
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads YAML or JSON text as kubectl does. Never throws; a document that cannot be read is a diagnostic. */
export function parseLocated(text: string, options: { readonly path?: string } = {}): LocatedParse {
  const { documents, diagnostics } = parseYaml(text, options);
  return {
    documents: documents.map(({ value }) => value),
    diagnostics: locateDiagnostics(diagnostics, () => text),
  };
}
