/** Flags in; out: the clusters, and what is wrong with what describes them. Federated objects are not looked at. */
import { readRepository } from '../compile.ts';
import { adjustLevels, sortDiagnostics } from '../diagnostics/adjust-levels.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../diagnostics/located.ts';
import { buildInventory, clusterEntries } from '../inventory/build-inventory.ts';
import { byRank } from '../inventory/cluster-documents.ts';
import type { ClusterEntry } from '../inventory/cluster-entry.ts';
import type { Host } from '../io/host.ts';
import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import type { SourceFile } from '../model/source.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import type { ReadingFlags } from './flags.ts';
import { type Loaded, load } from './load.ts';

export interface DescribedCluster {
  readonly cluster: Cluster;
  /** What each kind of document says of it; the first decides where they differ. */
  readonly entries: readonly ClusterEntry[];
}

export interface ReadInventory {
  readonly loaded: Loaded;
  /** Sorted by name. */
  readonly clusters: readonly DescribedCluster[];
  /** Errors and warnings that concern clusters or settings; also files that could not be read, since nobody knows what they hold. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Reads the inventory alone, so that it can be asked for in a repository that does not compile. */
export function readInventory(host: Host, flags: ReadingFlags): ReadInventory {
  const loaded = load(host, flags);
  const { input, textOf } = loaded;
  if (input === undefined)
    return { loaded, clusters: [], diagnostics: locateDiagnostics(loaded.diagnostics, textOf) };
  const { settings, sources } = readRepository(input);
  const inventory = buildInventory(sources.value, settings.value, input.files);
  const entries = groupBy(
    clusterEntries(sources.value, settings.value).value,
    ({ cluster }) => cluster.name,
  );
  const found = [
    ...loaded.diagnostics,
    ...settings.diagnostics,
    ...concerningClusters(sources.diagnostics, input.files),
    ...inventory.diagnostics,
  ].filter(({ severity }) => severity !== 'note');
  return {
    loaded,
    clusters: inventory.value.clusters.map((cluster) => ({
      cluster,
      entries: [...(entries.get(cluster.name) ?? [])].sort(byRank),
    })),
    diagnostics: sortDiagnostics(
      locateDiagnostics(adjustLevels(found, settings.value.levels), textOf),
    ),
  };
}

const clusterKinds =
  /\b(?:ClusterInventory|Kube[Ff]edCluster|FederatedCluster|cluster\.karmada\.io\/v1alpha1)\b/;

/** Of a file that did not parse only its text can say whether it describes clusters. */
function concerningClusters(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
): readonly Diagnostic[] {
  const describing = new Set(
    files
      .filter(({ role, text }) => role === 'inventory' || clusterKinds.test(text))
      .map(({ path }) => path),
  );
  return diagnostics.filter(({ at }) => 'file' in at && describing.has(at.file));
}
