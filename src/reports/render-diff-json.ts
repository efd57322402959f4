/** A comparison in, JSON for programs out. */
import type { JsonValue, ObjectKey } from '../model/kube-object.ts';
import { printJson } from '../model/print-json.ts';
import type { FieldChange } from './diff-objects.ts';
import { fieldPathText, type PathStep } from './field-path.ts';
import { groupChanges } from './group-changes.ts';
import type { DiffReport } from './render-diff-text.ts';
import { summarizeChanges } from './summarize-changes.ts';

/** Members may be added within a version; a reader ignores those it does not know. */
const formatVersion = '1.0';

/**
 * `{"formatVersion", "against", "notes", "summary", "changes": [{"kind", "objects": [{"group", "kind", "namespace", "name",
 * "clusters"}], "fields": [{"kind", "path", "steps", "old", "new"}]}]}` with a final line feed. Nothing is cut.
 */
export function renderDiffJson({ difference, against, notes }: DiffReport): string {
  const changes = groupChanges(difference.differences).map(({ kind, objects, fields }) => ({
    kind,
    objects: objects.map(({ key, clusters }) => ({ ...identityOf(key), clusters })),
    fields: fields.map(fieldOf),
  }));
  const summary = summarizeChanges(difference);
  return `${printJson({ formatVersion, against, notes, summary, changes }, { indent: 2 })}\n`;
}

/** The members of a key in their usual order. */
export function identityOf({ group, kind, namespace, name }: ObjectKey): ObjectKey {
  return { group, kind, namespace, name };
}

function fieldOf(change: FieldChange): Readonly<Record<string, unknown>> {
  const values: { old?: JsonValue; new?: JsonValue } = {
    ...('old' in change ? { old: change.old } : {}),
    ...('new' in change ? { new: change.new } : {}),
  };
  const { kind, path } = change;
  return { kind, path: fieldPathText(path), steps: path.map(stepOf), ...values };
}

/** A member's name, a place in a list, or what tells an item apart. */
function stepOf(step: PathStep): unknown {
  switch (step.kind) {
    case 'member':
      return step.name;
    case 'index':
      return step.index;
    case 'item':
      return { key: step.key, value: step.value };
  }
}
