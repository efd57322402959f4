/** The options in; out: what `protect:` means for the objects that are finished. */
import type { Options } from '../model/config.ts';
import type { Protection } from '../model/protection.ts';
import { below } from '../model/source.ts';
import { engineGuards } from './engines.ts';

/** The kinds, where they were written, and how every engine is told. */
export function protectionOf({ protect: kinds, origin }: Options): Protection {
  const written = origin === undefined ? {} : { origin: below(origin, 'protect') };
  return { kinds, guards: engineGuards, ...written };
}
