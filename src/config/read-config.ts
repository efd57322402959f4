/** fedc.yaml in, its settings out. */
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { describePointer } from '../kube/describe-pointer.ts';
import type { Config } from '../model/config.ts';
import { type Origin, onKey, type ParsedDocument } from '../model/source.ts';
import { checkConfig } from './check-config.ts';

/**
 * The settings of a parsed file; none if there is no document or it is empty. `file` is what messages call the file.
 * Wrong settings are reported (config/unknown-key, config/invalid) and left out of the result.
 */
export function readConfig(document: ParsedDocument | undefined, file: string): Outcome<Config> {
  if (document === undefined) return { value: {}, diagnostics: [] };
  const place = (pointer: string): Origin => ({
    file: document.file,
    document: document.document,
    pointer,
  });
  return checkConfig(document.value, {
    title: file,
    valueAt: place,
    keyAt: (pointer) => onKey(place(pointer)),
    nameOf: describePointer,
  });
}
