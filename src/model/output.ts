/** What is written. */

/** A text whose SHA-256 somebody wants to have once it is written. */
export interface WantedHash {
  /** In hex; undefined until it is known. */
  hash: string | undefined;
  /** Whoever writes the text finds it out, and tells it when all files are written. */
  isPromised: boolean;
}

export interface OutputFile {
  /** Relative to the output folder, separated by '/'. */
  readonly path: string;
  readonly text: string;
  /** The same for files that hold the same text; absent if no other does. */
  readonly shared?: object;
  /** Absent if the hash of this text is known or promised. */
  readonly wanted?: WantedHash;
}

/** Files one at a time, as often as they are asked for, perhaps made while they are; their number is known before. */
export interface FileSequence extends Iterable<OutputFile> {
  readonly length: number;
}

/** What has to happen on disk so that the tree equals the outputs. */
export interface WritePlan {
  readonly writes: FileSequence;
  /** Paths that a lock lists and the outputs no longer hold. */
  readonly deletions: readonly string[];
  /** Files that already hold the right bytes. */
  readonly unchanged: number;
}
