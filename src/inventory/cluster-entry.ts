/** What one document says about one cluster, before documents are merged; and the small readings they share. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { ForeignClusterKind } from '../kube/cluster-kinds.ts';
import type { Cluster, ClusterFields, EngineNames, Labels } from '../model/cluster.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../model/kube-object.ts';
import { below, type Origin } from '../model/source.ts';

/** Every form in which clusters are described. */
export type ClusterKind = 'ClusterInventory' | 'KubeFedCluster' | ForeignClusterKind;

export interface ClusterEntry {
  readonly kind: ClusterKind;
  readonly cluster: Cluster;
  readonly nameAt: Origin;
  readonly labelAt: (key: string) => Origin;
  readonly fieldAt: (field: keyof ClusterFields) => Origin;
  readonly annotationAt: (key: string) => Origin;
  readonly otherNameAt: (system: keyof EngineNames) => Origin;
  /** Of a taint by its index in the cluster of the entry. */
  readonly taintAt: (index: number) => Origin;
  /** What it says that holds although others say otherwise: `server`, `labels.env`. */
  readonly decides?: readonly string[];
}

/** The members of a map that are text, without prototype; none for anything but a map. */
export function textMembers(value: JsonValue | undefined): Labels {
  const texts: Record<string, string> = Object.create(null);
  if (!isObject(value)) return texts;
  for (const [key, member] of Object.entries(value))
    if (typeof member === 'string') texts[key] = member;
  return texts;
}

/** Whether a member is a text that says something. */
export function hasText(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

/** The texts of a list; none for anything but a list. */
export function textItems(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.filter(hasText) : [];
}

/** inventory/invalid for each label that is not text, and for labels that are no map; `title` names the document. */
export function labelProblems(
  labels: JsonValue | undefined,
  origin: Origin,
  title: string,
): readonly Diagnostic[] {
  if (labels === undefined || labels === null) return [];
  if (!isObject(labels))
    return [
      diagnose('inventory/invalid', origin, { problem: `${title}: the labels must be a map.` }),
    ];
  return Object.entries(labels)
    .filter(([, value]) => typeof value !== 'string')
    .map(([key, value]) => labelProblem(key, value, below(origin, key), title));
}

function labelProblem(key: string, value: JsonValue, origin: Origin, title: string): Diagnostic {
  return diagnose('inventory/invalid', origin, {
    problem: `${title}: the label ${quote(key)} must be text.`,
    ...quoteHint(value),
  });
}

/**
 * The help for a value that must be text and is none, if quotes would make it one. The text itself is not shown:
 * `yes` was read as true and 1.30 as 1.3, and those would be the wrong texts.
 */
export function quoteHint(value: JsonValue | undefined): { readonly hint?: string } {
  const isScalar = ['boolean', 'number', 'bigint'].includes(typeof value);
  return isScalar ? { hint: 'Write it in quotes.' } : {};
}

/** The value of a member of a map; undefined for anything but a map. */
export function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) ? (value as JsonObject)[key] : undefined;
}
