/** placement/*: where objects go, and why they go nowhere. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const placementCodes = {
  'placement/unknown-cluster': entry<{
    readonly cluster: string;
    readonly nearest: readonly string[];
    readonly inventory: string;
    readonly clusters: number;
    /** How many placements name it. */
    readonly places: number;
  }>({
    severity: 'error',
    message: ({ cluster, places }) =>
      `Cluster ${quote(cluster)} is not in the inventory${places === 1 ? '' : `, and ${places} placements name it`}.`,
    mark: () => 'no such cluster',
    help: ({ nearest, inventory, clusters }) =>
      `${nearest[0] === undefined ? 'Take it out of the list, or add the cluster to the inventory. ' : `Did you mean ${nearest.map(quote).join(' or ')}? `}The inventory is ${inventory} (${count(clusters, 'cluster')}).`,
    title: 'A placement names a cluster that does not exist',
    page: 'A placement names a cluster that is not in the inventory. KubeFed drops such a name without a word, and the object silently goes to fewer clusters.',
    remedy:
      'Correct the name, or add the cluster to the inventory. If the cluster is gone for good, take it out of the placements.',
    row: 'unknownCluster',
  }),
  'placement/invalid-selector': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    title: 'A cluster selector breaks the rules of selectors',
    page: 'A cluster selector breaks the rules of Kubernetes label selectors: operators are In, NotIn, Exists, DoesNotExist; In and NotIn need values, the others none; keys and values must be legal labels. KubeFed does nothing at all for such an object.',
    remedy:
      'Correct the selector. `Exists` and `DoesNotExist` take no values, and numbers and booleans need quotes.',
  }),
  'placement/selector-matches-nothing': entry<{
    readonly title: string;
    readonly clusters: number;
    readonly nearest: readonly string[];
    readonly values: readonly string[];
  }>({
    severity: 'error',
    message: ({ title, clusters }) =>
      `The clusterSelector of ${title} matches none of ${count(clusters, 'cluster')}, so the object goes nowhere.`,
    details: ({ nearest }) =>
      nearest.length === 0 ? [] : ['closest clusters:', ...nearest.map((line) => `  ${line}`)],
    help: ({ values }) =>
      [
        ...values.map((value) => (value.endsWith('?') ? value : `${value}.`)),
        'Change the selector, or the labels of the clusters; write `clusters: []` instead if it is meant to go nowhere.',
      ].join(' '),
    title: 'No cluster has the labels that a selector wants',
    page: 'No cluster has the labels that the selector asks for. The message names the nearest clusters with what failed there, and the values that the labels really have. Inventory fields (region, zones, provider) are never labels.',
    remedy:
      'Change the selector or the labels of the clusters. `placement: {clusters: []}` says "nowhere" on purpose.',
    row: 'noCluster',
  }),
  'placement/none': entry<{
    readonly title: string;
    readonly reason: string;
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ title, reason }) => `${title} goes to no cluster: ${reason}.`,
    help: ({ hint }) =>
      `${hint ?? 'Write under spec.placement either clusters: [{name: ...}] or clusterSelector: {matchLabels: {...}}; an empty selector, {}, takes every cluster'}; \`clusters: []\` says "nowhere" on purpose.`,
    title: 'An object goes to no cluster',
    page: 'An object that goes nowhere is usually a mistake that nobody notices. `spec.placement.clusters: []` says it is on purpose.',
    remedy:
      'Give it a `placement` with `clusters` or a `clusterSelector`; where the message names its namespace, widen the placement of the FederatedNamespace.',
    row: 'noCluster',
  }),
  'placement/selector-ignored': entry<{
    readonly title: string;
    readonly listed: number;
    readonly selected: readonly string[] | undefined;
  }>({
    severity: 'warning',
    message: ({ title, listed, selected }) =>
      `${title} has both a clusters list and a clusterSelector; ${listed === 0 ? 'the empty list wins, so it goes nowhere' : `the list of ${count(listed, 'cluster')} wins`}${
        selected === undefined
          ? ' and the selector is not even read'
          : `, and the selector, which would take ${selected.length === 0 ? 'none' : `${selected.length} (${someOf(selected)})`}, is ignored`
      }.`,
    help: () => 'Remove one of the two.',
    title: 'A clusters list stands beside a selector, and wins',
    page: 'KubeFed looks at the selector only when there is no list. Even an empty list wins.',
    remedy: 'Remove the one that is not meant.',
  }),
  'placement/namespace-not-federated': entry<{
    readonly namespace: string;
    readonly objects: number;
    readonly isRequired: boolean;
  }>({
    severity: 'note',
    message: ({ namespace, objects, isRequired }) =>
      `No FederatedNamespace ${quote(`${namespace}/${namespace}`)} is in the repository, so ${isRequired ? `${count(objects, 'object')} in it ${objects === 1 ? 'goes' : 'go'} nowhere` : `nothing limits where ${count(objects, 'object')} in it ${objects === 1 ? 'goes' : 'go'}`}.`,
    help: ({ namespace }) =>
      `A FederatedNamespace ${quote(namespace)} in namespace ${quote(namespace)} says in which clusters the namespace exists.`,
    title: 'The namespace of objects is not federated',
    page: 'Under KubeFed a namespaced object only goes where its namespace is federated. In `mode: kubefed` (`namespaces: require`) it therefore goes nowhere; in `mode: gitops` it is placed as written.',
    remedy: 'Add a FederatedNamespace that says in which clusters the namespace exists.',
    row: 'namespaces',
  }),
  'placement/namespace-narrows': entry<{
    readonly namespace: string;
    readonly objects: readonly string[];
    readonly dropped: readonly string[];
  }>({
    severity: 'note',
    message: ({ namespace, objects, dropped }) =>
      `Namespace ${quote(namespace)} does not go to ${someOf(dropped)}, so ${someOf(objects, 3)} ${objects.length === 1 ? 'is' : 'are'} kept out of ${dropped.length === 1 ? 'it' : 'them'}.`,
    help: ({ namespace }) =>
      `Widen the placement of FederatedNamespace ${quote(namespace)} if that was not meant.`,
    title: 'A namespace keeps objects out of some clusters',
    page: 'A namespaced object goes to the clusters that both its own placement and the placement of its FederatedNamespace take.',
    remedy: 'Nothing, if that is meant. Otherwise widen the placement of the FederatedNamespace.',
  }),
  'placement/namespace-name-mismatch': entry<{ readonly name: string; readonly namespace: string }>(
    {
      severity: 'warning',
      message: ({ name, namespace }) =>
        `FederatedNamespace ${quote(name)} stands in namespace ${quote(namespace)}, and only one with the name of its own namespace counts; it is ignored.`,
      help: ({ name }) => `Write namespace: ${name} in its metadata.`,
      title: 'A FederatedNamespace stands in another namespace',
      page: 'KubeFed ignores a FederatedNamespace whose name differs from the namespace it stands in (event InvalidName).',
      remedy: 'Write the same text as `metadata.name` and `metadata.namespace`.',
    },
  ),
  'placement/namespace-not-created': entry<{
    readonly namespace: string;
    readonly clusters: readonly string[];
    readonly objects: number;
  }>({
    severity: 'warning',
    message: ({ namespace, clusters, objects }) =>
      `Nothing here makes Namespace ${quote(namespace)} in ${someOf(clusters)}, where ${count(objects, 'object')} of it ${objects === 1 ? 'goes' : 'go'}.`,
    help: ({ namespace }) =>
      `Add a FederatedNamespace ${quote(namespace)}, or let the GitOps engine create the namespace.`,
    title: 'Nothing creates the namespace of objects in a cluster',
    page: 'Objects whose namespace does not exist cannot be applied. No source makes the Namespace in a cluster that gets objects in it; it may of course be made outside this repository.',
    remedy:
      'Add a FederatedNamespace, or let the engine create the namespace (`CreateNamespace=true` in Argo CD). If something else makes it, turn the warning off.',
  }),
};
