/** Variants of an object in; out: the path of their files inside the folder of a cluster, and what those hold. */
import type { Layout } from '../model/config.ts';
import type { Variant } from '../model/variant.ts';
import { createPrinter, printYaml } from '../yaml/print.ts';
import { type Content, createContent } from './content.ts';
import { fileName } from './file-name.ts';
import { folderOf } from './layout.ts';

/** Inside the folder of a cluster. */
export function sheetPath(variant: Pick<Variant, 'key' | 'app'>, layout: Layout): string {
  return `${folderOf(variant, layout)}/${fileName(variant.key)}`;
}

/** Each variant of an object with its content: they are printed from parts of one another. */
export function withContents(
  variants: readonly Variant[],
): readonly (readonly [Variant, Content])[] {
  const print = variants.length > 1 ? createPrinter() : printYaml;
  return variants.map((variant) => {
    const { object, clusters, verbatim } = variant;
    return [variant, createContent(() => verbatim ?? print(object), clusters.length)];
  });
}
