/** The Applications in; out: those whose files are too many bytes for Argo CD, and objects that client-side apply cannot hold. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { describeKey } from '../../model/kube-object.ts';
import type { Variant } from '../../model/variant.ts';
import { createManifestSizes, type ManifestSizes } from '../../tree/manifest-sizes.ts';
import type { Fleet } from '../engine.ts';
import type { Application } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';
import { listedOption, objectOption } from './sync-options.ts';

/** argo-cd, docs/operator-manual/argocd-cmd-params-cm.yaml: reposerver.max.combined.directory.manifests.size. */
const largestApplication = 10_000_000;
/** Kubernetes, apimachinery pkg/api/validation: all annotations of an object. */
const largestAnnotations = 256 * 1024;

/** `engine/argocd-application-too-large`, one report for all; `engine/argocd-object-too-large`, one per source object. */
export function checkSizes(
  fleet: Fleet,
  settings: ArgocdSettings,
  applications: readonly Application[],
  variants: readonly Variant[],
): readonly Diagnostic[] {
  const sizes = createManifestSizes();
  return [
    ...largeApplications(fleet, applications, sizes),
    ...largeObjects(variants, settings, sizes),
  ];
}

function largeApplications(
  { settingAt }: Fleet,
  applications: readonly Application[],
  sizes: ManifestSizes,
): readonly Diagnostic[] {
  const large = applications.flatMap(({ name, folders }) => {
    const variants = folders.flatMap(({ files }) => files.map(({ variant }) => variant));
    const bytes = sizes.filesOver(variants, largestApplication);
    return bytes === undefined ? [] : [{ name, bytes }];
  });
  if (large.length === 0) return [];
  const args = { applications: large, limit: largestApplication };
  return [diagnose('engine/argocd-application-too-large', settingAt('applications'), args)];
}

/** Client-side apply writes the object into an annotation of itself. */
function largeObjects(
  variants: readonly Variant[],
  settings: ArgocdSettings,
  sizes: ManifestSizes,
): readonly Diagnostic[] {
  const reported = new Set<string>();
  return variants.flatMap((variant) => {
    if (!isAppliedByClient(variant, settings)) return [];
    const bytes = sizes.jsonOver(variant, largestAnnotations);
    if (bytes === undefined) return [];
    const object = describeKey(variant.key);
    if (reported.has(object)) return [];
    reported.add(object);
    const args = { object, bytes, limit: largestAnnotations };
    return [diagnose('engine/argocd-object-too-large', variant.origin, args)];
  });
}

/** What the object says counts more than the Application; Replace=true needs no annotation. */
function isAppliedByClient({ object }: Variant, settings: ArgocdSettings): boolean {
  const { serverSideApply, syncOptions } = settings;
  const optionOf = (name: string) => objectOption(object, name) ?? listedOption(syncOptions, name);
  if (optionOf('Replace') === 'true') return false;
  const option = optionOf('ServerSideApply');
  return option === undefined ? !serverSideApply : option !== 'true';
}
