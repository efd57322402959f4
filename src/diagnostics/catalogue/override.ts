/** override/*: the edits of single clusters. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

const inClusters = (clusters: readonly string[]) =>
  `${count(clusters.length, 'cluster')}: ${someOf(clusters)}`;

export const overrideCodes = {
  'override/path-not-found': entry<{
    readonly path: string;
    readonly problem: string;
    readonly clusters: readonly string[];
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ path, problem, clusters }) =>
      `The override of ${path} cannot be applied: ${problem} (${inClusters(clusters)}).`,
    help: ({ hint }) => hint,
    page: 'The path leads to something that is not in the template. `replace` on a missing member of an existing object works (and adds it); a missing parent, an index out of range or a `remove` of what is not there does not. A `/` inside a key is written `~1`.',
  }),
  'override/unknown-cluster': entry<{
    readonly cluster: string;
    readonly nearest: readonly string[];
  }>({
    severity: 'error',
    message: ({ cluster }) =>
      cluster === ''
        ? 'The override has no clusterName, so it is for no cluster.'
        : `The override is for cluster ${quote(cluster)}, which is not in the inventory.`,
    help: ({ cluster, nearest }) => {
      if (cluster === '') return 'Write clusterName.';
      return nearest[0] === undefined
        ? 'Remove the override, or add the cluster to the inventory.'
        : `Did you mean ${quote(nearest[0])}?`;
    },
    page: 'An override for a cluster that does not exist does nothing, and the cluster that was meant does not get it.',
  }),
  'override/duplicate-cluster': entry<{ readonly cluster: string }>({
    severity: 'error',
    message: ({ cluster }) =>
      `Cluster ${quote(cluster)} has two entries in spec.overrides, and the controller then applies none at all.`,
    help: () => 'Merge the two into one entry.',
    page: 'KubeFed refuses the whole object, in every cluster, when a cluster name stands twice in its overrides.',
  }),
  'override/duplicate-path': entry<{ readonly path: string; readonly cluster: string }>({
    severity: 'error',
    message: ({ path, cluster }) =>
      `The path ${path} stands twice in the overrides of cluster ${quote(cluster)}, which the controller refuses.`,
    help: ({ path }) =>
      path.endsWith('/-')
        ? 'Only one item can be appended this way; give the second a number as index, or replace the whole list.'
        : 'Keep one of the two.',
    page: 'KubeFed refuses an entry in which one path stands twice, whatever the operations are. So two appends at `/-` are not possible.',
  }),
  'override/protected-path': entry<{ readonly path: string; readonly problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `The override of ${quote(path)} is not allowed: ${problem}.`,
    help: () =>
      'Kind, name and namespace are those of the federated object; make a second object if another identity is needed.',
    page: 'An override must not change which object it is: kind, name, generateName and namespace are protected, however the path is spelt, and so is the whole document.',
  }),
  'override/dotted-path': entry<{
    readonly path: string;
    readonly pointer: string;
    readonly isOldForm: boolean;
  }>({
    severity: 'error',
    message: ({ path, pointer }) =>
      `${quote(path)} is no JSON pointer; it should be ${quote(pointer)}.`,
    help: ({ pointer }) => `Write path: ${pointer}`,
    page: 'Override paths are JSON pointers: they begin with a slash, and so does every step. The dotted form was only ever right in v1alpha1 files.',
  }),
  'override/dead': entry<{
    readonly cluster: string;
    readonly title: string;
    readonly reason: string;
  }>({
    severity: 'warning',
    message: ({ cluster, title, reason }) =>
      `The override for cluster ${quote(cluster)} does nothing: ${title} does not go there (${reason}).`,
    help: () => 'Place the object there, or remove the override.',
    page: 'The cluster exists, but the object is not placed in it, so the override never applies.',
  }),
  'override/no-effect': entry<{
    readonly path: string;
    readonly reason: string;
    readonly clusters: readonly string[];
  }>({
    severity: 'warning',
    message: ({ path, reason, clusters }) =>
      `The override of ${path} changes nothing: ${reason} (${inClusters(clusters)}).`,
    help: () => 'Remove it, or correct its value.',
    page: 'The value is already what the override sets, or something else decides it (a replica preference).',
  }),
  'override/replace-adds': entry<{ readonly path: string; readonly clusters: readonly string[] }>({
    severity: 'warning',
    message: ({ path, clusters }) =>
      `The override replaces ${path}, which the template does not have, so it is added (${inClusters(clusters)}).`,
    help: () => 'Write op: add if that is meant; check the spelling of the path if it is not.',
    page: 'In KubeFed, replacing a missing member adds it. With RFC 6902 it is an error, so a typo in the last step of a path goes unnoticed.',
  }),
  'override/odd-index': entry<{ readonly path: string; readonly problem: string }>({
    severity: 'warning',
    message: ({ path, problem }) => `The override of ${path} has an odd index: ${problem}.`,
    help: () => 'Write a plain index, or - to append.',
    page: 'Negative indices, signs and leading zeros are accepted by the patch library that KubeFed uses, and by hardly anything else.',
  }),
  'override/removes-replicas': entry<{ readonly clusters: readonly string[] }>({
    severity: 'warning',
    message: ({ clusters }) =>
      `A replica preference sets /spec/replicas, and the override removes it (${inClusters(clusters)}).`,
    help: () => 'Remove the override, or the preference.',
    page: 'The controller writes the planned count into the existing edit and leaves its operation alone, so a `remove` still removes the field.',
  }),
};
