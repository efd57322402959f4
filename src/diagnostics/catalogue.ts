/** Every code there is, with its severity, its words and its page. A code is never renamed and never reused. */
import { engineCodes } from './catalogue/engine.ts';
import { argocdCodes } from './catalogue/engine-argocd.ts';
import { fleetCodes } from './catalogue/engine-fleet.ts';
import { fluxCodes } from './catalogue/engine-flux.ts';
import { hostCodes } from './catalogue/host.ts';
import { inventoryCodes } from './catalogue/inventory.ts';
import { kubefedCodes } from './catalogue/kubefed.ts';
import { kubefedTypeCodes } from './catalogue/kubefed-types.ts';
import { outputCodes } from './catalogue/output.ts';
import { overrideCodes } from './catalogue/override.ts';
import { placementCodes } from './catalogue/placement.ts';
import { replicasCodes } from './catalogue/replicas.ts';
import { treeCodes } from './catalogue/tree.ts';
import { yamlCodes } from './catalogue/yaml.ts';
import type { CatalogueEntry } from './entry.ts';

export const catalogue = {
  ...hostCodes,
  ...yamlCodes,
  ...inventoryCodes,
  ...kubefedTypeCodes,
  ...kubefedCodes,
  ...placementCodes,
  ...replicasCodes,
  ...overrideCodes,
  ...outputCodes,
  ...treeCodes,
  ...engineCodes,
  ...argocdCodes,
  ...fleetCodes,
  ...fluxCodes,
};

/** `area/what`. */
export type Code = keyof typeof catalogue;

/** The facts a code is made from. */
export type ArgsOf<C extends Code> =
  (typeof catalogue)[C] extends CatalogueEntry<infer Args> ? Args : never;
