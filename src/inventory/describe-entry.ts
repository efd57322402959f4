/** What a document of another system says, each thing with its place, in; out: the entry of its cluster, and what is wrong with it. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { ClusterFields, EngineNames, Taint } from '../model/cluster.ts';
import type { JsonValue } from '../model/kube-object.ts';
import { below, type Located, type Origin, type SourceObject } from '../model/source.ts';
import {
  type ClusterEntry,
  type ClusterKind,
  hasText,
  labelProblems,
  memberOf,
  quoteHint,
  textMembers,
} from './cluster-entry.ts';

/** Facts that are not known are undefined. */
export type PlacedFields = {
  readonly [Field in keyof ClusterFields]?: Located<NonNullable<ClusterFields[Field]>> | undefined;
};

export interface Description {
  readonly kind: ClusterKind;
  /** `Karmada Cluster eu-1`, as messages name the document. */
  readonly title: string;
  readonly name: Located<string>;
  /** What the system of the document calls the cluster. */
  readonly otherNames?: { readonly [System in keyof EngineNames]?: Located<string> };
  /** Where labels stand, if there is a place for them. */
  readonly labels?: Located<JsonValue | undefined>;
  readonly fields?: PlacedFields;
  readonly taints?: readonly Located<Taint>[];
  readonly origin: Origin;
}

/** The entry, and inventory/invalid for each label that is not text (which is left out). */
export function describeEntry(description: Description): Outcome<readonly ClusterEntry[]> {
  const { kind, title, name, otherNames = {}, labels, fields = {}, taints = [] } = description;
  const { origin } = description;
  const labelsAt = labels?.origin ?? origin;
  const entry: ClusterEntry = {
    kind,
    cluster: {
      name: name.value,
      names: valuesOf(otherNames),
      labels: textMembers(labels?.value),
      // Those of live objects hold copies of whole documents, credentials included.
      annotations: textMembers(undefined),
      fields: valuesOf(fields),
      taints: taints.map(({ value }) => value),
      origin,
    },
    nameAt: name.origin,
    labelAt: (key) => (labels === undefined ? origin : below(labelsAt, key)),
    fieldAt: (field) => fields[field]?.origin ?? origin,
    annotationAt: () => origin,
    otherNameAt: (system) => otherNames[system]?.origin ?? origin,
    taintAt: (index) => taints[index]?.origin ?? origin,
  };
  return { value: [entry], diagnostics: labelProblems(labels?.value, labelsAt, title) };
}

function valuesOf<Values extends object>(
  placed: {
    readonly [Key in keyof Values]?: Located<NonNullable<Values[Key]>> | undefined;
  },
): Values {
  const known = Object.entries<Located<unknown> | undefined>(placed).flatMap(([key, located]) =>
    located === undefined ? [] : [[key, located.value] as const],
  );
  return Object.fromEntries(known) as Values;
}

/** What `describe` makes of an object and its metadata.name; inventory/invalid if there is no such text. `title` names the kind. */
export function describeObject(
  source: SourceObject,
  title: string,
  describe: (name: Located<string>) => Omit<Description, 'title' | 'labels' | 'origin'>,
): Outcome<readonly ClusterEntry[]> {
  const name = memberOf(source.object['metadata'], 'name');
  const origin = below(source.origin, 'metadata', 'name');
  if (!hasText(name)) return { value: [], diagnostics: [nameProblem(name, source, title)] };
  return describeEntry({
    ...describe({ value: name, origin }),
    title: `${title} ${name}`,
    labels: labelsOf(source),
    origin: source.origin,
  });
}

/** What stands under metadata.labels, whatever it is. */
export function labelsOf({ object, origin }: SourceObject): Located<JsonValue | undefined> {
  return {
    value: memberOf(object['metadata'], 'labels'),
    origin: below(origin, 'metadata', 'labels'),
  };
}

function nameProblem(
  name: JsonValue | undefined,
  { origin }: SourceObject,
  title: string,
): Diagnostic {
  const isMissing = name === undefined || name === null || name === '';
  return diagnose('inventory/invalid', isMissing ? origin : below(origin, 'metadata', 'name'), {
    problem: `A ${title} ${isMissing ? 'has no metadata.name' : 'has a metadata.name that is not text'}.`,
    ...quoteHint(name),
  });
}
