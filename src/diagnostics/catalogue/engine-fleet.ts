/** engine/fleet-*: what Rancher Fleet would refuse, or read otherwise than it was meant. */
import { entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const fleetCodes = {
  'engine/fleet-name': entry<{ readonly name: string; readonly limit: number }>({
    severity: 'error',
    message: ({ name, limit }) =>
      `The GitRepo ${name} has ${name.length} characters, and Rancher Fleet puts its name into a label, which holds ${limit}.`,
    help: () => 'Write a shorter engines.fleet.name, or rename the cluster.',
    title: 'A GitRepo cannot have its name',
    page: 'A GitRepo is named after its cluster, by `engines.fleet.name`. Rancher Fleet labels bundles with that name, and a label holds 63 characters.',
    remedy: 'Write a shorter `engines.fleet.name`, or rename the cluster.',
  }),
  'engine/fleet-same-cluster': entry<{
    readonly called: string;
    readonly clusters: readonly string[];
  }>({
    severity: 'error',
    message: ({ called, clusters }) =>
      `${someOf(clusters)} are all called ${quote(called)} by Rancher Fleet, so their manifests would go to one cluster.`,
    help: () => 'Correct `names: {fleet: ...}` of one of them.',
    title: 'Two clusters are one to Fleet',
    page: 'A GitRepo goes to the cluster whose name in Rancher Fleet is `names.fleet` of the inventory, or the name of the cluster where that is absent. Two clusters with one such name would be deployed to the same cluster, where the bundles fight over what both have.',
    remedy: 'Correct `names: {fleet: ...}` of one of the clusters in the inventory.',
  }),
  'engine/fleet-folder': entry<{ readonly folder: string; readonly clusters: readonly string[] }>({
    severity: 'error',
    message: ({ folder, clusters }) =>
      `${someOf(clusters)} would have a folder ${quote(folder)}, which Rancher Fleet does not read as manifests.`,
    help: ({ folder }) =>
      `Rename what is called ${folder}: a namespace, or an app in the layout by-app.`,
    title: 'A folder whose name means something to Fleet',
    page: 'At the top of what Rancher Fleet reads as one bundle, `templates` holds templates of Helm, in which `{{` is evaluated, `charts` holds charts, and `overlays` holds variations that are left out; a folder that begins with a dot is skipped anywhere. In the tree these folders are named after namespaces, or after apps in the layout by-app.',
    remedy: 'Rename the namespace or the app, choose the other layout, or do not write for Fleet.',
  }),
  'engine/fleet-size': entry<{
    readonly clusters: readonly { readonly cluster: string; readonly bytes: number }[];
    readonly limit: number;
  }>({
    severity: 'warning',
    message: ({ clusters, limit }) =>
      `The manifests of ${someOf(clusters.map(nameAndSize))} are more than the ${limit / 1_000_000} MB that a bundle of Rancher Fleet holds as it is.`,
    help: () =>
      'Move large data out of the manifests, or divide the sources into two repositories.',
    title: 'A bundle of Fleet may be too large',
    page: 'Rancher Fleet puts all manifests of a folder into one object, the Bundle. Over 1 MB it compresses them; an object that is still over 1.5 MiB is refused by the API server, and so is the Helm release made of it in the cluster, at 1 MB.',
    remedy:
      'Move large data out of the manifests, or divide the sources into two repositories, each with its own tree. If the bundle compresses well enough, `engine/fleet-size: off` under `diagnostics`.',
  }),
  'engine/fleet-replicas': entry<{ readonly object: string }>({
    severity: 'warning',
    message: ({ object }) =>
      `${object} has retainReplicas, and Rancher Fleet sets its replicas back at every deployment.`,
    help: () =>
      'Leave spec.replicas out of the template, so that nobody but the autoscaler sets it.',
    title: 'Fleet cannot leave the replicas alone',
    page: 'With `retainReplicas` the number of replicas belongs to somebody in the cluster, such as an autoscaler. Argo CD and Flux are told so. Rancher Fleet could be told in a fleet.yaml among the manifests only, and every other engine would stumble over that file.',
    remedy: 'Take `spec.replicas` out of the template; the number in the cluster then stays.',
  }),
};

function nameAndSize({
  cluster,
  bytes,
}: {
  readonly cluster: string;
  readonly bytes: number;
}): string {
  return `${cluster} (${(bytes / 1_000_000).toFixed(1)} MB)`;
}
