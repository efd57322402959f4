/** engine/flux-*: what Flux would refuse, drop, replace, or share with an engine that reads it otherwise. */
import { entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const fluxCodes = {
  'engine/flux-substitution': entry<{ readonly object: string; readonly text: string }>({
    severity: 'warning',
    message: ({ object, text }) =>
      `${object} holds ${quote(text)}, which Flux replaces once its Kustomization has a postBuild; the one written here has none.`,
    help: () =>
      'Annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled, so that it stays as it is whatever is added later.',
    title: 'A text that Flux would replace',
    page: 'Where a Kustomization has a `postBuild`, Flux replaces `${NAME}` in every string of every manifest; a name that it does not know becomes empty, and since Flux 2.9 fails the whole cluster. The Kustomizations of fedc have none, so nothing is replaced as long as nobody patches one in. Where no engine is chosen the same text is the note [output/flux-substitution](#outputflux-substitution), and where only others are it is nothing.',
    remedy:
      'Annotate the object with `kustomize.toolkit.fluxcd.io/substitute: disabled`; or say that you add no `postBuild`, by `diagnostics: {engine/flux-substitution: off}`. Never write `$${...}` for it: without a `postBuild` the second dollar sign stays.',
  }),
  'engine/flux-name': entry<{
    readonly name: string;
    readonly clusters: readonly string[];
    readonly limit: number;
    /** Flux itself has a Kustomization of this name. */
    readonly isBootstrap?: true;
  }>({
    severity: 'error',
    message: ({ name, clusters, limit, isBootstrap }) =>
      isBootstrap
        ? `The Kustomization ${name} of the cluster ${clusters.join()} would take the place of the one that \`flux bootstrap\` makes for Flux itself.`
        : clusters.length > 1
          ? `${clusters.join(' and ')} would both have the Kustomization ${name}.`
          : `The Kustomization ${name} has ${name.length} characters, and Flux puts its name into a label, which holds ${limit}.`,
    help: ({ clusters, isBootstrap }) =>
      clusters.length > 1 || isBootstrap
        ? 'Write another engines.flux.name, such as fedc-{cluster}, or rename a cluster; stages add -crds and -namespaces.'
        : 'Write a shorter engines.flux.name, or rename the cluster; stages add -crds and -namespaces.',
    title: 'A Kustomization cannot have its name',
    page: 'A Kustomization is named after its cluster, by `engines.flux.name`. Flux labels every object that it applies with that name, and a label holds 63 characters: with a longer one the API server refuses every object. With `split: stages` a cluster `eu` has a Kustomization `eu-crds`, which a cluster of that name would have, too. And `flux-system` in the namespace `flux-system` is the Kustomization by which Flux manages itself.',
    remedy: 'Write another `engines.flux.name`, or rename the cluster.',
  }),
  'engine/flux-url': entry<{ readonly url: string; readonly meant?: string }>({
    severity: 'error',
    message: ({ url }) =>
      `Flux fetches from http, https and ssh addresses, and ${quote(url)} is none.`,
    help: ({ meant }) =>
      meant === undefined
        ? 'Write an address with https:// or ssh://, or name a source that exists under engines.flux.source.'
        : `Write ${meant}, which is the same.`,
    title: 'Flux cannot fetch from this address',
    page: 'A GitRepository is made from `engines.repository.url`, and its definition accepts addresses that begin with `https://`, `http://` or `ssh://`. The short form `git@host:path` is one of git, and Flux refuses it.',
    remedy:
      'Write the address with its scheme; or name a source that exists already under `engines.flux.source`, then the address is not needed.',
  }),
  'engine/flux-decryption': entry<{ readonly object: string }>({
    severity: 'error',
    message: ({ object }) =>
      `${object} is encrypted by SOPS, and the Kustomizations for Flux say nothing about decryption.`,
    help: () =>
      'Write engines.flux.decryption: {secretName: NAME}, the Secret with the keys; {} if the keys come from a cloud.',
    title: 'Flux is not told how to decrypt',
    page: 'An object that is encrypted by SOPS is copied to the byte, and Flux decrypts it in the cluster. Without `spec.decryption` it can apply neither the object nor anything beside it.',
    remedy:
      'Write `engines.flux.decryption`: with `secretName` for the Secret that holds the keys, or `{}` if a cloud holds them.',
  }),
  'engine/flux-local-object': entry<{ readonly object: string }>({
    severity: 'warning',
    message: ({ object }) =>
      `${object} is annotated as config.kubernetes.io/local-config, so Flux leaves it out.`,
    help: () => 'Take the annotation out of the template.',
    title: 'An object that Flux leaves out',
    page: 'Flux builds every folder with kustomize, and kustomize drops objects with the annotation `config.kubernetes.io/local-config`: they are input of tools. Argo CD applies them.',
    remedy: 'Take the annotation out, or do not federate the object.',
  }),
  'engine/flux-shared-folder': entry<{ readonly engines: readonly string[] }>({
    severity: 'warning',
    message: ({ engines }) =>
      `folderKustomizations puts a kustomization.yaml among the manifests of every cluster, and ${someOf(engines)} ${engines.length === 1 ? 'reads' : 'read'} the same folders.`,
    help: () => 'Take folderKustomizations out: Flux needs no kustomization.yaml.',
    title: 'Other engines meet a kustomization.yaml',
    page: 'With `folderKustomizations` each folder of a cluster holds a list of its files, so that `kubectl apply -k` and CI read what Flux reads. For other engines it changes what the folder is: Argo CD takes it for a manifest and cannot apply it, or switches to kustomize; Fleet and Config Sync switch to kustomize.',
    remedy:
      'Take `folderKustomizations` out, or write for Flux alone. Flux makes the list by itself where there is none.',
  }),
};
