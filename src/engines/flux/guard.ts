/** How Flux is told to keep an object. */
import { isObject, type JsonObject } from '../../model/kube-object.ts';
import type { Guard } from '../../model/protection.ts';

const annotation = 'kustomize.toolkit.fluxcd.io/prune';

/** fluxcd/pkg, ssa/utils/meta.go, AnyInMetadata: `disabled` in whatever case, as a label or as an annotation. */
export const keepGuard: Guard = {
  annotation,
  valueFor: (metadata) => (isKept(metadata) ? undefined : 'disabled'),
};

function isKept(metadata: JsonObject): boolean {
  return [metadata['labels'], metadata['annotations']].some((texts) => {
    const value = isObject(texts) ? texts[annotation] : undefined;
    return typeof value === 'string' && value.toLowerCase() === 'disabled';
  });
}
