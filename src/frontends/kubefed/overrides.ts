/** `spec.overrides` in, the edits of each cluster out, with the checks that the controller makes on the whole list. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../../diagnostics/fix.ts';
import { applyJsonPatch } from '../../kube/json-patch.ts';
import type { Edit, Override, PatchOp } from '../../model/federated-resource.ts';
import {
  copyObject,
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../../model/kube-object.ts';
import { below, type Origin } from '../../model/source.ts';

export interface OverrideRules {
  /** Numbers pass through a 64-bit float, as in the controller. */
  readonly float64: boolean;
  /** v1alpha1 files: dotted paths are read as meant (`accept`) or are errors (`refuse`); undefined elsewhere. */
  readonly dottedPaths: 'accept' | 'refuse' | undefined;
  /** What the edits apply to; a path is only repaired where it then leads somewhere. */
  readonly template?: JsonObject | undefined;
}

/** KubeFed v0.10, pkg/controller/util/overrides.go: entries in order, one per cluster; an absent op is replace. */
export function readOverrides(
  value: JsonValue | undefined,
  title: string,
  origin: Origin,
  rules: OverrideRules,
): Outcome<readonly Override[]> {
  const diagnostics: Diagnostic[] = [];
  const overrides: Override[] = [];
  const context = { title, rules, diagnostics };
  const entries = isArray(value) ? value : [];
  const seen = isEachOnce(entries) ? undefined : new Map<string, Origin>();
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (!isObject(entry)) continue;
    const at = below(origin, index);
    const cluster = clusterOf(entry);
    const nameAt = entry['clusterName'] === undefined ? at : below(at, 'clusterName');
    const earlier = seen?.get(cluster);
    if (earlier !== undefined) {
      diagnostics.push(
        diagnose(
          'override/duplicate-cluster',
          nameAt,
          { cluster },
          { related: [{ at: earlier, label: 'the first entry' }] },
        ),
      );
    }
    const edits = readUsualEdits(entry, at, context) ?? readEdits(entry, cluster, at, context);
    if (earlier !== undefined) continue;
    seen?.set(cluster, nameAt);
    overrides.push({
      target: { kind: 'names', names: [{ value: cluster, origin: nameAt }], origin: at },
      edits,
      origin: at,
    });
  }
  return { value: overrides, diagnostics };
}

function clusterOf({ clusterName }: JsonObject): string {
  return typeof clusterName === 'string' ? clusterName : '';
}

function isEachOnce(entries: JsonArray): boolean {
  const names = entries.map((entry) => (isObject(entry) ? clusterOf(entry) : ''));
  return new Set(names).size === entries.length;
}

interface ListContext {
  readonly title: string;
  readonly rules: OverrideRules;
  readonly diagnostics: Diagnostic[];
}

/** Longer lists are looked through for equal paths with a table. */
const mostUsual = 8;

/** Nearly all lists are short and sound, and need no table and no diagnostics; undefined for any other. */
function readUsualEdits(
  { clusterOverrides: items }: JsonObject,
  at: Origin,
  { rules }: ListContext,
): readonly Edit[] | undefined {
  if (!isArray(items) || items.length > mostUsual) return undefined;
  for (let index = 0; index < items.length; index += 1)
    if (!isUsual(items, index)) return undefined;
  return items.map((item, index) => {
    const { op, path, value } = item as JsonObject;
    const edit = { op: readOp(op) ?? 'replace', path: String(path) };
    return toEdit(edit, value, editOrigin(at, index), rules);
  });
}

function isUsual(items: JsonArray, index: number): boolean {
  const path = pathOf(items[index]);
  if (path === undefined || !path.startsWith('/') || protectedPaths.has(path)) return false;
  for (let earlier = 0; earlier < index; earlier += 1)
    if (pathOf(items[earlier]) === path) return false;
  return readOp((items[index] as JsonObject)['op']) !== undefined;
}

function pathOf(item: JsonValue | undefined): string | undefined {
  const path = isObject(item) ? item['path'] : undefined;
  return typeof path === 'string' ? path : undefined;
}

function editOrigin({ file, document, pointer }: Origin, index: number): Origin {
  return { file, document, pointer: `${pointer}/clusterOverrides/${index}` };
}

function readEdits(
  entry: JsonObject,
  cluster: string,
  entryAt: Origin,
  { title, rules, diagnostics }: ListContext,
): readonly Edit[] {
  const edits: Edit[] = [];
  const seen = new Map<string, Origin>();
  const items = isArray(entry['clusterOverrides']) ? entry['clusterOverrides'] : [];
  for (const [index, item] of items.entries()) {
    if (!isObject(item) || typeof item['path'] !== 'string') continue;
    const at = editOrigin(entryAt, index);
    const op = readOp(item['op']);
    const written = { op: op ?? 'replace', path: item['path'], item: at };
    const path = readPath(written, title, rules);
    for (const diagnostic of path.diagnostics) diagnostics.push(diagnostic);
    const earlier = seen.get(path.value);
    if (earlier !== undefined) {
      const args = { path: path.value, cluster };
      const related = [{ at: below(earlier, 'path'), label: 'the first one' }];
      diagnostics.push(diagnose('override/duplicate-path', below(at, 'path'), args, { related }));
      continue;
    }
    seen.set(path.value, at);
    // What is refused here is not tried as well: one root cause, one report.
    if (op !== undefined && !hasError(path.diagnostics))
      edits.push(toEdit({ op, path: path.value }, item['value'], at, rules));
  }
  // Without the room that the engine keeps behind what is pushed: there is a list for every cluster of every object.
  return edits.slice();
}

