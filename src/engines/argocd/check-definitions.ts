/** The Applications in; out: CustomResourceDefinitions in another Application than the objects of their kind. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { isObject } from '../../model/kube-object.ts';
import type { Variant } from '../../model/variant.ts';
import type { Application } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';
import { listedOption, objectOption } from './sync-options.ts';

const skipOption = 'SkipDryRunOnMissingResource';

/** A definition with those of its objects that are elsewhere. */
interface Apart {
  readonly definition: Variant;
  /** The Application of the definition, in the first cluster. */
  readonly application: string;
  /** Those of the objects, by cluster. */
  readonly others: Map<string, Set<string>>;
}

/**
 * `engine/argocd-definition-apart`, once per definition, placed on it. In one Application Argo CD orders the two itself; of two it does not
 * know which comes first, and its dry run fails on a kind that the cluster does not have yet. argo-cd, docs/user-guide/sync-options.md.
 */
export function checkDefinitions(
  { applications: unit, syncOptions }: ArgocdSettings,
  applications: readonly Application[],
  variants: readonly Variant[],
): readonly Diagnostic[] {
  if (unit === 'cluster' || listedOption(syncOptions, skipOption) === 'true') return [];
  // A tree has millions of files, and few of them if any are definitions.
  if (!variants.some((variant) => definedKind(variant) !== undefined)) return [];
  const apart = new Map<string, Apart>();
  for (const ofCluster of byCluster(applications)) collect(ofCluster, apart);
  return [...apart.values()].flatMap(describe);
}

function describe({ definition, application, others }: Apart): readonly Diagnostic[] {
  const [first] = others.values();
  if (first === undefined) return [];
  const args = {
    definition: definition.key.name,
    application,
    others: [...first],
    clusters: others.size,
  };
  return [diagnose('engine/argocd-definition-apart', definition.origin, args)];
}

function byCluster(applications: readonly Application[]): readonly (readonly Application[])[] {
  const groups = new Map<string, Application[]>();
  for (const application of applications) {
    const group = groups.get(application.cluster.name);
    if (group === undefined) groups.set(application.cluster.name, [application]);
    else group.push(application);
  }
  return [...groups.values()];
}

/** Adds what one cluster has. */
function collect(applications: readonly Application[], apart: Map<string, Apart>): void {
  const here = new Map<string, string>();
  for (const { application, variant } of filesOf(applications)) {
    const kind = definedKind(variant);
    if (kind === undefined) continue;
    here.set(kind, application);
    if (!apart.has(kind)) apart.set(kind, { definition: variant, application, others: new Map() });
  }
  if (here.size === 0) return;
  for (const { application, cluster, variant } of filesOf(applications)) {
    const kind = `${variant.key.group}/${variant.key.kind}`;
    const home = here.get(kind);
    if (home === undefined || home === application) continue;
    if (objectOption(variant.object, skipOption) === 'true') continue;
    const others = apart.get(kind)?.others;
    others?.set(cluster.name, (others.get(cluster.name) ?? new Set()).add(application));
  }
}

function* filesOf(applications: readonly Application[]) {
  for (const { name, cluster, folders } of applications)
    for (const { files } of folders)
      for (const { variant } of files) yield { application: name, cluster, variant };
}

/** `GROUP/KIND` of what a CustomResourceDefinition defines. */
function definedKind({ key, object: { spec } }: Variant): string | undefined {
  if (key.kind !== 'CustomResourceDefinition' || key.group !== 'apiextensions.k8s.io') return;
  const names = isObject(spec) ? spec['names'] : undefined;
  const kind = isObject(names) ? names['kind'] : undefined;
  const group = isObject(spec) ? spec['group'] : undefined;
  return typeof kind === 'string' && typeof group === 'string' ? `${group}/${kind}` : undefined;
}
