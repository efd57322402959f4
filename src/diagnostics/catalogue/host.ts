/** cli/*, config/*, repo/*: what concerns the run and the repository as a whole. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const hostCodes = {
  'cli/usage': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint ?? 'fedc --help shows the commands and their options.',
    page: 'The command line was not understood. Nothing was read and nothing was written. Exit code 64.',
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
        : undefined,
    page: 'A slice was asked for (`--cluster`, `-l`) and no cluster of the inventory is in it. An empty slice is never what was meant.',
  }),
  'cli/one-cluster': entry<{ readonly clusters: readonly string[] }>({
    severity: 'error',
    message: ({ clusters }) =>
      `--stdout prints the manifests of one cluster, and ${count(clusters.length, 'cluster')} would be printed: ${someOf(clusters, 8)}.`,
    help: () => 'Name one with --cluster NAME, or use -o json for all of them.',
    page: 'One YAML stream is what one cluster should hold. A stream of several clusters could be applied to the wrong one.',
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
    page: 'A misspelt setting would be silently ignored, so unknown keys of fedc.yaml are errors.',
  }),
  'config/invalid': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ hint }) => hint,
    page: 'A setting of fedc.yaml (or a FEDC_* variable) has a value that is not allowed there.',
  }),
  'repo/no-sources': entry<{ readonly patterns: readonly string[]; readonly files: number }>({
    severity: 'error',
    message: ({ patterns, files }) =>
      files === 0
        ? `No file matches ${someOf(patterns.map((pattern) => quote(pattern)))}.`
        : `None of the ${count(files, 'file')} holds a federated object, and no plainObjects are configured.`,
    help: () =>
      'Check the path and `sources:` of fedc.yaml; an empty result would delete everything that was deployed.',
    page: 'There is nothing to compile. Writing an empty tree would tell the GitOps engine to delete everything, so this is an error.',
  }),
  'repo/unreadable': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} cannot be read: ${reason}.`,
    help: () =>
      'A file that is skipped would be a deletion in production, so nothing is compiled without it.',
    page: 'The machine refused to give a file, or the file leads out of the repository (a symbolic link). Exit code 3.',
  }),
  'repo/changed-underneath': entry<{ readonly path: string }>({
    severity: 'error',
    message: ({ path }) => `${path} was changed while it was compiled.`,
    help: () => 'Build again; nothing was written.',
    page: "A file that had been read holds other bytes now, or is gone: an editor saved it, or git changed the branch. A tree that mixes two states of the sources would be nobody's intention, so nothing is written. Exit code 3.",
  }),
  'repo/no-inventory': entry<{ readonly placed: number; readonly names: readonly string[] }>({
    severity: 'error',
    message: ({ placed }) =>
      `No cluster is in any inventory, and ${count(placed, 'object')} must be placed.`,
    help: ({ names }) =>
      names.length === 0
        ? 'Write a ClusterInventory (apiVersion: fedc/v1alpha1) with each cluster and its labels, or pass --inventory FILE.'
        : `Write a ClusterInventory (apiVersion: fedc/v1alpha1) or pass --inventory FILE; the sources name these clusters: ${someOf(names, 10)}.`,
    page: 'Placement needs to know the clusters: a selector needs their labels, and a listed name must exist. Cluster documents are read from the files of `inventory:`, else from the sources.',
  }),
  'repo/not-federated': entry<{ readonly objects: number; readonly files: number }>({
    severity: 'note',
    message: ({ objects, files }) =>
      `${count(objects, 'plain object')} in ${count(files, 'file')} ${objects === 1 ? 'is' : 'are'} not federated and left alone.`,
    help: () => 'plainObjects in fedc.yaml shares plain manifests with clusters.',
    page: 'Plain Kubernetes objects beside federated ones belong to the host cluster, as under KubeFed; they are counted and nothing else. With `plainObjects` they can be compiled.',
  }),
  'repo/foreign-kind': entry<{ readonly kinds: readonly string[]; readonly objects: number }>({
    severity: 'note',
    message: ({ kinds, objects }) =>
      `${count(objects, 'object')} of other federation systems ${objects === 1 ? 'is' : 'are'} left alone: ${someOf(kinds)}.`,
    page: 'Kinds that look federated but belong to another system (Karmada, KubeAdmiral, ...) are not KubeFed objects and are not compiled.',
  }),
  'repo/skipped-file': entry<{ readonly files: readonly string[] }>({
    severity: 'note',
    message: ({ files }) =>
      `${count(files.length, 'file')} ${files.length === 1 ? 'holds' : 'hold'} nothing federated and ${files.length === 1 ? 'was' : 'were'} skipped: ${someOf(files, 3)}.`,
    page: "A file that cannot matter (its text holds no word of the federated vocabulary) is not parsed, whatever it holds: Helm charts, Jinja templates, other tools' configuration. A file that the config or a flag names is always read.",
  }),
};
