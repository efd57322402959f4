/** The flags of what-if in; out: what they suppose of the inventory, or what is wrong with them. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { InventoryChange, LabelChange } from '../inventory/change-inventory.ts';
import { labelKeyProblem, labelValueProblem } from '../kube/selector-problems.ts';
import type { Cluster } from '../model/cluster.ts';
import type { WhatIfFlags } from './flags.ts';

const labelForm = 'Write CLUSTER:KEY=VALUE, or CLUSTER:KEY- to take the label away.';

/** Reports cli/usage: nothing supposed, a label that cannot be read or is none, two suppositions that exclude each other. */
export function readSupposition({
  label = [],
  addCluster = [],
  removeCluster = [],
}: WhatIfFlags): Outcome<InventoryChange> {
  const read = label.map(readLabel);
  const labels = read.flatMap(({ value }) => value);
  const removed = [...new Set(removeCluster)];
  const isIdle = label.length + addCluster.length + removed.length === 0;
  const diagnostics = [
    ...(isIdle ? [nothingSupposed()] : []),
    ...read.flatMap((outcome) => outcome.diagnostics),
    ...contradictions(labels, removed),
  ];
  return { value: { labels, removed }, diagnostics };
}

function nothingSupposed(): Diagnostic {
  const problem = 'what-if needs something to suppose.';
  const hint = 'Give --label, --add-cluster or --remove-cluster; each may be repeated.';
  return diagnose('cli/usage', { flag: 'what-if' }, { problem, hint });
}

function readLabel(text: string): Outcome<readonly LabelChange[]> {
  const [, cluster = '', key = '', equals, value] =
    /^([^:]+):([^=]*?)(?:(=)(.*)|-)$/s.exec(text) ?? [];
  if (cluster === '')
    return refuse(`${quote(text)} does not say which label of which cluster.`, labelForm);
  const problem =
    labelKeyProblem(key) ??
    (equals === undefined ? undefined : labelValueProblem(key, value ?? ''));
  if (problem !== undefined) return refuse(problem, labelForm);
  const change = equals === undefined ? { cluster, key } : { cluster, key, value: value ?? '' };
  return { value: [change], diagnostics: [] };
}

function refuse(problem: string, hint: string): Outcome<readonly LabelChange[]> {
  return {
    value: [],
    diagnostics: [diagnose('cli/usage', { flag: '--label' }, { problem, hint })],
  };
}

function contradictions(
  labels: readonly LabelChange[],
  removed: readonly string[],
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return labels.flatMap(({ cluster, key }) => {
    const label = `${cluster}:${key}`;
    const isRepeated = seen.has(label);
    seen.add(label);
    const problem = isRepeated
      ? `The label ${quote(key)} of ${quote(cluster)} is supposed twice.`
      : `Cluster ${quote(cluster)} is supposed to be gone, so it has no labels.`;
    const isContradiction = isRepeated || removed.includes(cluster);
    return isContradiction ? [diagnose('cli/usage', { flag: '--label' }, { problem })] : [];
  });
}

/** cli/unknown-cluster for each cluster that is supposed to change and is none. */
export function unknownClusters(
  { labels, removed }: InventoryChange,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const unknown = (flag: '--label' | '--remove-cluster', names: readonly string[]) =>
    [...new Set(names)]
      .filter((cluster) => !known.has(cluster))
      .map((cluster) => {
        const near = nearest(cluster, [...known], 2);
        const args = { cluster, by: 'name', nearest: near, known: known.size } as const;
        return diagnose('cli/unknown-cluster', { flag }, args);
      });
  return [
    ...unknown(
      '--label',
      labels.map(({ cluster }) => cluster),
    ),
    ...unknown('--remove-cluster', removed),
  ];
}

/** `us-2 has tier=gold`, `us-2 has no label tier`, `eu-1 is gone`: what is supposed, or that it is so already. */
export function describeSupposition(
  { labels, removed }: InventoryChange,
  before: readonly Cluster[],
): readonly string[] {
  const labelsOf = new Map(before.map((cluster) => [cluster.name, cluster.labels]));
  return [
    ...labels.map(({ cluster, key, value }) => {
      const text = value === undefined ? `no label ${key}` : `${key}=${value}`;
      const known = labelsOf.get(cluster);
      const isSo = known !== undefined && known[key] === value;
      return `${cluster} has ${text}${isSo ? ', as it is' : ''}`;
    }),
    ...removed.map((cluster) => `${cluster} is gone`),
  ];
}
