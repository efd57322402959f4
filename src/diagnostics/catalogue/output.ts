/** output/*: what is written. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const outputCodes = {
  'output/duplicate-object': entry<{
    readonly object: string;
    readonly clusters: readonly string[];
    readonly titles: readonly string[];
    /** How many clusters get the object from one of the two. */
    readonly reach: number;
    /** The file that both would be, in the first of the clusters. */
    readonly path?: string;
  }>({
    severity: 'error',
    message: ({ object, clusters, titles }) =>
      `${titles.join(' and ')} both make ${object} in ${someOf(clusters)}.`,
    mark: ({ object }) => `makes ${object}`,
    details: ({ clusters, reach, path }) => [
      `overlap: ${clusters.length} of ${count(reach, 'cluster')} (${someOf(clusters)})`,
      ...(path === undefined ? [] : [`both would be the file ${path}`]),
    ],
    help: () =>
      'Narrow one of the placements, rename one of the objects, or move what they share into one file.',
    title: 'Two sources make one object in one cluster',
    page: 'Two sources make one object in one cluster. KubeFed lets the two fight; files can only hold one of them.',
    remedy: 'Narrow one of the placements, rename one of the objects, or remove one.',
  }),
  'output/missing-name': entry<{ readonly title: string; readonly problem: string }>({
    severity: 'error',
    message: ({ title, problem }) => `${title} ${problem}.`,
    help: () => 'Write metadata.name, a text.',
    title: 'An object has no name',
    page: 'An object without a name cannot be a file. Mind that a plain number or boolean is not a text; write it in quotes.',
    remedy: 'Write `metadata.name`, a text.',
  }),
  'output/generate-name': entry<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) =>
      `${title} has a generateName but no name; files need a name that stays.`,
    help: () => 'Give it a metadata.name.',
    title: 'An object has a generateName and no name',
    page: '`generateName` makes a new object at every apply. A compiled file needs one stable name.',
    remedy: 'Give it a `metadata.name`.',
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
    title: 'Two objects would be the same file',
    page: 'Two objects would share a file name, at least on file systems that do not distinguish case.',
    remedy: 'Rename one of the objects, or choose another layout.',
  }),
  'output/encrypted-source': entry<{
    readonly title: string;
    /** Why a plain object cannot be copied as it is; absent for a federated one. */
    readonly problem?: string;
  }>({
    severity: 'error',
    message: ({ title, problem }) =>
      problem === undefined
        ? `${title} is encrypted by SOPS; its template cannot be compiled.`
        : `${title} is encrypted by SOPS and can only be copied to the byte, but ${problem}.`,
    help: ({ problem }) =>
      problem === undefined
        ? 'Encrypt the plain Secret instead and share its file with `plainObjects:`, or federate a SealedSecret or an ExternalSecret.'
        : 'Put each encrypted object into a YAML file of its own, complete as the clusters shall get it, and encrypt that.',
    title: 'A document that SOPS encrypted would have to be changed',
    page: 'SOPS signs a document as a whole: a federated document with a top-level `sops` key would be torn apart, and nothing could decrypt what comes out. A plain object that `plainObjects:` shares is copied to the byte, and only as it is: it must be the only document of a YAML file, with the namespace it shall have, and without anything that a template loses; apiVersion, kind and metadata stay readable, by `encrypted_regex: ^(data|stringData)$` in `.sops.yaml`.',
    remedy:
      'Encrypt the plain Secret instead of the federated one, each in a file of its own, and share the files with `plainObjects:`; or federate a SealedSecret or an ExternalSecret.',
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
    title: 'An object is too large for an API server',
    page: 'etcd refuses requests over 1.5 MiB; an object of that size cannot be applied.',
    remedy: 'Split the object, or let the workload fetch the data from elsewhere.',
  }),
  'output/plain-secret': entry<{ readonly object: string; readonly clusters: number }>({
    severity: 'warning',
    message: ({ object, clusters }) =>
      `${object} is written in plain text into the tree of ${clusters} cluster${clusters === 1 ? '' : 's'}.`,
    help: () =>
      'Use a SealedSecret or an ExternalSecret, or keep the tree as private as the secret.',
    title: 'A Secret is written in plain text',
    page: 'Secret data in a git repository can be read by everybody who can read the repository.',
    remedy:
      'Federate a SealedSecret or an ExternalSecret, or keep the tree as private as the secret and turn the warning off.',
  }),
  'output/flux-substitution': entry<{ readonly object: string; readonly text: string }>({
    severity: 'note',
    message: ({ object, text }) =>
      `${object} holds ${quote(text)}, which Flux replaces when post-build substitution is on.`,
    help: () =>
      'Annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled, or write $${...}.',
    title: 'A text that Flux would replace',
    page: 'Flux substitutes `${NAME}` in every string of a manifest if its Kustomization says so; unknown names become empty.',
    remedy:
      'Nothing, if the engine is not Flux, or if the substitution is meant. Otherwise annotate the object with `kustomize.toolkit.fluxcd.io/substitute: disabled`, or write `$${...}`.',
  }),
  'output/write-failed': entry<{ readonly path: string; readonly reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `${path} cannot be written: ${reason}.`,
    help: () => 'Run the build again once the cause is gone; it continues where it stopped.',
    title: 'The machine refused to write a file',
    page: 'The machine refused to write, rename or delete a file of the tree. Exit code 3.',
    remedy:
      'Remove the cause (space, permissions) and run the build again; it continues where it stopped.',
  }),
};
