/** Pointers into sources in, files and lines out. */
import type { Origin } from '../model/source.ts';
import type { SourcePlace } from '../reports/cluster-view.ts';
import { createOriginLocator } from './origin-locator.ts';

/** Finds places; each file is read once. What cannot be located keeps its file alone. */
export function createPlaceFinder(
  textOf: (file: string) => string | undefined,
): (origin: Origin) => SourcePlace {
  const locate = createOriginLocator(textOf);
  return (origin) => {
    const line = locate(origin)?.line;
    return line === undefined ? { file: origin.file } : { file: origin.file, line };
  };
}
