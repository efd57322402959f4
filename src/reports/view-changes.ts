/** Suggested changes in; out: what is shown of them. */
import { quote } from '../diagnostics/quote.ts';
import type { FederatedResource } from '../model/federated-resource.ts';
import { type Origin, pointerTokens } from '../model/source.ts';
import type { SourcePlace } from './cluster-view.ts';
import { termText } from './explain-terms.ts';
import { fieldPathText, type PathStep } from './field-path.ts';
import type { Change } from './suggest-changes.ts';

export interface ChangeView extends SourcePlace {
  readonly change: Change['kind'];
  /** An order: `add {name: us-2} to spec.placement.clusters of FederatedDeployment shop/web`. */
  readonly words: string;
  /** A command that shows what it would change. */
  readonly attempt?: string;
  readonly key?: string;
  /** Null: the label goes. */
  readonly value?: string | null;
}

/** All of them are needed. */
export type WayView = readonly ChangeView[];

/** The same changes in words. */
export function viewChanges(
  ways: readonly (readonly Change[])[],
  {
    placeOf,
    question,
  }: {
    readonly placeOf: (origin: Origin) => SourcePlace;
    /** `fedc what-if`, with what it takes to read the same sources. */
    readonly question: string;
  },
): readonly WayView[] {
  return ways.map((changes) =>
    changes.map((change) => ({
      change: change.kind,
      words: wordsOf(change),
      ...labelMembers(change, question),
      ...placeOf(change.at),
    })),
  );
}

function labelMembers(
  change: Change,
  question: string,
): Pick<ChangeView, 'key' | 'value' | 'attempt'> {
  if (change.kind !== 'label') return {};
  const { cluster, key, value } = change;
  const label = value === null ? `${key}-` : `${key}=${value}`;
  return { key, value, attempt: `${question} --label ${cluster}:${label}` };
}

function wordsOf(change: Change): string {
  switch (change.kind) {
    case 'label':
      return change.value === null
        ? `take the label ${change.key} from ${change.cluster}`
        : `label ${change.cluster} with ${change.key}=${change.value}`;
    case 'list':
      return listWords(change);
    case 'relax': {
      const { term, owner } = change;
      return `relax the term ${termText(term)} of ${owner.title}`;
    }
    case 'federate':
      return `write a FederatedNamespace ${quote(change.namespace)} that goes to ${change.cluster}`;
    case 'mend':
      return `mend it first: ${change.reason}`;
  }
}

function listWords({ at, cluster, owner, isThere }: Change & { readonly kind: 'list' }): string {
  const list = isInside(at, owner)
    ? `${pathText(at, owner)} of ${owner.title}`
    : pathText(at, owner);
  const isPlain = at.pointer.endsWith('/clusterNames');
  const item = isPlain ? cluster : `{name: ${cluster}}`;
  return isThere ? `add ${item} to ${list}` : `write clusters: [{name: ${cluster}}] as ${list}`;
}

/** As seen from the object, where the place is in it; a rule of the configuration has its own path. */
function pathText(at: Origin, owner: FederatedResource): string {
  const pointer = isInside(at, owner) ? at.pointer.slice(owner.origin.pointer.length) : at.pointer;
  return fieldPathText(
    pointerTokens(pointer).map(
      (token): PathStep =>
        /^\d+$/.test(token)
          ? { kind: 'index', index: Number(token) }
          : { kind: 'member', name: token },
    ),
  );
}

function isInside(at: Origin, { origin }: FederatedResource): boolean {
  return at.file === origin.file && at.document === origin.document;
}
