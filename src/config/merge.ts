/** Two configurations in, one out: how flags win over variables, and variables over the file. */
import type { Config } from '../model/config.ts';
import { copyObject, isObject } from '../model/kube-object.ts';

/** Settings that are maps; their entries are single settings. */
const maps: readonly string[] = [
  'kubefed',
  'compatibility',
  'diagnostics',
  'guards',
  'replicas',
  'engines',
] satisfies readonly (keyof Config)[];

/** Maps of maps. */
const deepMaps: readonly string[] = ['engines'] satisfies readonly (keyof Config)[];

/**
 * `base` with every setting that `over` has. Maps (compatibility, diagnostics, kubefed, guards, replicas, engines and the maps
 * in it) are merged entry by entry; lists are replaced as a whole.
 */
export function mergeConfig(base: Config, over: Config): Config {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const depth = deepMaps.includes(name) ? 2 : maps.includes(name) ? 1 : 0;
    merged[name] = mergeMaps(merged[name], value, depth);
  }
  return merged;
}

function mergeMaps(base: unknown, over: unknown, depth: number): unknown {
  if (depth === 0 || !isObject(base) || !isObject(over)) return over;
  const merged: Record<string, unknown> = copyObject(base);
  for (const [key, value] of Object.entries(over))
    if (value !== undefined) merged[key] = mergeMaps(merged[key], value, depth - 1);
  return merged;
}
