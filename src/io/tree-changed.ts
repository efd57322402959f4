/** What stops a run half-way because somebody else touched the tree under it. */

export class TreeChanged extends Error {
  /** Relative to the output folder. */
  readonly path: string;
  /** Why nothing may be written there; undefined if a file holds other bytes than it did when the run was planned. */
  readonly obstacle: string | undefined;

  constructor(path: string, obstacle?: string) {
    super(`${path}: ${obstacle ?? 'changed'}`);
    this.path = path;
    this.obstacle = obstacle;
  }
}
