/**
 * A repair that is certain to be what the author means: changes of the sources, named by places, not by text. That of a
 * warning never changes what is compiled: where the controller ignores something, only an error may be repaired.
 */
import type { Origin } from '../model/source.ts';

/** One change. Comments, quoting and order around it survive; see yaml/edit-text.ts. */
export type SourceEdit =
  /** A scalar gets another text; its quotes stay if they can. */
  | { readonly kind: 'set-scalar'; readonly at: Origin; readonly value: string }
  /** A member gets another name. */
  | { readonly kind: 'rename-key'; readonly at: Origin; readonly key: string }
  /** A member goes, with its name and its comments, into the mapping at `into`, which is made if it is not there. */
  | { readonly kind: 'move-member'; readonly from: Origin; readonly into: Origin }
  /** Every item `x` of a list becomes `{key: x}`. */
  | { readonly kind: 'wrap-items'; readonly at: Origin; readonly key: string };

export interface Fix {
  /** What it does, as an order without full stop: `write name: eu-1`. */
  readonly title: string;
  /** Each sees the text before the first of them; in one document all of them apply, or none. */
  readonly edits: readonly SourceEdit[];
}

/** The repair that writes one text at all of these places. */
export function writeText(value: string, places: readonly Origin[], member = ''): Fix {
  return {
    title: `write ${member === '' ? '' : `${member}: `}${value}`,
    edits: places.map((at) => ({ kind: 'set-scalar', at, value })),
  };
}

/** The file that a repair is in; undefined if there are several. */
export function fixedFile({ edits }: Fix): string | undefined {
  const files = new Set(
    edits.map((edit) => (edit.kind === 'move-member' ? edit.from.file : edit.at.file)),
  );
  const [file] = files;
  return files.size === 1 ? file : undefined;
}

/** The codes whose diagnostics can carry a repair. */
export const fixableCodes: readonly string[] = [
  'kubefed/misplaced-field',
  'kubefed/old-group',
  'kubefed/old-shape',
  'kubefed/unknown-field',
  'kubefed/wrong-group',
  'override/dotted-path',
  'override/path-not-found',
  'override/unknown-cluster',
  'placement/invalid-selector',
  'placement/unknown-cluster',
  'replicas/unknown-cluster',
];
