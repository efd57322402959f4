/** Plain manifests, compiled as if each were wrapped with the placement of its rule. */
import { typeOf } from './candidates.ts';
import { nameOf, namespaceOf, type SourceObject } from './documents.ts';
import { type FederatedObject, parsePlacement, readTemplate } from './federated.ts';
import { Problems } from './problems.ts';
import { hasUnknownPlacementField } from './unknown-fields.ts';
import { isAbsent, isMap, type Json, member } from './values.ts';
import type { World } from './world.ts';

/** Built-in kinds that the generator writes as plain objects. */
const builtIn: Readonly<Record<string, 'Namespaced' | 'Cluster'>> = {
  '/Namespace': 'Cluster',
  '/ConfigMap': 'Namespaced',
  'apps/Deployment': 'Namespaced',
  'rbac.authorization.k8s.io/ClusterRole': 'Cluster',
};

export function findPlainObjects(
  others: readonly SourceObject[],
  world: World,
  problems: Problems,
): FederatedObject[] {
  const { plainObjects } = world.config;
  const placements = plainObjects.map(({ placement }) => {
    const own = new Problems();
    const parsed = parsePlacement(placement, world, own);
    if (own.fails || !isSelectorShaped(placement['clusterSelector']))
      problems.error('config/invalid');
    if (hasUnknownPlacementField(placement)) problems.error('config/unknown-key');
    return parsed;
  });
  const found: FederatedObject[] = [];
  for (const source of others) {
    const row = plainObjects.findIndex(({ files }) =>
      files.some((glob) => matches(glob, source.path)),
    );
    const placement = placements[row];
    if (placement === undefined || typeOf(source, world) !== undefined) continue;
    const object = readPlain(source, world, problems);
    if (object !== undefined) found.push({ ...object, placement });
  }
  return found;
}

/** The schema of the configuration looks at types only; the rules of selectors come later. */
function isSelectorShaped(selector: Json | undefined): boolean {
  const labels = member(selector, 'matchLabels');
  const expressions = member(selector, 'matchExpressions');
  return (
    (isAbsent(labels) || (isMap(labels) && Object.values(labels).every(isText))) &&
    (isAbsent(expressions) || Array.isArray(expressions))
  );
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

function readPlain(
  source: SourceObject,
  world: World,
  problems: Problems,
): Omit<FederatedObject, 'placement'> | undefined {
  const { group, version, kind, object } = source;
  const isNamespaced = scopeOf(source, world) === 'Namespaced';
  const written = namespaceOf(object);
  const namespace = written === '' ? (world.config.defaultNamespace ?? '') : written;
  if (isNamespaced && namespace === '') {
    problems.error('kubefed/missing-namespace');
    return undefined;
  }
  return {
    path: source.path,
    type: { group: '', kind: '', target: { group, version, kind }, isNamespaced, isEnabled: true },
    namespace: isNamespaced ? namespace : '',
    name: nameOf(object),
    isNamespace: group === '' && kind === 'Namespace',
    template: readTemplate(object, problems),
    overrides: [],
  };
}

/** A kind that nothing tells of has the scope that its namespace suggests. */
function scopeOf(source: SourceObject, world: World): 'Namespaced' | 'Cluster' {
  const { group, kind, object } = source;
  const known = builtIn[`${group}/${kind}`];
  if (known !== undefined) return known;
  for (const type of [...world.types.values(), ...world.mappings.values()]) {
    const { target, isNamespaced } = type;
    if (target.group === group && target.kind === kind)
      return isNamespaced ? 'Namespaced' : 'Cluster';
  }
  return namespaceOf(object) === '' ? 'Cluster' : 'Namespaced';
}

/** Only the globs that the generator writes: a path, or a folder with `**`. */
function matches(glob: string, path: string): boolean {
  return glob.endsWith('/**') ? path.startsWith(glob.slice(0, -2)) : glob === path;
}
