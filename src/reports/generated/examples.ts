// Made by `npx vitest run test/diagnostics/coverage.test.ts -u` from the test cases; do not edit.
/** For every code what a real run said. */
export const examples: Readonly<Record<string, string>> = {
  'cli/empty-shard': `$ fedc build --shard 1/3
note[cli/empty-shard]: Shard 1/3 holds none of the 3 clusters; no manifest is written for it.
  --shard`,
  'cli/one-cluster': `$ fedc build --stdout
error[cli/one-cluster]: --stdout prints the manifests of one cluster, and 3 clusters would be printed: eu-1, eu-2, us-1.
  --stdout
  help: Name one with --cluster NAME, or use -o json for all of them.`,
  'cli/unknown-cluster': `$ fedc build --cluster eu-3
error[cli/unknown-cluster]: No cluster is called "eu-3"; the inventory has 3 clusters.
  --cluster
  help: Did you mean "eu-1" or "eu-2"?`,
  'cli/usage': `$ fedc biuld
error[cli/usage]: Unknown command "biuld".
  biuld
  help: Did you mean build?`,
  'config/invalid': `error[config/invalid]: mode must be one of gitops, kubefed.
  fedc.yaml:3:7
  1 | apiVersion: fedc/v1alpha1
  2 | kind: Config
  3 | mode: kubfed
    |       ^^^^^^
  help: Did you mean "kubefed"?`,
  'config/unknown-key': `error[config/unknown-key]: "defaultNamspace" is no setting of fedc.yaml.
  fedc.yaml:3:1
  1 | apiVersion: fedc/v1alpha1
  2 | kind: Config
  3 | defaultNamspace: shop
    | ^^^^^^^^^^^^^^^
  help: Did you mean "defaultNamespace"?`,
  'engine/argocd-application-name': `error[engine/argocd-application-name]: Argo CD cannot make 1 Application with this name: storefront-eu-central-1-availability-zone-a-rack-12-eu-central-1-availability-zone-a-rack-12-eu-central-1-availability-zone-a-rack-12-eu-central-1-availability-zone-a-rack-12-eu-central-1-availability-zone-a-rack-12-shop-of-the-customers-in-central-europe.
  fedc.yaml:4:19
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     applications: folder
    |                   ^^^^^^
  why: The name of an Application has at most 253 letters in lower case, digits, \`-\` and \`.\`, and each part between dots begins and ends with a letter or digit.
  help: Write \`applications: cluster\`, so that the folder is no part of the name, or give the cluster or the folder another one.`,
  'engine/argocd-application-too-large': `error[engine/argocd-application-too-large]: 2 Applications would read more than 10 MB of manifests, and Argo CD refuses that: eu-1 (11.1 MB), us-1 (11.1 MB).
  fedc.yaml:3:3
  1 | engines:
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd: {}
    |   ^^^^^^
  help: Write \`applications: folder\`, or raise reposerver.max.combined.directory.manifests.size of Argo CD.`,
  'engine/argocd-cluster-name': `error[engine/argocd-cluster-name]: Argo CD would not find the folders of eu-1, since it calls the clusters otherwise.
  fedc.yaml:4:16
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     generator: clusters
    |                ^^^^^^^^
  eu-1 is "production-eu" in Argo CD
  help: Write \`generator: index\`, which knows both names.`,
  'engine/argocd-default-project': `error[engine/argocd-default-project]: The project default cannot be created: it is there already, and every other Application may be in it.
  fedc.yaml:4:14
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     project: default
    |              ^^^^^^^
  help: Give the project another name, or take createProject out.`,
  'engine/argocd-definition-apart': `warning[engine/argocd-definition-apart]: CustomResourceDefinition databases.example.io is in the Application eu-1-cluster-scoped, and objects of its kind are in eu-1-shop; nothing says which comes first, in 2 clusters.
  database.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Add SkipDryRunOnMissingResource=true to \`syncOptions\`, or write \`applications: cluster\`.`,
  'engine/argocd-hidden-folder': `error[engine/argocd-hidden-folder]: Argo CD finds no folder that begins with a dot, so nothing would be deployed of .platform.
  fedc.yaml:4:19
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     applications: folder
    |                   ^^^^^^
  help: Rename the app, or write \`applications: cluster\`.`,
  'engine/argocd-label-value': `error[engine/argocd-label-value]: Argo CD cannot give the label "owner" with the value "team shop" to an Application (eu-1, us-1).
  clusters.yaml:4:5
  2 | kind: ClusterInventory
  3 | clusters:
  4 |   - name: eu-1
    |     ^^^^^^^^^^
  why: A label value has at most 63 letters, digits, \`-\`, \`_\` and \`.\`, with a letter or digit at both ends.
  help: Correct the label in the inventory, or take it out of \`labels\` and \`rollingSync\`.`,
  'engine/argocd-long-name': `warning[engine/argocd-long-name]: 1 Application would have a name of more than 63 characters, too long for tracking by label: storefront-production-eu-central-1-customer-accounts-and-payments.
  fedc.yaml:4:19
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     applications: folder
    |                   ^^^^^^
  help: Turn this off if Argo CD tracks by annotation, its default since 3.0; else write \`applications: cluster\`, or choose shorter names.`,
  'engine/argocd-name-clash': `error[engine/argocd-name-clash]: The Application "eu-shop-web" would be made for clusters/eu/shop-web and clusters/eu-shop/web.
  fedc.yaml:4:19
  2 |   repository: {url: https://git.example.com/shop/rendered.git, path: rendered}
  3 |   argocd:
  4 |     applications: folder
    |                   ^^^^^^
  help: Write \`applications: cluster\`, or rename one of the clusters, namespaces or apps.`,
  'engine/argocd-no-step': `warning[engine/argocd-no-step]: No step of rollingSync takes us-1; Argo CD will not sync it by itself.
  fedc.yaml:5:7
  3 |   argocd:
  4 |     rollingSync:
  5 |       - {label: topology.example.com/wave, values: ["1"]}
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Add the value of the cluster to a step, or correct its label in the inventory.`,
  'engine/argocd-object-too-large': `error[engine/argocd-object-too-large]: ConfigMap shop/words has 313 KiB, and without server-side apply Argo CD needs it in an annotation, which holds 256 KiB.
  words.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Take \`serverSideApply: false\` out, or the option ServerSideApply=false of the object.`,
  'engine/argocd-same-destination': `error[engine/argocd-same-destination]: eu-1, us-1 are all called "us-1" by Argo CD, so their manifests would go to one cluster.
  clusters.yaml:4:5
  2 | kind: ClusterInventory
  3 | clusters:
  4 |   - name: eu-1
    |     ^^^^^^^^^^
  help: Correct \`names: {argocd: ...}\` of one of them.`,
  'engine/fleet-folder': `error[engine/fleet-folder]: eu-1, us-1 would have a folder "templates", which Rancher Fleet does not read as manifests.
  shop/start.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Rename what is called templates: a namespace, or an app in the layout by-app.`,
  'engine/fleet-name': `error[engine/fleet-name]: The GitRepo fleet-of-shops-berlin-friedrichshain-warehouse-north-production-blue has 68 characters, and Rancher Fleet puts its name into a label, which holds 63.
  fedc.yaml:3:17
  1 | engines:
  2 |   repository: {url: "https://git.example.com/shop/fleet.git", path: rendered}
  3 |   fleet: {name: "fleet-of-shops-{cluster}"}
    |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Write a shorter engines.fleet.name, or rename the cluster.`,
  'engine/fleet-replicas': `warning[engine/fleet-replicas]: Deployment shop/web has retainReplicas, and Rancher Fleet sets its replicas back at every deployment.
  shop/deployment.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Leave spec.replicas out of the template, so that nobody but the autoscaler sets it.`,
  'engine/fleet-same-cluster': `error[engine/fleet-same-cluster]: eu-1, us-1 are all called "c-m-4x2bd" by Rancher Fleet, so their manifests would go to one cluster.
  clusters.yaml:4:5
  2 | kind: ClusterInventory
  3 | clusters:
  4 |   - {name: eu-1, names: {fleet: c-m-4x2bd}}
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Correct \`names: {fleet: ...}\` of one of them.`,
  'engine/fleet-size': `warning[engine/fleet-size]: The manifests of eu-1 (1.1 MB) are more than the 1 MB that a bundle of Rancher Fleet holds as it is.
  fedc.yaml:3:10
  1 | engines:
  2 |   repository: {url: "https://git.example.com/shop/fleet.git", path: rendered}
  3 |   fleet: {}
    |          ^^
  help: Move large data out of the manifests, or divide the sources into two repositories.`,
  'engine/flux-decryption': `error[engine/flux-decryption]: Secret shop/token is encrypted by SOPS, and the Kustomizations for Flux say nothing about decryption.
  secrets/token.yaml:1:1
  1 | apiVersion: v1
    | ^^^^^^^^^^^^^^
  help: Write engines.flux.decryption: {secretName: NAME}, the Secret with the keys; {} if the keys come from a cloud.`,
  'engine/flux-local-object': `warning[engine/flux-local-object]: ConfigMap shop/start is annotated as config.kubernetes.io/local-config, so Flux leaves it out.
  shop/start.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Take the annotation out of the template.`,
  'engine/flux-name': `error[engine/flux-name]: The Kustomization berlin-friedrichshain-warehouse-north-production-blue-namespaces has 64 characters, and Flux puts its name into a label, which holds 63.
  fedc.yaml:3:3
  1 | engines:
  2 |   repository: {path: rendered}
  3 |   flux: {split: stages}
    |   ^^^^
  help: Write a shorter engines.flux.name, or rename the cluster; stages add -crds and -namespaces.`,
  'engine/flux-shared-folder': `warning[engine/flux-shared-folder]: folderKustomizations puts a kustomization.yaml among the manifests of every cluster, and Rancher Fleet reads the same folders.
  fedc.yaml:3:32
  1 | engines:
  2 |   repository: {url: "https://git.example.com/shop/fleet.git", path: rendered}
  3 |   flux: {folderKustomizations: true}
    |                                ^^^^
  help: Take folderKustomizations out: Flux needs no kustomization.yaml.`,
  'engine/flux-substitution': `warning[engine/flux-substitution]: ConfigMap shop/start holds "\${REGION:-eu}", which Flux replaces once its Kustomization has a postBuild; the one written here has none.
  shop/start.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled, so that it stays as it is whatever is added later.`,
  'engine/flux-url': `error[engine/flux-url]: Flux fetches from http, https and ssh addresses, and "git@github.com:example/fleet.git" is none.
  fedc.yaml:3:9
  1 | engines:
  2 |   repository: {url: "git@github.com:example/fleet.git", path: rendered}
  3 |   flux: {}
    |         ^^
  help: Write ssh://git@github.com/example/fleet.git, which is the same.`,
  'engine/no-repository': `error[engine/no-repository]: Argo CD has to fetch the manifests, and nobody says from which repository.
  fedc.yaml:3:11
  1 | engines:
  2 |   repository: {path: rendered}
  3 |   argocd: {}
    |           ^^
  help: Write engines.repository.url in fedc.yaml, or add --repository URL; \`git remote get-url origin\` tells the address of this one.`,
  'engine/not-decrypted': `warning[engine/not-decrypted]: Secret shop/token is encrypted by SOPS, and Argo CD does not decrypt it: the cluster would refuse it, or get the encrypted text.
  secrets/token.yaml:1:1
  1 | apiVersion: v1
    | ^^^^^^^^^^^^^^
  help: Use a SealedSecret or an ExternalSecret, or let Flux deploy it.`,
  'engine/not-protected': `warning[engine/not-protected]: Secret shop/tls is encrypted by SOPS and copied to the byte, so what protects it cannot be added.
  secrets/tls.yaml:2:1
  1 | # Rotated by the platform team.
  2 | kind: Secret
    | ^^^^^^^^^^^^
  help: Write the annotations into it before it is encrypted; \`fedc codes engine/not-protected\` lists them.`,
  'engine/unknown-kind': `warning[engine/unknown-kind]: protect: names the kind "Databse.example.io", which is none of Kubernetes and of no object here; it protects nothing.
  fedc.yaml:1:45
  1 | protect: [Namespace, PersistentVolumeClaim, Databse.example.io, Namespce]
    |                                             ^^^^^^^^^^^^^^^^^^
  help: Correct the name, or take it out.`,
  'inventory/conflict': `error[inventory/conflict]: Two sources disagree about the label "env" of cluster "eu-1": "staging" and "prod".
  clusters/native.yaml:5:19
  3 | clusters:
  4 |   - name: eu-1
  5 |     labels: {env: staging}
    |                   ^^^^^^^
  clusters/kubefed.yaml:6:17: here it is "prod"
  6 |   labels: {env: prod}
    |                 ----
  help: Make them agree, or write \`decides: [labels.env]\` into the entry of the inventory, and what it says holds.`,
  'inventory/credentials': `warning[inventory/credentials]: clusters/argocd.yaml holds 1 credential for clusters: fedc never uses them, but everybody who can read the repository can.
  clusters/argocd.yaml:1:1
  1 | apiVersion: v1
    | ^^^^^^^^^^^^^^
  help: \`fedc clusters import --from clusters/argocd.yaml --write inventory.yaml\` writes an inventory without them; name that one under \`inventory:\` and take this file out of the repository.`,
  'inventory/duplicate-cluster': `error[inventory/duplicate-cluster]: Cluster "eu-1" stands twice in the inventory.
  clusters.yaml:8:11
  6 |   - name: us-1
  7 |     labels: {env: prod}
  8 |   - name: eu-1
    |           ^^^^
  clusters.yaml:4:11: first described here
  4 |   - name: eu-1
    |           ----
  help: Keep one of the two, or give them different names.`,
  'inventory/invalid': `error[inventory/invalid]: Cluster "eu-1": labels.tier must be text.
  clusters.yaml:5:20
  3 | clusters:
  4 |   - name: eu-1
  5 |     labels: {tier: 1, env: prod}
    |                    ^
  help: Write it in quotes.`,
  'inventory/no-labels': `note[inventory/no-labels]: None of the 2 clusters of the inventory has a label, so no selector but an empty one can match.
  clusters.yaml:1:1
  1 | apiVersion: core.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Add labels to the clusters: \`labels: {region: eu, env: prod}\`.`,
  'inventory/unsafe-name': `error[inventory/unsafe-name]: Cluster name "EU_Prod" cannot be the name of a folder: it must be a DNS-1123 subdomain (at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends).
  clusters.yaml:4:11
  2 | kind: ClusterInventory
  3 | clusters:
  4 |   - name: EU_Prod
    |           ^^^^^^^
  help: Give the cluster a name of lower-case letters, digits, \`-\` and \`.\`, and keep the original under \`names:\`.`,
  'kubefed/deletion-annotation': `note[kubefed/deletion-annotation]: FederatedDeployment shop/web: kubefed.io/orphan speaks to the KubeFed controller and has no effect on the output.
  shop/web.yaml:6:36
  4 |   name: web
  5 |   namespace: shop
  6 |   annotations: {kubefed.io/orphan: "true"}
    |                                    ^^^^^^
  help: Leave it as long as the controller runs; the GitOps engine has its own rules for deletion.`,
  'kubefed/invalid-object': `error[kubefed/invalid-object]: FederatedConfigMap shop/text-instead-of-list: spec.placement.clusters must be a list.
  shop/objects.yaml:6:25
  4 | spec:
  5 |   template: {data: {a: b}}
  6 |   placement: {clusters: eu-1}
    |                         ^^^^
  help: Write clusters: [{name: ...}, ...].`,
  'kubefed/misplaced-field': `error[kubefed/misplaced-field]: FederatedService shop/api-gateway: "placement" stands outside "spec", where nothing reads it.
  shop/gateway.yaml:10:4
   8 |        spec:
   9 |          ports: [{port: 80}]
  10 |    placement:
     |    ^^^^^^^^^ belongs under spec
  shop/gateway.yaml:6:4: spec begins here
  6 |    spec:
    |    ----
  why: Without it the object has no placement, so it would go nowhere.
  help: Move it, with all its lines, under spec, so that it becomes spec.placement.
  fix: fedc fix kubefed/misplaced-field shop/gateway.yaml`,
  'kubefed/missing-namespace': `error[kubefed/missing-namespace]: FederatedConfigMap feature-flags has no metadata.namespace.
  shop/flags.yaml:3:11
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedConfigMap
  3 | metadata: {name: feature-flags}
    |           ^^^^^^^^^^^^^^^^^^^^^
  help: Write it, or set defaultNamespace in fedc.yaml for all files that were applied with kubectl -n.`,
  'kubefed/no-such-kind': `warning[kubefed/no-such-kind]: KubeFed never had a kind ReplicaSchedulingStrategy (scheduling.kubefed.io/v1alpha1); nothing is done with it.
  shop/strategy.yaml:2:7
  1 | apiVersion: scheduling.kubefed.io/v1alpha1
  2 | kind: ReplicaSchedulingStrategy
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Replicas are spread by a ReplicaSchedulingPreference: totalReplicas, and a weight for each cluster.`,
  'kubefed/not-static': `warning[kubefed/not-static]: Domain kube-federation-system/example-domain made DNS records from the live state of clusters; that cannot be compiled, and nothing is done with it.
  shop/dns.yaml:2:7
  1 | apiVersion: multiclusterdns.kubefed.io/v1alpha1
  2 | kind: Domain
    |       ^^^^^^
  help: Use ExternalDNS or a multi-cluster service in the clusters, and remove the object.`,
  'kubefed/old-group': `warning[kubefed/old-group]: types.kubefed.k8s.io is the old name of types.kubefed.io; 2 objects are read as such.
  shop/flags.yaml:1:13
  1 | apiVersion: types.kubefed.k8s.io/v1beta1
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Write types.kubefed.io.
  fix: fedc fix kubefed/old-group shop/flags.yaml`,
  'kubefed/old-shape': `warning[kubefed/old-shape]: FederatedConfigMap shop/feature-flags: \`clusterNames\` is the old spelling of \`clusters\`, and is read as such.
  shop/flags.yaml:6:15
  4 | spec:
  5 |   template: {data: {checkout: v2}}
  6 |   placement: {clusterNames: [eu-1]}
    |               ^^^^^^^^^^^^
  help: Write clusters: [{name: eu-1}].
  fix: fedc fix kubefed/old-shape shop/flags.yaml`,
  'kubefed/out-of-scope': `note[kubefed/out-of-scope]: 3 objects are not propagated: the control plane is namespace-scoped, and only looks at namespaced types in kubefed-shop; the feature gate SchedulerPreferences is off.
  objects.yaml:13:1
  11 | spec: {targetKind: FederatedDeployment, totalReplicas: 9}
  12 | ---
  13 | apiVersion: types.kubefed.io/v1beta1
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Set compatibility.kubefedConfig to ignore if the KubeFedConfig should have no influence.`,
  'kubefed/propagation-disabled': `error[kubefed/propagation-disabled]: The FederatedTypeConfig of FederatedConfigMap says propagation: Disabled, and 1 object of it is in the repository.
  shop/flags.yaml:2:7
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedConfigMap
    |       ^^^^^^^^^^^^^^^^^^
  types/configmaps.yaml:5:16: disabled here
  5 |   propagation: Disabled
    |                --------
  help: Write propagation: Enabled, delete the objects, or set compatibility.disabledType to omit or write.`,
  'kubefed/server-field': `note[kubefed/server-field]: FederatedDeployment shop/web: metadata.generateName, status, metadata.uid, metadata.resourceVersion, metadata.generation and 3 more of the template are dropped.
  shop/web.yaml:11:7
   9 |   template:
  10 |     metadata:
  11 |       creationTimestamp: null
     |       ^^^^^^^^^^^^^^^^^^^^^^^
  help: They come from an export of a live object and mean nothing in a file.`,
  'kubefed/server-made-field': `warning[kubefed/server-made-field]: FederatedService shop/web: spec.clusterIP was given by one API server; in other clusters it will be refused or clash.
  shop/objects.yaml:8:18
  6 |     spec:
  7 |       type: NodePort
  8 |       clusterIP: 10.96.14.7
    |                  ^^^^^^^^^^
  help: Remove it from the template.`,
  'kubefed/template-annotations': `warning[kubefed/template-annotations]: FederatedService shop/web: the annotations of the template (external-dns.alpha.kubernetes.io/hostname) are dropped, as the controller does.
  shop/web.yaml:8:7
  6 |     metadata:
  7 |       labels: {app: web}
  8 |       annotations: {external-dns.alpha.kubernetes.io/hostname: web.example.com}
    |       ^^^^^^^^^^^
  help: Set them by overrides, or set compatibility.templateAnnotations to keep.`,
  'kubefed/template-finalizers': `warning[kubefed/template-finalizers]: FederatedService shop/web: the finalizers of the template (service.kubernetes.io/load-balancer-cleanup) are dropped, as the controller does.
  shop/web.yaml:8:7
  6 |     metadata:
  7 |       annotations: {external-dns.alpha.kubernetes.io/hostname: web.example.com}
  8 |       finalizers: [service.kubernetes.io/load-balancer-cleanup]
    |       ^^^^^^^^^^
  help: Remove them from the template, or set compatibility.templateFinalizers to keep.`,
  'kubefed/template-label-not-text': `error[kubefed/template-label-not-text]: FederatedService shop/web: the label version is 2, and labels must be text.
  shop/web.yaml:7:35
  5 |   template:
  6 |     metadata:
  7 |       labels: {app: web, version: 2, canary: yes}
    |                                   ^
  help: Write it in quotes: "2".`,
  'kubefed/template-name': `warning[kubefed/template-name]: FederatedService shop/web: the template says name "web-service", but it will be "web".
  shop/web.yaml:6:22
  4 | spec:
  5 |   template:
  6 |     metadata: {name: web-service, namespace: staging}
    |                      ^^^^^^^^^^^
  help: Remove it.`,
  'kubefed/type-assumed': `note[kubefed/type-assumed]: No FederatedTypeConfig enables FederatedStatefulSet; 1 object is compiled as apps/v1 StatefulSet, where the controller would do nothing.
  shop/db.yaml:2:7
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedStatefulSet
    |       ^^^^^^^^^^^^^^^^^^^^
  help: kubefedctl enable TYPE -o yaml prints the FederatedTypeConfig.`,
  'kubefed/type-config-conflict': `error[kubefed/type-config-conflict]: FederatedWidget has two meanings: two FederatedTypeConfigs disagree about its target, scope or propagation.
  types/widgets.yaml:9:1
  7 |   targetType: {group: example.io, version: v1, kind: Widget, pluralName: widgets, scope: Namespaced}
  8 | ---
  9 | apiVersion: core.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  types/widgets.yaml:1:1: the other one
  1 | apiVersion: core.kubefed.io/v1beta1
    | -----------------------------------
  help: Keep one; a FederatedTypeConfig in the repository wins over everything else.`,
  'kubefed/type-config-invalid': `error[kubefed/type-config-invalid]: FederatedTypeConfig widgets: its name must be widgets.example.io, the plural and the group of the target type.
  types/widgets.yaml:3:18
  1 | apiVersion: core.kubefed.io/v1beta1
  2 | kind: FederatedTypeConfig
  3 | metadata: {name: widgets, namespace: kube-federation-system}
    |                  ^^^^^^^
  help: kubefedctl enable TYPE -o yaml prints a complete one.`,
  'kubefed/unknown-field': `error[kubefed/unknown-field]: FederatedConfigMap shop/misspelt: "placment" is no field here, and the API server would drop it without a word.
  shop/objects.yaml:6:3
  4 | spec:
  5 |   template: {data: {a: b}}
  6 |   placment: {clusters: [{name: eu-1}]}
    |   ^^^^^^^^
  help: Did you mean "placement"?
  fix: fedc fix kubefed/unknown-field shop/objects.yaml`,
  'kubefed/unknown-type': `error[kubefed/unknown-type]: Nothing says which kind FederatedChainConfig (types.kubefed.io/v1beta1) stands for.
  shop/chain.yaml:2:7
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedChainConfig
    |       ^^^^^^^^^^^^^^^^^^^^
  any one of these says it:
    - the FederatedTypeConfig in the repository (kubefedctl enable NAME -o yaml prints it)
    - the CustomResourceDefinition of the target in the repository
    - a line under types: in fedc.yaml
        - {federated: types.kubefed.io/v1beta1 FederatedChainConfig, target: GROUP/VERSION ChainConfig, scope: Namespaced}
  why: Group, version and scope of the target cannot be derived from the name of a federated kind.
  help: Add one of the three; write scope: Cluster if the target has no namespace.`,
  'kubefed/wrong-group': `warning[kubefed/wrong-group]: FederatedTypeConfig widgets.example.io is written in group types.kubefed.io; the kind belongs to core.kubefed.io/v1beta1 and is read as such.
  types/widgets.yaml:1:13
  1 | apiVersion: types.kubefed.io/v1beta1
    |             ^^^^^^^^^^^^^^^^^^^^^^^^
  help: Write apiVersion: core.kubefed.io/v1beta1.
  fix: fedc fix kubefed/wrong-group types/widgets.yaml`,
  'output/duplicate-object': `error[output/duplicate-object]: shop/a.yaml and shop/b.yaml both make ConfigMap shop/feature-flags in eu-1.
  shop/b.yaml:3:18
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedConfigMap
  3 | metadata: {name: feature-flags, namespace: shop}
    |                  ^^^^^^^^^^^^^ makes ConfigMap shop/feature-flags
  shop/a.yaml:3:18: the other one
  3 | metadata: {name: feature-flags, namespace: shop}
    |                  -------------
  overlap: 1 of 3 clusters (eu-1)
  both would be the file clusters/eu-1/shop/configmap_feature-flags.yaml
  help: Narrow one of the placements, rename one of the objects, or move what they share into one file.`,
  'output/encrypted-source': `error[output/encrypted-source]: FederatedSecret shop/database is encrypted by SOPS; its template cannot be compiled.
  shop/secret.yaml:10:3
   8 |   placement: {clusters: [{name: eu-1}]}
   9 | sops:
  10 |   lastmodified: "2026-01-01T00:00:00Z"
     |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Encrypt the plain Secret instead and share its file with \`plainObjects:\`, or federate a SealedSecret or an ExternalSecret.`,
  'output/flux-substitution': `note[output/flux-substitution]: ConfigMap shop/start holds "\${REGION:-eu}", which Flux replaces when post-build substitution is on.
  shop/flags.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled, or write $\${...}.`,
  'output/generate-name': `error[output/generate-name]: FederatedJob has a generateName but no name; files need a name that stays.
  shop/objects.yaml:3:26
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedJob
  3 | metadata: {generateName: migrate-, namespace: shop}
    |                          ^^^^^^^^
  help: Give it a metadata.name.`,
  'output/missing-name': `error[output/missing-name]: FederatedConfigMap has no metadata.name.
  shop/objects.yaml:3:11
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedConfigMap
  3 | metadata: {namespace: shop}
    |           ^^^^^^^^^^^^^^^^^
  help: Write metadata.name, a text.`,
  'output/object-too-large': `warning[output/object-too-large]: ConfigMap shop/catalogue has 1758 KiB, and API servers refuse objects over 1536 KiB.
  shop/large.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Split the object.`,
  'output/path-collision': `error[output/path-collision]: HTTPProxy shop/web (example.io/v1) and HttpProxy shop/web (example.io/v1) would be the same file shop/httpproxy.example.io_web.yaml in eu-1.
  shop/objects.yaml:8:1
  6 |   placement: {clusters: [{name: eu-1}]}
  7 | ---
  8 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  shop/objects.yaml:1:1: HttpProxy shop/web (example.io/v1) is made here
  1 | apiVersion: types.kubefed.io/v1beta1
    | ------------------------------------
  help: Rename one of the objects, or choose another layout.`,
  'output/plain-secret': `warning[output/plain-secret]: Secret shop/database is written in plain text into the tree of 2 clusters.
  shop/secret.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Use a SealedSecret or an ExternalSecret, or keep the tree as private as the secret.`,
  'output/write-failed': `$ fedc build
error[output/write-failed]: /repo/rendered/clusters/eu-1/shop/configmap_web.yaml.fedc-tmp cannot be written: the disk is full.
  /repo/rendered/clusters/eu-1/shop/configmap_web.yaml.fedc-tmp
  help: Run the build again once the cause is gone; it continues where it stopped.`,
  'override/dead': `warning[override/dead]: The override for cluster "dev-1" does nothing: FederatedConfigMap shop/feature-flags does not go there (its placement does not take the cluster).
  shop/flags.yaml:8:20
  6 |   placement: {clusterSelector: {matchLabels: {env: prod}}}
  7 |   overrides:
  8 |     - clusterName: dev-1
    |                    ^^^^^
  shop/flags.yaml:6:52: label env of "dev-1" is "dev"
  6 |   placement: {clusterSelector: {matchLabels: {env: prod}}}
    |                                                    ----
  help: Place the object there, or remove the override.`,
  'override/dotted-path': `error[override/dotted-path]: "spec.replicas" is no JSON pointer; it should be "/spec/replicas".
  shop/web.yaml:9:33
  7 |   overrides:
  8 |     - clusterName: eu-1
  9 |       clusterOverrides: [{path: spec.replicas, value: 3}]
    |                                 ^^^^^^^^^^^^^
  help: Write path: /spec/replicas
  fix: fedc fix override/dotted-path shop/web.yaml`,
  'override/duplicate-cluster': `error[override/duplicate-cluster]: Cluster "eu-1" has two entries in spec.overrides, and the controller then applies none at all.
  shop/flags.yaml:10:20
   8 |     - clusterName: eu-1
   9 |       clusterOverrides: [{path: /data/checkout, value: v3}]
  10 |     - clusterName: eu-1
     |                    ^^^^
  shop/flags.yaml:8:20: the first entry
  8 |     - clusterName: eu-1
    |                    ----
  help: Merge the two into one entry.`,
  'override/duplicate-path': `error[override/duplicate-path]: The path /spec/template/spec/containers/- stands twice in the overrides of cluster "eu-1", which the controller refuses.
  shop/web.yaml:12:27
  10 |       clusterOverrides:
  11 |         - {op: add, path: /spec/template/spec/containers/-, value: {name: log, image: fluent-bit:3}}
  12 |         - {op: add, path: /spec/template/spec/containers/-, value: {name: mesh, image: envoy:1.30}}
     |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  shop/web.yaml:11:27: the first one
  11 |         - {op: add, path: /spec/template/spec/containers/-, value: {name: log, image: fluent-bit:3}}
     |                           --------------------------------
  help: Only one item can be appended this way; give the second a number as index, or replace the whole list.`,
  'override/no-effect': `warning[override/no-effect]: The override of /data/checkout changes nothing: the value is there already (2 clusters: dev-1, eu-1).
  shop/flags.yaml:9:33
  7 |   overrides:
  8 |     - clusterName: dev-1
  9 |       clusterOverrides: [{path: /data/checkout, value: v2}]
    |                                 ^^^^^^^^^^^^^^
  shop/flags.yaml:5:31: the template says it already
  5 |   template: {data: {checkout: v2}}
    |                               --
  help: Remove it, or correct its value.`,
  'override/odd-index': `warning[override/odd-index]: The override of /spec/template/spec/containers/-1/image has an odd index: a negative index, a sign or a leading zero.
  shop/web.yaml:11:18
   9 |     - clusterName: eu-1
  10 |       clusterOverrides:
  11 |         - {path: /spec/template/spec/containers/-1/image, value: fluent-bit:4}
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Write a plain index, or - to append.`,
  'override/path-not-found': `error[override/path-not-found]: The override of /spec/template/metadata/labels/app.kubernetes.io/name cannot be applied: no key "app.kubernetes.io" in /spec/template/metadata/labels (1 cluster: dev-1).
  shop/more.yaml:18:48
  16 |     - clusterName: dev-1
  17 |       clusterOverrides:
  18 |         - path: /spec/template/metadata/labels/app.kubernetes.io/name
     |                                                ^^^^^^^^^^^^^^^^^^^^^^ the path stops here
  shop/more.yaml:10:13: this key contains "/"
  10 |             app.kubernetes.io/name: web
     |             ----------------------
  help: Write the slash inside the key as ~1: /spec/template/metadata/labels/app.kubernetes.io~1name
  fix: fedc fix override/path-not-found shop/more.yaml`,
  'override/protected-path': `error[override/protected-path]: The override of "/metadata/name" is not allowed: it would change which object this is.
  shop/flags.yaml:10:18
   8 |     - clusterName: eu-1
   9 |       clusterOverrides:
  10 |         - {path: /metadata/name, value: feature-flags-eu}
     |                  ^^^^^^^^^^^^^^
  help: Kind, name and namespace are those of the federated object; make a second object if another identity is needed.`,
  'override/removes-replicas': `warning[override/removes-replicas]: A replica preference sets /spec/replicas, and the override removes it (1 cluster: eu-1).
  shop/web.yaml:9:26
  7 |   overrides:
  8 |     - clusterName: eu-1
  9 |       clusterOverrides: [{op: remove, path: /spec/replicas}]
    |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  shop/web.yaml:14:56: this preference sets /spec/replicas
  14 | spec: {targetKind: FederatedDeployment, totalReplicas: 8, rebalance: true}
     |                                                        -
  help: Remove the override, or the preference.`,
  'override/replace-adds': `warning[override/replace-adds]: The override replaces /data/chekout, which the template does not have, so it is added (2 clusters: eu-1, us-1).
  shop/flags.yaml:9:33
  7 |   overrides:
  8 |     - clusterName: eu-1
  9 |       clusterOverrides: [{path: /data/chekout, value: v3}]
    |                                 ^^^^^^^^^^^^^
  help: Did you mean "checkout"? If the new member is meant, write op: add.`,
  'override/replaces-replicas': `warning[override/replaces-replicas]: The override of /spec replaces what holds /spec/replicas, so the count of the replica preference is lost (1 cluster: eu-1).
  shop/web.yaml:11:18
   9 |       clusterOverrides:
  10 |         - {path: /spec/replicas, value: 4}
  11 |         - {path: /spec, value: {paused: true}}
     |                  ^^^^^
  shop/web.yaml:20:56: this preference sets /spec/replicas
  20 | spec: {targetKind: FederatedDeployment, totalReplicas: 8, rebalance: true}
     |                                                        -
  why: The planned count is written into the place of the edit of /spec/replicas, and this edit comes after it.
  help: Override the members of /spec one by one, or move this edit above that of /spec/replicas.`,
  'override/shadowed': `warning[override/shadowed]: The override of /spec/template/spec/containers/0/image is lost: the later edit of /spec/template/spec/containers overwrites it (2 clusters: eu-1, us-1).
  shop/web.yaml:17:18
  15 |     - clusterName: eu-1
  16 |       clusterOverrides:
  17 |         - {path: /spec/template/spec/containers/0/image, value: nginx:1.28}
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  shop/web.yaml:18:17: this later edit overwrites it
  18 |         - path: /spec/template/spec/containers
     |                 ------------------------------
  why: The edits of a cluster apply from top to bottom, each to what the one before it made.
  help: Keep the one that is meant and remove the other, or move this edit below the later one.`,
  'override/unknown-cluster': `error[override/unknown-cluster]: The override is for cluster "eu1", which is not in the inventory.
  shop/flags.yaml:8:20
  6 |   placement: {clusterSelector: {}}
  7 |   overrides:
  8 |     - clusterName: eu1
    |                    ^^^ no such cluster
  clusters.yaml:6:11: "eu-1" is declared here
  6 |   - name: eu-1
    |           ----
  help: Did you mean "eu-1"? Otherwise remove the override, or add the cluster to the inventory, clusters.yaml (3 clusters).
  fix: fedc fix override/unknown-cluster shop/flags.yaml`,
  'placement/invalid-selector': `error[placement/invalid-selector]: "in" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist.
  shop/objects.yaml:9:35
  7 |     clusterSelector:
  8 |       matchExpressions:
  9 |         - {key: region, operator: in, values: [eu]}
    |                                   ^^
  help: Did you mean "In"?
  fix: fedc fix placement/invalid-selector shop/objects.yaml`,
  'placement/namespace-name-mismatch': `warning[placement/namespace-name-mismatch]: FederatedNamespace "shop" stands in namespace "kube-federation-system", and only one with the name of its own namespace counts; it is ignored.
  shop/namespace.yaml:3:18
  1 | apiVersion: types.kubefed.io/v1beta1
  2 | kind: FederatedNamespace
  3 | metadata: {name: shop, namespace: kube-federation-system}
    |                  ^^^^
  help: Write namespace: shop in its metadata.`,
  'placement/namespace-narrows': `note[placement/namespace-narrows]: Namespace "shop" does not go to dev-1, so FederatedConfigMap shop/feature-flags, FederatedConfigMap shop/limits are kept out of it.
  shop/objects.yaml:6:32
  4 | spec:
  5 |   template: {data: {checkout: v2}}
  6 |   placement: {clusterSelector: {}}
    |                                ^^
  shop/namespace.yaml:7:32: where FederatedNamespace shop goes
  7 |   placement: {clusterSelector: {matchLabels: {env: prod}}}
    |                                --------------------------
  help: Widen the placement of FederatedNamespace "shop" if that was not meant.`,
  'placement/namespace-not-created': `warning[placement/namespace-not-created]: Nothing here makes Namespace "shop" in eu-1, us-1, where 1 object of it goes.
  shop/objects.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Add a FederatedNamespace "shop", or let the GitOps engine create the namespace.`,
  'placement/namespace-not-federated': `note[placement/namespace-not-federated]: No FederatedNamespace "shop/shop" is in the repository, so nothing limits where 2 objects in it go.
  shop/objects.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: A FederatedNamespace "shop" in namespace "shop" says in which clusters the namespace exists.`,
  'placement/none': `error[placement/none]: FederatedConfigMap shop/without-placement goes to no cluster: its placement has neither clusters nor a clusterSelector.
  shop/objects.yaml:4:1
  2 | kind: FederatedConfigMap
  3 | metadata: {name: without-placement, namespace: shop}
  4 | spec:
    | ^^^^
  help: Write under spec.placement either clusters: [{name: ...}] or clusterSelector: {matchLabels: {...}}; an empty selector, {}, takes every cluster; \`clusters: []\` says "nowhere" on purpose.`,
  'placement/selector-ignored': `warning[placement/selector-ignored]: FederatedConfigMap shop/feature-flags has both a clusters list and a clusterSelector; the list of 1 cluster wins, and the selector, which would take 2 (dev-1, eu-1), is ignored.
  shop/objects.yaml:8:22
  6 |   placement:
  7 |     clusters: [{name: us-1}]
  8 |     clusterSelector: {matchLabels: {region: eu}}
    |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: Remove one of the two.`,
  'placement/selector-matches-nothing': `error[placement/selector-matches-nothing]: The clusterSelector of FederatedConfigMap shop/by-value matches none of 2 clusters, so the object goes nowhere.
  shop/objects.yaml:8:7
  6 |   placement:
  7 |     clusterSelector:
  8 |       matchLabels: {env: production}
    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  closest clusters:
    eu-1  env=prod (wanted "production")
    us-1  env=staging (wanted "production")
  help: Label env has the values prod (1), staging (1); "production" is used by no cluster. Change the selector, or the labels of the clusters; write \`clusters: []\` instead if it is meant to go nowhere.`,
  'placement/unknown-cluster': `error[placement/unknown-cluster]: Cluster "us-l" is not in the inventory.
  shop/flags.yaml:9:15
  7 |     clusters:
  8 |       - name: eu-1
  9 |       - name: us-l
    |               ^^^^ no such cluster
  clusters.yaml:8:11: "us-1" is declared here
  8 |   - name: us-1
    |           ----
  help: Did you mean "us-1"? The inventory is clusters.yaml (3 clusters).
  fix: fedc fix placement/unknown-cluster shop/flags.yaml`,
  'replicas/from-scratch': `note[replicas/from-scratch]: 1 replica preference without rebalance is planned as a first rollout, because no earlier tree was given.
  shop/web.yaml:8:1
  6 |   placement: {clusters: [{name: eu-1}, {name: us-1}]}
  7 | ---
  8 | apiVersion: scheduling.kubefed.io/v1alpha1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: \`replicas: {previous: tree}\` starts from the counts that were written last; \`rebalance: true\` needs no history.`,
  'replicas/invalid-preference': `error[replicas/invalid-preference]: ReplicaSchedulingPreference shop/web: spec.targetKind must be one of FederatedDeployment, FederatedReplicaSet.
  shop/web.yaml:11:20
   9 | kind: ReplicaSchedulingPreference
  10 | metadata: {name: web, namespace: shop}
  11 | spec: {targetKind: FederatedService, totalReplicas: 8}
     |                    ^^^^^^^^^^^^^^^^`,
  'replicas/no-target': `warning[replicas/no-target]: The preference has no target: there is no FederatedDeployment shop/web.
  shop/web.yaml:3:18
  1 | apiVersion: scheduling.kubefed.io/v1alpha1
  2 | kind: ReplicaSchedulingPreference
  3 | metadata: {name: web, namespace: shop}
    |                  ^^^
  help: A preference applies to the object of its own name, in its own namespace.`,
  'replicas/odd-preference': `error[replicas/odd-preference]: ReplicaSchedulingPreference shop/web: weight of eu-1 is negative.
  shop/web.yaml:16:20
  14 |   rebalance: true
  15 |   clusters:
  16 |     eu-1: {weight: -1}
     |                    ^^
  help: Use numbers from zero up, and a minimum that is not above the maximum.`,
  'replicas/retained': `warning[replicas/retained]: FederatedDeployment shop/web says retainReplicas: true, but files in git cannot retain what an autoscaler sets: spec.replicas is written as the template and the overrides say.
  shop/web.yaml:5:19
  3 | metadata: {name: web, namespace: shop}
  4 | spec:
  5 |   retainReplicas: true
    |                   ^^^^
  help: Name your engine with --emit or under engines in fedc.yaml, and it is told to leave the field alone; or leave spec.replicas out of the template.`,
  'replicas/undistributed': `warning[replicas/undistributed]: 12 of 20 replicas of FederatedDeployment shop/web fit nowhere: the maximums, or the weights, leave no room.
  shop/web.yaml:13:18
  11 | spec:
  12 |   targetKind: FederatedDeployment
  13 |   totalReplicas: 20
     |                  ^^
  help: Raise maxReplicas, give weight to more clusters, or lower totalReplicas.`,
  'replicas/unknown-cluster': `error[replicas/unknown-cluster]: The preference names cluster "us-2", which is not in the inventory.
  shop/web.yaml:17:5
  15 |   clusters:
  16 |     eu-1: {weight: 1}
  17 |     us-2: {weight: 1}
     |     ^^^^ no such cluster
  clusters.yaml:8:11: "us-1" is declared here
  8 |   - name: us-1
    |           ----
  why: The controller ignores such an entry, and its share goes to the other clusters.
  help: Did you mean "us-1"? The inventory is clusters.yaml (3 clusters).`,
  'replicas/unplaced': `warning[replicas/unplaced]: The preference names dev-1, where FederatedDeployment shop/web is not placed; a preference never adds a cluster.
  shop/web.yaml:16:5
  14 |   rebalance: true
  15 |   clusters:
  16 |     eu-1: {weight: 2}
     |     ^^^^^^^^^^^^^^^^^
  help: Place the object there, or remove the entry.`,
  'replicas/widens-placement': `warning[replicas/widens-placement]: The preference also places FederatedDeployment shop/web in dev-1, us-1, where its own placement does not put it.
  shop/web.yaml:6:25
  4 | spec:
  5 |   template: {spec: {replicas: 2}}
  6 |   placement: {clusters: [{name: eu-1}]}
    |                         ^^^^^^^^^^^^^^
  help: Set \`replicaCandidates: placed\`, or \`intersectWithClusterSelector: true\`, to stay within the placement.`,
  'repo/changed-underneath': `# an editor saves clusters.yaml while the build runs
$ fedc build
error[repo/changed-underneath]: clusters.yaml was changed while it was compiled.
  clusters.yaml
  help: Build again; nothing was written.`,
  'repo/foreign-kind': `note[repo/foreign-kind]: 2 objects of other federation systems are left alone: FederatedDeployment (types.kubeadmiral.io), FederatedHPA (autoscaling.karmada.io).
  shop/kubeadmiral.yaml:2:7
  1 | apiVersion: types.kubeadmiral.io/v1alpha1
  2 | kind: FederatedDeployment
    |       ^^^^^^^^^^^^^^^^^^^
  help: If KubeFed propagates such a kind here, add its FederatedTypeConfig to the repository, or types: [{federated: GROUP/VERSION KIND, target: GROUP/VERSION KIND, scope: Namespaced}] to fedc.yaml.`,
  'repo/no-inventory': `error[repo/no-inventory]: No cluster is in any inventory, and 1 object must be placed.
  shop/flags.yaml:9:7
  7 |   placement:
  8 |     clusters:
  9 |       - name: cluster1
    |       ^^^^^^^^^^^^^^^^
  help: Write a ClusterInventory (apiVersion: fedc/v1alpha1) or pass --inventory FILE; the sources name these clusters: cluster1, cluster2.`,
  'repo/no-sources': `error[repo/no-sources]: None of the 1 file holds a federated object, and no plainObjects are configured.
  deploy/web.yaml
  help: Check the path and \`sources:\` of fedc.yaml; an empty result would delete everything that was deployed.`,
  'repo/not-federated': `note[repo/not-federated]: 2 plain objects in 1 file are not federated and left alone.
  shop/flags.yaml:10:1
   8 |     clusters: [{name: eu-1}]
   9 | ---
  10 | apiVersion: v1
     | ^^^^^^^^^^^^^^
  help: plainObjects in fedc.yaml shares plain manifests with clusters.`,
  'repo/skipped-file': `note[repo/skipped-file]: 2 files hold nothing federated and were skipped: charts/web/templates/deployment.yaml, tsconfig.json.
  charts/web/templates/deployment.yaml`,
  'repo/unreadable': `# web.yaml belongs to another user
$ fedc build
error[repo/unreadable]: web.yaml cannot be read: permission denied.
  web.yaml
  help: A file that is skipped would be a deletion in production, so nothing is compiled without it.`,
  'tree/broken-lock': `# git merged the lock of eu-1
$ fedc build
error[tree/broken-lock]: rendered/index/clusters/eu-1.lock holds the marks of a merge conflict (line 1).
  rendered/index/clusters/eu-1.lock
  help: Merge the sources first; then \`fedc adopt\` makes the lock anew from them and from the tree.`,
  'tree/broken-pending': `# somebody edited rendered/.fedc/pending
$ fedc build
error[tree/broken-pending]: rendered/.fedc/pending is not what an interrupted build leaves: line 2.
  rendered/.fedc/pending
  help: Restore the tree from git, delete rendered/.fedc/pending, and build again.`,
  'tree/busy': `# another build has not ended yet
$ fedc build
error[tree/busy]: Another fedc (process 4711) is writing into rendered.
  rendered/.fedc/writer
  help: Run the build again when it is done.`,
  'tree/cluster-emptied': `# us-1 was taken out of clusters.yaml
$ fedc build
error[tree/cluster-emptied]: Cluster "us-1" is no longer in the inventory and would lose all of its 1 object.
  rendered/clusters/us-1
  help: If that is meant, accept it with --accept 94e11c1d, or in fedc.yaml with guards: {accept: ["94e11c1d"]}. A cluster that may be empty can also be named with --allow-empty-cluster us-1.`,
  'tree/edited-file': `# somebody edits rendered/clusters/eu-1/shop/configmap_web.yaml, then web.yaml changes
$ fedc build
error[tree/edited-file]: rendered/clusters/eu-1/shop/configmap_web.yaml was changed by somebody else since it was written.
  rendered/clusters/eu-1/shop/configmap_web.yaml
  help: Move the change into the sources and restore the file, or give it up with --force-overwrite rendered/clusters/eu-1/shop/configmap_web.yaml or, for a later build, \`fedc adopt rendered/clusters/eu-1/shop/configmap_web.yaml\`.`,
  'tree/engine-file-deleted': `# engines: {flux: {}} was taken out of fedc.yaml
$ fedc build
error[tree/engine-file-deleted]: engine/flux/clusters/eu-1/sync.yaml, engine/flux/clusters/eu-2/sync.yaml, engine/flux/clusters/us-1/sync.yaml would be deleted: an engine that prunes takes away what it was told there, while the manifests stay.
  rendered/engine/flux/clusters/eu-1/sync.yaml
  help: If that is meant, accept it with --accept 60bf9a29, or in fedc.yaml with guards: {accept: ["60bf9a29"]}. Otherwise keep them by --emit flux, or by engines: {flux: {}} in fedc.yaml.`,
  'tree/engine-file-left': `# a cluster eu-3 came into the inventory
$ fedc build --cluster eu-3
warning[tree/engine-file-left]: 1 engine file is out of date and left alone, since a run for some clusters writes nothing that belongs to the fleet: engine/flux/clusters/eu-3/sync.yaml.
  rendered/engine/flux/clusters/eu-3/sync.yaml
  help: Run \`fedc build\` without --cluster and -l before the manifests are deployed.`,
  'tree/foreign-file': `# somebody put extra.yaml into the folder of eu-1
$ fedc build
warning[tree/foreign-file]: rendered/clusters/eu-1/extra.yaml was not written by fedc, and a GitOps engine that deploys the folder takes it for a manifest.
  rendered/clusters/eu-1/extra.yaml
  help: Move it into the sources or out of the folder; it is not touched.`,
  'tree/interrupted': `# the build before this one was killed
$ fedc build
note[tree/interrupted]: An earlier run (process 1) was stopped while it wrote into rendered; this one has finished its work.
  rendered`,
  'tree/not-a-tree': `# rendered/ holds the output of another tool
$ fedc build
error[tree/not-a-tree]: rendered holds clusters, index or engine, but no index/lock, so it was not written by fedc.
  rendered
  help: Choose an empty folder with --out, or claim what fedc would write there with \`fedc adopt\`.`,
  'tree/path-escape': `# rendered/clusters/eu-1 is a link to /etc
$ fedc build
error[tree/path-escape]: rendered/clusters/eu-1/_cluster/namespace_shop.yaml is not written: clusters/eu-1 is a symbolic link.
  rendered/clusters/eu-1/_cluster/namespace_shop.yaml
  help: Choose another output folder, or remove what stands in the way.`,
  'tree/protected-kind': `# namespace.yaml now says clusters: [{name: eu-1}, {name: eu-2}]
$ fedc build
error[tree/protected-kind]: Namespace shop in us-1 would be deleted, and what depends on it with it.
  rendered
  namespace.yaml:5:25: Namespace shop no longer goes to us-1: not listed in placement.clusters
  5 |   placement: {clusters: [{name: eu-1}, {name: eu-2}]}
    |                         ----------------------------
  help: If that is meant, accept it with --accept 94e11c1d, or in fedc.yaml with guards: {accept: ["94e11c1d"]}.`,
  'tree/stale-acceptance': `$ fedc build --accept 3f9a1c20
warning[tree/stale-acceptance]: "3f9a1c20" is accepted, and nothing is deleted.
  --accept
  help: Remove it: a name stands for one set of deletions and is good for nothing else.`,
  'tree/too-many-deletions': `# cart.yaml and prices.yaml were removed
$ fedc build
error[tree/too-many-deletions]: 6 of 14 objects would be deleted, more than guards.maxDelete (20 %): ConfigMap shop/cart in 3 clusters, ConfigMap shop/prices in 3 clusters.
  rendered
  help: If that is meant, accept it with --accept d7c366b7, or in fedc.yaml with guards: {accept: ["d7c366b7"]}.`,
  'yaml/alias-limit': `error[yaml/alias-limit]: Aliases of this document expand to far more data than the document holds.
  shop/flags.yaml:9:24
  7 |     b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  8 |     c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  9 |     d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    |                        ^^
  help: Write the repeated parts out, or use fewer aliases of aliases.`,
  'yaml/ambiguous-scalar': `warning[yaml/ambiguous-scalar]: Plain off is read differently: as false by kubectl (and here), as the text "off" by kustomize and Flux.
  shop/settings.yaml:8:16
  6 |     spec:
  7 |       schedule: "0 3 * * *"
  8 |       suspend: off
    |                ^^^
  help: Quote it ('off') if the text is meant; write true or false if a boolean is meant.`,
  'yaml/depth-limit': `error[yaml/depth-limit]: This document is nested more than 200 levels deep.
  shop/deep.yaml:6:209
  4 | spec:
  5 |   template:
  6 | ...[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
    |                                  ^
  help: No Kubernetes object is nested so deeply; look for a generator gone wrong.`,
  'yaml/duplicate-key': `error[yaml/duplicate-key]: The key "apiVersion" stands twice in one mapping, first on line 1.
  shop/web.yaml:9:1
  7 |   placement:
  8 |     clusters: [{name: eu-1}]
  9 | apiVersion: types.kubefed.io/v1beta1
    | ^^^^^^^^^^
  help: Write \`---\` on a line of its own where the second object begins.`,
  'yaml/encoding': `error[yaml/encoding]: This text cannot be read: it has the character U+0007.
  shop/flags.yaml:6:25
  4 | spec:
  5 |   template:
  6 |     data: {banner: "ding\\u0007"}
    |                         ^^^^^^
  help: Save the file as UTF-8 without control characters.`,
  'yaml/syntax': `error[yaml/syntax]: This is not valid YAML: \`kubectl apply -f web.yaml --context host\` looks like a shell command.
  shop/web.yaml:10:1
   8 |   placement:
   9 |     clusters: [{name: eu-1}]
  10 | kubectl apply -f web.yaml --context host
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  The other document of this file was read; this one was not.
  help: Remove the line, or make it a comment with \`#\`.`,
  'yaml/template-syntax': `error[yaml/template-syntax]: {{ app_name }} is the syntax of a template language, not a value.
  shop/web.yaml:4:9
  2 | kind: FederatedDeployment
  3 | metadata:
  4 |   name: {{ app_name }}
    |         ^^^^^^^^^^^^^^
  help: Render the template first, or quote the text if the braces are meant literally.`,
  'yaml/too-large': `error[yaml/too-large]: This file has 15 MB; files over 10 MB are not read.
  shop/large.yaml:1:1
  1 | apiVersion: types.kubefed.io/v1beta1
    | ^
  help: Split the file.`,
  'yaml/unsupported': `error[yaml/unsupported]: kubectl refuses this, or readers of YAML disagree about it: a directive (a line that begins with \`%\`).
  shop/flags.yaml:1:1
  1 | %YAML 1.2
    | ^^^^^^^^^
  help: Write it in another way; quotes around a text always help.`,
};
