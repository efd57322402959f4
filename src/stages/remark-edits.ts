/** The edits of one cluster and what each of them did in; what their author should know about them out. */
import { type Diagnostic, diagnose, type Related } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { createEditHistory, type EditHistory } from '../kube/edit-history.ts';
import { equalJson } from '../kube/equal.ts';
import type { AppliedEdit } from '../kube/json-patch.ts';
import type { Edit, FederatedResource } from '../model/federated-resource.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { below, type JsonPointer, originText, pointerTo, pointerTokens } from '../model/source.ts';

/** Something to say in all clusters with the same key; made once, with all of them. */
export type Say = (key: string, make: (clusters: readonly string[]) => Diagnostic) => void;

interface Context {
  readonly resource: FederatedResource;
  readonly edits: readonly Edit[];
  readonly applied: readonly AppliedEdit[];
  readonly history: EditHistory;
  readonly say: Say;
}

/**
 * Edits without effect, edits whose work a later one of the same cluster undoes, edits that undo what a replica preference
 * wrote, and edits that work otherwise than they look. What a replica preference wrote is not the author's edit.
 */
export function remarkEdits(
  resource: FederatedResource,
  edits: readonly Edit[],
  applied: readonly AppliedEdit[],
  say: Say,
): void {
  if (areApart(applied)) {
    if (applied.some((edit) => isRemarkable(edit, resource)))
      remarkEach({ resource, edits, applied, history: noHistory, say });
  } else
    remarkEach({ resource, edits, applied, history: createEditHistory(resource.template), say });
}

function remarkEach(context: Context): void {
  const { resource, edits, applied, history } = context;
  const alive = new Set<number>();
  // The history forgets what changed nothing; a count that the template has too is planned all the same.
  let keptPlan: number | undefined;
  for (const [index, edit] of edits.entries()) {
    const done = applied[index];
    if (done === undefined) continue;
    if (keptPlan !== undefined && holds(done, applied[keptPlan])) {
      remarkUndone(keptPlan, index, context);
      keptPlan = undefined;
    }
    if (done.noEffect && isPlanned(edit, resource)) keptPlan = index;
    else if (done.noEffect) remarkNoEffect(edit, done, context);
    for (const earlier of history.record(done)) {
      alive.delete(earlier);
      remarkUndone(earlier, index, context);
    }
    alive.add(index);
    remarkForm(edit, done, context);
  }
  remarkStamped(alive, context);
}

/** Few edits: of the others nothing is to be said if no other one touches their place. */
function isRemarkable(
  { noEffect, replaceAdds, oddIndex, pointer }: AppliedEdit,
  resource: FederatedResource,
): boolean {
  return noEffect || replaceAdds || oddIndex || mayBeStamped(pointer, resource);
}

function mayBeStamped(pointer: JsonPointer, { rules }: FederatedResource): boolean {
  return pointer.startsWith(labels) && Object.keys(rules.labels).length > 0;
}

/** Where the managed label stands. */
const labels = pointerTo('', 'metadata', 'labels');

/** Of edits that have nothing to do with each other: what one of them finds, the template wrote. */
const noHistory: EditHistory = {
  record: () => [],
  sourceOf: (pointer) => ({ edit: undefined, pointer }),
};

const mostCompared = 16;

/** True if no edit can touch what another one wrote, which saves keeping their history. */
function areApart(applied: readonly AppliedEdit[]): boolean {
  if (applied.length === 1) return true;
  if (applied.length > mostCompared) return false;
  for (const edit of applied) {
    const reach = reachOf(edit);
    for (const other of applied)
      if (other !== edit && isWithin(other.pointer, reach) && !isBefore(other, edit, reach))
        return false;
  }
  return true;
}

/** Every place that an edit may have written, removed or moved: items that come and go move others of their list. */
function reachOf({ pointer, effect }: AppliedEdit): JsonPointer {
  if (effect !== 'inserted' && effect !== 'removed') return pointer;
  const last = pointer.lastIndexOf('/');
  return effect === 'inserted' || isIndex(pointer.slice(last + 1))
    ? pointer.slice(0, last)
    : pointer;
}

/** True in an item before the one that comes or goes: such items stay where they are. */
function isBefore(
  { pointer: other }: AppliedEdit,
  { pointer }: AppliedEdit,
  list: JsonPointer,
): boolean {
  if (list === pointer || other.length === list.length) return false;
  const start = list.length + 1;
  const end = other.indexOf('/', start);
  const token = end < 0 ? other.slice(start) : other.slice(start, end);
  return isIndex(token) && Number(token) < Number(pointer.slice(start));
}

/** Of a mapping it may be a name all the same. */
function isIndex(token: string): boolean {
  return /^\d+$/.test(token);
}

function isWithin(pointer: JsonPointer, outer: JsonPointer): boolean {
  if (!pointer.startsWith(outer)) return false;
  return pointer.length === outer.length || pointer[outer.length] === '/';
}

/** True if an edit wrote or removed the place of another one, or what holds it. */
function holds(edit: AppliedEdit, other: AppliedEdit | undefined): boolean {
  return !edit.noEffect && other !== undefined && isWithin(other.pointer, edit.pointer);
}

/** True for what a replica preference wrote. */
export function isPlanned({ origin }: Edit, { replicas }: FederatedResource): boolean {
  if (replicas === undefined) return false;
  const { file, document, pointer } = below(replicas.origin, 'spec', 'totalReplicas');
  return origin.pointer === pointer && origin.file === file && origin.document === document;
}

