/** cli/*, config/*, repo/*: what concerns the run and the repository as a whole. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const hostCodes = {
  'cli/usage': entry<{
    readonly problem: string;
    readonly hint?: string;
    /** The argument with a mark under the fault. */
    readonly details?: readonly string[];
  }>({
    severity: 'error',
    message: ({ problem }) => problem,
    details: ({ details = [] }) => details,
    help: ({ hint }) => hint ?? 'fedc --help shows the commands and their options.',
    title: 'The command line was not understood',
    page: 'The command line was not understood. Nothing was read and nothing was written. Exit code 64.',
    remedy:
      '`fedc --help` shows the commands, `fedc COMMAND --help` the options of one. An option that is misspelt is answered with the nearest one.',
  }),
  'cli/unknown-cluster': entry<{
    /** A name, a pattern or a selector. */
    readonly cluster: string;
    readonly by: 'name' | 'selector';
    readonly nearest: readonly string[];
    readonly known: number;
  }>({
    severity: 'error',
    message: ({ cluster, by, known }) =>
      by === 'name'
        ? `No cluster is called ${quote(cluster)}; the inventory has ${count(known, 'cluster')}.`
        : `No cluster has the labels ${quote(cluster)}; the inventory has ${count(known, 'cluster')}.`,
    help: ({ nearest }) =>
      nearest.length > 0
        ? `Did you mean ${nearest.map((name) => quote(name)).join(' or ')}?`
        : '`fedc clusters list` shows them.',
    title: 'No cluster is in the slice that was asked for',
    page: 'A slice was asked for (`--cluster`, `-l`), and no cluster of the inventory is in it. An empty slice is never what was meant: in a pipeline it would look like a run in which nothing had to be done. Exit code 64; nothing is written.',
    remedy:
      'Correct the name, the pattern or the labels, or add the cluster to the inventory. `*` in a pattern needs quotes in a shell.',
  }),
  'cli/empty-shard': entry<{ readonly shard: string; readonly clusters: number }>({
    severity: 'note',
    message: ({ shard, clusters }) =>
      `Shard ${shard} holds none of the ${count(clusters, 'cluster')}; no manifest is written for it.`,
    title: 'A shard that holds no cluster',
    page: 'Which shard a cluster is in follows from its name alone, so that the clusters stay where they are when others come or go. With few clusters and many shards some hold none. Their runs are done at once, and exit with 0; the first shard also writes what belongs to no cluster.',
    remedy: 'Nothing; or use fewer shards.',
  }),
  'cli/one-cluster': entry<{ readonly clusters: readonly string[] }>({
    severity: 'error',
    message: ({ clusters }) =>
      clusters.length === 0
        ? '--stdout prints the manifests of one cluster, and no cluster is in the slice.'
        : `--stdout prints the manifests of one cluster, and ${count(clusters.length, 'cluster')} would be printed: ${someOf(clusters, 8)}.`,
    help: () => 'Name one with --cluster NAME, or use -o json for all of them.',
    title: '--stdout prints one cluster, and several are meant',
    page: 'One YAML stream is what one cluster should hold. A stream of several clusters could be applied to the wrong one. Exit code 64.',
    remedy: 'Name one with `--cluster NAME`, or use `-o json`, which keeps the clusters apart.',
  }),
  'config/unknown-key': entry<{
    readonly key: string;
    readonly nearest: readonly string[];
    readonly where: string;
  }>({
    severity: 'error',
    message: ({ key, where }) => `${quote(key)} is no setting of ${where}.`,
    help: ({ nearest }) =>
      nearest[0] === undefined
        ? 'docs/configuration.md lists the settings.'
        : `Did you mean ${quote(nearest[0])}?`,
    title: 'A setting that does not exist',
    page: 'A misspelt setting would be silently ignored, so unknown keys of fedc.yaml are errors. So are unknown codes under `diagnostics:`, and `FEDC_*` variables that are one letter away from a real one.',
    remedy:
      'Correct the spelling or remove the key; docs/configuration.md lists the settings, `fedc codes` the codes.',
  }),
  'config/invalid': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    title: 'A setting has a value that is not allowed',
    page: 'A setting of fedc.yaml, or a `FEDC_*` variable, has a value that is not allowed there. Nothing is compiled by a guess at what was meant.',
    remedy:
      'Write a value that the message allows. A code that is an error cannot be moved under `diagnostics:`; the help then names the row of `compatibility:` that moves it, if there is one.',
  }),
  'repo/no-sources': entry<{ readonly patterns: readonly string[]; readonly files: number }>({
    severity: 'error',
    message: ({ patterns, files }) =>
      files === 0
        ? `No file matches ${someOf(patterns.map((pattern) => quote(pattern)))}.`
        : `None of the ${count(files, 'file')} holds a federated object, and no plainObjects are configured.`,
    help: () =>
      'Check the path and `sources:` of fedc.yaml; an empty result would delete everything that was deployed.',
    title: 'There is nothing to compile',
    page: 'No file matches, or none of them holds a federated object. Writing an empty tree would tell the GitOps engine to delete everything, so this is an error. For one rule of `plainObjects:` whose `files:` match nothing it is a warning.',
    remedy:
      'Check the path that fedc was started with, `sources:` and `exclude:` of fedc.yaml, or the patterns of the rule.',
    level: 'An error, or for one rule of `plainObjects:` a warning; no setting changes that.',
  }),
  'repo/unreadable': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} cannot be read: ${reason}.`,
    help: () =>
      'A file that is skipped would be a deletion in production, so nothing is compiled without it.',
    title: 'A file cannot be read',
    page: 'The machine refused to give a file, or the file leads out of the repository (a symbolic link). A file that is skipped would be a deletion in production, so nothing is compiled without it. Exit code 3.',
    remedy:
      'Repair what the message says: the name, the permissions, the link. `exclude:` in fedc.yaml leaves a file out on purpose.',
  }),
  'repo/changed-underneath': entry<{ readonly path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} was changed while it was compiled.`,
    help: () => 'Build again; nothing was written.',
    title: 'A source changed while it was compiled',
    page: "A file that had been read holds other bytes now, or is gone: an editor saved it, or git changed the branch. A tree that mixes two states of the sources would be nobody's intention, so nothing is written. Exit code 3.",
    remedy: 'Build again once the files stand still.',
  }),
  'repo/no-inventory': entry<{
    readonly placed: number;
    readonly names: readonly string[];
    /** Documents that describe clusters and do not count where they stand. */
    readonly passedOver?: readonly {
      readonly file: string;
      readonly title: string;
      readonly documents: number;
    }[];
  }>({
    severity: 'error',
    message: ({ placed }) =>
      `No cluster is in any inventory, and ${count(placed, 'object')} must be placed.`,
    details: ({ passedOver = [] }) =>
      passedOver
        .slice(0, 5)
        .map(({ file, title, documents }) => `${file} holds ${count(documents, title)}`),
    help: ({ names, passedOver: [passedOver] = [] }) =>
      passedOver !== undefined
        ? `If these are the clusters, name the file under inventory: in fedc.yaml or with --inventory ${passedOver.file}.`
        : names.length === 0
          ? 'Write a ClusterInventory (apiVersion: fedc/v1alpha1) with each cluster and its labels, or pass --inventory FILE.'
          : `Write a ClusterInventory (apiVersion: fedc/v1alpha1) or pass --inventory FILE; the sources name these clusters: ${someOf(names, 10)}.`,
    title: 'Objects must be placed, and no cluster is known',
    page: 'Placement needs to know the clusters: a selector needs their labels, and a listed name must exist. Cluster documents are read from the files of `inventory:`, else from the sources; docs/inventories.md lists the forms, and those that only count in a file that is named.',
    remedy:
      'Write a `ClusterInventory` with each cluster and its labels, keep the `KubeFedCluster` documents beside the sources, or name the file with `--inventory FILE` or `inventory:`. docs/configuration.md shows one.',
  }),
  'repo/not-federated': entry<{ readonly objects: number; readonly files: number }>({
    severity: 'note',
    message: ({ objects, files }) =>
      `${count(objects, 'plain object')} in ${count(files, 'file')} ${objects === 1 ? 'is' : 'are'} not federated and left alone.`,
    help: () => 'plainObjects in fedc.yaml shares plain manifests with clusters.',
    title: 'Plain objects are left alone',
    page: 'Plain Kubernetes objects beside federated ones belong to the host cluster, as under KubeFed; they are counted and nothing else. With `plainObjects` they can be compiled.',
    remedy:
      'Nothing, if they are meant for the host cluster. A rule under `plainObjects:` gives them to member clusters.',
  }),
  'repo/foreign-kind': entry<{ readonly kinds: readonly string[]; readonly objects: number }>({
    severity: 'note',
    message: ({ kinds, objects }) =>
      `${count(objects, 'object')} of other federation systems ${objects === 1 ? 'is' : 'are'} left alone: ${someOf(kinds)}.`,
    help: () =>
      'If KubeFed propagates such a kind here, add its FederatedTypeConfig to the repository, or types: [{federated: GROUP/VERSION KIND, target: GROUP/VERSION KIND, scope: Namespaced}] to fedc.yaml.',
    title: 'Objects of other federation systems are left alone',
    page: 'Kinds that look federated but belong to another system (Karmada, KubeAdmiral, ...) are not KubeFed objects and are not compiled.',
    remedy:
      'Nothing, if another tool takes care of them. `exclude:` in fedc.yaml keeps their files out altogether.',
  }),
  'repo/skipped-file': entry<{ readonly files: readonly string[] }>({
    severity: 'note',
    message: ({ files }) =>
      `${count(files.length, 'file')} ${files.length === 1 ? 'holds' : 'hold'} nothing federated and ${files.length === 1 ? 'was' : 'were'} skipped: ${someOf(files, 3)}.`,
    title: 'Files that hold nothing federated are not read',
    page: "A file that cannot matter (its text holds no word of the federated vocabulary) is not parsed, whatever it holds: Helm charts, Jinja templates, other tools' configuration. A file that the config or a flag names is always read.",
    remedy:
      'Nothing, as a rule. If a file should have been read, name it without a pattern under `sources:`, or under `plainObjects:`.',
  }),
};
