/** What the planner did for one cluster, in words: totals, limits, shares, rounding and who is served first. */
import type { ReplicaPass, ReplicaShare } from '../model/decisions.ts';
import type { ReplicaPreference } from '../model/federated-resource.ts';

export interface Planned {
  readonly replicas: number;
  readonly share: ReplicaShare;
  readonly preference: ReplicaPreference;
}

/** One line: `4 of 9; entry *: weight 1; minimum 1; 8 left x 1/3 = 2.67, rounded up to 3; served 1st of 3 ...`. */
export function describePlan(planned: Planned): string {
  return planLines(planned).join('; ');
}

/** The same as short lines. */
export function planLines({ replicas, share, preference }: Planned): readonly string[] {
  const head = `${replicas} of ${preference.total}`;
  if (share.entry === undefined)
    return [head, 'no entry of spec.clusters speaks of this cluster, and there is no *'];
  return [
    head,
    entryWords(share),
    ...minimumWords(share),
    ...(share.kept > 0 ? [`${share.kept} more stay, because they run there already`] : []),
    ...passesWords(share),
    ...(share.cappedByMax ? [`stopped at maxReplicas ${share.maxReplicas}`] : []),
    ...(share.ranked > 1 ? [rankWords(share)] : []),
  ];
}

function entryWords({ entry, weight, minReplicas, maxReplicas }: ReplicaShare): string {
  const limits = [
    `weight ${weight}`,
    ...(minReplicas === undefined ? [] : [`minReplicas ${minReplicas}`]),
    ...(maxReplicas === undefined ? [] : [`maxReplicas ${maxReplicas}`]),
  ];
  return `entry ${entry}: ${limits.join(', ')}`;
}

function minimumWords({ minimum, minReplicas = 0 }: ReplicaShare): readonly string[] {
  if (minimum < minReplicas) return [`${leftWords(minimum)} for minReplicas ${minReplicas}`];
  return minimum > 0 ? [`${minimum} for minReplicas`] : [];
}

function leftWords(amount: number): string {
  return amount === 0 ? 'nothing was left' : `only ${amount} ${amount === 1 ? 'was' : 'were'} left`;
}

/** What runs there already counts towards the shares of the first passes. */
function passesWords(share: ReplicaShare): readonly string[] {
  let unclaimed = share.kept;
  return share.passes.map((pass) => {
    const claimed = Math.min(pass.fair, unclaimed);
    unclaimed -= claimed;
    return passWords(pass, share, pass.fair - claimed);
  });
}

/** The controller rounds every share up, so that the clusters served last get what is left. */
function passWords(
  { left, weightSum, fair, given }: ReplicaPass,
  { weight }: ReplicaShare,
  fresh: number,
): string {
  const exact = (Number(left) * Number(weight)) / Number(weightSum);
  const share = `${left} left x ${weight}/${weightSum} = ${roundedText(exact)}`;
  const rounding = Number.isInteger(exact)
    ? ''
    : fair === Math.ceil(exact)
      ? `, rounded up to ${fair}`
      : `, but ${leftWords(fair)}`;
  const result = fresh === fair ? '' : `, of which ${fresh} ${fresh === 1 ? 'is' : 'are'} new`;
  return share + rounding + result + (given === fresh ? '' : limitWords(given));
}

/** A maximum below the minimum takes away what the minimum gave. */
function limitWords(given: number): string {
  if (given < 0) return `, but maxReplicas takes ${-given} away`;
  const fitting = given === 0 ? 'none fits' : given === 1 ? 'only 1 fits' : `only ${given} fit`;
  return `, but ${fitting} under maxReplicas`;
}

function roundedText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function rankWords({ rank, ranked, hash }: ReplicaShare): string {
  return `served ${ordinal(rank)} of ${ranked} (the greater weight first, then the smaller hash; here ${hash})`;
}

function ordinal(number: number): string {
  const ending = /(?:^|[^1])1$/.test(String(number))
    ? 'st'
    : /(?:^|[^1])2$/.test(String(number))
      ? 'nd'
      : /(?:^|[^1])3$/.test(String(number))
        ? 'rd'
        : 'th';
  return `${number}${ending}`;
}
