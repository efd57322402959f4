/** The inventory and the flags that choose clusters in, the chosen clusters out. */
import { matchesAny } from '../config/match-path.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { requirementMatches } from '../kube/label-selector.ts';
import { parseSelectorText } from '../kube/parse-selector-text.ts';
import type { Cluster, Inventory } from '../model/cluster.ts';
import type { SliceFlags } from './flags.ts';
import { selectorProblem } from './selector-problem.ts';

/**
 * The clusters that every given flag takes; undefined if none is given: the whole fleet. A pattern or a selector that takes
 * no cluster is cli/unknown-cluster, a selector that cannot be read cli/usage.
 */
export function chooseSlice(
  { clusters }: Inventory,
  { cluster: patterns, selector }: SliceFlags,
): Outcome<ReadonlySet<string> | undefined> {
  if (patterns === undefined && selector === undefined)
    return { value: undefined, diagnostics: [] };
  const byName = patterns === undefined ? all(clusters) : byPatterns(clusters, patterns);
  const bySelector = selector === undefined ? all(clusters) : bySelectorText(clusters, selector);
  const value = byName.value.filter((name) => bySelector.value.includes(name));
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
