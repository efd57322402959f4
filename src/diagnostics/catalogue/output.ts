/** output/* and tree/*: what is written. */

import { entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const outputCodes = {
  'output/duplicate-object': entry<{
    readonly object: string;
    readonly clusters: readonly string[];
    readonly titles: readonly string[];
  }>({
    severity: 'error',
    message: ({ object, clusters, titles }) =>
      `${titles.join(' and ')} both make ${object} in ${someOf(clusters)}.`,
    help: () => 'Narrow one placement, rename one object, or remove one.',
    page: 'Two sources make one object in one cluster. KubeFed lets the two fight; files can only hold one of them.',
  }),
  'output/missing-name': entry<{ readonly title: string; readonly problem: string }>({
    severity: 'error',
    message: ({ title, problem }) => `${title} ${problem}.`,
    help: () => 'Write metadata.name, a text.',
    page: 'An object without a name cannot be a file. Mind that a plain number or boolean is not a text; write it in quotes.',
  }),
  'output/generate-name': entry<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) =>
      `${title} has a generateName but no name; files need a name that stays.`,
    help: () => 'Give it a metadata.name.',
    page: '`generateName` makes a new object at every apply. A compiled file needs one stable name.',
  }),
  'output/path-collision': entry<{
    readonly path: string;
    readonly objects: readonly string[];
    readonly clusters: readonly string[];
  }>({
    severity: 'error',
    message: ({ path, objects, clusters }) =>
      `${objects.join(' and ')} would be the same file ${path} in ${someOf(clusters)}.`,
    help: () => 'Rename one of the objects, or choose another layout.',
    page: 'Two objects would share a file name, at least on file systems that do not distinguish case.',
  }),
  'output/encrypted-source': entry<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) => `${title} is encrypted by SOPS; its template cannot be compiled.`,
    help: () =>
      'Decrypt it before the build, or federate a SealedSecret or an ExternalSecret instead.',
    page: 'A federated document with a top-level `sops` key is encrypted. The values would be copied into every cluster as ciphertext that nothing can decrypt, since SOPS signs the whole document.',
  }),
  'output/object-too-large': entry<{
    readonly object: string;
    readonly bytes: number;
    readonly limit: number;
  }>({
    severity: 'warning',
    message: ({ object, bytes, limit }) =>
      `${object} has ${Math.round(bytes / 1024)} KiB, and API servers refuse objects over ${Math.round(limit / 1024)} KiB.`,
    help: () => 'Split the object.',
    page: 'etcd refuses requests over 1.5 MiB; an object of that size cannot be applied.',
  }),
  'output/plain-secret': entry<{ readonly object: string; readonly clusters: number }>({
    severity: 'warning',
    message: ({ object, clusters }) =>
      `${object} is written in plain text into the tree of ${clusters} cluster${clusters === 1 ? '' : 's'}.`,
    help: () =>
      'Use a SealedSecret or an ExternalSecret, or keep the tree as private as the secret.',
    page: 'Secret data in a git repository can be read by everybody who can read the repository.',
  }),
  'output/flux-substitution': entry<{ readonly object: string; readonly text: string }>({
    severity: 'note',
    message: ({ object, text }) =>
      `${object} holds ${quote(text)}, which Flux replaces when post-build substitution is on.`,
    help: () =>
      'Annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled, or write $${...}.',
    page: 'Flux substitutes `${NAME}` in every string of a manifest if its Kustomization says so; unknown names become empty.',
  }),
  'output/write-failed': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} cannot be written: ${reason}.`,
    help: () => 'Run the build again once the cause is gone; it continues where it stopped.',
    page: 'The machine refused to write, rename or delete a file of the tree. Exit code 3.',
  }),
  'tree/cluster-emptied': entry<{ readonly cluster: string }>({
    severity: 'error',
    message: ({ cluster }) => `There is nothing to print for cluster ${quote(cluster)}.`,
    help: ({ cluster }) => `If that is right, say so with --allow-empty-cluster ${cluster}.`,
    page: 'As a plugin of a GitOps engine, printing nothing means "delete everything". Exit code 4.',
  }),
  'tree/not-a-tree': entry<{ readonly path: string }>({
    severity: 'error',
    message: ({ path }) =>
      `${path} holds clusters, index or engine, but no index/lock, so it was not written by fedc.`,
    help: () => 'Choose an empty folder with --out.',
    page: 'A folder belongs to fedc if it holds `index/lock`. Files of others are never overwritten or deleted. Exit code 4.',
  }),
  'tree/edited-file': entry<{
    readonly path: string;
    readonly state: 'changed' | 'foreign' | 'broken-lock';
    /** Of a broken lock: the first line that is wrong, from one. */
    readonly line?: number;
  }>({
    severity: 'error',
    message: ({ path, state, line }) => {
      if (state === 'foreign')
        return `${path} stands where a file goes, and fedc did not write it.`;
      if (state === 'changed') return `${path} was changed by somebody else since it was written.`;
      return `${path} is no lock any more: line ${line ?? 1} was changed by somebody else.`;
    },
    help: ({ state }) => {
      if (state === 'foreign') return 'Move the file away, or choose another output folder.';
      if (state === 'changed')
        return 'Move the change into the sources, then restore or delete the file.';
      return 'Restore it from git; after a merge conflict take either side and build again.';
    },
    page: 'A file is overwritten or deleted only if a lock lists it and it still holds the bytes that the lock says. A lock that was edited (merge conflict markers, for instance) says nothing any more. Exit code 4.',
  }),
  'tree/path-escape': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} is not written: ${reason}.`,
    help: () => 'Choose another output folder, or remove what stands in the way.',
    page: 'Every path is checked before it is written: no symbolic link, device or socket may stand in the way, and nothing outside the output folder is ever touched. Exit code 4.',
  }),
};
