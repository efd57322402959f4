/** Deletions in, text for people out: which objects would go from which clusters, and why. */
import { count, someOf } from '../diagnostics/entry.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { groupBy } from '../model/group-by.ts';
import { describeKey, type ObjectKey } from '../model/kube-object.ts';
import type { Absence } from '../tree/deletion-causes.ts';
import type { DeletedObject, Deletions } from '../tree/deletions.ts';

export interface DeletionReasons {
  /** Names of the clusters of the inventory. */
  readonly known: ReadonlySet<string>;
  readonly explain: (key: ObjectKey, cluster: string) => Absence | undefined;
}

const mostLines = 20;

/** A headline with the name of the plan, then a line for all objects that go from the same clusters for the same reason. */
export function renderDeletions(deletions: Deletions, reasons: DeletionReasons): string {
  const { name, objects, engineFiles } = deletions;
  const groups = groupBy(
    objects.map((object) => ({ object, reason: reasonsOf(object, reasons) })),
    ({ object, reason }) => `${object.clusters.join(',')} ${reason}`,
  );
  const sorted = [...groups.values()].toSorted((a, b) => pairsIn(b) - pairsIn(a));
  const rest = sorted.slice(mostLines).flat().length;
  return [
    `Plan ${name} deletes ${whatGoes(deletions)}:`,
    ...sorted.slice(0, mostLines).map(line),
    ...(rest > 0 ? [`  and ${count(rest, 'more object')}`] : []),
    ...(engineFiles.length > 0 ? [`  ${someOf(engineFiles, 4)}`] : []),
  ]
    .map((each) => `${visible(each)}\n`)
    .join('');
}

function whatGoes({ lost, before, clusters, engineFiles }: Deletions): string {
  const files = engineFiles.length === 0 ? [] : [count(engineFiles.length, 'engine file')];
  const isFilesOnly = lost === 0 && files.length > 0;
  const inAll = `${lost} of ${count(before, 'object')}, in ${count(clusters.size, 'cluster')}`;
  return [...(isFilesOnly ? [] : [inAll]), ...files].join(', and ');
}

interface Explained {
  readonly object: DeletedObject;
  readonly reason: string;
}

type Group = readonly [Explained, ...Explained[]];

function pairsIn([{ object }, ...others]: Group): number {
  return object.clusters.length * (others.length + 1);
}

function line(group: Group): string {
  const [{ object, reason }] = group;
  const { clusters } = object;
  const names = someOf(
    group.map((each) => describeKey(each.object.key)),
    4,
  );
  const where =
    clusters.length === 1
      ? `in ${clusters[0]}`
      : `in ${clusters.length} clusters (${someOf(clusters, 4)})`;
  return `  ${names}, ${where}: ${reason}`;
}

function reasonsOf({ key, clusters }: DeletedObject, { known, explain }: DeletionReasons): string {
  const found = clusters.map((cluster) => {
    if (!known.has(cluster)) return 'the cluster is no longer in the inventory';
    return explain(key, cluster)?.reason ?? 'no source makes it any more';
  });
  const different = [...new Set(found)];
  return different.length > 2 ? 'several reasons' : different.join('; ');
}
