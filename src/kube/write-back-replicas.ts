/** Planned replicas and the overrides of an object in, the overrides as the controller rewrites them out. */
import type { Edit, Override } from '../model/federated-resource.ts';
import { below, type Origin } from '../model/source.ts';

/** An edit of the author in one cluster, and what was planned there. */
export interface OverruledEdit {
  readonly cluster: string;
  readonly planned: number;
  readonly edit: Edit;
}

export interface WrittenBack {
  readonly overrides: readonly Override[];
  /** Values of the author that the preference replaces by others. */
  readonly overruled: readonly OverruledEdit[];
  /** Edits that keep their `op: remove`, so that the count is removed again. */
  readonly removing: readonly OverruledEdit[];
}

const replicasPath = '/spec/replicas';

/**
 * KubeFed v0.10, pkg/schedulingtypes/plugin.go: in each planned cluster the first edit of /spec/replicas gets the
 * count, and keeps its op; else an edit without op (replace) is appended. In other clusters that edit is removed.
 */
export function writeBackReplicas(
  overrides: readonly Override[],
  counts: ReadonlyMap<string, number>,
  origin: Origin,
): WrittenBack {
  const overruled: OverruledEdit[] = [];
  const removing: OverruledEdit[] = [];
  const seen = new Set<string>();
  const rewritten = overrides.map((override) => {
    const cluster = clusterOf(override);
    if (cluster === undefined || seen.has(cluster)) return override;
    seen.add(cluster);
    const planned = counts.get(cluster);
    const index = override.edits.findIndex(({ path }) => path === replicasPath);
    const edit = override.edits[index];
    if (planned !== undefined && edit !== undefined)
      noteContradiction({ cluster, planned, edit }, overruled, removing);
    return { ...override, edits: rewriteEdits(override.edits, index, planned, origin) };
  });
  const added = [...counts]
    .filter(([cluster]) => !seen.has(cluster))
    .map(
      ([cluster, planned]): Override => ({
        target: { kind: 'names', names: [{ value: cluster, origin }], origin },
        edits: [plannedEdit(planned, origin)],
        origin,
      }),
    );
  return { overrides: [...rewritten, ...added], overruled, removing };
}

function clusterOf({ target }: Override): string | undefined {
  return target.kind === 'names' ? target.names[0]?.value : undefined;
}

function noteContradiction(
  item: OverruledEdit,
  overruled: OverruledEdit[],
  removing: OverruledEdit[],
): void {
  if (item.edit.op === 'remove') removing.push(item);
  else if (item.edit.value !== item.planned) overruled.push(item);
}

function rewriteEdits(
  edits: readonly Edit[],
  index: number,
  planned: number | undefined,
  origin: Origin,
): readonly Edit[] {
  if (planned === undefined) return edits.filter((_, position) => position !== index);
  const edit = edits[index];
  if (edit === undefined) return [...edits, plannedEdit(planned, origin)];
  const written =
    edit.op === 'remove' ? edit : { ...edit, value: planned, origin: plannedOrigin(origin) };
  return edits.with(index, written);
}

function plannedEdit(value: number, origin: Origin): Edit {
  return {
    kind: 'json-patch',
    dialect: 'kubefed',
    op: 'replace',
    path: replicasPath,
    value,
    origin: plannedOrigin(origin),
    isAppended: true,
  };
}

function plannedOrigin(origin: Origin): Origin {
  return below(origin, 'spec', 'totalReplicas');
}
