/** Sync options of Argo CD, on objects and in settings: reading them, and those by which it keeps an object. */
import { isObject, type JsonObject, type KubeObject } from '../../model/kube-object.ts';
import type { Guard } from '../../model/protection.ts';

const annotation = 'argocd.argoproj.io/sync-options';

/**
 * `Delete=confirm,Prune=confirm`: a person has to agree before Argo CD deletes the object. What the author wrote stays, also where it
 * says otherwise. argo-cd, docs/user-guide/sync-options.md.
 */
export const syncOptionsGuard: Guard = {
  annotation,
  valueFor: (metadata) => {
    const written = optionsOf(metadata);
    const missing = ['Delete', 'Prune'].filter((name) => listedOption(written, name) === undefined);
    if (missing.length === 0) return undefined;
    return [...written, ...missing.map((name) => `${name}=confirm`)].join(',');
  },
};

/** What an object says about an option; undefined if nothing. */
export function objectOption({ metadata }: KubeObject, name: string): string | undefined {
  return isObject(metadata) ? listedOption(optionsOf(metadata), name) : undefined;
}

/** What a list of options says about one; undefined if nothing. */
export function listedOption(options: readonly string[], name: string): string | undefined {
  return options.find((option) => nameOf(option) === name)?.slice(name.length + 1);
}

/** `base`, and `over` instead of those of the same name. */
export function mergeOptions(base: readonly string[], over: readonly string[]): readonly string[] {
  const replaced = new Set(over.map(nameOf));
  return [...base.filter((option) => !replaced.has(nameOf(option))), ...over];
}

function nameOf(option: string): string {
  return option.replace(/=[\s\S]*$/, '');
}

/** Argo CD trims white space around each. */
function optionsOf({ annotations }: JsonObject): readonly string[] {
  const text = isObject(annotations) ? annotations[annotation] : undefined;
  if (typeof text !== 'string') return [];
  return text
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '');
}
