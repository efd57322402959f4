/** replicas/*: replica scheduling preferences. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const replicasCodes = {
  'replicas/invalid-preference': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    title: 'A ReplicaSchedulingPreference cannot be read',
    page: 'A ReplicaSchedulingPreference needs `targetKind` (FederatedDeployment or FederatedReplicaSet) and `totalReplicas` (a 32-bit integer); weights, minimums and maximums are integers. Only one preference can be for one object.',
    remedy: 'Correct the field that the message names.',
  }),
  'replicas/odd-preference': entry<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: () => 'Use numbers from zero up, and a minimum that is not above the maximum.',
    title: 'A preference has numbers that make no sense',
    page: 'Negative numbers, or a minimum above the maximum. The controller computes with them without a word; in `mode: kubefed` so do we, with a warning.',
    remedy: 'Use numbers from zero up, and a minimum that is not above the maximum.',
    level:
      'An error in `mode: gitops` and a warning in `mode: kubefed`; no other setting changes that.',
  }),
  'replicas/unknown-cluster': entry<{
    readonly cluster: string;
    readonly nearest: readonly string[];
    /** The file of the inventory. */
    readonly inventory: string;
    /** How many clusters it has. */
    readonly clusters: number;
  }>({
    severity: 'error',
    message: ({ cluster }) =>
      `The preference names cluster ${quote(cluster)}, which is not in the inventory.`,
    mark: () => 'no such cluster',
    why: () => 'The controller ignores such an entry, and its share goes to the other clusters.',
    help: ({ nearest, inventory, clusters }) =>
      `${nearest[0] === undefined ? 'Remove the entry, or add the cluster to the inventory. ' : `Did you mean ${quote(nearest[0])}? `}The inventory is ${inventory} (${count(clusters, 'cluster')}).`,
    title: 'A preference names a cluster that does not exist',
    page: 'A preference names a cluster that is not in the inventory. The controller ignores such an entry, and its share goes to the other clusters.',
    remedy: 'Correct the name, remove the entry, or add the cluster to the inventory.',
    row: 'unknownCluster',
  }),
  'replicas/unplaced': entry<{
    readonly title: string;
    readonly clusters: readonly string[];
    readonly replicas?: number;
  }>({
    severity: 'warning',
    message: ({ title, clusters, replicas }) =>
      replicas === undefined
        ? `The preference names ${someOf(clusters)}, where ${title} is not placed; a preference never adds a cluster.`
        : `${count(replicas, 'replica')} planned for ${someOf(clusters)} ${replicas === 1 ? 'is' : 'are'} lost, because the namespace does not go there.`,
    help: ({ replicas }) =>
      replicas === undefined
        ? 'Place the object there, or remove the entry.'
        : 'Place the namespace there, or take the clusters out of the preference.',
    title: 'Replicas are meant for clusters without the object',
    page: "Replicas were meant for clusters that do not get the object. Under the controller's own rule (`replicaCandidates: all`) they are lost, not redistributed.",
    remedy:
      'Place the object, or its namespace, in these clusters, or take them out of the preference.',
  }),
  'replicas/undistributed': entry<{
    readonly title: string;
    readonly total: number;
    readonly left: number;
  }>({
    severity: 'warning',
    message: ({ title, total, left }) =>
      `${left} of ${total} replicas of ${title} fit nowhere: the maximums, or the weights, leave no room.`,
    help: () => 'Raise maxReplicas, give weight to more clusters, or lower totalReplicas.',
    title: 'Some replicas of a total fit nowhere',
    page: 'The planner hands out minimums first, then by weight up to the maximums. What is left then is silently lost by the controller.',
    remedy: 'Raise `maxReplicas`, give weight to more clusters, or lower `totalReplicas`.',
  }),
  'replicas/no-target': entry<{
    readonly targetKind: string;
    readonly name: string;
    readonly namespace: string;
    readonly reason?: string;
  }>({
    severity: 'warning',
    message: ({ targetKind, name, namespace, reason }) =>
      reason ?? `The preference has no target: there is no ${targetKind} ${namespace}/${name}.`,
    help: () => 'A preference applies to the object of its own name, in its own namespace.',
    title: 'A preference schedules nothing',
    page: 'Nothing is scheduled: the object that the preference names does not exist, or the controller would refuse to schedule it.',
    remedy:
      'A preference applies to the object of its own name, in its own namespace, of the kind in `targetKind`: correct these, or remove the preference.',
  }),
  'replicas/retained': entry<{ readonly title: string }>({
    severity: 'warning',
    message: ({ title }) =>
      `${title} says retainReplicas: true, but files in git cannot retain what an autoscaler sets: spec.replicas is written as the template and the overrides say.`,
    help: () =>
      'Name your engine with --emit or under engines in fedc.yaml, and it is told to leave the field alone; or leave spec.replicas out of the template.',
    title: 'Files cannot retain the replicas of an autoscaler',
    page: '`retainReplicas` made the controller keep the replica count that it found in a cluster. Files hold a count of their own, and a GitOps engine sets it back at every sync unless it has a rule for that.',
    remedy:
      'Name your engine with `--emit` or under `engines` in fedc.yaml: Argo CD gets `ignoreDifferences`, Flux an `ignore` rule. Or leave `spec.replicas` out of the template. If you tell the engine yourself, turn the warning off.',
  }),
  'replicas/widens-placement': entry<{
    readonly title: string;
    readonly added: readonly string[];
    readonly dropped: readonly string[];
  }>({
    severity: 'warning',
    message: ({ title, added, dropped }) => {
      const puts = `also places ${title} in ${someOf(added)}, where its own placement does not put it`;
      const takes = `takes ${title} out of ${someOf(dropped)}, where its own placement puts it`;
      const parts = [...(added.length > 0 ? [puts] : []), ...(dropped.length > 0 ? [takes] : [])];
      return `The preference ${parts.join(', and ')}.`;
    },
    help: () =>
      'Set `replicaCandidates: placed`, or `intersectWithClusterSelector: true`, to stay within the placement.',
    title: 'A preference replaces the placement of its object',
    page: 'The controller schedules over all clusters (or those that the selectors take) and then replaces the placement by the result, clusters with zero replicas included.',
    remedy:
      'Check whether the clusters are meant. `intersectWithClusterSelector: true` in the preference keeps to the cluster selectors, the row below to the placement.',
    row: 'replicaCandidates',
  }),
  'replicas/from-scratch': entry<{ readonly preferences: number }>({
    severity: 'note',
    message: ({ preferences }) =>
      `${count(preferences, 'replica preference')} without rebalance ${preferences === 1 ? 'is' : 'are'} planned as a first rollout, because no earlier tree was given.`,
    help: () =>
      '`replicas: {previous: tree}` starts from the counts that were written last; `rebalance: true` needs no history.',
    title: 'Replicas are planned without the earlier counts',
    page: 'Without `rebalance: true` the controller moves as few running replicas as it can, so its result depends on the past. Offline the past is the tree written earlier, if it may be used.',
    remedy:
      '`replicas: {previous: tree}` in fedc.yaml starts from the counts that were written last; `rebalance: true` in the preference needs no history.',
  }),
};
