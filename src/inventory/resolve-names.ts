/** Entries in, the same under the names that the native form gives: its `names:` say what other systems call a cluster. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { EngineNames } from '../model/cluster.ts';
import type { ClusterEntry } from './cluster-entry.ts';

const systems = ['argocd', 'fleet', 'ocm', 'context'] as const satisfies (keyof EngineNames)[];

/**
 * An entry of another system takes the name of the cluster that is said to be called so there. inventory/invalid if two
 * clusters say it.
 */
export function resolveNames(entries: readonly ClusterEntry[]): Outcome<readonly ClusterEntry[]> {
  const claims = claimsOf(entries);
  const diagnostics: Diagnostic[] = [];
  const value = entries.map((entry) => {
    if (entry.kind === 'ClusterInventory') return entry;
    const found = claimOf(entry, claims);
    if (found === undefined) return entry;
    const [first, second] = found.claimants;
    if (second !== undefined) diagnostics.push(claimedTwice(found.system, first, second));
    return { ...entry, cluster: { ...entry.cluster, name: first.cluster.name } };
  });
  return { value, diagnostics };
}

type Claimants = readonly [ClusterEntry, ...ClusterEntry[]];

/** Native entries by what they say a system calls their cluster. */
function claimsOf(entries: readonly ClusterEntry[]): ReadonlyMap<string, Claimants> {
  const claims = new Map<string, [ClusterEntry, ...ClusterEntry[]]>();
  for (const entry of entries.filter(({ kind }) => kind === 'ClusterInventory')) {
    for (const system of systems) {
      const name = entry.cluster.names[system];
      if (name === undefined) continue;
      const known = claims.get(`${system} ${name}`);
      if (known === undefined) claims.set(`${system} ${name}`, [entry]);
      else known.push(entry);
    }
  }
  return claims;
}

function claimOf(
  { cluster: { names } }: ClusterEntry,
  claims: ReadonlyMap<string, Claimants>,
): { readonly system: keyof EngineNames; readonly claimants: Claimants } | undefined {
  for (const system of systems) {
    const claimants = claims.get(`${system} ${names[system] ?? ''}`);
    if (claimants !== undefined) return { system, claimants };
  }
  return undefined;
}

function claimedTwice(
  system: keyof EngineNames,
  first: ClusterEntry,
  second: ClusterEntry,
): Diagnostic {
  const name = quote(second.cluster.names[system] ?? '');
  const clusters = `${quote(first.cluster.name)} and ${quote(second.cluster.name)}`;
  return diagnose(
    'inventory/invalid',
    second.otherNameAt(system),
    {
      problem: `Clusters ${clusters} both have names.${system} ${name}, and only one of them can be meant by it.`,
      hint: 'Keep it in one of the two.',
    },
    { related: [{ at: first.otherNameAt(system), label: 'said here first' }] },
  );
}
