/** `--shard` in; out: which clusters are part of it, by their names alone. */
import { sha256Hex } from '../kube/digest.ts';

/** Part `index` of `count`, from one. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const mostShards = 10_000;

/** Reads `I/N` in plain decimal numbers, 1 <= I <= N <= 10000; else a sentence that says what is wrong. */
export function parseShard(text: string): Shard | { readonly problem: string } {
  const [, first, second] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (first === undefined || second === undefined)
    return { problem: 'Write I/N with two whole numbers from 1, such as 1/4.' };
  const [index, count] = [Number(first), Number(second)];
  if (count > mostShards) return { problem: `There are at most ${mostShards} shards.` };
  if (index > count) return { problem: `Of ${count} shards the last is ${count}/${count}.` };
  return { index, count };
}

/**
 * Whether a cluster is part of the shard, remembered. Each name is part of exactly one of the N, whatever other clusters there
 * are, so a cluster that comes or goes moves no other one.
 */
export function createShardFilter({ index, count }: Shard): (cluster: string) => boolean {
  const known = new Map<string, boolean>();
  return (cluster) => {
    let isPart = known.get(cluster);
    if (isPart === undefined) {
      isPart = numberOf(cluster) % count === index - 1;
      known.set(cluster, isPart);
    }
    return isPart;
  };
}

/** Twelve hexadecimal digits are an exact integer, and many more than there are shards. */
function numberOf(cluster: string): number {
  return Number.parseInt(sha256Hex(cluster).slice(0, 12), 16);
}