function remarkNoEffect({ op, path, origin }: Edit, { pointer }: AppliedEdit, context: Context) {
  const { say } = context;
  const related = [whereItStands(pointer, context)];
  const reason = 'the value is there already';
  // Equal edits of many clusters have one cause: what the template says.
  const cause = context.history.sourceOf(pointer).edit === undefined ? '' : originText(origin);
  say(`no-effect ${op} ${path} ${cause}`, (clusters) =>
    diagnose('override/no-effect', below(origin, 'path'), { path, reason, clusters }, { related }),
  );
}

function whereItStands(pointer: string, { resource, edits, history }: Context): Related {
  const source = history.sourceOf(pointer);
  const edit = source.edit === undefined ? undefined : edits[source.edit];
  if (edit !== undefined) {
    if (isPlanned(edit, resource))
      return { at: edit.origin, label: 'the replica preference sets it' };
    const at = below(edit.origin, 'value', ...pointerTokens(source.pointer));
    return { at, label: 'this earlier edit sets it' };
  }
  const stamp = resource.stamps.find((each) => each.pointer === source.pointer);
  if (stamp?.origin !== undefined) return { at: stamp.origin, label: stamp.rule };
  const at = below(resource.templateOrigin, ...pointerTokens(source.pointer));
  return { at, label: 'the template says it already' };
}

/** A later edit left nothing of an earlier one. */
function remarkUndone(earlier: number, later: number, { resource, edits, applied, say }: Context) {
  const [lost, winner] = [edits[earlier], edits[later]];
  const done = applied[later];
  if (lost === undefined || winner === undefined || done === undefined) return;
  const at = below(winner.origin, 'path');
  const removes = done.effect === 'removed';
  if (isPlanned(lost, resource)) {
    if (keepsCount(lost, done)) return;
    const related = [{ at: lost.origin, label: 'this preference sets /spec/replicas' }];
    const { path } = winner;
    say(`replaces-replicas ${winner.op} ${path}`, (clusters) =>
      diagnose('override/replaces-replicas', at, { path, removes, clusters }, { related }),
    );
    return;
  }
  const { path } = lost;
  const planned = isPlanned(winner, resource);
  const label = removes ? 'this later edit removes it again' : 'this later edit overwrites it';
  const related = [
    planned ? { at: winner.origin, label: 'the replica preference sets it' } : { at, label },
  ];
  const args = { path, by: winner.path, removes };
  say(`shadowed ${lost.op} ${path} ${winner.op} ${winner.path}`, (clusters) =>
    diagnose('override/shadowed', below(lost.origin, 'path'), { ...args, clusters }, { related }),
  );
}

/** The value of an ancestor of /spec/replicas may hold the very count that was planned. */
function keepsCount(planned: Edit, { pointer, after }: AppliedEdit): boolean {
  const steps = pointerTokens(planned.path).slice(pointerTokens(pointer).length);
  let value: JsonValue | undefined = after;
  for (const step of steps) value = isObject(value) ? value[step] : undefined;
  return value !== undefined && planned.value !== undefined && equalJson(value, planned.value);
}

/** KubeFed v0.10, pkg/controller/sync/dispatch/managed.go: the label is set after the overrides. */
function remarkStamped(alive: ReadonlySet<number>, { resource, edits, applied, say }: Context) {
  const stamps = new Map(
    Object.entries(resource.rules.labels).map(([label, value]) => [
      pointerTo('', 'metadata', 'labels', label),
      { label, value },
    ]),
  );
  if (stamps.size === 0) return;
  for (const index of alive) {
    const [edit, done] = [edits[index], applied[index]];
    const stamp = stamps.get(done?.pointer ?? '');
    if (edit === undefined || done === undefined || stamp === undefined || done.noEffect) continue;
    const { op, path, origin } = edit;
    say(`stamped ${op} ${path}`, (clusters) =>
      diagnose('override/shadowed', below(origin, 'path'), { path, stamp, clusters }),
    );
  }
}

function remarkForm(
  edit: Edit,
  { noEffect, replaceAdds, oddIndex }: AppliedEdit,
  { resource, say }: Context,
): void {
  if (isPlanned(edit, resource)) return;
  const { op, path, origin } = edit;
  const at = below(origin, 'path');
  if (replaceAdds && !noEffect)
    say(`replace-adds ${op} ${path}`, (clusters) => {
      const near = nearMember(resource.template, path);
      const args = { path, clusters, ...(near === undefined ? {} : { nearest: near }) };
      return diagnose('override/replace-adds', at, args);
    });
  if (oddIndex)
    say(`odd-index ${path}`, () =>
      diagnose('override/odd-index', at, {
        path,
        problem: 'a negative index, a sign or a leading zero',
      }),
    );
}

/** The member of the template that a new one beside it may have meant. */
function nearMember(template: JsonValue, path: string): string | undefined {
  const tokens = pointerTokens(path);
  const name = tokens.pop() ?? '';
  const parent = tokens.reduce<JsonValue | undefined>((value, token) => {
    if (isArray(value)) return value.at(Number(token));
    return isObject(value) ? value[token] : undefined;
  }, template);
  return isObject(parent) ? nearest(name, Object.keys(parent))[0] : undefined;
}
