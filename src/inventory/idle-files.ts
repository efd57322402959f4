/** The files of a repository in; out: what to say of those that are named as inventory and describe no cluster. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/entry.ts';
import { groupBy } from '../model/group-by.ts';
import type { KubeObject } from '../model/kube-object.ts';
import type { SourceFile, SourceObject } from '../model/source.ts';
import { clusterKindOf, inventoryForms } from './cluster-documents.ts';

/** A pattern of `inventory:` may take them too, and they are no manifests. */
const kustomization = /(?:^|\/)[Kk]ustomization(?:\.ya?ml)?$/;

/** Comments, document marks, and the List that kubectl prints when it found nothing. */
const nothing = /^(?:\s|#.*|---|\.\.\.)*$/;
const emptyList = /\bitems["']?\s*:\s*\[\s*\]/;

/** inventory/invalid for each; where a file did not parse that is enough said. */
export function idleFiles(
  files: readonly SourceFile[],
  objects: readonly SourceObject[],
): readonly Diagnostic[] {
  const named = files.filter(({ role, path }) => role === 'inventory' && !kustomization.test(path));
  if (named.length === 0) return [];
  const found = groupBy(
    objects.filter(({ role }) => role === 'inventory'),
    ({ origin }) => origin.file,
  );
  return named.flatMap((file) => idleFile(file, found.get(file.path) ?? []));
}

function idleFile({ path, text }: SourceFile, sources: readonly SourceObject[]): Diagnostic[] {
  const objects = sources.map(({ object }) => object);
  const isUnread = objects.length === 0 && !nothing.test(text) && !emptyList.test(text);
  if (isUnread || objects.some((object) => clusterKindOf(object) || isOwn(object))) return [];
  const held = objects.length === 0 ? 'it is empty' : `it holds ${describeObjects(objects)}`;
  const problem = `${path} is named as inventory and describes no cluster: ${held}.`;
  return [diagnose('inventory/invalid', { file: path }, { problem, hint: hintFor(objects) })];
}

function hintFor(objects: readonly KubeObject[]): string {
  if (objects.some(({ kind }) => kind === 'Secret'))
    return 'A cluster Secret of Argo CD has the label `argocd.argoproj.io/secret-type: cluster`.';
  if (objects.some(({ kind }) => kind === undefined))
    return 'Every object needs apiVersion and kind, those of a list too, as `kubectl get -o yaml` prints them.';
  return `A cluster is described by ${inventoryForms}.`;
}

/** What is wrong with an object of our own group is said of the object. */
function isOwn({ apiVersion }: KubeObject): boolean {
  return typeof apiVersion === 'string' && /^fedc(?:\/|$)/.test(apiVersion);
}

function describeObjects(objects: readonly KubeObject[]): string {
  const kinds = groupBy(objects, ({ apiVersion, kind }) =>
    typeof kind === 'string' && typeof apiVersion === 'string'
      ? `${kind} (${apiVersion})`
      : 'object without apiVersion and kind',
  );
  return someOf(Array.from(kinds, ([title, { length }]) => `${length} ${title}`));
}
