/** What is written. */

export interface OutputFile {
  /** Relative to the output folder, separated by '/'. */
  readonly path: string;
  readonly text: string;
}

/** What has to happen on disk so that the tree equals the outputs. */
export interface WritePlan {
  readonly writes: readonly OutputFile[];
  /** Paths that a lock lists and the outputs no longer hold. */
  readonly deletions: readonly string[];
  /** Files that already hold the right bytes. */
  readonly unchanged: number;
}
