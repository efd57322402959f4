/** The inventory and the flags that choose clusters in, the chosen clusters out. */
import { matchesAny } from '../config/match-path.ts';
import { type Diagnostic, diagnose, hasError, type Outcome } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { requirementMatches } from '../kube/label-selector.ts';
import { parseSelectorText } from '../kube/parse-selector-text.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { Slice } from '../tree/slice.ts';
import type { SliceFlags } from './flags.ts';
import { selectorProblem } from './selector-problem.ts';
import { createShardFilter } from './shard.ts';

/**
 * The clusters that every given flag takes; undefined if none is given: the whole fleet. A pattern or a selector that takes
 * no cluster is cli/unknown-cluster, a selector that cannot be read cli/usage, a shard without a cluster the note
 * cli/empty-shard. A cluster that left the inventory is in its shard all the same: somebody has to delete what it had.
 */
export function chooseSlice(inventory: Inventory, flags: SliceFlags): Outcome<Slice | undefined> {
  const chosen = chooseByLabel(inventory, flags);
  const { shard } = flags;
  if (shard === undefined || hasError(chosen.diagnostics)) return chosen;
  const isPart = createShardFilter(shard);
  const meant = inventory.clusters.filter(({ name }) => chosen.value?.has(name) ?? true);
  const isEmpty = meant.length > 0 && !meant.some(({ name }) => isPart(name));
  const args = { shard: `${shard.index}/${shard.count}`, clusters: meant.length };
  return {
    value: {
      has: (name) => (chosen.value?.has(name) ?? true) && isPart(name),
      ownsCommon: chosen.value === undefined && shard.index === 1,
      isPartOfWhole: chosen.value === undefined,
    },
    diagnostics: isEmpty ? [diagnose('cli/empty-shard', { flag: '--shard' }, args)] : [],
  };
}

/** Of some clusters nobody knows yet which they are. */
export function isWholeFleet({ cluster, selector, shard }: SliceFlags): boolean {
  return [cluster, selector, shard].every((flag) => flag === undefined);
}

function chooseByLabel(
  { clusters }: Inventory,
  { cluster: patterns, selector }: SliceFlags,
): Outcome<Slice | undefined> {
  if (patterns === undefined && selector === undefined)
    return { value: undefined, diagnostics: [] };
  const byName = patterns === undefined ? all(clusters) : byPatterns(clusters, patterns);
  const bySelector = selector === undefined ? all(clusters) : bySelectorText(clusters, selector);
  const selected = new Set(bySelector.value);
  const value = byName.value.filter((name) => selected.has(name));
  const diagnostics = [...byName.diagnostics, ...bySelector.diagnostics];
  if (value.length === 0 && diagnostics.length === 0) {
    const wanted = `${patterns?.join(', ')} with ${selector}`;
    diagnostics.push(unknown('--cluster', wanted, clusters));
  }
  return { value: new Set(value), diagnostics };
}

type Names = Outcome<readonly string[]>;

function all(clusters: readonly Cluster[]): Names {
  return { value: clusters.map(({ name }) => name), diagnostics: [] };
}

function byPatterns(clusters: readonly Cluster[], patterns: readonly string[]): Names {
  const found = patterns.map((pattern) => ({
    pattern,
    names: clusters.map(({ name }) => name).filter((name) => takes(pattern, name)),
  }));
  return {
    value: found.flatMap(({ names }) => names),
    diagnostics: found
      .filter(({ names }) => names.length === 0)
      .map(({ pattern }) => unknown('--cluster', pattern, clusters)),
  };
}

function takes(pattern: string, name: string): boolean {
  return pattern === name || matchesAny(name, [pattern]);
}

function bySelectorText(clusters: readonly Cluster[], selector: string): Names {
  const parsed = parseSelectorText(selector);
  if (!parsed.ok) {
    return { value: [], diagnostics: [selectorProblem('--selector', selector, parsed)] };
  }
  const value = clusters
    .filter(({ labels }) => parsed.requirements.every((each) => requirementMatches(each, labels)))
    .map(({ name }) => name);
  return {
    value,
    diagnostics: value.length === 0 ? [unknown('--selector', selector, clusters)] : [],
  };
}

function unknown(
  flag: '--cluster' | '--selector',
  wanted: string,
  clusters: readonly Cluster[],
): Diagnostic {
  const names = clusters.map(({ name }) => name);
  return diagnose(
    'cli/unknown-cluster',
    { flag },
    {
      cluster: wanted,
      by: flag === '--cluster' ? 'name' : 'selector',
      nearest: flag === '--cluster' ? nearest(wanted, names, 2) : [],
      known: clusters.length,
    },
  );
}
