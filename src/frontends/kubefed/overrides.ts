/** `spec.overrides` in, the edits of each cluster out, with the checks that the controller makes on the whole list. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
import { type Fix, writeText } from '../../diagnostics/fix.ts';
import { applyJsonPatch } from '../../kube/json-patch.ts';
import type { Edit, Override, PatchOp } from '../../model/federated-resource.ts';
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
} from '../../model/kube-object.ts';
import { below, type Origin, pointerTokens } from '../../model/source.ts';

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
  const seen = new Map<string, Origin>();
  for (const [index, entry] of (isArray(value) ? value : []).entries()) {
    if (!isObject(entry)) continue;
    const at = below(origin, index);
    const cluster = typeof entry['clusterName'] === 'string' ? entry['clusterName'] : '';
    const nameAt = entry['clusterName'] === undefined ? at : below(at, 'clusterName');
    const earlier = seen.get(cluster);
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
    const edits = readEdits(entry, {
      title,
      cluster,
      origin: below(at, 'clusterOverrides'),
      rules,
    });
    diagnostics.push(...edits.diagnostics);
    if (earlier !== undefined) continue;
    seen.set(cluster, nameAt);
    overrides.push({
      target: { kind: 'names', names: [{ value: cluster, origin: nameAt }], origin: at },
      edits: edits.value,
      origin: at,
    });
  }
  return { value: overrides, diagnostics };
}

interface EntryContext {
  readonly title: string;
  readonly cluster: string;
  readonly origin: Origin;
  readonly rules: OverrideRules;
}

function readEdits(entry: JsonObject, context: EntryContext): Outcome<readonly Edit[]> {
  const diagnostics: Diagnostic[] = [];
  const edits: Edit[] = [];
  const seen = new Map<string, Origin>();
  const items = isArray(entry['clusterOverrides']) ? entry['clusterOverrides'] : [];
  for (const [index, item] of items.entries()) {
    if (!isObject(item) || typeof item['path'] !== 'string') continue;
    const at = below(context.origin, index);
    const op = readOp(item['op']);
    const written = { op: op ?? 'replace', path: item['path'], at: below(at, 'path') };
    const path = readPath(written, context);
    diagnostics.push(...path.diagnostics);
    const earlier = seen.get(path.value);
    if (earlier !== undefined) {
      const args = { path: path.value, cluster: context.cluster };
      diagnostics.push(
        diagnose('override/duplicate-path', below(at, 'path'), args, {
          related: [{ at: earlier, label: 'the first one' }],
        }),
      );
    } else seen.set(path.value, below(at, 'path'));
    // What is refused here is not tried as well: one root cause, one report.
    if (earlier === undefined && op !== undefined && !hasError(path.diagnostics)) {
      edits.push(toEdit(item, { op, path: path.value, origin: at }, context.rules));
    }
  }
  return { value: edits, diagnostics };
}

/** Absent or empty is replace; of anything else the schema has already spoken. */
function readOp(op: JsonValue | undefined): PatchOp | undefined {
  if (op === undefined || op === '') return 'replace';
  return op === 'add' || op === 'remove' || op === 'replace' ? op : undefined;
}

function toEdit(
  item: JsonObject,
  place: Pick<Edit, 'op' | 'path' | 'origin'>,
  rules: OverrideRules,
): Edit {
  const edit = { kind: 'json-patch', dialect: 'kubefed', ...place } as const;
  if (place.op === 'remove') return edit;
  const value = item['value'] ?? null;
  return { ...edit, value: rules.float64 ? throughFloat64(value) : value };
}

interface WrittenPath {
  readonly op: PatchOp;
  readonly path: string;
  readonly at: Origin;
}

/** A JSON pointer, or what the author of another form meant by it. */
function readPath(written: WrittenPath, { title, rules }: EntryContext): Outcome<string> {
  const { path, at } = written;
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
  const problem = protectedProblem(pointerTokens(pointer));
  return problem === undefined ? [] : [diagnose('override/protected-path', at, { path, problem })];
}

/** A dot can also belong to a key, so what is certain is only a pointer that leads somewhere in the template. */
function pathFix(
  { op, at }: WrittenPath,
  pointer: string,
  { template, dottedPaths }: OverrideRules,
): Fix | undefined {
  if (template === undefined || protectedProblem(pointerTokens(pointer)) !== undefined)
    return undefined;
  const leads = (way: PatchOp, path: string) => {
    const edit: Edit = { kind: 'json-patch', dialect: 'kubefed', op: way, path, origin: at };
    const tried = way === 'remove' ? edit : { ...edit, value: null };
    return applyJsonPatch(template, [tried], { dialect: 'kubefed' }).ok;
  };
  // Counted from the federated object it is another field, and only that one is there.
  const inner = /^\/spec\/template(?=\/)/.test(pointer)
    ? pointer.slice('/spec/template'.length)
    : '';
  const isTwofold = inner !== '' && leads('remove', inner) && !leads('remove', pointer);
  if (isTwofold && dottedPaths !== 'accept') return undefined;
  return leads(op, pointer) ? writeText(pointer, [at], 'path') : undefined;
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

const protectedPaths = [
  ['metadata', 'namespace'],
  ['metadata', 'name'],
  ['metadata', 'generateName'],
  ['kind'],
];

/** On decoded tokens, so that no spelling gets round it. */
function protectedProblem(tokens: readonly string[]): string | undefined {
  const isProtected = protectedPaths.some(
    (path) => path.length === tokens.length && path.every((token, step) => token === tokens[step]),
  );
  if (!isProtected) return undefined;
  return 'it would change which object this is';
}

/** encoding/json decodes numbers of an override to float64: 1234567890123456789 becomes 1234567890123456800. */
function throughFloat64(value: JsonValue): JsonValue {
  if (typeof value === 'bigint') return Number(value);
  if (isArray(value)) return value.map(throughFloat64);
  if (!isObject(value)) return value;
  const result = copyObject(value);
  for (const [key, item] of Object.entries(value)) result[key] = throughFloat64(item);
  return result;
}
