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
    /** The place is the segment at which the path stops. */
    readonly stops?: boolean;
    /** What is there instead. */
    readonly facts?: readonly string[];
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ path, problem, clusters }) =>
      `The override of ${path} cannot be applied: ${problem} (${inClusters(clusters)}).`,
    mark: ({ stops }) => (stops === true ? 'the path stops here' : undefined),
    details: ({ facts = [] }) => facts,
    help: ({ hint }) => hint,
    title: 'An override cannot be applied to its template',
    page: 'The path leads to something that is not in the template. `replace` on a missing member of an existing object works (and adds it); a missing parent, an index out of range or a `remove` of what is not there does not. A `/` inside a key is written `~1`.',
    remedy:
      'Correct the path, or add what it needs to the template. The help of the report shows how far the path leads, where that can be told.',
  }),
  'override/unknown-cluster': entry<{
    readonly cluster: string;
    readonly nearest: readonly string[];
    /** The file of the inventory. */
    readonly inventory: string;
    /** How many clusters it has. */
    readonly clusters: number;
  }>({
    severity: 'error',
    message: ({ cluster }) =>
      cluster === ''
        ? 'The override has no clusterName, so it is for no cluster.'
        : `The override is for cluster ${quote(cluster)}, which is not in the inventory.`,
    mark: ({ cluster }) => (cluster === '' ? undefined : 'no such cluster'),
    help: ({ cluster, nearest, inventory, clusters }) => {
      if (cluster === '') return 'Write clusterName: with the name of a cluster of the inventory.';
      const way =
        nearest[0] === undefined
          ? 'Remove the override, or add the cluster to the inventory'
          : `Did you mean ${quote(nearest[0])}? Otherwise remove the override, or add the cluster to the inventory`;
      return `${way}, ${inventory} (${count(clusters, 'cluster')}).`;
    },
    title: 'An override is for a cluster that does not exist',
    page: 'An override for a cluster that is not in the inventory does nothing, and the cluster that was meant does not get it.',
    remedy: 'Correct the name, remove the override, or add the cluster to the inventory.',
    row: 'unknownCluster',
  }),
  'override/duplicate-cluster': entry<{ readonly cluster: string }>({
    severity: 'error',
    message: ({ cluster }) =>
      `Cluster ${quote(cluster)} has two entries in spec.overrides, and the controller then applies none at all.`,
    help: () => 'Merge the two into one entry.',
    title: 'One cluster has two entries of overrides',
    page: 'KubeFed refuses the whole object, in every cluster, when a cluster name stands twice in its overrides.',
    remedy: 'Merge the two into one entry.',
  }),
  'override/duplicate-path': entry<{ readonly path: string; readonly cluster: string }>({
    severity: 'error',
    message: ({ path, cluster }) =>
      `The path ${path} stands twice in the overrides of cluster ${quote(cluster)}, which the controller refuses.`,
    help: ({ path }) =>
      path.endsWith('/-')
        ? 'Only one item can be appended this way; give the second a number as index, or replace the whole list.'
        : 'Keep one of the two.',
    title: 'One path stands twice in the overrides of a cluster',
    page: 'KubeFed refuses an entry in which one path stands twice, whatever the operations are. So two appends at `/-` are not possible.',
    remedy:
      'Keep one of the two. To append several items, give the later ones a number as index, or replace the whole list.',
  }),
  'override/protected-path': entry<{ readonly path: string; readonly problem: string }>({
    severity: 'error',
    message: ({ path, problem }) => `The override of ${quote(path)} is not allowed: ${problem}.`,
    help: () =>
      'Kind, name and namespace are those of the federated object; make a second object if another identity is needed.',
    title: 'An override would change which object it is',
    page: 'An override must not change which object it is: kind, name, generateName and namespace are protected, however the path is spelt, and so is the whole document.',
    remedy:
      'Remove the override. If a cluster needs an object of another name or namespace, make a second federated object for it.',
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
    title: 'An override path is not a JSON pointer',
    page: 'Override paths are JSON pointers: they begin with a slash, and so does every step. The dotted form was only ever right in v1alpha1 files.',
    remedy:
      'Write the path with slashes, as the help of the report shows it. A `/` inside a key is written `~1`, a `~` is written `~0`.',
  }),
  'override/dead': entry<{
    readonly cluster: string;
    readonly title: string;
    readonly reason: string;
    /** What to change so that the object goes there. */
    readonly way: string;
  }>({
    severity: 'warning',
    message: ({ cluster, title, reason }) =>
      `The override for cluster ${quote(cluster)} does nothing: ${title} does not go there (${reason}).`,
    help: ({ way }) => `${way}, or remove the override.`,
    title: 'An override is for a cluster without the object',
    page: 'The cluster exists, but the object is not placed in it, so the override never applies. Either the placement or the override is not what was meant.',
    remedy: 'Place the object there, and its namespace, or remove the override.',
  }),
  'override/no-effect': entry<{
    readonly path: string;
    readonly reason: string;
    readonly clusters: readonly string[];
    /** A replica preference decides, whatever value is written here. */
    readonly isPlanned?: boolean;
  }>({
    severity: 'warning',
    message: ({ path, reason, clusters }) =>
      `The override of ${path} changes nothing: ${reason} (${inClusters(clusters)}).`,
    help: ({ isPlanned }) =>
      isPlanned === true
        ? 'Remove it, or give the cluster its own numbers in the preference.'
        : 'Remove it, or correct its value.',
    title: 'An override changes nothing',
    page: 'The value is already what the override sets, or something else decides it (a replica preference). Such an override hides what a cluster really gets, and comes to life when the template changes.',
    remedy:
      'Remove it, or correct its value; where a replica preference decides, the numbers of a cluster belong there.',
  }),
  'override/shadowed': entry<{
    readonly path: string;
    readonly clusters: readonly string[];
    /** The path of the later edit. */
    readonly by?: string;
    /** The later edit removes what this one wrote, or what holds it. */
    readonly removes?: boolean;
    /** Instead of a later edit: a label that is set after all of them. */
    readonly stamp?: { readonly label: string; readonly value: string };
  }>({
    severity: 'warning',
    message: ({ path, by = '', removes = false, stamp, clusters }) => {
      const winner =
        stamp === undefined
          ? `the later edit of ${by} ${removes ? 'removes' : 'overwrites'} it`
          : `label ${stamp.label} is set to ${quote(stamp.value)} after all overrides`;
      return `The override of ${path} is lost: ${winner} (${inClusters(clusters)}).`;
    },
    why: ({ stamp }) =>
      stamp === undefined
        ? 'The edits of a cluster apply from top to bottom, each to what the one before it made.'
        : undefined,
    help: ({ stamp }) =>
      stamp === undefined
        ? 'Keep the one that is meant and remove the other, or move this edit below the later one.'
        : 'Remove the override; compatibility.managedLabel: omit leaves the label alone.',
    title: 'A later edit of the same cluster undoes an override',
    page: 'An edit has no effect on the result, because a later edit of the same entry writes or removes the same place, or something that holds it: the same path spelt in another way, a parent that is replaced as a whole, a list item that is inserted and removed again. With `managedLabel: add` it can also be the label that is set after all overrides.',
    remedy:
      'Remove the edit that is not meant. If both are, put the one for the whole first and the one for its part after it.',
  }),
  'override/replaces-replicas': entry<{
    readonly path: string;
    /** The edit removes what holds the count. */
    readonly removes: boolean;
    readonly clusters: readonly string[];
  }>({
    severity: 'warning',
    message: ({ path, removes, clusters }) =>
      `The override of ${path} ${removes ? 'removes' : 'replaces'} what holds /spec/replicas, so the count of the replica preference is lost (${inClusters(clusters)}).`,
    why: () =>
      'The planned count is written into the place of the edit of /spec/replicas, and this edit comes after it.',
    help: ({ path }) =>
      `Override the members of ${path} one by one, or move this edit above that of /spec/replicas.`,
    title: 'An override wipes out the replicas that are planned',
    page: 'A replica preference writes its count where the overrides of a cluster edit `/spec/replicas`. An edit further down that replaces or removes `/spec` takes the count away again, and the cluster runs what the override says, or the default of one replica.',
    remedy:
      'Override single members instead of the whole, or move the edit above that of `/spec/replicas`, or remove the preference.',
  }),
  'override/replace-adds': entry<{
    readonly path: string;
    readonly clusters: readonly string[];
    /** A member beside it that has nearly the same name. */
    readonly nearest?: string;
  }>({
    severity: 'warning',
    message: ({ path, clusters }) =>
      `The override replaces ${path}, which the template does not have, so it is added (${inClusters(clusters)}).`,
    help: ({ nearest }) =>
      nearest === undefined
        ? 'Write op: add if that is meant; check the spelling of the path if it is not.'
        : `Did you mean ${quote(nearest)}? If the new member is meant, write op: add.`,
    title: 'An override replaces what is not there, so it adds',
    page: 'In KubeFed, replacing a missing member adds it. With RFC 6902 it is an error, so a typo in the last step of a path goes unnoticed.',
    remedy: 'Write `op: add` if that is meant; check the spelling of the path if it is not.',
  }),
  'override/odd-index': entry<{ readonly path: string; readonly problem: string }>({
    severity: 'warning',
    message: ({ path, problem }) => `The override of ${path} has an odd index: ${problem}.`,
    help: () => 'Write a plain index, or - to append.',
    title: 'An override path has an odd list index',
    page: 'Negative indices, signs and leading zeros are accepted by the patch library that KubeFed uses, and by hardly anything else.',
    remedy: 'Write a plain index, or `-` to append.',
  }),
  'override/removes-replicas': entry<{ readonly clusters: readonly string[] }>({
    severity: 'warning',
    message: ({ clusters }) =>
      `A replica preference sets /spec/replicas, and the override removes it (${inClusters(clusters)}).`,
    help: () => 'Remove the override, or the preference.',
    title: 'An override removes the replicas that are planned',
    page: 'The controller writes the planned count into the existing edit and leaves its operation alone, so a `remove` still removes the field.',
    remedy: 'Remove the override, or the preference.',
  }),
};
