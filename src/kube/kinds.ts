/** A kind in, its group, version, plural name and scope out: what is known without asking a cluster. */
import type { Scope } from '../model/kube-object.ts';
import data from './known-kinds.json' with { type: 'json' };

export interface KnownKind {
  /** '' for the core group. */
  readonly group: string;
  /** The newest stable version still served, else the newest there is or was. */
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: Scope;
}

/** `legacy`: the kind has moved to another group, so a bare kind never means this one. */
type Row = readonly [
  group: string,
  version: string,
  kind: string,
  plural: string,
  scope: Scope,
  mark?: 'legacy',
];

const byKind = new Map<string, KnownKind[]>();
const byGroupAndKind = new Map<string, KnownKind>();

// A JSON module has no tuples; the test of this file checks each row.
for (const [group, version, kind, plural, scope, mark] of data as unknown as readonly Row[]) {
  const known: KnownKind = { group, version, kind, plural, scope };
  byGroupAndKind.set(`${group}/${kind}`, known);
  if (mark === 'legacy') continue;
  const sameKind = byKind.get(kind);
  if (sameKind === undefined) byKind.set(kind, [known]);
  else sameKind.push(known);
}

/** The kinds of this name, by group; several when the name alone says too little, none when it is unknown. */
export function kindsNamed(kind: string): readonly KnownKind[] {
  return byKind.get(kind) ?? [];
}

/** The kind of a group ('' is core), also for groups it has left; undefined when it is unknown. */
export function knownKind(group: string, kind: string): KnownKind | undefined {
  return byGroupAndKind.get(`${group}/${kind}`);
}

/** Whether objects of this group and kind live in a namespace; undefined when the kind is unknown. */
export function knownScope(group: string, kind: string): Scope | undefined {
  return knownKind(group, kind)?.scope;
}

/** The names of all known kinds, each once. */
export function kindNames(): readonly string[] {
  return [...byKind.keys()];
}

/** Whether a name means objects of this kind: `Namespace` in whatever group, or `Database.example.io`. */
export function isOfKind(key: Pick<KnownKind, 'group' | 'kind'>, name: string): boolean {
  return name === key.kind || name === `${key.kind}.${key.group}`;
}
