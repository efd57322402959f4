/** A host that looks at trees of any size before it is asked, as the real one does at large ones. */
import type { Host } from '../../src/io/host.ts';
import { clustersWithLock } from '../../src/io/inspect-lock.ts';
import { countersSize, inspectNext, unlessThrown } from '../../src/io/inspection.ts';

/** The same host; a tree is inspected at once, so that what is found is as old as it can be. */
export function inspecting<T extends Host>(host: T): T {
  const inspectTree: Host['inspectTree'] = (folder) => {
    const clusters = unlessThrown(() => clustersWithLock(host, folder));
    if (clusters === undefined) return undefined;
    const counters = new SharedArrayBuffer(countersSize);
    const found = new Map(inspectNext(host, { folder, clusters, counters }));
    return { finish: () => found };
  };
  return Object.assign(host, { inspectTree });
}
