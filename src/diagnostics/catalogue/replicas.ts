/** replicas/*: replica scheduling preferences. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const replicasCodes = {
  'replicas/invalid-preference': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    page: 'A ReplicaSchedulingPreference needs `targetKind` (FederatedDeployment or FederatedReplicaSet) and `totalReplicas` (a 32-bit integer); weights, minimums and maximums are integers.',
  }),
  'replicas/odd-preference': entry<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: () => 'Use numbers from zero up, and a minimum that is not above the maximum.',
    page: 'Negative numbers, or a minimum above the maximum. The controller computes with them without a word; in `mode: kubefed` so do we, with a warning.',
  }),
  'replicas/unknown-cluster': entry<{
    readonly cluster: string;
    readonly nearest: readonly string[];
  }>({
    severity: 'error',
    message: ({ cluster }) =>
      `The preference names cluster ${quote(cluster)}, which is not in the inventory.`,
    help: ({ nearest }) =>
      nearest[0] === undefined ? undefined : `Did you mean ${quote(nearest[0])}?`,
    page: 'The controller ignores such an entry, and its share goes to the other clusters.',
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
    page: "Replicas were meant for clusters that do not get the object. Under the controller's own rule (`replicaCandidates: all`) they are lost, not redistributed.",
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
    page: 'The planner hands out minimums first, then by weight up to the maximums. What is left then is silently lost by the controller.',
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
    page: 'Nothing is scheduled: the object that the preference names does not exist, or the controller would refuse to schedule it.',
  }),
  'replicas/retained': entry<{ readonly title: string }>({
    severity: 'warning',
    message: ({ title }) =>
      `${title} says retainReplicas: true, but files in git cannot retain what an autoscaler sets: spec.replicas is written as the template and the overrides say.`,
    help: () =>
      'Tell the engine to leave the field alone: Argo CD by ignoreDifferences on /spec/replicas with RespectIgnoreDifferences=true; Flux by leaving spec.replicas out of the template.',
    page: '`retainReplicas` made the controller keep the replica count it found in a cluster. A GitOps engine needs a rule of its own for that.',
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
    page: 'The controller schedules over all clusters (or those that the selectors take) and then replaces the placement by the result, clusters with zero replicas included.',
  }),
  'replicas/from-scratch': entry<{ readonly preferences: number }>({
    severity: 'note',
    message: ({ preferences }) =>
      `${count(preferences, 'replica preference')} without rebalance ${preferences === 1 ? 'is' : 'are'} planned as a first rollout, because no earlier tree was given.`,
    help: () =>
      '`replicas: {previous: tree}` starts from the counts that were written last; `rebalance: true` needs no history.',
    page: 'Without `rebalance: true` the controller moves as few running replicas as it can, so its result depends on the past. Offline the past is the tree written earlier, if it may be used.',
  }),
};
