/** inventory/*: the clusters. */

import { entry } from '../entry.ts';
import { quote } from '../quote.ts';
import { shellWord } from '../shell-word.ts';

export const inventoryCodes = {
  'inventory/duplicate-cluster': entry<{ readonly cluster: string }>({
    severity: 'error',
    message: ({ cluster }) => `Cluster ${quote(cluster)} stands twice in the inventory.`,
    help: () => 'Keep one of the two, or give them different names.',
    title: 'One cluster stands twice in the inventory',
    page: 'Two entries of one kind claim the same name, so it is not known which labels hold, and with them which objects go there.',
    remedy: 'Keep one of the two, or give them different names.',
  }),
  'inventory/unsafe-name': entry<{
    readonly cluster: string;
    readonly reason: string;
    /** The file of the other system that gave it, where it stays. */
    readonly importFrom?: string;
  }>({
    severity: 'error',
    message: ({ cluster, reason }) =>
      `Cluster name ${quote(cluster)} cannot be the name of a folder: ${reason}.`,
    help: ({ importFrom }) =>
      importFrom !== undefined
        ? `\`fedc clusters import --from ${shellWord(importFrom)} --write inventory.yaml\` makes a safe name for it, and keeps the original under \`names:\`.`
        : 'Give the cluster a name of lower-case letters, digits, `-` and `.`, and keep the original under `names:`.',
    title: 'A cluster name cannot be the name of a folder',
    page: 'The name of a cluster is the name of its folder, so it must be a DNS-1123 subdomain and no reserved name of Windows (con, aux, nul, com1, ...).',
    remedy:
      'Give the cluster a name of lower-case letters, digits, `-` and `.`. What other systems call it goes under `names:`; `fedc clusters import` writes such an inventory from their documents.',
  }),
  'inventory/conflict': entry<{
    readonly cluster: string;
    readonly field: string;
    readonly values: readonly string[];
  }>({
    severity: 'error',
    message: ({ cluster, field, values }) =>
      `Two sources disagree about ${field} of cluster ${quote(cluster)}: ${values.map((value) => quote(value)).join(' and ')}.`,
    help: () => 'Make them agree, or take the field out of one of the two.',
    title: 'Two documents disagree about one cluster',
    page: 'Documents of different kinds that describe one cluster (a `ClusterInventory` and a `KubeFedCluster`, say) are merged by name. Where they disagree about a label, a field, a taint or another name, nobody can say which is right.',
    remedy: 'Make them agree, or take the field out of one of the two.',
  }),
  'inventory/invalid': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    title: 'A cluster document is not as it should be',
    page: 'A cluster document has a member that is not allowed, or one of the wrong type. A label that is not text would make every selector unsure.',
    remedy:
      'Follow the help of the report. Labels, versions and other texts that look like numbers or booleans need quotes.',
  }),
  'inventory/no-labels': entry<{ readonly clusters: number }>({
    severity: 'note',
    message: ({ clusters }) =>
      `None of the ${clusters} clusters of the inventory has a label, so no selector but an empty one can match.`,
    help: () => 'Add labels to the clusters: `labels: {region: eu, env: prod}`.',
    title: 'No cluster has a label for selectors to match',
    page: 'A selector matched nothing, and the reason is the inventory: none of its clusters is labelled. Region, zones and provider are fields, never labels.',
    remedy: 'Add labels to the clusters: `labels: {region: eu, env: prod}`.',
  }),
};
