/** Suggested changes in, the documents of a repository as they are after them out. */
import { pointerTokens } from '../../src/model/source.ts';
import type { Change } from '../../src/reports/suggest-changes.ts';
import type { ModelDocument } from './model/documents.ts';
import { cloneValue, isMap, type Json, type JsonMap } from './model/values.ts';

/** The documents of the repository; `fedc.yaml` is one of them. */
export function applyChanges(
  documents: readonly ModelDocument[],
  changes: readonly Change[],
): ModelDocument[] {
  const changed = documents.map(({ path, value }) => ({ path, value: cloneValue(value) }));
  // Items are taken out of lists from the end, so that the places of the others stay as they are.
  const ordered = changes.toSorted((a, b) => indexOf(b) - indexOf(a));
  for (const change of ordered) apply(change, changed);
  return changed;
}

function indexOf({ at }: Change): number {
  return Number(pointerTokens(at.pointer).at(-1)) || 0;
}

function apply(change: Change, documents: ModelDocument[]): void {
  switch (change.kind) {
    case 'label': {
      const labels = mapAt(documents, change, pointerTokens(change.at.pointer).slice(0, -1));
      if (change.value === null) delete labels[change.key];
      else labels[change.key] = change.value;
      return;
    }
    case 'list': {
      const tokens = pointerTokens(change.at.pointer);
      if (!change.isThere) {
        mapAt(documents, change, tokens)['clusters'] = [{ name: change.cluster }];
        return;
      }
      const list = mapAt(documents, change, tokens.slice(0, -1))[tokens.at(-1) ?? ''] as Json[];
      list.push(tokens.at(-1) === 'clusterNames' ? change.cluster : { name: change.cluster });
      return;
    }
    case 'relax': {
      const tokens = pointerTokens(change.at.pointer);
      const last = tokens.at(-1) ?? '';
      const holder = valueAt(documents, change, tokens.slice(0, -1));
      if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else if (isMap(holder)) delete holder[last];
      return;
    }
    case 'federate':
      documents.push({ path: 'added.yaml', value: federatedNamespace(change) });
      return;
    case 'mend':
      throw new Error('What is to be mended is not said.');
  }
}

function federatedNamespace({ namespace, cluster }: Change & { kind: 'federate' }): JsonMap {
  return {
    apiVersion: 'types.kubefed.io/v1beta1',
    kind: 'FederatedNamespace',
    metadata: { name: namespace, namespace },
    spec: { placement: { clusters: [{ name: cluster }] } },
  };
}

function documentOf(documents: readonly ModelDocument[], { at }: Change): ModelDocument {
  return documents.filter(({ path }) => path === at.file)[at.document]!;
}

function valueAt(
  documents: readonly ModelDocument[],
  change: Change,
  tokens: readonly string[],
): Json {
  return tokens.reduce<Json>(
    (value, token) => (value as JsonMap)[token]!,
    documentOf(documents, change).value,
  );
}

/** The map at a place; what is missing on the way is made. */
function mapAt(
  documents: readonly ModelDocument[],
  change: Change,
  tokens: readonly string[],
): JsonMap {
  let map = documentOf(documents, change).value as JsonMap;
  for (const token of tokens) {
    if (Array.isArray(map)) {
      map = map[Number(token)];
      continue;
    }
    if (!isMap(map[token]) && !Array.isArray(map[token])) map[token] = {};
    map = map[token] as JsonMap;
  }
  return map;
}
