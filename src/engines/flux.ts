/** Flux: what it is given beside the manifests. */
import type { Engine } from './engine.ts';
import { needRepository } from './need-repository.ts';

const title = 'Flux';

export const flux: Engine = {
  name: 'flux',
  title,
  guards: [],
  emit: () => [],
  check: (fleet) => needRepository({ title }, fleet),
};
