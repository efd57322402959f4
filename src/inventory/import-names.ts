/** Entries of any kind in; out: the name that each gets in an inventory of one's own, and which of them have no good one. */
import { groupBy } from '../model/group-by.ts';
import type { Origin } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { type NamedFacts, safeClusterName } from './safe-cluster-name.ts';

export interface NamingOptions {
  /** What somebody wants a cluster to be called, by what its document calls it. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The entries of the inventory that is added to. */
  readonly known: readonly ClusterEntry[];
}

export interface NamedEntry {
  readonly entry: ClusterEntry;
  readonly name: string;
  /** Somebody said so, here or earlier in the inventory; otherwise it was made from the original. */
  readonly isSaid: boolean;
  /** What the form of the original tells. */
  readonly facts: NamedFacts;
}

/** A name that some document uses, and where. */
export interface Original {
  readonly name: string;
  readonly at: Origin;
}

export type NamingProblem =
  | { readonly kind: 'nameless'; readonly original: Original; readonly reason: string }
  | {
      readonly kind: 'clash';
      readonly name: string;
      /** At least one that would get the name anew. */
      readonly originals: readonly Original[];
      /** The cluster of the inventory that has it. */
      readonly known?: Original;
    };

export interface Naming {
  readonly named: readonly NamedEntry[];
  readonly problems: readonly NamingProblem[];
}

/**
 * A cluster that the inventory knows by what a system calls it keeps its name; others get a chosen one, or one that is made from
 * the original. Two originals with one name are a problem, unless somebody said of each of them that it is that cluster, or they
 * are contexts with one address.
 */
export function nameEntries(entries: readonly ClusterEntry[], options: NamingOptions): Naming {
  const knownName = createNameFinder(options.known);
  const made = entries.map((entry) => nameOf(entry, options.chosen, knownName));
  const named = made.flatMap((each) => ('name' in each ? [each] : []));
  const nameless = made.flatMap((each) => ('name' in each ? [] : [each]));
  return { named, problems: [...nameless, ...clashes(named, options)] };
}

function nameOf(
  entry: ClusterEntry,
  chosen: ReadonlyMap<string, string>,
  knownName: (entry: ClusterEntry) => string | undefined,
): NamedEntry | Extract<NamingProblem, { readonly kind: 'nameless' }> {
  const original = entry.cluster.name;
  const safe = safeClusterName(original);
  const { facts } = safe;
  const said = chosen.get(original) ?? knownName(entry);
  if (said !== undefined) return { entry, name: said, isSaid: true, facts };
  if ('name' in safe) return { entry, name: safe.name, isSaid: false, facts };
  return { kind: 'nameless', original: originalOf(entry), reason: safe.problem };
}

/** Finds the cluster of which an inventory says that the system of an entry calls it so. */
function createNameFinder(
  known: readonly ClusterEntry[],
): (entry: ClusterEntry) => string | undefined {
  const bySystem = new Map<string, string>();
  const byAny = new Map<string, string>();
  for (const { cluster } of known.toReversed()) {
    for (const [system, name] of Object.entries(cluster.names)) {
      bySystem.set(`${system} ${name}`, cluster.name);
      byAny.set(name, cluster.name);
    }
  }
  return ({ cluster }) => {
    const systems = Object.entries(cluster.names);
    if (systems.length === 0) return byAny.get(cluster.name);
    return systems.map(([system, name]) => bySystem.get(`${system} ${name}`)).find(isText);
  };
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function originalOf({ cluster, nameAt }: ClusterEntry): Original {
  return { name: cluster.name, at: nameAt };
}

function clashes(named: readonly NamedEntry[], { known }: NamingOptions): readonly NamingProblem[] {
  const byName = new Map(known.map((entry) => [entry.cluster.name, entry]));
  return [...groupBy(named, ({ name }) => name)].flatMap(([name, group]): NamingProblem[] => {
    const originals = [...groupBy(group, ({ entry }) => entry.cluster.name).values()];
    const derived = group.some(({ isSaid }) => !isSaid);
    const taken = byName.get(name);
    const strangers = taken === undefined ? [] : group.filter((each) => isStranger(each, taken));
    if (taken !== undefined && strangers.length > 0) {
      const places = strangers.map(({ entry }) => originalOf(entry));
      return [{ kind: 'clash', name, originals: places, known: originalOf(taken) }];
    }
    if (originals.length < 2 || !derived || areOneByContext(group)) return [];
    return [{ kind: 'clash', name, originals: originals.map(([{ entry }]) => originalOf(entry)) }];
  });
}

/** What a machine calls itself says nothing about which one it is. */
const ownAddress = /^[a-z]+:\/\/(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/i;

/** A kubeconfig has a context for each user and namespace, as OpenShift and kubeadm make them: still one cluster. */
function areOneByContext(group: readonly NamedEntry[]): boolean {
  const entries = group.map(({ entry }) => entry);
  return entries.every(({ kind }) => kind === 'kubeconfig') && haveOneServer(entries);
}

function haveOneServer(entries: readonly ClusterEntry[]): boolean {
  const servers = new Set(entries.map(({ cluster }) => cluster.fields.server));
  const [server] = servers;
  return servers.size === 1 && server !== undefined && !ownAddress.test(server);
}

/** A cluster that only came by the name of another: the same system calls that differently, or the name was made. */
function isStranger({ entry, isSaid }: NamedEntry, known: ClusterEntry): boolean {
  if (isSaid) return false;
  const names: Readonly<Record<string, string>> = { ...known.cluster.names };
  const isRenamed = Object.entries(entry.cluster.names).some(
    ([system, name]) => names[system] !== undefined && names[system] !== name,
  );
  const isSameServer = haveOneServer([entry, known]);
  if (isRenamed) return entry.kind !== 'kubeconfig' || !isSameServer;
  return entry.cluster.name !== known.cluster.name && !isSameServer;
}
