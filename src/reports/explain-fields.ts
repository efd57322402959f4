/** A field of an object in; out: what it holds in each cluster, and who set it, the last one first. */
import type { Fact } from '../model/decisions.ts';
import { groupBy } from '../model/group-by.ts';
import {
  isArray,
  isObject,
  type JsonValue,
  type KubeObject,
  type ObjectKey,
} from '../model/kube-object.ts';
import { canonicalJson } from '../model/print-json.ts';
import {
  type JsonPointer,
  type Origin,
  originText,
  pointerTo,
  pointerTokens,
} from '../model/source.ts';
import { describeSourceFully } from './describe-source.ts';
import { maskField, valueAt } from './mask-field.ts';
import { type Digest, maskSecrets } from './mask-secrets.ts';
import {
  type FieldSource,
  type FieldTrace,
  type Replaced,
  sameOrigin,
  traceAt,
  traceFields,
} from './provenance.ts';

/** A value, and who put it there. Secret values are masked. */
export interface FieldStep {
  readonly source: FieldSource;
  readonly value: JsonValue;
}

/** A field inside the one that was asked for, which somebody else set. */
export interface InnerField {
  readonly pointer: JsonPointer;
  readonly source: FieldSource;
}

/** What the field is in clusters where it is the same, and from the same places. */
export interface ExplainedField {
  readonly clusters: readonly string[];
  readonly value: JsonValue;
  /** The last one to set it first. */
  readonly chain: readonly FieldStep[];
  readonly inner: readonly InnerField[];
}

export interface FieldInput {
  readonly facts: readonly Fact[];
  readonly key: ObjectKey;
  /** The source object. */
  readonly origin: Origin;
  /** The finished object of each cluster it goes to. */
  readonly objects: ReadonlyMap<string, KubeObject>;
  readonly pointer: JsonPointer;
  readonly digest: Digest;
}

export interface FieldAnswer {
  readonly fields: readonly ExplainedField[];
  /** Clusters whose object has no such field. */
  readonly missing: readonly string[];
  /** Of those: where an edit took it away. */
  readonly removed: readonly RemovedField[];
}

export interface RemovedField {
  readonly clusters: readonly string[];
  readonly source: FieldSource;
}

/** Groups of clusters in the order in which their first ones come. */
export function explainField(input: FieldInput): FieldAnswer {
  const groups = new Map<string, ExplainedField & { readonly clusters: string[] }>();
  const missing: string[] = [];
  const factsOf = factsByCluster(input);
  for (const [cluster, object] of input.objects) {
    const found = fieldIn({ ...input, facts: factsOf(cluster) }, cluster, object);
    if (found === undefined) {
      missing.push(cluster);
      continue;
    }
    const identity = identityText(found);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, { ...found, clusters: [cluster] });
    else group.clusters.push(cluster);
  }
  return { fields: [...groups.values()], missing, removed: removals(input, missing, factsOf) };
}

type FactsOf = (cluster: string) => readonly Fact[];

/** What was said about the object as a whole, then what was said about it in the cluster. */
function factsByCluster({ facts, origin }: FieldInput): FactsOf {
  const own = facts.filter(({ resource }) => sameOrigin(resource, origin));
  const groups = groupBy(own, (fact) => ('cluster' in fact ? fact.cluster : undefined));
  const general = groups.get(undefined) ?? [];
  return (cluster) => [...general, ...(groups.get(cluster) ?? [])];
}

function removals(
  input: FieldInput,
  missing: readonly string[],
  factsOf: FactsOf,
): readonly RemovedField[] {
  const sources = missing.flatMap((cluster) => {
    const source = removalIn({ ...input, facts: factsOf(cluster) }, cluster);
    return source === undefined ? [] : [{ cluster, source }];
  });
  return [...groupBy(sources, ({ source }) => sourceText(source)).values()].map((group) => ({
    clusters: group.map(({ cluster }) => cluster),
    source: group[0].source,
  }));
}

