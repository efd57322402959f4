/** The facts about one object in one cluster in; out: for every field of the result where it comes from. */
import type { Fact, ReplicaShare } from '../model/decisions.ts';
import type { FederatedResource, PatchOp, ReplicaPreference } from '../model/federated-resource.ts';
import { isArray, isObject, type JsonValue, newObject } from '../model/kube-object.ts';
import { below, type JsonPointer, type Origin, pointerTokens } from '../model/source.ts';

/** Who wrote a field. */
export type FieldSource =
  | { readonly kind: 'template'; readonly origin: Origin }
  | {
      readonly kind: 'stamped';
      /** A few words: `the name of the federated object`. */
      readonly rule: string;
      /** The row of the modes, where one decides. */
      readonly row?: string;
      readonly origin?: Origin;
    }
  | {
      readonly kind: 'override';
      /** The value itself. */
      readonly origin: Origin;
      /** The entry of the cluster. */
      readonly entry: Origin;
      /** From one, among the edits of the cluster. */
      readonly number: number;
      readonly count: number;
      readonly op: PatchOp;
      /** As written. */
      readonly path: string;
    }
  | {
      readonly kind: 'replicas';
      readonly origin: Origin;
      readonly replicas: number;
      readonly share: ReplicaShare;
      readonly preference: ReplicaPreference;
    };

/** A value that stood somewhere until an edit replaced it. */
export interface Replaced {
  readonly source: FieldSource;
  readonly value: JsonValue;
  readonly replaced?: Replaced;
}

/** A field of the finished object, with everything in it. */
export interface FieldTrace extends Replaced {
  /** Of a mapping, in the order of the object. */
  readonly members?: ReadonlyMap<string, FieldTrace>;
  /** Of a list. */
  readonly items?: readonly FieldTrace[];
}

interface Node {
  source: FieldSource;
  value: JsonValue;
  replaced?: Replaced;
  members?: Map<string, Node>;
  items?: Node[];
}

type AppliedFact = Extract<Fact, { readonly kind: 'override-applied' }>;

/** Undefined if no object of this source goes to the cluster, or if the facts do not tell. */
export function traceFields(
  facts: readonly Fact[],
  resource: Origin,
  cluster: string,
): FieldTrace | undefined {
  const own = facts.filter((fact) => sameOrigin(fact.resource, resource));
  const lowered = own.find((fact) => fact.kind === 'resource-lowered')?.lowered;
  if (lowered === undefined) return undefined;
  const root = templateNode(lowered);
  for (const fact of own) {
    if (fact.kind === 'override-applied' && fact.cluster === cluster)
      applyEdit(root, fact, sourceOf(fact, { own, lowered }));
  }
  for (const fact of own)
    if (fact.kind === 'field-stamped' && (fact.clusters?.includes(cluster) ?? true))
      stamp(root, fact);
  refresh(root);
  return root;
}

/** Edits changed what is inside; the values of the collections around it follow. */
function refresh(node: Node): JsonValue {
  if (node.items !== undefined) node.value = node.items.map(refresh);
  if (node.members !== undefined) {
    const object = newObject();
    for (const [key, member] of node.members) object[key] = refresh(member);
    node.value = object;
  }
  return node.value;
}

/** True for one place. */
export function sameOrigin(one: Origin, other: Origin): boolean {
  return (
    one.file === other.file && one.document === other.document && one.pointer === other.pointer
  );
}

/** A value that is of one source all through. */
export function uniformTrace(value: JsonValue, source: FieldSource): FieldTrace {
  return grow(value, () => source);
}

/** The place of a field: the pointer's node, or undefined. */
export function traceAt(trace: FieldTrace, pointer: JsonPointer): FieldTrace | undefined {
  let node: FieldTrace | undefined = trace;
  for (const token of pointerTokens(pointer))
    node = node?.members?.get(token) ?? node?.items?.[itemIndex(token)];
  return node;
}

function itemIndex(token: string): number {
  return /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
}

