/** engine/argocd-*: what Argo CD would refuse, or read otherwise than it was meant. */
import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const argocdCodes = {
  'engine/argocd-application-name': entry<{ readonly names: readonly string[] }>({
    severity: 'error',
    message: ({ names }) =>
      `Argo CD cannot make ${count(names.length, 'Application')} with ${names.length === 1 ? 'this name' : 'these names'}: ${someOf(names, 3)}.`,
    why: () =>
      'The name of an Application has at most 253 letters in lower case, digits, `-` and `.`, and each part between dots begins and ends with a letter or digit.',
    help: () =>
      'Write `applications: cluster`, so that the folder is no part of the name, or give the cluster or the folder another one.',
    title: 'Argo CD refuses the name of an Application',
    page: 'Applications are called after the cluster, and with `applications: folder` after the folder too. Kubernetes refuses a name of more than 253 characters, and one with a part that begins or ends with `-`; nothing of that cluster or folder would be deployed.',
    remedy:
      'Write `applications: cluster`, so that the folder is no part of the name, or give the cluster or the folder another one.',
  }),
  'engine/argocd-name-clash': entry<{
    readonly clashes: readonly { readonly name: string; readonly folders: readonly string[] }[];
  }>({
    severity: 'error',
    message: ({ clashes: [first, ...others] }) =>
      `The Application ${quote(first?.name ?? '')} would be made for ${first?.folders.join(' and ') ?? ''}${others.length === 0 ? '' : `, and ${count(others.length, 'name')} more clash as well`}.`,
    details: ({ clashes }) =>
      clashes.slice(1, 6).map(({ name, folders }) => `${name}: ${folders.join(' and ')}`),
    help: () => 'Write `applications: cluster`, or rename one of the clusters, namespaces or apps.',
    title: 'Two Applications would have one name',
    page: 'With `applications: folder` an Application is called CLUSTER-FOLDER, in which characters that no name may have became `-`. Where two come out alike, the ApplicationSet controller refuses the whole set, so that nothing is deployed or updated in any cluster.',
    remedy: 'Write `applications: cluster`, or rename one of the clusters, namespaces or apps.',
  }),
  'engine/argocd-long-name': entry<{ readonly names: readonly string[]; readonly limit: number }>({
    severity: 'warning',
    message: ({ names, limit }) =>
      `${count(names.length, 'Application')} would have a name of more than ${limit} characters, too long for tracking by label: ${someOf(names, 3)}.`,
    help: () =>
      'Turn this off if Argo CD tracks by annotation, its default since 3.0; else write `applications: cluster`, or choose shorter names.',
    title: 'The name of an Application is too long for a label',
    page: 'Where Argo CD finds its objects by the label `app.kubernetes.io/instance`, the default before 3.0, the name of the Application is the value of that label and is cut after 63 characters. Two Applications that begin alike then believe that they own the same objects.',
    remedy:
      'Nothing, if `application.resourceTrackingMethod` of Argo CD is `annotation`: turn the warning off. Otherwise write `applications: cluster`, or choose shorter names.',
  }),
  'engine/argocd-hidden-folder': entry<{ readonly folders: readonly string[] }>({
    severity: 'error',
    message: ({ folders }) =>
      `Argo CD finds no folder that begins with a dot, so nothing would be deployed of ${someOf(folders)}.`,
    help: () => 'Rename the app, or write `applications: cluster`.',
    title: 'Argo CD does not see a folder',
    page: 'With `applications: folder` Argo CD lists the folders of a cluster, and leaves out those whose name begins with a dot. The folder is called after the app: the label `app.kubernetes.io/part-of` or `app.kubernetes.io/name`, else the folder of the source.',
    remedy: 'Rename the app, or write `applications: cluster`.',
  }),
  'engine/argocd-same-destination': entry<{
    readonly destination: string;
    readonly clusters: readonly string[];
  }>({
    severity: 'error',
    message: ({ destination, clusters }) =>
      `${someOf(clusters)} are all called ${quote(destination)} by Argo CD, so their manifests would go to one cluster.`,
    help: () => 'Correct `names: {argocd: ...}` of one of them.',
    title: 'Two clusters are one to Argo CD',
    page: 'Argo CD deploys to the cluster whose name in Argo CD is `names.argocd` of the inventory, or the name of the cluster where that is absent. Two clusters with one such name would be deployed to the same cluster and overwrite each other.',
    remedy: 'Correct `names: {argocd: ...}` of one of the clusters in the inventory.',
  }),
  'engine/argocd-cluster-name': entry<{
    readonly clusters: readonly { readonly cluster: string; readonly argocdName: string }[];
  }>({
    severity: 'error',
    message: ({ clusters }) =>
      `Argo CD would not find the folders of ${someOf(clusters.map(({ cluster }) => cluster))}, since it calls the clusters otherwise.`,
    details: ({ clusters }) =>
      clusters
        .slice(0, 5)
        .map(({ cluster, argocdName }) => `${cluster} is ${quote(argocdName)} in Argo CD`),
    help: () => 'Write `generator: index`, which knows both names.',
    title: 'Argo CD would not find the folder of a cluster',
    page: 'With `generator: clusters` Argo CD takes its own name of a cluster, in lower case and with `-` for every other character, as the name of the folder. A cluster that has another name in the inventory would get no Application, silently.',
    remedy:
      'Write `generator: index`, the default: index/clusters/*.json holds both names. Or give the clusters the same name in the inventory and in Argo CD.',
  }),
  'engine/argocd-default-project': entry<Record<string, never>>({
    severity: 'error',
    message: () =>
      'The project default cannot be created: it is there already, and every other Application may be in it.',
    help: () => 'Give the project another name, or take createProject out.',
    title: 'The default project would be overwritten',
    page: 'Every Argo CD has an AppProject called `default`, which allows everything. With `createProject: true` fedc writes an AppProject that allows one repository and the clusters of the inventory; under the name `default` it would lock out all other Applications.',
    remedy:
      'Give the project another name with `project`, or take `createProject` out to use the project that is there.',
  }),
  'engine/argocd-label-value': entry<{
    readonly label: string;
    readonly value: string;
    readonly clusters: readonly string[];
  }>({
    severity: 'error',
    message: ({ label, value, clusters }) =>
      `Argo CD cannot give the label ${quote(label)} with the value ${quote(value)} to an Application (${someOf(clusters)}).`,
    why: () =>
      'A label value has at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends.',
    help: () => 'Correct the label in the inventory, or take it out of `labels` and `rollingSync`.',
    title: 'An Application cannot have a label of its cluster',
    page: 'The labels that `labels` and `rollingSync` name are copied from the cluster to its Applications. The inventory may hold any text; Kubernetes refuses the Application unless the text is a label value, and with it everything for that cluster.',
    remedy:
      'Correct the label of the cluster in the inventory, or take it out of `labels` and `rollingSync`.',
  }),
  'engine/argocd-no-step': entry<{ readonly clusters: readonly string[] }>({
    severity: 'warning',
    message: ({ clusters }) =>
      `No step of rollingSync takes ${someOf(clusters)}; Argo CD will not sync ${clusters.length === 1 ? 'it' : 'them'} by itself.`,
    help: () => 'Add the value of the cluster to a step, or correct its label in the inventory.',
    title: 'No step of the rollout takes a cluster',
    page: 'A RollingSync turns off the automatic sync of all Applications of the set and syncs those that a step selects. An Application that no step selects stays as it is until somebody syncs it by hand.',
    remedy:
      'Add the value of the cluster to a step, or correct its label in the inventory. Turn the warning off if somebody is meant to sync these clusters by hand.',
  }),
  'engine/argocd-definition-apart': entry<{
    readonly definition: string;
    readonly application: string;
    readonly others: readonly string[];
    readonly clusters: number;
  }>({
    severity: 'warning',
    message: ({ definition, application, others, clusters }) =>
      `CustomResourceDefinition ${definition} is in the Application ${application}, and objects of its kind are in ${someOf(others, 3)}; nothing says which comes first${clusters === 1 ? '' : `, in ${count(clusters, 'cluster')}`}.`,
    help: () =>
      'Add SkipDryRunOnMissingResource=true to `syncOptions`, or write `applications: cluster`.',
    title: 'A definition and its objects are synced apart',
    page: 'With `applications: folder` a CustomResourceDefinition and the objects of its kind are in different Applications. Argo CD tries every object in a dry run first, and that fails as long as the cluster does not know the kind: the sync of a new cluster fails, and an automatic one gives up after some attempts. In one Application Argo CD applies the definition first by itself.',
    remedy:
      'Add `SkipDryRunOnMissingResource=true` to `syncOptions`, or to the annotation `argocd.argoproj.io/sync-options` of the objects. Or write `applications: cluster`.',
  }),
  'engine/argocd-application-too-large': entry<{
    readonly applications: readonly { readonly name: string; readonly bytes: number }[];
    readonly limit: number;
  }>({
    severity: 'warning',
    message: ({ applications, limit }) =>
      `${count(applications.length, 'Application')} would read more than ${megabytes(limit)} of manifests, and Argo CD refuses that: ${someOf(applications.map(({ name, bytes }) => `${name} (${megabytes(bytes)})`))}.`,
    help: () =>
      'Write `applications: folder`, or raise reposerver.max.combined.directory.manifests.size of Argo CD.',
    title: 'An Application has too many bytes of manifests',
    page: 'Argo CD adds up the files of an Application and renders nothing of it when they have more than 10 MB, because reading them takes many times that memory. The limit is `reposerver.max.combined.directory.manifests.size` in `argocd-cmd-params-cm`.',
    remedy:
      'Write `applications: folder`, so that each folder has the limit for itself, or raise the limit in Argo CD and turn the warning off.',
  }),
  'engine/argocd-object-too-large': entry<{
    readonly object: string;
    readonly bytes: number;
    readonly limit: number;
  }>({
    severity: 'error',
    message: ({ object, bytes, limit }) =>
      `${object} has ${Math.ceil(bytes / 1024)} KiB, and without server-side apply Argo CD needs it in an annotation, which holds ${limit / 1024} KiB.`,
    help: () =>
      'Take `serverSideApply: false` out, or the option ServerSideApply=false of the object.',
    title: 'An object is too large for client-side apply',
    page: 'Without server-side apply Argo CD keeps a copy of each object in its annotation `kubectl.kubernetes.io/last-applied-configuration`. Kubernetes refuses annotations of more than 256 KiB, so that the sync fails at this object every time.',
    remedy:
      'Take `serverSideApply: false` out of fedc.yaml, or write `argocd.argoproj.io/sync-options: ServerSideApply=true` into the template of the object.',
  }),
};

/** `12.3 MB`. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