/** The last edit that found the field there and left it out; items of lists may have moved since, so they are not told. */
function removalIn(
  { facts, origin: resource, pointer }: FieldInput,
  cluster: string,
): FieldSource | undefined {
  const edits = facts
    .filter((fact) => fact.kind === 'override-applied')
    .filter((fact) => fact.cluster === cluster && sameOrigin(fact.resource, resource));
  const last = edits.findLast(({ pointer: at, before = null, after = null, effect }) => {
    if (!`${pointer}/`.startsWith(`${at}/`) || /\/\d+(?:\/|$)/.test(at)) return false;
    const rest = pointer.slice(at.length);
    const isLeft = effect !== 'removed' && valueAt(after, rest) !== undefined;
    return (
      ['removed', 'replaced'].includes(effect) && valueAt(before, rest) !== undefined && !isLeft
    );
  });
  if (last === undefined) return undefined;
  const { origin, entry, number, count, edit } = last;
  return { kind: 'override', origin, entry, number, count, op: edit.op, path: edit.path };
}

type Found = Omit<ExplainedField, 'clusters'>;

function fieldIn(input: FieldInput, cluster: string, object: KubeObject): Found | undefined {
  const { facts, origin, pointer, digest, key } = input;
  const value = valueAt(maskSecrets(object, digest), pointer);
  const root = traceFields(facts, origin, cluster);
  const trace = root && traceAt(root, pointer);
  if (value === undefined || trace === undefined) return undefined;
  const chain: FieldStep[] = [{ source: trace.source, value }];
  for (let before: Replaced | undefined = trace.replaced; before; before = before.replaced) {
    const { source } = before;
    chain.push({
      source,
      value: maskField({ kind: key.kind, pointer, value: before.value }, digest),
    });
  }
  return { value, chain, inner: innerFields(trace, pointer) };
}

/** The outermost fields that have another writer than what they stand in. */
function innerFields(trace: FieldTrace, pointer: JsonPointer): readonly InnerField[] {
  const members = [...(trace.members ?? [])];
  const items = (trace.items ?? []).map((item, index) => [String(index), item] as const);
  return [...members, ...items].flatMap(([token, field]) => {
    const at = pointerTo(pointer, token);
    if (writerText(field.source) === writerText(trace.source)) return innerFields(field, at);
    return [{ pointer: at, source: field.source }, ...innerFields(field, at)];
  });
}

function writerText(source: FieldSource): string {
  switch (source.kind) {
    case 'template':
      return 'template';
    case 'override':
      return `override ${source.number}`;
    case 'replicas':
      return 'replicas';
    case 'stamped':
      return `stamped ${source.rule}`;
  }
}

function identityText({ value, chain, inner }: Found): string {
  const steps = [...chain, ...inner].map(({ source }) => sourceText(source));
  return [canonicalJson(value), ...steps].join('\n');
}

function sourceText(source: FieldSource): string {
  const { origin } = source;
  const place = origin === undefined ? '' : originText(origin);
  return `${place} ${describeSourceFully(source)}`;
}

/** Where the way to a field ends: how far it leads, and what was probably meant. */
export interface LostField {
  /** The part that is there. */
  readonly parent: JsonPointer;
  readonly token: string;
  /** The members of what is there; of a list undefined. */
  readonly keys?: readonly string[];
  /** Of a list. */
  readonly length?: number;
}

/** Undefined if the field is there. */
export function lostField(object: KubeObject, pointer: JsonPointer): LostField | undefined {
  let parent: JsonPointer = '';
  for (const token of pointerTokens(pointer)) {
    const next = pointerTo(parent, token);
    if (valueAt(object, next) === undefined) {
      const value = valueAt(object, parent) ?? null;
      const size = isArray(value) ? { length: value.length } : {};
      return { parent, token, ...size, ...(isObject(value) ? { keys: Object.keys(value) } : {}) };
    }
    parent = next;
  }
  return undefined;
}
