/** What is edited. */
import type { ParsedNode } from 'yaml';

/** A document that is edited: its tree, and the text that the tree's offsets belong to. */
export interface EditedDocument {
  readonly root: ParsedNode;
  readonly text: string;
  /** Keys stand in double quotes. */
  readonly isJson: boolean;
}
