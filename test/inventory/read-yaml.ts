/** A YAML text in, its objects out, as if it were a file named as inventory. */
import { unpackLists } from '../../src/frontends/unpack-lists.ts';
import type { SourceObject } from '../../src/model/source.ts';
import { parseYaml } from '../../src/yaml/parse.ts';

export function objectsOf(
  text: string,
  { path = 'clusters.yaml', role = 'inventory' as SourceObject['role'] } = {},
): readonly SourceObject[] {
  const parsed = parseYaml(text, { path });
  const unpacked = unpackLists(parsed.documents);
  if (parsed.diagnostics.length + unpacked.diagnostics.length > 0)
    throw new Error(`${path} does not parse`);
  return unpacked.value.map((source) => (role === undefined ? source : { ...source, role }));
}
