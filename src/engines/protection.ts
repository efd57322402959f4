/** The options in; out: what `protect:` means for the objects that are finished. */
import type { Options } from '../model/config.ts';
import { below, type Origin } from '../model/source.ts';
import type { EngineGuard } from './engine.ts';
import { engineGuards } from './engines.ts';

/** The kinds, where they were written, and how every engine is told. */
export function protectionOf({ protect: kinds, origin }: Options): {
  readonly kinds: readonly string[];
  readonly guards: readonly EngineGuard[];
  readonly origin?: Origin;
} {
  const written = origin === undefined ? {} : { origin: below(origin, 'protect') };
  return { kinds, guards: engineGuards, ...written };
}
