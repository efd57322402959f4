/** Rancher Fleet: what it is given beside the manifests. */
import type { Engine } from './engine.ts';
import { needRepository } from './need-repository.ts';

const title = 'Rancher Fleet';

export const fleet: Engine = {
  name: 'fleet',
  title,
  guards: [],
  emit: () => [],
  check: (fleet) => needRepository({ title }, fleet),
};
