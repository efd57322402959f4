/** inventory/*: the clusters. */

import { count, entry } from '../entry.ts';
import { quote } from '../quote.ts';
import { shellWord } from '../shell-word.ts';

export const inventoryCodes = {
  'inventory/duplicate-cluster': entry<{
    readonly cluster: string;
    /** Other systems gave the names, so that they cannot be changed. */
    readonly isForeign?: true;
  }>({
    severity: 'error',
    message: ({ cluster }) => `Cluster ${quote(cluster)} stands twice in the inventory.`,
    help: ({ cluster, isForeign }) =>
      isForeign === true
        ? `Keep one of the two. If they are two clusters, export them apart and import each with a name of its own: \`fedc clusters import --from FILE --name ${shellWord(`${cluster}=NAME`)} --write inventory.yaml\`.`
        : 'Keep one of the two, or give them different names.',
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
        ? `\`fedc clusters import --from ${shellWord(importFrom)} --write inventory.yaml\` makes a safe name for it, and keeps the original under \`names:\`; then name that file under \`inventory:\` instead.`
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
    /** The field as `decides` names it. */
    readonly key: string;
    /** One of the two is an entry of a ClusterInventory. */
    readonly decidable?: 'here';
  }>({
    severity: 'error',
    message: ({ cluster, field, values }) =>
      `Two sources disagree about ${field} of cluster ${quote(cluster)}: ${values.map((value) => quote(value)).join(' and ')}.`,
    help: ({ key, decidable }) =>
      decidable === 'here'
        ? `Make them agree, or write \`decides: [${key}]\` into the entry of the inventory, and what it says holds.`
        : `Make them agree, or say it in a ClusterInventory: with \`decides: [${key}]\` in the entry of the cluster that holds. \`fedc clusters import\` keeps what the inventory says already, so that documents can be imported one after the other.`,
    title: 'Two documents disagree about one cluster',
    page: 'Documents of different kinds that describe one cluster (a `ClusterInventory` and a `KubeFedCluster`, say) are merged by name. Where they disagree about a label, a field, a taint or another name, nobody can say which is right.',
    remedy:
      'Make them agree, or let a `ClusterInventory` decide: what its entry of the cluster says holds where `decides: [server, labels.env]` names it. Whoever imports can import one document after the other: what stands in the inventory stays.',
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
  'inventory/credentials': entry<{ readonly file: string; readonly credentials: number }>({
    severity: 'warning',
    message: ({ file, credentials }) =>
      `${file} holds ${count(credentials, 'credential')} for clusters: fedc never uses them, but everybody who can read the repository can.`,
    help: ({ file }) =>
      `\`fedc clusters import --from ${shellWord(file)} --write inventory.yaml\` writes an inventory without them; name that one under \`inventory:\` and take this file out of the repository.`,
    title: 'An inventory file holds credentials for clusters',
    page: 'A cluster Secret of Argo CD or a kubeconfig holds a token, a password or a private key. Of such a file only names, addresses and labels are used, and nothing else of it is ever shown or written. But whoever can read the repository, or a clone or a cache of it, can do to the clusters what the credential allows. Certificates, names of files, plugins that fetch a credential, values that SOPS encrypted and placeholders such as `REDACTED` are no credentials. A file outside of the repository that a flag names is not reported.',
    remedy:
      'Write an inventory without credentials with `fedc clusters import`, name it under `inventory:`, and take the file out of the repository. If it was ever pushed, replace the credentials: history keeps them. A file that only lies in the working folder and is ignored by git harms nobody; then turn the warning off.',
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
