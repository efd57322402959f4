/** A comparison in; out: the few lines that say which objects changed in which clusters. */
import { count } from '../diagnostics/entry.ts';
import { groupBy } from '../model/group-by.ts';
import { keyText } from '../model/kube-object.ts';
import type { FleetDifference, ObjectDifference } from './compare-fleets.ts';
import { fieldPathText } from './field-path.ts';
import { inClusters, nameOf } from './name-objects.ts';

const mostObjects = 20;
const mostFields = 5;

const signs = { deleted: '-', changed: '~', created: '+' } as const;

/**
 * `~ ConfigMap shop/web in 2 clusters: eu-1, eu-2`, with the paths of its fields below: one line per object, deleted ones
 * first, then changed ones, the widest first. Says so if nothing changed. Ends in a line feed.
 */
export function renderChanges({ differences }: FleetDifference): string {
  if (differences.length === 0) return 'no object changed\n';
  const objects = (['deleted', 'changed', 'created'] as const).flatMap((kind) =>
    objectsOf(differences.filter((difference) => difference.kind === kind)),
  );
  const rest = objects.slice(mostObjects);
  const more = rest.length === 0 ? [] : [`... and ${count(rest.length, 'more object')}`];
  return `${[...objects.slice(0, mostObjects).flat(), ...more].join('\n')}\n`;
}

/** The lines of each object, whose contents may differ between clusters. */
function objectsOf(differences: readonly ObjectDifference[]): string[][] {
  const groups = groupBy(differences, ({ key }) => keyText(key));
  return Array.from(groups.values(), (group) => {
    const clusters = group.flatMap(({ places }) => places.map(({ cluster }) => cluster)).sort();
    return { group, clusters };
  })
    .sort((a, b) => b.clusters.length - a.clusters.length)
    .map(({ group, clusters }) => {
      const [{ key, kind }] = group;
      return [
        `${signs[kind]} ${nameOf({ key, clusters })} ${inClusters(clusters)}`,
        ...fieldsOf(group),
      ];
    });
}

function fieldsOf(differences: readonly ObjectDifference[]): string[] {
  const all = differences.flatMap((each) => (each.kind === 'changed' ? each.fields : []));
  const paths = [...new Set(all.map(({ path }) => fieldPathText(path)))];
  const rest = paths.length - mostFields;
  return [
    ...paths.slice(0, mostFields).map((path) => `    ${path}`),
    ...(rest > 0 ? [`    ... and ${count(rest, 'more field')}`] : []),
  ];
}
