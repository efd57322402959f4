/** `spec.overrides` in, the edits of each cluster out, with the checks that the controller makes on the whole list. */
import { type Diagnostic, diagnose, hasError, type Outcome } from '../../diagnostics/diagnostic.ts';
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
    const path = readPath(item['path'], below(at, 'path'), context);
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
    const op = readOp(item['op']);
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

/** A JSON pointer, or what the author of another form meant by it. */
function readPath(path: string, at: Origin, { title, rules }: EntryContext): Outcome<string> {
  if (path.startsWith('/')) {
    const problem = protectedProblem(pointerTokens(path));
    return {
      value: path,
      diagnostics:
        problem === undefined ? [] : [diagnose('override/protected-path', at, { path, problem })],
    };
  }
  if (path === '') {
    return {
      value: path,
      diagnostics: [
        diagnose('override/protected-path', at, { path, problem: 'it is the whole document' }),
      ],
    };
  }
  const pointer = pointerOfDotted(path);
  if (rules.dottedPaths === 'accept') {
    const what = `the override path ${path} is of the old dotted form, and is read as ${pointer}`;
    const problem = protectedProblem(pointerTokens(pointer));
    const diagnostics: Diagnostic[] = [
      diagnose('kubefed/old-shape', at, { title, what, hint: `Write path: ${pointer}` }),
    ];
    if (problem !== undefined)
      diagnostics.push(diagnose('override/protected-path', at, { path, problem }));
    return { value: pointer, diagnostics };
  }
  if (rules.dottedPaths === 'refuse') {
    const what = `the override path ${path} is of the old dotted form`;
    return {
      value: pointer,
      diagnostics: [
        diagnose(
          'kubefed/old-shape',
          at,
          { title, what, hint: `Write path: ${pointer}` },
          { severity: 'error' },
        ),
      ],
    };
  }
  return {
    value: pointer,
    diagnostics: [
      diagnose('override/dotted-path', at, { path, pointer, isOldForm: !path.includes('/') }),
    ],
  };
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
