/** What several kinds of documents say about one cluster in, one cluster and their disagreements out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Cluster, ClusterFields, EngineNames, Labels, Taint } from '../model/cluster.ts';
import type { Located, Origin } from '../model/source.ts';
import type { ClusterEntry } from './cluster-entry.ts';
import { withoutUser } from './read-facts.ts';

const fields: readonly (keyof ClusterFields)[] = [
  'server',
  'provider',
  'region',
  'zones',
  'kubeVersion',
];
const systems: readonly (keyof EngineNames)[] = ['argocd', 'fleet', 'ocm', 'context'];

/** One thing that an entry says. */
interface Statement {
  /** What it is about in `decides`, the same for all entries that say something about it: `labels.env`. */
  readonly key: string;
  /** The same in words. */
  readonly subject: string;
  readonly text: string;
  readonly origin: Origin;
  readonly isSame: (text: string, other: string) => boolean;
}

/**
 * The cluster of all entries, and inventory/conflict for each statement that differs from the first about its subject, unless the
 * first entry decides it, or `settled` holds it; the first entry that says something wins. Every entry has the same name.
 */
export function mergeEntries(
  entries: readonly [ClusterEntry, ...ClusterEntry[]],
  settled: readonly string[] = [],
): Outcome<Cluster> {
  const [first] = entries;
  if (entries.length === 1) return { value: first.cluster, diagnostics: [] };
  const weakestFirst = entries.toReversed().map(({ cluster }) => cluster);
  const cluster: Cluster = {
    ...first.cluster,
    names: Object.assign({}, ...weakestFirst.map(({ names }) => names)),
    labels: mergeTexts(weakestFirst.map(({ labels }) => labels)),
    annotations: mergeTexts(weakestFirst.map(({ annotations }) => annotations)),
    fields: Object.assign({}, ...weakestFirst.map(({ fields: each }) => each)),
    taints: mergeTaints(weakestFirst.toReversed()),
  };
  return { value: cluster, diagnostics: conflicts(entries, settled) };
}

/** Everything that an entry says something about, as `decides` names it. */
export function subjectsOf(entry: ClusterEntry): readonly string[] {
  return statementsOf(entry).map(({ key }) => key);
}

function mergeTexts(weakestFirst: readonly Labels[]): Labels {
  const texts: Record<string, string> = Object.create(null);
  return Object.assign(texts, ...weakestFirst);
}

/** One for each key and effect. */
function mergeTaints(clusters: readonly Cluster[]): readonly Taint[] {
  const [first, ...others] = clusters;
  // Those of one document are kept as they are written.
  const taints = [...(first?.taints ?? [])];
  const known = new Set(taints.map(taintKey));
  for (const taint of others.flatMap((cluster) => cluster.taints)) {
    if (!known.has(taintKey(taint))) taints.push(taint);
    known.add(taintKey(taint));
  }
  return taints;
}

function taintKey({ key, effect }: Taint): string {
  return `${key}:${effect}`;
}

function conflicts(
  [first, ...others]: readonly [ClusterEntry, ...ClusterEntry[]],
  settled: readonly string[],
): readonly Diagnostic[] {
  const decided = new Set([...(first.decides ?? []), ...settled]);
  const known = new Map(statementsOf(first).map((each) => [each.key, each]));
  return others.flatMap((entry) =>
    statementsOf(entry).flatMap((statement) => {
      const before = known.get(statement.key);
      if (before === undefined) known.set(statement.key, statement);
      if (before === undefined || before.isSame(before.text, statement.text)) return [];
      return decided.has(statement.key) ? [] : [conflict(first, before, statement)];
    }),
  );
}

function statementsOf(entry: ClusterEntry): readonly Statement[] {
  const { labels, names, taints } = entry.cluster;
  return [
    ...Object.entries(labels).map(([key, value]) =>
      statement(`labels.${key}`, `the label ${quote(key)}`, { value, origin: entry.labelAt(key) }),
    ),
    ...fields.flatMap((field) => fieldStatement(entry, field)),
    ...systems.flatMap((system) => {
      const value = names[system];
      if (value === undefined) return [];
      const key = `names.${system}`;
      return [statement(key, key, { value, origin: entry.otherNameAt(system) })];
    }),
    ...taints.map((taint, index) => {
      const text = { value: taint.value ?? '', origin: entry.taintAt(index) };
      const key = taintKey(taint);
      return statement(`taints.${key}`, `the taint ${quote(key)}`, text);
    }),
  ];
}

function statement(key: string, subject: string, { value, origin }: Located<string>): Statement {
  return { key, subject, text: value, origin, isSame: (text, other) => text === other };
}

const comparisons: Readonly<
  Partial<Record<keyof ClusterFields, (text: string, other: string) => boolean>>
> = {
  server: (text, other) => plainAddress(text) === plainAddress(other),
  provider: (text, other) => text.toLowerCase() === other.toLowerCase(),
  kubeVersion: isSameVersion,
};

function fieldStatement(entry: ClusterEntry, field: keyof ClusterFields): readonly Statement[] {
  const value = entry.cluster.fields[field];
  if (value === undefined) return [];
  // Zones are a set: their order says nothing.
  const text =
    typeof value === 'string' ? withoutUser(value) : [...new Set(value)].sort().join(', ');
  const plain = statement(field, field, { value: text, origin: entry.fieldAt(field) });
  return [{ ...plain, isSame: comparisons[field] ?? plain.isSame }];
}

/** In lower case, without the port that is meant anyway and without slashes at the end. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(https:\/\/[^/]*?):443(?=\/|$)/, '$1')
    .replace(/\/+$/, '');
}

/** A person writes 1.31 where the cluster reports v1.31.4+build: the shorter must be the beginning of the longer. */
function isSameVersion(value: string, other: string): boolean {
  const [short = '', long = ''] = [value, other]
    .map((text) => text.replace(/^v/, ''))
    .sort((a, b) => a.length - b.length);
  return long.startsWith(short) && /^$|^[.+-]/.test(long.slice(short.length));
}

function conflict(entry: ClusterEntry, first: Statement, second: Statement): Diagnostic {
  const { kind, cluster } = entry;
  const values = [first.text, second.text];
  const args = { cluster: cluster.name, field: first.subject, values, key: first.key };
  const isOwn = kind === 'ClusterInventory' && subjectsOf(entry).includes(first.key);
  return diagnose(
    'inventory/conflict',
    first.origin,
    { ...args, ...(isOwn ? { decidable: 'here' } : {}) },
    { related: [{ at: second.origin, label: `here it is ${quote(second.text)}` }] },
  );
}
