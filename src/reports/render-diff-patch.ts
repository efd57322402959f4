/** A comparison in, JSON patches out, each distinct one once. */
import { groupBy } from '../model/group-by.ts';
import { printJson } from '../model/print-json.ts';
import type { ObjectDifference } from './compare-fleets.ts';
import { createPatch, type PatchOperation } from './create-patch.ts';
import { identityOf } from './render-diff-json.ts';
import type { DiffReport } from './render-diff-text.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/**
 * `{"formatVersion", "against", "patches": [{"objects": [{"group", "kind", "namespace", "name", "clusters"}], "operations":
 * [RFC 6902]}]}` with a final line feed. A created object is added at the root, a deleted one removed there.
 */
export function renderDiffPatch({ difference, against }: DiffReport): string {
  const patched = difference.differences.map((each) => ({ each, operations: operationsOf(each) }));
  const groups = groupBy(patched, ({ operations }) => printJson(operations));
  const patches = Array.from(groups.values(), (group) => ({
    objects: group.map(({ each: { key, places } }) => ({
      ...identityOf(key),
      clusters: places.map(({ cluster }) => cluster),
    })),
    operations: group[0].operations,
  }));
  return `${printJson({ formatVersion, against, patches }, { indent: 2 })}\n`;
}

function operationsOf(difference: ObjectDifference): readonly PatchOperation[] {
  switch (difference.kind) {
    case 'created':
      return [{ op: 'add', path: '', value: difference.new }];
    case 'deleted':
      return [{ op: 'remove', path: '' }];
    case 'changed':
      return createPatch(difference.old, difference.new);
  }
}
