/** Why an object does not go to a cluster in; out: the nearest changes of the sources that would bring it there. */
import type { Cluster } from '../model/cluster.ts';
import type {
  ClusterChoice,
  FederatedResource,
  LabelRequirement,
} from '../model/federated-resource.ts';
import { keyText } from '../model/kube-object.ts';
import { below, type Origin, originText, pointerTokens } from '../model/source.ts';
import type { ClusterExplanation, ObjectExplanation } from './explain-placement.ts';
import { type LabelSuggestion, type Matches, suggestLabels } from './suggest-labels.ts';

/** One change; `at` is the place where it is made. */
export type Change =
  | {
      readonly kind: 'label';
      readonly cluster: string;
      readonly key: string;
      /** Null: the label goes. */
      readonly value: string | null;
      readonly at: Origin;
    }
  /** A name more in a list of clusters, which is made where there is no placement. */
  | {
      readonly kind: 'list';
      readonly cluster: string;
      readonly owner: FederatedResource;
      readonly at: Origin;
      readonly isThere: boolean;
    }
  /** A term less in a selector. */
  | {
      readonly kind: 'relax';
      readonly term: LabelRequirement;
      readonly owner: FederatedResource;
      readonly at: Origin;
    }
  /** A FederatedNamespace more. */
  | {
      readonly kind: 'federate';
      readonly cluster: string;
      readonly namespace: string;
      readonly at: Origin;
    }
  /** What keeps it out is no rule about clusters: the reason says what to mend. */
  | { readonly kind: 'mend'; readonly reason: string; readonly at: Origin };

export interface SuggestInput {
  readonly object: ObjectExplanation;
  /** One that it does not go to. */
  readonly row: ClusterExplanation;
  readonly cluster: Cluster;
  /** Explanations of the objects that others live within, by the text of their keys. */
  readonly limits: ReadonlyMap<string, readonly ObjectExplanation[]>;
  readonly matches: Matches;
}

/** What has to take the cluster. */
interface Gate {
  readonly owner: FederatedResource;
  readonly choice: ClusterChoice;
}

/** Ways to bring it there, the nearest first; all changes of one way are needed. None: no change of the sources does it. */
export function suggestChanges(input: SuggestInput): readonly (readonly Change[])[] {
  const { lowered, origin } = input.object;
  if (lowered === undefined) return [[mend(input)]];
  if (!lowered.rules.isWritten && input.object.leftOut === undefined) return [];
  const { gates, missing } = gatesOf(lowered, input);
  const needed: readonly Change[] = [
    ...(needsMending(input.row) ? [mend(input)] : []),
    ...oncePerPlace(gates.flatMap((gate) => listChange(gate, input.cluster.name))),
    ...(missing === undefined
      ? []
      : [
          {
            kind: 'federate',
            cluster: input.cluster.name,
            namespace: missing,
            at: origin,
          } as const,
        ]),
  ];
  const suggestions = suggestLabels(termsOf(gates), input.cluster.labels, input.matches);
  const byLabels = suggestions.flatMap((each) => labelChanges(each, input.cluster));
  const relaxed = suggestions.flatMap(({ failed }) => failed.map(relax));
  const hasLabels = byLabels.some(({ kind }) => kind === 'label');
  return [[...needed, ...byLabels], ...(hasLabels ? [[...needed, ...relaxed]] : [])];
}

function needsMending({ rules }: ClusterExplanation): boolean {
  return rules.some(({ kind }) => kind === 'left-out' || kind === 'override');
}

function mend({ row, object }: SuggestInput): Change {
  const rule = row.rules.find(({ kind }) => kind === 'left-out' || kind === 'override');
  const { reason, origin: at } = rule ?? { reason: 'it is not compiled', origin: object.origin };
  return { kind: 'mend', reason, at };
}

/** Both selectors of an intersecting preference count even while it schedules nothing: one more cluster may change that. */
function gatesOf(
  lowered: FederatedResource,
  { object, row, limits }: SuggestInput,
): { readonly gates: readonly Gate[]; readonly missing?: string } {
  const { placement, replicas, key } = lowered;
  const own = object.isScheduled ? [] : [{ owner: lowered, choice: placement.choice }];
  const spaces = (placement.within && limits.get(keyText(placement.within))) ?? [];
  const usable = spaces.filter((each) => each.lowered !== undefined);
  const limit = (usable.find((each) => takes(each, row)) ?? usable[0])?.lowered;
  const choices = typeof replicas?.candidates === 'object' ? replicas.candidates : [];
  const both = choices.some(({ kind }) => kind === 'none')
    ? []
    : choices.map((choice) => ({
        owner: isOf(choice, lowered) ? lowered : (limit ?? lowered),
        choice,
      }));
  if (placement.within === undefined) return { gates: [...own, ...both] };
  if (limit === undefined) return { gates: [...own, ...both], missing: key.namespace };
  return { gates: [...own, ...both, { owner: limit, choice: limit.placement.choice }] };
}

/** A rule of the configuration may place the object and its namespace. */
function oncePerPlace(changes: readonly Change[]): readonly Change[] {
  const text = ({ at }: Change) => originText(at);
  return [...new Map(changes.map((change) => [text(change), change])).values()];
}

function takes({ clusters }: ObjectExplanation, { cluster: name }: ClusterExplanation): boolean {
  const found = clusters.find(({ cluster }) => cluster === name);
  return (
    found?.rules.some(({ kind, verdict }) => kind === 'placement' && verdict === 'takes') ?? false
  );
}

function isOf({ origin }: ClusterChoice, owner: FederatedResource): boolean {
  return origin.file === owner.origin.file && origin.document === owner.origin.document;
}

function listChange({ owner, choice }: Gate, cluster: string): readonly Change[] {
  switch (choice.kind) {
    case 'selector':
      return [];
    case 'names': {
      const isListed = choice.names.some(({ value }) => value === cluster);
      return isListed ? [] : [{ kind: 'list', cluster, owner, at: choice.origin, isThere: true }];
    }
    case 'none': {
      const at = choice.origin;
      return at.pointer.endsWith('/clusterSelector')
        ? [{ kind: 'mend', reason: 'the cluster selector cannot be used', at }]
        : [{ kind: 'list', cluster, owner, at, isThere: false }];
    }
  }
}

interface Term extends LabelRequirement {
  readonly owner: FederatedResource;
  readonly at: Origin;
}

/** A selector that counts twice has its terms once. */
function termsOf(gates: readonly Gate[]): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { owner, choice } of gates) {
    if (choice.kind !== 'selector') continue;
    for (const requirement of choice.requirements) {
      const at = below(choice.origin, ...pointerTokens(requirement.pointer));
      terms.set(originText(at), { ...requirement, owner, at });
    }
  }
  return [...terms.values()];
}

function labelChanges(
  { key, value, failed }: LabelSuggestion<Term>,
  { name, origin }: Cluster,
): readonly Change[] {
  if (value === undefined) return failed.map(relax);
  return [{ kind: 'label', cluster: name, key, value, at: labelPlace(origin, key) }];
}

/** An item of a ClusterInventory has labels; every other document that describes a cluster has metadata. */
function labelPlace(origin: Origin, key: string): Origin {
  return /\/clusters\/\d+$/.test(origin.pointer)
    ? below(origin, 'labels', key)
    : below(origin, 'metadata', 'labels', key);
}

function relax({ owner, at, ...term }: Term): Change {
  return { kind: 'relax', term, owner, at };
}
