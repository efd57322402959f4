/** tree/*: what may happen to the files of the output tree. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';
import { shellWord } from '../shell-word.ts';

/** An object that a plan deletes, and where. */
export interface DeletedObject {
  /** `ConfigMap shop/web`. */
  readonly object: string;
  readonly clusters: readonly string[];
}

export interface ClusterLoss {
  readonly cluster: string;
  readonly lost: number;
  readonly before: number;
}

export const treeCodes = {
  'tree/cluster-emptied': entry<
    | { readonly by: 'print'; readonly cluster: string }
    | {
        readonly by: 'build';
        readonly clusters: readonly string[];
        readonly objects: number;
        /** They are no longer in the inventory. */
        readonly isGone: boolean;
        readonly plan: string;
      }
  >({
    severity: 'error',
    message: (args) => {
      if (args.by === 'print')
        return `There is nothing to print for cluster ${quote(args.cluster)}.`;
      const { clusters, objects, isGone } = args;
      if (clusters.length === 1) {
        const why = isGone ? ' is no longer in the inventory and' : '';
        return `Cluster ${quote(clusters[0] ?? '')}${why} would lose all of its ${count(objects, 'object')}.`;
      }
      const why = isGone ? ' are no longer in the inventory and' : '';
      return `${count(clusters.length, 'cluster')}${why} would lose all of their ${count(objects, 'object')}: ${someOf(clusters)}.`;
    },
    help: (args) => {
      if (args.by === 'print')
        return `If that is right, say so with --allow-empty-cluster ${args.cluster}.`;
      const [cluster = ''] = args.clusters;
      return `${accept(args.plan)} A cluster that may be empty can also be named with --allow-empty-cluster ${cluster}.`;
    },
    title: 'A cluster would lose all of its objects',
    page: 'A cluster would be left without a single object: its folder vanishes, and the GitOps engine deletes everything that it deployed there. The usual causes are a cluster that fell out of the inventory, a changed label, or a selector with a slip. Where one cluster is printed with `--stdout`, printing nothing means the same to a plugin of an engine. Exit code 4; nothing is written.',
    remedy:
      'Look at the places that the report names. If it is meant, accept the plan by its name, or name the cluster as one that may be empty.',
    level:
      'An error that no setting weakens. `--accept NAME` or `guards: {accept: [NAME]}` lets exactly these deletions through; `--allow-empty-cluster CLUSTER` or `guards: {allowEmptyClusters: [CLUSTER]}` lets that cluster become empty.',
  }),
  'tree/too-many-deletions': entry<{
    readonly lost: number;
    readonly before: number;
    /** What `guards.maxDelete` says, if that is what was passed. */
    readonly limit?: string;
    /** The clusters that lose more than a quarter, if that is what was passed. */
    readonly clusters: readonly ClusterLoss[];
    readonly objects: readonly DeletedObject[];
    readonly plan: string;
  }>({
    severity: 'error',
    message: ({ lost, before, limit, clusters, objects }) => {
      const list = someOf(objects.map(inClusters), 3);
      if (limit !== undefined)
        return `${lost} of ${count(before, 'object')} would be deleted, more than guards.maxDelete (${limit}): ${list}.`;
      const losses = clusters.map((each) => `${each.cluster} (${each.lost} of ${each.before})`);
      return `${clusters.length === 1 ? 'A cluster' : `${clusters.length} clusters`} would lose more than a quarter of the objects: ${someOf(losses, 3)}; ${list}.`;
    },
    help: ({ plan }) => accept(plan),
    title: 'A build would delete unusually many objects',
    page: 'Objects are counted in each cluster, by group, kind, namespace and name, so a file that only moves is no deletion. A run stops if more than `guards.maxDelete` (20 % by default, or a number of objects) of all objects of its clusters would go, or if one cluster would lose more than a quarter of its objects and at least five. Exit code 4; nothing is written.',
    remedy:
      'Look at what would go and why. If it is meant, accept the plan: the name in the help stands for exactly these deletions. With `guards: {accept: [NAME]}` in fedc.yaml the pull request that deletes carries its own approval.',
    level:
      'An error that no setting weakens. `--accept NAME` or `guards: {accept: [NAME]}` lets exactly these deletions through; `guards: {maxDelete: 30%}` moves the limit for all objects of a run, the limit for one cluster is fixed.',
  }),
  'tree/engine-file-deleted': entry<{
    readonly files: readonly string[];
    /** The engines of these files that the run does not write for, by their settings. */
    readonly idle: readonly string[];
    readonly plan: string;
  }>({
    severity: 'error',
    message: ({ files }) =>
      `${someOf(files, 3)} would be deleted: an engine that prunes takes away what it was told there, while the manifests stay.`,
    help: ({ idle, plan }) =>
      idle.length === 0
        ? accept(plan)
        : `${accept(plan)} Otherwise keep them by --emit ${idle.join()}, or by engines: {${idle.map((name) => `${name}: {}`).join(', ')}} in fedc.yaml.`,
    title: 'An engine would no longer be told what to deploy',
    page: 'The files below `engine/` tell an engine which manifests to deploy. Whoever applies them with pruning, such as a Flux hub or an Application of Argo CD, deletes an object whose file goes, and perhaps everything that this object deployed. It happens when an engine is taken out of `engines:`, when a build without `--emit` follows one that had it, when names change, and when `split: stages` is turned on or off. Files of a cluster that loses its manifests as well are spoken of by [tree/cluster-emptied](#treecluster-emptied). Exit code 4; nothing is written.',
    remedy:
      'If it is not meant, name the engine under `engines:` again, where every command finds it. If it is, first make sure that the engine keeps what it deployed (for Flux `prune: false` or `deletionPolicy: Orphan`, for Argo CD `preserveResourcesOnDeletion`), then accept the plan by its name, as for [tree/too-many-deletions](#treetoo-many-deletions).',
    level:
      'An error that no setting weakens. `--accept NAME` or `guards: {accept: [NAME]}` lets exactly these deletions through.',
  }),
  'tree/engine-file-left': entry<{ readonly files: readonly string[] }>({
    severity: 'warning',
    message: ({ files }) =>
      `${count(files.length, 'engine file')} ${files.length === 1 ? 'is' : 'are'} out of date and left alone, since a run for some clusters writes nothing that belongs to the fleet: ${someOf(files, 3)}.`,
    help: () => 'Run `fedc build` without --cluster and -l before the manifests are deployed.',
    title: 'The engine is not told what a slice changed',
    page: 'The files below `engine/` belong to the whole fleet, so a build with `--cluster` or `-l` leaves them as they are; the first build of a tree, `--shard 1/N` and every build of the whole write them. That matters where such a file follows from the manifests: a cluster that is new, `retainReplicas`, and with `split: stages` of Flux each object that comes or goes. Named are the files about the clusters of the run, and about none.',
    remedy: 'Build the whole, or commit the slice together with a build of the whole.',
  }),
  'tree/protected-kind': entry<{
    readonly objects: readonly DeletedObject[];
    readonly plan: string;
  }>({
    severity: 'error',
    message: ({ objects }) => {
      const pronoun = objects.length === 1 ? 'it' : 'them';
      return `${someOf(objects.map(inClusters), 3)} would be deleted, and what depends on ${pronoun} with ${pronoun}.`;
    },
    help: ({ plan }) => accept(plan),
    title: 'An object would go that takes others with it',
    page: 'With a Namespace goes everything in it, with a CustomResourceDefinition every object of its kind, with a PersistentVolumeClaim the data, and none of that stands in the tree where a reviewer could see it. So even one of them stops the run. Exit code 4; nothing is written.',
    remedy:
      'Look at what would go and why. If it is meant, accept the plan by its name, as for [tree/too-many-deletions](#treetoo-many-deletions).',
    level:
      'An error that no setting weakens. `--accept NAME` or `guards: {accept: [NAME]}` lets exactly these deletions through.',
  }),
  'tree/stale-acceptance': entry<{ readonly name: string; readonly plan: string | undefined }>({
    severity: 'warning',
    message: ({ name, plan }) =>
      plan === undefined
        ? `${quote(name)} is accepted, and nothing is deleted.`
        : `${quote(name)} is accepted, and the deletions of this run are called ${quote(plan)}.`,
    help: () => 'Remove it: a name stands for one set of deletions and is good for nothing else.',
    title: 'An accepted plan is not what would be deleted',
    page: 'A name in `guards.accept` or `--accept` does not fit what this run would delete: the deletions were done already, or they are others than those that were looked at. It accepts nothing. A run over a part of the clusters does not say this, since the name may be that of another part.',
    remedy: 'Remove the name: it stands for one set of deletions and is good for nothing else.',
  }),
  'tree/not-a-tree': entry<{
    readonly path: string;
    /** Where `fedc adopt` found nothing to claim: files that are otherwise than they would be written. */
    readonly different?: readonly string[];
  }>({
    severity: 'error',
    message: ({ path }) =>
      `${path} holds clusters, index or engine, but no index/lock, so it was not written by fedc.`,
    help: ({ different }) => {
      if (different === undefined)
        return 'Choose an empty folder with --out, or claim what fedc would write there with `fedc adopt`.';
      const [first] = different;
      return first === undefined
        ? 'Choose an empty folder with --out: none of the files there is one that fedc would write.'
        : `Choose an empty folder with --out, or claim each file there as it is: \`fedc adopt ${shellWord(first)}\`.`;
    },
    title: 'The output folder was not written by fedc',
    page: 'A folder belongs to fedc if it holds `index/lock`. Files of others are never overwritten or deleted. `fedc adopt` makes a folder a tree if it holds files that are exactly what would be written. Exit code 4.',
    remedy: 'Choose an empty folder with `--out`, or claim the files with `fedc adopt`.',
  }),
  'tree/edited-file': entry<{ readonly path: string; readonly state: 'changed' | 'foreign' }>({
    severity: 'error',
    message: ({ path, state }) =>
      state === 'foreign'
        ? `${path} stands where a file goes, and fedc did not write it.`
        : `${path} was changed by somebody else since it was written.`,
    help: ({ path, state }) => {
      const first =
        state === 'foreign'
          ? 'Move the file away'
          : 'Move the change into the sources and restore the file';
      return `${first}, or give it up with --force-overwrite ${path} or, for a later build, \`fedc adopt ${path}\`.`;
    },
    title: 'A file of the tree was edited, or is of somebody else',
    page: 'A file is overwritten or deleted only if a lock lists it and it still holds the bytes that the lock says. A file that no lock lists but that holds exactly the bytes that would be written is claimed without a word. Exit code 4; nothing is written.',
    remedy:
      'Move the change into the sources and restore the file, or move a file of somebody else away. `--force-overwrite PATH` gives one file up in this run; `fedc adopt PATH` writes its present hash into the lock, so that the next build may overwrite or delete it.',
    level:
      'An error that no setting weakens; `--force-overwrite PATH` and `fedc adopt PATH` give single files up.',
  }),
  'tree/broken-lock': entry<{
    readonly path: string;
    /** The first line that is wrong, from one. */
    readonly line: number;
    readonly reason: 'conflict' | 'version' | 'edited';
  }>({
    severity: 'error',
    message: ({ path, line, reason }) => {
      switch (reason) {
        case 'conflict':
          return `${path} holds the marks of a merge conflict (line ${line}).`;
        case 'version':
          return `${path} has another format than this version of fedc writes.`;
        case 'edited':
          return `${path} is no lock any more: line ${line} was changed by somebody else.`;
      }
    },
    help: ({ reason }) =>
      reason === 'version'
        ? 'Use the version of fedc that wrote it, or restore it from git.'
        : 'Merge the sources first; then `fedc adopt` makes the lock anew from them and from the tree.',
    title: 'A lock was edited, or git merged it',
    page: 'A lock says which files are ours. One that was edited, or that git left with the marks of a merge conflict, says nothing any more, so nothing is overwritten or deleted by it. Exit code 4; nothing is written.',
    remedy:
      'Merge the sources first; then `fedc adopt` makes the lock anew: it lists the files that are exactly what the sources give, and those that either side of the merge lists with the hash they still have. A lock of another version of fedc needs that version, or git.',
  }),
  'tree/busy': entry<{
    /** The output folder. */
    readonly folder: string;
    /** The file that says who writes. */
    readonly path: string;
    readonly host: string;
    readonly pid: number;
    /** Whether the process could be seen, or belongs to another machine or container. */
    readonly isSeen: boolean;
  }>({
    severity: 'error',
    message: ({ folder, host, pid, isSeen }) =>
      isSeen
        ? `Another fedc (process ${pid}) is writing into ${folder}.`
        : `Another fedc (process ${pid} on ${quote(host)}) began to write into ${folder}, and from here it cannot be seen whether it still runs.`,
    help: ({ path, isSeen }) =>
      isSeen
        ? 'Run the build again when it is done.'
        : `If it does not run any more, delete ${path} and build again.`,
    title: 'Another fedc writes into the folder',
    page: 'One run at a time writes into a folder; it says so in `.fedc/writer`, with its host, its process number and when the process began. A run that was killed is recognised on the same host, and its place is taken. On another host, or in a container with processes of its own, only you can tell whether it still runs. Exit code 3; nothing is written.',
    remedy:
      'Run the build again when the other one is done. If the report cannot tell and you know that it does not run any more, delete the file that it names.',
  }),
  'tree/interrupted': entry<{ readonly folder: string; readonly pid: number | undefined }>({
    severity: 'note',
    message: ({ folder, pid }) =>
      `An earlier run${pid === undefined ? '' : ` (process ${pid})`} was stopped while it wrote into ${folder}; this one has finished its work.`,
    title: 'An earlier run was stopped, and this one finished it',
    page: 'A build was killed, or the machine stopped, while it wrote the tree. What it was about to do stands in `.fedc/pending`, so the next build tells its half-finished files from those of others, and brings the tree to what the sources say now.',
    remedy: 'Nothing: the tree is whole again.',
    level:
      'A note that is said once, by the run that finishes the work; no setting changes that. `--quiet` leaves it out.',
  }),
  'tree/broken-pending': entry<{ readonly path: string; readonly line: number }>({
    severity: 'error',
    message: ({ path, line }) => `${path} is not what an interrupted build leaves: line ${line}.`,
    help: ({ path }) => `Restore the tree from git, delete ${path}, and build again.`,
    title: 'The notes of an interrupted build were changed',
    page: '`.fedc/pending` lists what an interrupted build was about to change, and whoever writes the file decides what the next build takes for its own. So nothing is done by it once a single line is not as fedc writes it. Exit code 4; nothing is written.',
    remedy: 'Restore the tree from git, delete the file that the report names, and build again.',
  }),
  'tree/foreign-file': entry<{ readonly path: string; readonly clusters: readonly string[] }>({
    severity: 'warning',
    message: ({ path, clusters }) => {
      const others =
        clusters.length === 1 ? '' : ` (and in ${count(clusters.length - 1, 'more cluster')})`;
      return `${path}${others} was not written by fedc, and a GitOps engine that deploys the folder takes it for a manifest.`;
    },
    help: () => 'Move it into the sources or out of the folder; it is not touched.',
    title: 'A file that looks like a manifest and is not from fedc',
    page: 'A file that ends in .yaml, .yml or .json stands in the folder of a cluster, and no lock lists it. fedc leaves it alone, but whoever deploys the folder deploys it too.',
    remedy: 'Move it into the sources, or out of the folder.',
  }),
  'tree/path-escape': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} is not written: ${reason}.`,
    help: () => 'Choose another output folder, or remove what stands in the way.',
    title: 'Something stands in the way of a path of the tree',
    page: 'Every path is checked before it is written: no symbolic link, device or socket may stand in the way, and nothing outside the output folder is ever touched. Exit code 4.',
    remedy: 'Choose another output folder, or remove what stands in the way.',
  }),
};

function accept(plan: string): string {
  return `If that is meant, accept it with --accept ${plan}, or in fedc.yaml with guards: {accept: ["${plan}"]}.`;
}

function inClusters({ object, clusters }: DeletedObject): string {
  const [only = ''] = clusters;
  return `${object} in ${clusters.length === 1 ? only : count(clusters.length, 'cluster')}`;
}