/** Absent or empty is replace; of anything else the schema has already spoken. */
function readOp(op: JsonValue | undefined): PatchOp | undefined {
  if (op === undefined || op === '') return 'replace';
  return op === 'add' || op === 'remove' || op === 'replace' ? op : undefined;
}

function toEdit(
  { op, path }: Pick<Edit, 'op' | 'path'>,
  value: JsonValue | undefined,
  origin: Origin,
  { float64 }: OverrideRules,
): Edit {
  if (op === 'remove') return { kind: 'json-patch', dialect: 'kubefed', op, path, origin };
  const written = value ?? null;
  const read = float64 ? throughFloat64(written) : written;
  return { kind: 'json-patch', dialect: 'kubefed', op, path, origin, value: read };
}

interface WrittenPath {
  readonly op: PatchOp;
  readonly path: string;
  /** The edit that it is the path of. */
  readonly item: Origin;
}

/** A JSON pointer, or what the author of another form meant by it. */
function readPath(written: WrittenPath, title: string, rules: OverrideRules): Outcome<string> {
  const { path, item } = written;
  if (path.startsWith('/') && !protectedPaths.has(path)) return { value: path, diagnostics: [] };
  const at = below(item, 'path');
  if (path.startsWith('/')) return { value: path, diagnostics: refuseProtected(path, at, path) };
  if (path === '') {
    const problem = 'it is the whole document';
    return {
      value: path,
      diagnostics: [diagnose('override/protected-path', at, { path, problem })],
    };
  }
  const pointer = pointerOfDotted(path);
  const fix = pathFix(written, pointer, rules);
  if (rules.dottedPaths === undefined) {
    const args = { path, pointer, isOldForm: !path.includes('/') };
    return { value: pointer, diagnostics: [diagnose('override/dotted-path', at, args, { fix })] };
  }
  const isRead = rules.dottedPaths === 'accept';
  const what = `the override path ${path} is of the old dotted form${isRead ? `, and is read as ${pointer}` : ''}`;
  const old = diagnose(
    'kubefed/old-shape',
    at,
    { title, what, hint: `Write path: ${pointer}` },
    { severity: isRead ? 'warning' : 'error', fix },
  );
  return {
    value: pointer,
    diagnostics: isRead ? [old, ...refuseProtected(pointer, at, path)] : [old],
  };
}

function refuseProtected(pointer: string, at: Origin, path: string): Diagnostic[] {
  if (!protectedPaths.has(pointer)) return [];
  const problem = 'it would change which object this is';
  return [diagnose('override/protected-path', at, { path, problem })];
}

/** A dot can also belong to a key, so what is certain is only a pointer that leads somewhere in the template. */
function pathFix(
  { op, item }: WrittenPath,
  pointer: string,
  { template, dottedPaths }: OverrideRules,
): Fix | undefined {
  if (template === undefined || protectedPaths.has(pointer)) return undefined;
  const leads = (way: PatchOp, path: string) => {
    const edit: Edit = { kind: 'json-patch', dialect: 'kubefed', op: way, path, origin: item };
    const tried = way === 'remove' ? edit : { ...edit, value: null };
    return applyJsonPatch(template, [tried], { dialect: 'kubefed' }).ok;
  };
  // Counted from the federated object it is another field, and only that one is there.
  const inner = /^\/spec\/template(?=\/)/.test(pointer)
    ? pointer.slice('/spec/template'.length)
    : '';
  const isTwofold = inner !== '' && leads('remove', inner) && !leads('remove', pointer);
  if (isTwofold && dottedPaths !== 'accept') return undefined;
  return leads(op, pointer) ? writeText(pointer, [below(item, 'path')], 'path') : undefined;
}

/** `a.b[0].c` is `/a/b/0/c`; a path with slashes only lacks its first one. */
export function pointerOfDotted(path: string): string {
  if (path.includes('/')) return `/${path}`;
  return `/${path
    .replaceAll(/\[(\d+|-)\]/g, '.$1')
    .split('.')
    .filter((token) => token !== '')
    .join('/')}`;
}

/** None of these names could be written with an escape, so there is one spelling of each. */
const protectedPaths: ReadonlySet<string> = new Set([
  '/metadata/namespace',
  '/metadata/name',
  '/metadata/generateName',
  '/kind',
]);

/** encoding/json decodes numbers of an override to float64: 1234567890123456789 becomes 1234567890123456800. */
function throughFloat64(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return Number(value);
  if (isArray(value)) return value.map(throughFloat64);
  if (!isObject(value)) return value;
  const result = copyObject(value);
  for (const [key, item] of Object.entries(value)) result[key] = throughFloat64(item);
  return result;
}
