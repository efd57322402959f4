/** Argo CD: what it is given beside the manifests. */
import type { Engine } from './engine.ts';
import { needRepository } from './need-repository.ts';

const title = 'Argo CD';

export const argocd: Engine = {
  name: 'argocd',
  title,
  guards: [],
  emit: () => [],
  check: (fleet) => needRepository({ title }, fleet),
};
