/** A tree on disk made from a compilation, for the tests of what a plan deletes. */

import { sha256Hex } from '../../src/kube/digest.ts';
import type { Layout } from '../../src/model/config.ts';
import type { Variant } from '../../src/model/variant.ts';
import { type Deletions, findDeletions } from '../../src/tree/deletions.ts';
import { outputFiles } from '../../src/tree/output-files.ts';
import { planWrites, type Standing } from '../../src/tree/plan.ts';
import { createTreeFiles } from '../../src/tree/tree-files.ts';
import { compilation } from './variants.ts';

export interface Fleet {
  readonly variants: readonly Variant[];
  readonly layout?: Layout;
}

/** What building the second fleet over the first deletes. */
export function deletionsBetween(
  { variants: before, layout: oldLayout = 'by-namespace' }: Fleet,
  { variants: after, layout = 'by-namespace' }: Fleet,
  options: { readonly slice?: ReadonlySet<string>; readonly edited?: string } = {},
): Deletions {
  const disk = new Map<string, string>();
  const outputs = [...outputFiles(compilation(...before), oldLayout)];
  const first = planWrites({
    outputs: createTreeFiles(compilation(...before), oldLayout).files(),
    locks: new Map(),
    standing: () => ({ kind: 'absent' }),
  });
  for (const { path, text } of outputs) disk.set(path, text);
  const locks = new Map(first.value.locks.map(({ path, text }) => [path, text]));
  const standing = (path: string): Standing => {
    const text = disk.get(path);
    return text === undefined ? { kind: 'absent' } : { kind: 'file', hash: sha256Hex(text) };
  };
  if (options.edited !== undefined) disk.set(options.edited, 'edited: [');
  const { slice } = options;
  const { value: plan } = planWrites({
    outputs: createTreeFiles(compilation(...after), layout, { slice }).files(),
    locks,
    standing,
    overwrite: new Set(options.edited === undefined ? [] : [options.edited]),
    ...(slice === undefined ? {} : { slice }),
  });
  return findDeletions({ plan, manifests: after, readText: (path) => disk.get(path) });
}
