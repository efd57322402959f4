/** kubefed/*: the objects of the KubeFed dialect. */

import { count, entry, someOf } from '../entry.ts';
import { quote } from '../quote.ts';

export const kubefedCodes = {
  'kubefed/invalid-object': entry<{
    readonly title: string;
    readonly problem: string;
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ title, problem }) => `${title}: ${problem}.`,
    help: ({ hint }) => hint,
    title: 'A KubeFed object has a wrong or missing member',
    page: 'A member of a KubeFed object has the wrong type, or a required one is missing. The API server would refuse it, or the controller would fail.',
    remedy: 'Correct the member that the message names.',
  }),
  'kubefed/template-label-not-text': entry<{
    readonly title: string;
    readonly label: string;
    readonly isAnnotation: boolean;
    readonly value: string;
  }>({
    severity: 'error',
    message: ({ title, label, isAnnotation, value }) =>
      isAnnotation
        ? `${title}: the annotation ${label} is ${value}, and annotations must be text.`
        : `${title}: the label ${label} is ${value}, and labels must be text.`,
    help: ({ value }) => `Write it in quotes: "${value}".`,
    title: 'A label or annotation of a template is not text',
    page: 'One label that is not text makes the controller lose all labels of the object, and API servers refuse it; the same holds for annotations.',
    remedy: 'Write the value in quotes: `version: "2"`.',
  }),
  'kubefed/propagation-disabled': entry<{
    readonly kind: string;
    readonly objects: number;
    readonly isOmitted: boolean;
  }>({
    severity: 'error',
    message: ({ kind, objects, isOmitted }) =>
      isOmitted
        ? `The FederatedTypeConfig of ${kind} says propagation: Disabled; ${count(objects, 'object')} ${objects === 1 ? 'is' : 'are'} left out of the output.`
        : `The FederatedTypeConfig of ${kind} says propagation: Disabled, and ${count(objects, 'object')} of it ${objects === 1 ? 'is' : 'are'} in the repository.`,
    help: () =>
      'Write propagation: Enabled, delete the objects, or set compatibility.disabledType to omit or write.',
    title: 'Objects of a type whose propagation is disabled',
    page: 'KubeFed leaves what is deployed untouched when a type is disabled. Leaving the files out would delete it, writing them would change it; so you decide.',
    remedy:
      'Set `propagation: Enabled`, delete the objects, or say what to do with them by the row below.',
    row: 'disabledType',
  }),
  'kubefed/misplaced-field': entry<{
    readonly title: string;
    readonly field: string;
    /** spec has the field as well. */
    readonly isSecond: boolean;
  }>({
    severity: 'error',
    message: ({ title, field }) =>
      `${title}: ${quote(field)} stands outside "spec", where nothing reads it.`,
    mark: () => 'belongs under spec',
    why: ({ field, isSecond }) => {
      if (isSecond) return `spec.${field} is there as well, and only that one counts.`;
      return field === 'placement'
        ? 'Without it the object has no placement, so it would go nowhere.'
        : 'Without it every cluster would get the template as it is.';
    },
    help: ({ field, isSecond }) =>
      isSecond
        ? `Remove it, or merge it into spec.${field}.`
        : `Move it, with all its lines, under spec, so that it becomes spec.${field}.`,
    title: 'placement or overrides stand beside spec',
    page: '`placement` and `overrides` belong under `spec`. Beside it KubeFed ignores them: the object goes nowhere, or is the same in every cluster.',
    remedy: 'Indent the field, so that it stands under `spec`.',
    row: 'misplacedPlacement',
  }),
  'kubefed/unknown-field': entry<{
    readonly title: string;
    readonly field: string;
    readonly nearest: readonly string[];
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ title, field }) =>
      `${title}: ${quote(field)} is no field here, and the API server would drop it without a word.`,
    help: ({ nearest, hint }) =>
      hint ?? (nearest[0] === undefined ? 'Remove it.' : `Did you mean ${quote(nearest[0])}?`),
    title: 'A field that the API server would drop',
    page: 'Outside the template, unknown fields are pruned silently by the API server; so a misspelt `placment` becomes "no placement", that is, no clusters. `weight` beside a cluster name is only a warning: it never did harm, and belongs in a ReplicaSchedulingPreference.',
    remedy: 'Correct the spelling, or move or remove the field, as the help of the report says.',
    level:
      'An error in `mode: gitops` and a warning in `mode: kubefed`; no other setting changes that.',
  }),
  'kubefed/missing-namespace': entry<{ readonly title: string }>({
    severity: 'error',
    message: ({ title }) => `${title} has no metadata.namespace.`,
    help: () =>
      'Write it, or set defaultNamespace in fedc.yaml for all files that were applied with kubectl -n.',
    title: 'A namespaced object has no namespace',
    page: 'A namespaced object needs a namespace. Files that were always applied with `kubectl -n NAME` get theirs from `defaultNamespace`.',
    remedy: 'Write `metadata.namespace`, or set `defaultNamespace` in fedc.yaml.',
  }),
  'kubefed/old-group': entry<{
    readonly group: string;
    readonly current: string;
    readonly objects: number;
  }>({
    severity: 'warning',
    message: ({ group, current, objects }) =>
      `${group} is the old name of ${current}; ${count(objects, 'object')} ${objects === 1 ? 'is' : 'are'} read as such.`,
    help: ({ current }) => `Write ${current}.`,
    title: 'An API group is written by its old name',
    page: 'The API groups of KubeFed were renamed twice: `*.federation.k8s.io`, then `*.kubefed.k8s.io`, then `*.kubefed.io`. The objects are read as if the new name stood there.',
    remedy: 'Write the new group.',
  }),
  'kubefed/old-shape': entry<{
    readonly title: string;
    readonly what: string;
    readonly hint?: string;
  }>({
    severity: 'warning',
    message: ({ title, what }) => `${title}: ${what}.`,
    help: ({ hint }) => hint,
    title: 'A form of an early release of KubeFed',
    page: 'A form of an early release: `clusterNames`, dotted override paths, group and version pairs that never existed, or the three-object form (FederatedX, FederatedXPlacement, FederatedXOverride). What can be read as meant is, with a warning, unless `oldShapes: refuse`; the three-object form is an error.',
    remedy: 'Write it in the present form; the help of the report shows it.',
    row: 'oldShapes',
  }),
  'kubefed/wrong-group': entry<{
    readonly title: string;
    readonly group: string;
    readonly right: string;
  }>({
    severity: 'warning',
    message: ({ title, group, right }) =>
      `${title} is written in group ${group}; the kind belongs to ${right} and is read as such.`,
    help: ({ right }) => `Write apiVersion: ${right}.`,
    title: 'A kind is written in the wrong API group',
    page: 'FederatedTypeConfig, KubeFedCluster and KubeFedConfig belong to core.kubefed.io, ReplicaSchedulingPreference to scheduling.kubefed.io. In another group an API server would refuse them.',
    remedy: 'Write the `apiVersion` that the help of the report names.',
  }),
  'kubefed/not-static': entry<{ readonly title: string; readonly hint?: string }>({
    severity: 'warning',
    message: ({ title }) =>
      `${title} made DNS records from the live state of clusters; that cannot be compiled, and nothing is done with it.`,
    help: ({ hint }) =>
      hint ?? 'Use ExternalDNS or a multi-cluster service in the clusters, and remove the object.',
    title: 'DNS kinds cannot be compiled, nothing is done',
    page: 'The multiclusterdns kinds (Domain, ServiceDNSRecord, IngressDNSRecord, DNSEndpoint) were removed from KubeFed in v0.7.0. Their results depend on load balancers that only exist in running clusters.',
    remedy: 'Remove the objects, and use ExternalDNS or a multi-cluster service in the clusters.',
  }),
  'kubefed/no-such-kind': entry<{
    readonly kind: string;
    readonly apiVersion: string;
    readonly instead: string;
  }>({
    severity: 'warning',
    message: ({ kind, apiVersion }) =>
      `KubeFed never had a kind ${kind} (${apiVersion}); nothing is done with it.`,
    help: ({ instead }) => instead,
    title: 'A kind that KubeFed never had',
    page: 'The kind is written in a group of KubeFed, but no release had it, so it never did anything.',
    remedy: 'Use the kind that the help of the report names, or remove the object.',
  }),
  'kubefed/template-annotations': entry<{
    readonly title: string;
    readonly annotations: readonly string[];
  }>({
    severity: 'warning',
    message: ({ title, annotations }) =>
      `${title}: the annotations of the template (${someOf(annotations, 3)}) are dropped, as the controller does.`,
    help: () => 'Set them by overrides, or set compatibility.templateAnnotations to keep.',
    title: 'Annotations of a template are dropped',
    page: 'KubeFed drops the annotations of a template (event AnnotationsNotSupported). In `mode: gitops` they are kept.',
    remedy:
      'Set the annotations by overrides, as KubeFed needs it, or let the template keep them by the row below.',
    row: 'templateAnnotations',
  }),
  'kubefed/template-finalizers': entry<{
    readonly title: string;
    readonly finalizers: readonly string[];
  }>({
    severity: 'warning',
    message: ({ title, finalizers }) =>
      `${title}: the finalizers of the template (${someOf(finalizers, 3)}) are dropped, as the controller does.`,
    help: () => 'Remove them from the template, or set compatibility.templateFinalizers to keep.',
    title: 'Finalizers of a template are dropped',
    page: 'Finalizers belong to the controllers of each cluster. KubeFed drops them from a template (event FinalizersNotSupported).',
    remedy: 'Remove them from the template.',
    row: 'templateFinalizers',
  }),
  'kubefed/template-name': entry<{ readonly title: string; readonly problem: string }>({
    severity: 'warning',
    message: ({ title, problem }) => `${title}: ${problem}.`,
    help: () => 'Remove it.',
    title: 'What a template says about its identity is ignored',
    page: 'Name, namespace and kind of the result always come from the federated object and its type. What the template says about them (or a namespace on an object that has none) has no influence.',
    remedy: 'Remove it from the template. If another name is meant, rename the federated object.',
  }),
  'kubefed/server-made-field': entry<{ readonly title: string; readonly field: string }>({
    severity: 'warning',
    message: ({ title, field }) =>
      `${title}: ${field} was given by one API server; in other clusters it will be refused or clash.`,
    help: () => 'Remove it from the template.',
    title: 'A template holds a value of one live cluster',
    page: 'Fields such as clusterIP, nodePort, volumeName or the generated selector of a Job belong to the cluster the object was exported from. They are kept as written.',
    remedy:
      'Remove the field from the template, and set it by an override where one cluster needs it.',
  }),
  'kubefed/server-field': entry<{ readonly title: string; readonly fields: readonly string[] }>({
    severity: 'note',
    message: ({ title, fields }) =>
      `${title}: ${someOf(fields)} of the template ${fields.length === 1 ? 'is' : 'are'} dropped.`,
    help: () => 'They come from an export of a live object and mean nothing in a file.',
    title: 'Fields of a live object are dropped from a template',
    page: 'Status, uid, resourceVersion and the like describe one live object and come from an export. They mean nothing in a file, and some of them make the API server refuse it. A `generateName` beside a name is dropped as well.',
    remedy: 'Remove them from the template.',
    row: 'serverFields',
  }),
  'kubefed/deletion-annotation': entry<{ readonly title: string; readonly annotation: string }>({
    severity: 'note',
    message: ({ title, annotation }) =>
      `${title}: ${annotation} speaks to the KubeFed controller and has no effect on the output.`,
    help: () =>
      'Leave it as long as the controller runs; the GitOps engine has its own rules for deletion.',
    title: 'An annotation that only the controller obeys',
    page: '`kubefed.io/orphan` and `kubefed.io/deleteoption` say what the controller does when the federated object is deleted. Files know no deletion; the GitOps engine has its own rules.',
    remedy:
      'Remove it once KubeFed is gone, and use the rule of the engine: `Prune=false` in Argo CD, `prune: disabled` in Flux.',
  }),
  'kubefed/out-of-scope': entry<{ readonly objects: number; readonly reasons: readonly string[] }>({
    severity: 'note',
    message: ({ objects, reasons }) =>
      `${count(objects, 'object')} ${objects === 1 ? 'is' : 'are'} not propagated: ${reasons.join('; ')}.`,
    help: () =>
      'Set compatibility.kubefedConfig to ignore if the KubeFedConfig should have no influence.',
    title: 'The KubeFedConfig keeps objects from being propagated',
    page: 'The KubeFedConfig of the repository limits what is propagated: a namespace-scoped control plane only looks at its own namespace and at no cluster-scoped types, and a disabled feature gate switches its feature off.',
    remedy:
      'Nothing, if the control plane is meant to be limited. If the KubeFedConfig should have no influence, use the row below.',
    row: 'kubefedConfig',
  }),
};
