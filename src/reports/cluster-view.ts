/** A cluster with the places that describe it, and the few words in which it is shown. */
import type { Cluster } from '../model/cluster.ts';
import { sortedKeys } from '../model/sorted-keys.ts';
import { hideCredentials } from './hide-credentials.ts';

export interface SourcePlace {
  readonly file: string;
  /** From one. */
  readonly line?: number;
}

export interface ClusterView {
  readonly cluster: Cluster;
  /** Where it is described; the first place decides where they differ. */
  readonly sources: readonly SourcePlace[];
}

/** `clusters.yaml:4, kubefed/eu-1.yaml:1`. */
export function placesText(places: readonly SourcePlace[]): string {
  return places.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`)).join(', ');
}

/** `env=production,region=eu`; '' without any. */
export function labelsText({ labels }: Cluster): string {
  return sortedKeys(labels)
    .map((key) => `${key}=${labels[key]}`)
    .join(',');
}

/** `dedicated=gpu:NoSchedule` for each taint. */
export function taintTexts({ taints }: Cluster): readonly string[] {
  return taints.map(
    ({ key, value, effect }) => `${key}${value === undefined ? '' : `=${value}`}:${effect}`,
  );
}

/** The members of a cluster for JSON: name, names, labels, annotations, its fields, taints and sources; no credentials. */
export function clusterMembers({
  cluster,
  sources,
}: ClusterView): Readonly<Record<string, unknown>> {
  const { name, names, labels, annotations, fields, taints } = cluster;
  const { server } = fields;
  return {
    name,
    names: sortedTexts({ ...names }),
    labels: sortedTexts(labels),
    annotations: sortedTexts(annotations, hideCredentials),
    ...fields,
    ...(server === undefined ? {} : { server: hideCredentials('server', server) }),
    taints,
    sources,
  };
}

function sortedTexts(
  texts: Readonly<Record<string, string>>,
  show = (_name: string, value: string) => value,
): Readonly<Record<string, string>> {
  return Object.fromEntries(sortedKeys(texts).map((key) => [key, show(key, texts[key] ?? '')]));
}
