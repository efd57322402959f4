/** kubectl's limit of what aliases may expand to. */

/** Aliases below these numbers are never too many. */
const freeAliasVisits = 100;
const freeVisits = 1000;

/** Up to this many visits nearly all may come from aliases; the share falls evenly up to the second number. */
const generousUntil = 400_000;
const strictFrom = 4_000_000;
const generousShare = 0.99;
const strictShare = 0.1;

/** Counts nodes as a reader without sharing would visit them. */
export class AliasBudget {
  visits = 0;
  private aliasVisits = 0;

  /** Counts one node where it is written. */
  visit(): void {
    this.visits += 1;
  }

  /** Counts what an alias stands for; false if the document is refused for it (YAML v2 for Go, decode.go, allowedAliasRatio). */
  expand(visits: number): boolean {
    this.visits += visits;
    this.aliasVisits += visits;
    if (this.aliasVisits <= freeAliasVisits || this.visits <= freeVisits) return true;
    return this.aliasVisits / this.visits <= allowedShare(this.visits);
  }
}

function allowedShare(visits: number): number {
  if (visits <= generousUntil) return generousShare;
  if (visits >= strictFrom) return strictShare;
  const position = (visits - generousUntil) / (strictFrom - generousUntil);
  return generousShare - (generousShare - strictShare) * position;
}
