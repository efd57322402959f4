/** A compilation in, the files of the output tree out; locks excepted, they follow from the files. */
import type { Layout } from '../model/config.ts';
import type { OutputFile } from '../model/output.ts';
import type { Compilation } from '../model/variant.ts';
import { textOf } from './content.ts';
import type { Slice } from './slice.ts';
import { createTreeFiles } from './tree-files.ts';

/**
 * The files, one at a time, in the order of the UTF-16 code units of their paths: .gitattributes, the manifests and an index
 * file for every cluster that gets one; none at all without a manifest. `clusters` limits it to some clusters. Equal contents share one text.
 */
export function* outputFiles(
  compilation: Compilation,
  layout: Layout,
  clusters?: Slice,
): Generator<OutputFile> {
  for (const { path, content } of createTreeFiles(compilation, layout, { slice: clusters }).files())
    yield { path, text: textOf(content) };
}
