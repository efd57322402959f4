/** engine/*: what a chosen GitOps engine would stumble over, whichever it is. */
import { entry } from '../entry.ts';
import { quote } from '../quote.ts';

export const engineCodes = {
  'engine/unknown-kind': entry<{ readonly kind: string; readonly nearest: readonly string[] }>({
    severity: 'warning',
    message: ({ kind }) =>
      `protect: names the kind ${quote(kind)}, which is none of Kubernetes and of no object here; it protects nothing.`,
    help: ({ nearest: [meant] }) =>
      meant === undefined ? 'Correct the name, or take it out.' : `Did you mean ${quote(meant)}?`,
    title: 'A protected kind does not exist',
    page: '`protect:` lists kinds: `Namespace`, or `Database.example.io` with the group. A name that no kind of Kubernetes has and no compiled object is of protects nothing, and that would be noticed on the day it was needed.',
    remedy: 'Correct the name, or take it out of `protect:` in fedc.yaml.',
  }),
  'engine/not-protected': entry<{ readonly object: string }>({
    severity: 'warning',
    message: ({ object }) =>
      `${object} is encrypted by SOPS and copied to the byte, so what protects it cannot be added.`,
    help: () =>
      'Write the annotations into it before it is encrypted; `fedc codes engine/not-protected` lists them.',
    title: 'An encrypted object cannot be protected',
    page: 'Protection is a set of annotations, and SOPS signs the whole document, so that nothing can be added to it. The annotations are `argocd.argoproj.io/sync-options: Delete=confirm,Prune=confirm`, `kustomize.toolkit.fluxcd.io/prune: disabled` and `helm.sh/resource-policy: keep`.',
    remedy:
      'Write the annotations into the plain object, and encrypt it again; or take its kind out of `protect:`.',
  }),
  'engine/not-decrypted': entry<{ readonly object: string; readonly engine: string }>({
    severity: 'warning',
    message: ({ object, engine }) =>
      `${object} is encrypted by SOPS, and ${engine} does not decrypt it: the cluster would refuse it, or get the encrypted text.`,
    help: () => 'Use a SealedSecret or an ExternalSecret, or let Flux deploy it.',
    title: 'An engine cannot decrypt what SOPS encrypted',
    page: 'A file that is encrypted by SOPS is copied to the byte. Flux decrypts it; Argo CD and Rancher Fleet take it for a plain manifest, whose member `sops` no API server knows and whose values are encrypted.',
    remedy:
      'Federate a SealedSecret or an ExternalSecret. If something of your own decrypts the files on the way, `engine/not-decrypted: off` under `diagnostics`.',
  }),
  'engine/no-repository': entry<{ readonly engine: string; readonly missing: 'url' | 'path' }>({
    severity: 'error',
    message: ({ engine, missing }) =>
      missing === 'url'
        ? `${engine} has to fetch the manifests, and nobody says from which repository.`
        : `${engine} has to fetch the manifests, and where the output stands in its repository is not known.`,
    help: ({ missing }) =>
      missing === 'url'
        ? 'Write engines.repository.url in fedc.yaml, or add --repository URL; `git remote get-url origin` tells the address of this one.'
        : 'Write engines.repository.path in fedc.yaml: the folder of the output in its repository, or . for the repository itself.',
    title: 'An engine is not told where to fetch the manifests',
    page: 'An engine reads the manifests from a git repository, so its objects name the address of that repository, a revision and the folder of the output. The address is never guessed: a clone in CI often has another one than yours, and the same sources must give the same bytes.',
    remedy:
      'Write `engines.repository.url` in fedc.yaml, or give `--repository URL`. The folder is found by itself when the output lies in a git repository; else write `engines.repository.path`.',
  }),
};
