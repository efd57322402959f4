/** A patch that could not be applied in; what to tell its author out. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { explainPatchFailure } from '../diagnostics/explain-patch-failure.ts';
import { writeText } from '../diagnostics/fix.ts';
import { createEditHistory } from '../kube/edit-history.ts';
import { applyJsonPatch, type PatchFailure } from '../kube/json-patch.ts';
import type { Edit, FederatedResource } from '../model/federated-resource.ts';
import { below, type Origin, pointerTokens } from '../model/source.ts';
import { isPlanned } from './remark-edits.ts';

const aboutIdentity: readonly PatchFailure['code'][] = [
  'identity-changed',
  'protected-path',
  'root',
];

/** The diagnostic of an edit that fails, once it is known in which clusters. */
export function failedEdit(
  resource: FederatedResource,
  edits: readonly Edit[],
  failure: PatchFailure,
): (clusters: readonly string[]) => Diagnostic {
  const { code, message: problem, index, step } = failure;
  const edit = edits[index];
  const at = edit === undefined ? resource.origin : placeOf(edit, resource);
  const { path = '', op = 'replace' } = edit ?? {};
  if (aboutIdentity.includes(code))
    return () => diagnose('override/protected-path', at, { path, problem });
  if (step === undefined || edit === undefined)
    return (clusters) => diagnose('override/path-not-found', at, { path, problem, clusters });
  return (clusters) => {
    const before = applyEdits(resource, edits.slice(0, index));
    const words = explainPatchFailure(before.value, { op, path, step });
    const { part, nearby, details, hint, corrected } = words;
    const related = before.placeOf(nearby.pointer);
    const args = { path, problem, clusters, stops: true, facts: details };
    return diagnose(
      'override/path-not-found',
      isPlanned(edit, resource) ? at : { ...at, part },
      hint === undefined ? args : { ...args, hint },
      {
        ...(related === undefined ? {} : { related: [{ at: related, label: nearby.label }] }),
        fix:
          corrected === undefined
            ? undefined
            : writeText(corrected, placesOf(path, resource, clusters), 'path'),
      },
    );
  };
}

/** Where a path was written in the overrides of some clusters. */
function placesOf(
  path: string,
  { overrides }: FederatedResource,
  clusters: readonly string[],
): readonly Origin[] {
  return overrides.flatMap(({ target, edits }) => {
    const isMeant =
      target.kind === 'names' && target.names.some(({ value }) => clusters.includes(value));
    return isMeant
      ? edits.filter((edit) => edit.path === path).map(({ origin }) => below(origin, 'path'))
      : [];
  });
}

function placeOf(edit: Edit, resource: FederatedResource): Origin {
  return isPlanned(edit, resource) ? edit.origin : below(edit.origin, 'path');
}

/** What the edits before the one that fails make of the template, and where its parts were written. */
function applyEdits({ template, templateOrigin }: FederatedResource, edits: readonly Edit[]) {
  const result = applyJsonPatch(template, edits, { dialect: edits[0]?.dialect ?? 'kubefed' });
  const history = createEditHistory(template);
  if (result.ok) for (const edit of result.edits) history.record(edit);
  return {
    value: result.ok ? result.value : template,
    placeOf(pointer: string): Origin | undefined {
      const source = history.sourceOf(pointer);
      const tokens = pointerTokens(source.pointer);
      if (source.edit === undefined) return { ...below(templateOrigin, ...tokens), on: 'key' };
      const edit = edits[source.edit];
      return edit && { ...below(edit.origin, 'value', ...tokens), on: 'key' };
    },
  };
}
