/** Files of manifests in, the objects in them out. */
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { unpackLists } from '../frontends/unpack-lists.ts';
import type { Host } from '../io/host.ts';
import type { Content } from '../reports/compare-fleets.ts';
import { identityOf } from '../tree/identity.ts';
import { decodeUtf8 } from '../yaml/decode-utf8.ts';
import { parseYaml } from '../yaml/parse.ts';

/** A manifest to read. */
export interface ManifestFile {
  readonly absolute: string;
  /** As people look for it. */
  readonly shown: string;
}

export interface ObjectReader {
  /** The objects of a file, Lists unpacked; what has no kind or no name is left out. Equal texts are parsed once. */
  read(file: ManifestFile): Outcome<readonly Content[]>;
  /** The text of a file that was read. */
  textOf(shown: string): string | undefined;
}

/** Reads manifests that fedc may not have written. */
export function createObjectReader(host: Host): ObjectReader {
  const known = new Map<string, Outcome<readonly Content[]>>();
  const faulty = new Map<string, string>();
  return {
    read({ absolute, shown }) {
      const decoded = decodeUtf8(host.readFile(absolute), shown);
      if ('diagnostic' in decoded) return { value: [], diagnostics: [decoded.diagnostic] };
      const { text } = decoded;
      const before = known.get(text);
      if (before !== undefined) return { value: before.value, diagnostics: [] };
      const found = objectsIn(text, shown);
      known.set(text, found);
      if (found.diagnostics.length > 0) faulty.set(shown, text);
      return found;
    },
    textOf: (shown) => faulty.get(shown),
  };
}

function objectsIn(text: string, shown: string): Outcome<readonly Content[]> {
  const parsed = parseYaml(text, { path: shown });
  const unpacked = unpackLists(parsed.documents);
  const value = unpacked.value.flatMap(({ object }): readonly Content[] => {
    const key = identityOf(object);
    return key === undefined ? [] : [{ key, object }];
  });
  const diagnostics: readonly Diagnostic[] = [...parsed.diagnostics, ...unpacked.diagnostics];
  return { value, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') };
}
