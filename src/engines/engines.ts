/** The engines there are. Another one is a file here, a line in this list, and its settings in schemas/config.schema.json. */
import type { Guard } from '../model/protection.ts';
import { argocd } from './argocd.ts';
import type { Engine } from './engine.ts';
import { fleet } from './fleet.ts';
import { flux } from './flux.ts';

/** Sorted by name. */
export const engines: readonly Engine[] = [argocd, fleet, flux];

/** What every engine understands: an object is kept whichever of them reads it, now or later. */
export const engineGuards: readonly Guard[] = engines.flatMap(({ guards }) => guards);

/** What people call the engine of a name. */
export function titleOfEngine(name: string): string {
  return engines.find((engine) => engine.name === name)?.title ?? name;
}