function templateNode({ template, templateOrigin, stamps }: FederatedResource): Node {
  const root = grow(template, (tokens) => ({
    kind: 'template',
    origin: below(templateOrigin, ...tokens),
  }));
  for (const { pointer, rule, origin } of stamps) {
    const node = nodeAt(root, pointerTokens(pointer));
    if (node === undefined) continue;
    node.source = { kind: 'stamped', rule, ...(origin === undefined ? {} : { origin }) };
  }
  return root;
}

type Tokens = readonly (string | number)[];

function grow(
  value: JsonValue,
  sourceAt: (tokens: Tokens) => FieldSource,
  tokens: Tokens = [],
): Node {
  const node: Node = { source: sourceAt(tokens), value };
  if (isArray(value))
    node.items = value.map((item, index) => grow(item, sourceAt, [...tokens, index]));
  else if (isObject(value))
    node.members = new Map(
      Object.entries(value).map(([key, member]) => [key, grow(member, sourceAt, [...tokens, key])]),
    );
  return node;
}

function nodeAt(root: Node, tokens: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const token of tokens) node = node?.members?.get(token) ?? node?.items?.[itemIndex(token)];
  return node;
}

interface Around {
  readonly own: readonly Fact[];
  readonly lowered: FederatedResource;
}

function sourceOf(fact: AppliedFact, { own, lowered }: Around): (tokens: Tokens) => FieldSource {
  const { edit, entry, number, count, isPlanned, origin } = fact;
  const planned = own.find(
    (each) => each.kind === 'replicas-planned' && each.cluster === fact.cluster,
  );
  if (isPlanned && planned?.kind === 'replicas-planned' && lowered.replicas !== undefined) {
    const { replicas, share } = planned;
    const { replicas: preference } = lowered;
    return () => ({ kind: 'replicas', origin, replicas, share, preference });
  }
  const { op, path } = edit;
  return (tokens) => ({
    kind: 'override',
    origin: below(origin, 'value', ...tokens),
    ...{ entry, number, count, op, path },
  });
}

/** The patch has happened; here the sources follow it. `pointer` and `effect` say exactly what it did. */
function applyEdit(
  root: Node,
  { pointer, effect, edit, after }: AppliedFact,
  sourceAt: (tokens: Tokens) => FieldSource,
): void {
  const tokens = pointerTokens(pointer);
  const token = tokens.at(-1);
  const parent = nodeAt(root, tokens.slice(0, -1));
  if (token === undefined || parent === undefined) return;
  if (effect === 'removed') {
    if (parent.items === undefined) parent.members?.delete(token);
    else parent.items.splice(Number(token), 1);
    return;
  }
  const node = grow(after ?? edit.value ?? null, sourceAt);
  const before = nodeAt(parent, [token]);
  // Also where the value was there already: whoever wrote it first no longer decides it.
  if (effect !== 'inserted' && before !== undefined) node.replaced = withoutChildren(before);
  if (parent.items === undefined) parent.members?.set(token, node);
  else parent.items.splice(Number(token), effect === 'inserted' ? 0 : 1, node);
}

function withoutChildren({ source, value, replaced }: Node): Replaced {
  return { source, value, ...(replaced === undefined ? {} : { replaced }) };
}

/** A text that is set on the result; the maps on the way to it may have to be made. */
function stamp(
  root: Node,
  { pointer, rule, row, value, written }: Extract<Fact, { readonly kind: 'field-stamped' }>,
): void {
  const source: FieldSource = {
    kind: 'stamped',
    rule,
    ...(row === undefined ? {} : { row }),
    ...(written === undefined ? {} : { origin: written }),
  };
  const tokens = pointerTokens(pointer);
  let node = root;
  for (const token of tokens.slice(0, -1)) {
    node.members ??= new Map();
    const next = node.members.get(token) ?? { source, value: null };
    node.members.set(token, next);
    node = next;
  }
  const last = tokens.at(-1) ?? '';
  node.members ??= new Map();
  const before = node.members.get(last);
  node.members.set(last, {
    source,
    value,
    ...(before === undefined ? {} : { replaced: withoutChildren(before) }),
  });
}
