/** Variants in while others are being compiled; out: their files, written beside the place of a tree where none stands. */
import type { FinishedListener } from '../compile.ts';
import { createFolderMaker } from '../io/apply.ts';
import {
  abandonStaging,
  type BegunStaging,
  beginStaging,
  stagingFolder,
} from '../io/first-build.ts';
import { type Host, HostError, quietly, unlessRefused } from '../io/host.ts';
import type { Layout, Options } from '../model/config.ts';
import type { Variant } from '../model/variant.ts';
import { type Content, markWritten, outputOf } from '../tree/content.ts';
import { sheetPath, withContents } from '../tree/variant-files.ts';
import { refuseFolder } from './output-folder.ts';

/**
 * Nobody sees the folder before the tree is complete and may be written. Until then it is as it was: whatever is found to be wrong,
 * what was written is removed.
 */
export interface EarlyFiles {
  /** For the compiler. */
  readonly begin: (options: Options, files: () => number) => FinishedListener | undefined;
  /** What was begun, if anything: whoever takes it removes it or makes it the tree. */
  take(): BegunStaging | undefined;
  /** The content of a variant whose files were written, while what was begun is being finished. */
  readonly written: (variant: Variant) => Content | undefined;
  /** Removes what was begun, unless somebody took it. From now on nothing is written. */
  end(): void;
}

/** `root`, `out`: absolute. */
export function createEarlyFiles(
  host: Host,
  { root, out }: { readonly root: string; readonly out: string },
): EarlyFiles {
  const contents = new Map<Variant, Content>();
  let begun: BegunStaging | undefined;
  const end = () => {
    contents.clear();
    const left = begun;
    begun = undefined;
    if (left !== undefined) quietly(() => abandonStaging(host, out, left));
  };
  return {
    begin({ layout }, files) {
      // Whoever writes everything says why it cannot be, after all that is wrong with the sources.
      begun = unlessRefused(() => {
        const isRefused = refuseFolder(host, { root, out }).length > 0;
        return isRefused ? undefined : beginStaging(host, out, files());
      });
      if (begun === undefined) return undefined;
      host.progress.begin('writing', files);
      const write = createWriter(host, stagingFolder(out), layout);
      return (variants) => {
        if (begun === undefined) return;
        try {
          for (const [variant, content] of write(variants, begun)) contents.set(variant, content);
          begun = { ...begun, files: begun.files + filesOf(variants) };
        } catch (error) {
          // Whoever writes everything says what the machine refuses.
          if (!(error instanceof HostError)) throw error;
          end();
        }
      };
    },
    take() {
      const taken = begun;
      begun = undefined;
      return taken;
    },
    written: (variant) => contents.get(variant),
    end,
  };
}

function filesOf(variants: readonly Variant[]): number {
  return variants.reduce((sum, { clusters }) => sum + clusters.length, 0);
}

type WriteVariants = (
  variants: readonly Variant[],
  begun: BegunStaging,
) => readonly (readonly [Variant, Content])[];

function createWriter(host: Host, folder: string, layout: Layout): WriteVariants {
  const makeFolder = createFolderMaker(host);
  return (variants, { work }) => {
    const contents = withContents(variants);
    for (const [variant, content] of contents) {
      const inner = `/${sheetPath(variant, layout)}`;
      const parent = inner.slice(0, inner.lastIndexOf('/'));
      for (const cluster of variant.clusters) {
        const own = `${folder}/clusters/${cluster}`;
        makeFolder(own + parent);
        const { text, shared, wanted } = outputOf({ path: inner, content });
        work.write(own + inner, text, { shared, wanted });
        host.progress.advance();
      }
      markWritten(content);
    }
    return contents;
  };
}
